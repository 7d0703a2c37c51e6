select coalesce((
  select json_object(
    returning json
  ) as anon_1
  from appointments as appointments_1
  where appointments_1.id = case when starts_with($1::varchar, 'Appointment:') then cast(substr($1::varchar, 13) as uuid) end
  and true
  limit 1
), (
  select json_object(
    returning json
  ) as anon_2
  from audit_entries as audit_entries_1
  where audit_entries_1.id = case when starts_with($1::varchar, 'AuditEntry:') then cast(substr($1::varchar, 12) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_3
  from bylines as bylines_1
  where bylines_1.id = case when starts_with($1::varchar, 'Byline:') then cast(substr($1::varchar, 8) as uuid) end
  and (exists (
    select 1
    from posts as posts_1
    where posts_1.id = bylines_1.post_id
    and (posts_1.state = 'LIVE')
  ))
  limit 1
), (
  select json_object(
    returning json
  ) as anon_4
  from comments as comments_1
  where comments_1.id = case when starts_with($1::varchar, 'Comment:') then cast(substr($1::varchar, 9) as uuid) end
  and (comments_1.state = 'VISIBLE' and (exists (
    select 1
    from posts as posts_2
    where posts_2.id = comments_1.post_id
    and (posts_2.state = 'LIVE')
  )))
  limit 1
), (
  select json_object(
    returning json
  ) as anon_5
  from deliveries as deliveries_1
  where deliveries_1.id = case when starts_with($1::varchar, 'Delivery:') then cast(substr($1::varchar, 10) as uuid) end
  and (exists (
    select 1
    from webhooks as webhooks_1
    where webhooks_1.id = deliveries_1.webhook_id
    and (false)
  ))
  limit 1
), (
  select json_object(
    returning json
  ) as anon_6
  from outbox_events as outbox_events_1
  where outbox_events_1.id = case when starts_with($1::varchar, 'Event:') then cast(substr($1::varchar, 7) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_7
  from holds as holds_1
  where holds_1.id = case when starts_with($1::varchar, 'Hold:') then cast(substr($1::varchar, 6) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    'missions' value (
      select json_object(
        'edges' value coalesce(json_agg(json_object(
          'cursor' value coalesce(to_json(translate(encode(convert_to(cast(json_build_array($2::varchar, anon_10.key_0, anon_10.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_')), E'\tnull'::json) returning json
        ) order by anon_10.place) filter (where anon_10.place <= 20), '[]'::json),
        'nodes' value coalesce(json_agg(json_object(
          'id' value concat('Mission:', anon_10.id) returning json
        ) order by anon_10.place) filter (where anon_10.place <= 20), '[]'::json),
        'totalCount' value coalesce((
          select count(*)
          from missions as missions_1
          where missions_1.parent_id = missions_2.id
          and true
        ), 0),
        'pageInfo' value json_object(
          'hasNextPage' value coalesce(to_json(count(*) > 20), E'\tnull'::json),
          'hasPreviousPage' value false,
          'startCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($2::varchar, anon_10.key_0, anon_10.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_10.place) filter (where anon_10.place <= 20))[1],
          'endCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($2::varchar, anon_10.key_0, anon_10.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_10.place desc) filter (where anon_10.place <= 20))[1] returning json
        ) returning json
      ) as anon_9
      from (
        select anon_11.id as id, anon_11.kind as kind, anon_11.slug as slug, anon_11.name as name, anon_11.names as names, anon_11.parent_id as parent_id, anon_11.lineage as lineage, anon_11.host_country as host_country, anon_11.city as city, anon_11.time_zones as time_zones, anon_11.languages as languages, anon_11.created_at as created_at, anon_11.updated_at as updated_at, anon_11.key_0 as key_0, anon_11.key_1 as key_1, row_number() over (order by anon_11.key_0 asc, anon_11.key_1 asc) as place
        from (
          select missions_1.id as id, missions_1.kind as kind, missions_1.slug as slug, missions_1.name as name, missions_1.names as names, missions_1.parent_id as parent_id, missions_1.lineage as lineage, missions_1.host_country as host_country, missions_1.city as city, missions_1.time_zones as time_zones, missions_1.languages as languages, missions_1.created_at as created_at, missions_1.updated_at as updated_at, missions_1.name as key_0, missions_1.id as key_1
          from missions as missions_1
          where missions_1.parent_id = missions_2.id
          and true
          order by missions_1.name asc, missions_1.id asc
          limit 101
        ) as anon_11
        limit 21
      ) as anon_10
    ),
    'posts' value (
      select json_object(
        'edges' value coalesce(json_agg(json_object(
          'cursor' value coalesce(to_json(translate(encode(convert_to(cast(json_build_array($3::varchar, anon_13.key_0, anon_13.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_')), E'\tnull'::json) returning json
        ) order by anon_13.place) filter (where anon_13.place <= 20), '[]'::json),
        'nodes' value coalesce(json_agg(json_object(
          'id' value concat('Post:', anon_13.id) returning json
        ) order by anon_13.place) filter (where anon_13.place <= 20), '[]'::json),
        'totalCount' value coalesce((
          select count(*)
          from posts as posts_3
          where posts_3.mission_id = missions_2.id
          and posts_3.kind in ('SPEECH')
          and (posts_3.state = 'LIVE')
        ), 0),
        'pageInfo' value json_object(
          'hasNextPage' value coalesce(to_json(count(*) > 20), E'\tnull'::json),
          'hasPreviousPage' value false,
          'startCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($3::varchar, anon_13.key_0, anon_13.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_13.place) filter (where anon_13.place <= 20))[1],
          'endCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($3::varchar, anon_13.key_0, anon_13.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_13.place desc) filter (where anon_13.place <= 20))[1] returning json
        ) returning json
      ) as anon_12
      from (
        select anon_14.id as id, anon_14.mission_id as mission_id, anon_14.kind as kind, anon_14.state as state, anon_14.first_published_at as first_published_at, anon_14.sort_at as sort_at, anon_14.comment_policy as comment_policy, anon_14.created_by_id as created_by_id, anon_14.created_at as created_at, anon_14.updated_at as updated_at, anon_14.key_0 as key_0, anon_14.key_1 as key_1, row_number() over (order by anon_14.key_0 desc, anon_14.key_1 desc) as place
        from (
          select posts_3.id as id, posts_3.mission_id as mission_id, posts_3.kind as kind, posts_3.state as state, posts_3.first_published_at as first_published_at, posts_3.sort_at as sort_at, posts_3.comment_policy as comment_policy, posts_3.created_by_id as created_by_id, posts_3.created_at as created_at, posts_3.updated_at as updated_at, posts_3.sort_at as key_0, posts_3.id as key_1
          from posts as posts_3
          where posts_3.mission_id = missions_2.id
          and posts_3.kind in ('SPEECH')
          and (posts_3.state = 'LIVE')
          order by posts_3.sort_at desc, posts_3.id desc
          limit 101
        ) as anon_14
        limit 21
      ) as anon_13
    ),
    'appointments' value (
      select json_object(
        'edges' value coalesce(json_agg(json_object(
          'cursor' value coalesce(to_json(translate(encode(convert_to(cast(json_build_array($4::varchar, anon_16.key_0, anon_16.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_')), E'\tnull'::json) returning json
        ) order by anon_16.place) filter (where anon_16.place <= 20), '[]'::json),
        'nodes' value coalesce(json_agg(json_object(
          'id' value concat('Appointment:', anon_16.id) returning json
        ) order by anon_16.place) filter (where anon_16.place <= 20), '[]'::json),
        'totalCount' value coalesce((
          select count(*)
          from appointments as appointments_2
          where appointments_2.mission_id = missions_2.id
          and true
        ), 0),
        'pageInfo' value json_object(
          'hasNextPage' value coalesce(to_json(count(*) > 20), E'\tnull'::json),
          'hasPreviousPage' value false,
          'startCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($4::varchar, anon_16.key_0, anon_16.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_16.place) filter (where anon_16.place <= 20))[1],
          'endCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($4::varchar, anon_16.key_0, anon_16.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_16.place desc) filter (where anon_16.place <= 20))[1] returning json
        ) returning json
      ) as anon_15
      from (
        select anon_17.id as id, anon_17.person_id as person_id, anon_17.mission_id as mission_id, anon_17.office as office, anon_17.offices as offices, anon_17.is_ad_interim as is_ad_interim, anon_17.starts_on as starts_on, anon_17.ends_on as ends_on, anon_17.created_at as created_at, anon_17.updated_at as updated_at, anon_17.key_0 as key_0, anon_17.key_1 as key_1, row_number() over (order by anon_17.key_0 desc, anon_17.key_1 desc) as place
        from (
          select appointments_2.id as id, appointments_2.person_id as person_id, appointments_2.mission_id as mission_id, appointments_2.office as office, appointments_2.offices as offices, appointments_2.is_ad_interim as is_ad_interim, appointments_2.starts_on as starts_on, appointments_2.ends_on as ends_on, appointments_2.created_at as created_at, appointments_2.updated_at as updated_at, appointments_2.starts_on as key_0, appointments_2.id as key_1
          from appointments as appointments_2
          where appointments_2.mission_id = missions_2.id
          and true
          order by appointments_2.starts_on desc, appointments_2.id desc
          limit 101
        ) as anon_17
        limit 21
      ) as anon_16
    ),
    'auditEntries' value (
      select json_object(
        'edges' value coalesce(json_agg(json_object(
          'cursor' value coalesce(to_json(translate(encode(convert_to(cast(json_build_array($5::varchar, anon_19.key_0, anon_19.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_')), E'\tnull'::json) returning json
        ) order by anon_19.place) filter (where anon_19.place <= 20), '[]'::json),
        'nodes' value coalesce(json_agg(json_object(
          'id' value concat('AuditEntry:', anon_19.id) returning json
        ) order by anon_19.place) filter (where anon_19.place <= 20), '[]'::json),
        'totalCount' value coalesce((
          select count(*)
          from audit_entries as audit_entries_2
          where audit_entries_2.mission_id = missions_2.id
          and (false)
        ), 0) returning json
      ) as anon_18
      from (
        select anon_20.id as id, anon_20.event as event, anon_20.subject_type as subject_type, anon_20.subject_id as subject_id, anon_20.mission_id as mission_id, anon_20.account_id as account_id, anon_20.actor_name as actor_name, anon_20.happened_at as happened_at, anon_20.details as details, anon_20.created_at as created_at, anon_20.updated_at as updated_at, anon_20.key_0 as key_0, anon_20.key_1 as key_1, row_number() over (order by anon_20.key_0 desc, anon_20.key_1 desc) as place
        from (
          select audit_entries_2.id as id, audit_entries_2.event as event, audit_entries_2.subject_type as subject_type, audit_entries_2.subject_id as subject_id, audit_entries_2.mission_id as mission_id, audit_entries_2.account_id as account_id, audit_entries_2.actor_name as actor_name, audit_entries_2.happened_at as happened_at, audit_entries_2.details as details, audit_entries_2.created_at as created_at, audit_entries_2.updated_at as updated_at, audit_entries_2.happened_at as key_0, audit_entries_2.id as key_1
          from audit_entries as audit_entries_2
          where audit_entries_2.mission_id = missions_2.id
          and (false)
          order by audit_entries_2.happened_at desc, audit_entries_2.id desc
          limit 101
        ) as anon_20
        limit 21
      ) as anon_19
    ) returning json
  ) as anon_8
  from missions as missions_2
  where missions_2.id = case when starts_with($1::varchar, 'Mission:') then cast(substr($1::varchar, 9) as uuid) end
  and true
  limit 1
), (
  select json_object(
    returning json
  ) as anon_21
  from people as people_1
  where people_1.id = case when starts_with($1::varchar, 'Person:') then cast(substr($1::varchar, 8) as uuid) end
  and ((exists (
    select 1
    from appointments as appointments_3
    where appointments_3.person_id = people_1.id
    and true
  )) or (exists (
    select 1
    from bylines as bylines_2
    where bylines_2.person_id = people_1.id
    and (exists (
      select 1
      from posts as posts_4
      where posts_4.id = bylines_2.post_id
      and (posts_4.state = 'LIVE')
    ))
  )))
  limit 1
), (
  select json_object(
    returning json
  ) as anon_22
  from photos as photos_1
  where photos_1.id = case when starts_with($1::varchar, 'Photo:') then cast(substr($1::varchar, 7) as uuid) end
  and (exists (
    select 1
    from placements as placements_1
    where placements_1.photo_id = photos_1.id
    and (exists (
      select 1
      from translations as translations_1
      where translations_1.id = placements_1.translation_id
      and (translations_1.state = 'LIVE')
    ))
  ))
  limit 1
), (
  select json_object(
    returning json
  ) as anon_23
  from placements as placements_2
  where placements_2.id = case when starts_with($1::varchar, 'Placement:') then cast(substr($1::varchar, 11) as uuid) end
  and (exists (
    select 1
    from translations as translations_2
    where translations_2.id = placements_2.translation_id
    and (translations_2.state = 'LIVE')
  ))
  limit 1
), (
  select json_object(
    returning json
  ) as anon_24
  from posts as posts_5
  where posts_5.id = case when starts_with($1::varchar, 'Post:') then cast(substr($1::varchar, 6) as uuid) end
  and (posts_5.state = 'LIVE')
  limit 1
), (
  select json_object(
    returning json
  ) as anon_25
  from preview_links as preview_links_1
  where preview_links_1.id = case when starts_with($1::varchar, 'PreviewLink:') then cast(substr($1::varchar, 13) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_26
  from reviews as reviews_1
  where reviews_1.id = case when starts_with($1::varchar, 'Review:') then cast(substr($1::varchar, 8) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_27
  from revisions as revisions_1
  where revisions_1.id = case when starts_with($1::varchar, 'Revision:') then cast(substr($1::varchar, 10) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_28
  from schedules as schedules_1
  where schedules_1.id = case when starts_with($1::varchar, 'Schedule:') then cast(substr($1::varchar, 10) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_29
  from tags as tags_1
  where tags_1.id = case when starts_with($1::varchar, 'Tag:') then cast(substr($1::varchar, 5) as uuid) end
  and (exists (
    select 1
    from post_tags as post_tags_1
    where post_tags_1.tag_id = tags_1.id
    and (exists (
      select 1
      from posts as posts_6
      where posts_6.id = post_tags_1.post_id
      and (posts_6.state = 'LIVE')
    ))
  ))
  limit 1
), (
  select json_object(
    returning json
  ) as anon_30
  from topics as topics_1
  where topics_1.id = case when starts_with($1::varchar, 'Topic:') then cast(substr($1::varchar, 7) as uuid) end
  and true
  limit 1
), (
  select json_object(
    returning json
  ) as anon_31
  from translations as translations_3
  where translations_3.id = case when starts_with($1::varchar, 'Translation:') then cast(substr($1::varchar, 13) as uuid) end
  and (translations_3.state = 'LIVE')
  limit 1
), (
  select json_object(
    returning json
  ) as anon_32
  from webhooks as webhooks_2
  where webhooks_2.id = case when starts_with($1::varchar, 'Webhook:') then cast(substr($1::varchar, 9) as uuid) end
  and (false)
  limit 1
)) as r0, (
  select json_object(
    'appointments' value (
      select json_object(
        'edges' value coalesce(json_agg(json_object(
          'cursor' value coalesce(to_json(translate(encode(convert_to(cast(json_build_array($6::varchar, anon_35.key_0, anon_35.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_')), E'\tnull'::json) returning json
        ) order by anon_35.place) filter (where anon_35.place <= 20), '[]'::json),
        'nodes' value coalesce(json_agg(json_object(
          'id' value concat('Appointment:', anon_35.id) returning json
        ) order by anon_35.place) filter (where anon_35.place <= 20), '[]'::json),
        'totalCount' value coalesce((
          select count(*)
          from appointments as appointments_4
          where appointments_4.person_id = people_2.id
          and true
        ), 0),
        'pageInfo' value json_object(
          'hasNextPage' value coalesce(to_json(count(*) > 20), E'\tnull'::json),
          'hasPreviousPage' value false,
          'startCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($6::varchar, anon_35.key_0, anon_35.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_35.place) filter (where anon_35.place <= 20))[1],
          'endCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($6::varchar, anon_35.key_0, anon_35.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_35.place desc) filter (where anon_35.place <= 20))[1] returning json
        ) returning json
      ) as anon_34
      from (
        select anon_36.id as id, anon_36.person_id as person_id, anon_36.mission_id as mission_id, anon_36.office as office, anon_36.offices as offices, anon_36.is_ad_interim as is_ad_interim, anon_36.starts_on as starts_on, anon_36.ends_on as ends_on, anon_36.created_at as created_at, anon_36.updated_at as updated_at, anon_36.key_0 as key_0, anon_36.key_1 as key_1, row_number() over (order by anon_36.key_0 desc, anon_36.key_1 desc) as place
        from (
          select appointments_4.id as id, appointments_4.person_id as person_id, appointments_4.mission_id as mission_id, appointments_4.office as office, appointments_4.offices as offices, appointments_4.is_ad_interim as is_ad_interim, appointments_4.starts_on as starts_on, appointments_4.ends_on as ends_on, appointments_4.created_at as created_at, appointments_4.updated_at as updated_at, appointments_4.starts_on as key_0, appointments_4.id as key_1
          from appointments as appointments_4
          where appointments_4.person_id = people_2.id
          and true
          order by appointments_4.starts_on desc, appointments_4.id desc
          limit 101
        ) as anon_36
        limit 21
      ) as anon_35
    ),
    'posts' value (
      select json_object(
        'edges' value coalesce(json_agg(json_object(
          'cursor' value coalesce(to_json(translate(encode(convert_to(cast(json_build_array($7::varchar, anon_38.key_0, anon_38.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_')), E'\tnull'::json) returning json
        ) order by anon_38.place) filter (where anon_38.place <= 20), '[]'::json),
        'nodes' value coalesce(json_agg(json_object(
          'id' value concat('Post:', anon_38.id) returning json
        ) order by anon_38.place) filter (where anon_38.place <= 20), '[]'::json),
        'totalCount' value coalesce((
          select count(*)
          from posts as posts_7
          where (exists (
            select 1
            from bylines as bylines_3
            where bylines_3.post_id = posts_7.id
            and bylines_3.person_id = people_2.id
            and (exists (
              select 1
              from posts as posts_8
              where posts_8.id = bylines_3.post_id
              and (posts_8.state = 'LIVE')
            ))
          ))
          and posts_7.kind in ('SPEECH')
          and (posts_7.state = 'LIVE')
        ), 0),
        'pageInfo' value json_object(
          'hasNextPage' value coalesce(to_json(count(*) > 20), E'\tnull'::json),
          'hasPreviousPage' value false,
          'startCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($7::varchar, anon_38.key_0, anon_38.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_38.place) filter (where anon_38.place <= 20))[1],
          'endCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($7::varchar, anon_38.key_0, anon_38.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_38.place desc) filter (where anon_38.place <= 20))[1] returning json
        ) returning json
      ) as anon_37
      from (
        select anon_39.id as id, anon_39.mission_id as mission_id, anon_39.kind as kind, anon_39.state as state, anon_39.first_published_at as first_published_at, anon_39.sort_at as sort_at, anon_39.comment_policy as comment_policy, anon_39.created_by_id as created_by_id, anon_39.created_at as created_at, anon_39.updated_at as updated_at, anon_39.key_0 as key_0, anon_39.key_1 as key_1, row_number() over (order by anon_39.key_0 desc, anon_39.key_1 desc) as place
        from (
          select posts_7.id as id, posts_7.mission_id as mission_id, posts_7.kind as kind, posts_7.state as state, posts_7.first_published_at as first_published_at, posts_7.sort_at as sort_at, posts_7.comment_policy as comment_policy, posts_7.created_by_id as created_by_id, posts_7.created_at as created_at, posts_7.updated_at as updated_at, posts_7.sort_at as key_0, posts_7.id as key_1
          from posts as posts_7
          where (exists (
            select 1
            from bylines as bylines_3
            where bylines_3.post_id = posts_7.id
            and bylines_3.person_id = people_2.id
            and (exists (
              select 1
              from posts as posts_9
              where posts_9.id = bylines_3.post_id
              and (posts_9.state = 'LIVE')
            ))
          ))
          and posts_7.kind in ('SPEECH')
          and (posts_7.state = 'LIVE')
          order by posts_7.sort_at desc, posts_7.id desc
          limit 101
        ) as anon_39
        limit 21
      ) as anon_38
    ) returning json
  ) as anon_33
  from people as people_2
  where people_2.id = $8::uuid
  and ((exists (
    select 1
    from appointments as appointments_5
    where appointments_5.person_id = people_2.id
    and true
  )) or (exists (
    select 1
    from bylines as bylines_4
    where bylines_4.person_id = people_2.id
    and (exists (
      select 1
      from posts as posts_10
      where posts_10.id = bylines_4.post_id
      and (posts_10.state = 'LIVE')
    ))
  )))
) as r1, (
  select json_object(
    'topics' value (
      select json_object(
        'edges' value coalesce(json_agg(json_object(
          'cursor' value coalesce(to_json(translate(encode(convert_to(cast(json_build_array($9::varchar, anon_42.key_0, anon_42.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_')), E'\tnull'::json) returning json
        ) order by anon_42.place) filter (where anon_42.place <= 20), '[]'::json),
        'nodes' value coalesce(json_agg(json_object(
          'id' value concat('Topic:', anon_42.id) returning json
        ) order by anon_42.place) filter (where anon_42.place <= 20), '[]'::json),
        'totalCount' value coalesce((
          select count(*)
          from topics as topics_2
          where topics_2.parent_id = topics_3.id
          and true
        ), 0),
        'pageInfo' value json_object(
          'hasNextPage' value coalesce(to_json(count(*) > 20), E'\tnull'::json),
          'hasPreviousPage' value false,
          'startCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($9::varchar, anon_42.key_0, anon_42.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_42.place) filter (where anon_42.place <= 20))[1],
          'endCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($9::varchar, anon_42.key_0, anon_42.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_42.place desc) filter (where anon_42.place <= 20))[1] returning json
        ) returning json
      ) as anon_41
      from (
        select anon_43.id as id, anon_43.slug as slug, anon_43.name as name, anon_43.names as names, anon_43.parent_id as parent_id, anon_43.created_at as created_at, anon_43.updated_at as updated_at, anon_43.key_0 as key_0, anon_43.key_1 as key_1, row_number() over (order by anon_43.key_0 asc, anon_43.key_1 asc) as place
        from (
          select topics_2.id as id, topics_2.slug as slug, topics_2.name as name, topics_2.names as names, topics_2.parent_id as parent_id, topics_2.created_at as created_at, topics_2.updated_at as updated_at, topics_2.name as key_0, topics_2.id as key_1
          from topics as topics_2
          where topics_2.parent_id = topics_3.id
          and true
          order by topics_2.name asc, topics_2.id asc
          limit 101
        ) as anon_43
        limit 21
      ) as anon_42
    ),
    'posts' value (
      select json_object(
        'edges' value coalesce(json_agg(json_object(
          'cursor' value coalesce(to_json(translate(encode(convert_to(cast(json_build_array($10::varchar, anon_45.key_0, anon_45.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_')), E'\tnull'::json) returning json
        ) order by anon_45.place) filter (where anon_45.place <= 20), '[]'::json),
        'nodes' value coalesce(json_agg(json_object(
          'id' value concat('Post:', anon_45.id) returning json
        ) order by anon_45.place) filter (where anon_45.place <= 20), '[]'::json),
        'totalCount' value coalesce((
          select count(*)
          from posts as posts_11
          where (exists (
            select 1
            from post_topics as post_topics_1
            where post_topics_1.post_id = posts_11.id
            and post_topics_1.topic_id = topics_3.id
            and (exists (
              select 1
              from posts as posts_12
              where posts_12.id = post_topics_1.post_id
              and (posts_12.state = 'LIVE')
            ))
          ))
          and (posts_11.state = 'LIVE')
        ), 0),
        'pageInfo' value json_object(
          'hasNextPage' value coalesce(to_json(count(*) > 20), E'\tnull'::json),
          'hasPreviousPage' value false,
          'startCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($10::varchar, anon_45.key_0, anon_45.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_45.place) filter (where anon_45.place <= 20))[1],
          'endCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($10::varchar, anon_45.key_0, anon_45.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_45.place desc) filter (where anon_45.place <= 20))[1] returning json
        ) returning json
      ) as anon_44
      from (
        select anon_46.id as id, anon_46.mission_id as mission_id, anon_46.kind as kind, anon_46.state as state, anon_46.first_published_at as first_published_at, anon_46.sort_at as sort_at, anon_46.comment_policy as comment_policy, anon_46.created_by_id as created_by_id, anon_46.created_at as created_at, anon_46.updated_at as updated_at, anon_46.key_0 as key_0, anon_46.key_1 as key_1, row_number() over (order by anon_46.key_0 desc, anon_46.key_1 desc) as place
        from (
          select posts_11.id as id, posts_11.mission_id as mission_id, posts_11.kind as kind, posts_11.state as state, posts_11.first_published_at as first_published_at, posts_11.sort_at as sort_at, posts_11.comment_policy as comment_policy, posts_11.created_by_id as created_by_id, posts_11.created_at as created_at, posts_11.updated_at as updated_at, posts_11.sort_at as key_0, posts_11.id as key_1
          from posts as posts_11
          where (exists (
            select 1
            from post_topics as post_topics_1
            where post_topics_1.post_id = posts_11.id
            and post_topics_1.topic_id = topics_3.id
            and (exists (
              select 1
              from posts as posts_13
              where posts_13.id = post_topics_1.post_id
              and (posts_13.state = 'LIVE')
            ))
          ))
          and (posts_11.state = 'LIVE')
          order by posts_11.sort_at desc, posts_11.id desc
          limit 101
        ) as anon_46
        limit 21
      ) as anon_45
    ) returning json
  ) as anon_40
  from topics as topics_3
  where topics_3.id = $11::uuid
  and true
) as r2, (
  select json_object(
    'bylines' value (
      select coalesce(json_agg(json_object(
        'id' value concat('Byline:', bylines_5.id) returning json
      ) order by bylines_5.position), '[]'::json) as anon_48
      from bylines as bylines_5
      where posts_14.id = bylines_5.post_id
      and (exists (
        select 1
        from posts as posts_15
        where posts_15.id = bylines_5.post_id
        and (posts_15.state = 'LIVE')
      ))
    ),
    'placements' value (
      select coalesce(json_agg(json_object(
        'id' value concat('Placement:', placements_3.id) returning json
      ) order by placements_3.position), '[]'::json) as anon_49
      from placements as placements_3
      where placements_3.translation_id = (
        select translations_4.id
        from translations as translations_4
        where translations_4.post_id = posts_14.id
        and translations_4.is_authentic
        and (translations_4.state = 'LIVE')
      )
      and (exists (
        select 1
        from translations as translations_5
        where translations_5.id = placements_3.translation_id
        and (translations_5.state = 'LIVE')
      ))
    ),
    'topics' value (
      select coalesce(json_agg(json_object(
        'id' value concat('Topic:', topics_4.id) returning json
      ) order by topics_4.name, topics_4.id), '[]'::json) as anon_50
      from topics as topics_4
      where topics_4.id in (
        select post_topics_2.topic_id
        from post_topics as post_topics_2
        where post_topics_2.post_id = posts_14.id
        and (exists (
          select 1
          from posts as posts_16
          where posts_16.id = post_topics_2.post_id
          and (posts_16.state = 'LIVE')
        ))
      )
      and true
    ),
    'tags' value (
      select coalesce(json_agg(json_object(
        'id' value concat('Tag:', tags_2.id) returning json
      ) order by tags_2.name, tags_2.id), '[]'::json) as anon_51
      from tags as tags_2
      where tags_2.id in (
        select post_tags_2.tag_id
        from post_tags as post_tags_2
        where post_tags_2.post_id = posts_14.id
        and (exists (
          select 1
          from posts as posts_17
          where posts_17.id = post_tags_2.post_id
          and (posts_17.state = 'LIVE')
        ))
      )
      and (exists (
        select 1
        from post_tags as post_tags_3
        where post_tags_3.tag_id = tags_2.id
        and (exists (
          select 1
          from posts as posts_18
          where posts_18.id = post_tags_3.post_id
          and (posts_18.state = 'LIVE')
        ))
      ))
    ),
    'comments' value (
      select json_object(
        'edges' value coalesce(json_agg(json_object(
          'cursor' value coalesce(to_json(translate(encode(convert_to(cast(json_build_array($12::varchar, anon_53.key_0, anon_53.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_')), E'\tnull'::json) returning json
        ) order by anon_53.place) filter (where anon_53.place <= 20), '[]'::json),
        'nodes' value coalesce(json_agg(json_object(
          'id' value concat('Comment:', anon_53.id) returning json
        ) order by anon_53.place) filter (where anon_53.place <= 20), '[]'::json),
        'totalCount' value coalesce((
          select count(*)
          from comments as comments_2
          where comments_2.post_id = posts_14.id
          and comments_2.parent_id is null
          and (comments_2.state = 'VISIBLE' and (exists (
            select 1
            from posts as posts_19
            where posts_19.id = comments_2.post_id
            and (posts_19.state = 'LIVE')
          )))
        ), 0),
        'pageInfo' value json_object(
          'hasNextPage' value coalesce(to_json(count(*) > 20), E'\tnull'::json),
          'hasPreviousPage' value false,
          'startCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($12::varchar, anon_53.key_0, anon_53.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_53.place) filter (where anon_53.place <= 20))[1],
          'endCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($12::varchar, anon_53.key_0, anon_53.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_53.place desc) filter (where anon_53.place <= 20))[1] returning json
        ) returning json
      ) as anon_52
      from (
        select anon_54.id as id, anon_54.post_id as post_id, anon_54.parent_id as parent_id, anon_54.depth as depth, anon_54.state as state, anon_54.author_name as author_name, anon_54.locale as locale, anon_54.plain_text as plain_text, anon_54.html as html, anon_54.written_at as written_at, anon_54.created_at as created_at, anon_54.updated_at as updated_at, anon_54.key_0 as key_0, anon_54.key_1 as key_1, row_number() over (order by anon_54.key_0 asc, anon_54.key_1 asc) as place
        from (
          select comments_2.id as id, comments_2.post_id as post_id, comments_2.parent_id as parent_id, comments_2.depth as depth, comments_2.state as state, comments_2.author_name as author_name, comments_2.locale as locale, comments_2.plain_text as plain_text, comments_2.html as html, comments_2.written_at as written_at, comments_2.created_at as created_at, comments_2.updated_at as updated_at, comments_2.written_at as key_0, comments_2.id as key_1
          from comments as comments_2
          where comments_2.post_id = posts_14.id
          and comments_2.parent_id is null
          and (comments_2.state = 'VISIBLE' and (exists (
            select 1
            from posts as posts_20
            where posts_20.id = comments_2.post_id
            and (posts_20.state = 'LIVE')
          )))
          order by comments_2.written_at asc, comments_2.id asc
          limit 101
        ) as anon_54
        limit 21
      ) as anon_53
    ) returning json
  ) as anon_47
  from posts as posts_14
  where posts_14.id = $13::uuid
  and (posts_14.state = 'LIVE')
) as r3, coalesce((
  select json_object(
    returning json
  ) as anon_55
  from appointments as appointments_6
  where appointments_6.id = case when starts_with($14::varchar, 'Appointment:') then cast(substr($14::varchar, 13) as uuid) end
  and true
  limit 1
), (
  select json_object(
    returning json
  ) as anon_56
  from audit_entries as audit_entries_3
  where audit_entries_3.id = case when starts_with($14::varchar, 'AuditEntry:') then cast(substr($14::varchar, 12) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_57
  from bylines as bylines_6
  where bylines_6.id = case when starts_with($14::varchar, 'Byline:') then cast(substr($14::varchar, 8) as uuid) end
  and (exists (
    select 1
    from posts as posts_21
    where posts_21.id = bylines_6.post_id
    and (posts_21.state = 'LIVE')
  ))
  limit 1
), (
  select json_object(
    returning json
  ) as anon_58
  from comments as comments_3
  where comments_3.id = case when starts_with($14::varchar, 'Comment:') then cast(substr($14::varchar, 9) as uuid) end
  and (comments_3.state = 'VISIBLE' and (exists (
    select 1
    from posts as posts_22
    where posts_22.id = comments_3.post_id
    and (posts_22.state = 'LIVE')
  )))
  limit 1
), (
  select json_object(
    returning json
  ) as anon_59
  from deliveries as deliveries_2
  where deliveries_2.id = case when starts_with($14::varchar, 'Delivery:') then cast(substr($14::varchar, 10) as uuid) end
  and (exists (
    select 1
    from webhooks as webhooks_3
    where webhooks_3.id = deliveries_2.webhook_id
    and (false)
  ))
  limit 1
), (
  select json_object(
    returning json
  ) as anon_60
  from outbox_events as outbox_events_2
  where outbox_events_2.id = case when starts_with($14::varchar, 'Event:') then cast(substr($14::varchar, 7) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_61
  from holds as holds_2
  where holds_2.id = case when starts_with($14::varchar, 'Hold:') then cast(substr($14::varchar, 6) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_62
  from missions as missions_3
  where missions_3.id = case when starts_with($14::varchar, 'Mission:') then cast(substr($14::varchar, 9) as uuid) end
  and true
  limit 1
), (
  select json_object(
    returning json
  ) as anon_63
  from people as people_3
  where people_3.id = case when starts_with($14::varchar, 'Person:') then cast(substr($14::varchar, 8) as uuid) end
  and ((exists (
    select 1
    from appointments as appointments_7
    where appointments_7.person_id = people_3.id
    and true
  )) or (exists (
    select 1
    from bylines as bylines_7
    where bylines_7.person_id = people_3.id
    and (exists (
      select 1
      from posts as posts_23
      where posts_23.id = bylines_7.post_id
      and (posts_23.state = 'LIVE')
    ))
  )))
  limit 1
), (
  select json_object(
    returning json
  ) as anon_64
  from photos as photos_2
  where photos_2.id = case when starts_with($14::varchar, 'Photo:') then cast(substr($14::varchar, 7) as uuid) end
  and (exists (
    select 1
    from placements as placements_4
    where placements_4.photo_id = photos_2.id
    and (exists (
      select 1
      from translations as translations_6
      where translations_6.id = placements_4.translation_id
      and (translations_6.state = 'LIVE')
    ))
  ))
  limit 1
), (
  select json_object(
    returning json
  ) as anon_65
  from placements as placements_5
  where placements_5.id = case when starts_with($14::varchar, 'Placement:') then cast(substr($14::varchar, 11) as uuid) end
  and (exists (
    select 1
    from translations as translations_7
    where translations_7.id = placements_5.translation_id
    and (translations_7.state = 'LIVE')
  ))
  limit 1
), (
  select json_object(
    returning json
  ) as anon_66
  from posts as posts_24
  where posts_24.id = case when starts_with($14::varchar, 'Post:') then cast(substr($14::varchar, 6) as uuid) end
  and (posts_24.state = 'LIVE')
  limit 1
), (
  select json_object(
    returning json
  ) as anon_67
  from preview_links as preview_links_2
  where preview_links_2.id = case when starts_with($14::varchar, 'PreviewLink:') then cast(substr($14::varchar, 13) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_68
  from reviews as reviews_2
  where reviews_2.id = case when starts_with($14::varchar, 'Review:') then cast(substr($14::varchar, 8) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_69
  from revisions as revisions_2
  where revisions_2.id = case when starts_with($14::varchar, 'Revision:') then cast(substr($14::varchar, 10) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_70
  from schedules as schedules_2
  where schedules_2.id = case when starts_with($14::varchar, 'Schedule:') then cast(substr($14::varchar, 10) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_71
  from tags as tags_3
  where tags_3.id = case when starts_with($14::varchar, 'Tag:') then cast(substr($14::varchar, 5) as uuid) end
  and (exists (
    select 1
    from post_tags as post_tags_4
    where post_tags_4.tag_id = tags_3.id
    and (exists (
      select 1
      from posts as posts_25
      where posts_25.id = post_tags_4.post_id
      and (posts_25.state = 'LIVE')
    ))
  ))
  limit 1
), (
  select json_object(
    returning json
  ) as anon_72
  from topics as topics_5
  where topics_5.id = case when starts_with($14::varchar, 'Topic:') then cast(substr($14::varchar, 7) as uuid) end
  and true
  limit 1
), (
  select json_object(
    'placements' value (
      select coalesce(json_agg(json_object(
        'id' value concat('Placement:', placements_6.id) returning json
      ) order by placements_6.position), '[]'::json) as anon_74
      from placements as placements_6
      where placements_6.translation_id = translations_8.id
      and (exists (
        select 1
        from translations as translations_9
        where translations_9.id = placements_6.translation_id
        and (translations_9.state = 'LIVE')
      ))
    ),
    'revisions' value (
      select json_object(
        'edges' value coalesce(json_agg(json_object(
          'cursor' value coalesce(to_json(translate(encode(convert_to(cast(json_build_array($15::varchar, anon_76.key_0, anon_76.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_')), E'\tnull'::json) returning json
        ) order by anon_76.place) filter (where anon_76.place <= 20), '[]'::json),
        'nodes' value coalesce(json_agg(json_object(
          'id' value concat('Revision:', anon_76.id) returning json
        ) order by anon_76.place) filter (where anon_76.place <= 20), '[]'::json),
        'totalCount' value coalesce((
          select count(*)
          from revisions as revisions_3
          where revisions_3.translation_id = translations_8.id
          and (false)
        ), 0) returning json
      ) as anon_75
      from (
        select anon_77.id as id, anon_77.translation_id as translation_id, anon_77.number as number, anon_77.base_number as base_number, anon_77.is_side_draft as is_side_draft, anon_77.event as event, anon_77.title as title, anon_77.summary as summary, anon_77.body as body, anon_77.html as html, anon_77.plain_text as plain_text, anon_77.account_id as account_id, anon_77.actor_name as actor_name, anon_77.merged_into_number as merged_into_number, anon_77.created_at as created_at, anon_77.updated_at as updated_at, anon_77.key_0 as key_0, anon_77.key_1 as key_1, row_number() over (order by anon_77.key_0 desc, anon_77.key_1 desc) as place
        from (
          select revisions_3.id as id, revisions_3.translation_id as translation_id, revisions_3.number as number, revisions_3.base_number as base_number, revisions_3.is_side_draft as is_side_draft, revisions_3.event as event, revisions_3.title as title, revisions_3.summary as summary, revisions_3.body as body, revisions_3.html as html, revisions_3.plain_text as plain_text, revisions_3.account_id as account_id, revisions_3.actor_name as actor_name, revisions_3.merged_into_number as merged_into_number, revisions_3.created_at as created_at, revisions_3.updated_at as updated_at, revisions_3.number as key_0, revisions_3.id as key_1
          from revisions as revisions_3
          where revisions_3.translation_id = translations_8.id
          and (false)
          order by revisions_3.number desc, revisions_3.id desc
          limit 101
        ) as anon_77
        limit 21
      ) as anon_76
    ) returning json
  ) as anon_73
  from translations as translations_8
  where translations_8.id = case when starts_with($14::varchar, 'Translation:') then cast(substr($14::varchar, 13) as uuid) end
  and (translations_8.state = 'LIVE')
  limit 1
), (
  select json_object(
    returning json
  ) as anon_78
  from webhooks as webhooks_4
  where webhooks_4.id = case when starts_with($14::varchar, 'Webhook:') then cast(substr($14::varchar, 9) as uuid) end
  and (false)
  limit 1
)) as r4, (
  select json_object(
    'replies' value (
      select json_object(
        'edges' value coalesce(json_agg(json_object(
          'cursor' value coalesce(to_json(translate(encode(convert_to(cast(json_build_array($16::varchar, anon_81.key_0, anon_81.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_')), E'\tnull'::json) returning json
        ) order by anon_81.place) filter (where anon_81.place <= 20), '[]'::json),
        'nodes' value coalesce(json_agg(json_object(
          'id' value concat('Comment:', anon_81.id) returning json
        ) order by anon_81.place) filter (where anon_81.place <= 20), '[]'::json),
        'totalCount' value coalesce((
          select count(*)
          from comments as comments_4
          where comments_4.parent_id = comments_5.id
          and (comments_4.state = 'VISIBLE' and (exists (
            select 1
            from posts as posts_26
            where posts_26.id = comments_4.post_id
            and (posts_26.state = 'LIVE')
          )))
        ), 0),
        'pageInfo' value json_object(
          'hasNextPage' value coalesce(to_json(count(*) > 20), E'\tnull'::json),
          'hasPreviousPage' value false,
          'startCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($16::varchar, anon_81.key_0, anon_81.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_81.place) filter (where anon_81.place <= 20))[1],
          'endCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($16::varchar, anon_81.key_0, anon_81.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_81.place desc) filter (where anon_81.place <= 20))[1] returning json
        ) returning json
      ) as anon_80
      from (
        select anon_82.id as id, anon_82.post_id as post_id, anon_82.parent_id as parent_id, anon_82.depth as depth, anon_82.state as state, anon_82.author_name as author_name, anon_82.locale as locale, anon_82.plain_text as plain_text, anon_82.html as html, anon_82.written_at as written_at, anon_82.created_at as created_at, anon_82.updated_at as updated_at, anon_82.key_0 as key_0, anon_82.key_1 as key_1, row_number() over (order by anon_82.key_0 asc, anon_82.key_1 asc) as place
        from (
          select comments_4.id as id, comments_4.post_id as post_id, comments_4.parent_id as parent_id, comments_4.depth as depth, comments_4.state as state, comments_4.author_name as author_name, comments_4.locale as locale, comments_4.plain_text as plain_text, comments_4.html as html, comments_4.written_at as written_at, comments_4.created_at as created_at, comments_4.updated_at as updated_at, comments_4.written_at as key_0, comments_4.id as key_1
          from comments as comments_4
          where comments_4.parent_id = comments_5.id
          and (comments_4.state = 'VISIBLE' and (exists (
            select 1
            from posts as posts_27
            where posts_27.id = comments_4.post_id
            and (posts_27.state = 'LIVE')
          )))
          order by comments_4.written_at asc, comments_4.id asc
          limit 101
        ) as anon_82
        limit 21
      ) as anon_81
    ) returning json
  ) as anon_79
  from comments as comments_5
  where comments_5.id = $17::uuid
  and (comments_5.state = 'VISIBLE' and (exists (
    select 1
    from posts as posts_28
    where posts_28.id = comments_5.post_id
    and (posts_28.state = 'LIVE')
  )))
) as r5, (
  select json_object(
    'placements' value (
      select json_object(
        'edges' value coalesce(json_agg(json_object(
          'cursor' value coalesce(to_json(translate(encode(convert_to(cast(json_build_array($18::varchar, anon_85.key_0) as text), 'UTF8'), 'base64'), E'+/=\n', '-_')), E'\tnull'::json) returning json
        ) order by anon_85.place) filter (where anon_85.place <= $19::integer), '[]'::json),
        'nodes' value coalesce(json_agg(json_object(
          'id' value concat('Placement:', anon_85.id) returning json
        ) order by anon_85.place) filter (where anon_85.place <= $19::integer), '[]'::json) returning json
      ) as anon_84
      from (
        select anon_86.id as id, anon_86.translation_id as translation_id, anon_86.photo_id as photo_id, anon_86.block_id as block_id, anon_86.position as position, anon_86.caption_html as caption_html, anon_86.caption_text as caption_text, anon_86.credit as credit, anon_86.alternative as alternative, anon_86.alternative_text as alternative_text, anon_86.created_at as created_at, anon_86.updated_at as updated_at, anon_86.key_0 as key_0, row_number() over (order by anon_86.key_0 desc) as place
        from (
          select placements_7.id as id, placements_7.translation_id as translation_id, placements_7.photo_id as photo_id, placements_7.block_id as block_id, placements_7.position as position, placements_7.caption_html as caption_html, placements_7.caption_text as caption_text, placements_7.credit as credit, placements_7.alternative as alternative, placements_7.alternative_text as alternative_text, placements_7.created_at as created_at, placements_7.updated_at as updated_at, placements_7.id as key_0
          from placements as placements_7
          where placements_7.photo_id = photos_3.id
          and (exists (
            select 1
            from translations as translations_10
            where translations_10.id = placements_7.translation_id
            and (translations_10.state = 'LIVE')
          ))
          order by placements_7.id desc
          limit 101
        ) as anon_86
        limit $19::integer + 1
      ) as anon_85
    ) returning json
  ) as anon_83
  from photos as photos_3
  where photos_3.id = $20::uuid
  and (exists (
    select 1
    from placements as placements_8
    where placements_8.photo_id = photos_3.id
    and (exists (
      select 1
      from translations as translations_11
      where translations_11.id = placements_8.translation_id
      and (translations_11.state = 'LIVE')
    ))
  ))
) as r6, (
  select coalesce(json_agg(coalesce((
    select json_object(
      'id' value concat('Appointment:', appointments_8.id) returning json
    ) as anon_89
    from appointments as appointments_8
    where appointments_8.id = case when starts_with(anon_88.id, 'Appointment:') then cast(substr(anon_88.id, 13) as uuid) end
    and true
    limit 1
  ), (
    select json_object(
      'id' value concat('AuditEntry:', audit_entries_4.id) returning json
    ) as anon_90
    from audit_entries as audit_entries_4
    where audit_entries_4.id = case when starts_with(anon_88.id, 'AuditEntry:') then cast(substr(anon_88.id, 12) as uuid) end
    and (false)
    limit 1
  ), (
    select json_object(
      'id' value concat('Byline:', bylines_8.id) returning json
    ) as anon_91
    from bylines as bylines_8
    where bylines_8.id = case when starts_with(anon_88.id, 'Byline:') then cast(substr(anon_88.id, 8) as uuid) end
    and (exists (
      select 1
      from posts as posts_29
      where posts_29.id = bylines_8.post_id
      and (posts_29.state = 'LIVE')
    ))
    limit 1
  ), (
    select json_object(
      'id' value concat('Comment:', comments_6.id) returning json
    ) as anon_92
    from comments as comments_6
    where comments_6.id = case when starts_with(anon_88.id, 'Comment:') then cast(substr(anon_88.id, 9) as uuid) end
    and (comments_6.state = 'VISIBLE' and (exists (
      select 1
      from posts as posts_30
      where posts_30.id = comments_6.post_id
      and (posts_30.state = 'LIVE')
    )))
    limit 1
  ), (
    select json_object(
      'id' value concat('Delivery:', deliveries_3.id) returning json
    ) as anon_93
    from deliveries as deliveries_3
    where deliveries_3.id = case when starts_with(anon_88.id, 'Delivery:') then cast(substr(anon_88.id, 10) as uuid) end
    and (exists (
      select 1
      from webhooks as webhooks_5
      where webhooks_5.id = deliveries_3.webhook_id
      and (false)
    ))
    limit 1
  ), (
    select json_object(
      'id' value concat('Event:', outbox_events_3.id) returning json
    ) as anon_94
    from outbox_events as outbox_events_3
    where outbox_events_3.id = case when starts_with(anon_88.id, 'Event:') then cast(substr(anon_88.id, 7) as uuid) end
    and (false)
    limit 1
  ), (
    select json_object(
      'id' value concat('Hold:', holds_3.id) returning json
    ) as anon_95
    from holds as holds_3
    where holds_3.id = case when starts_with(anon_88.id, 'Hold:') then cast(substr(anon_88.id, 6) as uuid) end
    and (false)
    limit 1
  ), (
    select json_object(
      'id' value concat('Mission:', missions_4.id) returning json
    ) as anon_96
    from missions as missions_4
    where missions_4.id = case when starts_with(anon_88.id, 'Mission:') then cast(substr(anon_88.id, 9) as uuid) end
    and true
    limit 1
  ), (
    select json_object(
      'id' value concat('Person:', people_4.id) returning json
    ) as anon_97
    from people as people_4
    where people_4.id = case when starts_with(anon_88.id, 'Person:') then cast(substr(anon_88.id, 8) as uuid) end
    and ((exists (
      select 1
      from appointments as appointments_9
      where appointments_9.person_id = people_4.id
      and true
    )) or (exists (
      select 1
      from bylines as bylines_9
      where bylines_9.person_id = people_4.id
      and (exists (
        select 1
        from posts as posts_31
        where posts_31.id = bylines_9.post_id
        and (posts_31.state = 'LIVE')
      ))
    )))
    limit 1
  ), (
    select json_object(
      'id' value concat('Photo:', photos_4.id) returning json
    ) as anon_98
    from photos as photos_4
    where photos_4.id = case when starts_with(anon_88.id, 'Photo:') then cast(substr(anon_88.id, 7) as uuid) end
    and (exists (
      select 1
      from placements as placements_9
      where placements_9.photo_id = photos_4.id
      and (exists (
        select 1
        from translations as translations_12
        where translations_12.id = placements_9.translation_id
        and (translations_12.state = 'LIVE')
      ))
    ))
    limit 1
  ), (
    select json_object(
      'id' value concat('Placement:', placements_10.id) returning json
    ) as anon_99
    from placements as placements_10
    where placements_10.id = case when starts_with(anon_88.id, 'Placement:') then cast(substr(anon_88.id, 11) as uuid) end
    and (exists (
      select 1
      from translations as translations_13
      where translations_13.id = placements_10.translation_id
      and (translations_13.state = 'LIVE')
    ))
    limit 1
  ), (
    select json_object(
      'id' value concat('Post:', posts_32.id) returning json
    ) as anon_100
    from posts as posts_32
    where posts_32.id = case when starts_with(anon_88.id, 'Post:') then cast(substr(anon_88.id, 6) as uuid) end
    and (posts_32.state = 'LIVE')
    limit 1
  ), (
    select json_object(
      'id' value concat('PreviewLink:', preview_links_3.id) returning json
    ) as anon_101
    from preview_links as preview_links_3
    where preview_links_3.id = case when starts_with(anon_88.id, 'PreviewLink:') then cast(substr(anon_88.id, 13) as uuid) end
    and (false)
    limit 1
  ), (
    select json_object(
      'id' value concat('Review:', reviews_3.id) returning json
    ) as anon_102
    from reviews as reviews_3
    where reviews_3.id = case when starts_with(anon_88.id, 'Review:') then cast(substr(anon_88.id, 8) as uuid) end
    and (false)
    limit 1
  ), (
    select json_object(
      'id' value concat('Revision:', revisions_4.id) returning json
    ) as anon_103
    from revisions as revisions_4
    where revisions_4.id = case when starts_with(anon_88.id, 'Revision:') then cast(substr(anon_88.id, 10) as uuid) end
    and (false)
    limit 1
  ), (
    select json_object(
      'id' value concat('Schedule:', schedules_3.id) returning json
    ) as anon_104
    from schedules as schedules_3
    where schedules_3.id = case when starts_with(anon_88.id, 'Schedule:') then cast(substr(anon_88.id, 10) as uuid) end
    and (false)
    limit 1
  ), (
    select json_object(
      'id' value concat('Tag:', tags_4.id) returning json
    ) as anon_105
    from tags as tags_4
    where tags_4.id = case when starts_with(anon_88.id, 'Tag:') then cast(substr(anon_88.id, 5) as uuid) end
    and (exists (
      select 1
      from post_tags as post_tags_5
      where post_tags_5.tag_id = tags_4.id
      and (exists (
        select 1
        from posts as posts_33
        where posts_33.id = post_tags_5.post_id
        and (posts_33.state = 'LIVE')
      ))
    ))
    limit 1
  ), (
    select json_object(
      'id' value concat('Topic:', topics_6.id) returning json
    ) as anon_106
    from topics as topics_6
    where topics_6.id = case when starts_with(anon_88.id, 'Topic:') then cast(substr(anon_88.id, 7) as uuid) end
    and true
    limit 1
  ), (
    select json_object(
      'id' value concat('Translation:', translations_14.id) returning json
    ) as anon_107
    from translations as translations_14
    where translations_14.id = case when starts_with(anon_88.id, 'Translation:') then cast(substr(anon_88.id, 13) as uuid) end
    and (translations_14.state = 'LIVE')
    limit 1
  ), (
    select json_object(
      'id' value concat('Webhook:', webhooks_6.id) returning json
    ) as anon_108
    from webhooks as webhooks_6
    where webhooks_6.id = case when starts_with(anon_88.id, 'Webhook:') then cast(substr(anon_88.id, 9) as uuid) end
    and (false)
    limit 1
  )) order by anon_88.position), '[]'::json) as anon_87
  from unnest($21::text[]) with ordinality as anon_88(id, position)
) as r7, (
  select json_object(
    'edges' value coalesce(json_agg(json_object(
      'cursor' value coalesce(to_json(translate(encode(convert_to(cast(json_build_array($22::varchar, anon_110.key_0, anon_110.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_')), E'\tnull'::json) returning json
    ) order by anon_110.place) filter (where anon_110.place <= 20), '[]'::json),
    'nodes' value coalesce(json_agg(json_object(
      'id' value concat('Post:', anon_110.id) returning json
    ) order by anon_110.place) filter (where anon_110.place <= 20), '[]'::json),
    'totalCount' value coalesce((
      select count(*)
      from posts as posts_34
      where false
      and (posts_34.state = 'LIVE')
    ), 0),
    'pageInfo' value json_object(
      'hasNextPage' value coalesce(to_json(count(*) > 20), E'\tnull'::json),
      'hasPreviousPage' value false,
      'startCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($22::varchar, anon_110.key_0, anon_110.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_110.place) filter (where anon_110.place <= 20))[1],
      'endCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($22::varchar, anon_110.key_0, anon_110.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_110.place desc) filter (where anon_110.place <= 20))[1] returning json
    ) returning json
  ) as anon_109
  from (
    select anon_111.id as id, anon_111.mission_id as mission_id, anon_111.kind as kind, anon_111.state as state, anon_111.first_published_at as first_published_at, anon_111.sort_at as sort_at, anon_111.comment_policy as comment_policy, anon_111.created_by_id as created_by_id, anon_111.created_at as created_at, anon_111.updated_at as updated_at, anon_111.key_0 as key_0, anon_111.key_1 as key_1, row_number() over (order by anon_111.key_0 desc, anon_111.key_1 desc) as place
    from (
      select posts_34.id as id, posts_34.mission_id as mission_id, posts_34.kind as kind, posts_34.state as state, posts_34.first_published_at as first_published_at, posts_34.sort_at as sort_at, posts_34.comment_policy as comment_policy, posts_34.created_by_id as created_by_id, posts_34.created_at as created_at, posts_34.updated_at as updated_at, posts_34.sort_at as key_0, posts_34.id as key_1
      from posts as posts_34
      where false
      and (posts_34.state = 'LIVE')
      order by posts_34.sort_at desc, posts_34.id desc
      limit 101
    ) as anon_111
    limit 21
  ) as anon_110
) as r8, (
  select json_object(
    'edges' value coalesce(json_agg(json_object(
      'cursor' value coalesce(to_json(translate(encode(convert_to(cast(json_build_array($23::varchar, anon_113.key_0, anon_113.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_')), E'\tnull'::json) returning json
    ) order by anon_113.place) filter (where anon_113.place <= 20), '[]'::json),
    'nodes' value coalesce(json_agg(json_object(
      'id' value concat('Mission:', anon_113.id) returning json
    ) order by anon_113.place) filter (where anon_113.place <= 20), '[]'::json),
    'totalCount' value coalesce((
      select count(*)
      from missions as missions_5
      where false
      and true
    ), 0),
    'pageInfo' value json_object(
      'hasNextPage' value coalesce(to_json(count(*) > 20), E'\tnull'::json),
      'hasPreviousPage' value false,
      'startCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($23::varchar, anon_113.key_0, anon_113.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_113.place) filter (where anon_113.place <= 20))[1],
      'endCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($23::varchar, anon_113.key_0, anon_113.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_113.place desc) filter (where anon_113.place <= 20))[1] returning json
    ) returning json
  ) as anon_112
  from (
    select anon_114.id as id, anon_114.kind as kind, anon_114.slug as slug, anon_114.name as name, anon_114.names as names, anon_114.parent_id as parent_id, anon_114.lineage as lineage, anon_114.host_country as host_country, anon_114.city as city, anon_114.time_zones as time_zones, anon_114.languages as languages, anon_114.created_at as created_at, anon_114.updated_at as updated_at, anon_114.key_0 as key_0, anon_114.key_1 as key_1, row_number() over (order by anon_114.key_0 asc, anon_114.key_1 asc) as place
    from (
      select missions_5.id as id, missions_5.kind as kind, missions_5.slug as slug, missions_5.name as name, missions_5.names as names, missions_5.parent_id as parent_id, missions_5.lineage as lineage, missions_5.host_country as host_country, missions_5.city as city, missions_5.time_zones as time_zones, missions_5.languages as languages, missions_5.created_at as created_at, missions_5.updated_at as updated_at, missions_5.name as key_0, missions_5.id as key_1
      from missions as missions_5
      where false
      and true
      order by missions_5.name asc, missions_5.id asc
      limit 101
    ) as anon_114
    limit 21
  ) as anon_113
) as r9
