package org.crmagent.inside;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;

/** The server's pool as the application sees it. */
@ApplicationScoped
class Pool {
    @Resource(lookup = "java:comp/env/jdbc/crm")
    DataSource dataSource;

    DataSource dataSource() {
        return dataSource;
    }
}
