-- The query shapes of the tools, as the application's role sees the data. Each block starts with
-- "--- tool: what | goal in ms"; explain runs it. What stands before the first block finds values to ask for.
select id as agent from app_user order by id limit 1 \gset
select campaign_id as campaign from campaign_contact_count group by 1 order by sum(contacts) desc limit 1 \gset
select campaign_id as other from campaign_contact_count group by 1 order by sum(contacts) desc offset 1 limit 1 \gset
select campaign_id as middling from campaign_contact_count group by 1 order by abs(sum(contacts) - 9000), 1 limit 1 \gset
select id as folder from import_folder order by row_count desc limit 1 \gset
select name_key as deep_name, id as deep_name_id from contact order by name_key, id offset (select contacts / 2 from contact_count) limit 1 \gset
select created_at as deep_created, id as deep_created_id from contact order by created_at, id offset (select contacts / 2 from contact_count) limit 1 \gset
select added_at as deep_added, contact_id as deep_added_id from campaign_contact where campaign_id = :'campaign' order by added_at, contact_id offset 10000 limit 1 \gset
select contact_id as deep_priority_id from campaign_contact where campaign_id = :'campaign' and priority = 0 order by contact_id offset 10000 limit 1 \gset
select last_call_at as deep_call, contact_id as deep_call_id from campaign_contact where campaign_id = :'campaign' and last_call_at is not null order by last_call_at, contact_id offset 10000 limit 1 \gset
select due_at as deep_due, contact_id as deep_due_id from follow_up where campaign_id = :'campaign' and status = 'pending' order by due_at, contact_id offset 1000 limit 1 \gset
select array_agg(id order by id) as fifty from (select campaign_id as id from campaign_contact_count group by 1 order by sum(contacts) desc limit 50) largest \gset
select updated_at as deep_updated, id as deep_updated_id from qualification order by updated_at, id offset 10000 limit 1 \gset
select contact_id as called from call_log order by id limit 1 \gset
select slug, owner_email from organization where id = current_setting('crm.organization_id')::uuid \gset

--- crm_resolve_workspace: a name with typos | 20
select id, name, word_similarity(fold('atlantik consiel 127'), search) as score
from organization where fold('atlantik consiel 127') <% search order by score desc, id limit 10

--- crm_resolve_workspace: slug, name or e-mail of the owner | 5
select id from organization where slug = :'slug' or name_key = fold('Bretagne Conseil 1') or owner_email_key = lower(:'owner_email')

--- get_crm_workspace_overview: campaigns by status | 10
select status, count(*) from campaign group by status

--- get_crm_workspace_overview: contacts | 1
select contacts, do_not_call, without_phone from contact_count

--- get_crm_workspace_overview: follow-ups pending, overdue, due today | 60
select sum(f.pending), sum(f.overdue), sum(f.due_today)
from (select id, date_trunc('day', now(), timezone) as today, date_trunc('day', now() + interval '1 day', timezone) as tomorrow from campaign offset 0) c
cross join lateral (
    select count(*) as pending, count(*) filter (where due_at < now()) as overdue, count(*) filter (where due_at >= today and due_at < tomorrow) as due_today
    from follow_up where campaign_id = c.id and status = 'pending') f

--- get_crm_workspace_overview: calls of 7 days by outcome | 40
select outcome, count(*) from call_log where started_at >= now() - interval '7 days' group by outcome

--- get_crm_workspace_overview: active campaigns with unassigned contacts | 20
select campaign_id, sum(contacts) from campaign_contact_count
where state in ('to_call', 'in_progress', 'follow_up') and assigned_agent_id is null
  and campaign_id in (select id from campaign where status = 'active')
group by campaign_id

--- get_crm_workspace_overview: latest imports | 2
select id, name, row_count from import_folder order by created_at desc, id desc limit 5

--- get_crm_workspace_overview: contacts in no campaign | 600
select (select contacts from contact_count) - count(*) from (select contact_id from campaign_contact group by contact_id) member

--- list_outbound_agents: search | 5
select id, full_name from app_user where role = 'agent' and search like like_pattern('helene mar') order by name_key, id limit 20

--- bulk_get_agent_workloads: contacts by state | 60
select assigned_agent_id, state, sum(contacts) from campaign_contact_count where assigned_agent_id is not null group by 1, 2

--- bulk_get_agent_workloads: follow-ups | 90
select f.agent_id, count(*) filter (where due_at < now()), count(*) filter (where due_at >= today and due_at < tomorrow)
from (select id, date_trunc('day', now(), timezone) as today, date_trunc('day', now() + interval '1 day', timezone) as tomorrow from campaign offset 0) c
join follow_up f on f.campaign_id = c.id
where f.status = 'pending' group by 1

--- bulk_get_agent_workloads: calls | 150
with agent as materialized (select id, date_trunc('day', now(), timezone) as today from app_user where role = 'agent')
select a.id, count(*) filter (where started_at >= today), count(*) filter (where started_at >= today - interval '6 days')
from (select agent_id, started_at from call_log where started_at > now() - interval '8 days' and started_at <= now() offset 0) l
join agent a on a.id = l.agent_id group by a.id

--- list_campaigns: default order with counts | 10
select c.id, c.name, n.total
from (select * from campaign order by updated_at desc, id desc limit 20) c
cross join lateral (select sum(contacts) as total from campaign_contact_count where campaign_id = c.id) n

--- list_campaigns: search, tag, agent | 5
select id from campaign c
where search like like_pattern('ete') and tags && '{vip,b2b}'
  and exists (select from campaign_agent where campaign_id = c.id and user_id = :'agent')
order by updated_at desc, id desc limit 20

--- list_campaigns: by template | 2
select id from campaign where script_template_id = (select id from script_template order by id limit 1) order by updated_at desc, id desc limit 20

--- get_campaign: recent calls | 2
select id, started_at, outcome from call_log where campaign_id = :'campaign' order by started_at desc, id desc limit 10

--- bulk_get_campaign_contact_counts: all campaigns by state | 50
select campaign_id, state, sum(contacts), sum(contacts) filter (where assigned_agent_id is null) from campaign_contact_count group by 1, 2

--- bulk_get_campaign_contact_counts: all campaigns by outcome | 50
select campaign_id, last_outcome, contacts from campaign_outcome_count

--- get_campaign_contact_overlap: 50 campaigns | 500
-- Ranges of contact ids that hold about as many members each: one range's hash table stays small enough for the processor's
-- cache and for work_mem. Which campaign gives the bounds decides the speed, never the result. Masks are sorted before they
-- are counted: hashed, 60,000 where 200 were expected spill into thousands of files and take half a minute.
with recursive step as (
    select '00000000-0000-0000-0000-000000000000'::uuid as low
    union all
    select (left((select contact_id from campaign_contact where campaign_id = :'campaign' and contact_id > low order by contact_id offset 7999 limit 1)::text, 35) || '8')::uuid
    from step where low is not null
), id_range as materialized (
    select low, coalesce((left(lead(low) over (order by low)::text, 35) || '7')::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff') as high
    from step where low is not null
), chosen as materialized (
    select id, 1::bigint << (n::int - 1) as bit from unnest(:'fifty'::uuid[]) with ordinality c (id, n)
)
select mask, count(*)
from (select mask
      from id_range cross join lateral (
          select contact_id, bit_or(bit) as mask
          from chosen join campaign_contact m on m.campaign_id = chosen.id and m.contact_id between low and high
          group by contact_id offset 0) member
      order by mask offset 0) sorted
group by mask

--- find_contacts_in_multiple_campaigns: first page with the total, in 2 or more of 50 | 1000
with recursive step as (
    select '00000000-0000-0000-0000-000000000000'::uuid as low
    union all
    select (left((select contact_id from campaign_contact where campaign_id = :'campaign' and contact_id > low order by contact_id offset 7999 limit 1)::text, 35) || '8')::uuid
    from step where low is not null
), id_range as materialized (
    select low, coalesce((left(lead(low) over (order by low)::text, 35) || '7')::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff') as high
    from step where low is not null
), shared as materialized (
    select member.*
    from id_range cross join lateral (
        select contact_id, count(*) as campaign_count from campaign_contact m
        where campaign_id = any (:'fifty'::uuid[]) and m.contact_id between low and high
        group by contact_id having count(*) >= 2 offset 0) member
)
select total, p.*
from (select count(*) as total from shared) t
left join (select * from shared order by campaign_count desc, contact_id limit 21) p on true
order by campaign_count desc, contact_id

--- find_contacts_in_multiple_campaigns: a common search | 300
select contact_id, count(*) from campaign_contact
where campaign_id = any (:'fifty'::uuid[]) and contact_id in (select id from contact where search like any (contact_like_patterns('lefevre')))
group by contact_id having count(*) >= 2 order by count(*) desc, contact_id limit 21

--- analyze_import_contact_deduplication: matches by three keys, 100,000 against all | 800
select key, count(*), count(distinct row_id)
from (select 'phone' as key, i.id as row_id, c.id from contact i join contact c on c.phone_e164 = i.phone_e164 and c.id <> i.id where i.import_folder_id = :'folder'
      union all
      select 'email', i.id, c.id from contact i join contact c on c.email_key = i.email_key and c.id <> i.id where i.import_folder_id = :'folder'
      union all
      select 'externalId', i.id, c.id from contact i join contact c on c.external_id = i.external_id and c.id <> i.id where i.import_folder_id = :'folder') match
group by key

--- analyze_import_contact_deduplication: values of a key that contacts share, where most were imported | 800
select phone_e164, count(*) filter (where import_folder_id = :'folder'), min(external_id), max(external_id)
from contact where phone_e164 is not null
group by phone_e164 having count(*) > 1

--- analyze_import_contact_deduplication: matches by name and company | 500
select count(*) from contact i join contact c on c.name_company_key = i.name_company_key and c.id <> i.id where i.import_folder_id = :'folder'

--- bulk_add_contacts_to_campaign_by_filter: plan of an import of 100,000 | 300
select count(*) from contact k
where import_folder_id = :'folder' and not do_not_call and phone_e164 is not null
  and not exists (select from campaign_contact where campaign_id = :'campaign' and contact_id = k.id)

--- bulk_remove_contacts_from_campaign: plan of those called and not reached | 300
select count(*), count(f.contact_id) from campaign_contact cc
left join (select distinct contact_id from follow_up where campaign_id = :'campaign' and status = 'pending') f using (contact_id)
where campaign_id = :'campaign' and state = 'unreachable'

--- bulk_assign_campaign_contacts: plan of open and unassigned | 400
select count(*) from (select contact_id from campaign_contact
where campaign_id = :'campaign' and assigned_agent_id is null and state in ('to_call', 'in_progress', 'follow_up')
order by priority desc, added_at, contact_id) ordered

--- list_outbound_contacts: by name, deep cursor | 5
select id, name_key from contact where (name_key, id) > (:'deep_name', :'deep_name_id') order by name_key, id limit 21

--- list_outbound_contacts: newest, deep cursor | 5
select id from contact where (created_at, id) < (:'deep_created', :'deep_created_id') order by created_at desc, id desc limit 21

--- list_outbound_contacts: an e-mail of which every part is common | 30
select id from contact where search like any (contact_like_patterns('CONTACT77777@')) order by name_key, id limit 21

--- list_outbound_contacts: common search, with total | 300
select count(*) from contact where search like any (contact_like_patterns('lefevre'))

--- list_outbound_contacts: national number | 5
select id from contact where search like any (contact_like_patterns('06 00 79 19 00')) order by name_key, id limit 21

--- list_outbound_contacts: international number | 10
select id from contact where search like any (contact_like_patterns('0033 6 00 79 19 00')) order by name_key, id limit 21

--- list_outbound_contacts: digits of a company | 30
select id from contact where search like any (contact_like_patterns('10.2024')) order by name_key, id limit 21

--- list_outbound_contacts: tag | 30
select id from contact where tags && '{lot17}' order by name_key, id limit 21

--- list_outbound_contacts: custom and search | 30
select id from contact where custom @> '{"segment": "B", "effectif": 201}' and search like any (contact_like_patterns('boulang')) order by name_key, id limit 21

--- list_outbound_contacts: city, deep cursor | 5
select id from contact where city = any ('{Nantes,Rennes}') and (name_key, id) > (:'deep_name', :'deep_name_id') order by name_key, id limit 21

--- list_outbound_contacts: a language that nobody speaks | 5
select id from contact where language = any ('{pt}') order by name_key, id limit 21

--- list_outbound_contacts: never called, in no chosen campaign | 5
select id from contact k
where not exists (select from call_log where contact_id = k.id)
  and not exists (select from campaign_contact where campaign_id = any (:'fifty'::uuid[]) and contact_id = k.id)
order by name_key, id limit 21

--- list_outbound_contacts in a campaign: newest, deep cursor | 5
select contact_id from campaign_contact where campaign_id = :'campaign' and (added_at, contact_id) < (:'deep_added', :'deep_added_id')
order by added_at desc, contact_id desc limit 21

--- list_outbound_contacts in a campaign: priority, deep cursor | 5
select contact_id from campaign_contact where campaign_id = :'campaign' and (priority, contact_id) < (0, :'deep_priority_id')
order by priority desc, contact_id desc limit 21

--- list_outbound_contacts in a campaign: last call, deep cursor | 5
select contact_id from campaign_contact where campaign_id = :'campaign' and (last_call_at, contact_id) < (:'deep_call', :'deep_call_id')
order by last_call_at desc nulls last, contact_id desc limit 21

--- list_outbound_contacts in a campaign: those never called, deep cursor | 5
select contact_id from campaign_contact where campaign_id = :'campaign' and last_call_at is null and contact_id < :'deep_priority_id'
order by last_call_at desc nulls last, contact_id desc limit 21

--- list_outbound_contacts in a campaign: next follow-up, deep cursor | 5
select f.contact_id, f.due_at from follow_up f join campaign_contact m on m.campaign_id = f.campaign_id and m.contact_id = f.contact_id
where f.campaign_id = :'campaign' and f.status = 'pending' and (f.due_at, f.contact_id) > (:'deep_due', :'deep_due_id')
  and not exists (select from follow_up e where e.contact_id = f.contact_id and e.campaign_id = f.campaign_id and e.status = 'pending' and (e.due_at, e.id) < (f.due_at, f.id))
order by f.due_at, f.contact_id limit 21

--- list_outbound_contacts in a campaign: those without follow-up, deep cursor | 5
select contact_id from campaign_contact m where campaign_id = :'campaign' and contact_id > :'deep_priority_id'
  and not exists (select from follow_up e where e.contact_id = m.contact_id and e.campaign_id = m.campaign_id and e.status = 'pending')
order by contact_id limit 21

--- list_outbound_contacts in a campaign: by name, deep cursor | 5
select k.id from contact k join campaign_contact c on c.campaign_id = :'campaign' and c.contact_id = k.id
where (k.name_key, k.id) > (:'deep_name', :'deep_name_id') order by k.name_key, k.id limit 21

--- list_outbound_contacts in a campaign of few among many: by name, deep cursor | 5
-- Walks the names of the CRM past a hash of the campaign's contacts; as a join it takes 10 times as long.
select k.id from contact k where (k.id in (select contact_id from campaign_contact where campaign_id = :'middling')) is true
  and (k.name_key, k.id) > (:'deep_name', :'deep_name_id') order by k.name_key, k.id limit 21

--- list_outbound_contacts in a campaign: the rows of a page | 5
select k.*, m.*, a.full_name, (select min(due_at) filter (where f.status = 'pending') from follow_up f where f.contact_id = m.contact_id and f.campaign_id = m.campaign_id),
  (select started_at from call_log l where l.contact_id = m.contact_id order by started_at desc offset 3 limit 1),
  (select max(started_at) from call_log l where l.contact_id = m.contact_id and l.started_at > now() - interval '60 days' and l.outcome = 'refused')
from campaign_contact m join contact k on k.id = m.contact_id left join app_user a on a.id = m.assigned_agent_id
where m.campaign_id = :'campaign'
  and m.contact_id = any (array(select contact_id from campaign_contact where campaign_id = :'campaign' and contact_id > :'deep_priority_id' order by contact_id limit 20))

--- list_outbound_contacts: the rows of a page, with their campaigns | 5
select k.*, (select count(*) from campaign_contact m where m.contact_id = k.id),
  (select json_agg(json_build_object('campaignId', c.id, 'name', c.name, 'state', c.state))
   from (select c.id, c.name, m.state from campaign_contact m join campaign c on c.id = m.campaign_id where m.contact_id = k.id
         order by c.status = 'active' desc, c.created_at desc, c.id desc limit 4) c)
from contact k where k.id = any (array(select id from contact where id > :'deep_name_id' order by id limit 20))

--- list_outbound_contacts in a campaign: state and agent | 30
select contact_id from campaign_contact
where campaign_id = :'campaign' and state = any ('{closed}') and assigned_agent_id = any (array[:'agent'::uuid])
order by added_at desc, contact_id desc limit 21

--- list_outbound_contacts in a campaign: state, total | 60
select count(*) from campaign_contact where campaign_id = :'campaign' and state = any ('{closed,qualified}')

--- list_outbound_contacts in a campaign: also in another | 150
select count(*) from campaign_contact c where campaign_id = :'campaign'
  and exists (select from campaign_contact o where o.campaign_id = :'other' and o.contact_id = c.contact_id)

--- list_script_templates: last changed first | 5
select p.id, p.step_count, (select count(*) from campaign c where c.script_template_id = p.id) as campaign_count
from (select id, step_count, updated_at from script_template order by updated_at desc, id desc limit 20) p
order by p.updated_at desc, p.id desc

--- list_script_templates: search | 5
select count(*) from script_template where search like like_pattern('script 12')

--- get_script_template: forms of its campaigns | 5
select q.id from qualification_template q
where q.id in (select qualification_template_id from campaign where script_template_id = (select id from script_template order by id limit 1) and status <> 'archived')
order by q.id limit 50

--- delete_script_template: campaigns and executions of a template | 20
select count(c.id), (select count(*) from script_execution e where e.script_template_id = t.id)
from script_template t left join campaign c on c.script_template_id = t.id
where t.id = (select id from script_template order by id limit 1)
group by t.organization_id, t.id

--- import_script_templates: names that are taken | 2
select id from script_template where name_key = any (array[fold('Script 12'), fold('Script 13'), fold('Neu')]) and status <> 'archived'

--- get_script_execution: the latest of a contact | 2
select id from script_execution where campaign_id = :'campaign' and contact_id = :'called' order by started_at desc, id desc limit 1

--- list_qualifications: latest, deep cursor | 5
select id from qualification where (updated_at, id) < (:'deep_updated', :'deep_updated_id') order by updated_at desc, id desc limit 21

--- list_qualifications: best score of some campaigns | 5
select id from qualification where campaign_id = any (array[:'campaign', :'other']::uuid[]) and score >= 50 order by score desc nulls last, id desc limit 21

--- list_qualifications: figures of some campaigns | 60
select q.status, count(*), count(q.score), sum(q.score) from qualification q where q.campaign_id = any (array[:'campaign', :'other']::uuid[]) group by q.status

--- list_qualifications: those without a score, deep cursor | 5
select id from qualification where score is null and id < :'deep_updated_id' order by score desc nulls last, id desc limit 21

--- get_qualification: of a contact | 2
select * from qualification where campaign_id = :'campaign' and contact_id = :'called'

--- list_qualifications: search | 30
select q.id from qualification q join contact k on k.id = q.contact_id and k.organization_id = q.organization_id
where k.search like any (contact_like_patterns('andrieu-vidal')) order by q.updated_at desc, q.id desc limit 21

--- consumer calls: calls of a contact in 30 days | 2
select count(*), max(started_at) filter (where outcome = 'refused') from call_log
where contact_id = :'called' and started_at >= now() - interval '60 days'
