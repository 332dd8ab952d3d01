-- Counts of a month, made from the derived rows (docs/decisions/022). They answer a question without
-- touching entries; all three tables can be emptied and folded anew.

-- pair: which dimensions a and b are values of, see lib/store/cells/pairs.ts. leaf: not split further,
-- and columns has every fact. days: the sums of each day. run: every duration. coarse: a histogram.
create table count_cell (
  org_id uuid not null,
  pair smallint not null,
  month date not null,
  counted text collate "C" not null,
  motion text collate "C" not null,
  rule text collate "C" not null,
  a text collate "C" not null,
  b text collate "C" not null,
  leaf boolean not null,
  entries integer not null,
  implied integer not null,
  unconverted integer not null,
  amount numeric(80, 2) not null,
  days bytea not null,
  run bytea,
  coarse bytea,
  columns bytea,
  primary key (org_id, pair, month, counted, motion, rule, a, b)
);
-- packed already
alter table count_cell alter column days set storage external;
alter table count_cell alter column run set storage external;
alter table count_cell alter column coarse set storage external;
alter table count_cell alter column columns set storage external;

-- What a cell of the month must add (weight 1) or take away (-1) until it is folded again.
create table count_delta (
  org_id uuid not null,
  month date not null,
  mark bigint not null default nextval('arrival_seq'),
  counted text collate "C" not null,
  rule text collate "C" not null,
  at timestamptz(3) not null,
  weight smallint not null,
  implied boolean not null,
  unconverted boolean not null,
  amount numeric(60, 2),
  kind smallint not null,
  ms bigint not null,
  segment text collate "C" not null,
  channel text collate "C" not null,
  owner text collate "C" not null,
  pod text collate "C" not null,
  motion text collate "C" not null,
  product text collate "C" not null,
  region text collate "C" not null,
  primary key (org_id, month, mark)
);

-- Months that entries answer until they are folded again; '-infinity' stands for every month.
-- Rows are only ever added and folded away, so that a fold takes exactly what it has seen.
create table count_stale (
  org_id uuid not null,
  month date not null,
  mark bigint not null default nextval('arrival_seq'),
  primary key (org_id, month, mark)
);

-- an organization of before has no cell yet
insert into count_stale (org_id, month) select id, '-infinity' from org;

do $$
declare t text;
begin
  foreach t in array array['count_cell', 'count_delta', 'count_stale'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_org on %I using '
      || '(org_id = nullif(current_setting(''app.org_id'', true), '''')::uuid)', t);
    execute format('grant select, insert, update, delete on %I to bowtie_app', t);
    -- see 0003: an organization that came after the last analyze counts as no rows
    execute format('alter table %I alter column org_id set statistics 0', t);
  end loop;
end $$;
