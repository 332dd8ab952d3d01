-- An organization's own entry criteria, one row per wording. Nothing is overwritten: the newest
-- from_day at or before a day holds on it, of one day the highest version. An empty text gives the
-- stage its common criterion back.
create table stage_criterion (
  org_id uuid not null,
  stage text collate "C" not null,
  version integer not null,
  text text not null,
  from_day date not null,
  created_at timestamptz(3) not null,
  primary key (org_id, stage, version)
);
alter table stage_criterion enable row level security;
alter table stage_criterion force row level security;
create policy own_org on stage_criterion using
  (org_id = nullif(current_setting('app.org_id', true), '')::uuid);
grant select, insert, update, delete on stage_criterion to bowtie_app;
