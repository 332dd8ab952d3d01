-- How many changes of settings are on their way: their pages say so without asking another table.
alter table org add column changing integer not null default 0;

-- what came while such a change was on its way
create index stage_event_arrival on stage_event using brin (org_id, arrival);
