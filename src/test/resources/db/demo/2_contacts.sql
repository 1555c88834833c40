-- Contacts: 20,000 at Lumière Énergie, 3,000 at Atelier Numérique du Rhône, 400 at Maison Duval Vins.

-- The first are the largest: a contact lives rather there. Without dialling prefix: no landline of the fictional ranges.
create temporary table city on commit drop as
select row_number() over () as rank, *
from (values
    ('Paris', '75011', '019900'), ('Lyon', '69003', '046571'), ('Marseille', '13006', '046571'),
    ('Toulouse', '31000', '053649'), ('Nantes', '44000', '026191'), ('Bordeaux', '33000', '053649'),
    ('Lille', '59000', '035301'), ('Strasbourg', '67000', '035301'), ('Montpellier', '34000', '046571'),
    ('Rennes', '35000', '026191'), ('Nice', '06000', '046571'), ('Grenoble', '38000', '046571'),
    ('Villeurbanne', '69100', '046571'), ('Reims', '51100', '035301'), ('Dijon', '21000', '035301'),
    ('Saint-Étienne', '42000', '046571'), ('Angers', '49000', '026191'), ('Le Havre', '76600', '026191'),
    ('Clermont-Ferrand', '63000', '046571'), ('Tours', '37000', '026191'), ('Limoges', '87000', '053649'),
    ('Annecy', '74000', '046571'), ('Metz', '57000', '035301'), ('Besançon', '25000', '035301'),
    ('Perpignan', '66000', '046571'), ('Orléans', '45000', '026191'), ('Rouen', '76000', '026191'),
    ('Caen', '14000', '026191'), ('Nancy', '54000', '035301'), ('Versailles', '78000', '019900'),
    ('Montreuil', '93100', '019900'), ('Avignon', '84000', '046571'), ('Pau', '64000', '053649'),
    ('La Rochelle', '17000', '053649'), ('Valence', '26000', '046571'), ('Chambéry', '73000', '046571'),
    ('Vienne', '38200', '046571'), ('Bourg-en-Bresse', '01000', '046571'), ('Quimper', '29000', '026191'),
    ('Saint-Denis', '97400', null), ('Fort-de-France', '97200', null), ('Bruxelles', '1000', null), ('Genève', '1201', null)
) as made (name, postal_code, prefix);

create temporary table words on commit drop as
select string_to_array('Camille,Louis,Emma,Gabriel,Jade,Raphaël,Louise,Arthur,Alice,Jules,Chloé,Adam,Lina,Lucas,Léa,Hugo,Manon,Noé,Zoé,Paul,Sarah,Nathan,Juliette,Théo,Anaïs,Maxime,Clara,Antoine,Inès,Pierre,Lucie,Nicolas,Marie,Julien,Sophie,Thomas,Céline,François,Élise,Olivier,Nathalie,Stéphane,Hélène,Laurent,Isabelle,Frédéric,Valérie,Éric,Sandrine,Benoît,Martine,Gérard,Françoise,Michel,Monique,Alain,Yasmine,Mehdi,Aïcha,Samir,Nadia,Rachid,Fatima,Ibrahim,Mariam,Moussa,Linh,Tuan,Ana,João,Jean-Marc,Anne-Sophie,Marie-Claire,Jean-Baptiste,Corinne,Gaëlle,Loïc,Maëlle,Ewen,Solène', ',') as first_names,
       string_to_array('Martin,Bernard,Thomas,Petit,Robert,Richard,Durand,Dubois,Moreau,Laurent,Simon,Michel,Lefebvre,Leroy,Roux,David,Bertrand,Morel,Fournier,Girard,Bonnet,Dupont,Lambert,Fontaine,Rousseau,Vincent,Muller,Lefèvre,Faure,André,Mercier,Blanc,Guérin,Boyer,Garnier,Chevalier,François,Legrand,Gauthier,Garcia,Perrin,Robin,Clément,Morin,Nicolas,Henry,Roussel,Mathieu,Gautier,Masson,Marchand,Duval,Denis,Dumont,Marie,Lemaire,Noël,Meyer,Dufour,Meunier,Brun,Blanchard,Giraud,Joly,Rivière,Lucas,Brunet,Gaillard,Barbier,Arnaud,Martinez,Gérard,Roche,Renard,Schmitt,Roy,Leroux,Colin,Vidal,Caron,Picard,Roger,Fabre,Aubert,Lemoine,Renaud,Dumas,Lacroix,Olivier,Philippe,Bourgeois,Pierre,Benoît,Rey,Leclerc,Payet,Rolland,Nguyen,Benali,Haddad,Traoré,Diallo,Da Silva,Ferreira,Le Gall,Le Goff,De La Tour,Kowalski,Hoarau,Grondin', ',') as last_names,
       string_to_array('Gérant,Gérante,Directrice générale,Directeur général,Responsable achats,Responsable des services généraux,Directrice administrative et financière,Comptable,Office manager,Directeur de site,Chef d’exploitation,Assistante de direction', ',') as job_titles;

create temporary table company_kinds on commit drop as
select company, business_percent, string_to_array(kinds, ',') as kinds
from (values
    (1, 56, 'Boulangerie,Garage,Menuiserie,Imprimerie,Transports,Hôtel,Restaurant,Pharmacie,Clinique,Cabinet,Ateliers,Fromagerie,Blanchisserie,Fonderie,Serres,Domaine,Scierie,Plasturgie,Mécanique,Logistique,Ferme,Camping,Pressing,Laboratoire,Brasserie,Tannerie,Conserverie,Entrepôts,Carrosserie,Métallerie'),
    (2, 94, 'Librairie,Fleurs,Bijouterie,Salon de coiffure,Opticien,École de musique,Agence immobilière,Auto-école,Boutique,Galerie,Institut,Chocolaterie,Cabinet,Studio,Épicerie,Théâtre,Cordonnerie,Studio photo'),
    (3, 88, 'Cave,Bistrot,Auberge,Restaurant,Brasserie,Table,Épicerie fine,Hôtel,Traiteur,Bar à vins')
) as made (company, business_percent, kinds);

create temporary table person on commit drop as
select import.company, organization_id, import_folder_id, source, number, key, business, first_name, last_name,
       company_name, city,
       import.company || '-' || lpad(number::text, 6, '0') as external_number,
       coalesce(now() - days * interval '1 day' + number * interval '20 ms', now() - pg_temp.hash('created ' || key) % 380 * interval '1 day'
           - number * interval '1 second') as created_at,
       case when number % 2 = 0 then '063998' else city.prefix end
           || lpad(((number / 2 * 7919 + 1234) % 10000)::text, 4, '0') as national_number,
       replace(regexp_replace(fold(first_name || '.' || last_name), '[^a-z.-]+', '', 'g'), '..', '.')
           || case when business then '@' || regexp_replace(fold(company_name), '[^a-z0-9]+', '-', 'g') || '.example'
                   else number || '@' || pg_temp.pick(array['courriel', 'poste', 'messagerie', 'boite-aux-lettres'], 'domain ' || key) || '.example'
              end as email
from (select *, coalesce(sum(row_count) over (partition by company order by days desc nulls last
                  rows between unbounded preceding and 1 preceding), 0)::integer as before
      from import) as import
join company_kinds using (company)
cross join words
cross join lateral generate_series(before + 1, before + row_count) as number
cross join lateral (select company || ':' || number as key offset 0) as keyed
join city on city.rank = 1 + floor((select count(*) from city) * power(pg_temp.hash('city ' || key) / 268435456e0::float8, 1.8))::bigint
cross join lateral (
    select pg_temp.hash('business ' || key) % 100 < business_percent as business,
           pg_temp.pick(first_names, 'first ' || key) as first_name,
           pg_temp.pick(last_names, 'last ' || key) as last_name
    offset 0) as named
cross join lateral (
    select case when business then pg_temp.pick(kinds, 'kind ' || key) || ' ' || pg_temp.pick(last_names, 'company ' || key)
               || case pg_temp.hash('form ' || key) % 5 when 0 then ' & Fils' when 1 then ' SARL' when 2 then ' SAS' else '' end
           end as company_name
    offset 0) as employed;
create unique index person_number on person (company, number);
analyze person;

-- Every 25th contact is somebody known already, in turn by telephone, e-mail, external id, name and company; every other of
-- them from the same import.
insert into contact (organization_id, id, external_id, first_name, last_name, company, job_title, email, phone, phone_e164,
                     city, postal_code, country, timezone, language, source, tags, custom, do_not_call, call_consent,
                     call_consent_at, import_folder_id, created_at, updated_at)
select person.organization_id, pg_temp.fixed('b', person.company, person.number),
       case when same = 2 then twin.external_number when dice_external < 70 then person.external_number end,
       case when same = 3 then twin.first_name when dice_name < 96 then person.first_name end,
       case when same = 3 then twin.last_name when dice_name < 98 or not person.business then person.last_name end,
       company_shown,
       case when company_shown is not null and pg_temp.hash('job ' || person.key) % 100 < 45 then pg_temp.pick(job_titles, 'title ' || person.key) end,
       case when person.number % 53 = 0 then pg_temp.pick(array['pas d’adresse', 'contact@', '@courriel.example', 'à demander', 'prenom.nom', 'accueil @ societe'], 'bad ' || person.key)
            when same = 1 then initcap(twin.email)
            when dice_email < 72 then person.email end,
       case when bad_number then pg_temp.pick(array['06 39 98', 'n/c', 'voir fiche', '00 00 00 00 00', '0199 00 12', '06 39 98 xx xx', 'standard', '+33'], 'bad ' || person.key)
            else case person.number % 5
                when 0 then regexp_replace(dialled, '(..)(?=.)', '\1 ', 'g')
                when 1 then regexp_replace(dialled, '(..)(?=.)', '\1.', 'g')
                when 2 then dialled
                when 3 then '+33 ' || substr(dialled, 2, 1) || regexp_replace(substr(dialled, 3), '(..)', ' \1', 'g')
                else '0033' || substr(dialled, 2) end end,
       case when not bad_number then '+33' || substr(dialled, 2) end,
       case when dice_city < 90 then (person.city).name end,
       case when dice_city < 84 then (person.city).postal_code end,
       case when dice_city < 95 then country end,
       case when country <> 'FR' or (person.city).postal_code like '97%' or pg_temp.hash('zone ' || person.key) % 10 = 0
            then case (person.city).name when 'Saint-Denis' then 'Indian/Reunion' when 'Fort-de-France' then 'America/Martinique'
                     when 'Bruxelles' then 'Europe/Brussels' when 'Genève' then 'Europe/Zurich' else 'Europe/Paris' end end,
       case when dice_language < 90 then 'fr' when dice_language < 93 then 'en' when dice_language < 95 then 'de' end,
       person.source,
       array_remove(array[
           case when person.business then 'professionnel' else 'particulier' end,
           case when person.source = 'clients' or pg_temp.hash('client ' || person.key) % 100 < 12 then 'client' else 'prospect' end,
           case when pg_temp.hash('vip ' || person.key) % 100 < 3 then 'vip' end,
           case when pg_temp.hash('news ' || person.key) % 100 < 18 then 'infolettre' end,
           case when pg_temp.hash('again ' || person.key) % 100 < 9 then 'à relancer' end,
           case when person.source = 'salon' then 'salon-montpellier' end], null),
       case when pg_temp.hash('custom ' || person.key) % 100 >= 70 then '{}'::jsonb
            when person.company = 1 and person.business then jsonb_build_object(
                'effectif', 1 + pg_temp.hash('staff ' || person.key) % 180,
                'segment', pg_temp.pick(array['TPE', 'PME', 'ETI'], 'segment ' || person.key),
                'finContrat', to_char(now() + pg_temp.hash('end ' || person.key) % 900 * interval '1 day', 'YYYY-MM-DD'))
            when person.company = 1 then jsonb_build_object(
                'logement', pg_temp.pick(array['maison', 'appartement'], 'home ' || person.key),
                'surface', 28 + pg_temp.hash('area ' || person.key) % 160,
                'chauffage', pg_temp.pick(array['gaz', 'fioul', 'électricité', 'bois'], 'heat ' || person.key))
            when person.company = 2 then jsonb_build_object(
                'aSite', pg_temp.hash('site ' || person.key) % 3 > 0, 'technologie', pg_temp.pick(array['WordPress', 'Shopify', 'sur mesure'], 'tech ' || person.key))
            else jsonb_build_object('bouteillesParAn', 60 * (1 + pg_temp.hash('wine ' || person.key) % 30)) end,
       pg_temp.hash('do not call ' || person.key) % 1000 < 26,
       consent,
       case when consent <> 'unknown' and pg_temp.hash('undated ' || person.key) % 50 > 0
            then now() - pg_temp.hash('asked ' || person.key) % 560 * interval '1 day' end,
       person.import_folder_id, person.created_at,
       least(now(), person.created_at + pg_temp.hash('updated ' || person.key) % 90 * interval '1 day')
from person
cross join words
cross join lateral (
    select case when person.number % 25 = 0 then person.number / 25 % 4 end as same,
           person.number % 37 = 0 as bad_number,
           case (person.city).name when 'Bruxelles' then 'BE' when 'Genève' then 'CH' else 'FR' end as country,
           pg_temp.hash('external ' || person.key) % 100 as dice_external, pg_temp.hash('name ' || person.key) % 100 as dice_name,
           pg_temp.hash('email ' || person.key) % 100 as dice_email, pg_temp.hash('place ' || person.key) % 100 as dice_city,
           pg_temp.hash('language ' || person.key) % 100 as dice_language, pg_temp.hash('consent ' || person.key) % 100 as dice_consent
    offset 0) as drawn
left join person as twin
    on twin.company = person.company
    and twin.number = case when same is null then null
                           when person.number % 50 = 0 then person.number - 3
                           else 1 + pg_temp.hash('twin ' || person.key) % (person.number - 1) end
cross join lateral (
    select case when same = 3 then twin.company_name else person.company_name end as company_shown,
           case when same = 0 then twin.national_number
                when pg_temp.hash('phone ' || person.key) % 100 < 93 then person.national_number end as dialled,
           case when person.business then (array['granted', 'refused', 'unknown'])[case when dice_consent < 10 then 1 when dice_consent < 13 then 2 else 3 end]
                else (array['granted', 'refused', 'unknown'])[case when dice_consent < 60 then 1 when dice_consent < 68 then 2 else 3 end]
           end as consent
    offset 0) as decided;
analyze contact;
