package org.crmagent.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test on the real server: over HTTP as {@link OverHttp}, or, extending this class in the package {@code
 * org.crmagent.inside}, within the server with beans injected.
 */
@ExtendWith(ArquillianExtension.class)
public abstract class Deployed {

    /** The built WAR, with the tools that only tests have and the tests that run within. */
    @Deployment
    static WebArchive crm() {
        return ShrinkWrap.create(ZipImporter.class, "crm.war")
                .importFrom(Surroundings.CHECKOUT.resolve("target/crm.war").toFile())
                .as(WebArchive.class)
                .addClass(Deployed.class)
                .addPackage("org.crmagent.probe")
                .addPackage("org.crmagent.inside");
    }
}
