package org.crmagent.start;

import static org.crmagent.start.MigratedDatabase.insert;
import static org.crmagent.start.MigratedDatabase.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** One organization with a row in every table, loaded as a loader may: keys, names, e-mails of users, roles and types only. */
record Tenant(
        UUID organization,
        UUID agent,
        UUID importFolder,
        UUID contact,
        UUID script,
        UUID form,
        UUID campaign,
        UUID followUp,
        UUID call,
        UUID execution,
        UUID qualification) {

    /** Tables that belong to an organization and that {@link #load} fills, counters included. */
    static final List<String> TABLES = List.of(
            "app_user",
            "import_folder",
            "contact",
            "script_template",
            "qualification_template",
            "campaign",
            "campaign_agent",
            "campaign_contact",
            "follow_up",
            "call_log",
            "script_execution",
            "qualification",
            "campaign_contact_count",
            "campaign_outcome_count",
            "contact_count",
            "idempotency_record");

    static Tenant load(Connection owner) throws SQLException {
        var organization = insert(owner, "insert into organization (name) values ('Société d''essai')");
        run(owner, "insert into organization_module (organization_id, module) values (?, 'outbound')", organization);
        var agent = insert(
                owner,
                "insert into app_user (organization_id, email, full_name, role) values (?, 'a@example.fr', 'Zoé', 'agent')",
                organization);
        var folder = named(owner, "import_folder", organization);
        var contact = insert(owner, "insert into contact (organization_id) values (?)", organization);
        var script = named(owner, "script_template", organization);
        var form = named(owner, "qualification_template", organization);
        var campaign = named(owner, "campaign", organization);
        run(owner, "insert into campaign_agent values (?, ?, ?)", organization, campaign, agent);
        run(
                owner,
                "insert into campaign_contact (organization_id, campaign_id, contact_id) values (?, ?, ?)",
                organization,
                campaign,
                contact);
        var execution = activity(owner, "script_execution", organization, campaign, contact);
        var qualification = insert(
                owner,
                "insert into qualification (organization_id, campaign_id, contact_id, qualification_template_id)"
                        + " values (?, ?, ?, ?)",
                organization,
                campaign,
                contact,
                form);
        run(
                owner,
                "insert into idempotency_record (organization_id, issuer, subject, tool_name, request_id, request_hash,"
                        + " http_status, response) values (?, 'i', 's', 't', 'r', '', 200, '')",
                organization);
        return new Tenant(
                organization,
                agent,
                folder,
                contact,
                script,
                form,
                campaign,
                activity(owner, "follow_up", organization, campaign, contact),
                activity(owner, "call_log", organization, campaign, contact),
                execution,
                qualification);
    }

    private static UUID named(Connection owner, String table, UUID organization) throws SQLException {
        return insert(owner, "insert into " + table + " (organization_id, name) values (?, 'Été')", organization);
    }

    private static UUID activity(Connection owner, String table, UUID organization, UUID campaign, UUID contact)
            throws SQLException {
        return insert(
                owner,
                "insert into " + table + " (organization_id, campaign_id, contact_id) values (?, ?, ?)",
                organization,
                campaign,
                contact);
    }
}
