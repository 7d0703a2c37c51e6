insert into preview_links (translation_id, digest, actor_name, expires_at)
values ('00000000-0000-7000-8000-000000000008', '\x00', 'Adaeze Okafor', '2026-03-12 09:30:00+00');
