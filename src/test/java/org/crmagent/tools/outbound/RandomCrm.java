package org.crmagent.tools.outbound;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.crmagent.it.Api;
import org.crmagent.it.Workspace;

/** Some hundred contacts with every kind of duplicate, gap and state, in campaigns that overlap. */
final class RandomCrm {

    /** Few values each, so that everything meets everything. */
    private static final String CONTACTS = """
            insert into contact (organization_id, external_id, first_name, last_name, company, job_title, email, phone, phone_e164,
                                 city, postal_code, do_not_call, call_consent, call_consent_at, import_folder_id, created_at)
            select :org, case when r[1] < 0.5 then 'x' || floor(r[2] * 150) end,
                   case when r[3] < 0.8 then 'Zoé' end, 'Martin-' || floor(r[4] * 60), case when r[5] < 0.6 then 'Société ' || floor(r[6] * 30) end,
                   case when r[7] < 0.3 then 'DG' end,
                   case when r[8] < 0.6 then case when r[9] < 0.5 then ' M' else 'm' end || floor(r[10] * 150) || '@Ex.example ' end,
                   '06', case when r[11] < 0.8 then '+3360000' || lpad(floor(r[12] * 200)::text, 4, '0') end,
                   (array['Lyon', 'Nantes', 'Paris'])[1 + floor(r[13] * 3)], case when r[14] < 0.5 then '69000' end,
                   r[15] < 0.1, (array['unknown', 'granted', 'refused'])[1 + floor(r[16] * 3)],
                   case when r[17] < 0.9 then now() - r[18] * interval '730 days' end,
                   case when r[19] < 0.5 then ?::uuid end,
                   date_trunc('day', now()) - floor(r[20] * 20) * interval '1 day'
            from (select array(select random() + 0 * i from generate_series(1, 20)) as r from generate_series(1, ?) i) dice
            """;

    final Workspace workspace;
    final UUID folder = UUID.randomUUID();
    final List<UUID> agents = new ArrayList<>();
    final List<UUID> campaigns = new ArrayList<>();

    /** The same seed gives the same data, ids and the present aside. */
    RandomCrm(Api api, int contacts) throws SQLException {
        workspace = new Workspace(api);
        workspace.run("insert into import_folder (organization_id, id, name) values (:org, ?, 'Import')", folder);
        workspace.run(CONTACTS, folder, contacts);
        for (int i = 0; i < 6; i++) {
            agents.add(workspace.agent(i == 5 ? "paused" : "active"));
        }
        for (String status : List.of("active", "active", "paused", "draft", "completed")) {
            UUID campaign = workspace.campaign(status, "business");
            campaigns.add(campaign);
            workspace.run(
                    """
                    insert into campaign_contact (organization_id, campaign_id, contact_id, state, assigned_agent_id, priority,
                                                  attempts, last_outcome, added_at)
                    select :org, ?, k.id,
                           (array['to_call', 'to_call', 'in_progress', 'follow_up', 'qualified', 'closed', 'unreachable'])[1 + floor(random() * 7)],
                           case when random() < 0.5 then (?::uuid[])[1 + floor(random() * 5)] end,
                           floor(random() * 3), floor(random() * 4),
                           (array['no_answer', 'busy', 'refused'])[1 + floor(random() * 3)],
                           date_trunc('day', now()) - floor(random() * 5) * interval '1 day'
                    from contact k where k.organization_id = :org and random() < 0.3
                    """,
                    campaign,
                    "{" + String.join(",", agents.stream().map(UUID::toString).toList()) + "}");
        }
    }
}
