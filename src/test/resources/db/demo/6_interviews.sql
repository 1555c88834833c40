-- Script executions with what was answered, and the qualifications that came of them.

-- An answer is kept under its step's id. Open and abandoned interviews stop after the first questions.
insert into script_execution (organization_id, id, campaign_id, contact_id, agent_id, script_template_id, template_version,
                              template_snapshot, status, responses, started_at, completed_at, updated_at)
select organization_id, pg_temp.id('execution ' || key), campaign_id, contact_id, assigned_agent_id, script_template_id, version,
       snapshot, status,
       jsonb_strip_nulls(case when status = 'completed' then answers
                              else answers - array['surface', 'echeance', 'interesse', 'creneau', 'email', 'motif_refus'] end),
       last_call_at, case when status = 'completed' then ended_at end, ended_at
from (
    select placed.organization_id, campaign_id, contact_id, assigned_agent_id, script_template_id, template.version, last_call_at, key,
           jsonb_build_object('name', template.name, 'language', template.language, 'steps', template.steps) as snapshot,
           least(now(), last_call_at + (90 + pg_temp.hash('length ' || key) % 500) * interval '1 second') as ended_at,
           case when state in ('qualified', 'disqualified') then 'completed'
                when campaign.status in ('active', 'paused') and pg_temp.hash('open ' || key) % 5 < 3 then 'in_progress'
                else 'abandoned' end as status,
           case template.id
               when pg_temp.fixed('5', 1, 1) then jsonb_build_object('proprietaire', first_answer) || case when first_yes then jsonb_build_object(
                   'chauffage', heating,
                   'fournisseur_gaz', case heating when 'Gaz' then pg_temp.pick(array['Régie municipale', 'Gaz du Sud', 'Ne sait plus'], 'gas ' || key) end,
                   'age_chaudiere', case heating when 'Fioul' then (4 + pg_temp.hash('age ' || key) % 30)::text end,
                   'surface', (35 + pg_temp.hash('area ' || key) % 150)::text,
                   'interesse', case when wants then 'Oui' else 'Non' end,
                   'creneau', case when wants then pg_temp.pick(array['Matin', 'Après-midi', 'Soirée'], 'slot ' || key) end,
                   'email', case when wants then address end,
                   'motif_refus', case when not wants then pg_temp.pick(array['Trop cher', 'Travaux déjà faits', 'Déménagement prévu', 'Autre'], 'why ' || key) end)
                   else '{}' end
               when pg_temp.fixed('5', 1, 2) then jsonb_build_object('decideur', first_answer) || case when first_yes then jsonb_build_object(
                   'fournisseur', pg_temp.pick(array['Fournisseur historique', 'Fournisseur alternatif', 'Ne sait pas'], 'supplier ' || key),
                   'consommation', (8 + pg_temp.hash('volume ' || key) % 400)::text,
                   'echeance', pg_temp.pick(array['Moins de 3 mois', '3 à 12 mois', 'Plus d’un an'], 'end ' || key),
                   'interesse', case when wants then 'Oui' else 'Non' end,
                   'email', case when wants then address end,
                   'motif_refus', case when not wants then pg_temp.pick(array['Engagé ailleurs', 'Satisfait', 'Pas le temps', 'Autre'], 'why ' || key) end)
                   else jsonb_build_object('contact_decideur', 'La direction, ' || pg_temp.pick(array['lundi matin', 'jeudi après-midi', 'en début de mois'], 'when ' || key)) end
               when pg_temp.fixed('5', 2, 1) then jsonb_build_object(
                   'site_existant', first_answer,
                   'anciennete', case when first_yes then pg_temp.pick(array['Moins de 2 ans', '2 à 5 ans', 'Plus de 5 ans'], 'since ' || key) end,
                   'projet', case when not first_yes then pg_temp.pick(array['Prendre des rendez-vous', 'Vendre en ligne', 'Être trouvé'], 'project ' || key) end,
                   'budget', pg_temp.pick(array['Aucun', 'Moins de 3 000 €', '3 000 à 10 000 €', 'Plus de 10 000 €'], 'budget ' || key),
                   'interesse', case when wants then 'Oui' else 'Non' end,
                   'email', case when wants then address end,
                   'motif_refus', case when not wants then 'Pas avant l’an prochain' end)
           end as answers
    from campaign_contact as placed
    join campaign on campaign.organization_id = placed.organization_id and campaign.id = placed.campaign_id
    join script_template as template on template.organization_id = placed.organization_id and template.id = campaign.script_template_id
    join contact on contact.organization_id = placed.organization_id and contact.id = placed.contact_id
    cross join lateral (select campaign_id || ' ' || contact_id as key) as keyed
    cross join lateral (
        select state = 'qualified' or pg_temp.hash('first ' || key) % 5 < 3 as first_yes, state = 'qualified' as wants,
               case when state = 'qualified' or pg_temp.hash('first ' || key) % 5 < 3 then 'Oui' else 'Non' end as first_answer,
               pg_temp.pick(array['Gaz', 'Fioul', 'Électricité', 'Bois'], 'heat ' || key) as heating,
               case when contact.email ~ '^[^@ ]+@[^@ ]+\.[a-zA-Z]+$' then lower(contact.email) end as address
        offset 0) as drawn
    where last_outcome in ('answered', 'callback_requested') and state <> 'closed'
      and (campaign.status in ('active', 'paused') or pg_temp.hash('kept ' || key) % 3 = 0)
    offset 0
) as interview
where answers is not null;

-- An earlier attempt that was broken off, before some of the completed ones.
insert into script_execution (organization_id, id, campaign_id, contact_id, agent_id, script_template_id, template_version,
                              template_snapshot, status, responses, started_at, updated_at)
select organization_id, pg_temp.id('earlier ' || id), campaign_id, contact_id, agent_id, script_template_id, template_version,
       template_snapshot, 'abandoned', '{}', started_at - interval '3 days', started_at - interval '3 days'
from script_execution
where status = 'completed' and pg_temp.hash('earlier ' || id) % 14 = 0;

-- Values are the captures by the form's fields; where there is no script the agent filled the form. Completed interviews
-- decide, some open ones left an automatic draft.
insert into qualification (organization_id, id, campaign_id, contact_id, qualification_template_id, template_version, status, values,
                           score, agent_id, script_execution_id, source, version, created_at, updated_at)
select organization_id, pg_temp.id('qualification ' || key), campaign_id, contact_id, qualification_template_id, form_version, decision,
       values, (
           select coalesce(sum(case
               when jsonb_typeof(field -> 'score') = 'number' then case when (values -> (field ->> 'key'))::boolean then (field ->> 'score')::numeric end
               else (select sum((field -> 'score' ->> chosen)::numeric)
                     from jsonb_array_elements_text(case jsonb_typeof(values -> (field ->> 'key'))
                         when 'array' then values -> (field ->> 'key') else jsonb_build_array(values -> (field ->> 'key')) end) as chosen) end), 0)
           from jsonb_array_elements(fields) as field
           where field ? 'score' and values ? (field ->> 'key')),
       assigned_agent_id, execution_id, case when decision = 'draft' then 'auto' else 'agent' end,
       1 + pg_temp.hash('version ' || key) % 3, qualified_at, qualified_at
from (
    select placed.organization_id, placed.campaign_id, placed.contact_id, assigned_agent_id, campaign.qualification_template_id,
           template.version as form_version, template.fields, execution.id as execution_id, key,
           case when execution.status = 'in_progress' then 'draft' else state end as decision,
           coalesce(execution.updated_at, last_call_at) as qualified_at,
           case when execution.id is null then jsonb_build_object('proprietaire', state = 'qualified', 'interesse', state = 'qualified')
                else coalesce((
                    select jsonb_object_agg(field ->> 'key', case field ->> 'type'
                        when 'boolean' then to_jsonb(answer = 'Oui') when 'number' then to_jsonb(answer::numeric) else to_jsonb(answer) end)
                    from jsonb_array_elements(template.fields) as field,
                         lateral (select responses ->> (field ->> 'fromCapture') as answer) as captured
                    where answer is not null), '{}') end
           || case when state = 'qualified' and template.id = pg_temp.fixed('6', 1, 1) then jsonb_strip_nulls(jsonb_build_object(
                  'date_visite', to_char(last_call_at + (3 + pg_temp.hash('visit ' || key) % 20) * interval '1 day', 'YYYY-MM-DD'),
                  'telephone_visite', contact.phone_e164,
                  'equipements', case when pg_temp.hash('kit ' || key) % 2 = 0 then '["Pompe à chaleur"]' else '["Pompe à chaleur", "Panneaux solaires"]' end::jsonb))
              else '{}' end
           || case when pg_temp.hash('comment ' || key) % 4 = 0 and template.fields @> '[{"key": "commentaire"}]'
                   then '{"commentaire": "Échange cordial, à recontacter au printemps si sans nouvelles."}' else '{}' end::jsonb as values
    from campaign_contact as placed
    join campaign on campaign.organization_id = placed.organization_id and campaign.id = placed.campaign_id
    join qualification_template as template
        on template.organization_id = placed.organization_id and template.id = campaign.qualification_template_id
    join contact on contact.organization_id = placed.organization_id and contact.id = placed.contact_id
    cross join lateral (select placed.campaign_id || ' ' || placed.contact_id as key) as keyed
    left join script_execution as execution
        on execution.organization_id = placed.organization_id and execution.campaign_id = placed.campaign_id
        and execution.contact_id = placed.contact_id and execution.status in ('completed', 'in_progress')
    where case when execution.status = 'completed' then true
               when execution.status = 'in_progress' then pg_temp.hash('auto ' || key) % 3 = 0
               else campaign.script_template_id is null and template.id = pg_temp.fixed('6', 1, 1)
                   and state in ('qualified', 'disqualified') and last_outcome = 'answered' end
    offset 0
) as decided;
