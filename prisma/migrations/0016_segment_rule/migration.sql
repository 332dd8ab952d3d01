-- What values of the segment count as, and which segment an amount tells where nothing else does
-- (lib/bowtie/segmentByRule.ts). Without any, every segment is as it was written.
alter table org add column segment_rule jsonb not null default '{"names": {}, "bands": []}';
