-- A view is a page and what its address says, under a name that the whole organization sees.
-- name_key is the name as it is compared: no two views of a page may look alike.
create table saved_view (
  org_id uuid not null,
  id uuid not null,
  page text collate "C" not null,
  name text not null,
  name_key text collate "C" not null,
  query text not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  primary key (org_id, id)
);
create unique index saved_view_name on saved_view (org_id, page, name_key);

-- The view that a reader opens a page with. reader is a browser while there is no sign-in, and will
-- be a user: whoever signs in takes the rows of the browser over.
create table view_default (
  org_id uuid not null,
  reader text collate "C" not null,
  page text collate "C" not null,
  view_id uuid not null,
  primary key (org_id, reader, page)
);

-- What people should know of a day, or of the days up to through_day. It changes no number.
create table annotation (
  org_id uuid not null,
  id uuid not null,
  on_day date not null,
  through_day date,
  text text not null,
  author text,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  primary key (org_id, id)
);

do $$
declare t text;
begin
  foreach t in array array['saved_view', 'view_default', 'annotation']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy own_org on %I using
      (org_id = nullif(current_setting('app.org_id', true), '')::uuid)$p$, t);
    execute format('grant select, insert, update, delete on %I to bowtie_app', t);
  end loop;
end $$;
