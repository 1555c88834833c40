-- 20,000 contacts in the first company, 3,000 in the second. The imported ones hold duplicates: every 20th row repeats the
-- phone, every 25th the e-mail, every 50th name and company of the row 7 before; every 33rd number can't be dialled.

create temporary table demo_person on commit drop as
select o.id as organization_id, o.no as organization_no, i,
       (array['Camille','Léa','Manon','Chloé','Inès','Jade','Louise','Emma','Alice','Zoé','Lucas','Hugo','Louis','Nathan','Jules',
              'Adam','Raphaël','Arthur','Gabriel','Paul','Sofiane','Yasmine','Thibault','Aurélie','Benoît','Céline','Didier',
              'Éric','Françoise','Gérard'])[1 + i * 7 % 30] as first_name,
       (array['Martin','Bernard','Thomas','Petit','Robert','Richard','Durand','Dubois','Moreau','Laurent','Simon','Michel','Lefèvre',
              'Leroy','Roux','David','Bertrand','Morel','Fournier','Girard','Bonnet','Dupont','Lambert','Fontaine','Rousseau',
              'Vincent','Muller','Faure','André','Mercier','Blanc','Guérin','Boyer','Garnier','Chevalier','François','Legrand',
              'Gauthier','Garcia','Perrin','N''Diaye'])[1 + i * 11 % 41] as last_name,
       (array['Menuiserie','Boulangerie','Garage','Cabinet','Restaurant','Pharmacie','Transports','Imprimerie','Clinique','Atelier'])
           [1 + i * 3 % 10] as trade,
       1 + i * 13 % 12 as place
from (values ('00000001-0000-4000-8000-000000000001'::uuid, 1, 20000),
             ('00000002-0000-4000-8000-000000000002', 2, 3000)) o (id, no, contacts),
     generate_series(1, o.contacts) i;

insert into contact (organization_id, id, external_id, first_name, last_name, company, job_title, email, phone, phone_e164, city,
                     postal_code, country, timezone, language, source, tags, custom, do_not_call, call_consent, call_consent_at,
                     import_folder_id, created_at, updated_at)
select organization_id,
       ('b000000' || organization_no || '-0000-4000-8000-' || lpad(i::text, 12, '0'))::uuid,
       case when i % 4 <> 0 then 'CRM-' || lpad((case when i % 60 = 0 then i - 7 else i end)::text, 6, '0') end,
       case when i % 29 <> 0 then first_name end,
       case when i % 97 <> 0 then last_name end,
       case when i % 5 <> 0 then trade || ' ' || last_name end,
       case when i % 3 = 0 then (array['Gérant','Directrice','Responsable achats','Assistante','Comptable'])[1 + i % 5] end,
       case when i % 6 = 0 then null
            when i % 211 = 0 then 'adresse-incomplete@'
            else lower(fold(first_name)) || '.' || replace(lower(fold(last_name)), '''', '')
                     || case when i % 25 = 0 then i - 7 else i end || '@' || split_part('exemple-a.example exemple-b.example', ' ', 1 + i % 2) end,
       case when i % 13 = 0 then null
            when i % 33 = 0 then '04 78 XX ' || i % 100
            else '0' || substr(dialled, 4, 1) || ' ' || substr(dialled, 5, 2) || ' ' || substr(dialled, 7, 2) || ' '
                     || substr(dialled, 9, 2) || ' ' || substr(dialled, 11, 2) end,
       case when i % 13 <> 0 and i % 33 <> 0 then dialled end,
       (array['Lyon','Villeurbanne','Grenoble','Saint-Étienne','Paris','Marseille','Nantes','Bordeaux','Lille','Toulouse','Annecy',
              'Saint-Denis'])[place],
       (array['69003','69100','38000','42000','75011','13001','44000','33000','59000','31000','74000','97400'])[place],
       'FR',
       case when place = 12 then 'Indian/Reunion' else 'Europe/Paris' end,
       case when i % 40 = 0 then 'en' else 'fr' end,
       (array['salon','site','parrainage','fichier','appel entrant'])[1 + i % 5],
       array_remove(array[case when i % 2 = 0 then 'maison' else 'immeuble' end, case when i % 7 = 0 then 'prioritaire' end,
                          case when i % 11 = 0 then 'chauffage gaz' end], null),
       case when i % 3 = 0 then jsonb_build_object('surface', 40 + i % 160, 'proprietaire', i % 4 <> 0) else '{}' end,
       i % 31 = 0,
       (array['granted','granted','unknown','granted','refused','unknown'])[1 + i % 6],
       case when i % 6 in (0, 1, 3, 4) then now() - (1 + i % 500) * interval '1 day' end,
       case when organization_no = 1 and i <= 4000 then 'f0000001-0000-4000-8000-000000000001'::uuid
            when organization_no = 1 and i <= 7000 then 'f0000001-0000-4000-8000-000000000002'
            when organization_no = 1 and i <= 9500 then 'f0000001-0000-4000-8000-000000000003'
            when organization_no = 2 and i <= 1200 then 'f0000002-0000-4000-8000-000000000001' end,
       now() - (5 + i % 400) * interval '1 day' - i * interval '1 second',
       now() - (i % 5) * interval '1 day' - i * interval '1 second'
from (select *, '+33' || (array['4', '6', '7', '1'])[1 + i % 4]
                || lpad(((case when i % 20 = 0 then i - 7 else i end)::bigint * 7919 % 100000000)::text, 8, '0') as dialled
      from demo_person) numbered;
