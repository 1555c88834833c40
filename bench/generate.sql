-- The data that speed is measured on: one large organization beside thousands of small ones. Set-based; the same script
-- on the same day gives the same data. Runs as the owner of a migrated database: see README.md.
\set ON_ERROR_STOP on
\timing on
\if :{?scale}
\else
    \set scale 1
\endif
\if :{?organization}
\else
    \set organization '01900000-0000-7000-8000-00000000be9c'
\endif

select (1000000 * :scale)::int as contacts,
       (950000 * :scale)::int as reached,
       (100000 * :scale)::int as imported,
       (10000 * :scale)::int as organizations,
       (400000 * :scale)::int as largest,
       (2600000 * :scale)::int as others,
       (2100000 * :scale)::int as calls,
       (300000 * :scale)::int as follow_ups,
       (150000 * :scale)::int as qualifications
\gset

select setseed(0.42);
-- plans, and with them the order of random numbers, stay the same
set max_parallel_workers_per_gather = 0;

-- Time-ordered and the same at every run.
create function pg_temp.id(kind text, i bigint) returns uuid language sql immutable
    return (select (substr(t, 1, 8) || '-' || substr(t, 9) || '-7' || substr(h, 1, 3) || '-8' || substr(h, 4, 3) || '-' || substr(h, 7, 12))::uuid
            from (select lpad(to_hex(1700000000000 + i), 12, '0') as t, md5(kind || i) as h) parts);
create function pg_temp.pick(words text[], i bigint) returns text language sql immutable
    return words[1 + (i % cardinality(words) + cardinality(words)) % cardinality(words)];

\echo organizations
insert into organization (id, slug, name, owner_email, owner_name, created_at)
select case i when 1 then :'organization' else pg_temp.id('organization', i) end,
       lower(translate(company, ' éè''', '-ee-')) || '-' || i,
       company || ' ' || i,
       'direction' || i || '@exemple.fr',
       pg_temp.pick('{Camille,Hélène,Karim,Loïc,Nadège,Olivier,Sophie,Thomas,Yasmine,Zoé}', i * 7)
           || ' ' || pg_temp.pick('{Martin,Bernard,Lefèvre,Moreau,Garcia,Faure,Rousseau,Nguyen,Benali,Le Goff,Chevalier}', i * 5),
       now() - interval '3 years' + i * interval '90 minutes'
from (
    select i, pg_temp.pick('{Atlantique,Bretagne,Cévennes,Durance,Étoile,Garonne,Horizon,Jura,Lumière,Méridien,Nouvelle Rive,Océane,Provence,Vallée}', i)
           || ' ' || pg_temp.pick('{Conseil,Assurances,Énergie,Habitat,Télécom,Formation,Services,Patrimoine,Santé}', i / 14) as company
    from generate_series(1, :organizations) i
) named;

insert into organization_module (organization_id, module, enabled)
select id, 'outbound', id = :'organization' or random() < 0.8 from organization
on conflict do nothing;

\echo people, imports, templates, campaigns
insert into app_user (organization_id, id, email, full_name, role, status, daily_capacity)
select :'organization', pg_temp.id('agent', i), 'agent' || i || '@exemple.fr',
       pg_temp.pick('{Camille,Hélène,Karim,Loïc,Nadège,Olivier,Sophie,Thomas,Yasmine,Zoé}', i)
           || ' ' || pg_temp.pick('{Martin,Bernard,Lefèvre,Moreau,Garcia,Faure,Rousseau,Nguyen,Benali}', i / 10 + i),
       'agent', pg_temp.pick('{active,active,active,active,active,active,active,active,paused,inactive}', i), 60
from generate_series(1, 200) i;

insert into import_folder (organization_id, id, name, source_file_name, row_count, created_at)
select :'organization', pg_temp.id('import', i), 'Import ' || i, 'fichier' || i || '.csv',
       case i when 20 then :imported else (:contacts - :imported) / 19 end, now() - (21 - i) * interval '1 month'
from generate_series(1, 20) i;

insert into script_template (organization_id, id, name, status, steps)
select :'organization', pg_temp.id('script', i), 'Script ' || i, 'published', '[{"id":"a","type":"instruction","text":"Bonjour"}]'
from generate_series(1, 40) i;
insert into qualification_template (organization_id, id, name, status, fields)
select :'organization', pg_temp.id('form', i), 'Fiche ' || i, 'published', '[{"key":"budget","label":"Budget","type":"number"}]'
from generate_series(1, 20) i;

insert into campaign (organization_id, id, name, description, status, script_template_id, qualification_template_id, tags, priority, created_at, updated_at)
select :'organization', pg_temp.id('campaign', i),
       'Campagne ' || pg_temp.pick('{Été,Printemps,Rentrée,Noël,Fidélité,Relance,Prospection}', i) || ' ' || i, 'Appels sortants n° ' || i,
       case when i = 1 then 'active' else pg_temp.pick('{active,active,active,paused,draft,completed,completed,completed,archived,archived}', i) end,
       pg_temp.id('script', 1 + i % 40), pg_temp.id('form', 1 + i % 20), array[pg_temp.pick('{vip,b2b,b2c,nord,sud}', i)], i % 7,
       now() - (200 - i) * interval '3 days', now() - (i * 37 % 200) * interval '1 day'
from generate_series(1, 200) i;
insert into campaign_agent (organization_id, campaign_id, user_id)
select :'organization', pg_temp.id('campaign', c), pg_temp.id('agent', 1 + (c * 13 + a) % 200)
from generate_series(1, 200) c, generate_series(1, case c when 1 then 50 else 3 + c % 10 end) a;

\echo contacts
-- The last import holds, of five rows, one that is in the CRM already and one that repeats the row before; `person` says who it is.
insert into contact (organization_id, id, external_id, first_name, last_name, company, job_title, email, phone, phone_e164, city, postal_code,
                     country, language, source, tags, custom, do_not_call, call_consent, import_folder_id, created_at, updated_at)
select :'organization', pg_temp.id('contact', i),
       case when i % 10 <> 0 then 'EXT-' || person end,
       pg_temp.pick('{Camille,Hélène,Karim,Loïc,Nadège,Olivier,Sophie,Thomas,Yasmine,Zoé,Aurélie,Benoît,Chloé,Damien,Élodie,François,Gaëlle,Hugo,Inès,Jérôme,Léa,Mickaël,Noémie,Océane,Pierre,Quentin,Romain,Sébastien,Théo}', person / 31),
       pg_temp.pick('{Martin,Bernard,Lefèvre,Moreau,Garcia,Faure,Rousseau,Nguyen,Benali,Le Goff,Chevalier,Dubois,Durand,Petit,Roux,Mercier,Blanc,Guérin,Boyer,Lambert,Bonnet,François,Martinez,Legrand,Garnier,Barbier,Arnaud,Perrin,Morel,Girard,Andrieu}', person)
           || case when person % 3 = 0 then '-' || pg_temp.pick('{Petit,Roy,Noël,Colin,Vidal,Aubert,Renaud,Picard}', person / 93) else '' end,
       case when person % 4 <> 0 then
           pg_temp.pick('{Atelier,Boulangerie,Cabinet,Domaine,Entreprise,Fabrique,Garage,Hôtel,Imprimerie,Jardinerie,Librairie,Maison,Menuiserie,Pharmacie}', person / 7)
           || ' ' || pg_temp.pick('{du Port,des Alpes,de la Gare,Saint-Michel,du Moulin,des Lilas,Renault,du Lac,Victor Hugo,de l''Étang}', person / 98) || ' ' || person % 5000 end,
       pg_temp.pick('{Gérant,Directrice,Acheteur,Comptable,Responsable technique,Assistante}', person),
       case when person % 8 <> 0 then 'contact' || person || '@exemple' || person % 300 || '.fr' when person % 80 = 0 then 'sans arobase ' || person end,
       case when person % 12 = 0 then null when person % 50 = 1 then '06 12' else '06 ' || regexp_replace(lpad((person * 7919 % 100000000)::text, 8, '0'), '(..)(..)(..)(..)', '\1 \2 \3 \4') end,
       case when person % 12 <> 0 and person % 50 <> 1 then '+336' || lpad((person * 7919 % 100000000)::text, 8, '0') end,
       pg_temp.pick('{Paris,Marseille,Lyon,Toulouse,Nice,Nantes,Montpellier,Strasbourg,Bordeaux,Lille,Rennes,Reims,Toulon,Grenoble,Dijon,Angers,Nîmes,Brest,Limoges,Tours,Amiens,Metz,Besançon,Orléans,Rouen,Mulhouse,Caen,Nancy,Avignon,Poitiers}', (sqrt(person % 900))::int),
       lpad((person % 95000)::text, 5, '0'),
       case when person % 40 = 0 then 'BE' else 'FR' end, case when person % 60 = 0 then 'nl' else 'fr' end,
       pg_temp.pick('{salon,site,partenaire,achat,parrainage}', person),
       case person % 3 when 0 then array[pg_temp.pick('{vip,b2b,b2c,nord,sud,est,ouest,2024,2025,prospect,client,ancien}', person / 3)]
                       when 1 then array['lot' || person % 500, pg_temp.pick('{prospect,client}', person / 3)] else '{}' end,
       jsonb_build_object('segment', pg_temp.pick('{A,B,C,D}', person), 'effectif', person % 250),
       random() < 0.03, case when random() < 0.3 then 'granted' when random() < 0.05 then 'refused' else 'unknown' end,
       case when i > :contacts - :imported then pg_temp.id('import', 20) when i % 3 = 0 then pg_temp.id('import', 1 + i * 19 / :contacts) end,
       now() - (:contacts - i) * interval '60 seconds' / :scale, now() - (:contacts - i) * interval '60 seconds' / :scale
from (
    select i, case when i <= :contacts - :imported then i
                   when i % 5 = 0 then i * 7919 % (:contacts - :imported)
                   when i % 5 = 1 then i - 2
                   else i end as person
    from generate_series(1::bigint, :contacts) i
) numbered;

\echo campaign contacts
-- Campaign 1 is the large one; the others shrink with their rank; some contacts are in none. A step of
-- a campaign's own, without a common factor with their number, meets none twice.
with sized as (
    select c, case c when 1 then :largest
                     else least(:reached, (:others * (1.0 / (c + 20)) / (select sum(1.0 / (k + 20)) from generate_series(2, 200) k))::int) end as size
    from generate_series(1, 200) c
), members as materialized (
    select c, (c * 104729 + k * (611953::bigint + 7030 * c)) % :reached + 1 as i, random() as chance, random() as luck
    from sized, generate_series(1, size) k
)
insert into campaign_contact (organization_id, campaign_id, contact_id, state, assigned_agent_id, priority, attempts, last_call_at, last_outcome, added_at, assigned_at, updated_at)
select :'organization', pg_temp.id('campaign', c), pg_temp.id('contact', i),
       case when chance < 0.52 then 'to_call' when chance < 0.6 then 'in_progress' when chance < 0.71 then 'follow_up' when chance < 0.78 then 'qualified'
            when chance < 0.88 then 'disqualified' when chance < 0.96 then 'unreachable' else 'closed' end,
       case when luck < 0.7 then pg_temp.id('agent', 1 + (c * 13 + 1 + (i + (luck * 1000)::int) % case c when 1 then 50 else 3 + c % 10 end) % 200) end,
       case when luck < 0.1 then 10 when luck < 0.2 then -5 else 0 end,
       case when chance < 0.48 then 0 else 1 + (luck * luck * 4)::int end,
       case when chance >= 0.48 then now() - luck * luck * interval '300 days' end,
       case when chance >= 0.48 then pg_temp.pick('{answered,answered,no_answer,no_answer,busy,voicemail,callback_requested,refused,wrong_number}', i + c) end,
       now() - (201 - c) * interval '3 days' + (i % 5) * interval '6 hours', case when luck < 0.7 then now() - (201 - c) * interval '2 days' end,
       now() - luck * interval '300 days'
from members
order by 2, 3;

\echo follow-ups
insert into follow_up (organization_id, id, campaign_id, contact_id, agent_id, due_at, status, note, cancelled_at, cancel_reason)
select organization_id, pg_temp.id('follow_up', row_number() over ()), campaign_id, contact_id, assigned_agent_id,
       now() + (chance - 0.4) * interval '60 days', status, 'Rappeler',
       case status when 'cancelled' then now() end, case status when 'cancelled' then 'Plus intéressé' end
from (
    select *, case when luck < 0.6 then 'pending' when luck < 0.9 then 'done' else 'cancelled' end as status
    from (select *, random() as chance, random() as luck from campaign_contact
          where organization_id = :'organization' and state = 'follow_up' limit :follow_ups) waiting
) decided;

\echo calls
insert into call_log (organization_id, id, campaign_id, contact_id, agent_id, started_at, duration_seconds, outcome, notes)
select :'organization', pg_temp.id('call', row_number() over (order by started_at)), campaign_id, contact_id, assigned_agent_id, started_at,
       (chance * 600)::int, case attempt when 1 then last_outcome else 'no_answer' end, null
from (
    select *, last_call_at - (attempt - 1) * interval '1 day' as started_at, random() as chance
    from campaign_contact, generate_series(1, attempts) attempt
    where organization_id = :'organization'
    limit :calls
) called
order by started_at;

\echo executions, qualifications
insert into script_execution (organization_id, id, campaign_id, contact_id, agent_id, status, responses, started_at)
select organization_id, pg_temp.id('execution', row_number() over ()), campaign_id, contact_id, assigned_agent_id,
       case when state = 'in_progress' then 'in_progress' else 'completed' end, '{}', last_call_at
from campaign_contact
where organization_id = :'organization' and last_call_at is not null and state in ('in_progress', 'qualified')
limit :qualifications;
insert into qualification (organization_id, id, campaign_id, contact_id, qualification_template_id, status, values, score, agent_id, updated_at)
select organization_id, pg_temp.id('qualification', row_number() over ()), campaign_id, contact_id, pg_temp.id('form', 1),
       case state when 'disqualified' then 'disqualified' else 'qualified' end, '{"budget": 1000}', (random() * 100)::int, assigned_agent_id, last_call_at
from campaign_contact
where organization_id = :'organization' and state in ('qualified', 'disqualified') and last_call_at is not null
limit :qualifications;

\echo small organizations
-- A little of everything, so that no table is the large organization's alone.
insert into app_user (organization_id, email, full_name, role)
select id, 'agent' || i || '@exemple.fr', 'Agent ' || i, 'agent'
from organization, generate_series(1, 3) i where id <> :'organization';
insert into import_folder (organization_id, name) select id, 'Import' from organization where id <> :'organization';
insert into script_template (organization_id, name) select id, 'Script' from organization where id <> :'organization';
insert into qualification_template (organization_id, name) select id, 'Fiche' from organization where id <> :'organization';
insert into campaign (organization_id, name) select id, 'Campagne ' || i
from organization, generate_series(1, 2) i where id <> :'organization';
insert into contact (organization_id, last_name, phone_e164)
select id, 'Durand ' || i, '+3361234' || lpad(i::text, 4, '0') from organization, generate_series(1, 20) i where id <> :'organization';
analyze app_user, campaign, contact;
insert into campaign_agent (organization_id, campaign_id, user_id)
select c.organization_id, c.id, u.id from campaign c join app_user u using (organization_id) where c.organization_id <> :'organization';
insert into campaign_contact (organization_id, campaign_id, contact_id)
select c.organization_id, c.id, k.id from campaign c join contact k using (organization_id) where c.organization_id <> :'organization'
order by c.organization_id, c.id, k.id;
insert into call_log (organization_id, campaign_id, contact_id, outcome)
select organization_id, campaign_id, contact_id, 'answered' from campaign_contact where organization_id <> :'organization' and random() < 0.2;
insert into follow_up (organization_id, campaign_id, contact_id)
select organization_id, campaign_id, contact_id from campaign_contact where organization_id <> :'organization' and random() < 0.1;

\echo statistics
vacuum analyze organization, organization_module, app_user, import_folder, contact, script_template, qualification_template,
    campaign, campaign_agent, campaign_contact, follow_up, call_log, script_execution, qualification,
    campaign_contact_count, campaign_outcome_count, contact_count;
