select (
  select json_object(
    'nodes' value coalesce(json_agg(json_object(
      'state' value anon_2.state,
      'text' value anon_2.plain_text,
      'post' value (
        select json_object(
          'title' value coalesce(to_json((
            select translations_1.title
            from translations as translations_1
            where translations_1.post_id = posts_1.id
            and translations_1.is_authentic
            and (translations_1.state in ('LIVE', 'WITHDRAWN') or (exists (
              select 1
              from posts as posts_2
              where posts_2.id = translations_1.post_id
              and posts_2.mission_id = any ($1::uuid[])
              and (posts_2.state in ('LIVE', 'WITHDRAWN') or posts_2.mission_id = any ($1::uuid[]))
            )))
          )), E'\tnull'::json),
          'mission' value (
            select json_object(
              'slug' value missions_1.slug returning json
            ) as anon_4
            from missions as missions_1
            where posts_1.mission_id = missions_1.id
            and true
          ) returning json
        ) as anon_3
        from posts as posts_1
        where anon_2.post_id = posts_1.id
        and (posts_1.state in ('LIVE', 'WITHDRAWN') or posts_1.mission_id = any ($1::uuid[]))
      ) returning json
    ) order by anon_2.place) filter (where anon_2.place <= 20), '[]'::json) returning json
  ) as anon_1
  from (
    select anon_5.id as id, anon_5.post_id as post_id, anon_5.parent_id as parent_id, anon_5.depth as depth, anon_5.state as state, anon_5.author_name as author_name, anon_5.locale as locale, anon_5.plain_text as plain_text, anon_5.html as html, anon_5.written_at as written_at, anon_5.created_at as created_at, anon_5.updated_at as updated_at, anon_5.key_0 as key_0, anon_5.key_1 as key_1, row_number() over (order by anon_5.key_0 asc, anon_5.key_1 asc) as place
    from (
      select comments_1.id as id, comments_1.post_id as post_id, comments_1.parent_id as parent_id, comments_1.depth as depth, comments_1.state as state, comments_1.author_name as author_name, comments_1.locale as locale, comments_1.plain_text as plain_text, comments_1.html as html, comments_1.written_at as written_at, comments_1.created_at as created_at, comments_1.updated_at as updated_at, comments_1.written_at as key_0, comments_1.id as key_1
      from comments as comments_1
      where comments_1.state in ('PENDING', 'HIDDEN')
      and (comments_1.state = 'VISIBLE' and (exists (
        select 1
        from posts as posts_3
        where posts_3.id = comments_1.post_id
        and posts_3.state = 'LIVE'
        and (posts_3.state in ('LIVE', 'WITHDRAWN') or posts_3.mission_id = any ($1::uuid[]))
      )) or (exists (
        select 1
        from posts as posts_3
        where posts_3.id = comments_1.post_id
        and posts_3.mission_id = any ($1::uuid[])
        and (posts_3.state in ('LIVE', 'WITHDRAWN') or posts_3.mission_id = any ($1::uuid[]))
      )))
      order by comments_1.written_at asc, comments_1.id asc
      limit 101
    ) as anon_5
    limit 21
  ) as anon_2
) as r0
