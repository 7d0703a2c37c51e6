select (
  select json_object(
    'name' value topics_1.name,
    'parent' value (
      select json_object(
        'name' value coalesce(to_json(coalesce((
          select topics_2.names ->> anon_4.locale as anon_3
          from unnest($1::text[]) with ordinality as anon_4(locale, position)
          where topics_2.names ? anon_4.locale
          order by anon_4.position
          limit 1
        ), topics_2.name)), E'\tnull'::json),
        'parent' value (
          select json_object(
            'name' value topics_3.name returning json
          ) as anon_5
          from topics as topics_3
          where topics_2.parent_id = topics_3.id
          and true
        ) returning json
      ) as anon_2
      from topics as topics_2
      where topics_1.parent_id = topics_2.id
      and true
    ),
    'topics' value (
      select json_object(
        'nodes' value coalesce(json_agg(json_object(
          'slug' value anon_7.slug returning json
        ) order by anon_7.place) filter (where anon_7.place <= 20), '[]'::json) returning json
      ) as anon_6
      from (
        select anon_8.id as id, anon_8.slug as slug, anon_8.name as name, anon_8.names as names, anon_8.parent_id as parent_id, anon_8.created_at as created_at, anon_8.updated_at as updated_at, anon_8.key_0 as key_0, anon_8.key_1 as key_1, row_number() over (order by anon_8.key_0 asc, anon_8.key_1 asc) as place
        from (
          select topics_4.id as id, topics_4.slug as slug, topics_4.name as name, topics_4.names as names, topics_4.parent_id as parent_id, topics_4.created_at as created_at, topics_4.updated_at as updated_at, topics_4.name as key_0, topics_4.id as key_1
          from topics as topics_4
          where topics_4.parent_id = topics_1.id
          and true
          order by topics_4.name asc, topics_4.id asc
          limit 101
        ) as anon_8
        limit 21
      ) as anon_7
    ),
    'posts' value (
      select json_object(
        'totalCount' value coalesce((
          select count(*)
          from posts as posts_1
          where (exists (
            select 1
            from post_topics as post_topics_1
            where post_topics_1.post_id = posts_1.id
            and post_topics_1.topic_id = topics_1.id
            and (exists (
              select 1
              from posts as posts_2
              where posts_2.id = post_topics_1.post_id
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
            where translations_1.post_id = anon_10.id
            and translations_1.is_authentic
            and (translations_1.state in ('LIVE', 'WITHDRAWN'))
          )), E'\tnull'::json),
          'topics' value (
            select coalesce(json_agg(json_object(
              'slug' value topics_5.slug returning json
            ) order by topics_5.name, topics_5.id), '[]'::json) as anon_11
            from topics as topics_5
            where topics_5.id in (
              select post_topics_2.topic_id
              from post_topics as post_topics_2
              where post_topics_2.post_id = anon_10.id
              and (exists (
                select 1
                from posts as posts_3
                where posts_3.id = post_topics_2.post_id
                and posts_3.state != 'WITHDRAWN'
                and (posts_3.state in ('LIVE', 'WITHDRAWN'))
              ))
            )
            and true
          ) returning json
        ) order by anon_10.place) filter (where anon_10.place <= 20), '[]'::json) returning json
      ) as anon_9
      from (
        select anon_12.id as id, anon_12.mission_id as mission_id, anon_12.kind as kind, anon_12.state as state, anon_12.first_published_at as first_published_at, anon_12.sort_at as sort_at, anon_12.comment_policy as comment_policy, anon_12.created_by_id as created_by_id, anon_12.created_at as created_at, anon_12.updated_at as updated_at, anon_12.key_0 as key_0, anon_12.key_1 as key_1, row_number() over (order by anon_12.key_0 desc, anon_12.key_1 desc) as place
        from (
          select posts_1.id as id, posts_1.mission_id as mission_id, posts_1.kind as kind, posts_1.state as state, posts_1.first_published_at as first_published_at, posts_1.sort_at as sort_at, posts_1.comment_policy as comment_policy, posts_1.created_by_id as created_by_id, posts_1.created_at as created_at, posts_1.updated_at as updated_at, posts_1.sort_at as key_0, posts_1.id as key_1
          from posts as posts_1
          where (exists (
            select 1
            from post_topics as post_topics_1
            where post_topics_1.post_id = posts_1.id
            and post_topics_1.topic_id = topics_1.id
            and (exists (
              select 1
              from posts as posts_4
              where posts_4.id = post_topics_1.post_id
              and posts_4.state != 'WITHDRAWN'
              and (posts_4.state in ('LIVE', 'WITHDRAWN'))
            ))
          ))
          and posts_1.state != 'WITHDRAWN'
          and (posts_1.state in ('LIVE', 'WITHDRAWN'))
          order by posts_1.sort_at desc, posts_1.id desc
          limit 101
        ) as anon_12
        limit 21
      ) as anon_10
    ) returning json
  ) as anon_1
  from topics as topics_1
  where topics_1.slug = $2::varchar
  and true
) as r0, (
  select json_object(
    'nodes' value coalesce(json_agg(json_object(
      'slug' value anon_14.slug,
      'posts' value json_object(
        'totalCount' value coalesce((
          select count(*)
          from posts as posts_5
          where (exists (
            select 1
            from post_topics as post_topics_3
            where post_topics_3.post_id = posts_5.id
            and post_topics_3.topic_id = anon_14.id
            and (exists (
              select 1
              from posts as posts_6
              where posts_6.id = post_topics_3.post_id
              and posts_6.state != 'WITHDRAWN'
              and (posts_6.state in ('LIVE', 'WITHDRAWN'))
            ))
          ))
          and posts_5.state != 'WITHDRAWN'
          and (posts_5.state in ('LIVE', 'WITHDRAWN'))
        ), 0) returning json
      ) returning json
    ) order by anon_14.place) filter (where anon_14.place <= 20), '[]'::json) returning json
  ) as anon_13
  from (
    select anon_15.id as id, anon_15.slug as slug, anon_15.name as name, anon_15.names as names, anon_15.parent_id as parent_id, anon_15.created_at as created_at, anon_15.updated_at as updated_at, anon_15.key_0 as key_0, anon_15.key_1 as key_1, row_number() over (order by anon_15.key_0 asc, anon_15.key_1 asc) as place
    from (
      select topics_6.id as id, topics_6.slug as slug, topics_6.name as name, topics_6.names as names, topics_6.parent_id as parent_id, topics_6.created_at as created_at, topics_6.updated_at as updated_at, topics_6.name as key_0, topics_6.id as key_1
      from topics as topics_6
      where (topics_6.parent_id is null) = true
      and true
      order by topics_6.name asc, topics_6.id asc
      limit 101
    ) as anon_15
    limit 21
  ) as anon_14
) as r1
