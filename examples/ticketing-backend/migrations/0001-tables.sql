-- Documents are `json`, not `jsonb`: kept to the letter, with the order of their keys, and with texts that jsonb
-- refuses (\u0000, half of a surrogate pair), which strangers do send.

-- Every document ever saved; the highest version is in force. Holds the secrets of integrations.
create table workspace_versions (
  version integer primary key,
  document json not null,
  saved_at timestamptz not null default now()
);

-- What the service knows of a ticket, from its events and from what it did itself.
create table tickets (
  id text primary key,
  account text,
  customer text,
  status text check (status in ('open', 'ignored', 'closed')),
  assignee_type text check (assignee_type in ('human', 'bot')),
  assignee_id text,
  last_agent text, -- whom automatic assignment chose last
  active_bot text, -- the bot that runs, as far as events and our own effects tell
  last_event_at timestamptz not null,
  updated_at timestamptz not null default now()
);

-- The inbox: each event once, as it was sent.
create table events (
  id text primary key,
  type text not null,
  ticket_id text not null,
  at timestamptz not null,
  body json not null,
  digest text not null, -- SHA-256 of the body: tells a redelivery from another event with the same id
  received_at timestamptz not null default now()
);
create index events_of_ticket on events (ticket_id, at);

-- What was decided on it, with all it was made from: the library's `record`.
create table decisions (
  event_id text primary key references events (id) on delete cascade,
  ticket_id text not null,
  workspace_version integer not null references workspace_versions (version),
  record json not null,
  assigned_to text, -- the agent that automatic assignment chose, after the decision
  decided_at timestamptz not null default now()
);

-- The outbox: what is to be done, written in the transaction of the decision.
create table effects (
  id uuid primary key, -- made of the key; also the id of the job
  key text not null, -- the library's: each is done once
  event_id text not null references events (id) on delete cascade,
  ticket_id text not null,
  type text not null check (type in ('activateBot', 'terminateBot', 'sendSurvey', 'enableManualSurvey', 'notify')),
  effect json not null,
  execute_at timestamptz not null,
  status text not null default 'pending' check (status in ('pending', 'done', 'cancelled', 'dead')),
  reason text, -- why it was cancelled, or what the last attempt said
  attempts integer not null default 0,
  traceparent text, -- of the request that led to it
  created_at timestamptz not null default now(),
  finished_at timestamptz
);
create index effects_of_event on effects (event_id);

-- Surveys that customers got or are about to get, for the least distance between two of them.
create table surveys (
  effect_id uuid primary key references effects (id) on delete cascade,
  key text not null,
  customer text not null,
  at timestamptz not null,
  status text not null default 'pending' check (status in ('pending', 'sent', 'dropped'))
);
create index surveys_of_customer on surveys (customer, at) where status <> 'dropped';

-- Whose turn it is, over all processes.
create sequence assignment_turn minvalue 0;
