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
  from outbox_events as outbox_events_1
  where outbox_events_1.id = case when starts_with($1::varchar, 'Event:') then cast(substr($1::varchar, 7) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_6
  from holds as holds_1
  where holds_1.id = case when starts_with($1::varchar, 'Hold:') then cast(substr($1::varchar, 6) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    'missions' value (
      select json_object(
        'edges' value coalesce(json_agg(json_object(
          'cursor' value coalesce(to_json(translate(encode(convert_to(cast(json_build_array($2::varchar, anon_9.key_0, anon_9.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_')), E'\tnull'::json) returning json
        ) order by anon_9.place) filter (where anon_9.place <= 20), '[]'::json),
        'nodes' value coalesce(json_agg(json_object(
          'id' value concat('Mission:', anon_9.id) returning json
        ) order by anon_9.place) filter (where anon_9.place <= 20), '[]'::json),
        'totalCount' value coalesce((
          select count(*)
          from missions as missions_1
          where missions_1.parent_id = missions_2.id
          and true
        ), 0),
        'pageInfo' value json_object(
          'hasNextPage' value coalesce(to_json(count(*) > 20), E'\tnull'::json),
          'hasPreviousPage' value false,
          'startCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($2::varchar, anon_9.key_0, anon_9.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_9.place) filter (where anon_9.place <= 20))[1],
          'endCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($2::varchar, anon_9.key_0, anon_9.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_9.place desc) filter (where anon_9.place <= 20))[1] returning json
        ) returning json
      ) as anon_8
      from (
        select anon_10.id as id, anon_10.kind as kind, anon_10.slug as slug, anon_10.name as name, anon_10.names as names, anon_10.parent_id as parent_id, anon_10.lineage as lineage, anon_10.host_country as host_country, anon_10.city as city, anon_10.time_zones as time_zones, anon_10.languages as languages, anon_10.created_at as created_at, anon_10.updated_at as updated_at, anon_10.key_0 as key_0, anon_10.key_1 as key_1, row_number() over (order by anon_10.key_0 asc, anon_10.key_1 asc) as place
        from (
          select missions_1.id as id, missions_1.kind as kind, missions_1.slug as slug, missions_1.name as name, missions_1.names as names, missions_1.parent_id as parent_id, missions_1.lineage as lineage, missions_1.host_country as host_country, missions_1.city as city, missions_1.time_zones as time_zones, missions_1.languages as languages, missions_1.created_at as created_at, missions_1.updated_at as updated_at, missions_1.name as key_0, missions_1.id as key_1
          from missions as missions_1
          where missions_1.parent_id = missions_2.id
          and true
          order by missions_1.name asc, missions_1.id asc
          limit 101
        ) as anon_10
        limit 21
      ) as anon_9
    ),
    'posts' value (
      select json_object(
        'edges' value coalesce(json_agg(json_object(
          'cursor' value coalesce(to_json(translate(encode(convert_to(cast(json_build_array($3::varchar, anon_12.key_0, anon_12.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_')), E'\tnull'::json) returning json
        ) order by anon_12.place) filter (where anon_12.place <= 20), '[]'::json),
        'nodes' value coalesce(json_agg(json_object(
          'id' value concat('Post:', anon_12.id) returning json
        ) order by anon_12.place) filter (where anon_12.place <= 20), '[]'::json),
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
          'startCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($3::varchar, anon_12.key_0, anon_12.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_12.place) filter (where anon_12.place <= 20))[1],
          'endCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($3::varchar, anon_12.key_0, anon_12.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_12.place desc) filter (where anon_12.place <= 20))[1] returning json
        ) returning json
      ) as anon_11
      from (
        select anon_13.id as id, anon_13.mission_id as mission_id, anon_13.kind as kind, anon_13.state as state, anon_13.first_published_at as first_published_at, anon_13.sort_at as sort_at, anon_13.comment_policy as comment_policy, anon_13.created_by_id as created_by_id, anon_13.created_at as created_at, anon_13.updated_at as updated_at, anon_13.key_0 as key_0, anon_13.key_1 as key_1, row_number() over (order by anon_13.key_0 desc, anon_13.key_1 desc) as place
        from (
          select posts_3.id as id, posts_3.mission_id as mission_id, posts_3.kind as kind, posts_3.state as state, posts_3.first_published_at as first_published_at, posts_3.sort_at as sort_at, posts_3.comment_policy as comment_policy, posts_3.created_by_id as created_by_id, posts_3.created_at as created_at, posts_3.updated_at as updated_at, posts_3.sort_at as key_0, posts_3.id as key_1
          from posts as posts_3
          where posts_3.mission_id = missions_2.id
          and posts_3.kind in ('SPEECH')
          and (posts_3.state = 'LIVE')
          order by posts_3.sort_at desc, posts_3.id desc
          limit 101
        ) as anon_13
        limit 21
      ) as anon_12
    ),
    'appointments' value (
      select json_object(
        'edges' value coalesce(json_agg(json_object(
          'cursor' value coalesce(to_json(translate(encode(convert_to(cast(json_build_array($4::varchar, anon_15.key_0, anon_15.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_')), E'\tnull'::json) returning json
        ) order by anon_15.place) filter (where anon_15.place <= 20), '[]'::json),
        'nodes' value coalesce(json_agg(json_object(
          'id' value concat('Appointment:', anon_15.id) returning json
        ) order by anon_15.place) filter (where anon_15.place <= 20), '[]'::json),
        'totalCount' value coalesce((
          select count(*)
          from appointments as appointments_2
          where appointments_2.mission_id = missions_2.id
          and true
        ), 0),
        'pageInfo' value json_object(
          'hasNextPage' value coalesce(to_json(count(*) > 20), E'\tnull'::json),
          'hasPreviousPage' value false,
          'startCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($4::varchar, anon_15.key_0, anon_15.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_15.place) filter (where anon_15.place <= 20))[1],
          'endCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($4::varchar, anon_15.key_0, anon_15.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_15.place desc) filter (where anon_15.place <= 20))[1] returning json
        ) returning json
      ) as anon_14
      from (
        select anon_16.id as id, anon_16.person_id as person_id, anon_16.mission_id as mission_id, anon_16.office as office, anon_16.offices as offices, anon_16.is_ad_interim as is_ad_interim, anon_16.starts_on as starts_on, anon_16.ends_on as ends_on, anon_16.created_at as created_at, anon_16.updated_at as updated_at, anon_16.key_0 as key_0, anon_16.key_1 as key_1, row_number() over (order by anon_16.key_0 desc, anon_16.key_1 desc) as place
        from (
          select appointments_2.id as id, appointments_2.person_id as person_id, appointments_2.mission_id as mission_id, appointments_2.office as office, appointments_2.offices as offices, appointments_2.is_ad_interim as is_ad_interim, appointments_2.starts_on as starts_on, appointments_2.ends_on as ends_on, appointments_2.created_at as created_at, appointments_2.updated_at as updated_at, appointments_2.starts_on as key_0, appointments_2.id as key_1
          from appointments as appointments_2
          where appointments_2.mission_id = missions_2.id
          and true
          order by appointments_2.starts_on desc, appointments_2.id desc
          limit 101
        ) as anon_16
        limit 21
      ) as anon_15
    ),
    'auditEntries' value (
      select json_object(
        'edges' value coalesce(json_agg(json_object(
          'cursor' value coalesce(to_json(translate(encode(convert_to(cast(json_build_array($5::varchar, anon_18.key_0, anon_18.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_')), E'\tnull'::json) returning json
        ) order by anon_18.place) filter (where anon_18.place <= 20), '[]'::json),
        'nodes' value coalesce(json_agg(json_object(
          'id' value concat('AuditEntry:', anon_18.id) returning json
        ) order by anon_18.place) filter (where anon_18.place <= 20), '[]'::json),
        'totalCount' value coalesce((
          select count(*)
          from audit_entries as audit_entries_2
          where audit_entries_2.mission_id = missions_2.id
          and (false)
        ), 0) returning json
      ) as anon_17
      from (
        select anon_19.id as id, anon_19.event as event, anon_19.subject_type as subject_type, anon_19.subject_id as subject_id, anon_19.mission_id as mission_id, anon_19.account_id as account_id, anon_19.actor_name as actor_name, anon_19.happened_at as happened_at, anon_19.details as details, anon_19.created_at as created_at, anon_19.updated_at as updated_at, anon_19.key_0 as key_0, anon_19.key_1 as key_1, row_number() over (order by anon_19.key_0 desc, anon_19.key_1 desc) as place
        from (
          select audit_entries_2.id as id, audit_entries_2.event as event, audit_entries_2.subject_type as subject_type, audit_entries_2.subject_id as subject_id, audit_entries_2.mission_id as mission_id, audit_entries_2.account_id as account_id, audit_entries_2.actor_name as actor_name, audit_entries_2.happened_at as happened_at, audit_entries_2.details as details, audit_entries_2.created_at as created_at, audit_entries_2.updated_at as updated_at, audit_entries_2.happened_at as key_0, audit_entries_2.id as key_1
          from audit_entries as audit_entries_2
          where audit_entries_2.mission_id = missions_2.id
          and (false)
          order by audit_entries_2.happened_at desc, audit_entries_2.id desc
          limit 101
        ) as anon_19
        limit 21
      ) as anon_18
    ) returning json
  ) as anon_7
  from missions as missions_2
  where missions_2.id = case when starts_with($1::varchar, 'Mission:') then cast(substr($1::varchar, 9) as uuid) end
  and true
  limit 1
), (
  select json_object(
    returning json
  ) as anon_20
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
  ) as anon_21
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
  ) as anon_22
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
  ) as anon_23
  from posts as posts_5
  where posts_5.id = case when starts_with($1::varchar, 'Post:') then cast(substr($1::varchar, 6) as uuid) end
  and (posts_5.state = 'LIVE')
  limit 1
), (
  select json_object(
    returning json
  ) as anon_24
  from preview_links as preview_links_1
  where preview_links_1.id = case when starts_with($1::varchar, 'PreviewLink:') then cast(substr($1::varchar, 13) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_25
  from reviews as reviews_1
  where reviews_1.id = case when starts_with($1::varchar, 'Review:') then cast(substr($1::varchar, 8) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_26
  from revisions as revisions_1
  where revisions_1.id = case when starts_with($1::varchar, 'Revision:') then cast(substr($1::varchar, 10) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_27
  from schedules as schedules_1
  where schedules_1.id = case when starts_with($1::varchar, 'Schedule:') then cast(substr($1::varchar, 10) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_28
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
  ) as anon_29
  from topics as topics_1
  where topics_1.id = case when starts_with($1::varchar, 'Topic:') then cast(substr($1::varchar, 7) as uuid) end
  and true
  limit 1
), (
  select json_object(
    returning json
  ) as anon_30
  from translations as translations_3
  where translations_3.id = case when starts_with($1::varchar, 'Translation:') then cast(substr($1::varchar, 13) as uuid) end
  and (translations_3.state = 'LIVE')
  limit 1
)) as r0, (
  select json_object(
    'appointments' value (
      select json_object(
        'edges' value coalesce(json_agg(json_object(
          'cursor' value coalesce(to_json(translate(encode(convert_to(cast(json_build_array($6::varchar, anon_33.key_0, anon_33.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_')), E'\tnull'::json) returning json
        ) order by anon_33.place) filter (where anon_33.place <= 20), '[]'::json),
        'nodes' value coalesce(json_agg(json_object(
          'id' value concat('Appointment:', anon_33.id) returning json
        ) order by anon_33.place) filter (where anon_33.place <= 20), '[]'::json),
        'totalCount' value coalesce((
          select count(*)
          from appointments as appointments_4
          where appointments_4.person_id = people_2.id
          and true
        ), 0),
        'pageInfo' value json_object(
          'hasNextPage' value coalesce(to_json(count(*) > 20), E'\tnull'::json),
          'hasPreviousPage' value false,
          'startCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($6::varchar, anon_33.key_0, anon_33.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_33.place) filter (where anon_33.place <= 20))[1],
          'endCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($6::varchar, anon_33.key_0, anon_33.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_33.place desc) filter (where anon_33.place <= 20))[1] returning json
        ) returning json
      ) as anon_32
      from (
        select anon_34.id as id, anon_34.person_id as person_id, anon_34.mission_id as mission_id, anon_34.office as office, anon_34.offices as offices, anon_34.is_ad_interim as is_ad_interim, anon_34.starts_on as starts_on, anon_34.ends_on as ends_on, anon_34.created_at as created_at, anon_34.updated_at as updated_at, anon_34.key_0 as key_0, anon_34.key_1 as key_1, row_number() over (order by anon_34.key_0 desc, anon_34.key_1 desc) as place
        from (
          select appointments_4.id as id, appointments_4.person_id as person_id, appointments_4.mission_id as mission_id, appointments_4.office as office, appointments_4.offices as offices, appointments_4.is_ad_interim as is_ad_interim, appointments_4.starts_on as starts_on, appointments_4.ends_on as ends_on, appointments_4.created_at as created_at, appointments_4.updated_at as updated_at, appointments_4.starts_on as key_0, appointments_4.id as key_1
          from appointments as appointments_4
          where appointments_4.person_id = people_2.id
          and true
          order by appointments_4.starts_on desc, appointments_4.id desc
          limit 101
        ) as anon_34
        limit 21
      ) as anon_33
    ),
    'posts' value (
      select json_object(
        'edges' value coalesce(json_agg(json_object(
          'cursor' value coalesce(to_json(translate(encode(convert_to(cast(json_build_array($7::varchar, anon_36.key_0, anon_36.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_')), E'\tnull'::json) returning json
        ) order by anon_36.place) filter (where anon_36.place <= 20), '[]'::json),
        'nodes' value coalesce(json_agg(json_object(
          'id' value concat('Post:', anon_36.id) returning json
        ) order by anon_36.place) filter (where anon_36.place <= 20), '[]'::json),
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
          'startCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($7::varchar, anon_36.key_0, anon_36.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_36.place) filter (where anon_36.place <= 20))[1],
          'endCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($7::varchar, anon_36.key_0, anon_36.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_36.place desc) filter (where anon_36.place <= 20))[1] returning json
        ) returning json
      ) as anon_35
      from (
        select anon_37.id as id, anon_37.mission_id as mission_id, anon_37.kind as kind, anon_37.state as state, anon_37.first_published_at as first_published_at, anon_37.sort_at as sort_at, anon_37.comment_policy as comment_policy, anon_37.created_by_id as created_by_id, anon_37.created_at as created_at, anon_37.updated_at as updated_at, anon_37.key_0 as key_0, anon_37.key_1 as key_1, row_number() over (order by anon_37.key_0 desc, anon_37.key_1 desc) as place
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
        ) as anon_37
        limit 21
      ) as anon_36
    ) returning json
  ) as anon_31
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
          'cursor' value coalesce(to_json(translate(encode(convert_to(cast(json_build_array($9::varchar, anon_40.key_0, anon_40.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_')), E'\tnull'::json) returning json
        ) order by anon_40.place) filter (where anon_40.place <= 20), '[]'::json),
        'nodes' value coalesce(json_agg(json_object(
          'id' value concat('Topic:', anon_40.id) returning json
        ) order by anon_40.place) filter (where anon_40.place <= 20), '[]'::json),
        'totalCount' value coalesce((
          select count(*)
          from topics as topics_2
          where topics_2.parent_id = topics_3.id
          and true
        ), 0),
        'pageInfo' value json_object(
          'hasNextPage' value coalesce(to_json(count(*) > 20), E'\tnull'::json),
          'hasPreviousPage' value false,
          'startCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($9::varchar, anon_40.key_0, anon_40.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_40.place) filter (where anon_40.place <= 20))[1],
          'endCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($9::varchar, anon_40.key_0, anon_40.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_40.place desc) filter (where anon_40.place <= 20))[1] returning json
        ) returning json
      ) as anon_39
      from (
        select anon_41.id as id, anon_41.slug as slug, anon_41.name as name, anon_41.names as names, anon_41.parent_id as parent_id, anon_41.created_at as created_at, anon_41.updated_at as updated_at, anon_41.key_0 as key_0, anon_41.key_1 as key_1, row_number() over (order by anon_41.key_0 asc, anon_41.key_1 asc) as place
        from (
          select topics_2.id as id, topics_2.slug as slug, topics_2.name as name, topics_2.names as names, topics_2.parent_id as parent_id, topics_2.created_at as created_at, topics_2.updated_at as updated_at, topics_2.name as key_0, topics_2.id as key_1
          from topics as topics_2
          where topics_2.parent_id = topics_3.id
          and true
          order by topics_2.name asc, topics_2.id asc
          limit 101
        ) as anon_41
        limit 21
      ) as anon_40
    ),
    'posts' value (
      select json_object(
        'edges' value coalesce(json_agg(json_object(
          'cursor' value coalesce(to_json(translate(encode(convert_to(cast(json_build_array($10::varchar, anon_43.key_0, anon_43.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_')), E'\tnull'::json) returning json
        ) order by anon_43.place) filter (where anon_43.place <= 20), '[]'::json),
        'nodes' value coalesce(json_agg(json_object(
          'id' value concat('Post:', anon_43.id) returning json
        ) order by anon_43.place) filter (where anon_43.place <= 20), '[]'::json),
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
          'startCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($10::varchar, anon_43.key_0, anon_43.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_43.place) filter (where anon_43.place <= 20))[1],
          'endCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($10::varchar, anon_43.key_0, anon_43.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_43.place desc) filter (where anon_43.place <= 20))[1] returning json
        ) returning json
      ) as anon_42
      from (
        select anon_44.id as id, anon_44.mission_id as mission_id, anon_44.kind as kind, anon_44.state as state, anon_44.first_published_at as first_published_at, anon_44.sort_at as sort_at, anon_44.comment_policy as comment_policy, anon_44.created_by_id as created_by_id, anon_44.created_at as created_at, anon_44.updated_at as updated_at, anon_44.key_0 as key_0, anon_44.key_1 as key_1, row_number() over (order by anon_44.key_0 desc, anon_44.key_1 desc) as place
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
        ) as anon_44
        limit 21
      ) as anon_43
    ) returning json
  ) as anon_38
  from topics as topics_3
  where topics_3.id = $11::uuid
  and true
) as r2, (
  select json_object(
    'bylines' value (
      select coalesce(json_agg(json_object(
        'id' value concat('Byline:', bylines_5.id) returning json
      ) order by bylines_5.position), '[]'::json) as anon_46
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
      ) order by placements_3.position), '[]'::json) as anon_47
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
      ) order by topics_4.name, topics_4.id), '[]'::json) as anon_48
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
      ) order by tags_2.name, tags_2.id), '[]'::json) as anon_49
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
          'cursor' value coalesce(to_json(translate(encode(convert_to(cast(json_build_array($12::varchar, anon_51.key_0, anon_51.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_')), E'\tnull'::json) returning json
        ) order by anon_51.place) filter (where anon_51.place <= 20), '[]'::json),
        'nodes' value coalesce(json_agg(json_object(
          'id' value concat('Comment:', anon_51.id) returning json
        ) order by anon_51.place) filter (where anon_51.place <= 20), '[]'::json),
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
          'startCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($12::varchar, anon_51.key_0, anon_51.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_51.place) filter (where anon_51.place <= 20))[1],
          'endCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($12::varchar, anon_51.key_0, anon_51.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_51.place desc) filter (where anon_51.place <= 20))[1] returning json
        ) returning json
      ) as anon_50
      from (
        select anon_52.id as id, anon_52.post_id as post_id, anon_52.parent_id as parent_id, anon_52.depth as depth, anon_52.state as state, anon_52.author_name as author_name, anon_52.locale as locale, anon_52.plain_text as plain_text, anon_52.html as html, anon_52.written_at as written_at, anon_52.created_at as created_at, anon_52.updated_at as updated_at, anon_52.key_0 as key_0, anon_52.key_1 as key_1, row_number() over (order by anon_52.key_0 asc, anon_52.key_1 asc) as place
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
        ) as anon_52
        limit 21
      ) as anon_51
    ) returning json
  ) as anon_45
  from posts as posts_14
  where posts_14.id = $13::uuid
  and (posts_14.state = 'LIVE')
) as r3, coalesce((
  select json_object(
    returning json
  ) as anon_53
  from appointments as appointments_6
  where appointments_6.id = case when starts_with($14::varchar, 'Appointment:') then cast(substr($14::varchar, 13) as uuid) end
  and true
  limit 1
), (
  select json_object(
    returning json
  ) as anon_54
  from audit_entries as audit_entries_3
  where audit_entries_3.id = case when starts_with($14::varchar, 'AuditEntry:') then cast(substr($14::varchar, 12) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_55
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
  ) as anon_56
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
  ) as anon_57
  from outbox_events as outbox_events_2
  where outbox_events_2.id = case when starts_with($14::varchar, 'Event:') then cast(substr($14::varchar, 7) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_58
  from holds as holds_2
  where holds_2.id = case when starts_with($14::varchar, 'Hold:') then cast(substr($14::varchar, 6) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_59
  from missions as missions_3
  where missions_3.id = case when starts_with($14::varchar, 'Mission:') then cast(substr($14::varchar, 9) as uuid) end
  and true
  limit 1
), (
  select json_object(
    returning json
  ) as anon_60
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
  ) as anon_61
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
  ) as anon_62
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
  ) as anon_63
  from posts as posts_24
  where posts_24.id = case when starts_with($14::varchar, 'Post:') then cast(substr($14::varchar, 6) as uuid) end
  and (posts_24.state = 'LIVE')
  limit 1
), (
  select json_object(
    returning json
  ) as anon_64
  from preview_links as preview_links_2
  where preview_links_2.id = case when starts_with($14::varchar, 'PreviewLink:') then cast(substr($14::varchar, 13) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_65
  from reviews as reviews_2
  where reviews_2.id = case when starts_with($14::varchar, 'Review:') then cast(substr($14::varchar, 8) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_66
  from revisions as revisions_2
  where revisions_2.id = case when starts_with($14::varchar, 'Revision:') then cast(substr($14::varchar, 10) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_67
  from schedules as schedules_2
  where schedules_2.id = case when starts_with($14::varchar, 'Schedule:') then cast(substr($14::varchar, 10) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_68
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
  ) as anon_69
  from topics as topics_5
  where topics_5.id = case when starts_with($14::varchar, 'Topic:') then cast(substr($14::varchar, 7) as uuid) end
  and true
  limit 1
), (
  select json_object(
    'placements' value (
      select coalesce(json_agg(json_object(
        'id' value concat('Placement:', placements_6.id) returning json
      ) order by placements_6.position), '[]'::json) as anon_71
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
          'cursor' value coalesce(to_json(translate(encode(convert_to(cast(json_build_array($15::varchar, anon_73.key_0, anon_73.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_')), E'\tnull'::json) returning json
        ) order by anon_73.place) filter (where anon_73.place <= 20), '[]'::json),
        'nodes' value coalesce(json_agg(json_object(
          'id' value concat('Revision:', anon_73.id) returning json
        ) order by anon_73.place) filter (where anon_73.place <= 20), '[]'::json),
        'totalCount' value coalesce((
          select count(*)
          from revisions as revisions_3
          where revisions_3.translation_id = translations_8.id
          and (false)
        ), 0) returning json
      ) as anon_72
      from (
        select anon_74.id as id, anon_74.translation_id as translation_id, anon_74.number as number, anon_74.base_number as base_number, anon_74.is_side_draft as is_side_draft, anon_74.event as event, anon_74.title as title, anon_74.summary as summary, anon_74.body as body, anon_74.html as html, anon_74.plain_text as plain_text, anon_74.account_id as account_id, anon_74.actor_name as actor_name, anon_74.merged_into_number as merged_into_number, anon_74.created_at as created_at, anon_74.updated_at as updated_at, anon_74.key_0 as key_0, anon_74.key_1 as key_1, row_number() over (order by anon_74.key_0 desc, anon_74.key_1 desc) as place
        from (
          select revisions_3.id as id, revisions_3.translation_id as translation_id, revisions_3.number as number, revisions_3.base_number as base_number, revisions_3.is_side_draft as is_side_draft, revisions_3.event as event, revisions_3.title as title, revisions_3.summary as summary, revisions_3.body as body, revisions_3.html as html, revisions_3.plain_text as plain_text, revisions_3.account_id as account_id, revisions_3.actor_name as actor_name, revisions_3.merged_into_number as merged_into_number, revisions_3.created_at as created_at, revisions_3.updated_at as updated_at, revisions_3.number as key_0, revisions_3.id as key_1
          from revisions as revisions_3
          where revisions_3.translation_id = translations_8.id
          and (false)
          order by revisions_3.number desc, revisions_3.id desc
          limit 101
        ) as anon_74
        limit 21
      ) as anon_73
    ) returning json
  ) as anon_70
  from translations as translations_8
  where translations_8.id = case when starts_with($14::varchar, 'Translation:') then cast(substr($14::varchar, 13) as uuid) end
  and (translations_8.state = 'LIVE')
  limit 1
)) as r4, (
  select json_object(
    'replies' value (
      select json_object(
        'edges' value coalesce(json_agg(json_object(
          'cursor' value coalesce(to_json(translate(encode(convert_to(cast(json_build_array($16::varchar, anon_77.key_0, anon_77.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_')), E'\tnull'::json) returning json
        ) order by anon_77.place) filter (where anon_77.place <= 20), '[]'::json),
        'nodes' value coalesce(json_agg(json_object(
          'id' value concat('Comment:', anon_77.id) returning json
        ) order by anon_77.place) filter (where anon_77.place <= 20), '[]'::json),
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
          'startCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($16::varchar, anon_77.key_0, anon_77.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_77.place) filter (where anon_77.place <= 20))[1],
          'endCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($16::varchar, anon_77.key_0, anon_77.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_77.place desc) filter (where anon_77.place <= 20))[1] returning json
        ) returning json
      ) as anon_76
      from (
        select anon_78.id as id, anon_78.post_id as post_id, anon_78.parent_id as parent_id, anon_78.depth as depth, anon_78.state as state, anon_78.author_name as author_name, anon_78.locale as locale, anon_78.plain_text as plain_text, anon_78.html as html, anon_78.written_at as written_at, anon_78.created_at as created_at, anon_78.updated_at as updated_at, anon_78.key_0 as key_0, anon_78.key_1 as key_1, row_number() over (order by anon_78.key_0 asc, anon_78.key_1 asc) as place
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
        ) as anon_78
        limit 21
      ) as anon_77
    ) returning json
  ) as anon_75
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
          'cursor' value coalesce(to_json(translate(encode(convert_to(cast(json_build_array($18::varchar, anon_81.key_0) as text), 'UTF8'), 'base64'), E'+/=\n', '-_')), E'\tnull'::json) returning json
        ) order by anon_81.place) filter (where anon_81.place <= $19::integer), '[]'::json),
        'nodes' value coalesce(json_agg(json_object(
          'id' value concat('Placement:', anon_81.id) returning json
        ) order by anon_81.place) filter (where anon_81.place <= $19::integer), '[]'::json) returning json
      ) as anon_80
      from (
        select anon_82.id as id, anon_82.translation_id as translation_id, anon_82.photo_id as photo_id, anon_82.block_id as block_id, anon_82.position as position, anon_82.caption_html as caption_html, anon_82.caption_text as caption_text, anon_82.credit as credit, anon_82.alternative as alternative, anon_82.alternative_text as alternative_text, anon_82.created_at as created_at, anon_82.updated_at as updated_at, anon_82.key_0 as key_0, row_number() over (order by anon_82.key_0 desc) as place
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
        ) as anon_82
        limit $19::integer + 1
      ) as anon_81
    ) returning json
  ) as anon_79
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
    ) as anon_85
    from appointments as appointments_8
    where appointments_8.id = case when starts_with(anon_84.id, 'Appointment:') then cast(substr(anon_84.id, 13) as uuid) end
    and true
    limit 1
  ), (
    select json_object(
      'id' value concat('AuditEntry:', audit_entries_4.id) returning json
    ) as anon_86
    from audit_entries as audit_entries_4
    where audit_entries_4.id = case when starts_with(anon_84.id, 'AuditEntry:') then cast(substr(anon_84.id, 12) as uuid) end
    and (false)
    limit 1
  ), (
    select json_object(
      'id' value concat('Byline:', bylines_8.id) returning json
    ) as anon_87
    from bylines as bylines_8
    where bylines_8.id = case when starts_with(anon_84.id, 'Byline:') then cast(substr(anon_84.id, 8) as uuid) end
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
    ) as anon_88
    from comments as comments_6
    where comments_6.id = case when starts_with(anon_84.id, 'Comment:') then cast(substr(anon_84.id, 9) as uuid) end
    and (comments_6.state = 'VISIBLE' and (exists (
      select 1
      from posts as posts_30
      where posts_30.id = comments_6.post_id
      and (posts_30.state = 'LIVE')
    )))
    limit 1
  ), (
    select json_object(
      'id' value concat('Event:', outbox_events_3.id) returning json
    ) as anon_89
    from outbox_events as outbox_events_3
    where outbox_events_3.id = case when starts_with(anon_84.id, 'Event:') then cast(substr(anon_84.id, 7) as uuid) end
    and (false)
    limit 1
  ), (
    select json_object(
      'id' value concat('Hold:', holds_3.id) returning json
    ) as anon_90
    from holds as holds_3
    where holds_3.id = case when starts_with(anon_84.id, 'Hold:') then cast(substr(anon_84.id, 6) as uuid) end
    and (false)
    limit 1
  ), (
    select json_object(
      'id' value concat('Mission:', missions_4.id) returning json
    ) as anon_91
    from missions as missions_4
    where missions_4.id = case when starts_with(anon_84.id, 'Mission:') then cast(substr(anon_84.id, 9) as uuid) end
    and true
    limit 1
  ), (
    select json_object(
      'id' value concat('Person:', people_4.id) returning json
    ) as anon_92
    from people as people_4
    where people_4.id = case when starts_with(anon_84.id, 'Person:') then cast(substr(anon_84.id, 8) as uuid) end
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
    ) as anon_93
    from photos as photos_4
    where photos_4.id = case when starts_with(anon_84.id, 'Photo:') then cast(substr(anon_84.id, 7) as uuid) end
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
    ) as anon_94
    from placements as placements_10
    where placements_10.id = case when starts_with(anon_84.id, 'Placement:') then cast(substr(anon_84.id, 11) as uuid) end
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
    ) as anon_95
    from posts as posts_32
    where posts_32.id = case when starts_with(anon_84.id, 'Post:') then cast(substr(anon_84.id, 6) as uuid) end
    and (posts_32.state = 'LIVE')
    limit 1
  ), (
    select json_object(
      'id' value concat('PreviewLink:', preview_links_3.id) returning json
    ) as anon_96
    from preview_links as preview_links_3
    where preview_links_3.id = case when starts_with(anon_84.id, 'PreviewLink:') then cast(substr(anon_84.id, 13) as uuid) end
    and (false)
    limit 1
  ), (
    select json_object(
      'id' value concat('Review:', reviews_3.id) returning json
    ) as anon_97
    from reviews as reviews_3
    where reviews_3.id = case when starts_with(anon_84.id, 'Review:') then cast(substr(anon_84.id, 8) as uuid) end
    and (false)
    limit 1
  ), (
    select json_object(
      'id' value concat('Revision:', revisions_4.id) returning json
    ) as anon_98
    from revisions as revisions_4
    where revisions_4.id = case when starts_with(anon_84.id, 'Revision:') then cast(substr(anon_84.id, 10) as uuid) end
    and (false)
    limit 1
  ), (
    select json_object(
      'id' value concat('Schedule:', schedules_3.id) returning json
    ) as anon_99
    from schedules as schedules_3
    where schedules_3.id = case when starts_with(anon_84.id, 'Schedule:') then cast(substr(anon_84.id, 10) as uuid) end
    and (false)
    limit 1
  ), (
    select json_object(
      'id' value concat('Tag:', tags_4.id) returning json
    ) as anon_100
    from tags as tags_4
    where tags_4.id = case when starts_with(anon_84.id, 'Tag:') then cast(substr(anon_84.id, 5) as uuid) end
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
    ) as anon_101
    from topics as topics_6
    where topics_6.id = case when starts_with(anon_84.id, 'Topic:') then cast(substr(anon_84.id, 7) as uuid) end
    and true
    limit 1
  ), (
    select json_object(
      'id' value concat('Translation:', translations_14.id) returning json
    ) as anon_102
    from translations as translations_14
    where translations_14.id = case when starts_with(anon_84.id, 'Translation:') then cast(substr(anon_84.id, 13) as uuid) end
    and (translations_14.state = 'LIVE')
    limit 1
  )) order by anon_84.position), '[]'::json) as anon_83
  from unnest($21::text[]) with ordinality as anon_84(id, position)
) as r7, (
  select json_object(
    'edges' value coalesce(json_agg(json_object(
      'cursor' value coalesce(to_json(translate(encode(convert_to(cast(json_build_array($22::varchar, anon_104.key_0, anon_104.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_')), E'\tnull'::json) returning json
    ) order by anon_104.place) filter (where anon_104.place <= 20), '[]'::json),
    'nodes' value coalesce(json_agg(json_object(
      'id' value concat('Post:', anon_104.id) returning json
    ) order by anon_104.place) filter (where anon_104.place <= 20), '[]'::json),
    'totalCount' value coalesce((
      select count(*)
      from posts as posts_34
      where false
      and (posts_34.state = 'LIVE')
    ), 0),
    'pageInfo' value json_object(
      'hasNextPage' value coalesce(to_json(count(*) > 20), E'\tnull'::json),
      'hasPreviousPage' value false,
      'startCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($22::varchar, anon_104.key_0, anon_104.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_104.place) filter (where anon_104.place <= 20))[1],
      'endCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($22::varchar, anon_104.key_0, anon_104.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_104.place desc) filter (where anon_104.place <= 20))[1] returning json
    ) returning json
  ) as anon_103
  from (
    select anon_105.id as id, anon_105.mission_id as mission_id, anon_105.kind as kind, anon_105.state as state, anon_105.first_published_at as first_published_at, anon_105.sort_at as sort_at, anon_105.comment_policy as comment_policy, anon_105.created_by_id as created_by_id, anon_105.created_at as created_at, anon_105.updated_at as updated_at, anon_105.key_0 as key_0, anon_105.key_1 as key_1, row_number() over (order by anon_105.key_0 desc, anon_105.key_1 desc) as place
    from (
      select posts_34.id as id, posts_34.mission_id as mission_id, posts_34.kind as kind, posts_34.state as state, posts_34.first_published_at as first_published_at, posts_34.sort_at as sort_at, posts_34.comment_policy as comment_policy, posts_34.created_by_id as created_by_id, posts_34.created_at as created_at, posts_34.updated_at as updated_at, posts_34.sort_at as key_0, posts_34.id as key_1
      from posts as posts_34
      where false
      and (posts_34.state = 'LIVE')
      order by posts_34.sort_at desc, posts_34.id desc
      limit 101
    ) as anon_105
    limit 21
  ) as anon_104
) as r8, (
  select json_object(
    'edges' value coalesce(json_agg(json_object(
      'cursor' value coalesce(to_json(translate(encode(convert_to(cast(json_build_array($23::varchar, anon_107.key_0, anon_107.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_')), E'\tnull'::json) returning json
    ) order by anon_107.place) filter (where anon_107.place <= 20), '[]'::json),
    'nodes' value coalesce(json_agg(json_object(
      'id' value concat('Mission:', anon_107.id) returning json
    ) order by anon_107.place) filter (where anon_107.place <= 20), '[]'::json),
    'totalCount' value coalesce((
      select count(*)
      from missions as missions_5
      where false
      and true
    ), 0),
    'pageInfo' value json_object(
      'hasNextPage' value coalesce(to_json(count(*) > 20), E'\tnull'::json),
      'hasPreviousPage' value false,
      'startCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($23::varchar, anon_107.key_0, anon_107.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_107.place) filter (where anon_107.place <= 20))[1],
      'endCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($23::varchar, anon_107.key_0, anon_107.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_107.place desc) filter (where anon_107.place <= 20))[1] returning json
    ) returning json
  ) as anon_106
  from (
    select anon_108.id as id, anon_108.kind as kind, anon_108.slug as slug, anon_108.name as name, anon_108.names as names, anon_108.parent_id as parent_id, anon_108.lineage as lineage, anon_108.host_country as host_country, anon_108.city as city, anon_108.time_zones as time_zones, anon_108.languages as languages, anon_108.created_at as created_at, anon_108.updated_at as updated_at, anon_108.key_0 as key_0, anon_108.key_1 as key_1, row_number() over (order by anon_108.key_0 asc, anon_108.key_1 asc) as place
    from (
      select missions_5.id as id, missions_5.kind as kind, missions_5.slug as slug, missions_5.name as name, missions_5.names as names, missions_5.parent_id as parent_id, missions_5.lineage as lineage, missions_5.host_country as host_country, missions_5.city as city, missions_5.time_zones as time_zones, missions_5.languages as languages, missions_5.created_at as created_at, missions_5.updated_at as updated_at, missions_5.name as key_0, missions_5.id as key_1
      from missions as missions_5
      where false
      and true
      order by missions_5.name asc, missions_5.id asc
      limit 101
    ) as anon_108
    limit 21
  ) as anon_107
) as r9
