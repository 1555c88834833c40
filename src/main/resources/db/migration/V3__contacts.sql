-- Contacts and the imports that they came by.

create table import_folder (
    organization_id  uuid not null references organization on delete cascade,
    id               uuid not null default uuid_v7(),
    name             text not null,
    source_file_name text,
    row_count        integer not null default 0 check (row_count >= 0), -- as the importing system counted them
    imported_by      text, -- a user's id or name, as the importing system gives it
    created_at       timestamptz not null default now(),
    primary key (organization_id, id)
);
-- get_crm_workspace_overview: the latest imports
create index import_folder_created on import_folder (organization_id, created_at, id);

create table contact (
    organization_id  uuid not null references organization on delete cascade,
    id               uuid not null default uuid_v7(),
    external_id      text,
    first_name       text,
    last_name        text,
    company          text,
    job_title        text,
    email            text,
    phone            text, -- as given
    phone_e164       text check (phone_e164 ~ '^\+[1-9][0-9]{1,14}$'), -- the loader's normal form, null when there is none
    city             text,
    postal_code      text,
    country          text check (country ~ '^[A-Z]{2}$'), -- ISO 3166-1 alpha-2
    timezone         text,
    language         text,
    source           text,
    tags             text[] not null default '{}' check (array_position(tags, null) is null),
    custom           jsonb not null default '{}' check (jsonb_typeof(custom) = 'object'),
    do_not_call      boolean not null default false,
    call_consent     text not null default 'unknown' check (call_consent in ('unknown', 'granted', 'refused')),
    call_consent_at  timestamptz,
    import_folder_id uuid,
    created_at       timestamptz not null default now(),
    updated_at       timestamptz not null default now(),
    -- Keys are cut where no honest value reaches, because an index entry must fit into a page.
    name_key         text collate "C" not null generated always as (
                         left(fold(btrim(coalesce(last_name || ' ', '') || coalesce(first_name || ' ', '') || coalesce(company, ''))), 200)) stored,
    email_key        text collate "C" generated always as (nullif(left(lower(btrim(email)), 320), '')) stored,
    name_company_key text collate "C" generated always as (
                         left(fold(nullif(btrim(coalesce(first_name || ' ', '') || coalesce(last_name, '')), '')
                             || E'\n' || nullif(btrim(company), '')), 300)) stored, -- null without a name or a company
    search           text not null generated always as (
                         contact_search(first_name, last_name, company, email, phone, phone_e164)) stored,
    primary key (organization_id, id),
    foreign key (organization_id, import_folder_id) references import_folder on delete set null (import_folder_id)
);

-- ContactFilter: search, tagsAny, tagsAll, custom. One index: its entries for the organization are kept once, and the
-- criteria of one call are intersected inside it.
create index contact_search on contact
    using gin (organization_id, search gin_trgm_ops, tags, custom jsonb_path_ops);

-- list_outbound_contacts, sort=name; bulk add, order=name
create index contact_name on contact (organization_id, name_key, id);
-- list_outbound_contacts, sort=-addedAt; bulk add, order=newest/oldest; createdAfter, createdBefore
create index contact_created on contact (organization_id, created_at, id);
-- analyze_import_contact_deduplication, one index a key, index-only; bulk add, deduplicateBy; the second and third also hasPhone, hasEmail
create index contact_external_id on contact (organization_id, external_id, id) include (import_folder_id) where external_id is not null;
create index contact_phone on contact (organization_id, phone_e164, id) include (external_id, import_folder_id) where phone_e164 is not null;
create index contact_email on contact (organization_id, email_key, id) include (external_id, import_folder_id) where email_key is not null;
create index contact_name_company on contact (organization_id, name_company_key, id) include (external_id, import_folder_id) where name_company_key is not null;
-- bulk_assign_campaign_contacts, and a last look of bulk_add_contacts_to_campaign_by_filter: those who must not be called
create index contact_do_not_call on contact (organization_id, id) where do_not_call or call_consent = 'refused';
-- importFolderIds; analyze_import_contact_deduplication; the foreign key
create index contact_import_folder on contact (organization_id, import_folder_id, id) where import_folder_id is not null;
-- cities, sources, countries, languages: equal entries are stored once, so these are small
create index contact_city on contact (organization_id, city) where city is not null;
create index contact_source on contact (organization_id, source) where source is not null;
create index contact_country on contact (organization_id, country) where country is not null;
create index contact_language on contact (organization_id, language) where language is not null;
