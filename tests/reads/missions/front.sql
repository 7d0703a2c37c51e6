select (
  select json_object(
    'name' value coalesce(to_json(coalesce((
      select missions_1.names ->> anon_3.locale as anon_2
      from unnest($1::text[]) with ordinality as anon_3(locale, position)
      where missions_1.names ? anon_3.locale
      order by anon_3.position
      limit 1
    ), missions_1.name)), E'\tnull'::json),
    'featuredPosts' value (
      select coalesce(json_agg(json_object(
        'slug' value coalesce(to_json((
          select translations_1.slug
          from translations as translations_1
          where translations_1.post_id = posts_1.id
          and translations_1.is_authentic
          and (translations_1.state in ('LIVE', 'WITHDRAWN'))
        )), E'\tnull'::json),
        'isFeatured' value exists (
          select 1
          from features as features_2
          where features_2.post_id = posts_1.id
          and ((features_2.until is null or features_2.until > now()) and (exists (
            select 1
            from posts as posts_2
            where posts_2.id = features_2.post_id
            and (posts_2.state in ('LIVE', 'WITHDRAWN'))
          )))
        ),
        'publishedAt' value posts_1.first_published_at,
        'translation' value (
          select json_object(
            'locale' value translations_2.locale,
            'title' value translations_2.title,
            'summary' value translations_2.summary,
            'notices' value (
              select coalesce(json_agg(json_object(
                'kind' value notices_1.kind returning json
              ) order by notices_1.noted_at desc, notices_1.id desc), '[]'::json) as anon_6
              from notices as notices_1
              where notices_1.post_id = translations_2.post_id
              and (notices_1.translation_id = translations_2.id or notices_1.translation_id is null)
              and (exists (
                select 1
                from posts as posts_3
                where posts_3.id = notices_1.post_id
                and (notices_1.kind in ('WITHDRAWN', 'RETRACTION') and notices_1.ended_at is null or posts_3.state = 'LIVE' and (notices_1.translation_id is null or (exists (
                  select 1
                  from translations as translations_3
                  where translations_3.id = notices_1.translation_id
                  and translations_3.state = 'LIVE'
                  and (translations_3.state in ('LIVE', 'WITHDRAWN'))
                ))))
                and (posts_3.state in ('LIVE', 'WITHDRAWN'))
              ))
            ) returning json
          ) as anon_5
          from translations as translations_2
          where translations_2.post_id = posts_1.id
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
                  from translations as translations_4
                  where translations_4.id = placements_2.translation_id
                  and (translations_4.state in ('LIVE', 'WITHDRAWN'))
                ))
              ))
            ) returning json
          ) order by placements_1.position), '[]'::json) as anon_7
          from placements as placements_1
          where placements_1.translation_id = (
            select translations_5.id
            from translations as translations_5
            where translations_5.post_id = posts_1.id
            and translations_5.is_authentic
            and (translations_5.state in ('LIVE', 'WITHDRAWN'))
          )
          and (exists (
            select 1
            from translations as translations_6
            where translations_6.id = placements_1.translation_id
            and (translations_6.state in ('LIVE', 'WITHDRAWN'))
          ))
        ) returning json
      ) order by features_1.position), '[]'::json) as anon_4
      from posts as posts_1
      join features as features_1 on features_1.post_id = posts_1.id
      where features_1.mission_id = missions_1.id
      and (posts_1.state in ('LIVE', 'WITHDRAWN'))
      and ((features_1.until is null or features_1.until > now()) and (exists (
        select 1
        from posts as posts_4
        where posts_4.id = features_1.post_id
        and (posts_4.state in ('LIVE', 'WITHDRAWN'))
      )))
      and (posts_1.state in ('LIVE', 'WITHDRAWN'))
    ),
    'posts' value (
      select json_object(
        'nodes' value coalesce(json_agg(json_object(
          'slug' value coalesce(to_json((
            select translations_7.slug
            from translations as translations_7
            where translations_7.post_id = anon_10.id
            and translations_7.is_authentic
            and (translations_7.state in ('LIVE', 'WITHDRAWN'))
          )), E'\tnull'::json),
          'isFeatured' value exists (
            select 1
            from features as features_3
            where features_3.post_id = anon_10.id
            and ((features_3.until is null or features_3.until > now()) and (exists (
              select 1
              from posts as posts_5
              where posts_5.id = features_3.post_id
              and (posts_5.state in ('LIVE', 'WITHDRAWN'))
            )))
          ),
          'title' value coalesce(to_json((
            select translations_8.title
            from translations as translations_8
            where translations_8.post_id = anon_10.id
            and translations_8.is_authentic
            and (translations_8.state in ('LIVE', 'WITHDRAWN'))
          )), E'\tnull'::json) returning json
        ) order by anon_10.place) filter (where anon_10.place <= $2::integer), '[]'::json) returning json
      ) as anon_9
      from (
        select anon_11.id as id, anon_11.mission_id as mission_id, anon_11.kind as kind, anon_11.state as state, anon_11.first_published_at as first_published_at, anon_11.sort_at as sort_at, anon_11.comment_policy as comment_policy, anon_11.created_by_id as created_by_id, anon_11.created_at as created_at, anon_11.updated_at as updated_at, anon_11.key_0 as key_0, anon_11.key_1 as key_1, row_number() over (order by anon_11.key_0 desc, anon_11.key_1 desc) as place
        from (
          select posts_6.id as id, posts_6.mission_id as mission_id, posts_6.kind as kind, posts_6.state as state, posts_6.first_published_at as first_published_at, posts_6.sort_at as sort_at, posts_6.comment_policy as comment_policy, posts_6.created_by_id as created_by_id, posts_6.created_at as created_at, posts_6.updated_at as updated_at, posts_6.sort_at as key_0, posts_6.id as key_1
          from posts as posts_6
          where posts_6.mission_id = missions_1.id
          and posts_6.state != 'WITHDRAWN'
          and (posts_6.state in ('LIVE', 'WITHDRAWN'))
          order by posts_6.sort_at desc, posts_6.id desc
          limit 101
        ) as anon_11
        limit $2::integer + 1
      ) as anon_10
    ) returning json
  ) as anon_1
  from missions as missions_1
  where missions_1.slug = $3::varchar
  and true
) as r0, (
  select json_object(
    'featuredPosts' value (
      select coalesce(json_agg(json_object(
        'slug' value coalesce(to_json((
          select translations_9.slug
          from translations as translations_9
          where translations_9.post_id = posts_7.id
          and translations_9.is_authentic
          and (translations_9.state in ('LIVE', 'WITHDRAWN'))
        )), E'\tnull'::json) returning json
      ) order by features_4.position), '[]'::json) as anon_13
      from posts as posts_7
      join features as features_4 on features_4.post_id = posts_7.id
      where features_4.mission_id = missions_2.id
      and (posts_7.state in ('LIVE', 'WITHDRAWN'))
      and ((features_4.until is null or features_4.until > now()) and (exists (
        select 1
        from posts as posts_8
        where posts_8.id = features_4.post_id
        and (posts_8.state in ('LIVE', 'WITHDRAWN'))
      )))
      and (posts_7.state in ('LIVE', 'WITHDRAWN'))
    ) returning json
  ) as anon_12
  from missions as missions_2
  where missions_2.slug = $4::varchar
  and true
) as r1, (
  select json_object(
    'isFeatured' value exists (
      select 1
      from features as features_5
      where features_5.post_id = posts_9.id
      and ((features_5.until is null or features_5.until > now()) and (exists (
        select 1
        from posts as posts_10
        where posts_10.id = features_5.post_id
        and (posts_10.state in ('LIVE', 'WITHDRAWN'))
      )))
    ) returning json
  ) as anon_14
  from posts as posts_9
  where posts_9.id = (
    select translations_10.post_id
    from translations as translations_10
    join addresses as addresses_1 on addresses_1.translation_id = translations_10.id
    where addresses_1.path = $5::varchar
    and addresses_1.mission_id = (
      select missions_3.id
      from missions as missions_3
      where missions_3.slug = $6::varchar
      and true
    )
    and (translations_10.state in ('LIVE', 'WITHDRAWN'))
    and (exists (
      select 1
      from translations as translations_11
      where translations_11.id = addresses_1.translation_id
      and (translations_11.state in ('LIVE', 'WITHDRAWN'))
    ))
  )
  and (posts_9.state in ('LIVE', 'WITHDRAWN'))
) as r2
