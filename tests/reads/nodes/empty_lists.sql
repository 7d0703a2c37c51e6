select coalesce((
  select json_object(
    returning json
  ) as anon_1
  from accounts as accounts_1
  where accounts_1.id = case when starts_with($1::varchar, 'Account:') then cast(substr($1::varchar, 9) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_2
  from account_sessions as account_sessions_1
  where account_sessions_1.id = case when starts_with($1::varchar, 'AccountSession:') then cast(substr($1::varchar, 16) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_3
  from api_tokens as api_tokens_1
  where api_tokens_1.id = case when starts_with($1::varchar, 'ApiToken:') then cast(substr($1::varchar, 10) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_4
  from appointments as appointments_1
  where appointments_1.id = case when starts_with($1::varchar, 'Appointment:') then cast(substr($1::varchar, 13) as uuid) end
  and true
  limit 1
), (
  select json_object(
    returning json
  ) as anon_5
  from audit_entries as audit_entries_1
  where audit_entries_1.id = case when starts_with($1::varchar, 'AuditEntry:') then cast(substr($1::varchar, 12) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_6
  from bylines as bylines_1
  where bylines_1.id = case when starts_with($1::varchar, 'Byline:') then cast(substr($1::varchar, 8) as uuid) end
  and (exists (
    select 1
    from posts as posts_1
    where posts_1.id = bylines_1.post_id
    and posts_1.state != 'WITHDRAWN'
    and (posts_1.state in ('LIVE', 'WITHDRAWN'))
  ))
  limit 1
), (
  select json_object(
    returning json
  ) as anon_7
  from comments as comments_1
  where comments_1.id = case when starts_with($1::varchar, 'Comment:') then cast(substr($1::varchar, 9) as uuid) end
  and (comments_1.state = 'VISIBLE' and (exists (
    select 1
    from posts as posts_2
    where posts_2.id = comments_1.post_id
    and posts_2.state = 'LIVE'
    and (posts_2.state in ('LIVE', 'WITHDRAWN'))
  )))
  limit 1
), (
  select json_object(
    returning json
  ) as anon_8
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
  ) as anon_9
  from outbox_events as outbox_events_1
  where outbox_events_1.id = case when starts_with($1::varchar, 'Event:') then cast(substr($1::varchar, 7) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_10
  from factors as factors_1
  where factors_1.id = case when starts_with($1::varchar, 'Factor:') then cast(substr($1::varchar, 8) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_11
  from holds as holds_1
  where holds_1.id = case when starts_with($1::varchar, 'Hold:') then cast(substr($1::varchar, 6) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_12
  from memberships as memberships_1
  where memberships_1.id = case when starts_with($1::varchar, 'Membership:') then cast(substr($1::varchar, 12) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    'missions' value (
      select json_object(
        'edges' value coalesce(json_agg(json_object(
          'cursor' value coalesce(to_json(translate(encode(convert_to(cast(json_build_array($2::varchar, anon_15.key_0, anon_15.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_')), E'\tnull'::json) returning json
        ) order by anon_15.place) filter (where anon_15.place <= 20), '[]'::json),
        'nodes' value coalesce(json_agg(json_object(
          'id' value concat('Mission:', anon_15.id) returning json
        ) order by anon_15.place) filter (where anon_15.place <= 20), '[]'::json),
        'totalCount' value coalesce((
          select count(*)
          from missions as missions_1
          where missions_1.parent_id = missions_2.id
          and true
        ), 0),
        'pageInfo' value json_object(
          'hasNextPage' value coalesce(to_json(count(*) > 20), E'\tnull'::json),
          'hasPreviousPage' value false,
          'startCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($2::varchar, anon_15.key_0, anon_15.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_15.place) filter (where anon_15.place <= 20))[1],
          'endCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($2::varchar, anon_15.key_0, anon_15.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_15.place desc) filter (where anon_15.place <= 20))[1] returning json
        ) returning json
      ) as anon_14
      from (
        select anon_16.id as id, anon_16.kind as kind, anon_16.slug as slug, anon_16.name as name, anon_16.names as names, anon_16.parent_id as parent_id, anon_16.lineage as lineage, anon_16.host_country as host_country, anon_16.city as city, anon_16.time_zones as time_zones, anon_16.languages as languages, anon_16.created_at as created_at, anon_16.updated_at as updated_at, anon_16.key_0 as key_0, anon_16.key_1 as key_1, row_number() over (order by anon_16.key_0 asc, anon_16.key_1 asc) as place
        from (
          select missions_1.id as id, missions_1.kind as kind, missions_1.slug as slug, missions_1.name as name, missions_1.names as names, missions_1.parent_id as parent_id, missions_1.lineage as lineage, missions_1.host_country as host_country, missions_1.city as city, missions_1.time_zones as time_zones, missions_1.languages as languages, missions_1.created_at as created_at, missions_1.updated_at as updated_at, missions_1.name as key_0, missions_1.id as key_1
          from missions as missions_1
          where missions_1.parent_id = missions_2.id
          and true
          order by missions_1.name asc, missions_1.id asc
          limit 101
        ) as anon_16
        limit 21
      ) as anon_15
    ),
    'posts' value (
      select json_object(
        'edges' value coalesce(json_agg(json_object(
          'cursor' value coalesce(to_json(translate(encode(convert_to(cast(json_build_array($3::varchar, anon_18.key_0, anon_18.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_')), E'\tnull'::json) returning json
        ) order by anon_18.place) filter (where anon_18.place <= 20), '[]'::json),
        'nodes' value coalesce(json_agg(json_object(
          'id' value concat('Post:', anon_18.id) returning json
        ) order by anon_18.place) filter (where anon_18.place <= 20), '[]'::json),
        'totalCount' value coalesce((
          select count(*)
          from posts as posts_3
          where posts_3.mission_id = missions_2.id
          and posts_3.state != 'WITHDRAWN'
          and posts_3.kind in ('SPEECH')
          and (posts_3.state in ('LIVE', 'WITHDRAWN'))
        ), 0),
        'pageInfo' value json_object(
          'hasNextPage' value coalesce(to_json(count(*) > 20), E'\tnull'::json),
          'hasPreviousPage' value false,
          'startCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($3::varchar, anon_18.key_0, anon_18.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_18.place) filter (where anon_18.place <= 20))[1],
          'endCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($3::varchar, anon_18.key_0, anon_18.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_18.place desc) filter (where anon_18.place <= 20))[1] returning json
        ) returning json
      ) as anon_17
      from (
        select anon_19.id as id, anon_19.mission_id as mission_id, anon_19.kind as kind, anon_19.state as state, anon_19.first_published_at as first_published_at, anon_19.sort_at as sort_at, anon_19.comment_policy as comment_policy, anon_19.created_by_id as created_by_id, anon_19.created_at as created_at, anon_19.updated_at as updated_at, anon_19.key_0 as key_0, anon_19.key_1 as key_1, row_number() over (order by anon_19.key_0 desc, anon_19.key_1 desc) as place
        from (
          select posts_3.id as id, posts_3.mission_id as mission_id, posts_3.kind as kind, posts_3.state as state, posts_3.first_published_at as first_published_at, posts_3.sort_at as sort_at, posts_3.comment_policy as comment_policy, posts_3.created_by_id as created_by_id, posts_3.created_at as created_at, posts_3.updated_at as updated_at, posts_3.sort_at as key_0, posts_3.id as key_1
          from posts as posts_3
          where posts_3.mission_id = missions_2.id
          and posts_3.state != 'WITHDRAWN'
          and posts_3.kind in ('SPEECH')
          and (posts_3.state in ('LIVE', 'WITHDRAWN'))
          order by posts_3.sort_at desc, posts_3.id desc
          limit 101
        ) as anon_19
        limit 21
      ) as anon_18
    ),
    'appointments' value (
      select json_object(
        'edges' value coalesce(json_agg(json_object(
          'cursor' value coalesce(to_json(translate(encode(convert_to(cast(json_build_array($4::varchar, anon_21.key_0, anon_21.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_')), E'\tnull'::json) returning json
        ) order by anon_21.place) filter (where anon_21.place <= 20), '[]'::json),
        'nodes' value coalesce(json_agg(json_object(
          'id' value concat('Appointment:', anon_21.id) returning json
        ) order by anon_21.place) filter (where anon_21.place <= 20), '[]'::json),
        'totalCount' value coalesce((
          select count(*)
          from appointments as appointments_2
          where appointments_2.mission_id = missions_2.id
          and true
        ), 0),
        'pageInfo' value json_object(
          'hasNextPage' value coalesce(to_json(count(*) > 20), E'\tnull'::json),
          'hasPreviousPage' value false,
          'startCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($4::varchar, anon_21.key_0, anon_21.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_21.place) filter (where anon_21.place <= 20))[1],
          'endCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($4::varchar, anon_21.key_0, anon_21.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_21.place desc) filter (where anon_21.place <= 20))[1] returning json
        ) returning json
      ) as anon_20
      from (
        select anon_22.id as id, anon_22.person_id as person_id, anon_22.mission_id as mission_id, anon_22.office as office, anon_22.offices as offices, anon_22.is_ad_interim as is_ad_interim, anon_22.starts_on as starts_on, anon_22.ends_on as ends_on, anon_22.created_at as created_at, anon_22.updated_at as updated_at, anon_22.key_0 as key_0, anon_22.key_1 as key_1, row_number() over (order by anon_22.key_0 desc, anon_22.key_1 desc) as place
        from (
          select appointments_2.id as id, appointments_2.person_id as person_id, appointments_2.mission_id as mission_id, appointments_2.office as office, appointments_2.offices as offices, appointments_2.is_ad_interim as is_ad_interim, appointments_2.starts_on as starts_on, appointments_2.ends_on as ends_on, appointments_2.created_at as created_at, appointments_2.updated_at as updated_at, appointments_2.starts_on as key_0, appointments_2.id as key_1
          from appointments as appointments_2
          where appointments_2.mission_id = missions_2.id
          and true
          order by appointments_2.starts_on desc, appointments_2.id desc
          limit 101
        ) as anon_22
        limit 21
      ) as anon_21
    ),
    'auditEntries' value (
      select json_object(
        'edges' value coalesce(json_agg(json_object(
          'cursor' value coalesce(to_json(translate(encode(convert_to(cast(json_build_array($5::varchar, anon_24.key_0, anon_24.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_')), E'\tnull'::json) returning json
        ) order by anon_24.place) filter (where anon_24.place <= 20), '[]'::json),
        'nodes' value coalesce(json_agg(json_object(
          'id' value concat('AuditEntry:', anon_24.id) returning json
        ) order by anon_24.place) filter (where anon_24.place <= 20), '[]'::json),
        'totalCount' value coalesce((
          select count(*)
          from audit_entries as audit_entries_2
          where audit_entries_2.mission_id = missions_2.id
          and (false)
        ), 0) returning json
      ) as anon_23
      from (
        select anon_25.id as id, anon_25.event as event, anon_25.subject_type as subject_type, anon_25.subject_id as subject_id, anon_25.mission_id as mission_id, anon_25.account_id as account_id, anon_25.actor_name as actor_name, anon_25.happened_at as happened_at, anon_25.details as details, anon_25.created_at as created_at, anon_25.updated_at as updated_at, anon_25.key_0 as key_0, anon_25.key_1 as key_1, row_number() over (order by anon_25.key_0 desc, anon_25.key_1 desc) as place
        from (
          select audit_entries_2.id as id, audit_entries_2.event as event, audit_entries_2.subject_type as subject_type, audit_entries_2.subject_id as subject_id, audit_entries_2.mission_id as mission_id, audit_entries_2.account_id as account_id, audit_entries_2.actor_name as actor_name, audit_entries_2.happened_at as happened_at, audit_entries_2.details as details, audit_entries_2.created_at as created_at, audit_entries_2.updated_at as updated_at, audit_entries_2.happened_at as key_0, audit_entries_2.id as key_1
          from audit_entries as audit_entries_2
          where audit_entries_2.mission_id = missions_2.id
          and (false)
          order by audit_entries_2.happened_at desc, audit_entries_2.id desc
          limit 101
        ) as anon_25
        limit 21
      ) as anon_24
    ) returning json
  ) as anon_13
  from missions as missions_2
  where missions_2.id = case when starts_with($1::varchar, 'Mission:') then cast(substr($1::varchar, 9) as uuid) end
  and true
  limit 1
), (
  select json_object(
    returning json
  ) as anon_26
  from notices as notices_1
  where notices_1.id = case when starts_with($1::varchar, 'Notice:') then cast(substr($1::varchar, 8) as uuid) end
  and (exists (
    select 1
    from posts as posts_4
    where posts_4.id = notices_1.post_id
    and (notices_1.kind in ('WITHDRAWN', 'RETRACTION') and notices_1.ended_at is null or posts_4.state = 'LIVE' and (notices_1.translation_id is null or (exists (
      select 1
      from translations as translations_1
      where translations_1.id = notices_1.translation_id
      and translations_1.state = 'LIVE'
      and (translations_1.state in ('LIVE', 'WITHDRAWN'))
    ))))
    and (posts_4.state in ('LIVE', 'WITHDRAWN'))
  ))
  limit 1
), (
  select json_object(
    returning json
  ) as anon_27
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
      from posts as posts_5
      where posts_5.id = bylines_2.post_id
      and posts_5.state != 'WITHDRAWN'
      and (posts_5.state in ('LIVE', 'WITHDRAWN'))
    ))
  )))
  limit 1
), (
  select json_object(
    returning json
  ) as anon_28
  from photos as photos_1
  where photos_1.id = case when starts_with($1::varchar, 'Photo:') then cast(substr($1::varchar, 7) as uuid) end
  and (exists (
    select 1
    from placements as placements_1
    where placements_1.photo_id = photos_1.id
    and (exists (
      select 1
      from translations as translations_2
      where translations_2.id = placements_1.translation_id
      and (translations_2.state in ('LIVE', 'WITHDRAWN'))
    ))
  ))
  limit 1
), (
  select json_object(
    returning json
  ) as anon_29
  from placements as placements_2
  where placements_2.id = case when starts_with($1::varchar, 'Placement:') then cast(substr($1::varchar, 11) as uuid) end
  and (exists (
    select 1
    from translations as translations_3
    where translations_3.id = placements_2.translation_id
    and (translations_3.state in ('LIVE', 'WITHDRAWN'))
  ))
  limit 1
), (
  select json_object(
    returning json
  ) as anon_30
  from posts as posts_6
  where posts_6.id = case when starts_with($1::varchar, 'Post:') then cast(substr($1::varchar, 6) as uuid) end
  and (posts_6.state in ('LIVE', 'WITHDRAWN'))
  limit 1
), (
  select json_object(
    returning json
  ) as anon_31
  from preview_links as preview_links_1
  where preview_links_1.id = case when starts_with($1::varchar, 'PreviewLink:') then cast(substr($1::varchar, 13) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_32
  from reviews as reviews_1
  where reviews_1.id = case when starts_with($1::varchar, 'Review:') then cast(substr($1::varchar, 8) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_33
  from revisions as revisions_1
  where revisions_1.id = case when starts_with($1::varchar, 'Revision:') then cast(substr($1::varchar, 10) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_34
  from schedules as schedules_1
  where schedules_1.id = case when starts_with($1::varchar, 'Schedule:') then cast(substr($1::varchar, 10) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_35
  from tags as tags_1
  where tags_1.id = case when starts_with($1::varchar, 'Tag:') then cast(substr($1::varchar, 5) as uuid) end
  and (exists (
    select 1
    from post_tags as post_tags_1
    where post_tags_1.tag_id = tags_1.id
    and (exists (
      select 1
      from posts as posts_7
      where posts_7.id = post_tags_1.post_id
      and posts_7.state != 'WITHDRAWN'
      and (posts_7.state in ('LIVE', 'WITHDRAWN'))
    ))
  ))
  limit 1
), (
  select json_object(
    returning json
  ) as anon_36
  from topics as topics_1
  where topics_1.id = case when starts_with($1::varchar, 'Topic:') then cast(substr($1::varchar, 7) as uuid) end
  and true
  limit 1
), (
  select json_object(
    returning json
  ) as anon_37
  from translations as translations_4
  where translations_4.id = case when starts_with($1::varchar, 'Translation:') then cast(substr($1::varchar, 13) as uuid) end
  and (translations_4.state in ('LIVE', 'WITHDRAWN'))
  limit 1
), (
  select json_object(
    returning json
  ) as anon_38
  from webhooks as webhooks_2
  where webhooks_2.id = case when starts_with($1::varchar, 'Webhook:') then cast(substr($1::varchar, 9) as uuid) end
  and (false)
  limit 1
)) as r0, (
  select json_object(
    'appointments' value (
      select json_object(
        'edges' value coalesce(json_agg(json_object(
          'cursor' value coalesce(to_json(translate(encode(convert_to(cast(json_build_array($6::varchar, anon_41.key_0, anon_41.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_')), E'\tnull'::json) returning json
        ) order by anon_41.place) filter (where anon_41.place <= 20), '[]'::json),
        'nodes' value coalesce(json_agg(json_object(
          'id' value concat('Appointment:', anon_41.id) returning json
        ) order by anon_41.place) filter (where anon_41.place <= 20), '[]'::json),
        'totalCount' value coalesce((
          select count(*)
          from appointments as appointments_4
          where appointments_4.person_id = people_2.id
          and true
        ), 0),
        'pageInfo' value json_object(
          'hasNextPage' value coalesce(to_json(count(*) > 20), E'\tnull'::json),
          'hasPreviousPage' value false,
          'startCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($6::varchar, anon_41.key_0, anon_41.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_41.place) filter (where anon_41.place <= 20))[1],
          'endCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($6::varchar, anon_41.key_0, anon_41.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_41.place desc) filter (where anon_41.place <= 20))[1] returning json
        ) returning json
      ) as anon_40
      from (
        select anon_42.id as id, anon_42.person_id as person_id, anon_42.mission_id as mission_id, anon_42.office as office, anon_42.offices as offices, anon_42.is_ad_interim as is_ad_interim, anon_42.starts_on as starts_on, anon_42.ends_on as ends_on, anon_42.created_at as created_at, anon_42.updated_at as updated_at, anon_42.key_0 as key_0, anon_42.key_1 as key_1, row_number() over (order by anon_42.key_0 desc, anon_42.key_1 desc) as place
        from (
          select appointments_4.id as id, appointments_4.person_id as person_id, appointments_4.mission_id as mission_id, appointments_4.office as office, appointments_4.offices as offices, appointments_4.is_ad_interim as is_ad_interim, appointments_4.starts_on as starts_on, appointments_4.ends_on as ends_on, appointments_4.created_at as created_at, appointments_4.updated_at as updated_at, appointments_4.starts_on as key_0, appointments_4.id as key_1
          from appointments as appointments_4
          where appointments_4.person_id = people_2.id
          and true
          order by appointments_4.starts_on desc, appointments_4.id desc
          limit 101
        ) as anon_42
        limit 21
      ) as anon_41
    ),
    'posts' value (
      select json_object(
        'edges' value coalesce(json_agg(json_object(
          'cursor' value coalesce(to_json(translate(encode(convert_to(cast(json_build_array($7::varchar, anon_44.key_0, anon_44.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_')), E'\tnull'::json) returning json
        ) order by anon_44.place) filter (where anon_44.place <= 20), '[]'::json),
        'nodes' value coalesce(json_agg(json_object(
          'id' value concat('Post:', anon_44.id) returning json
        ) order by anon_44.place) filter (where anon_44.place <= 20), '[]'::json),
        'totalCount' value coalesce((
          select count(*)
          from posts as posts_8
          where (exists (
            select 1
            from bylines as bylines_3
            where bylines_3.post_id = posts_8.id
            and bylines_3.person_id = people_2.id
            and (exists (
              select 1
              from posts as posts_9
              where posts_9.id = bylines_3.post_id
              and posts_9.state != 'WITHDRAWN'
              and (posts_9.state in ('LIVE', 'WITHDRAWN'))
            ))
          ))
          and posts_8.state != 'WITHDRAWN'
          and posts_8.kind in ('SPEECH')
          and (posts_8.state in ('LIVE', 'WITHDRAWN'))
        ), 0),
        'pageInfo' value json_object(
          'hasNextPage' value coalesce(to_json(count(*) > 20), E'\tnull'::json),
          'hasPreviousPage' value false,
          'startCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($7::varchar, anon_44.key_0, anon_44.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_44.place) filter (where anon_44.place <= 20))[1],
          'endCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($7::varchar, anon_44.key_0, anon_44.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_44.place desc) filter (where anon_44.place <= 20))[1] returning json
        ) returning json
      ) as anon_43
      from (
        select anon_45.id as id, anon_45.mission_id as mission_id, anon_45.kind as kind, anon_45.state as state, anon_45.first_published_at as first_published_at, anon_45.sort_at as sort_at, anon_45.comment_policy as comment_policy, anon_45.created_by_id as created_by_id, anon_45.created_at as created_at, anon_45.updated_at as updated_at, anon_45.key_0 as key_0, anon_45.key_1 as key_1, row_number() over (order by anon_45.key_0 desc, anon_45.key_1 desc) as place
        from (
          select posts_8.id as id, posts_8.mission_id as mission_id, posts_8.kind as kind, posts_8.state as state, posts_8.first_published_at as first_published_at, posts_8.sort_at as sort_at, posts_8.comment_policy as comment_policy, posts_8.created_by_id as created_by_id, posts_8.created_at as created_at, posts_8.updated_at as updated_at, posts_8.sort_at as key_0, posts_8.id as key_1
          from posts as posts_8
          where (exists (
            select 1
            from bylines as bylines_3
            where bylines_3.post_id = posts_8.id
            and bylines_3.person_id = people_2.id
            and (exists (
              select 1
              from posts as posts_10
              where posts_10.id = bylines_3.post_id
              and posts_10.state != 'WITHDRAWN'
              and (posts_10.state in ('LIVE', 'WITHDRAWN'))
            ))
          ))
          and posts_8.state != 'WITHDRAWN'
          and posts_8.kind in ('SPEECH')
          and (posts_8.state in ('LIVE', 'WITHDRAWN'))
          order by posts_8.sort_at desc, posts_8.id desc
          limit 101
        ) as anon_45
        limit 21
      ) as anon_44
    ) returning json
  ) as anon_39
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
      from posts as posts_11
      where posts_11.id = bylines_4.post_id
      and posts_11.state != 'WITHDRAWN'
      and (posts_11.state in ('LIVE', 'WITHDRAWN'))
    ))
  )))
) as r1, (
  select json_object(
    'topics' value (
      select json_object(
        'edges' value coalesce(json_agg(json_object(
          'cursor' value coalesce(to_json(translate(encode(convert_to(cast(json_build_array($9::varchar, anon_48.key_0, anon_48.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_')), E'\tnull'::json) returning json
        ) order by anon_48.place) filter (where anon_48.place <= 20), '[]'::json),
        'nodes' value coalesce(json_agg(json_object(
          'id' value concat('Topic:', anon_48.id) returning json
        ) order by anon_48.place) filter (where anon_48.place <= 20), '[]'::json),
        'totalCount' value coalesce((
          select count(*)
          from topics as topics_2
          where topics_2.parent_id = topics_3.id
          and true
        ), 0),
        'pageInfo' value json_object(
          'hasNextPage' value coalesce(to_json(count(*) > 20), E'\tnull'::json),
          'hasPreviousPage' value false,
          'startCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($9::varchar, anon_48.key_0, anon_48.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_48.place) filter (where anon_48.place <= 20))[1],
          'endCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($9::varchar, anon_48.key_0, anon_48.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_48.place desc) filter (where anon_48.place <= 20))[1] returning json
        ) returning json
      ) as anon_47
      from (
        select anon_49.id as id, anon_49.slug as slug, anon_49.name as name, anon_49.names as names, anon_49.parent_id as parent_id, anon_49.created_at as created_at, anon_49.updated_at as updated_at, anon_49.key_0 as key_0, anon_49.key_1 as key_1, row_number() over (order by anon_49.key_0 asc, anon_49.key_1 asc) as place
        from (
          select topics_2.id as id, topics_2.slug as slug, topics_2.name as name, topics_2.names as names, topics_2.parent_id as parent_id, topics_2.created_at as created_at, topics_2.updated_at as updated_at, topics_2.name as key_0, topics_2.id as key_1
          from topics as topics_2
          where topics_2.parent_id = topics_3.id
          and true
          order by topics_2.name asc, topics_2.id asc
          limit 101
        ) as anon_49
        limit 21
      ) as anon_48
    ),
    'posts' value (
      select json_object(
        'edges' value coalesce(json_agg(json_object(
          'cursor' value coalesce(to_json(translate(encode(convert_to(cast(json_build_array($10::varchar, anon_51.key_0, anon_51.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_')), E'\tnull'::json) returning json
        ) order by anon_51.place) filter (where anon_51.place <= 20), '[]'::json),
        'nodes' value coalesce(json_agg(json_object(
          'id' value concat('Post:', anon_51.id) returning json
        ) order by anon_51.place) filter (where anon_51.place <= 20), '[]'::json),
        'totalCount' value coalesce((
          select count(*)
          from posts as posts_12
          where (exists (
            select 1
            from post_topics as post_topics_1
            where post_topics_1.post_id = posts_12.id
            and post_topics_1.topic_id = topics_3.id
            and (exists (
              select 1
              from posts as posts_13
              where posts_13.id = post_topics_1.post_id
              and posts_13.state != 'WITHDRAWN'
              and (posts_13.state in ('LIVE', 'WITHDRAWN'))
            ))
          ))
          and posts_12.state != 'WITHDRAWN'
          and (posts_12.state in ('LIVE', 'WITHDRAWN'))
        ), 0),
        'pageInfo' value json_object(
          'hasNextPage' value coalesce(to_json(count(*) > 20), E'\tnull'::json),
          'hasPreviousPage' value false,
          'startCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($10::varchar, anon_51.key_0, anon_51.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_51.place) filter (where anon_51.place <= 20))[1],
          'endCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($10::varchar, anon_51.key_0, anon_51.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_51.place desc) filter (where anon_51.place <= 20))[1] returning json
        ) returning json
      ) as anon_50
      from (
        select anon_52.id as id, anon_52.mission_id as mission_id, anon_52.kind as kind, anon_52.state as state, anon_52.first_published_at as first_published_at, anon_52.sort_at as sort_at, anon_52.comment_policy as comment_policy, anon_52.created_by_id as created_by_id, anon_52.created_at as created_at, anon_52.updated_at as updated_at, anon_52.key_0 as key_0, anon_52.key_1 as key_1, row_number() over (order by anon_52.key_0 desc, anon_52.key_1 desc) as place
        from (
          select posts_12.id as id, posts_12.mission_id as mission_id, posts_12.kind as kind, posts_12.state as state, posts_12.first_published_at as first_published_at, posts_12.sort_at as sort_at, posts_12.comment_policy as comment_policy, posts_12.created_by_id as created_by_id, posts_12.created_at as created_at, posts_12.updated_at as updated_at, posts_12.sort_at as key_0, posts_12.id as key_1
          from posts as posts_12
          where (exists (
            select 1
            from post_topics as post_topics_1
            where post_topics_1.post_id = posts_12.id
            and post_topics_1.topic_id = topics_3.id
            and (exists (
              select 1
              from posts as posts_14
              where posts_14.id = post_topics_1.post_id
              and posts_14.state != 'WITHDRAWN'
              and (posts_14.state in ('LIVE', 'WITHDRAWN'))
            ))
          ))
          and posts_12.state != 'WITHDRAWN'
          and (posts_12.state in ('LIVE', 'WITHDRAWN'))
          order by posts_12.sort_at desc, posts_12.id desc
          limit 101
        ) as anon_52
        limit 21
      ) as anon_51
    ) returning json
  ) as anon_46
  from topics as topics_3
  where topics_3.id = $11::uuid
  and true
) as r2, (
  select json_object(
    'bylines' value (
      select coalesce(json_agg(json_object(
        'id' value concat('Byline:', bylines_5.id) returning json
      ) order by bylines_5.position), '[]'::json) as anon_54
      from bylines as bylines_5
      where posts_15.id = bylines_5.post_id
      and (exists (
        select 1
        from posts as posts_16
        where posts_16.id = bylines_5.post_id
        and posts_16.state != 'WITHDRAWN'
        and (posts_16.state in ('LIVE', 'WITHDRAWN'))
      ))
    ),
    'placements' value (
      select coalesce(json_agg(json_object(
        'id' value concat('Placement:', placements_3.id) returning json
      ) order by placements_3.position), '[]'::json) as anon_55
      from placements as placements_3
      where placements_3.translation_id = (
        select translations_5.id
        from translations as translations_5
        where translations_5.post_id = posts_15.id
        and translations_5.is_authentic
        and (translations_5.state in ('LIVE', 'WITHDRAWN'))
      )
      and (exists (
        select 1
        from translations as translations_6
        where translations_6.id = placements_3.translation_id
        and (translations_6.state in ('LIVE', 'WITHDRAWN'))
      ))
    ),
    'topics' value (
      select coalesce(json_agg(json_object(
        'id' value concat('Topic:', topics_4.id) returning json
      ) order by topics_4.name, topics_4.id), '[]'::json) as anon_56
      from topics as topics_4
      where topics_4.id in (
        select post_topics_2.topic_id
        from post_topics as post_topics_2
        where post_topics_2.post_id = posts_15.id
        and (exists (
          select 1
          from posts as posts_17
          where posts_17.id = post_topics_2.post_id
          and posts_17.state != 'WITHDRAWN'
          and (posts_17.state in ('LIVE', 'WITHDRAWN'))
        ))
      )
      and true
    ),
    'tags' value (
      select coalesce(json_agg(json_object(
        'id' value concat('Tag:', tags_2.id) returning json
      ) order by tags_2.name, tags_2.id), '[]'::json) as anon_57
      from tags as tags_2
      where tags_2.id in (
        select post_tags_2.tag_id
        from post_tags as post_tags_2
        where post_tags_2.post_id = posts_15.id
        and (exists (
          select 1
          from posts as posts_18
          where posts_18.id = post_tags_2.post_id
          and posts_18.state != 'WITHDRAWN'
          and (posts_18.state in ('LIVE', 'WITHDRAWN'))
        ))
      )
      and (exists (
        select 1
        from post_tags as post_tags_3
        where post_tags_3.tag_id = tags_2.id
        and (exists (
          select 1
          from posts as posts_19
          where posts_19.id = post_tags_3.post_id
          and posts_19.state != 'WITHDRAWN'
          and (posts_19.state in ('LIVE', 'WITHDRAWN'))
        ))
      ))
    ),
    'comments' value (
      select json_object(
        'edges' value coalesce(json_agg(json_object(
          'cursor' value coalesce(to_json(translate(encode(convert_to(cast(json_build_array($12::varchar, anon_59.key_0, anon_59.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_')), E'\tnull'::json) returning json
        ) order by anon_59.place) filter (where anon_59.place <= 20), '[]'::json),
        'nodes' value coalesce(json_agg(json_object(
          'id' value concat('Comment:', anon_59.id) returning json
        ) order by anon_59.place) filter (where anon_59.place <= 20), '[]'::json),
        'totalCount' value coalesce((
          select count(*)
          from comments as comments_2
          where comments_2.post_id = posts_15.id
          and comments_2.parent_id is null
          and (comments_2.state = 'VISIBLE' and (exists (
            select 1
            from posts as posts_20
            where posts_20.id = comments_2.post_id
            and posts_20.state = 'LIVE'
            and (posts_20.state in ('LIVE', 'WITHDRAWN'))
          )))
        ), 0),
        'pageInfo' value json_object(
          'hasNextPage' value coalesce(to_json(count(*) > 20), E'\tnull'::json),
          'hasPreviousPage' value false,
          'startCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($12::varchar, anon_59.key_0, anon_59.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_59.place) filter (where anon_59.place <= 20))[1],
          'endCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($12::varchar, anon_59.key_0, anon_59.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_59.place desc) filter (where anon_59.place <= 20))[1] returning json
        ) returning json
      ) as anon_58
      from (
        select anon_60.id as id, anon_60.post_id as post_id, anon_60.parent_id as parent_id, anon_60.depth as depth, anon_60.state as state, anon_60.author_name as author_name, anon_60.locale as locale, anon_60.plain_text as plain_text, anon_60.html as html, anon_60.written_at as written_at, anon_60.created_at as created_at, anon_60.updated_at as updated_at, anon_60.key_0 as key_0, anon_60.key_1 as key_1, row_number() over (order by anon_60.key_0 asc, anon_60.key_1 asc) as place
        from (
          select comments_2.id as id, comments_2.post_id as post_id, comments_2.parent_id as parent_id, comments_2.depth as depth, comments_2.state as state, comments_2.author_name as author_name, comments_2.locale as locale, comments_2.plain_text as plain_text, comments_2.html as html, comments_2.written_at as written_at, comments_2.created_at as created_at, comments_2.updated_at as updated_at, comments_2.written_at as key_0, comments_2.id as key_1
          from comments as comments_2
          where comments_2.post_id = posts_15.id
          and comments_2.parent_id is null
          and (comments_2.state = 'VISIBLE' and (exists (
            select 1
            from posts as posts_21
            where posts_21.id = comments_2.post_id
            and posts_21.state = 'LIVE'
            and (posts_21.state in ('LIVE', 'WITHDRAWN'))
          )))
          order by comments_2.written_at asc, comments_2.id asc
          limit 101
        ) as anon_60
        limit 21
      ) as anon_59
    ) returning json
  ) as anon_53
  from posts as posts_15
  where posts_15.id = $13::uuid
  and (posts_15.state in ('LIVE', 'WITHDRAWN'))
) as r3, coalesce((
  select json_object(
    returning json
  ) as anon_61
  from accounts as accounts_2
  where accounts_2.id = case when starts_with($14::varchar, 'Account:') then cast(substr($14::varchar, 9) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_62
  from account_sessions as account_sessions_2
  where account_sessions_2.id = case when starts_with($14::varchar, 'AccountSession:') then cast(substr($14::varchar, 16) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_63
  from api_tokens as api_tokens_2
  where api_tokens_2.id = case when starts_with($14::varchar, 'ApiToken:') then cast(substr($14::varchar, 10) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_64
  from appointments as appointments_6
  where appointments_6.id = case when starts_with($14::varchar, 'Appointment:') then cast(substr($14::varchar, 13) as uuid) end
  and true
  limit 1
), (
  select json_object(
    returning json
  ) as anon_65
  from audit_entries as audit_entries_3
  where audit_entries_3.id = case when starts_with($14::varchar, 'AuditEntry:') then cast(substr($14::varchar, 12) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_66
  from bylines as bylines_6
  where bylines_6.id = case when starts_with($14::varchar, 'Byline:') then cast(substr($14::varchar, 8) as uuid) end
  and (exists (
    select 1
    from posts as posts_22
    where posts_22.id = bylines_6.post_id
    and posts_22.state != 'WITHDRAWN'
    and (posts_22.state in ('LIVE', 'WITHDRAWN'))
  ))
  limit 1
), (
  select json_object(
    returning json
  ) as anon_67
  from comments as comments_3
  where comments_3.id = case when starts_with($14::varchar, 'Comment:') then cast(substr($14::varchar, 9) as uuid) end
  and (comments_3.state = 'VISIBLE' and (exists (
    select 1
    from posts as posts_23
    where posts_23.id = comments_3.post_id
    and posts_23.state = 'LIVE'
    and (posts_23.state in ('LIVE', 'WITHDRAWN'))
  )))
  limit 1
), (
  select json_object(
    returning json
  ) as anon_68
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
  ) as anon_69
  from outbox_events as outbox_events_2
  where outbox_events_2.id = case when starts_with($14::varchar, 'Event:') then cast(substr($14::varchar, 7) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_70
  from factors as factors_2
  where factors_2.id = case when starts_with($14::varchar, 'Factor:') then cast(substr($14::varchar, 8) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_71
  from holds as holds_2
  where holds_2.id = case when starts_with($14::varchar, 'Hold:') then cast(substr($14::varchar, 6) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_72
  from memberships as memberships_2
  where memberships_2.id = case when starts_with($14::varchar, 'Membership:') then cast(substr($14::varchar, 12) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_73
  from missions as missions_3
  where missions_3.id = case when starts_with($14::varchar, 'Mission:') then cast(substr($14::varchar, 9) as uuid) end
  and true
  limit 1
), (
  select json_object(
    returning json
  ) as anon_74
  from notices as notices_2
  where notices_2.id = case when starts_with($14::varchar, 'Notice:') then cast(substr($14::varchar, 8) as uuid) end
  and (exists (
    select 1
    from posts as posts_24
    where posts_24.id = notices_2.post_id
    and (notices_2.kind in ('WITHDRAWN', 'RETRACTION') and notices_2.ended_at is null or posts_24.state = 'LIVE' and (notices_2.translation_id is null or (exists (
      select 1
      from translations as translations_7
      where translations_7.id = notices_2.translation_id
      and translations_7.state = 'LIVE'
      and (translations_7.state in ('LIVE', 'WITHDRAWN'))
    ))))
    and (posts_24.state in ('LIVE', 'WITHDRAWN'))
  ))
  limit 1
), (
  select json_object(
    returning json
  ) as anon_75
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
      from posts as posts_25
      where posts_25.id = bylines_7.post_id
      and posts_25.state != 'WITHDRAWN'
      and (posts_25.state in ('LIVE', 'WITHDRAWN'))
    ))
  )))
  limit 1
), (
  select json_object(
    returning json
  ) as anon_76
  from photos as photos_2
  where photos_2.id = case when starts_with($14::varchar, 'Photo:') then cast(substr($14::varchar, 7) as uuid) end
  and (exists (
    select 1
    from placements as placements_4
    where placements_4.photo_id = photos_2.id
    and (exists (
      select 1
      from translations as translations_8
      where translations_8.id = placements_4.translation_id
      and (translations_8.state in ('LIVE', 'WITHDRAWN'))
    ))
  ))
  limit 1
), (
  select json_object(
    returning json
  ) as anon_77
  from placements as placements_5
  where placements_5.id = case when starts_with($14::varchar, 'Placement:') then cast(substr($14::varchar, 11) as uuid) end
  and (exists (
    select 1
    from translations as translations_9
    where translations_9.id = placements_5.translation_id
    and (translations_9.state in ('LIVE', 'WITHDRAWN'))
  ))
  limit 1
), (
  select json_object(
    returning json
  ) as anon_78
  from posts as posts_26
  where posts_26.id = case when starts_with($14::varchar, 'Post:') then cast(substr($14::varchar, 6) as uuid) end
  and (posts_26.state in ('LIVE', 'WITHDRAWN'))
  limit 1
), (
  select json_object(
    returning json
  ) as anon_79
  from preview_links as preview_links_2
  where preview_links_2.id = case when starts_with($14::varchar, 'PreviewLink:') then cast(substr($14::varchar, 13) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_80
  from reviews as reviews_2
  where reviews_2.id = case when starts_with($14::varchar, 'Review:') then cast(substr($14::varchar, 8) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_81
  from revisions as revisions_2
  where revisions_2.id = case when starts_with($14::varchar, 'Revision:') then cast(substr($14::varchar, 10) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_82
  from schedules as schedules_2
  where schedules_2.id = case when starts_with($14::varchar, 'Schedule:') then cast(substr($14::varchar, 10) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    returning json
  ) as anon_83
  from tags as tags_3
  where tags_3.id = case when starts_with($14::varchar, 'Tag:') then cast(substr($14::varchar, 5) as uuid) end
  and (exists (
    select 1
    from post_tags as post_tags_4
    where post_tags_4.tag_id = tags_3.id
    and (exists (
      select 1
      from posts as posts_27
      where posts_27.id = post_tags_4.post_id
      and posts_27.state != 'WITHDRAWN'
      and (posts_27.state in ('LIVE', 'WITHDRAWN'))
    ))
  ))
  limit 1
), (
  select json_object(
    returning json
  ) as anon_84
  from topics as topics_5
  where topics_5.id = case when starts_with($14::varchar, 'Topic:') then cast(substr($14::varchar, 7) as uuid) end
  and true
  limit 1
), (
  select json_object(
    'placements' value (
      select coalesce(json_agg(json_object(
        'id' value concat('Placement:', placements_6.id) returning json
      ) order by placements_6.position), '[]'::json) as anon_86
      from placements as placements_6
      where placements_6.translation_id = translations_10.id
      and (exists (
        select 1
        from translations as translations_11
        where translations_11.id = placements_6.translation_id
        and (translations_11.state in ('LIVE', 'WITHDRAWN'))
      ))
    ),
    'revisions' value (
      select json_object(
        'edges' value coalesce(json_agg(json_object(
          'cursor' value coalesce(to_json(translate(encode(convert_to(cast(json_build_array($15::varchar, anon_88.key_0, anon_88.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_')), E'\tnull'::json) returning json
        ) order by anon_88.place) filter (where anon_88.place <= 20), '[]'::json),
        'nodes' value coalesce(json_agg(json_object(
          'id' value concat('Revision:', anon_88.id) returning json
        ) order by anon_88.place) filter (where anon_88.place <= 20), '[]'::json),
        'totalCount' value coalesce((
          select count(*)
          from revisions as revisions_3
          where revisions_3.translation_id = translations_10.id
          and (false)
        ), 0) returning json
      ) as anon_87
      from (
        select anon_89.id as id, anon_89.translation_id as translation_id, anon_89.number as number, anon_89.base_number as base_number, anon_89.is_side_draft as is_side_draft, anon_89.event as event, anon_89.title as title, anon_89.summary as summary, anon_89.body as body, anon_89.html as html, anon_89.plain_text as plain_text, anon_89.account_id as account_id, anon_89.actor_name as actor_name, anon_89.merged_into_number as merged_into_number, anon_89.blocks as blocks, anon_89.origins as origins, anon_89.created_at as created_at, anon_89.updated_at as updated_at, anon_89.key_0 as key_0, anon_89.key_1 as key_1, row_number() over (order by anon_89.key_0 desc, anon_89.key_1 desc) as place
        from (
          select revisions_3.id as id, revisions_3.translation_id as translation_id, revisions_3.number as number, revisions_3.base_number as base_number, revisions_3.is_side_draft as is_side_draft, revisions_3.event as event, revisions_3.title as title, revisions_3.summary as summary, revisions_3.body as body, revisions_3.html as html, revisions_3.plain_text as plain_text, revisions_3.account_id as account_id, revisions_3.actor_name as actor_name, revisions_3.merged_into_number as merged_into_number, revisions_3.blocks as blocks, revisions_3.origins as origins, revisions_3.created_at as created_at, revisions_3.updated_at as updated_at, revisions_3.number as key_0, revisions_3.id as key_1
          from revisions as revisions_3
          where revisions_3.translation_id = translations_10.id
          and (false)
          order by revisions_3.number desc, revisions_3.id desc
          limit 101
        ) as anon_89
        limit 21
      ) as anon_88
    ) returning json
  ) as anon_85
  from translations as translations_10
  where translations_10.id = case when starts_with($14::varchar, 'Translation:') then cast(substr($14::varchar, 13) as uuid) end
  and (translations_10.state in ('LIVE', 'WITHDRAWN'))
  limit 1
), (
  select json_object(
    returning json
  ) as anon_90
  from webhooks as webhooks_4
  where webhooks_4.id = case when starts_with($14::varchar, 'Webhook:') then cast(substr($14::varchar, 9) as uuid) end
  and (false)
  limit 1
)) as r4, (
  select json_object(
    'replies' value (
      select json_object(
        'edges' value coalesce(json_agg(json_object(
          'cursor' value coalesce(to_json(translate(encode(convert_to(cast(json_build_array($16::varchar, anon_93.key_0, anon_93.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_')), E'\tnull'::json) returning json
        ) order by anon_93.place) filter (where anon_93.place <= 20), '[]'::json),
        'nodes' value coalesce(json_agg(json_object(
          'id' value concat('Comment:', anon_93.id) returning json
        ) order by anon_93.place) filter (where anon_93.place <= 20), '[]'::json),
        'totalCount' value coalesce((
          select count(*)
          from comments as comments_4
          where comments_4.parent_id = comments_5.id
          and (comments_4.state = 'VISIBLE' and (exists (
            select 1
            from posts as posts_28
            where posts_28.id = comments_4.post_id
            and posts_28.state = 'LIVE'
            and (posts_28.state in ('LIVE', 'WITHDRAWN'))
          )))
        ), 0),
        'pageInfo' value json_object(
          'hasNextPage' value coalesce(to_json(count(*) > 20), E'\tnull'::json),
          'hasPreviousPage' value false,
          'startCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($16::varchar, anon_93.key_0, anon_93.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_93.place) filter (where anon_93.place <= 20))[1],
          'endCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($16::varchar, anon_93.key_0, anon_93.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_93.place desc) filter (where anon_93.place <= 20))[1] returning json
        ) returning json
      ) as anon_92
      from (
        select anon_94.id as id, anon_94.post_id as post_id, anon_94.parent_id as parent_id, anon_94.depth as depth, anon_94.state as state, anon_94.author_name as author_name, anon_94.locale as locale, anon_94.plain_text as plain_text, anon_94.html as html, anon_94.written_at as written_at, anon_94.created_at as created_at, anon_94.updated_at as updated_at, anon_94.key_0 as key_0, anon_94.key_1 as key_1, row_number() over (order by anon_94.key_0 asc, anon_94.key_1 asc) as place
        from (
          select comments_4.id as id, comments_4.post_id as post_id, comments_4.parent_id as parent_id, comments_4.depth as depth, comments_4.state as state, comments_4.author_name as author_name, comments_4.locale as locale, comments_4.plain_text as plain_text, comments_4.html as html, comments_4.written_at as written_at, comments_4.created_at as created_at, comments_4.updated_at as updated_at, comments_4.written_at as key_0, comments_4.id as key_1
          from comments as comments_4
          where comments_4.parent_id = comments_5.id
          and (comments_4.state = 'VISIBLE' and (exists (
            select 1
            from posts as posts_29
            where posts_29.id = comments_4.post_id
            and posts_29.state = 'LIVE'
            and (posts_29.state in ('LIVE', 'WITHDRAWN'))
          )))
          order by comments_4.written_at asc, comments_4.id asc
          limit 101
        ) as anon_94
        limit 21
      ) as anon_93
    ) returning json
  ) as anon_91
  from comments as comments_5
  where comments_5.id = $17::uuid
  and (comments_5.state = 'VISIBLE' and (exists (
    select 1
    from posts as posts_30
    where posts_30.id = comments_5.post_id
    and posts_30.state = 'LIVE'
    and (posts_30.state in ('LIVE', 'WITHDRAWN'))
  )))
) as r5, (
  select json_object(
    'placements' value (
      select json_object(
        'edges' value coalesce(json_agg(json_object(
          'cursor' value coalesce(to_json(translate(encode(convert_to(cast(json_build_array($18::varchar, anon_97.key_0) as text), 'UTF8'), 'base64'), E'+/=\n', '-_')), E'\tnull'::json) returning json
        ) order by anon_97.place) filter (where anon_97.place <= $19::integer), '[]'::json),
        'nodes' value coalesce(json_agg(json_object(
          'id' value concat('Placement:', anon_97.id) returning json
        ) order by anon_97.place) filter (where anon_97.place <= $19::integer), '[]'::json) returning json
      ) as anon_96
      from (
        select anon_98.id as id, anon_98.translation_id as translation_id, anon_98.photo_id as photo_id, anon_98.block_id as block_id, anon_98.position as position, anon_98.caption_html as caption_html, anon_98.caption_text as caption_text, anon_98.credit as credit, anon_98.alternative as alternative, anon_98.alternative_text as alternative_text, anon_98.created_at as created_at, anon_98.updated_at as updated_at, anon_98.key_0 as key_0, row_number() over (order by anon_98.key_0 desc) as place
        from (
          select placements_7.id as id, placements_7.translation_id as translation_id, placements_7.photo_id as photo_id, placements_7.block_id as block_id, placements_7.position as position, placements_7.caption_html as caption_html, placements_7.caption_text as caption_text, placements_7.credit as credit, placements_7.alternative as alternative, placements_7.alternative_text as alternative_text, placements_7.created_at as created_at, placements_7.updated_at as updated_at, placements_7.id as key_0
          from placements as placements_7
          where placements_7.photo_id = photos_3.id
          and (exists (
            select 1
            from translations as translations_12
            where translations_12.id = placements_7.translation_id
            and (translations_12.state in ('LIVE', 'WITHDRAWN'))
          ))
          order by placements_7.id desc
          limit 101
        ) as anon_98
        limit $19::integer + 1
      ) as anon_97
    ) returning json
  ) as anon_95
  from photos as photos_3
  where photos_3.id = $20::uuid
  and (exists (
    select 1
    from placements as placements_8
    where placements_8.photo_id = photos_3.id
    and (exists (
      select 1
      from translations as translations_13
      where translations_13.id = placements_8.translation_id
      and (translations_13.state in ('LIVE', 'WITHDRAWN'))
    ))
  ))
) as r6, (
  select coalesce(json_agg(coalesce((
    select json_object(
      'id' value concat('Account:', accounts_3.id) returning json
    ) as anon_101
    from accounts as accounts_3
    where accounts_3.id = case when starts_with(anon_100.id, 'Account:') then cast(substr(anon_100.id, 9) as uuid) end
    and (false)
    limit 1
  ), (
    select json_object(
      'id' value concat('AccountSession:', account_sessions_3.id) returning json
    ) as anon_102
    from account_sessions as account_sessions_3
    where account_sessions_3.id = case when starts_with(anon_100.id, 'AccountSession:') then cast(substr(anon_100.id, 16) as uuid) end
    and (false)
    limit 1
  ), (
    select json_object(
      'id' value concat('ApiToken:', api_tokens_3.id) returning json
    ) as anon_103
    from api_tokens as api_tokens_3
    where api_tokens_3.id = case when starts_with(anon_100.id, 'ApiToken:') then cast(substr(anon_100.id, 10) as uuid) end
    and (false)
    limit 1
  ), (
    select json_object(
      'id' value concat('Appointment:', appointments_8.id) returning json
    ) as anon_104
    from appointments as appointments_8
    where appointments_8.id = case when starts_with(anon_100.id, 'Appointment:') then cast(substr(anon_100.id, 13) as uuid) end
    and true
    limit 1
  ), (
    select json_object(
      'id' value concat('AuditEntry:', audit_entries_4.id) returning json
    ) as anon_105
    from audit_entries as audit_entries_4
    where audit_entries_4.id = case when starts_with(anon_100.id, 'AuditEntry:') then cast(substr(anon_100.id, 12) as uuid) end
    and (false)
    limit 1
  ), (
    select json_object(
      'id' value concat('Byline:', bylines_8.id) returning json
    ) as anon_106
    from bylines as bylines_8
    where bylines_8.id = case when starts_with(anon_100.id, 'Byline:') then cast(substr(anon_100.id, 8) as uuid) end
    and (exists (
      select 1
      from posts as posts_31
      where posts_31.id = bylines_8.post_id
      and posts_31.state != 'WITHDRAWN'
      and (posts_31.state in ('LIVE', 'WITHDRAWN'))
    ))
    limit 1
  ), (
    select json_object(
      'id' value concat('Comment:', comments_6.id) returning json
    ) as anon_107
    from comments as comments_6
    where comments_6.id = case when starts_with(anon_100.id, 'Comment:') then cast(substr(anon_100.id, 9) as uuid) end
    and (comments_6.state = 'VISIBLE' and (exists (
      select 1
      from posts as posts_32
      where posts_32.id = comments_6.post_id
      and posts_32.state = 'LIVE'
      and (posts_32.state in ('LIVE', 'WITHDRAWN'))
    )))
    limit 1
  ), (
    select json_object(
      'id' value concat('Delivery:', deliveries_3.id) returning json
    ) as anon_108
    from deliveries as deliveries_3
    where deliveries_3.id = case when starts_with(anon_100.id, 'Delivery:') then cast(substr(anon_100.id, 10) as uuid) end
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
    ) as anon_109
    from outbox_events as outbox_events_3
    where outbox_events_3.id = case when starts_with(anon_100.id, 'Event:') then cast(substr(anon_100.id, 7) as uuid) end
    and (false)
    limit 1
  ), (
    select json_object(
      'id' value concat('Factor:', factors_3.id) returning json
    ) as anon_110
    from factors as factors_3
    where factors_3.id = case when starts_with(anon_100.id, 'Factor:') then cast(substr(anon_100.id, 8) as uuid) end
    and (false)
    limit 1
  ), (
    select json_object(
      'id' value concat('Hold:', holds_3.id) returning json
    ) as anon_111
    from holds as holds_3
    where holds_3.id = case when starts_with(anon_100.id, 'Hold:') then cast(substr(anon_100.id, 6) as uuid) end
    and (false)
    limit 1
  ), (
    select json_object(
      'id' value concat('Membership:', memberships_3.id) returning json
    ) as anon_112
    from memberships as memberships_3
    where memberships_3.id = case when starts_with(anon_100.id, 'Membership:') then cast(substr(anon_100.id, 12) as uuid) end
    and (false)
    limit 1
  ), (
    select json_object(
      'id' value concat('Mission:', missions_4.id) returning json
    ) as anon_113
    from missions as missions_4
    where missions_4.id = case when starts_with(anon_100.id, 'Mission:') then cast(substr(anon_100.id, 9) as uuid) end
    and true
    limit 1
  ), (
    select json_object(
      'id' value concat('Notice:', notices_3.id) returning json
    ) as anon_114
    from notices as notices_3
    where notices_3.id = case when starts_with(anon_100.id, 'Notice:') then cast(substr(anon_100.id, 8) as uuid) end
    and (exists (
      select 1
      from posts as posts_33
      where posts_33.id = notices_3.post_id
      and (notices_3.kind in ('WITHDRAWN', 'RETRACTION') and notices_3.ended_at is null or posts_33.state = 'LIVE' and (notices_3.translation_id is null or (exists (
        select 1
        from translations as translations_14
        where translations_14.id = notices_3.translation_id
        and translations_14.state = 'LIVE'
        and (translations_14.state in ('LIVE', 'WITHDRAWN'))
      ))))
      and (posts_33.state in ('LIVE', 'WITHDRAWN'))
    ))
    limit 1
  ), (
    select json_object(
      'id' value concat('Person:', people_4.id) returning json
    ) as anon_115
    from people as people_4
    where people_4.id = case when starts_with(anon_100.id, 'Person:') then cast(substr(anon_100.id, 8) as uuid) end
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
        from posts as posts_34
        where posts_34.id = bylines_9.post_id
        and posts_34.state != 'WITHDRAWN'
        and (posts_34.state in ('LIVE', 'WITHDRAWN'))
      ))
    )))
    limit 1
  ), (
    select json_object(
      'id' value concat('Photo:', photos_4.id) returning json
    ) as anon_116
    from photos as photos_4
    where photos_4.id = case when starts_with(anon_100.id, 'Photo:') then cast(substr(anon_100.id, 7) as uuid) end
    and (exists (
      select 1
      from placements as placements_9
      where placements_9.photo_id = photos_4.id
      and (exists (
        select 1
        from translations as translations_15
        where translations_15.id = placements_9.translation_id
        and (translations_15.state in ('LIVE', 'WITHDRAWN'))
      ))
    ))
    limit 1
  ), (
    select json_object(
      'id' value concat('Placement:', placements_10.id) returning json
    ) as anon_117
    from placements as placements_10
    where placements_10.id = case when starts_with(anon_100.id, 'Placement:') then cast(substr(anon_100.id, 11) as uuid) end
    and (exists (
      select 1
      from translations as translations_16
      where translations_16.id = placements_10.translation_id
      and (translations_16.state in ('LIVE', 'WITHDRAWN'))
    ))
    limit 1
  ), (
    select json_object(
      'id' value concat('Post:', posts_35.id) returning json
    ) as anon_118
    from posts as posts_35
    where posts_35.id = case when starts_with(anon_100.id, 'Post:') then cast(substr(anon_100.id, 6) as uuid) end
    and (posts_35.state in ('LIVE', 'WITHDRAWN'))
    limit 1
  ), (
    select json_object(
      'id' value concat('PreviewLink:', preview_links_3.id) returning json
    ) as anon_119
    from preview_links as preview_links_3
    where preview_links_3.id = case when starts_with(anon_100.id, 'PreviewLink:') then cast(substr(anon_100.id, 13) as uuid) end
    and (false)
    limit 1
  ), (
    select json_object(
      'id' value concat('Review:', reviews_3.id) returning json
    ) as anon_120
    from reviews as reviews_3
    where reviews_3.id = case when starts_with(anon_100.id, 'Review:') then cast(substr(anon_100.id, 8) as uuid) end
    and (false)
    limit 1
  ), (
    select json_object(
      'id' value concat('Revision:', revisions_4.id) returning json
    ) as anon_121
    from revisions as revisions_4
    where revisions_4.id = case when starts_with(anon_100.id, 'Revision:') then cast(substr(anon_100.id, 10) as uuid) end
    and (false)
    limit 1
  ), (
    select json_object(
      'id' value concat('Schedule:', schedules_3.id) returning json
    ) as anon_122
    from schedules as schedules_3
    where schedules_3.id = case when starts_with(anon_100.id, 'Schedule:') then cast(substr(anon_100.id, 10) as uuid) end
    and (false)
    limit 1
  ), (
    select json_object(
      'id' value concat('Tag:', tags_4.id) returning json
    ) as anon_123
    from tags as tags_4
    where tags_4.id = case when starts_with(anon_100.id, 'Tag:') then cast(substr(anon_100.id, 5) as uuid) end
    and (exists (
      select 1
      from post_tags as post_tags_5
      where post_tags_5.tag_id = tags_4.id
      and (exists (
        select 1
        from posts as posts_36
        where posts_36.id = post_tags_5.post_id
        and posts_36.state != 'WITHDRAWN'
        and (posts_36.state in ('LIVE', 'WITHDRAWN'))
      ))
    ))
    limit 1
  ), (
    select json_object(
      'id' value concat('Topic:', topics_6.id) returning json
    ) as anon_124
    from topics as topics_6
    where topics_6.id = case when starts_with(anon_100.id, 'Topic:') then cast(substr(anon_100.id, 7) as uuid) end
    and true
    limit 1
  ), (
    select json_object(
      'id' value concat('Translation:', translations_17.id) returning json
    ) as anon_125
    from translations as translations_17
    where translations_17.id = case when starts_with(anon_100.id, 'Translation:') then cast(substr(anon_100.id, 13) as uuid) end
    and (translations_17.state in ('LIVE', 'WITHDRAWN'))
    limit 1
  ), (
    select json_object(
      'id' value concat('Webhook:', webhooks_6.id) returning json
    ) as anon_126
    from webhooks as webhooks_6
    where webhooks_6.id = case when starts_with(anon_100.id, 'Webhook:') then cast(substr(anon_100.id, 9) as uuid) end
    and (false)
    limit 1
  )) order by anon_100.position), '[]'::json) as anon_99
  from unnest($21::text[]) with ordinality as anon_100(id, position)
) as r7, (
  select json_object(
    'edges' value coalesce(json_agg(json_object(
      'cursor' value coalesce(to_json(translate(encode(convert_to(cast(json_build_array($22::varchar, anon_128.key_0, anon_128.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_')), E'\tnull'::json) returning json
    ) order by anon_128.place) filter (where anon_128.place <= 20), '[]'::json),
    'nodes' value coalesce(json_agg(json_object(
      'id' value concat('Post:', anon_128.id) returning json
    ) order by anon_128.place) filter (where anon_128.place <= 20), '[]'::json),
    'totalCount' value coalesce((
      select count(*)
      from posts as posts_37
      where posts_37.state != 'WITHDRAWN'
      and false
      and (posts_37.state in ('LIVE', 'WITHDRAWN'))
    ), 0),
    'pageInfo' value json_object(
      'hasNextPage' value coalesce(to_json(count(*) > 20), E'\tnull'::json),
      'hasPreviousPage' value false,
      'startCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($22::varchar, anon_128.key_0, anon_128.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_128.place) filter (where anon_128.place <= 20))[1],
      'endCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($22::varchar, anon_128.key_0, anon_128.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_128.place desc) filter (where anon_128.place <= 20))[1] returning json
    ) returning json
  ) as anon_127
  from (
    select anon_129.id as id, anon_129.mission_id as mission_id, anon_129.kind as kind, anon_129.state as state, anon_129.first_published_at as first_published_at, anon_129.sort_at as sort_at, anon_129.comment_policy as comment_policy, anon_129.created_by_id as created_by_id, anon_129.created_at as created_at, anon_129.updated_at as updated_at, anon_129.key_0 as key_0, anon_129.key_1 as key_1, row_number() over (order by anon_129.key_0 desc, anon_129.key_1 desc) as place
    from (
      select posts_37.id as id, posts_37.mission_id as mission_id, posts_37.kind as kind, posts_37.state as state, posts_37.first_published_at as first_published_at, posts_37.sort_at as sort_at, posts_37.comment_policy as comment_policy, posts_37.created_by_id as created_by_id, posts_37.created_at as created_at, posts_37.updated_at as updated_at, posts_37.sort_at as key_0, posts_37.id as key_1
      from posts as posts_37
      where posts_37.state != 'WITHDRAWN'
      and false
      and (posts_37.state in ('LIVE', 'WITHDRAWN'))
      order by posts_37.sort_at desc, posts_37.id desc
      limit 101
    ) as anon_129
    limit 21
  ) as anon_128
) as r8, (
  select json_object(
    'edges' value coalesce(json_agg(json_object(
      'cursor' value coalesce(to_json(translate(encode(convert_to(cast(json_build_array($23::varchar, anon_131.key_0, anon_131.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_')), E'\tnull'::json) returning json
    ) order by anon_131.place) filter (where anon_131.place <= 20), '[]'::json),
    'nodes' value coalesce(json_agg(json_object(
      'id' value concat('Mission:', anon_131.id) returning json
    ) order by anon_131.place) filter (where anon_131.place <= 20), '[]'::json),
    'totalCount' value coalesce((
      select count(*)
      from missions as missions_5
      where false
      and true
    ), 0),
    'pageInfo' value json_object(
      'hasNextPage' value coalesce(to_json(count(*) > 20), E'\tnull'::json),
      'hasPreviousPage' value false,
      'startCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($23::varchar, anon_131.key_0, anon_131.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_131.place) filter (where anon_131.place <= 20))[1],
      'endCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($23::varchar, anon_131.key_0, anon_131.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_131.place desc) filter (where anon_131.place <= 20))[1] returning json
    ) returning json
  ) as anon_130
  from (
    select anon_132.id as id, anon_132.kind as kind, anon_132.slug as slug, anon_132.name as name, anon_132.names as names, anon_132.parent_id as parent_id, anon_132.lineage as lineage, anon_132.host_country as host_country, anon_132.city as city, anon_132.time_zones as time_zones, anon_132.languages as languages, anon_132.created_at as created_at, anon_132.updated_at as updated_at, anon_132.key_0 as key_0, anon_132.key_1 as key_1, row_number() over (order by anon_132.key_0 asc, anon_132.key_1 asc) as place
    from (
      select missions_5.id as id, missions_5.kind as kind, missions_5.slug as slug, missions_5.name as name, missions_5.names as names, missions_5.parent_id as parent_id, missions_5.lineage as lineage, missions_5.host_country as host_country, missions_5.city as city, missions_5.time_zones as time_zones, missions_5.languages as languages, missions_5.created_at as created_at, missions_5.updated_at as updated_at, missions_5.name as key_0, missions_5.id as key_1
      from missions as missions_5
      where false
      and true
      order by missions_5.name asc, missions_5.id asc
      limit 101
    ) as anon_132
    limit 21
  ) as anon_131
) as r9
