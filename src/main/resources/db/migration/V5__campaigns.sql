-- Campaigns, their agents, and the contacts in them with the campaign's own outbound state.

create table campaign (
    organization_id           uuid not null references organization on delete cascade,
    id                        uuid not null default uuid_v7(),
    name                      text not null check (length(name) between 1 and 120),
    description               text check (length(description) <= 2000),
    status                    text not null default 'draft'
                                  check (status in ('draft', 'active', 'paused', 'completed', 'archived')),
    script_template_id        uuid,
    qualification_template_id uuid,
    starts_on                 date,
    ends_on                   date check (ends_on >= starts_on),
    timezone                  text not null default 'Europe/Paris' check (is_timezone(timezone)),
    calling_windows           jsonb not null default '[]' check (is_calling_windows(calling_windows)),
    audience                  text not null default 'business' check (audience in ('business', 'consumer')),
    legal_basis               text check (legal_basis in ('consent', 'existing_contract')),
    max_attempts              integer not null default 5 check (max_attempts between 1 and 50),
    retry_delay_minutes       integer not null default 1440 check (retry_delay_minutes between 0 and 43200),
    priority                  integer not null default 0 check (priority between -100 and 100),
    tags                      text[] not null default '{}' check (cardinality(tags) <= 20 and array_position(tags, null) is null),
    version                   integer not null default 1 check (version >= 1),
    created_by                text, -- subject of the caller that made it, or what a loader gives
    created_at                timestamptz not null default now(),
    updated_at                timestamptz not null default now(),
    name_key                  text collate "C" not null generated always as (fold(btrim(name))) stored,
    search                    text not null generated always as (fold(name || coalesce(E'\n' || description, ''))) stored,
    primary key (organization_id, id),
    -- A template in use is not deleted under a campaign: delete_script_template detaches first, which grows the campaign's version.
    foreign key (organization_id, script_template_id) references script_template,
    foreign key (organization_id, qualification_template_id) references qualification_template
);
create unique index campaign_name on campaign (organization_id, name_key) where status <> 'archived';
-- list_campaigns: search, tagsAny
create index campaign_search on campaign using gin (organization_id, search gin_trgm_ops, tags);
-- list_campaigns: default order, filters by template (and those foreign keys)
create index campaign_updated on campaign (organization_id, updated_at, id);
create index campaign_script_template on campaign (organization_id, script_template_id) where script_template_id is not null;
create index campaign_qualification_template on campaign (organization_id, qualification_template_id) where qualification_template_id is not null;

create table campaign_agent (
    organization_id uuid not null,
    campaign_id     uuid not null,
    user_id         uuid not null,
    primary key (organization_id, campaign_id, user_id),
    foreign key (organization_id, campaign_id) references campaign on delete cascade,
    foreign key (organization_id, user_id) references app_user on delete cascade
);
-- list_campaigns, agentId; list_outbound_agents
create index campaign_agent_user on campaign_agent (organization_id, user_id);

create table campaign_contact (
    organization_id   uuid not null,
    campaign_id       uuid not null,
    contact_id        uuid not null,
    state             text not null default 'to_call'
                          check (state in ('to_call', 'in_progress', 'follow_up', 'qualified', 'disqualified', 'unreachable', 'closed')),
    assigned_agent_id uuid,
    priority          integer not null default 0 check (priority between -100 and 100),
    attempts          integer not null default 0 check (attempts >= 0),
    last_call_at      timestamptz,
    last_outcome      text check (last_outcome in ('answered', 'no_answer', 'busy', 'voicemail', 'wrong_number', 'callback_requested', 'refused')),
    added_at          timestamptz not null default now(),
    assigned_at       timestamptz,
    updated_at        timestamptz not null default now(),
    primary key (organization_id, campaign_id, contact_id),
    foreign key (organization_id, campaign_id) references campaign on delete cascade,
    foreign key (organization_id, contact_id) references contact on delete cascade,
    foreign key (organization_id, assigned_agent_id) references app_user on delete set null (assigned_agent_id)
);
-- This table is written 100,000 rows at a time: each index here costs every bulk call.
-- get_campaign_contact_overlap, find_contacts_in_multiple_campaigns, inNoCampaign: one ordered index-only scan;
-- inCampaignIds, notInCampaignIds, alsoInCampaignIds; the foreign key of contact
create index campaign_contact_contact on campaign_contact (organization_id, contact_id, campaign_id) include (state);
-- list_outbound_contacts with campaignId, sort=-addedAt, -priority, -lastCall (those never called last)
create index campaign_contact_added on campaign_contact (organization_id, campaign_id, added_at, contact_id);
create index campaign_contact_priority on campaign_contact (organization_id, campaign_id, priority, contact_id);
create index campaign_contact_last_call on campaign_contact (organization_id, campaign_id, last_call_at desc nulls last, contact_id desc);
-- CampaignContactFilter: states; assignedAgentIds (and the foreign key of the agent)
create index campaign_contact_state on campaign_contact (organization_id, campaign_id, state, contact_id);
create index campaign_contact_agent on campaign_contact (organization_id, assigned_agent_id, campaign_id, state) where assigned_agent_id is not null;
