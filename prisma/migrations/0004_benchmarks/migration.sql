-- What an organization holds its conversions against, dated and attributed. The newest date at or
-- before a question's as_of holds; a conversion without a row has the published default.
create table benchmark (
  org_id uuid not null,
  conversion text collate "C" not null,
  as_of date not null,
  value numeric(9, 8) not null,
  source text not null,
  primary key (org_id, conversion, as_of)
);
alter table benchmark enable row level security;
alter table benchmark force row level security;
create policy own_org on benchmark using
  (org_id = nullif(current_setting('app.org_id', true), '')::uuid);
grant select, insert, update, delete on benchmark to bowtie_app;
