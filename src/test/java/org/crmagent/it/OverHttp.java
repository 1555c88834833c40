package org.crmagent.it;

import org.jboss.arquillian.container.test.api.RunAsClient;

/** A test that calls the server as an agent does. */
@RunAsClient
public abstract class OverHttp extends Deployed {
    protected final Api api = new Api(Surroundings.server());
}
