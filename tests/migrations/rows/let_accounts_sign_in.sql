-- One row in each table as this revision makes it.

insert into accounts (id, name, email, password_hash)
values ('00000000-0000-7000-8000-000000000711', 'Adaeze', 'adaeze@ministry.example', '$argon2id$')
on conflict (id) do update set email = excluded.email, password_hash = excluded.password_hash;

insert into account_sessions (account_id, digest, device, last_seen_at, expires_at, needs_second_factor)
values ('00000000-0000-7000-8000-000000000711', '\x01', 'Firefox', now(), now() + interval '7 days', false);

insert into factors (account_id, kind, name, sealed)
values ('00000000-0000-7000-8000-000000000711', 'TOTP', 'Telephone', '\x01');

insert into recovery_codes (account_id, digest) values ('00000000-0000-7000-8000-000000000711', '\x01');

insert into sign_in_links (account_id, digest, is_invitation, expires_at)
values ('00000000-0000-7000-8000-000000000711', '\x01', false, now() + interval '15 minutes');

insert into sign_in_failures (subject, network, failed_at) values ('abcd', 'ef01', now());
