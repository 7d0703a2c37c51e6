select (
  select json_object(
    'totalCount' value coalesce((
      select count(*)
      from posts as posts_1
      where posts_1.state != 'WITHDRAWN'
      and posts_1.kind in ('BLOG_POST', 'STATEMENT', 'NOTICE')
      and posts_1.first_published_at > $1::timestamp with time zone
      and (posts_1.state in ('LIVE', 'WITHDRAWN'))
    ), 0),
    'edges' value coalesce(json_agg(json_object(
      'cursor' value coalesce(to_json(translate(encode(convert_to(cast(json_build_array($2::varchar, anon_2.key_0, anon_2.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_')), E'\tnull'::json),
      'node' value json_object(
        'title' value coalesce(to_json((
          select translations_1.title
          from translations as translations_1
          where translations_1.post_id = anon_2.id
          and translations_1.is_authentic
          and (translations_1.state in ('LIVE', 'WITHDRAWN'))
        )), E'\tnull'::json),
        'publishedAt' value anon_2.first_published_at returning json
      ) returning json
    ) order by anon_2.place) filter (where anon_2.place <= $3::integer), '[]'::json),
    'pageInfo' value json_object(
      'hasNextPage' value coalesce(to_json(count(*) > $3::integer), E'\tnull'::json),
      'hasPreviousPage' value false,
      'startCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($2::varchar, anon_2.key_0, anon_2.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_2.place) filter (where anon_2.place <= $3::integer))[1],
      'endCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($2::varchar, anon_2.key_0, anon_2.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_2.place desc) filter (where anon_2.place <= $3::integer))[1] returning json
    ) returning json
  ) as anon_1
  from (
    select anon_3.id as id, anon_3.mission_id as mission_id, anon_3.kind as kind, anon_3.state as state, anon_3.first_published_at as first_published_at, anon_3.sort_at as sort_at, anon_3.comment_policy as comment_policy, anon_3.created_by_id as created_by_id, anon_3.created_at as created_at, anon_3.updated_at as updated_at, anon_3.key_0 as key_0, anon_3.key_1 as key_1, row_number() over (order by anon_3.key_0 asc, anon_3.key_1 asc) as place
    from (
      select posts_1.id as id, posts_1.mission_id as mission_id, posts_1.kind as kind, posts_1.state as state, posts_1.first_published_at as first_published_at, posts_1.sort_at as sort_at, posts_1.comment_policy as comment_policy, posts_1.created_by_id as created_by_id, posts_1.created_at as created_at, posts_1.updated_at as updated_at, posts_1.sort_at as key_0, posts_1.id as key_1
      from posts as posts_1
      where posts_1.state != 'WITHDRAWN'
      and posts_1.kind in ('BLOG_POST', 'STATEMENT', 'NOTICE')
      and posts_1.first_published_at > $1::timestamp with time zone
      and (posts_1.state in ('LIVE', 'WITHDRAWN'))
      order by posts_1.sort_at asc, posts_1.id asc
      limit 101
    ) as anon_3
    limit $3::integer + 1
  ) as anon_2
) as r0
