-- Campaigns in every status; some can't be worked yet, which the overview tells. Ids: c, the organization, then the number.

insert into campaign (organization_id, id, name, description, status, script_template_id, qualification_template_id, starts_on, ends_on,
                      calling_windows, audience, legal_basis, max_attempts, retry_delay_minutes, priority, tags, created_by, created_at, updated_at)
select o.id, ('c000000' || o.no || '-0000-4000-8000-' || lpad(c.no::text, 12, '0'))::uuid, c.name, c.description, c.status,
       ('5000000' || o.no || '-0000-4000-8000-' || lpad(c.script::text, 12, '0'))::uuid,
       ('6000000' || o.no || '-0000-4000-8000-' || lpad(c.form::text, 12, '0'))::uuid,
       current_date + c.starts, current_date + c.ends, c.windows::jsonb, c.audience, c.basis, c.attempts, c.delay, c.priority, c.tags::text[],
       'demo', now() - c.age * interval '1 day', now() - c.age * interval '8 hours'
from (values ('00000001-0000-4000-8000-000000000001'::uuid, 1), ('00000002-0000-4000-8000-000000000002', 2)) o (id, no)
join (values
    (1, 1, 'Bilan énergétique Rhône', 'Propriétaires de maison du Rhône', 'active', 1, 1, -60, 60,
     '[{"days": ["monday", "tuesday", "wednesday", "thursday", "friday"], "from": "10:00", "to": "13:00"}, {"days": ["monday", "tuesday", "wednesday", "thursday", "friday"], "from": "14:00", "to": "20:00"}]',
     'consumer', 'consent', 4, 1440, 10, '{rénovation,rhône}', 70),
    (1, 2, 'Relance devis automne', 'Devis envoyés et restés sans réponse', 'active', 2, 1, -30, null, '[]', 'business', null, 5, 720, 20, '{devis}', 40),
    (1, 3, 'Parrainage clients', null, 'paused', 2, null, -90, null, '[]', 'business', null, 3, 2880, 0, '{parrainage}', 95),
    (1, 4, 'Solaire 2027', 'En préparation', 'draft', null, null, 40, 140, '[]', 'business', null, 5, 1440, 0, '{solaire}', 5),
    (1, 5, 'Salon de l''habitat', 'Visiteurs du salon', 'completed', 1, 1, -200, -100, '[]', 'business', null, 5, 1440, 0, '{salon}', 210),
    (1, 6, 'Chaudières 2024', null, 'archived', 1, null, -700, -500, '[]', 'business', null, 5, 1440, 0, '{}', 720),
    (1, 7, 'Isolation des combles', 'Ni contacts, ni script', 'active', null, null, null, null, '[]', 'business', null, 5, 1440, -5, '{isolation}', 3),
    (1, 8, 'Copropriétés lyonnaises', 'Sans agent', 'active', 2, 1, null, null, '[]', 'business', null, 5, 1440, 5, '{copropriété}', 12),
    (1, 9, 'Clients sous contrat', 'Entretien annuel', 'active', 2, null, null, null, '[]', 'consumer', 'existing_contract', 4, 1440, 0, '{entretien}', 25),
    (2, 1, 'Commerces sans site', 'Commerces du centre', 'active', 1, 1, -20, null, '[]', 'business', null, 5, 1440, 0, '{web}', 25),
    (2, 2, 'Refonte de sites', null, 'active', 1, 1, -10, null, '[]', 'business', null, 5, 1440, 3, '{web,refonte}', 15),
    (2, 3, 'Maintenance', null, 'draft', null, null, null, null, '[]', 'business', null, 5, 1440, 0, '{}', 2))
    c (organization_no, no, name, description, status, script, form, starts, ends, windows, audience, basis, attempts, delay, priority, tags, age)
    on c.organization_no = o.no;

insert into campaign_agent (organization_id, campaign_id, user_id)
select organization_id, id, ('a000000' || substr(organization_id::text, 8, 1) || '-0000-4000-8000-' || lpad(agent::text, 12, '0'))::uuid
from campaign, generate_series(1, 6) agent
where right(id::text, 1) not in ('4', '7', '8') and (agent <= 4 or right(id::text, 1) in ('1', '2'));

-- Which contacts are in which campaign: spans of numbers, so that campaigns overlap.
create temporary table demo_member on commit drop as
select c.organization_id, substr(c.organization_id::text, 8, 1)::int as organization_no, c.id as campaign_id, s.no as campaign_no, i,
       ('b000000' || substr(c.organization_id::text, 8, 1) || '-0000-4000-8000-' || lpad(i::text, 12, '0'))::uuid as contact_id,
       -- a number from 0 to 99 that looks drawn
       (i * 37 + s.no * 11 + i / 100 * 17) % 100 as draw
from (values (1, 1, 1, 9000, 1), (1, 2, 6000, 14000, 1), (1, 3, 500, 4000, 1), (1, 5, 1, 4000, 1), (1, 6, 12000, 15000, 1),
             (1, 8, 13000, 18000, 2), (1, 9, 2000, 3000, 1), (2, 1, 1, 1500, 1), (2, 2, 1000, 2500, 1))
         s (organization_no, no, first, last, step)
join campaign c on c.id = ('c000000' || s.organization_no || '-0000-4000-8000-' || lpad(s.no::text, 12, '0'))::uuid,
     generate_series(s.first, s.last, s.step) i
where i % 31 <> 0; -- never those who must not be called

insert into campaign_contact (organization_id, campaign_id, contact_id, state, assigned_agent_id, priority, attempts, last_call_at, last_outcome,
                              added_at, assigned_at, updated_at)
select organization_id, campaign_id, contact_id, state,
       case when assigned then ('a000000' || organization_no || '-0000-4000-8000-' || lpad((1 + i % 4)::text, 12, '0'))::uuid end,
       case when draw % 10 = 0 then 10 else 0 end,
       case when called then 1 + draw % 3 else 0 end,
       case when called then now() - (1 + i % 50) * interval '1 day' - (i % 600) * interval '1 minute' end,
       case when called then outcome end,
       now() - (55 + i % 10) * interval '1 day' - i * interval '1 second',
       case when assigned then now() - 50 * interval '1 day' end,
       now() - (i % 40) * interval '1 day'
from (select *,
             campaign_no <> 8 and draw % 8 <> 0 as assigned,
             state <> 'to_call' or draw % 3 = 0 as called,
             case state when 'to_call' then (array['no_answer', 'busy', 'voicemail'])[1 + i % 3]
                        when 'in_progress' then (array['answered', 'no_answer'])[1 + i % 2]
                        when 'follow_up' then 'callback_requested'
                        when 'qualified' then 'answered'
                        when 'disqualified' then (array['refused', 'answered'])[1 + i % 2]
                        when 'unreachable' then (array['no_answer', 'wrong_number'])[1 + i % 2]
                        else 'answered' end as outcome
      from (select *, case when draw < 50 then 'to_call' when draw < 58 then 'in_progress' when draw < 65 then 'follow_up'
                           when draw < 75 then 'qualified' when draw < 86 then 'disqualified' when draw < 94 then 'unreachable'
                           else 'closed' end as state
            from demo_member) drawn) decided;
