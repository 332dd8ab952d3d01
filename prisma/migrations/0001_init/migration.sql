-- Facts are append-only; everything under "derived" can be dropped and rebuilt from them.
-- org_id leads every key, so that the same schema can be distributed by organization.
-- Text that is compared or sorted is collated "C": code point order on every server.

create table org (
  id uuid primary key,
  slug text collate "C" not null unique,
  name text not null,
  time_zone text not null,
  currency text not null,
  week_start text not null,
  fiscal_start_month integer not null,
  stages text[] not null,
  renewal_grace_days integer not null default 0,
  dimension_order jsonb not null default '{}',
  is_sample boolean not null default false,
  created_at timestamptz(3) not null
);

create table api_key (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  hash text not null,
  scopes text[] not null,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3),
  revoked_at timestamptz(3),
  primary key (org_id, id)
);

create table idempotency_key (
  org_id uuid not null,
  key text collate "C" not null,
  request_hash text not null,
  status integer not null,
  body jsonb not null,
  created_at timestamptz(3) not null,
  primary key (org_id, key)
);

create table stage_map (
  org_id uuid not null,
  version integer not null,
  stages jsonb not null,
  created_at timestamptz(3) not null,
  primary key (org_id, version)
);

create table fx_rate (
  org_id uuid not null,
  currency text collate "C" not null,
  on_date date not null,
  rate numeric(30, 15) not null,
  primary key (org_id, currency, on_date)
);

create table person (
  org_id uuid not null,
  owner text collate "C" not null,
  name text not null,
  role text not null,
  primary key (org_id, owner)
);

create table pod_member (
  org_id uuid not null,
  pod text collate "C" not null,
  owner text collate "C" not null,
  from_date date not null,
  to_date date,
  primary key (org_id, pod, owner, from_date)
);

create table cost (
  org_id uuid not null,
  month date not null,
  kind text collate "C" not null,
  name text collate "C" not null,
  amount numeric(30, 4) not null,
  currency text not null,
  primary key (org_id, month, kind, name)
);

create table dimension_value (
  org_id uuid not null,
  dimension text collate "C" not null,
  value text collate "C" not null,
  primary key (org_id, dimension, value)
);

-- facts

create sequence arrival_seq;

create table stage_event (
  org_id uuid not null,
  source text collate "C" not null,
  event_id text collate "C" not null,
  version bigint not null,
  content_hash text collate "C" not null,
  arrival bigint not null default nextval('arrival_seq'),
  received_at timestamptz(3) not null,
  import_id uuid,
  line bigint not null,
  record_id text collate "C" not null,
  account_id text collate "C",
  stage text collate "C" not null,
  stage_as_written text not null,
  occurred_at timestamptz(3) not null,
  motion text collate "C",
  segment text collate "C",
  channel text collate "C",
  owner text collate "C",
  pod text collate "C",
  product text collate "C",
  region text collate "C",
  amount numeric,
  currency text collate "C",
  close_date date,
  primary key (org_id, source, event_id, version, content_hash)
);
create index stage_event_record on stage_event (org_id, record_id);

create table account (
  org_id uuid not null,
  account_id text collate "C" not null,
  source text collate "C" not null,
  version bigint not null,
  content_hash text collate "C" not null,
  arrival bigint not null default nextval('arrival_seq'),
  received_at timestamptz(3) not null,
  import_id uuid,
  line bigint not null,
  name text,
  segment text collate "C",
  channel text collate "C",
  owner text collate "C",
  region text collate "C",
  primary key (org_id, account_id, source, version, content_hash)
);

create table contract (
  org_id uuid not null,
  source text collate "C" not null,
  contract_id text collate "C" not null,
  version bigint not null,
  content_hash text collate "C" not null,
  arrival bigint not null default nextval('arrival_seq'),
  received_at timestamptz(3) not null,
  import_id uuid,
  line bigint not null,
  account_id text collate "C" not null,
  starts_on date not null,
  ends_on date,
  cancelled_on date,
  arr numeric(30, 2) not null,
  currency text collate "C" not null,
  product text collate "C",
  segment text collate "C",
  motion text collate "C",
  primary key (org_id, source, contract_id, version, content_hash)
);
create index contract_account on contract (org_id, account_id);

create table quarantine (
  org_id uuid not null,
  id uuid not null,
  import_id uuid,
  source text collate "C" not null,
  kind text not null,
  line bigint not null,
  raw jsonb not null,
  code text not null,
  message text not null,
  received_at timestamptz(3) not null,
  primary key (org_id, id)
);
create index quarantine_import on quarantine (org_id, import_id, line);

-- the desk

create table import (
  org_id uuid not null,
  id uuid not null,
  kind text not null,
  status text not null,
  file_name text not null,
  path text not null,
  dry_run boolean not null default false,
  mapping jsonb not null,
  time_zone text not null,
  encoding text,
  delimiter text,
  received bigint not null default 0,
  accepted bigint not null default 0,
  duplicates bigint not null default 0,
  quarantined bigint not null default 0,
  ignored bigint not null default 0,
  bytes bigint not null default 0,
  bytes_total bigint not null default 0,
  header jsonb,
  warnings jsonb not null default '[]',
  error_code text,
  error_message text,
  created_at timestamptz(3) not null,
  started_at timestamptz(3),
  finished_at timestamptz(3),
  primary key (org_id, id)
);

create table mapping (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  kind text not null,
  body jsonb not null,
  header text[] not null,
  created_at timestamptz(3) not null,
  primary key (org_id, id)
);

-- derived

create table stage_entry (
  org_id uuid not null,
  record_id text collate "C" not null,
  stage text collate "C" not null,
  rule text collate "C" not null,
  entered_at timestamptz(3) not null,
  implied boolean not null,
  account_id text collate "C",
  segment text collate "C" not null,
  channel text collate "C" not null,
  owner text collate "C" not null,
  pod text collate "C" not null,
  motion text collate "C" not null,
  product text collate "C" not null,
  region text collate "C" not null,
  amount numeric,
  currency text collate "C",
  amount_reporting numeric(30, 2),
  next_at timestamptz(3),
  next_implied boolean not null,
  out_of_order_at timestamptz(3),
  churned_at timestamptz(3),
  outcome text collate "C" not null,
  outcome_at timestamptz(3),
  outcome_changes integer not null,
  primary key (org_id, record_id, stage, rule)
);
create index stage_entry_day on stage_entry (org_id, stage, entered_at);

create table record_span (
  org_id uuid not null,
  record_id text collate "C" not null,
  from_at timestamptz(3) not null,
  to_at timestamptz(3),
  stage text collate "C",
  stay_since timestamptz(3),
  in_stock boolean not null,
  outcome text collate "C" not null,
  outcome_at timestamptz(3),
  account_id text collate "C",
  segment text collate "C" not null,
  channel text collate "C" not null,
  owner text collate "C" not null,
  pod text collate "C" not null,
  motion text collate "C" not null,
  product text collate "C" not null,
  region text collate "C" not null,
  amount numeric,
  currency text collate "C",
  amount_reporting numeric(30, 2),
  close_date date,
  primary key (org_id, record_id, from_at)
);
create index record_span_time on record_span (org_id, from_at);

create table movement (
  org_id uuid not null,
  record_id text collate "C" not null,
  ordinal integer not null,
  movement text collate "C" not null,
  occurred_at timestamptz(3) not null,
  account_id text collate "C",
  segment text collate "C" not null,
  channel text collate "C" not null,
  owner text collate "C" not null,
  pod text collate "C" not null,
  motion text collate "C" not null,
  product text collate "C" not null,
  region text collate "C" not null,
  amount_reporting numeric(30, 2),
  own_amount_reporting numeric(30, 2),
  primary key (org_id, record_id, ordinal)
);
create index movement_time on movement (org_id, occurred_at);

-- the second wall: no organization context, no rows; forced on the owner too

do $$
declare t text;
begin
  foreach t in array array['api_key', 'idempotency_key', 'stage_map', 'fx_rate', 'person',
    'pod_member', 'cost', 'dimension_value', 'stage_event', 'account', 'contract', 'quarantine',
    'import', 'mapping', 'stage_entry', 'record_span', 'movement']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_org on %I using '
      || '(org_id = nullif(current_setting(''app.org_id'', true), '''')::uuid)', t);
    execute format('grant select, insert, update, delete on %I to bowtie_app', t);
  end loop;
end $$;

-- facts are never changed in place
revoke update on stage_event, account, contract from bowtie_app;

grant select, insert, update, delete on org to bowtie_app;
grant usage on sequence arrival_seq to bowtie_app;
