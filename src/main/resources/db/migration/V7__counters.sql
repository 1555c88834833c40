-- Counters, kept by statement-level triggers so that a bulk statement pays once, not once a row. They are upserted in
-- key order, so two statements can't wait for each other in a circle. Rows that fell to 0 stay until crm_recount().
-- No foreign keys: deleting a campaign deletes its contacts, and that statement's trigger still counts them down.

-- Serves bulk_get_campaign_contact_counts, list_campaigns, get_campaign, bulk_get_agent_workloads, the overview
create table campaign_contact_count (
    organization_id   uuid not null,
    campaign_id       uuid not null,
    state             text not null,
    assigned_agent_id uuid, -- null: nobody
    contacts          bigint not null,
    unique nulls not distinct (organization_id, campaign_id, state, assigned_agent_id)
) with (fillfactor = 50);

-- Serves bulk_get_campaign_contact_counts, groupBy outcome
create table campaign_outcome_count (
    organization_id uuid not null,
    campaign_id     uuid not null,
    last_outcome    text, -- null: never called
    contacts        bigint not null,
    unique nulls not distinct (organization_id, campaign_id, last_outcome)
) with (fillfactor = 50);

-- Serves the overview
create table contact_count (
    organization_id uuid primary key,
    contacts        bigint not null,
    do_not_call     bigint not null,
    without_phone   bigint not null
) with (fillfactor = 50);

-- What a statement changed, as rows with a sign: the transition tables that its kind of statement has.
create function changed_rows(operation text) returns text
    language sql immutable parallel safe
    return case operation
        when 'INSERT' then 'select *, 1 as sign from new_rows'
        when 'DELETE' then 'select *, -1 as sign from old_rows'
        else 'select *, 1 as sign from new_rows union all select *, -1 from old_rows'
    end;

-- Security definer: the application may read the counters, never write them.
create function count_campaign_contacts() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    if tg_op = 'TRUNCATE' then
        truncate campaign_contact_count, campaign_outcome_count;
        return null;
    end if;
    execute format($sql$
        with delta as (
            select organization_id, campaign_id, state, assigned_agent_id, last_outcome, sum(sign) as n
            from (%s) as changed
            group by organization_id, campaign_id, state, assigned_agent_id, last_outcome
            having sum(sign) <> 0
        ), by_outcome as (
            insert into campaign_outcome_count as counted (organization_id, campaign_id, last_outcome, contacts)
            select organization_id, campaign_id, last_outcome, sum(n)
            from delta
            group by organization_id, campaign_id, last_outcome
            having sum(n) <> 0
            order by organization_id, campaign_id, last_outcome
            on conflict (organization_id, campaign_id, last_outcome)
            do update set contacts = counted.contacts + excluded.contacts
        )
        insert into campaign_contact_count as counted (organization_id, campaign_id, state, assigned_agent_id, contacts)
        select organization_id, campaign_id, state, assigned_agent_id, sum(n)
        from delta
        group by organization_id, campaign_id, state, assigned_agent_id
        having sum(n) <> 0
        order by organization_id, campaign_id, state, assigned_agent_id
        on conflict (organization_id, campaign_id, state, assigned_agent_id)
        do update set contacts = counted.contacts + excluded.contacts
        $sql$, changed_rows(tg_op));
    return null;
end
$$;

create trigger count_inserted after insert on campaign_contact
    referencing new table as new_rows for each statement execute function count_campaign_contacts();
create trigger count_updated after update on campaign_contact
    referencing old table as old_rows new table as new_rows for each statement execute function count_campaign_contacts();
create trigger count_deleted after delete on campaign_contact
    referencing old table as old_rows for each statement execute function count_campaign_contacts();
create trigger count_truncated after truncate on campaign_contact
    for each statement execute function count_campaign_contacts();

create function count_contacts() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    if tg_op = 'TRUNCATE' then
        truncate contact_count;
        return null;
    end if;
    execute format($sql$
        insert into contact_count as counted (organization_id, contacts, do_not_call, without_phone)
        select organization_id, contacts, do_not_call, without_phone
        from (
            select organization_id,
                   sum(sign) as contacts,
                   coalesce(sum(sign) filter (where do_not_call), 0) as do_not_call,
                   coalesce(sum(sign) filter (where phone_e164 is null), 0) as without_phone
            from (%s) as changed
            group by organization_id
        ) as delta
        where (contacts, do_not_call, without_phone) <> (0, 0, 0)
        order by organization_id
        on conflict (organization_id)
        do update set contacts = counted.contacts + excluded.contacts,
                      do_not_call = counted.do_not_call + excluded.do_not_call,
                      without_phone = counted.without_phone + excluded.without_phone
        $sql$, changed_rows(tg_op));
    return null;
end
$$;

create trigger count_inserted after insert on contact
    referencing new table as new_rows for each statement execute function count_contacts();
create trigger count_updated after update on contact
    referencing old table as old_rows new table as new_rows for each statement execute function count_contacts();
create trigger count_deleted after delete on contact
    referencing old table as old_rows for each statement execute function count_contacts();
create trigger count_truncated after truncate on contact
    for each statement execute function count_contacts();

-- Counts everything afresh, for after a load that ran without triggers. Writers wait meanwhile, readers don't.
create function crm_recount() returns void
    language plpgsql set search_path = public, pg_temp
as $$
begin
    lock table contact, campaign_contact, campaign_contact_count, campaign_outcome_count, contact_count
        in share row exclusive mode;
    delete from campaign_contact_count;
    insert into campaign_contact_count (organization_id, campaign_id, state, assigned_agent_id, contacts)
    select organization_id, campaign_id, state, assigned_agent_id, count(*)
    from campaign_contact
    group by organization_id, campaign_id, state, assigned_agent_id;
    delete from campaign_outcome_count;
    insert into campaign_outcome_count (organization_id, campaign_id, last_outcome, contacts)
    select organization_id, campaign_id, last_outcome, count(*)
    from campaign_contact
    group by organization_id, campaign_id, last_outcome;
    delete from contact_count;
    insert into contact_count (organization_id, contacts, do_not_call, without_phone)
    select organization_id, count(*), count(*) filter (where do_not_call), count(*) filter (where phone_e164 is null)
    from contact
    group by organization_id;
end
$$;
