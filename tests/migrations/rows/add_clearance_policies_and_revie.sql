-- One row in each table as this revision makes it.

insert into clearance_policies (mission_id, kind, clearance, allowed_below)
values ('00000000-0000-7000-8000-000000000001', 'STATEMENT', 'FOUR_EYES', '{FOUR_EYES,HEADQUARTERS}')
on conflict do nothing;

insert into reviews (translation_id, revision_number, kind, clearance, submitted_by, submitted_at)
values ('00000000-0000-7000-8000-000000000008', 1, 'BEFORE', 'FOUR_EYES', 'adaeze', '2026-03-10 09:00:00+00')
on conflict do nothing;
