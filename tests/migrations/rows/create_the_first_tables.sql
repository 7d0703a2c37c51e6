-- One row in each table as this revision makes it.

insert into missions (id, kind, slug, name, host_country, city, time_zones, languages)
values ('00000000-0000-7000-8000-000000000001', 'EMBASSY', 'marsa', 'Embassy in Marsa', 'MQ', 'Marsa', '{UTC}', '{en,ar}');

insert into people (id, name, slug) values ('00000000-0000-7000-8000-000000000002', 'Adaeze Okafor', 'adaeze-okafor');

insert into appointments (person_id, mission_id, office, starts_on)
values ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001', 'Press officer', '2025-09-01');

insert into tags (id, slug, name) values ('00000000-0000-7000-8000-000000000003', 'harbour', 'harbour');

insert into topics (id, slug, name) values ('00000000-0000-7000-8000-000000000004', 'culture', 'Culture');

insert into accounts (id, name, person_id)
values ('00000000-0000-7000-8000-000000000005', 'adaeze', '00000000-0000-7000-8000-000000000002');

insert into api_tokens (account_id, name, digest, scopes, expires_at)
values ('00000000-0000-7000-8000-000000000005', 'laptop', '\x00', '{write}', '2027-01-01');

insert into memberships (account_id, role) values ('00000000-0000-7000-8000-000000000005', 'EDITOR');

insert into photos (id, mission_id, storage_key, sha256, media_type, size_bytes, width, height, file_name)
values ('00000000-0000-7000-8000-000000000006', '00000000-0000-7000-8000-000000000001', 'ab/cd.jpg', 'abcd',
        'image/jpeg', 1000, 40, 30, 'choir.jpg');

insert into posts (id, mission_id, kind, state, first_published_at, created_by_id)
values ('00000000-0000-7000-8000-000000000007', '00000000-0000-7000-8000-000000000001', 'BLOG_POST', 'LIVE',
        '2026-03-10 09:30:00+00', '00000000-0000-7000-8000-000000000005');

insert into translations (id, post_id, locale, direction, is_authentic, state, slug, title, summary, body, blocks, html,
                          plain_text, word_count, revision_number, newest_revision_number, revision_count,
                          published_at, search_configuration, search_text)
values ('00000000-0000-7000-8000-000000000008', '00000000-0000-7000-8000-000000000007', 'en', 'ltr', true, 'LIVE',
        'choir', 'A choir on the quay', 'They sang.', '{"type": "doc"}', '[]', '<p>They sang.</p>', 'They sang.', 2,
        1, 1, 1, '2026-03-10 09:30:00+00', 'english', 'A choir on the quay They sang.');

insert into revisions (translation_id, number, event, title, summary, body, html, plain_text, actor_name)
values ('00000000-0000-7000-8000-000000000008', 1, 'post.published', 'A choir on the quay', 'They sang.',
        '{"type": "doc"}', '<p>They sang.</p>', 'They sang.', 'Adaeze Okafor');

insert into addresses (mission_id, path, translation_id, is_current)
values ('00000000-0000-7000-8000-000000000001', 'choir', '00000000-0000-7000-8000-000000000008', true);

insert into bylines (post_id, position, person_id, role)
values ('00000000-0000-7000-8000-000000000007', 1, '00000000-0000-7000-8000-000000000002', 'AUTHOR');

insert into placements (translation_id, photo_id, block_id, position, caption_html, caption_text)
values ('00000000-0000-7000-8000-000000000008', '00000000-0000-7000-8000-000000000006', 'b1', 1, '', '');

insert into post_topics (post_id, topic_id)
values ('00000000-0000-7000-8000-000000000007', '00000000-0000-7000-8000-000000000004');

insert into post_tags (post_id, tag_id)
values ('00000000-0000-7000-8000-000000000007', '00000000-0000-7000-8000-000000000003');

insert into imported_records (mission_id, source, foreign_key, subject_type, subject_id, digest)
values ('00000000-0000-7000-8000-000000000001', 'blogger:1', 'post:2', 'Post', '00000000-0000-7000-8000-000000000007',
        'abcd');

insert into comments (post_id, depth, state, author_name, plain_text, html, written_at)
values ('00000000-0000-7000-8000-000000000007', 1, 'VISIBLE', 'Reader', 'Bravo', '<p>Bravo</p>', '2026-03-11');

insert into kept_answers (actor_key, idempotency_key, request_digest, outcome)
values ('adaeze', 'k1', '\x00', '{}');

insert into outbox_events (event, subject_type, subject_id, happened_at, payload)
values ('post.published', 'Post', '00000000-0000-7000-8000-000000000007', '2026-03-10 09:30:00+00', '{}');

insert into audit_entries (event, subject_type, subject_id, actor_name, happened_at)
values ('post.published', 'Post', '00000000-0000-7000-8000-000000000007', 'Adaeze Okafor', '2026-03-10 09:30:00+00');
