select (
  select json_object(
    'totalCount' value coalesce((
      select count(*)
      from tags as tags_1
      where (exists (
        select 1
        from post_tags as post_tags_1
        where post_tags_1.tag_id = tags_1.id
        and (exists (
          select 1
          from posts as posts_1
          where posts_1.id = post_tags_1.post_id
          and posts_1.state != 'WITHDRAWN'
          and (posts_1.state in ('LIVE', 'WITHDRAWN'))
        ))
      ))
    ), 0),
    'nodes' value coalesce(json_agg(json_object(
      'slug' value anon_2.slug,
      'name' value anon_2.name returning json
    ) order by anon_2.place) filter (where anon_2.place <= $1::integer), '[]'::json),
    'pageInfo' value json_object(
      'hasNextPage' value coalesce(to_json(count(*) > $1::integer), E'\tnull'::json) returning json
    ) returning json
  ) as anon_1
  from (
    select anon_3.id as id, anon_3.slug as slug, anon_3.name as name, anon_3.created_at as created_at, anon_3.updated_at as updated_at, anon_3.key_0 as key_0, anon_3.key_1 as key_1, row_number() over (order by anon_3.key_0 asc, anon_3.key_1 asc) as place
    from (
      select tags_1.id as id, tags_1.slug as slug, tags_1.name as name, tags_1.created_at as created_at, tags_1.updated_at as updated_at, tags_1.name as key_0, tags_1.id as key_1
      from tags as tags_1
      where (exists (
        select 1
        from post_tags as post_tags_2
        where post_tags_2.tag_id = tags_1.id
        and (exists (
          select 1
          from posts as posts_2
          where posts_2.id = post_tags_2.post_id
          and posts_2.state != 'WITHDRAWN'
          and (posts_2.state in ('LIVE', 'WITHDRAWN'))
        ))
      ))
      order by tags_1.name asc, tags_1.id asc
      limit 101
    ) as anon_3
    limit $1::integer + 1
  ) as anon_2
) as r0, (
  select json_object(
    'id' value concat('Tag:', tags_2.id),
    'name' value tags_2.name returning json
  ) as anon_4
  from tags as tags_2
  where tags_2.slug = $2::varchar
  and (exists (
    select 1
    from post_tags as post_tags_3
    where post_tags_3.tag_id = tags_2.id
    and (exists (
      select 1
      from posts as posts_3
      where posts_3.id = post_tags_3.post_id
      and posts_3.state != 'WITHDRAWN'
      and (posts_3.state in ('LIVE', 'WITHDRAWN'))
    ))
  ))
) as r1
