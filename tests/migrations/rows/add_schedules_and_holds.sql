-- One row in each table as this revision makes it.

insert into holds (includes_missions_below, reason, actor_name) values (true, 'A state funeral', 'adaeze');

insert into schedules (mission_id, post_id, translation_id, publish_at, wall_time, zone, occurrence, revision_number, set_at, actor_name)
select posts.mission_id, posts.id, translations.id, '2026-10-25 00:30Z', '2026-10-25 01:30', 'Europe/Lisbon', 'FIRST', 1, now(), 'adaeze'
from translations join posts on posts.id = translations.post_id limit 1;
