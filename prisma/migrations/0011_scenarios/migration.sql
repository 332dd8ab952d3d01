-- A scenario is a plan under a name: the inputs, from which the arithmetic makes the rest. The row is
-- its newest state; every state that it ever had is a version, with who changed what.
create table scenario (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  name_key text collate "C" not null,
  version integer not null,
  body jsonb not null,
  locked boolean not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  primary key (org_id, id)
);
create unique index scenario_name on scenario (org_id, name_key);

create table scenario_version (
  org_id uuid not null,
  scenario_id uuid not null,
  version integer not null,
  name text not null,
  body jsonb not null,
  author text,
  remark text,
  created_at timestamptz(3) not null,
  primary key (org_id, scenario_id, version)
);

-- The plan of a fiscal year is the newest publication for its first day; older ones are history.
create table publication (
  org_id uuid not null,
  fiscal_year date not null,
  ordinal integer not null,
  scenario_id uuid not null,
  version integer not null,
  author text,
  remark text,
  published_at timestamptz(3) not null,
  primary key (org_id, fiscal_year, ordinal)
);

do $$
declare t text;
begin
  foreach t in array array['scenario', 'scenario_version', 'publication']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy own_org on %I using
      (org_id = nullif(current_setting('app.org_id', true), '')::uuid)$p$, t);
    execute format('grant select, insert, update, delete on %I to bowtie_app', t);
  end loop;
end $$;

-- what was published stays said
revoke update on scenario_version, publication from bowtie_app;
