package org.crmagent.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.eclipse.microprofile.auth.LoginConfig;

/** Switches on the verification of tokens by the server; the scope makes Payara see that it does. */
@ApplicationPath("agent")
@LoginConfig(authMethod = "MP-JWT")
@ApplicationScoped
public class AgentApplication extends Application {

    /** Named, because there is another application, which must not have these operations. */
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(AgentResource.class, Admission.class, FaultMapper.class);
    }
}
