-- One row in each table as this revision makes it.

insert into outbox_events (id, event, subject_type, subject_id, happened_at, payload)
values ('00000000-0000-7000-8000-000000000091', 'post.created', 'Post', '00000000-0000-7000-8000-000000000007', now(), '{}')
on conflict do nothing;

insert into webhooks (id, mission_id, url, events, secret)
values ('00000000-0000-7000-8000-000000000092', '00000000-0000-7000-8000-000000000001', 'https://hook.example/',
        '{post.created}', '\x00');

insert into deliveries (webhook_id, event_id, subject_id, sequence)
values ('00000000-0000-7000-8000-000000000092', '00000000-0000-7000-8000-000000000091',
        '00000000-0000-7000-8000-000000000007', 1);
