select (
  select json_object(
    'id' value concat('Person:', people_1.id),
    'name' value people_1.name,
    'arabic' value coalesce(to_json(coalesce((
      select people_1.names ->> anon_3.locale as anon_2
      from unnest($1::text[]) with ordinality as anon_3(locale, position)
      where people_1.names ? anon_3.locale
      order by anon_3.position
      limit 1
    ), people_1.name)), E'\tnull'::json),
    'appointments' value (
      select json_object(
        'totalCount' value coalesce((
          select count(*)
          from appointments as appointments_1
          where appointments_1.person_id = people_1.id
          and true
        ), 0),
        'nodes' value coalesce(json_agg(json_object(
          'office' value anon_5.office,
          'inFrench' value coalesce(to_json(coalesce((
            select anon_5.offices ->> anon_7.locale as anon_6
            from unnest($2::text[]) with ordinality as anon_7(locale, position)
            where anon_5.offices ? anon_7.locale
            order by anon_7.position
            limit 1
          ), anon_5.office)), E'\tnull'::json),
          'mission' value (
            select json_object(
              'slug' value missions_1.slug returning json
            ) as anon_8
            from missions as missions_1
            where anon_5.mission_id = missions_1.id
            and true
          ),
          'startsOn' value anon_5.starts_on,
          'endsOn' value anon_5.ends_on returning json
        ) order by anon_5.place) filter (where anon_5.place <= 20), '[]'::json) returning json
      ) as anon_4
      from (
        select anon_9.id as id, anon_9.person_id as person_id, anon_9.mission_id as mission_id, anon_9.office as office, anon_9.offices as offices, anon_9.is_ad_interim as is_ad_interim, anon_9.starts_on as starts_on, anon_9.ends_on as ends_on, anon_9.created_at as created_at, anon_9.updated_at as updated_at, anon_9.key_0 as key_0, anon_9.key_1 as key_1, row_number() over (order by anon_9.key_0 desc, anon_9.key_1 desc) as place
        from (
          select appointments_1.id as id, appointments_1.person_id as person_id, appointments_1.mission_id as mission_id, appointments_1.office as office, appointments_1.offices as offices, appointments_1.is_ad_interim as is_ad_interim, appointments_1.starts_on as starts_on, appointments_1.ends_on as ends_on, appointments_1.created_at as created_at, appointments_1.updated_at as updated_at, appointments_1.starts_on as key_0, appointments_1.id as key_1
          from appointments as appointments_1
          where appointments_1.person_id = people_1.id
          and true
          order by appointments_1.starts_on desc, appointments_1.id desc
          limit 101
        ) as anon_9
        limit 21
      ) as anon_5
    ),
    'posts' value (
      select json_object(
        'totalCount' value coalesce((
          select count(*)
          from posts as posts_1
          where (exists (
            select 1
            from bylines as bylines_1
            where bylines_1.post_id = posts_1.id
            and bylines_1.person_id = people_1.id
            and (exists (
              select 1
              from posts as posts_2
              where posts_2.id = bylines_1.post_id
              and posts_2.state != 'WITHDRAWN'
              and (posts_2.state in ('LIVE', 'WITHDRAWN'))
            ))
          ))
          and posts_1.state != 'WITHDRAWN'
          and (posts_1.state in ('LIVE', 'WITHDRAWN'))
        ), 0),
        'nodes' value coalesce(json_agg(json_object(
          'title' value coalesce(to_json((
            select translations_1.title
            from translations as translations_1
            where translations_1.post_id = anon_11.id
            and translations_1.is_authentic
            and (translations_1.state in ('LIVE', 'WITHDRAWN'))
          )), E'\tnull'::json),
          'bylines' value (
            select coalesce(json_agg(json_object(
              'role' value bylines_2.role,
              'office' value bylines_2.office,
              'person' value (
                select json_object(
                  'slug' value people_2.slug returning json
                ) as anon_13
                from people as people_2
                where bylines_2.person_id = people_2.id
                and ((exists (
                  select 1
                  from appointments as appointments_2
                  where appointments_2.person_id = people_2.id
                  and true
                )) or (exists (
                  select 1
                  from bylines as bylines_3
                  where bylines_3.person_id = people_2.id
                  and (exists (
                    select 1
                    from posts as posts_3
                    where posts_3.id = bylines_3.post_id
                    and posts_3.state != 'WITHDRAWN'
                    and (posts_3.state in ('LIVE', 'WITHDRAWN'))
                  ))
                )))
              ) returning json
            ) order by bylines_2.position), '[]'::json) as anon_12
            from bylines as bylines_2
            where anon_11.id = bylines_2.post_id
            and (exists (
              select 1
              from posts as posts_4
              where posts_4.id = bylines_2.post_id
              and posts_4.state != 'WITHDRAWN'
              and (posts_4.state in ('LIVE', 'WITHDRAWN'))
            ))
          ) returning json
        ) order by anon_11.place) filter (where anon_11.place <= 20), '[]'::json) returning json
      ) as anon_10
      from (
        select anon_14.id as id, anon_14.mission_id as mission_id, anon_14.kind as kind, anon_14.state as state, anon_14.first_published_at as first_published_at, anon_14.sort_at as sort_at, anon_14.comment_policy as comment_policy, anon_14.created_by_id as created_by_id, anon_14.created_at as created_at, anon_14.updated_at as updated_at, anon_14.key_0 as key_0, anon_14.key_1 as key_1, row_number() over (order by anon_14.key_0 asc, anon_14.key_1 asc) as place
        from (
          select posts_1.id as id, posts_1.mission_id as mission_id, posts_1.kind as kind, posts_1.state as state, posts_1.first_published_at as first_published_at, posts_1.sort_at as sort_at, posts_1.comment_policy as comment_policy, posts_1.created_by_id as created_by_id, posts_1.created_at as created_at, posts_1.updated_at as updated_at, posts_1.sort_at as key_0, posts_1.id as key_1
          from posts as posts_1
          where (exists (
            select 1
            from bylines as bylines_1
            where bylines_1.post_id = posts_1.id
            and bylines_1.person_id = people_1.id
            and (exists (
              select 1
              from posts as posts_5
              where posts_5.id = bylines_1.post_id
              and posts_5.state != 'WITHDRAWN'
              and (posts_5.state in ('LIVE', 'WITHDRAWN'))
            ))
          ))
          and posts_1.state != 'WITHDRAWN'
          and (posts_1.state in ('LIVE', 'WITHDRAWN'))
          order by posts_1.sort_at asc, posts_1.id asc
          limit 101
        ) as anon_14
        limit 21
      ) as anon_11
    ) returning json
  ) as anon_1
  from people as people_1
  where people_1.slug = $3::varchar
  and ((exists (
    select 1
    from appointments as appointments_3
    where appointments_3.person_id = people_1.id
    and true
  )) or (exists (
    select 1
    from bylines as bylines_4
    where bylines_4.person_id = people_1.id
    and (exists (
      select 1
      from posts as posts_6
      where posts_6.id = bylines_4.post_id
      and posts_6.state != 'WITHDRAWN'
      and (posts_6.state in ('LIVE', 'WITHDRAWN'))
    ))
  )))
) as r0
