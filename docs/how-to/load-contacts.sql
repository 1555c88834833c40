-- Loads contacts.csv of the folder that psql runs in. Made to be changed: see connect-a-crm.md.
\set organization 01900000-0000-7000-8000-000000000001
begin;

insert into organization (id, slug, name, owner_email)
values (:'organization', 'ma-societe', 'Ma société', 'direction@mail.example');
insert into organization_module (organization_id, module) values (:'organization', 'outbound');
insert into import_folder (organization_id, name, source_file_name)
values (:'organization', 'Reprise', 'contacts.csv')
returning id as import_folder \gset

-- the columns of the file, in its order; unlogged, because a failure begins anew anyway
create schema load;
create unlogged table load.contact (
    external_id text, first_name text, last_name text, company text, email text, phone text, city text, country text,
    tags text, do_not_call boolean
);
\copy load.contact from 'contacts.csv' with (format csv, header)

insert into contact (organization_id, external_id, first_name, last_name, company, email, phone, phone_e164, city, country,
                     tags, do_not_call, source, import_folder_id)
select :'organization', external_id, first_name, last_name, company, email, phone,
       case
           when digits ~ '^0[1-9][0-9]{8}$' then '+33' || substr(digits, 2)
           when digits ~ '^\+[1-9][0-9]{6,14}$' then digits
       end,
       city, country, string_to_array(tags, '|'), do_not_call, 'reprise', :'import_folder'
from (select *, regexp_replace(regexp_replace(phone, '[^+0-9]', '', 'g'), '^00', '+') as digits from load.contact) given;

update import_folder
set row_count = (select count(*) from contact
                 where organization_id = :'organization' and import_folder_id = :'import_folder')
where organization_id = :'organization' and id = :'import_folder';

-- the table stays for later files; people's data belong in one place
truncate load.contact;
commit;
-- without fresh statistics the first searches are planned for an empty table
analyze contact;
