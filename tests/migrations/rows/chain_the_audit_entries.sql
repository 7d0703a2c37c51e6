-- One row in each table as this revision makes it.

insert into audit_chains (id, mission_id, length, hash)
values ('00000000-0000-7000-8000-000000000101', '00000000-0000-7000-8000-000000000001', 1, '\x02');

insert into audit_links (id, chain_id, position, previous_hash, hash)
select id, '00000000-0000-7000-8000-000000000101', 1, '\x01', '\x02' from audit_entries limit 1;
