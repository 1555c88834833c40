package org.crmagent.bench;

/** The best SQL known for what the bulk tools do with all contacts made before a moment, by hand and without any of their answers. */
record BestSql(String organization, String campaign, String before) {

    String add() {
        return """
                insert into campaign_contact (organization_id, campaign_id, contact_id)
                select '%1$s', '%2$s', id
                from (select k.id, k.phone_e164,
                             row_number() over (partition by k.phone_e164 order by
                               num_nonnulls(nullif(k.first_name, ''), nullif(k.last_name, ''), nullif(k.company, ''), nullif(k.job_title, ''),
                                            nullif(k.email, ''), k.phone_e164, nullif(k.city, ''), nullif(k.postal_code, '')) desc,
                               k.created_at, k.id) as place
                      from contact k
                      where k.organization_id = '%1$s' and k.created_at < '%3$s' and not k.do_not_call
                        and k.call_consent <> 'refused' and k.phone_e164 is not null
                        and not exists (select from campaign_contact m where m.organization_id = '%1$s'
                                        and m.campaign_id = '%2$s' and m.contact_id = k.id)) keeper
                where place = 1
                order by id""".formatted(organization, campaign, before);
    }

    String assign() {
        return """
                update campaign_contact m
                set assigned_agent_id = p.agent_id, assigned_at = now(), updated_at = now()
                from (select p.contact_id, a.id as agent_id
                      from (select contact_id, row_number() over (order by priority desc, added_at, contact_id) - 1 as n
                            from campaign_contact
                            where organization_id = '%1$s' and campaign_id = '%2$s' and assigned_agent_id is null
                              and state in ('to_call', 'in_progress', 'follow_up')
                              and contact_id not in (select id from contact
                                                     where organization_id = '%1$s' and (do_not_call or call_consent = 'refused'))) p
                      join (select user_id as id, row_number() over (order by user_id) - 1 as place, count(*) over () as agents
                            from campaign_agent where organization_id = '%1$s' and campaign_id = '%2$s') a
                        on a.place = p.n %% a.agents
                      order by p.contact_id
                      offset 0) p
                where m.organization_id = '%1$s' and m.campaign_id = '%2$s' and m.contact_id = p.contact_id""".formatted(organization, campaign);
    }

    String remove() {
        return """
                with removed as (
                  delete from campaign_contact where organization_id = '%1$s' and campaign_id = '%2$s' returning contact_id
                ), cancelled as (
                  update follow_up set status = 'cancelled', cancelled_at = now(), cancel_reason = 'removed_from_campaign', updated_at = now()
                  where organization_id = '%1$s' and campaign_id = '%2$s' and status = 'pending'
                    and contact_id in (select contact_id from removed)
                )
                update script_execution set status = 'abandoned', completed_at = now(), updated_at = now()
                where organization_id = '%1$s' and campaign_id = '%2$s' and status = 'in_progress'
                  and contact_id in (select contact_id from removed)""".formatted(organization, campaign);
    }
}
