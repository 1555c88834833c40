package org.crmagent.bench.bare;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A campaign with its counters and agents, by the queries of {@code get_campaign}. */
@Path("campaigns/{organization}/{id}")
@ApplicationScoped
public class BareCampaign {
    private static final String CAMPAIGN = """
            select c.*, s.name as script_name, q.name as qualification_name
            from campaign c
            left join script_template s on s.organization_id = c.organization_id and s.id = c.script_template_id
            left join qualification_template q
              on q.organization_id = c.organization_id and q.id = c.qualification_template_id
            where c.organization_id = ? and c.id = ?""";

    private static final String COUNTS = """
            select state, sum(contacts) as contacts from campaign_contact_count
            where organization_id = ? and campaign_id = ? group by state""";

    private static final String AGENTS = """
            select u.id, u.full_name from campaign_agent a
            join app_user u on u.organization_id = a.organization_id and u.id = a.user_id
            where a.organization_id = ? and a.campaign_id = ? order by u.id""";

    @Nullable
    @Resource(lookup = "jdbc/crm")
    DataSource database;

    /** Reads it. */
    @GET
    @RolesAllowed("super_admin")
    @Produces(MediaType.APPLICATION_JSON)
    public JsonObject read(@PathParam("organization") UUID organization, @PathParam("id") UUID id) throws SQLException {
        DataSource source = database;
        if (source == null) {
            throw new IllegalStateException("jdbc/crm was not injected");
        }
        try (Connection connection = source.getConnection()) {
            return Json.createObjectBuilder()
                    .add("campaign", rows(connection, CAMPAIGN, organization, id))
                    .add("counts", rows(connection, COUNTS, organization, id))
                    .add("agents", rows(connection, AGENTS, organization, id))
                    .build();
        }
    }

    private static JsonArrayBuilder rows(Connection connection, String sql, UUID organization, UUID id)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, organization);
            statement.setObject(2, id);
            JsonArrayBuilder rows = Json.createArrayBuilder();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    JsonObjectBuilder row = Json.createObjectBuilder();
                    for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                        String value = found.getString(i);
                        row.add(found.getMetaData().getColumnLabel(i), value == null ? "" : value);
                    }
                    rows.add(row);
                }
            }
            return rows;
        }
    }
}
