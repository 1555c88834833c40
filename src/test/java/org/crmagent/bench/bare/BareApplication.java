package org.crmagent.bench.bare;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;

/** Verifies tokens as the product does. */
@ApplicationPath("bare")
@LoginConfig(authMethod = "MP-JWT")
@ApplicationScoped
public class BareApplication extends Application {}
