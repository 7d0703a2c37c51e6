select (
  select json_object(
    'nodes' value coalesce(json_agg(json_object(
      'name' value anon_2.event,
      'happenedAt' value anon_2.happened_at,
      'subject' value concat(anon_2.subject_type, ':', anon_2.subject_id),
      'payload' value anon_2.payload,
      'mission' value (
        select json_object(
          'slug' value missions_1.slug returning json
        ) as anon_3
        from missions as missions_1
        where missions_1.id = anon_2.mission_id
        and true
        limit 1
      ) returning json
    ) order by anon_2.place) filter (where anon_2.place <= $1::integer), '[]'::json),
    'pageInfo' value json_object(
      'hasNextPage' value coalesce(to_json(count(*) > $1::integer), E'\tnull'::json) returning json
    ) returning json
  ) as anon_1
  from (
    select anon_4.id as id, anon_4.sequence as sequence, anon_4.event as event, anon_4.subject_type as subject_type, anon_4.subject_id as subject_id, anon_4.mission_id as mission_id, anon_4.happened_at as happened_at, anon_4.payload as payload, anon_4.delivered_at as delivered_at, anon_4.created_at as created_at, anon_4.updated_at as updated_at, anon_4.key_0 as key_0, anon_4.key_1 as key_1, row_number() over (order by anon_4.key_0 asc, anon_4.key_1 asc) as place
    from (
      select outbox_events_1.id as id, outbox_events_1.sequence as sequence, outbox_events_1.event as event, outbox_events_1.subject_type as subject_type, outbox_events_1.subject_id as subject_id, outbox_events_1.mission_id as mission_id, outbox_events_1.happened_at as happened_at, outbox_events_1.payload as payload, outbox_events_1.delivered_at as delivered_at, outbox_events_1.created_at as created_at, outbox_events_1.updated_at as updated_at, outbox_events_1.sequence as key_0, outbox_events_1.id as key_1
      from outbox_events as outbox_events_1
      where outbox_events_1.event = any ($2::text[])
      and outbox_events_1.subject_id = $3::uuid
      and outbox_events_1.subject_type = $4::varchar
      and (outbox_events_1.mission_id = any ($5::uuid[]))
      order by outbox_events_1.sequence asc, outbox_events_1.id asc
      limit 101
    ) as anon_4
    limit $1::integer + 1
  ) as anon_2
) as r0, (
  select json_object(
    'totalCount' value coalesce((
      select count(*)
      from outbox_events as outbox_events_2
      where outbox_events_2.mission_id = any ($6::uuid[])
      and (outbox_events_2.mission_id = any ($5::uuid[]))
    ), 0),
    'nodes' value coalesce(json_agg(json_object(
      'name' value anon_6.event returning json
    ) order by anon_6.place) filter (where anon_6.place <= 20), '[]'::json) returning json
  ) as anon_5
  from (
    select anon_7.id as id, anon_7.sequence as sequence, anon_7.event as event, anon_7.subject_type as subject_type, anon_7.subject_id as subject_id, anon_7.mission_id as mission_id, anon_7.happened_at as happened_at, anon_7.payload as payload, anon_7.delivered_at as delivered_at, anon_7.created_at as created_at, anon_7.updated_at as updated_at, anon_7.key_0 as key_0, anon_7.key_1 as key_1, row_number() over (order by anon_7.key_0 asc, anon_7.key_1 asc) as place
    from (
      select outbox_events_2.id as id, outbox_events_2.sequence as sequence, outbox_events_2.event as event, outbox_events_2.subject_type as subject_type, outbox_events_2.subject_id as subject_id, outbox_events_2.mission_id as mission_id, outbox_events_2.happened_at as happened_at, outbox_events_2.payload as payload, outbox_events_2.delivered_at as delivered_at, outbox_events_2.created_at as created_at, outbox_events_2.updated_at as updated_at, outbox_events_2.sequence as key_0, outbox_events_2.id as key_1
      from outbox_events as outbox_events_2
      where outbox_events_2.mission_id = any ($6::uuid[])
      and (outbox_events_2.mission_id = any ($5::uuid[]))
      order by outbox_events_2.sequence asc, outbox_events_2.id asc
      limit 101
    ) as anon_7
    limit 21
  ) as anon_6
) as r1
