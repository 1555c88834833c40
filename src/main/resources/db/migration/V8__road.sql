-- What the road of every call writes beside the tools' own effects.

-- One row for every call that passed authentication. No foreign keys: what it tells of may not exist, or no longer.
create table audit_log (
    id              uuid primary key default uuid_v7(),
    created_at      timestamptz not null default now(),
    issuer          text,
    subject         text,
    token_id        text,
    organization_id uuid, -- as asked for; null where none was given
    tool_name       text, -- as asked for, known or not; 'mcp' where that door refused a message that it had not read
    risk_level      text check (risk_level in ('read', 'write', 'bulk', 'destructive')), -- null for an unknown tool
    dry_run         boolean not null default false,
    replayed        boolean not null default false,
    reason          text,
    request_id      text,
    http_status     integer not null,
    error_code      text,
    affected_counts jsonb not null default '{}',
    duration_ms     bigint not null default 0 check (duration_ms >= 0),
    input           jsonb, -- personal values masked
    node            text,
    door            text not null default 'http' check (door in ('http', 'mcp')) -- the way in
);
-- An operator reads all rows or one organization's by time, looks a request up, or removes old rows. Every call pays for
-- these: what else is asked for is filtered out of a bounded stretch of one of them.
create index audit_log_organization on audit_log (organization_id, created_at, id);
create index audit_log_created on audit_log (created_at, id);
create index audit_log_request on audit_log (request_id, created_at, id);

-- The answer of a mutating call, kept so that a retry of the same request gets it byte for byte.
create table idempotency_record (
    organization_id uuid not null references organization on delete cascade,
    issuer          text not null,
    subject         text not null,
    tool_name       text not null,
    request_id      text not null check (length(request_id) between 1 and 120),
    request_hash    bytea not null, -- of the canonical JSON of organizationId and input
    http_status     integer not null,
    response        bytea not null,
    created_at      timestamptz not null default now(),
    primary key (organization_id, issuer, subject, tool_name, request_id)
);
create index idempotency_record_created on idempotency_record (created_at);

-- Removes what expired, of all organizations, and tells how much. At most 1,000 at a time, passing over what another
-- node removes meanwhile; a caller repeats while it gets 1,000.
create function delete_idempotency_records(created_before timestamptz) returns bigint
    language sql volatile security definer set search_path = public, pg_temp
as $$
    with expired as (
        select ctid
        from idempotency_record
        where created_at < created_before
        order by created_at
        limit 1000
        for update skip locked
    ), deleted as (
        delete from idempotency_record where ctid = any (array(select ctid from expired)) returning 1
    )
    select count(*) from deleted
$$;
revoke execute on function delete_idempotency_records(timestamptz) from public;

-- Keys that all nodes share. Two random UUIDs are 244 bits from the server's strong random source.
create table server_key (
    name       text primary key,
    secret     bytea not null check (octet_length(secret) >= 32),
    created_at timestamptz not null default now()
);
insert into server_key (name, secret)
values ('preview_token', uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
