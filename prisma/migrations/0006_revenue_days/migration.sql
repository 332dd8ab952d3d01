-- What the loop reads where contracts tell the revenue. An organization has either no row here, and
-- its contracts are read, or the rows of all its contracts.

-- The steps of every account, and of every account within a segment, product and motion.
create table arr_day (
  org_id uuid not null,
  unit text collate "C" not null,
  value text collate "C" not null,
  account_id text collate "C" not null,
  day date not null,
  until date,
  movement text collate "C" not null,
  amount numeric(100, 2) not null,
  arr numeric(100, 2) not null,
  channel text collate "C" not null,
  owner text collate "C" not null,
  region text collate "C" not null,
  primary key (org_id, account_id, unit, value, day)
);
create index arr_day_unit on arr_day (org_id, unit, day);

-- Every contract with its groups, its money and what became of it.
create table contract_term (
  org_id uuid not null,
  source text collate "C" not null,
  contract_id text collate "C" not null,
  account_id text collate "C" not null,
  starts_on date not null,
  until date,
  ends_on date,
  covers boolean not null,
  arr numeric(100, 2),
  renewed boolean not null,
  successor_arr numeric(100, 2),
  segment text collate "C" not null,
  channel text collate "C" not null,
  owner text collate "C" not null,
  pod text collate "C" not null,
  motion text collate "C" not null,
  product text collate "C" not null,
  region text collate "C" not null,
  primary key (org_id, source, contract_id)
);
create index contract_term_account on contract_term (org_id, account_id);

do $$
declare t text;
begin
  foreach t in array array['arr_day', 'contract_term'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_org on %I using '
      || '(org_id = nullif(current_setting(''app.org_id'', true), '''')::uuid)', t);
    execute format('grant select, insert, update, delete on %I to bowtie_app', t);
  end loop;
end $$;
