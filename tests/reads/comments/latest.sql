select (
  select json_object(
    'totalCount' value coalesce((
      select count(*)
      from comments as comments_1
      where (comments_1.state = 'VISIBLE' and (exists (
        select 1
        from posts as posts_1
        where posts_1.id = comments_1.post_id
        and posts_1.state = 'LIVE'
        and (posts_1.state in ('LIVE', 'WITHDRAWN'))
      )))
    ), 0),
    'nodes' value coalesce(json_agg(json_object(
      'text' value anon_2.plain_text,
      'state' value anon_2.state,
      'depth' value anon_2.depth,
      'parent' value (
        select json_object(
          'authorName' value comments_2.author_name returning json
        ) as anon_3
        from comments as comments_2
        where anon_2.parent_id = comments_2.id
        and (comments_2.state = 'VISIBLE' and (exists (
          select 1
          from posts as posts_2
          where posts_2.id = comments_2.post_id
          and posts_2.state = 'LIVE'
          and (posts_2.state in ('LIVE', 'WITHDRAWN'))
        )))
      ),
      'post' value (
        select json_object(
          'title' value coalesce(to_json((
            select translations_1.title
            from translations as translations_1
            where translations_1.post_id = posts_3.id
            and translations_1.is_authentic
            and (translations_1.state in ('LIVE', 'WITHDRAWN'))
          )), E'\tnull'::json) returning json
        ) as anon_4
        from posts as posts_3
        where anon_2.post_id = posts_3.id
        and (posts_3.state in ('LIVE', 'WITHDRAWN'))
      ) returning json
    ) order by anon_2.place) filter (where anon_2.place <= $1::integer), '[]'::json),
    'pageInfo' value json_object(
      'endCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($2::varchar, anon_2.key_0, anon_2.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_2.place desc) filter (where anon_2.place <= $1::integer))[1] returning json
    ) returning json
  ) as anon_1
  from (
    select anon_5.id as id, anon_5.post_id as post_id, anon_5.parent_id as parent_id, anon_5.depth as depth, anon_5.state as state, anon_5.author_name as author_name, anon_5.locale as locale, anon_5.plain_text as plain_text, anon_5.html as html, anon_5.written_at as written_at, anon_5.created_at as created_at, anon_5.updated_at as updated_at, anon_5.key_0 as key_0, anon_5.key_1 as key_1, row_number() over (order by anon_5.key_0 desc, anon_5.key_1 desc) as place
    from (
      select comments_1.id as id, comments_1.post_id as post_id, comments_1.parent_id as parent_id, comments_1.depth as depth, comments_1.state as state, comments_1.author_name as author_name, comments_1.locale as locale, comments_1.plain_text as plain_text, comments_1.html as html, comments_1.written_at as written_at, comments_1.created_at as created_at, comments_1.updated_at as updated_at, comments_1.written_at as key_0, comments_1.id as key_1
      from comments as comments_1
      where (comments_1.state = 'VISIBLE' and (exists (
        select 1
        from posts as posts_4
        where posts_4.id = comments_1.post_id
        and posts_4.state = 'LIVE'
        and (posts_4.state in ('LIVE', 'WITHDRAWN'))
      )))
      order by comments_1.written_at desc, comments_1.id desc
      limit 101
    ) as anon_5
    limit $1::integer + 1
  ) as anon_2
) as r0, (
  select json_object(
    'nodes' value coalesce(json_agg(json_object(
      'authorName' value anon_7.author_name,
      'html' value anon_7.html returning json
    ) order by anon_7.place) filter (where anon_7.place <= 20), '[]'::json) returning json
  ) as anon_6
  from (
    select anon_8.id as id, anon_8.post_id as post_id, anon_8.parent_id as parent_id, anon_8.depth as depth, anon_8.state as state, anon_8.author_name as author_name, anon_8.locale as locale, anon_8.plain_text as plain_text, anon_8.html as html, anon_8.written_at as written_at, anon_8.created_at as created_at, anon_8.updated_at as updated_at, anon_8.key_0 as key_0, anon_8.key_1 as key_1, row_number() over (order by anon_8.key_0 asc, anon_8.key_1 asc) as place
    from (
      select comments_3.id as id, comments_3.post_id as post_id, comments_3.parent_id as parent_id, comments_3.depth as depth, comments_3.state as state, comments_3.author_name as author_name, comments_3.locale as locale, comments_3.plain_text as plain_text, comments_3.html as html, comments_3.written_at as written_at, comments_3.created_at as created_at, comments_3.updated_at as updated_at, comments_3.written_at as key_0, comments_3.id as key_1
      from comments as comments_3
      where comments_3.locale = any ($3::text[])
      and (comments_3.state = 'VISIBLE' and (exists (
        select 1
        from posts as posts_5
        where posts_5.id = comments_3.post_id
        and posts_5.state = 'LIVE'
        and (posts_5.state in ('LIVE', 'WITHDRAWN'))
      )))
      order by comments_3.written_at asc, comments_3.id asc
      limit 101
    ) as anon_8
    limit 21
  ) as anon_7
) as r1, json_object(
  'totalCount' value coalesce((
    select count(*)
    from comments as comments_4
    where comments_4.state in ('HIDDEN', 'PENDING')
    and (comments_4.state = 'VISIBLE' and (exists (
      select 1
      from posts as posts_6
      where posts_6.id = comments_4.post_id
      and posts_6.state = 'LIVE'
      and (posts_6.state in ('LIVE', 'WITHDRAWN'))
    )))
  ), 0) returning json
) as r2
