-- Call scripts and qualification forms. Names are unique among those not archived, without regard to case and accents.
-- A template is always shown whole, so what it holds is bounded: 64 KiB as the tools write it, which PostgreSQL's blanks
-- after commas and colons make up to 76.

create table script_template (
    organization_id uuid not null references organization on delete cascade,
    id              uuid not null default uuid_v7(),
    name            text not null check (length(name) between 1 and 120),
    description     text check (length(description) <= 2000),
    language        text not null default 'fr',
    status          text not null default 'draft' check (status in ('draft', 'published', 'archived')),
    steps           jsonb not null default '[]' check (jsonb_typeof(steps) = 'array' and octet_length(steps::text) <= 76 * 1024),
    version         integer not null default 1 check (version >= 1),
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now(),
    name_key        text collate "C" not null generated always as (fold(btrim(name))) stored,
    search          text not null generated always as (fold(name || coalesce(E'\n' || description, ''))) stored,
    -- of the whole tree: only steps have a type
    step_count      integer not null generated always as (
                        jsonb_array_length(jsonb_path_query_array(steps, 'strict $.**.type', silent => true))) stored,
    primary key (organization_id, id)
);
create unique index script_template_name on script_template (organization_id, name_key) where status <> 'archived';
-- list_script_templates: search, and its order
create index script_template_search on script_template using gin (organization_id, search gin_trgm_ops);
create index script_template_updated on script_template (organization_id, updated_at, id);

create table qualification_template (
    organization_id uuid not null references organization on delete cascade,
    id              uuid not null default uuid_v7(),
    name            text not null check (length(name) between 1 and 120),
    description     text check (length(description) <= 2000),
    status          text not null default 'draft' check (status in ('draft', 'published', 'archived')),
    fields          jsonb not null default '[]' check (jsonb_typeof(fields) = 'array' and compact_length(fields) <= 76 * 1024),
    version         integer not null default 1 check (version >= 1),
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now(),
    name_key        text collate "C" not null generated always as (fold(btrim(name))) stored,
    search          text not null generated always as (fold(name || coalesce(E'\n' || description, ''))) stored,
    primary key (organization_id, id)
);
create unique index qualification_template_name on qualification_template (organization_id, name_key) where status <> 'archived';
-- list_qualification_templates: search, and its order
create index qualification_template_search on qualification_template using gin (organization_id, search gin_trgm_ops);
create index qualification_template_updated on qualification_template (organization_id, updated_at, id);
