package org.crmagent.mcp;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.crmagent.http.Admission;
import org.crmagent.http.FaultMapper;
import org.eclipse.microprofile.auth.LoginConfig;

/** One path, admitted as the two operations are. */
@ApplicationPath("mcp")
@LoginConfig(authMethod = "MP-JWT")
@ApplicationScoped
public class McpApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(McpResource.class, Admission.class, FaultMapper.class);
    }
}
