package org.crmagent.it;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmagent.run.Login;

/** An organization that only one test has, written and read by its owner behind the application's back. */
public final class Workspace {
    public final UUID id = UUID.randomUUID();

    private final Api api;
    private final Login owner;

    /** Makes it, with the module on. */
    public Workspace(Api api) throws SQLException {
        this(api, Surroundings.owner());
    }

    /** The same in another database than that of the shared server. */
    public Workspace(Api api, Login owner) throws SQLException {
        this.api = api;
        this.owner = owner;
        run("insert into organization (id, slug, name) values (:org, 'test-' || :org, 'Test')");
        run("insert into organization_module (organization_id, module) values (:org, 'outbound')");
    }

    /** Calls a tool on it. */
    public Answer call(String tool, JsonObject input) {
        return api.tool(tool, id, input);
    }

    /** An agent. */
    public UUID agent(String status) throws SQLException {
        UUID agent = UUID.randomUUID();
        run(
                "insert into app_user (organization_id, id, email, full_name, role, status) values (:org, ?, ? || '@x.example',"
                        + " 'Agent ' || left(?::text, 8), 'agent', ?)",
                agent,
                agent.toString(),
                agent,
                status);
        return agent;
    }

    /** A campaign. */
    public UUID campaign(String status, String audience) throws SQLException {
        UUID campaign = UUID.randomUUID();
        run(
                "insert into campaign (organization_id, id, name, status, audience) values (:org, ?, 'C ' || ?, ?, ?)",
                campaign,
                campaign.toString(),
                status,
                audience);
        return campaign;
    }

    /** Puts every contact that the condition over {@code contact k} picks into a campaign. */
    public long enrol(UUID campaign, String condition) throws SQLException {
        return run(
                "insert into campaign_contact (organization_id, campaign_id, contact_id)"
                        + " select :org, ?, k.id from contact k where k.organization_id = :org and " + condition,
                campaign);
    }

    /** Runs a statement; {@code :org} stands for the organization. Returns the number of rows. */
    public long run(String sql, Object... parameters) throws SQLException {
        try (Connection connection = owner.connect();
                PreparedStatement statement = prepared(connection, sql, parameters)) {
            return statement.executeLargeUpdate();
        }
    }

    /** The rows of a query, by column name. */
    public List<Map<String, Object>> rows(String sql, Object... parameters) throws SQLException {
        try (Connection connection = owner.connect();
                PreparedStatement statement = prepared(connection, sql, parameters);
                ResultSet found = statement.executeQuery()) {
            List<Map<String, Object>> rows = new ArrayList<>();
            while (found.next()) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.put(found.getMetaData().getColumnLabel(i), found.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    /** A count. */
    public long count(String sql, Object... parameters) throws SQLException {
        return ((Number) rows(sql, parameters).get(0).values().iterator().next()).longValue();
    }

    private PreparedStatement prepared(Connection connection, String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql.replace(":org", "'" + id + "'"));
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
