-- Campaigns in every status, their agents, and who is in them: each draws its contacts for itself, so they overlap.

-- Who is drawn: of private persons (false), professionals (true) or both, those with that tag and source, so many in a hundred.
-- progress: fresh was never called, running is worked on, ended is done. Last calls lie first_call to last_call days back.
create temporary table plan on commit drop as
select *, pg_temp.fixed('', company, company) as organization_id, pg_temp.fixed('c', company, number) as campaign_id
from (values
    (1, 1, 'active', 'running', 'Bilan énergétique Rhône', 1, 1, array[1, 2, 3, 4, 5, 6], 'consumer', 'consent', 30, false, null, null, 96, 64, 38, 0),
    (1, 2, 'active', 'running', 'Relance devis automne', 2, 3, array[1, 2, 3, 4, 5, 6], 'business', null, 20, true, null, null, 88, 64, 38, 0),
    (1, 3, 'paused', 'running', 'Parrainage clients', 2, 3, array[1, 2, 3, 7], 'business', null, 0, true, null, null, 45, 64, 38, 9),
    (1, 4, 'draft', 'fresh', 'Solaire 2027', null, null, array[]::integer[], 'business', null, 0, true, 'client', null, 20, 6, 0, 0),
    (1, 5, 'completed', 'ended', 'Salon de l’habitat', 1, 1, array[1, 2, 3, 7], 'consumer', 'consent', 0, false, null, null, 95, 90, 60, 32),
    (1, 6, 'archived', 'ended', 'Chaudières 2024', 4, 4, array[4, 8], 'business', null, 0, true, null, 'ancien CRM', 75, 815, 780, 700),
    (1, 7, 'active', 'fresh', 'Isolation des combles', null, null, array[]::integer[], 'business', null, -5, null, null, null, 0, 3, 0, 0),
    (1, 8, 'active', 'fresh', 'Copropriétés lyonnaises', 2, 3, array[]::integer[], 'business', null, 5, null, null, 'salon', 92, 8, 0, 0),
    (1, 9, 'active', 'running', 'Clients sous contrat', 1, 1, array[1, 4, 5], 'consumer', 'existing_contract', 15, false, 'client', null, 90, 64, 38, 0),
    (1, 10, 'active', 'running', 'Parrainages d’automne', null, 1, array[3, 5, 6], 'consumer', 'consent', 0, false, null, null, 22, 55, 30, 0),
    (1, 11, 'active', 'fresh', 'Offre de fin d’année – professionnels', 2, 3, array[2, 4, 6], 'business', null, 50, true, null, null, 22, 5, 0, 0),
    (1, 12, 'draft', 'fresh', 'Contrats gaz collectivités', 2, null, array[4], 'business', null, 0, true, 'vip', null, 100, 2, 0, 0),
    (1, 13, 'archived', 'ended', 'Relance devis automne', null, 4, array[8], 'business', null, 0, true, 'client', 'ancien CRM', 60, 410, 380, 350),
    (1, 14, 'completed', 'ended', 'Clients sous contrat – vœux', null, null, array[1, 2, 4], 'business', null, 0, true, null, 'clients', 90, 90, 60, 30),
    (1, 15, 'active', 'fresh', 'Relance des devis du site', 1, 1, array[2, 3], 'consumer', 'consent', 5, null, null, null, 0, 3, 0, 0),
    (2, 1, 'active', 'running', 'Commerces sans site', 1, 1, array[1, 2], 'business', null, 10, true, null, 'annuaire', 80, 64, 38, 0),
    (2, 2, 'active', 'running', 'Refonte de sites', 1, 1, array[2, 3], 'business', null, 0, true, null, null, 30, 64, 38, 0),
    (2, 3, 'draft', 'fresh', 'Maintenance', null, null, array[]::integer[], 'business', null, 0, true, null, null, 10, 4, 0, 0),
    (2, 4, 'completed', 'ended', 'Rentrée des commerces', 1, 1, array[1, 4], 'business', null, 0, true, null, null, 25, 100, 60, 40),
    (2, 5, 'paused', 'running', 'Abonnés de l’infolettre', null, null, array[3], 'business', null, 5, null, null, 'infolettre', 60, 64, 38, 10),
    (3, 1, 'paused', 'running', 'Dégustation d’hiver', 1, null, array[1, 2], 'business', null, 0, true, null, null, 70, 64, 38, 15),
    (3, 2, 'draft', 'fresh', 'Primeurs', null, null, array[]::integer[], 'business', null, 0, null, null, null, 0, 20, 0, 0)
) as made (company, number, status, progress, name, script, form, agents, audience, legal_basis, priority,
           professional, tag, source, percent, days, first_call, last_call);

insert into campaign (organization_id, id, name, description, status, script_template_id, qualification_template_id, starts_on,
                      ends_on, timezone, calling_windows, audience, legal_basis, max_attempts, retry_delay_minutes, priority,
                      tags, version, created_by, created_at, updated_at)
select organization_id, campaign_id, name,
       case number % 3 when 0 then null when 1 then 'Objectif : un rendez-vous pour dix conversations.' else 'Suivi hebdomadaire avec la responsable du plateau.' end,
       status, pg_temp.fixed('5', company, script), pg_temp.fixed('6', company, form),
       case when status = 'draft' then null when number = 11 then current_date + 7 else current_date - days end,
       case when number = 11 then current_date + 37 when progress = 'ended' then current_date - last_call
            when number = 10 then current_date - 2 when number in (1, 2) then current_date + 90 end,
       case number when 9 then 'Indian/Reunion' else 'Europe/Paris' end,
       case when audience = 'consumer' then '[{"days": ["monday", "tuesday", "wednesday", "thursday", "friday"], "from": "10:00", "to": "13:00"},
                                              {"days": ["monday", "tuesday", "wednesday", "thursday", "friday"], "from": "14:00", "to": "20:00"}]'
            when number % 2 = 0 then '[{"days": ["monday", "tuesday", "wednesday", "thursday", "friday"], "from": "09:00", "to": "18:00"}]'
            else '[]' end::jsonb,
       audience, legal_basis, case audience when 'consumer' then 4 else 5 end,
       case audience when 'consumer' then 2880 else 1440 end, priority,
       array_remove(array[case audience when 'consumer' then 'particuliers' else 'professionnels' end,
                          case when priority >= 20 then 'prioritaire' end], null),
       1 + number % 4, pg_temp.fixed('a', company, 20)::text, now() - days * interval '1 day',
       now() - (case progress when 'fresh' then days - 1 when 'running' then number % 6 else last_call - 2 end) * interval '1 day'
           - number * interval '1 minute'
from plan;

insert into campaign_agent (organization_id, campaign_id, user_id)
select organization_id, campaign_id, pg_temp.fixed('a', company, agent)
from plan, unnest(agents) as agent;

-- A contact was known before its campaign is worked on; who is do-not-call became so after joining, and is nobody's.
insert into campaign_contact (organization_id, campaign_id, contact_id, state, assigned_agent_id, priority, attempts, last_call_at,
                              last_outcome, added_at, assigned_at, updated_at)
select organization_id, campaign_id, contact_id, state, assigned_agent_id, contact_priority, attempts, last_call_at,
       case when attempts > 0 then pg_temp.pick(case state
           when 'in_progress' then array['no_answer', 'no_answer', 'busy', 'voicemail', 'answered']
           when 'follow_up' then array['callback_requested', 'callback_requested', 'callback_requested', 'answered', 'voicemail']
           when 'qualified' then array['answered']
           when 'disqualified' then array['answered', 'answered', 'answered', 'refused', 'wrong_number']
           when 'unreachable' then array['no_answer', 'no_answer', 'voicemail', 'busy', 'wrong_number']
           else array['refused', 'refused', 'answered', 'wrong_number'] end, 'outcome ' || key) end,
       added_at, case when assigned_agent_id is not null then added_at + interval '2 hours' end,
       coalesce(last_call_at, added_at + interval '2 hours')
from (
    select drawn.*,
           case state when 'to_call' then 0 when 'unreachable' then max_attempts else 1 + pg_temp.hash('attempts ' || key) % case audience when 'consumer' then 2 else 3 end end as attempts,
           case when state <> 'to_call' then pg_temp.call_time(last_call + pg_temp.hash('day ' || key) % (first_call - last_call + 1), key) end as last_call_at,
           case when not do_not_call and (state <> 'to_call' or pg_temp.hash('assigned ' || key) % 100 < 62)
                then pg_temp.fixed('a', company, agents[1 + pg_temp.hash('agent ' || key) % nullif(cardinality(agents), 0)]) end as assigned_agent_id,
           case when pg_temp.hash('priority ' || key) % 100 < 8 then 10 * (1 + pg_temp.hash('priority ' || key) % 5) else 0 end as contact_priority
    from (
        select plan.*, contact.id as contact_id, do_not_call, key, max_attempts,
               campaign.created_at + interval '1 hour' + pg_temp.hash('added ' || key) % 40000 * interval '1 second' as added_at,
               case when progress = 'fresh' then 'to_call'
                    else (array['to_call', 'in_progress', 'follow_up', 'qualified', 'disqualified', 'unreachable', 'closed'])[
                        1 + width_bucket(pg_temp.hash('state ' || key) % 1000, case progress
                            when 'running' then array[520, 700, 760, 830, 900, 950] else array[30, 50, 55, 300, 650, 850] end)] end as state
        from plan
        join campaign on campaign.organization_id = plan.organization_id and campaign.id = plan.campaign_id
        join contact on contact.organization_id = plan.organization_id
        cross join lateral (select plan.campaign_id || ' ' || contact.id as key offset 0) as keyed
        where (professional is null or professional = ('professionnel' = any (contact.tags)))
          and (tag is null or tag = any (contact.tags))
          and (plan.source is null or plan.source = contact.source)
          and contact.created_at < campaign.created_at
          and (plan.legal_basis is distinct from 'consent' or call_consent = 'granted' or pg_temp.hash('withdrawn ' || key) % 100 < 4)
          and (not do_not_call or pg_temp.hash('later ' || key) % 4 = 0)
          and (phone_e164 is not null or pg_temp.hash('without phone ' || key) % 6 = 0)
          and pg_temp.hash('in ' || key) % 100 < percent
        offset 0
    ) as drawn
    offset 0
) as placed;
analyze campaign_contact;
