select (
  select json_object(
    'nodes' value coalesce(json_agg(json_object(
      'publishAt' value anon_2.publish_at,
      'inMission' value json_object(
        'zone' value (jsonb_build_object('zone', (
          select missions_1.time_zones[1] as anon_3
          from missions as missions_1
          where missions_1.id = anon_2.mission_id
          and true
          and true
        ), 'time', to_char(timezone((
          select missions_1.time_zones[1] as anon_3
          from missions as missions_1
          where missions_1.id = anon_2.mission_id
          and true
          and true
        ), anon_2.publish_at), 'YYYY-MM-DD"T"HH24:MI:SS')))['zone'],
        'time' value (jsonb_build_object('zone', (
          select missions_1.time_zones[1] as anon_3
          from missions as missions_1
          where missions_1.id = anon_2.mission_id
          and true
          and true
        ), 'time', to_char(timezone((
          select missions_1.time_zones[1] as anon_3
          from missions as missions_1
          where missions_1.id = anon_2.mission_id
          and true
          and true
        ), anon_2.publish_at), 'YYYY-MM-DD"T"HH24:MI:SS')))['time'] returning json
      ),
      'inHeadquarters' value json_object(
        'time' value (jsonb_build_object('zone', (
          select missions_2.time_zones[1] as anon_4
          from missions as missions_2
          join missions as missions_3 on missions_2.id = missions_3.lineage[cardinality(missions_3.lineage)]
          where missions_3.id = anon_2.mission_id
          and true
          and true
          and true
        ), 'time', to_char(timezone((
          select missions_2.time_zones[1] as anon_4
          from missions as missions_2
          join missions as missions_3 on missions_2.id = missions_3.lineage[cardinality(missions_3.lineage)]
          where missions_3.id = anon_2.mission_id
          and true
          and true
          and true
        ), anon_2.publish_at), 'YYYY-MM-DD"T"HH24:MI:SS')))['time'] returning json
      ),
      'waitingReason' value anon_2.waiting_reason,
      'hold' value (
        select json_object(
          'reason' value holds_1.reason returning json
        ) as anon_5
        from holds as holds_1
        join missions as missions_4 on holds_1.mission_id is null or holds_1.mission_id = missions_4.id or holds_1.includes_missions_below
        and holds_1.mission_id = any (missions_4.lineage)
        where missions_4.id = anon_2.mission_id
        and holds_1.released_at is null
        and (holds_1.mission_id = any ($1::uuid[]) or (exists (
          select 1
          from missions as missions_5
          where missions_5.id = any ($1::uuid[])
          and (holds_1.mission_id is null or holds_1.mission_id = missions_5.id or holds_1.includes_missions_below and holds_1.mission_id = any (missions_5.lineage))
          and true
        )))
        and true
        and (holds_1.mission_id = any ($1::uuid[]) or (exists (
          select 1
          from missions as missions_6
          where missions_6.id = any ($1::uuid[])
          and (holds_1.mission_id is null or holds_1.mission_id = missions_6.id or holds_1.includes_missions_below and holds_1.mission_id = any (missions_6.lineage))
          and true
        )))
        order by holds_1.created_at, holds_1.id
        limit 1
      ),
      'translation' value (
        select json_object(
          'locale' value translations_1.locale,
          'title' value translations_1.title returning json
        ) as anon_6
        from translations as translations_1
        where translations_1.id = anon_2.translation_id
        and (translations_1.state in ('LIVE', 'WITHDRAWN') or (exists (
          select 1
          from posts as posts_1
          where posts_1.id = translations_1.post_id
          and posts_1.mission_id = any ($1::uuid[])
          and (posts_1.state in ('LIVE', 'WITHDRAWN') or posts_1.mission_id = any ($1::uuid[]))
        )))
      ) returning json
    ) order by anon_2.place) filter (where anon_2.place <= $2::integer), '[]'::json) returning json
  ) as anon_1
  from (
    select anon_7.id as id, anon_7.mission_id as mission_id, anon_7.post_id as post_id, anon_7.translation_id as translation_id, anon_7.publish_at as publish_at, anon_7.wall_time as wall_time, anon_7.zone as zone, anon_7.occurrence as occurrence, anon_7.revision_number as revision_number, anon_7.set_at as set_at, anon_7.account_id as account_id, anon_7.actor_name as actor_name, anon_7.next_try_at as next_try_at, anon_7.waiting_since as waiting_since, anon_7.waiting_code as waiting_code, anon_7.waiting_reason as waiting_reason, anon_7.created_at as created_at, anon_7.updated_at as updated_at, anon_7.key_0 as key_0, anon_7.key_1 as key_1, row_number() over (order by anon_7.key_0 asc, anon_7.key_1 asc) as place
    from (
      select schedules_1.id as id, schedules_1.mission_id as mission_id, schedules_1.post_id as post_id, schedules_1.translation_id as translation_id, schedules_1.publish_at as publish_at, schedules_1.wall_time as wall_time, schedules_1.zone as zone, schedules_1.occurrence as occurrence, schedules_1.revision_number as revision_number, schedules_1.set_at as set_at, schedules_1.account_id as account_id, schedules_1.actor_name as actor_name, schedules_1.next_try_at as next_try_at, schedules_1.waiting_since as waiting_since, schedules_1.waiting_code as waiting_code, schedules_1.waiting_reason as waiting_reason, schedules_1.created_at as created_at, schedules_1.updated_at as updated_at, schedules_1.publish_at as key_0, schedules_1.id as key_1
      from schedules as schedules_1
      join translations as translations_2 on translations_2.id = schedules_1.translation_id
      where (translations_2.published_at is null or translations_2.published_at < schedules_1.set_at)
      and (schedules_1.mission_id = any ($1::uuid[]))
      and (translations_2.state in ('LIVE', 'WITHDRAWN') or (exists (
        select 1
        from posts as posts_2
        where posts_2.id = translations_2.post_id
        and posts_2.mission_id = any ($1::uuid[])
        and (posts_2.state in ('LIVE', 'WITHDRAWN') or posts_2.mission_id = any ($1::uuid[]))
      )))
      and schedules_1.mission_id = $3::uuid
      and (schedules_1.waiting_since is not null) = false
      and (schedules_1.mission_id = any ($1::uuid[]))
      order by schedules_1.publish_at asc, schedules_1.id asc
      limit 101
    ) as anon_7
    limit $2::integer + 1
  ) as anon_2
) as r0, (
  select json_object(
    'nodes' value coalesce(json_agg(json_object(
      'reason' value anon_9.reason,
      'mission' value (
        select json_object(
          'slug' value missions_7.slug returning json
        ) as anon_10
        from missions as missions_7
        where anon_9.mission_id = missions_7.id
        and true
      ) returning json
    ) order by anon_9.place) filter (where anon_9.place <= 20), '[]'::json) returning json
  ) as anon_8
  from (
    select anon_11.id as id, anon_11.mission_id as mission_id, anon_11.includes_missions_below as includes_missions_below, anon_11.reason as reason, anon_11.account_id as account_id, anon_11.actor_name as actor_name, anon_11.released_at as released_at, anon_11.released_by_name as released_by_name, anon_11.created_at as created_at, anon_11.updated_at as updated_at, anon_11.key_0 as key_0, anon_11.key_1 as key_1, row_number() over (order by anon_11.key_0 desc, anon_11.key_1 desc) as place
    from (
      select holds_2.id as id, holds_2.mission_id as mission_id, holds_2.includes_missions_below as includes_missions_below, holds_2.reason as reason, holds_2.account_id as account_id, holds_2.actor_name as actor_name, holds_2.released_at as released_at, holds_2.released_by_name as released_by_name, holds_2.created_at as created_at, holds_2.updated_at as updated_at, holds_2.created_at as key_0, holds_2.id as key_1
      from holds as holds_2
      where (holds_2.released_at is null) = true
      and (holds_2.mission_id = any ($1::uuid[]) or (exists (
        select 1
        from missions as missions_8
        where missions_8.id = any ($1::uuid[])
        and (holds_2.mission_id is null or holds_2.mission_id = missions_8.id or holds_2.includes_missions_below and holds_2.mission_id = any (missions_8.lineage))
        and true
      )))
      order by holds_2.created_at desc, holds_2.id desc
      limit 101
    ) as anon_11
    limit 21
  ) as anon_9
) as r1
