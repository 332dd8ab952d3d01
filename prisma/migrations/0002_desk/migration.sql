-- What taking files in needs beyond the first schema.

-- an account's change re-derives the records that name it
create index stage_event_account on stage_event (org_id, account_id);

-- a 30-digit amount times a rate must fit
alter table stage_entry alter column amount_reporting type numeric(60, 2);
alter table record_span alter column amount_reporting type numeric(60, 2);
alter table movement alter column amount_reporting type numeric(60, 2);
alter table movement alter column own_amount_reporting type numeric(60, 2);
alter table contract alter column arr type numeric(60, 2);

alter table quarantine alter column id set default gen_random_uuid();

-- epoch is the fencing token: who starts or resumes an import raises it, all others stop writing
alter table import add column epoch integer not null default 0;

-- a file that lies on the disk while somebody decides how to read it
create table upload (
  org_id uuid not null,
  id uuid not null,
  file_name text not null,
  path text not null,
  bytes bigint not null,
  sha256 text not null,
  created_at timestamptz(3) not null,
  primary key (org_id, id)
);
alter table upload enable row level security;
alter table upload force row level security;
create policy own_org on upload using
  (org_id = nullif(current_setting('app.org_id', true), '')::uuid);
grant select, insert, update, delete on upload to bowtie_app;
