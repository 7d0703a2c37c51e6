select (
  select json_object(
    'nodes' value coalesce(json_agg(json_object(
      'id' value concat('Post:', anon_2.id),
      'kind' value anon_2.kind,
      'slug' value coalesce(to_json((
        select translations_1.slug
        from translations as translations_1
        where translations_1.post_id = anon_2.id
        and translations_1.is_authentic
        and (translations_1.state in ('LIVE', 'WITHDRAWN'))
      )), E'\tnull'::json),
      'publishedAt' value anon_2.first_published_at,
      'mission' value (
        select json_object(
          'slug' value missions_1.slug,
          'name' value coalesce(to_json(coalesce((
            select missions_1.names ->> anon_5.locale as anon_4
            from unnest($1::text[]) with ordinality as anon_5(locale, position)
            where missions_1.names ? anon_5.locale
            order by anon_5.position
            limit 1
          ), missions_1.name)), E'\tnull'::json) returning json
        ) as anon_3
        from missions as missions_1
        where anon_2.mission_id = missions_1.id
        and true
      ),
      'translation' value (
        select json_object(
          'locale' value translations_2.locale,
          'direction' value translations_2.direction,
          'isFallback' value coalesce(to_json(translations_2.locale != all ($2::text[]) and cardinality($2::text[]) > 0), E'\tnull'::json),
          'title' value translations_2.title,
          'summary' value translations_2.summary returning json
        ) as anon_6
        from translations as translations_2
        where translations_2.post_id = anon_2.id
        and (translations_2.state in ('LIVE', 'WITHDRAWN'))
        order by translations_2.state = 'WITHDRAWN', coalesce(array_position($1::text[], translations_2.locale), 1000), translations_2.is_authentic desc, translations_2.locale
        limit 1
      ),
      'placements' value (
        select coalesce(json_agg(json_object(
          'position' value placements_1.position,
          'photo' value (
            select json_object(
              'url' value concat('https://posts.example/media/', photos_1.storage_key) returning json
            ) as anon_8
            from photos as photos_1
            where placements_1.photo_id = photos_1.id
            and (exists (
              select 1
              from placements as placements_2
              where placements_2.photo_id = photos_1.id
              and (exists (
                select 1
                from translations as translations_3
                where translations_3.id = placements_2.translation_id
                and (translations_3.state in ('LIVE', 'WITHDRAWN'))
              ))
            ))
          ),
          'alternativeText' value placements_1.alternative_text returning json
        ) order by placements_1.position), '[]'::json) as anon_7
        from placements as placements_1
        where placements_1.translation_id = (
          select translations_4.id
          from translations as translations_4
          where translations_4.post_id = anon_2.id
          and translations_4.is_authentic
          and (translations_4.state in ('LIVE', 'WITHDRAWN'))
        )
        and (exists (
          select 1
          from translations as translations_5
          where translations_5.id = placements_1.translation_id
          and (translations_5.state in ('LIVE', 'WITHDRAWN'))
        ))
      ),
      'bylines' value (
        select coalesce(json_agg(json_object(
          'subject' value coalesce((
            select json_object(
              'name' value coalesce(to_json(coalesce((
                select people_1.names ->> anon_12.locale as anon_11
                from unnest($1::text[]) with ordinality as anon_12(locale, position)
                where people_1.names ? anon_12.locale
                order by anon_12.position
                limit 1
              ), people_1.name)), E'\tnull'::json) returning json
            ) as anon_10
            from people as people_1
            where people_1.id = bylines_1.person_id
            and ((exists (
              select 1
              from appointments as appointments_1
              where appointments_1.person_id = people_1.id
              and true
            )) or (exists (
              select 1
              from bylines as bylines_2
              where bylines_2.person_id = people_1.id
              and (exists (
                select 1
                from posts as posts_1
                where posts_1.id = bylines_2.post_id
                and posts_1.state != 'WITHDRAWN'
                and (posts_1.state in ('LIVE', 'WITHDRAWN'))
              ))
            )))
            limit 1
          ), (
            select json_object(
              'name' value coalesce(to_json(coalesce((
                select missions_2.names ->> anon_15.locale as anon_14
                from unnest($1::text[]) with ordinality as anon_15(locale, position)
                where missions_2.names ? anon_15.locale
                order by anon_15.position
                limit 1
              ), missions_2.name)), E'\tnull'::json) returning json
            ) as anon_13
            from missions as missions_2
            where missions_2.id = bylines_1.mission_id
            and true
            limit 1
          )) returning json
        ) order by bylines_1.position), '[]'::json) as anon_9
        from bylines as bylines_1
        where anon_2.id = bylines_1.post_id
        and (exists (
          select 1
          from posts as posts_2
          where posts_2.id = bylines_1.post_id
          and posts_2.state != 'WITHDRAWN'
          and (posts_2.state in ('LIVE', 'WITHDRAWN'))
        ))
      ),
      'commentCount' value coalesce((
        select count(*) as count_1
        from comments as comments_1
        where comments_1.post_id = anon_2.id
        and (comments_1.state = 'VISIBLE' and (exists (
          select 1
          from posts as posts_3
          where posts_3.id = comments_1.post_id
          and posts_3.state = 'LIVE'
          and (posts_3.state in ('LIVE', 'WITHDRAWN'))
        )))
      ), 0) returning json
    ) order by anon_2.place) filter (where anon_2.place <= $3::integer), '[]'::json),
    'pageInfo' value json_object(
      'hasNextPage' value coalesce(to_json(count(*) > $3::integer), E'\tnull'::json),
      'endCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($4::varchar, anon_2.key_0, anon_2.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_2.place desc) filter (where anon_2.place <= $3::integer))[1] returning json
    ) returning json
  ) as anon_1
  from (
    select anon_16.id as id, anon_16.mission_id as mission_id, anon_16.kind as kind, anon_16.state as state, anon_16.first_published_at as first_published_at, anon_16.sort_at as sort_at, anon_16.comment_policy as comment_policy, anon_16.created_by_id as created_by_id, anon_16.created_at as created_at, anon_16.updated_at as updated_at, anon_16.key_0 as key_0, anon_16.key_1 as key_1, row_number() over (order by anon_16.key_0 desc, anon_16.key_1 desc) as place
    from (
      select posts_4.id as id, posts_4.mission_id as mission_id, posts_4.kind as kind, posts_4.state as state, posts_4.first_published_at as first_published_at, posts_4.sort_at as sort_at, posts_4.comment_policy as comment_policy, posts_4.created_by_id as created_by_id, posts_4.created_at as created_at, posts_4.updated_at as updated_at, posts_4.sort_at as key_0, posts_4.id as key_1
      from posts as posts_4
      where posts_4.state != 'WITHDRAWN'
      and (posts_4.state in ('LIVE', 'WITHDRAWN'))
      order by posts_4.sort_at desc, posts_4.id desc
      limit 101
    ) as anon_16
    limit $3::integer + 1
  ) as anon_2
) as r0
