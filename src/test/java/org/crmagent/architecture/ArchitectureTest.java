package org.crmagent.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Random;
import java.util.UUID;
import org.crmagent.tool.Tool;
import org.crmagent.tool.ToolSpec;

/** The arrows of the design point down only. */
@AnalyzeClasses(packages = "org.crmagent", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "org.crmagent.";

    @ArchTest
    static final ArchRule toolDependsOnNothing = mayUse("tool");

    @ArchTest
    static final ArchRule settingDependsOnNothing = mayUse("setting");

    @ArchTest
    static final ArchRule operateUsesTheStore = mayUse("operate", "setting", "store", "tool");

    @ArchTest
    static final ArchRule schemaUsesTool = mayUse("schema", "tool");

    @ArchTest
    static final ArchRule modelUsesTool = mayUse("model", "tool");

    @ArchTest
    static final ArchRule storeUsesModelAndTool = mayUse("store", "model", "setting", "tool");

    @ArchTest
    static final ArchRule toolsUseThePort = noClasses()
            .that()
            .resideInAPackage(ROOT + "tools..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.crmagent..")
                    .and(not(resideInAnyPackage(
                            ROOT + "tools..",
                            ROOT + "tool..",
                            ROOT + "store..",
                            ROOT + "model..",
                            ROOT + "setting.."))));

    @ArchTest
    static final ArchRule catalogueUsesSchemaAndTool = mayUse("catalogue", "schema", "tool");

    @ArchTest
    static final ArchRule callStandsOnTheCatalogue =
            mayUse("call", "catalogue", "operate", "schema", "setting", "store", "tool");

    @ArchTest
    static final ArchRule httpStandsOnTheRoad = mayUse("http", "call", "operate", "schema", "setting", "tool");

    @ArchTest
    static final ArchRule mcpStandsOnTheRoadToo =
            mayUse("mcp", "http", "call", "catalogue", "operate", "schema", "setting", "tool");

    @ArchTest
    static final ArchRule startStandsAlone = mayUse("start", "setting");

    @ArchTest
    static final ArchRule nobodyImportsTools = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "tools..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "tools..");

    @ArchTest
    static final ArchRule familiesKeepApart =
            slices().matching(ROOT + "tools.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule noCycles = slices().matching(ROOT + "(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheStoreTouchesTheDatabase = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "store", ROOT + "start")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.sql\\..*|javax\\.sql\\..*|jakarta\\.persistence\\.EntityManager.*");

    /** The migration job runs without a server, and so without MicroProfile Config. */
    @ArchTest
    static final ArchRule onlySettingsAreConfigured = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "setting")
            .and()
            .doNotHaveFullyQualifiedName(ROOT + "start.Migrate")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.microprofile.config..")
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(System.class, "getProperty", String.class);

    @ArchTest
    static final ArchRule toolsAreOneClassInAFamily = classes()
            .that()
            .areAnnotatedWith(ToolSpec.class)
            .should()
            .resideInAPackage(ROOT + "tools.*")
            .andShould()
            .bePublic()
            .andShould()
            .notHaveModifier(JavaModifier.FINAL)
            .andShould()
            .implement(Tool.class);

    @ArchTest
    static final ArchRule timeAndIdsComeFromTheSource = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ROOT + "call.SystemSource")
            .should()
            .callMethodWhere(target(nameMatching("now|system.*")).and(target(owner(resideInAPackage("java.time")))))
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Random.class);

    @ArchTest
    static final ArchRule onlyStandardApis = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "fish.payara..",
                    "com.sun..",
                    "org.glassfish..",
                    "org.jboss..",
                    "org.wildfly..",
                    "com.ibm..",
                    "org.eclipse.persistence..",
                    "org.hibernate..");

    private static ArchRule mayUse(String from, String... allowed) {
        String[] packages = new String[allowed.length + 1];
        packages[0] = ROOT + from + "..";
        for (int i = 0; i < allowed.length; i++) {
            packages[i + 1] = ROOT + allowed[i] + "..";
        }
        return noClasses()
                .that()
                .resideInAPackage(ROOT + from + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.crmagent..").and(not(resideInAnyPackage(packages))));
    }
}
