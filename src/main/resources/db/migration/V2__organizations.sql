-- Organizations and their people. organization is the one table that is not a tenant's: the workspace search reads all of it.

create table organization (
    id             uuid primary key default uuid_v7(),
    slug           text not null default uuid_v7()::text unique check (slug <> ''),
    name           text not null check (name <> ''),
    owner_email    text,
    owner_name     text,
    status         text not null default 'active' check (status in ('active', 'suspended')),
    created_at     timestamptz not null default now(),
    name_key       text collate "C" not null generated always as (left(fold(btrim(name)), 200)) stored,
    owner_email_key text collate "C" generated always as (left(lower(btrim(owner_email)), 320)) stored,
    search         text not null generated always as (
                       fold(name || E'\n' || slug || coalesce(E'\n' || owner_name, '') || coalesce(E'\n' || owner_email, ''))) stored
);
-- crm_resolve_workspace: exact by slug (unique above), folded name, owner's e-mail; typed loosely by trigrams, of which
-- GiST, unlike GIN, gives the nearest first
create index organization_name on organization (name_key);
create index organization_owner_email on organization (owner_email_key);
create index organization_search on organization using gist (search gist_trgm_ops (siglen = 256));

create table organization_module (
    organization_id uuid not null references organization on delete cascade,
    module          text not null check (module in ('outbound')),
    enabled         boolean not null default true,
    primary key (organization_id, module)
);

create table app_user (
    organization_id uuid not null references organization on delete cascade,
    id              uuid not null default uuid_v7(),
    email           text not null,
    full_name       text not null,
    role            text not null check (role in ('owner', 'admin', 'manager', 'agent')),
    status          text not null default 'active' check (status in ('active', 'paused', 'inactive')),
    timezone        text not null default 'Europe/Paris' check (is_timezone(timezone)),
    daily_capacity  integer check (daily_capacity >= 0), -- contacts a day, information only
    created_at      timestamptz not null default now(),
    name_key        text collate "C" not null generated always as (left(fold(btrim(full_name)), 200)) stored,
    search          text not null generated always as (fold(full_name || E'\n' || email)) stored,
    primary key (organization_id, id)
);
-- list_outbound_agents: search; the primary key serves the rest, an organization has hundreds of users, not millions
create index app_user_search on app_user using gin (organization_id, search gin_trgm_ops);
