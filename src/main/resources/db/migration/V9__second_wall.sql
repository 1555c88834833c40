-- The second wall: whatever statement the application runs, it sees and writes the rows of one organization only.
--
-- Its transactions start with this one statement (one round trip; all settings end with the transaction), the same for
-- a login that owns the tables and for a strict one that owns nothing and is only a member of crm_application:
--
--   select set_config('role', 'crm_application', true),
--          set_config('crm.organization_id', ?, true),
--          set_config('search_path', 'app, public', true),
--          set_config('lock_timeout', ?, true),
--          set_config('statement_timeout', ?, true),
--          set_config('synchronous_commit', ?, true),
--          set_config('random_page_cost', '1.1', true),
--          set_config('jit', 'off', true)
--
-- (Just-in-time compilation made the search for duplicates in an import take 1.0 s instead of 0.6. Plans made once for all
-- values made a page of a large campaign take 1 s instead of 1 ms; planning each statement afresh makes small calls four
-- times as dear for the database, so only lists and large reads do.)
-- From there a table's plain name is its view in schema app, and the tables themselves are out of reach. Views rather
-- than row-level security: under a policy, LIKE, && and @> never use their GIN indexes. The views are not
-- security_invoker: they read the tables with the rights of the one who migrated.
-- A migration that adds a column must replace the view, too.

do $$
declare
    -- Since PostgreSQL 16 membership alone does not allow `set role`.
    usable text := case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end;
begin
    if not exists (select from pg_roles where rolname = 'crm_application') then
        begin
            create role crm_application nologin;
        exception
            when insufficient_privilege then
                raise exception 'Role crm_application does not exist and % may not create it. Let an administrator run: create role crm_application; grant crm_application to %;', current_user, quote_ident(current_user);
            when duplicate_object or unique_violation then
                raise notice 'Role crm_application was made meanwhile by another database''s migration.';
        end;
    end if;
    if not pg_has_role(current_user, 'crm_application', usable) then
        begin
            execute format('grant crm_application to %I', current_user);
        exception when insufficient_privilege then
            raise exception 'Role crm_application exists, but % may not use it. Let an administrator run: grant crm_application to %;', current_user, quote_ident(current_user);
        end;
    end if;
end
$$;

create schema app;
grant usage on schema app, public to crm_application;

do $$
declare
    tenant record;
begin
    for tenant in
        select *
        from (values
            ('app_user', 'select'),
            ('import_folder', 'select'),
            ('contact', 'select'),
            ('campaign', 'select, insert, update'),
            ('campaign_agent', 'select, insert, delete'),
            ('campaign_contact', 'select, insert, update, delete'),
            ('follow_up', 'select, update'),
            ('call_log', 'select, update'),
            ('script_template', 'select, insert, update, delete'),
            ('qualification_template', 'select, insert, update'),
            ('script_execution', 'select, insert, update'),
            ('qualification', 'select, insert, update'),
            ('campaign_contact_count', 'select'),
            ('campaign_outcome_count', 'select'),
            ('contact_count', 'select'),
            ('idempotency_record', 'select, insert, update')
        ) as granted (name, rights)
    loop
        execute format(
            'create view app.%1$I as select * from public.%1$I'
            ' where organization_id = nullif(current_setting(''crm.organization_id'', true), '''')::uuid'
            ' with check option',
            tenant.name);
        execute format('grant %s on app.%I to crm_application', tenant.rights, tenant.name);
    end loop;
end
$$;

-- Read whole: the workspace search and the gate come before an organization is chosen.
create view app.organization as select * from public.organization;
create view app.organization_module as select * from public.organization_module;
create view app.server_key as select * from public.server_key;
grant select on app.organization, app.organization_module, app.server_key to crm_application;

-- Written only, for any organization: a refused call may name one that does not exist.
create view app.audit_log as select * from public.audit_log;
grant insert on app.audit_log to crm_application;

-- What operators read of it. Bound to an organization a transaction sees that one's rows; bound to none, as no tool but the
-- workspace search is, the rows of all that may be called, and of calls that named none or one that does not exist.
create view app.audit_trail as
select a.id, a.created_at, a.issuer, a.subject, a.organization_id, a.tool_name, a.risk_level, a.door, a.dry_run, a.replayed,
       a.reason, a.request_id, a.http_status, a.error_code, a.affected_counts, a.duration_ms, a.input, a.node
from public.audit_log a
where coalesce(a.organization_id = nullif(current_setting('crm.organization_id', true), '')::uuid,
               nullif(current_setting('crm.organization_id', true), '') is null)
  and not exists (
      select
      from public.organization o
      where o.id = a.organization_id
        and not exists (
            select
            from public.organization_module m
            where m.organization_id = o.id and m.module = 'outbound' and m.enabled));
grant select on app.audit_trail to crm_application;

grant execute on function delete_idempotency_records(timestamptz) to crm_application;

-- A node that must not migrate (crm.migrate=false) and every readiness check look there. Absent where psql ran these files.
do $$
begin
    if to_regclass('public.crm_schema_history') is not null then
        grant select on public.crm_schema_history to crm_application;
    end if;
end
$$;
