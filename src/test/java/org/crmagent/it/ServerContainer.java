package org.crmagent.it;

import java.net.URI;
import org.crmagent.run.Failure;
import org.crmagent.run.Server;
import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jspecify.annotations.Nullable;

/**
 * Arquillian's view of the one server that all test classes share: the first deployment starts it, the later ones, which
 * are the same archive, find it running, and it ends with the test session.
 */
public final class ServerContainer implements DeployableContainer<ServerContainer.Configuration> {
    private @Nullable ProtocolMetaData deployed;
    private @Nullable Failure failure;

    /** Nothing to configure: the server's settings are those of the development run. */
    public static final class Configuration implements ContainerConfiguration {
        @Override
        public void validate() {
            // nothing that could be wrong
        }
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        if (failure != null) {
            throw new DeploymentException("The first deployment failed already", failure);
        }
        if (deployed == null) {
            deployed = start(archive);
        }
        return deployed;
    }

    private ProtocolMetaData start(Archive<?> archive) throws DeploymentException {
        archive.as(ZipExporter.class).exportTo(Surroundings.war().toFile(), true);
        try {
            Server server = Surroundings.deploy();
            URI address = server.address();
            HTTPContext context = new HTTPContext(address.getHost(), address.getPort());
            context.add(new Servlet("ArquillianServletRunnerEE9", "/crm"));
            return new ProtocolMetaData().addContext(context);
        } catch (Failure e) {
            failure = e;
            throw new DeploymentException(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeploymentException("Interrupted while the server started", e);
        }
    }

    @Override
    public Class<Configuration> getConfigurationClass() {
        return Configuration.class;
    }

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Servlet 5.0");
    }

    @Override
    public void undeploy(Archive<?> archive) {
        // the next test class uses it
    }
}
