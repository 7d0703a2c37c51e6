-- One row in each table as this revision makes it.

insert into statements (id, translation_id, revision_number, canonical, sha256)
select '00000000-0000-7000-8000-000000000201', id, 1, '{}', '\x01' from translations limit 1;

insert into signing_keys (id, key_id, public_key, sealed_private_key, used_from)
values ('00000000-0000-7000-8000-000000000202', 'a key', '\x02', '\x03', '2026-03-10 09:30:00+00');

insert into signatures (statement_id, signing_key_id, issuer, signed_at, signature)
values ('00000000-0000-7000-8000-000000000201', '00000000-0000-7000-8000-000000000202', 'https://posts.example',
        '2026-03-10 09:30:01+00', '\x04');
