package org.crmagent.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every CHECK that lists words lists those of the contract, in its order. */
class EnumerationsIT {
    private static final String OUTCOMES =
            "answered, no_answer, busy, voicemail, wrong_number, callback_requested, refused";
    private static final String TEMPLATE = "draft, published, archived";

    private static final Map<String, String> CONTRACT = Map.ofEntries(
            Map.entry("organization.status", "active, suspended"),
            Map.entry("organization_module.module", "outbound"),
            Map.entry("app_user.role", "owner, admin, manager, agent"),
            Map.entry("app_user.status", "active, paused, inactive"),
            Map.entry("contact.call_consent", "unknown, granted, refused"),
            Map.entry("campaign.status", "draft, active, paused, completed, archived"),
            Map.entry("campaign.audience", "business, consumer"),
            Map.entry("campaign.legal_basis", "consent, existing_contract"),
            Map.entry(
                    "campaign_contact.state",
                    "to_call, in_progress, follow_up, qualified, disqualified, unreachable, closed"),
            Map.entry("campaign_contact.last_outcome", OUTCOMES),
            Map.entry("follow_up.status", "pending, done, cancelled"),
            Map.entry("call_log.outcome", OUTCOMES),
            Map.entry("script_template.status", TEMPLATE),
            Map.entry("qualification_template.status", TEMPLATE),
            Map.entry("script_execution.status", "in_progress, completed, abandoned"),
            Map.entry("qualification.status", "draft, qualified, disqualified"),
            Map.entry("qualification.source", "agent, auto"),
            Map.entry("audit_log.risk_level", "read, write, bulk, destructive"),
            Map.entry("audit_log.door", "http, mcp"));

    @Test
    void areTheContracts() throws SQLException {
        var listed = new TreeMap<String, String>();
        try (Connection owner = MigratedDatabase.owner();
                var statement = owner.createStatement();
                var rows = statement.executeQuery("""
                        select conrelid::regclass || '.' || attname, pg_get_constraintdef(c.oid)
                        from pg_constraint c join pg_attribute on attrelid = conrelid and conkey = array[attnum]
                        where contype = 'c' and connamespace = 'public'::regnamespace
                          and pg_get_constraintdef(c.oid) ~ '(= ANY \\(ARRAY|= ''[a-z]+''::text\\)\\))'
                          and pg_get_constraintdef(c.oid) !~ 'jsonb_typeof'
                        """)) {
            while (rows.next()) {
                listed.put(rows.getString(1), words(rows.getString(2)));
            }
        }
        assertEquals(new TreeMap<>(CONTRACT), listed);
    }

    private static String words(String check) {
        return Pattern.compile("'([a-z_]+)'::text")
                .matcher(check)
                .results()
                .map(word -> word.group(1))
                .collect(Collectors.joining(", "));
    }
}
