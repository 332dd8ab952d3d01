-- Contracts are looked up by account alone. With a second index the planner has a choice, and takes the
-- wrong one for an organization that its statistics do not know yet: it reads all of it for each.
drop index contract_term_ends;
drop index contract_term_account;
alter table contract_term drop constraint contract_term_pkey;
alter table contract_term add primary key (org_id, account_id, source, contract_id);
