-- What the loop reads where an organization has no contract: wins are kept beside the movements, each
-- with what orders it among other records. Rows of before need a rebuild.
alter table movement add column event_id text collate "C" not null default '';
alter table movement add column source text collate "C" not null default '';
alter table movement add column unconverted boolean not null default false;
