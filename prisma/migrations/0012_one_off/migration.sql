-- Revenue that does not recur: the other part of total revenue. A row with the same id from the same
-- source takes the place of the one before it.
create table one_off_revenue (
  org_id uuid not null,
  source text collate "C" not null,
  revenue_id text collate "C" not null,
  account_id text collate "C" not null,
  day date not null,
  amount numeric(60, 2) not null,
  currency text collate "C" not null,
  product text collate "C",
  received_at timestamptz(3) not null,
  primary key (org_id, source, revenue_id)
);
create index one_off_revenue_day on one_off_revenue (org_id, day);
alter table one_off_revenue alter column org_id set statistics 0;
alter table one_off_revenue enable row level security;
alter table one_off_revenue force row level security;
create policy own_org on one_off_revenue using
  (org_id = nullif(current_setting('app.org_id', true), '')::uuid);
grant select, insert, update, delete on one_off_revenue to bowtie_app;
