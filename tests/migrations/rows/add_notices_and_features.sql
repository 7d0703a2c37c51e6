-- A post that was withdrawn in the only language it has, and stood on the front of its mission until then.

update translations set state = 'WITHDRAWN' where id = '00000000-0000-7000-8000-000000000008';
update posts set state = 'WITHDRAWN' where id = '00000000-0000-7000-8000-000000000007';

insert into notices (post_id, translation_id, kind, locale, note, noted_at, revision_before)
values ('00000000-0000-7000-8000-000000000007', '00000000-0000-7000-8000-000000000008', 'CLARIFICATION', 'en',
        'The choir sang on both days.', '2026-03-11', 1);

insert into notices (post_id, kind, locale, note, noted_at)
values ('00000000-0000-7000-8000-000000000007', 'RETRACTION', 'en', 'The choir never sang.', '2026-03-12');

insert into features (mission_id, post_id, position)
values ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000007', 1);
