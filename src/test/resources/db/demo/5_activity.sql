-- Calls and follow-ups.

-- One call an attempt, the last as campaign_contact tells it; those before it nobody picked up, some working days apart.
insert into call_log (organization_id, id, campaign_id, contact_id, agent_id, started_at, duration_seconds, outcome, notes)
select organization_id, pg_temp.id('call ' || key), campaign_id, contact_id, assigned_agent_id, started_at,
       case outcome
           when 'answered' then 60 + pg_temp.hash('length ' || key) % 540
           when 'callback_requested' then 20 + pg_temp.hash('length ' || key) % 70
           when 'refused' then 8 + pg_temp.hash('length ' || key) % 50
           when 'voicemail' then 5 + pg_temp.hash('length ' || key) % 35
           when 'wrong_number' then 5 + pg_temp.hash('length ' || key) % 15
           else 0 end,
       outcome,
       case when pg_temp.hash('noted ' || key) % 100 < 40 then case outcome
           when 'answered' then pg_temp.pick(array['Bon échange, projet à l’étude.', 'Demande une documentation.', 'Doit en parler à son associé.', 'Très intéressée, budget à confirmer.'], 'note ' || key)
           when 'callback_requested' then pg_temp.pick(array['Rappeler en fin de matinée.', 'En réunion, rappeler cette semaine.', 'Préfère être rappelé après 17 h.'], 'note ' || key)
           when 'refused' then pg_temp.pick(array['Ne souhaite pas donner suite.', 'Déjà équipé.', 'Raccroche.'], 'note ' || key)
           when 'voicemail' then 'Message laissé.'
           when 'wrong_number' then 'Numéro attribué à quelqu’un d’autre.' end end
from (
    select campaign_contact.*, keyed.key,
           case when attempt = attempts then last_outcome
                else pg_temp.pick(array['no_answer', 'no_answer', 'busy', 'voicemail'], 'earlier ' || keyed.key) end as outcome,
           last_call_at - (back + case when attempt = attempts then 0
               else greatest(extract(isodow from last_call_at - back * interval '1 day')::integer - 5, 0) end) * interval '1 day' as started_at
    from campaign_contact
    cross join lateral generate_series(1, attempts) as attempt
    cross join lateral (select campaign_id || ' ' || contact_id || ' ' || attempt as key,
                               (attempts - attempt) * (3 + pg_temp.hash('gap ' || campaign_id || contact_id) % 3) as back offset 0) as keyed
    offset 0
) as made;

-- Calls whose campaign was detached: they still count for a contact's history and the legal limits.
insert into call_log (organization_id, id, contact_id, agent_id, started_at, duration_seconds, outcome)
select organization_id, pg_temp.id('detached ' || id), id,
       pg_temp.fixed('a', right(organization_id::text, 1)::integer, 1 + pg_temp.hash('agent ' || id) % 2),
       pg_temp.call_time(3 + pg_temp.hash('day ' || id) % 57, id::text),
       case when pg_temp.hash('answered ' || id) % 3 = 0 then 45 + pg_temp.hash('length ' || id) % 200 else 0 end,
       case when pg_temp.hash('answered ' || id) % 3 = 0 then 'answered' else 'no_answer' end
from contact
where created_at < now() - interval '62 days' and phone_e164 is not null and pg_temp.hash('detached ' || id) % 25 = 0;

-- Pending where the state says so: of a hundred 14 overdue, 18 due today, the others in the next three weeks.
insert into follow_up (organization_id, id, campaign_id, contact_id, agent_id, due_at, note, created_at, updated_at)
select organization_id, pg_temp.id('follow-up ' || key), campaign_id, contact_id, assigned_agent_id,
       (date_trunc('day', now() at time zone 'Europe/Paris')
           + case when dice < 14 then -1 - pg_temp.hash('late ' || key) % 9 when dice < 32 then 0 else 1 + pg_temp.hash('later ' || key) % 21 end * interval '1 day'
           + (9 + pg_temp.hash('due hour ' || key) % 10) * interval '1 hour' + pg_temp.hash('due ' || key) % 4 * interval '15 minutes') at time zone 'Europe/Paris',
       pg_temp.pick(array['Rappeler après réception du devis', 'Reprendre contact avec le décideur', 'Confirmer le rendez-vous', null, 'Demander la facture d’énergie'], 'note ' || key),
       last_call_at, last_call_at
from campaign_contact
cross join lateral (select campaign_id || ' ' || contact_id as key) as keyed
cross join lateral (select pg_temp.hash('due ' || key) % 100 as dice) as drawn
where state = 'follow_up';

-- Done with the last call, or cancelled by it.
insert into follow_up (organization_id, id, campaign_id, contact_id, agent_id, due_at, status, note, cancelled_at, cancel_reason, created_at, updated_at)
select organization_id, pg_temp.id('past follow-up ' || campaign_id || contact_id), campaign_id, contact_id, assigned_agent_id,
       last_call_at - interval '20 minutes', case when cancelled then 'cancelled' else 'done' end, 'Rappel convenu au téléphone',
       case when cancelled then last_call_at end,
       case when cancelled then case state when 'closed' then 'Ne souhaite plus être rappelé' else 'Injoignable' end end,
       last_call_at - interval '4 days', last_call_at
from campaign_contact
cross join lateral (select state in ('closed', 'unreachable') as cancelled) as ended
where state in ('qualified', 'disqualified', 'closed', 'unreachable') and attempts > 1
  and pg_temp.hash('past ' || campaign_id || contact_id) % 3 = 0;

-- Of contacts that were taken out of the campaign: what happened to them stays.
insert into follow_up (organization_id, id, campaign_id, contact_id, due_at, status, cancelled_at, cancel_reason, created_at, updated_at)
select organization_id, pg_temp.id('removed ' || contact.id), pg_temp.fixed('c', 1, 1), contact.id, now() - interval '2 days', 'cancelled',
       now() - interval '5 days', 'Contact retiré de la campagne', now() - interval '12 days', now() - interval '5 days'
from contact
where organization_id = pg_temp.fixed('', 1, 1) and created_at < now() - interval '62 days' and pg_temp.hash('removed ' || contact.id) % 90 = 0
  and not exists (select from campaign_contact as placed
                  where placed.organization_id = contact.organization_id and placed.campaign_id = pg_temp.fixed('c', 1, 1)
                    and placed.contact_id = contact.id);
