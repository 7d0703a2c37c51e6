select (
  select json_object(
    'id' value concat('Mission:', missions_1.id),
    'kind' value missions_1.kind,
    'name' value coalesce(to_json(coalesce((
      select missions_1.names ->> anon_3.locale as anon_2
      from unnest($1::text[]) with ordinality as anon_3(locale, position)
      where missions_1.names ? anon_3.locale
      order by anon_3.position
      limit 1
    ), missions_1.name)), E'\tnull'::json),
    'hostCountry' value missions_1.host_country,
    'city' value missions_1.city,
    'timeZones' value missions_1.time_zones,
    'languages' value missions_1.languages,
    'appointments' value (
      select json_object(
        'nodes' value coalesce(json_agg(json_object(
          'office' value coalesce(to_json(coalesce((
            select anon_5.offices ->> anon_7.locale as anon_6
            from unnest($1::text[]) with ordinality as anon_7(locale, position)
            where anon_5.offices ? anon_7.locale
            order by anon_7.position
            limit 1
          ), anon_5.office)), E'\tnull'::json),
          'isAdInterim' value anon_5.is_ad_interim,
          'startsOn' value anon_5.starts_on,
          'endsOn' value anon_5.ends_on,
          'person' value (
            select json_object(
              'name' value coalesce(to_json(coalesce((
                select people_1.names ->> anon_10.locale as anon_9
                from unnest($1::text[]) with ordinality as anon_10(locale, position)
                where people_1.names ? anon_10.locale
                order by anon_10.position
                limit 1
              ), people_1.name)), E'\tnull'::json),
              'slug' value people_1.slug returning json
            ) as anon_8
            from people as people_1
            where anon_5.person_id = people_1.id
            and ((exists (
              select 1
              from appointments as appointments_1
              where appointments_1.person_id = people_1.id
              and true
            )) or (exists (
              select 1
              from bylines as bylines_1
              where bylines_1.person_id = people_1.id
              and (exists (
                select 1
                from posts as posts_1
                where posts_1.id = bylines_1.post_id
                and posts_1.state != 'WITHDRAWN'
                and (posts_1.state in ('LIVE', 'WITHDRAWN'))
              ))
            )))
          ) returning json
        ) order by anon_5.place) filter (where anon_5.place <= $2::integer), '[]'::json) returning json
      ) as anon_4
      from (
        select anon_11.id as id, anon_11.person_id as person_id, anon_11.mission_id as mission_id, anon_11.office as office, anon_11.offices as offices, anon_11.is_ad_interim as is_ad_interim, anon_11.starts_on as starts_on, anon_11.ends_on as ends_on, anon_11.created_at as created_at, anon_11.updated_at as updated_at, anon_11.key_0 as key_0, anon_11.key_1 as key_1, row_number() over (order by anon_11.key_0 desc, anon_11.key_1 desc) as place
        from (
          select appointments_2.id as id, appointments_2.person_id as person_id, appointments_2.mission_id as mission_id, appointments_2.office as office, appointments_2.offices as offices, appointments_2.is_ad_interim as is_ad_interim, appointments_2.starts_on as starts_on, appointments_2.ends_on as ends_on, appointments_2.created_at as created_at, appointments_2.updated_at as updated_at, appointments_2.starts_on as key_0, appointments_2.id as key_1
          from appointments as appointments_2
          where appointments_2.mission_id = missions_1.id
          and true
          order by appointments_2.starts_on desc, appointments_2.id desc
          limit 101
        ) as anon_11
        limit $2::integer + 1
      ) as anon_5
    ),
    'posts' value (
      select json_object(
        'totalCount' value coalesce((
          select count(*)
          from posts as posts_2
          where posts_2.mission_id = missions_1.id
          and posts_2.state != 'WITHDRAWN'
          and posts_2.kind in ('NOTICE')
          and (posts_2.state in ('LIVE', 'WITHDRAWN'))
        ), 0),
        'nodes' value coalesce(json_agg(json_object(
          'title' value coalesce(to_json((
            select translations_1.title
            from translations as translations_1
            where translations_1.post_id = anon_13.id
            and translations_1.is_authentic
            and (translations_1.state in ('LIVE', 'WITHDRAWN'))
          )), E'\tnull'::json),
          'publishedAt' value anon_13.first_published_at returning json
        ) order by anon_13.place) filter (where anon_13.place <= $3::integer), '[]'::json),
        'pageInfo' value json_object(
          'hasNextPage' value coalesce(to_json(count(*) > $3::integer), E'\tnull'::json) returning json
        ) returning json
      ) as anon_12
      from (
        select anon_14.id as id, anon_14.mission_id as mission_id, anon_14.kind as kind, anon_14.state as state, anon_14.first_published_at as first_published_at, anon_14.sort_at as sort_at, anon_14.comment_policy as comment_policy, anon_14.created_by_id as created_by_id, anon_14.created_at as created_at, anon_14.updated_at as updated_at, anon_14.key_0 as key_0, anon_14.key_1 as key_1, row_number() over (order by anon_14.key_0 desc, anon_14.key_1 desc) as place
        from (
          select posts_2.id as id, posts_2.mission_id as mission_id, posts_2.kind as kind, posts_2.state as state, posts_2.first_published_at as first_published_at, posts_2.sort_at as sort_at, posts_2.comment_policy as comment_policy, posts_2.created_by_id as created_by_id, posts_2.created_at as created_at, posts_2.updated_at as updated_at, posts_2.sort_at as key_0, posts_2.id as key_1
          from posts as posts_2
          where posts_2.mission_id = missions_1.id
          and posts_2.state != 'WITHDRAWN'
          and posts_2.kind in ('NOTICE')
          and (posts_2.state in ('LIVE', 'WITHDRAWN'))
          order by posts_2.sort_at desc, posts_2.id desc
          limit 101
        ) as anon_14
        limit $3::integer + 1
      ) as anon_13
    ) returning json
  ) as anon_1
  from missions as missions_1
  where missions_1.slug = $4::varchar
  and true
) as r0
