insert into accounts (id, name) values ('00000000-0000-7000-8000-000000000701', 'Translator') on conflict do nothing;
insert into memberships (account_id, mission_id, role, languages)
values ('00000000-0000-7000-8000-000000000701', '00000000-0000-7000-8000-000000000001', 'TRANSLATOR', '{fr,ar}')
on conflict do nothing;
