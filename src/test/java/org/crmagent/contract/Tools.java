package org.crmagent.contract;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import org.crmagent.catalogue.Catalogue;
import org.crmagent.tool.Tool;
import org.crmagent.tool.ToolSpec;

/** The catalogue as the server would find it, without a server. */
public final class Tools {
    private Tools() {}

    /** All of it, checked. */
    public static Catalogue catalogue() {
        Catalogue catalogue = new Catalogue();
        catalogue.load(found());
        return catalogue;
    }

    /** Every class of the WAR that declares itself a tool; their injected fields stay empty. */
    static List<Tool<?, ?>> found() {
        List<Tool<?, ?>> tools = new ArrayList<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.crmagent.tools")) {
            if (type.isAnnotatedWith(ToolSpec.class)) {
                tools.add(instance(type.reflect()));
            }
        }
        return tools;
    }

    private static Tool<?, ?> instance(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            return (Tool<?, ?>) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type + " can't be made", e);
        }
    }
}
