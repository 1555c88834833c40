-- The data behind the tools.
--
--   V1 foundation      extensions; functions for ids, folding and search
--   V2 organizations   organization, organization_module, app_user
--   V3 contacts        import_folder, contact
--   V4 templates       script_template, qualification_template
--   V5 campaigns       campaign, campaign_agent, campaign_contact
--   V6 activity        follow_up, call_log, script_execution, qualification
--   V7 counters        campaign_contact_count, campaign_outcome_count, contact_count, crm_recount()
--   V8 road            audit_log, idempotency_record, server_key
--   V9 second wall     schema app, role crm_application, what the application may do
--
-- Tables lie in schema public, owned by whoever migrates. The application reaches them only through the views of
-- schema app (V9). Every table of an organization has organization_id first in its primary key, foreign keys, uniques
-- and indexes: no row can refer to another organization's row, and a tenant's rows lie together.
-- A loader gives keys, names, e-mails of users, roles and types; everything else is nullable or has a default.
-- Sort orders with a cursor break ties by id in the direction of the sort, so that one row comparison,
-- (added_at, contact_id) < (?, ?), is one index range.
-- A comment beside an index names the tools that it serves.

do $$
declare
    taken text;
begin
    select string_agg(relname, ', ' order by relname) into taken
    from pg_class
    where relnamespace = 'public'::regnamespace
      and relname in ('organization', 'organization_module', 'app_user', 'import_folder', 'contact', 'campaign',
                      'campaign_agent', 'campaign_contact', 'follow_up', 'call_log', 'script_template',
                      'qualification_template', 'script_execution', 'qualification', 'campaign_contact_count',
                      'campaign_outcome_count', 'contact_count', 'audit_log', 'idempotency_record', 'server_key');
    if taken is not null then
        raise exception 'Schema public already holds tables of the names that the CRM needs (%). Give the CRM a database of its own, or rename those tables.', taken;
    end if;
    if to_regnamespace('app') is not null then
        raise exception 'Schema app already exists, and the CRM needs that name for its views. Give the CRM a database of its own, or rename that schema.';
    end if;
end
$$;

create extension if not exists pg_trgm with schema public;
create extension if not exists unaccent with schema public;
create extension if not exists btree_gin with schema public;

-- Function bodies are SQL-standard (`return`): names in them are bound once, so neither a search path nor a restore from
-- a dump can change what they mean.

-- True for what `at time zone` takes: statements that compute a calendar day must not fail on what a loader has stored.
create function is_timezone(zone text) returns boolean
    language plpgsql immutable parallel safe
as $$
begin
    perform timestamp '2000-01-01 00:00' at time zone zone;
    return true;
exception when invalid_parameter_value then
    return false;
end
$$;

-- True for windows as campaigns keep them: [{"days": ["monday", …], "from": "10:00", "to": "13:00"}].
create function is_calling_windows(windows jsonb) returns boolean
    language sql immutable parallel safe
    return jsonb_typeof(windows) = 'array'
        and not jsonb_path_exists(windows, '$[*] ? (!(
                @.type() == "object" && @.days.type() == "array"
                && @.from like_regex "^([01][0-9]|2[0-3]):[0-5][0-9]$" && @.to like_regex "^([01][0-9]|2[0-3]):[0-5][0-9]$"))')
        and not jsonb_path_exists(windows, '$[*].days[*] ? (!(
                @ like_regex "^(monday|tuesday|wednesday|thursday|friday|saturday|sunday)$"))');

-- Bytes of a document as tools write it: without the blanks that the text of jsonb has after its commas and colons, a
-- quarter of what options with points take.
create function compact_length(document jsonb) returns integer
    language sql immutable strict parallel safe
    return octet_length(document::text)
        - length(regexp_replace(document::text, '"(?:[^"\\]|\\.)*"|[^ ]', '', 'g'));

-- Time-ordered id (RFC 9562, version 7), for loaders; the application makes its own.
create function uuid_v7() returns uuid
    language sql volatile parallel safe
    return encode(
        set_bit(
            set_bit(
                overlay(uuid_send(gen_random_uuid())
                    placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
                    from 1 for 6),
                52, 1),
            53, 1),
        'hex')::uuid;

-- Text without regard to case and accents. unaccent is only stable because its dictionary could be edited; ours is not.
create function fold(value text) returns text
    language sql immutable strict parallel safe
    return lower(unaccent('unaccent'::regdictionary, value));

-- The LIKE pattern of a substring search over a folded `search` column; wildcards in what was typed are literal. Null,
-- which matches nothing, where folding leaves nothing to look for.
create function like_pattern(typed text) returns text
    language sql immutable strict parallel safe
    return '%' || replace(replace(replace(nullif(fold(btrim(typed)), ''), '\', '\\'), '%', '\%'), '_', '\_') || '%';

-- The same for contact.search, of which one must match: what was typed, wherever it stands; and where that looks like a
-- telephone number, its digits among the telephones however spaced, with + (or 00 before a country code and more) at their
-- beginning. That + is kept as a capital, which nothing folded holds: of signs the index only knows that they part words, and
-- most numbers begin alike.
create function contact_like_patterns(typed text) returns text[]
    language sql immutable strict parallel safe
    return (
        select array_remove(array[
            like_pattern(typed),
            case when number ~ '^[0-9]{3}' and number <> btrim(typed) then E'%\x1d%' || number || '%' end,
            case when number ~ '^([+]|00[0-9]{3})[0-9]{2}' then E'%\x1d%Z' || regexp_replace(number, '^([+]|00)', '') || '%' end], null)
        from (select case when typed ~ '^[ (]*[+]?[0-9\s\u00a0\u202f./()-]+$' then regexp_replace(typed, '[^+0-9]', '', 'g') end as number) digits);

-- What a contact is found by: name, company, e-mail, telephone as given where it is more than a number; then, parted by a
-- character that nobody types, the telephone as digits, in international and French national form. Line breaks keep one
-- column's end and the next one's beginning from matching together. A number as given is left out because its pairs of
-- digits are in every other contact: looking for them as typed would read a large part of the index.
create function contact_search(
    first_name text, last_name text, company text, email text, phone text, phone_e164 text) returns text
    language sql immutable parallel safe
    return fold(
            coalesce(first_name || ' ', '') || coalesce(last_name, '')
            || coalesce(E'\n' || company, '')
            || coalesce(E'\n' || email, '')
            || case when phone ~ '[^+0-9\s\u00a0\u202f./()-]' then E'\n' || phone else '' end)
        || E'\x1d'
        || coalesce(E'\n' || replace(regexp_replace(phone, '[^+0-9]', '', 'g'), '+', 'Z'), '')
        || coalesce(E'\n' || replace(phone_e164, '+', 'Z'), '')
        || case when phone_e164 like '+33%' then E'\n0' || substr(phone_e164, 4) else '' end;
