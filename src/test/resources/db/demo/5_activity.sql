-- What callers did: calls, follow-ups, executions of scripts, qualifications.

insert into call_log (organization_id, id, campaign_id, contact_id, agent_id, started_at, duration_seconds, outcome, notes)
select organization_id, md5('call ' || campaign_id || contact_id || n)::uuid,
       case when right(contact_id::text, 2) <> '77' then campaign_id end, -- some are detached
       contact_id, assigned_agent_id, last_call_at - (attempts - n) * interval '2 days',
       case when n < attempts or last_outcome in ('no_answer', 'busy') then 8 + hash % 20 else 60 + hash % 400 end,
       case when n < attempts then 'no_answer' else last_outcome end,
       case when n = attempts and hash % 9 = 0 then 'Rappeler plutôt en fin de journée.' end
from (select *, abs(hashtext(contact_id::text)) as hash from campaign_contact) called, generate_series(1, attempts) n
where attempts > 0;

-- Today's calls.
insert into call_log (organization_id, id, campaign_id, contact_id, agent_id, started_at, duration_seconds, outcome)
select organization_id, md5('today ' || campaign_id || contact_id)::uuid, campaign_id, contact_id, assigned_agent_id,
       now() - (1 + row_number() over (order by campaign_id, contact_id) % 40) * interval '1 minute', 95, 'answered'
from campaign_contact
where state = 'in_progress' and assigned_agent_id is not null and right(contact_id::text, 1) = '3';

insert into follow_up (organization_id, id, campaign_id, contact_id, agent_id, due_at, status, note, cancelled_at, cancel_reason, created_at)
select organization_id, md5('follow up ' || campaign_id || contact_id)::uuid, campaign_id, contact_id, assigned_agent_id,
       case kind when 0 then now() - (1 + hash % 9) * interval '1 day'
                 when 1 then date_trunc('day', now()) + interval '16 hours'
                 else now() + (1 + hash % 20) * interval '1 day' end,
       case kind when 3 then 'done' when 4 then 'cancelled' else 'pending' end,
       case hash % 3 when 0 then 'A demandé à être rappelé.' end,
       case kind when 4 then now() - interval '1 day' end,
       case kind when 4 then 'Ne souhaite plus être rappelé' end,
       now() - interval '12 days'
from (select *, abs(hashtext(contact_id::text)) % 5 as kind, abs(hashtext(contact_id::text)) as hash
      from campaign_contact where state = 'follow_up') planned;

insert into script_execution (organization_id, id, campaign_id, contact_id, agent_id, script_template_id, template_version, template_snapshot,
                              status, responses, started_at, completed_at, updated_at)
select m.organization_id, md5('execution ' || m.campaign_id || m.contact_id)::uuid, m.campaign_id, m.contact_id, m.assigned_agent_id,
       t.id, t.version, jsonb_build_object('name', t.name, 'steps', t.steps),
       case when m.state = 'in_progress' then 'in_progress' when hash % 10 = 0 then 'abandoned' else 'completed' end,
       case when t.id::text like '5000000_-0000-4000-8000-000000000001' and m.organization_id = '00000001-0000-4000-8000-000000000001'
            then jsonb_build_object('proprietaire', case when m.state = 'disqualified' then 'Non' else 'Oui' end)
                     || case when m.state = 'qualified'
                             then jsonb_build_object('chauffage', (array['Gaz', 'Fioul', 'Électricité'])[1 + hash % 3], 'rendez_vous', 'Oui')
                             else '{}' end
            else '{}' end,
       m.last_call_at, case when m.state <> 'in_progress' then m.last_call_at + interval '6 minutes' end, m.last_call_at + interval '6 minutes'
from (select *, abs(hashtext(contact_id::text)) as hash from campaign_contact
      where state in ('in_progress', 'qualified', 'disqualified') and last_call_at is not null) m
join campaign c on c.organization_id = m.organization_id and c.id = m.campaign_id
join script_template t on t.organization_id = c.organization_id and t.id = c.script_template_id
where hash % 3 = 0;

insert into qualification (organization_id, id, campaign_id, contact_id, qualification_template_id, template_version, status, values, score,
                           agent_id, script_execution_id, source, created_at, updated_at)
select e.organization_id, md5('qualification ' || e.campaign_id || e.contact_id)::uuid, e.campaign_id, e.contact_id, t.id, t.version,
       m.state, jsonb_build_object('proprietaire', m.state = 'qualified')
                    || case when e.responses ? 'chauffage' then jsonb_build_object('chauffage', e.responses ->> 'chauffage') else '{}' end,
       case when m.state = 'qualified' then 30 else 0 end
           + case e.responses ->> 'chauffage' when 'Fioul' then 30 when 'Gaz' then 20 when 'Électricité' then 10 else 0 end,
       e.agent_id, e.id, case when right(e.contact_id::text, 1) = '4' then 'auto' else 'agent' end, e.completed_at, e.completed_at
from script_execution e
join campaign_contact m using (organization_id, campaign_id, contact_id)
join campaign c on c.organization_id = e.organization_id and c.id = e.campaign_id
join qualification_template t on t.organization_id = c.organization_id and t.id = c.qualification_template_id
where e.status = 'completed' and m.state in ('qualified', 'disqualified') and e.organization_id = '00000001-0000-4000-8000-000000000001';
