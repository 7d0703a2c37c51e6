-- A mission above the one that is there, so that there is a lineage to fill.

insert into missions (id, kind, slug, name, time_zones, languages)
values ('00000000-0000-7000-8000-000000000031', 'HEADQUARTERS', 'halmere', 'Ministry in Halmere', '{UTC}', '{en}')
on conflict do nothing;

update missions set parent_id = '00000000-0000-7000-8000-000000000031' where slug = 'marsa';
