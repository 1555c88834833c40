-- The demonstration companies, loaded once into an empty database: all files in name order, in one transaction.
--
--   1 organizations   what the other files draw with; organization, organization_module, app_user, import_folder
--   2 contacts        contact: fill rates, duplicates, bad numbers and addresses, consents
--   3 templates       script_template, qualification_template
--   4 campaigns       campaign, campaign_agent, campaign_contact
--   5 activity        call_log, follow_up
--   6 interviews      script_execution, qualification
--
-- The same on every machine: what looks random is a hash of a name or number. Only times are relative to now(), so that
-- follow-ups are overdue, due today and later on whatever day it is loaded. Organizations, users, import folders, contacts,
-- templates and campaigns have fixed ids, all other rows ids made from a name.
-- Nobody real can be called or written to: telephone numbers come from the ranges that France reserves for fiction,
-- addresses from the top-level domain `example` (RFC 2606).

-- Compiling these statements takes longer than running them. For the same reason sub-selects below end with `offset 0`:
-- they are computed once a row then, not once for every mention.
set local jit = off;

-- 0 to 268,435,455.
create function pg_temp.hash(key text) returns integer
    language sql immutable strict parallel safe
    return hashtext(key) & 268435455;

create function pg_temp.pick(options text[], key text) returns text
    language sql immutable strict parallel safe
    return options[1 + pg_temp.hash(key) % cardinality(options)];

-- A custom id (RFC 9562, version 8).
create function pg_temp.id(key text) returns uuid
    language sql immutable strict parallel safe
    return overlay(overlay(md5(key) placing '8' from 13 for 1) placing 'a' from 17 for 1)::uuid;

-- The fixed ids: kind is what they start with, company and number count from 1.
create function pg_temp.fixed(kind text, company integer, number integer) returns uuid
    language sql immutable strict parallel safe
    return (kind || lpad(company::text, 8 - length(kind), '0') || '-0000-4000-8000-' || lpad(number::text, 12, '0'))::uuid;

-- In office hours of a working day, so many days ago or a little earlier, never in the future.
create function pg_temp.call_time(days_ago integer, key text) returns timestamptz
    language sql stable strict parallel safe
    return (
        select (local_time - case when local_time at time zone 'Europe/Paris' > now() then 7 else 0 end * interval '1 day')
            at time zone 'Europe/Paris'
        from (select date_trunc('day', now() at time zone 'Europe/Paris') - days_ago * interval '1 day' as day) as asked,
             lateral (select day - greatest(extract(isodow from day)::integer - 5, 0) * interval '1 day'
                          + (array[10, 11, 12, 14, 15, 16, 17, 18])[1 + pg_temp.hash('hour ' || key) % 8] * interval '1 hour'
                          + pg_temp.hash('second ' || key) % 3600 * interval '1 second' as local_time) as shifted);

insert into organization (id, slug, name, owner_email, owner_name, created_at)
select pg_temp.fixed('', company, company), slug, name, owner_email, owner_name, now() - days * interval '1 day'
from (values
    (1, 'lumiere-energie', 'Lumière Énergie', 'claire.fontaine@lumiere-energie.example', 'Claire Fontaine', 900),
    (2, 'atelier-numerique-du-rhone', 'Atelier Numérique du Rhône', 'karim.benali@atelier-numerique.example', 'Karim Benali', 620),
    (3, 'maison-duval-vins', 'Maison Duval Vins', 'helene.duval@maison-duval.example', 'Hélène Duval', 410)
) as made (company, slug, name, owner_email, owner_name, days);

insert into organization_module (organization_id, module, enabled)
select pg_temp.fixed('', company, company), 'outbound', company < 3
from generate_series(1, 3) as company;

-- Agents are numbered from 1, who leads them from 20.
insert into app_user (organization_id, id, email, full_name, role, status, timezone, daily_capacity, created_at)
select pg_temp.fixed('', company, company), pg_temp.fixed('a', company, number),
       replace(fold(full_name), ' ', '.') || '@' || (array['lumiere-energie', 'atelier-numerique', 'maison-duval'])[company] || '.example',
       full_name, role, status, timezone, daily_capacity, now() - (380 - 11 * number) * interval '1 day'
from (values
    (1, 1, 'Amélie Laurent', 'agent', 'active', 'Europe/Paris', 60),
    (1, 2, 'Bastien Moreau', 'agent', 'active', 'Europe/Paris', 60),
    (1, 3, 'Chloé Garnier', 'agent', 'active', 'Europe/Paris', 45),
    (1, 4, 'David Nguyen', 'agent', 'active', 'Europe/Brussels', 80),
    (1, 5, 'Élise Payet', 'agent', 'active', 'Indian/Reunion', 50),
    (1, 6, 'Farid Haddad', 'agent', 'active', 'Europe/Paris', null),
    (1, 7, 'Gaëlle Leroux', 'agent', 'paused', 'Europe/Paris', 60),
    (1, 8, 'Hugo Bernard', 'agent', 'inactive', 'Europe/Paris', 60),
    (1, 20, 'Claire Fontaine', 'owner', 'active', 'Europe/Paris', null),
    (1, 21, 'Julien Faure', 'admin', 'active', 'Europe/Paris', null),
    (1, 22, 'Inès Rossi', 'manager', 'active', 'Europe/Paris', null),
    (1, 23, 'Vincent Roche', 'manager', 'paused', 'Europe/Paris', null),
    (2, 1, 'Quentin Berthet', 'agent', 'active', 'Europe/Paris', 45),
    (2, 2, 'Fatou Diallo', 'agent', 'active', 'Europe/Paris', 45),
    (2, 3, 'Pauline Jacquet', 'agent', 'active', 'Europe/Zurich', 30),
    (2, 4, 'Adrien Besson', 'agent', 'inactive', 'Europe/Paris', 45),
    (2, 20, 'Karim Benali', 'owner', 'active', 'Europe/Paris', null),
    (2, 21, 'Lucie Chapuis', 'manager', 'active', 'Europe/Paris', null),
    (3, 1, 'Antoine Castel', 'agent', 'active', 'Europe/Paris', 25),
    (3, 2, 'Manon Riboulet', 'agent', 'paused', 'Europe/Paris', 0),
    (3, 20, 'Hélène Duval', 'owner', 'active', 'Europe/Paris', null)
) as made (company, number, full_name, role, status, timezone, daily_capacity);

-- How the contacts came, oldest first; without a folder: entered by hand over time.
create temporary table import on commit drop as
select *, pg_temp.fixed('', company, company) as organization_id, pg_temp.fixed('f', company, folder) as import_folder_id
from (values
    (1, 6, 'Reprise ancien CRM', 'export_ancien_crm.csv', 'ancien CRM', 860, 6000),
    (1, 3, 'Fichier PME Auvergne-Rhône-Alpes', 'pme_aura_2025.xlsx', 'fichier acheté', 400, 4200),
    (1, 5, 'Clients sous contrat', 'clients_contrats.csv', 'clients', 250, 3600),
    (1, 4, 'Demandes de devis du site', 'devis_site_web.csv', 'site web', 120, 2300),
    (1, 2, 'Parrainages d’automne', 'parrainages.csv', 'parrainage', 62, 1000),
    (1, 1, 'Salon de l’énergie, Montpellier', 'visiteurs_salon.csv', 'salon', 9, 1400),
    (1, null, null, null, 'téléphone', null, 1500),
    (2, 1, 'Annuaire des commerces de Lyon', 'commerces_lyon.csv', 'annuaire', 300, 1900),
    (2, 2, 'Inscrits à l’infolettre', 'infolettre.csv', 'infolettre', 140, 850),
    (2, null, null, null, 'recommandation', null, 250),
    (3, 1, 'Cavistes et restaurants', 'cavistes_restaurants.csv', 'fichier maison', 200, 340),
    (3, null, null, null, 'dégustation', null, 60)
) as made (company, folder, name, source_file_name, source, days, row_count);

insert into import_folder (organization_id, id, name, source_file_name, row_count, imported_by, created_at)
select organization_id, import_folder_id, name, source_file_name, row_count,
       pg_temp.fixed('a', company, 20)::text, now() - days * interval '1 day'
from import
where folder is not null;
