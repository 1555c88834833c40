-- Three French companies that call. Everything is computed from row numbers, so each load gives the same rows; only times
-- are relative to the moment of loading, so that there always is something due today and something overdue.

insert into organization (id, slug, name, owner_email, owner_name, created_at)
values ('00000001-0000-4000-8000-000000000001', 'lumiere-energie', 'Lumière Énergie',
        'claire.fontaine@lumiere-energie.example', 'Claire Fontaine', now() - interval '900 days'),
       ('00000002-0000-4000-8000-000000000002', 'atelier-numerique-du-rhone', 'Atelier Numérique du Rhône',
        'karim.benali@atelier-numerique.example', 'Karim Benali', now() - interval '400 days'),
       ('00000003-0000-4000-8000-000000000003', 'maison-duval-vins', 'Maison Duval Vins',
        'helene.duval@maison-duval.example', 'Hélène Duval', now() - interval '30 days');

insert into organization_module (organization_id, module, enabled)
values ('00000001-0000-4000-8000-000000000001', 'outbound', true),
       ('00000002-0000-4000-8000-000000000002', 'outbound', true),
       ('00000003-0000-4000-8000-000000000003', 'outbound', false);

-- Ids: a, the organization, then the number.
insert into app_user (organization_id, id, email, full_name, role, status, timezone, daily_capacity, created_at)
select o.id,
       ('a000000' || right(o.slug_no, 1) || '-0000-4000-8000-' || lpad(u.no::text, 12, '0'))::uuid,
       u.email || '@' || o.domain, u.full_name, u.role, u.status, u.timezone, u.capacity, now() - interval '300 days'
from (values ('00000001-0000-4000-8000-000000000001'::uuid, '1', 'lumiere-energie.example'),
             ('00000002-0000-4000-8000-000000000002', '2', 'atelier-numerique.example'),
             ('00000003-0000-4000-8000-000000000003', '3', 'maison-duval.example')) o (id, slug_no, domain),
     (values (1, 'amelie.laurent', 'Amélie Laurent', 'agent', 'active', 'Europe/Paris', 60),
             (2, 'bastien.moreau', 'Bastien Moreau', 'agent', 'active', 'Europe/Paris', 60),
             (3, 'chloe.garnier', 'Chloé Garnier', 'agent', 'active', 'Europe/Paris', 45),
             (4, 'david.nguyen', 'David Nguyen', 'agent', 'active', 'Europe/Paris', 80),
             (5, 'elise.payet', 'Élise Payet', 'agent', 'active', 'Indian/Reunion', 50),
             (6, 'farid.haddad', 'Farid Haddad', 'agent', 'active', 'Europe/Paris', null),
             (7, 'gaelle.leroux', 'Gaëlle Leroux', 'agent', 'paused', 'Europe/Paris', 60),
             (8, 'hugo.bernard', 'Hugo Bernard', 'agent', 'inactive', 'Europe/Paris', 60),
             (20, 'ines.rossi', 'Inès Rossi', 'manager', 'active', 'Europe/Paris', null),
             (21, 'julien.faure', 'Julien Faure', 'admin', 'active', 'Europe/Paris', null),
             (22, 'direction', 'Direction', 'owner', 'active', 'Europe/Paris', null))
         u (no, email, full_name, role, status, timezone, capacity)
where o.slug_no <> '3' or u.no >= 20;

insert into import_folder (organization_id, id, name, source_file_name, row_count, imported_by, created_at)
values ('00000001-0000-4000-8000-000000000001', 'f0000001-0000-4000-8000-000000000001',
        'Salon de l''habitat, Lyon', 'salon-habitat-lyon.csv', 4000, 'Inès Rossi', now() - interval '120 days'),
       ('00000001-0000-4000-8000-000000000001', 'f0000001-0000-4000-8000-000000000002',
        'Formulaire du site, automne', 'leads-automne.csv', 3000, 'Inès Rossi', now() - interval '40 days'),
       ('00000001-0000-4000-8000-000000000001', 'f0000001-0000-4000-8000-000000000003',
        'Achat de fichier, artisans', 'artisans-rhone-alpes.xlsx', 2500, 'Julien Faure', now() - interval '6 days'),
       ('00000002-0000-4000-8000-000000000002', 'f0000002-0000-4000-8000-000000000001',
        'Annuaire des commerces', 'commerces.csv', 1200, 'Inès Rossi', now() - interval '20 days');
