-- What a file told of its decimals and dates: its held rows are read again without it.
alter table import add column resolved jsonb;
