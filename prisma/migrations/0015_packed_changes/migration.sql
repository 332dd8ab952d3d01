-- What a write adds to the cells of a month and takes away is one row, packed, and no longer a row for
-- each fact: it is written and read a tenth as dear. Months with changes of before are folded anew.
alter table count_delta no force row level security;
alter table count_stale no force row level security;
insert into count_stale (org_id, month) select distinct org_id, month from count_delta;
delete from count_delta;
alter table count_stale force row level security;
alter table count_delta force row level security;

alter table count_delta
  drop column counted, drop column rule, drop column at, drop column weight, drop column implied,
  drop column unconverted, drop column amount, drop column kind, drop column ms,
  drop column segment, drop column channel, drop column owner, drop column pod, drop column motion,
  drop column product, drop column region,
  -- how many facts there are, and they (lib/store/cells/encodeChanges.ts)
  add column size integer not null,
  add column facts bytea not null;
-- packed already
alter table count_delta alter column facts set storage external;
