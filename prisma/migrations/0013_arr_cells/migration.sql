-- The loop from far fewer rows: all steps of a unit in one row, and sums per group and day. They are
-- made anew from the contracts by the next contract, or by a rebuild.
drop table arr_day;
truncate contract_term;
alter table contract_term add column successor_on date;
create index contract_term_ends on contract_term (org_id, ends_on);

-- The steps of every account, and of an account within each of several segments, products or motions.
create table arr_unit (
  org_id uuid not null,
  account_id text collate "C" not null,
  unit text collate "C" not null,
  value text collate "C" not null,
  days date[] not null,
  arrs numeric(100, 2)[] not null,
  -- the one group that holds all of the unit; null where several do
  segment text collate "C",
  product text collate "C",
  motion text collate "C",
  channel text collate "C" not null,
  owner text collate "C" not null,
  region text collate "C" not null,
  primary key (org_id, account_id, unit, value)
);

-- What happens in a group on a day: movements, contracts that start, contracts that fall due.
create table arr_cell (
  org_id uuid not null,
  dimension text collate "C" not null,
  value text collate "C" not null,
  day date not null,
  parts integer not null,
  new numeric(100, 2) not null,
  reactivation numeric(100, 2) not null,
  expansion numeric(100, 2) not null,
  contraction numeric(100, 2) not null,
  churn numeric(100, 2) not null,
  customers integer not null,
  contracts integer not null,
  unconverted integer not null,
  due integer not null,
  renewed integer not null,
  due_arr numeric(100, 2) not null,
  renewed_arr numeric(100, 2) not null,
  retained_arr numeric(100, 2) not null,
  uplift_arr numeric(100, 2) not null,
  primary key (org_id, dimension, value, day)
);

do $$
declare t text;
begin
  foreach t in array array['arr_unit', 'arr_cell'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_org on %I using '
      || '(org_id = nullif(current_setting(''app.org_id'', true), '''')::uuid)', t);
    execute format('grant select, insert, update, delete on %I to bowtie_app', t);
  end loop;
end $$;
