-- What happens to a contact. These refer to campaign and contact, not to campaign_contact: they outlive a removal.

create table follow_up (
    organization_id uuid not null,
    id              uuid not null default uuid_v7(),
    campaign_id     uuid not null,
    contact_id      uuid not null,
    agent_id        uuid,
    due_at          timestamptz not null default now(),
    status          text not null default 'pending' check (status in ('pending', 'done', 'cancelled')), -- overdue is derived
    note            text,
    cancelled_at    timestamptz check (cancelled_at is null or status = 'cancelled'),
    cancel_reason   text check (cancel_reason is null or status = 'cancelled'),
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now(),
    primary key (organization_id, id),
    foreign key (organization_id, campaign_id) references campaign,
    foreign key (organization_id, contact_id) references contact on delete cascade,
    foreign key (organization_id, agent_id) references app_user on delete set null (agent_id)
);
-- Overview (pending, overdue, due today), workloads, list_outbound_contacts sort=nextFollowUp: index-only, by campaign
create index follow_up_due on follow_up (organization_id, campaign_id, due_at, contact_id) include (agent_id) where status = 'pending';
-- hasOpenFollowUp, nextFollowUpAt, bulk_remove_contacts_from_campaign; the foreign key of contact
create index follow_up_contact on follow_up (organization_id, contact_id, campaign_id, status, due_at);

create table call_log (
    organization_id  uuid not null,
    id               uuid not null default uuid_v7(),
    campaign_id      uuid, -- null once detached
    contact_id       uuid not null,
    agent_id         uuid,
    started_at       timestamptz not null default now(),
    duration_seconds integer not null default 0 check (duration_seconds >= 0),
    outcome          text check (outcome in ('answered', 'no_answer', 'busy', 'voicemail', 'wrong_number', 'callback_requested', 'refused')),
    notes            text,
    primary key (organization_id, id),
    foreign key (organization_id, campaign_id) references campaign on delete set null (campaign_id),
    foreign key (organization_id, contact_id) references contact on delete cascade,
    foreign key (organization_id, agent_id) references app_user on delete set null (agent_id)
);
-- neverCalled, lastCalledBefore; the legal limits of consumer calls; bulk_remove_contacts_from_campaign, call logs; the foreign key of contact
create index call_log_contact on call_log (organization_id, contact_id, started_at) include (campaign_id);
-- get_campaign, recentCalls; the foreign key of campaign
create index call_log_campaign on call_log (organization_id, campaign_id, started_at, id) where campaign_id is not null;
-- Overview (last 7 days by outcome), workloads (calls by agent): index-only
create index call_log_started on call_log (organization_id, started_at) include (outcome, agent_id);

create table script_execution (
    organization_id    uuid not null,
    id                 uuid not null default uuid_v7(),
    campaign_id        uuid not null,
    contact_id         uuid not null,
    agent_id           uuid,
    script_template_id uuid, -- null once the template is deleted
    template_version   integer not null default 1 check (template_version >= 1),
    template_snapshot  jsonb not null default '{}',
    status             text not null default 'in_progress' check (status in ('in_progress', 'completed', 'abandoned')),
    responses          jsonb not null default '{}',
    started_at         timestamptz not null default now(),
    completed_at       timestamptz check (completed_at is null or status <> 'in_progress'),
    updated_at         timestamptz not null default now(),
    primary key (organization_id, id),
    foreign key (organization_id, campaign_id) references campaign,
    foreign key (organization_id, contact_id) references contact on delete cascade,
    foreign key (organization_id, agent_id) references app_user on delete set null (agent_id),
    foreign key (organization_id, script_template_id) references script_template on delete set null (script_template_id)
);
create unique index script_execution_open on script_execution (organization_id, campaign_id, contact_id) where status = 'in_progress';
-- get_script_execution: the latest of a campaign and contact; the foreign key of contact
create index script_execution_contact on script_execution (organization_id, contact_id, campaign_id, started_at, id);
-- delete_script_template, executionsKept; that foreign key
create index script_execution_template on script_execution (organization_id, script_template_id) where script_template_id is not null;

create table qualification (
    organization_id           uuid not null,
    id                        uuid not null default uuid_v7(),
    campaign_id               uuid not null,
    contact_id                uuid not null,
    qualification_template_id uuid not null,
    template_version          integer not null default 1 check (template_version >= 1),
    status                    text not null default 'draft' check (status in ('draft', 'qualified', 'disqualified')),
    values                    jsonb not null default '{}' check (jsonb_typeof(values) = 'object' and octet_length(values::text) <= 26 * 1024), -- 20 KiB as the tools write it
    score                     numeric,
    agent_id                  uuid,
    script_execution_id       uuid,
    source                    text not null default 'agent' check (source in ('agent', 'auto')),
    version                   integer not null default 1 check (version >= 1),
    created_at                timestamptz not null default now(),
    updated_at                timestamptz not null default now(),
    primary key (organization_id, id),
    unique (organization_id, campaign_id, contact_id),
    foreign key (organization_id, campaign_id) references campaign,
    foreign key (organization_id, contact_id) references contact on delete cascade,
    foreign key (organization_id, qualification_template_id) references qualification_template,
    foreign key (organization_id, agent_id) references app_user on delete set null (agent_id),
    foreign key (organization_id, script_execution_id) references script_execution on delete set null (script_execution_id)
);
-- list_qualifications: sort=-updatedAt, sort=-score, contactId (search goes over contact.search), agentIds
create index qualification_updated on qualification (organization_id, updated_at, id);
create index qualification_score on qualification (organization_id, score desc nulls last, id desc);
create index qualification_contact on qualification (organization_id, contact_id);
create index qualification_agent on qualification (organization_id, agent_id) where agent_id is not null;
-- update_qualification_template: whether stored values use a field
create index qualification_template_used on qualification (organization_id, qualification_template_id);
create index qualification_execution on qualification (organization_id, script_execution_id) where script_execution_id is not null;
