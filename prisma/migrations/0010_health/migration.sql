-- Rows held back can be mended and tried again; what becomes of rows is counted per source; settings
-- can change while the old numbers are still read.

-- A held row has its place in the order of arrivals. Facts are numbered with gaps, so that a row
-- that is taken later still stands where it arrived.
alter sequence arrival_seq increment by 1024;
alter table quarantine add column arrival bigint not null default nextval('arrival_seq');
alter table quarantine add column edited jsonb;
alter table quarantine add column edited_at timestamptz(3);
alter table quarantine add column tried_at timestamptz(3);
-- null: still held
alter table quarantine add column released_at timestamptz(3);
alter table quarantine add column outcome text collate "C";
create index quarantine_code on quarantine (org_id, code, arrival);

-- received = accepted + duplicates + quarantined + ignored, per source and kind
create table intake (
  org_id uuid not null,
  source text collate "C" not null,
  kind text collate "C" not null,
  received bigint not null,
  accepted bigint not null,
  duplicates bigint not null,
  quarantined bigint not null,
  ignored bigint not null,
  last_received_at timestamptz(3) not null,
  primary key (org_id, source, kind),
  check (received = accepted + duplicates + quarantined + ignored)
);

-- A stage name that means another stage than it did: of facts up to this arrival.
create table stage_remap (
  org_id uuid not null,
  name text collate "C" not null,
  stage text collate "C",
  up_to bigint not null,
  created_at timestamptz(3) not null,
  primary key (org_id, name)
);

-- Changes of settings on their way: they come into force with all that is derived from them.
create table rederive (
  org_id uuid not null,
  id uuid not null,
  change jsonb not null,
  status text collate "C" not null,
  records bigint not null default 0,
  total bigint not null default 0,
  effect jsonb,
  error text,
  requested_at timestamptz(3) not null,
  started_at timestamptz(3),
  finished_at timestamptz(3),
  primary key (org_id, id)
);
create index rederive_time on rederive (org_id, requested_at);

-- which settings an answer was made with
alter table org add column generation integer not null default 0;

-- what arrived since a moment
create index stage_event_received on stage_event using brin (org_id, received_at);

-- What came before this migration, as far as it is kept: of calls only facts and held rows are.
do $$
declare t text;
begin
  foreach t in array array['stage_event', 'account', 'contract', 'quarantine', 'import'] loop
    execute format('alter table %I no force row level security', t);
  end loop;
  insert into intake (org_id, source, kind, received, accepted, duplicates, quarantined, ignored,
    last_received_at)
  select org_id, source, kind, sum(a + d + q + i), sum(a), sum(d), sum(q), sum(i), max(at)
  from (
    select org_id, coalesce(nullif(mapping -> 'constants' ->> 'source', ''), 'file') as source, kind,
      accepted as a, duplicates as d, quarantined as q, ignored as i, created_at as at
    from import where not dry_run and received > 0
    union all
    select org_id, source, 'events', count(*), 0, 0, 0, max(received_at)
    from stage_event where import_id is null group by 1, 2
    union all
    select org_id, source, 'accounts', count(*), 0, 0, 0, max(received_at)
    from account where import_id is null group by 1, 2
    union all
    select org_id, source, 'contracts', count(*), 0, 0, 0, max(received_at)
    from contract where import_id is null group by 1, 2
    union all
    select org_id, source, kind, 0, 0, count(*), 0, max(received_at)
    from quarantine where import_id is null group by 1, 2, 3
  ) parts
  group by 1, 2, 3;
  foreach t in array array['stage_event', 'account', 'contract', 'quarantine', 'import'] loop
    execute format('alter table %I force row level security', t);
  end loop;
  foreach t in array array['intake', 'stage_remap', 'rederive'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_org on %I using '
      || '(org_id = nullif(current_setting(''app.org_id'', true), '''')::uuid)', t);
    execute format('grant select, insert, update, delete on %I to bowtie_app', t);
  end loop;
end $$;
