with recursive anon_4(id) as (
  select topics_1.id as id
  from topics as topics_1
  where topics_1.slug = $1::varchar
  and true
  union
  select topics_2.id as id
  from topics as topics_2
  join anon_4 on topics_2.parent_id = anon_4.id
  where true
), anon_17(id) as (
  select topics_3.id as id
  from topics as topics_3
  where topics_3.slug = $7::varchar
  and true
  union
  select topics_4.id as id
  from topics as topics_4
  join anon_17 on topics_4.parent_id = anon_17.id
  where true
) select (
  select json_object(
    'nodes' value coalesce(json_agg(json_object(
      'title' value coalesce(to_json((
        select translations_1.title
        from translations as translations_1
        where translations_1.post_id = anon_2.id
        and translations_1.is_authentic
        and (translations_1.state in ('LIVE', 'WITHDRAWN'))
      )), E'\tnull'::json) returning json
    ) order by anon_2.place) filter (where anon_2.place <= 20), '[]'::json) returning json
  ) as anon_1
  from (
    select anon_3.id as id, anon_3.mission_id as mission_id, anon_3.kind as kind, anon_3.state as state, anon_3.first_published_at as first_published_at, anon_3.sort_at as sort_at, anon_3.comment_policy as comment_policy, anon_3.created_by_id as created_by_id, anon_3.created_at as created_at, anon_3.updated_at as updated_at, anon_3.key_0 as key_0, anon_3.key_1 as key_1, row_number() over (order by anon_3.key_0 desc, anon_3.key_1 desc) as place
    from (
      select posts_1.id as id, posts_1.mission_id as mission_id, posts_1.kind as kind, posts_1.state as state, posts_1.first_published_at as first_published_at, posts_1.sort_at as sort_at, posts_1.comment_policy as comment_policy, posts_1.created_by_id as created_by_id, posts_1.created_at as created_at, posts_1.updated_at as updated_at, posts_1.sort_at as key_0, posts_1.id as key_1
      from posts as posts_1
      where posts_1.state != 'WITHDRAWN'
      and (posts_1.kind in ('NOTICE') or posts_1.id in (
        select post_topics_1.post_id
        from post_topics as post_topics_1
        where post_topics_1.topic_id in (
          select anon_4.id
          from anon_4
        )
        and (exists (
          select 1
          from posts as posts_2
          where posts_2.id = post_topics_1.post_id
          and posts_2.state != 'WITHDRAWN'
          and (posts_2.state in ('LIVE', 'WITHDRAWN'))
        ))
      ))
      and (posts_1.state in ('LIVE', 'WITHDRAWN'))
      order by posts_1.sort_at desc, posts_1.id desc
      limit 101
    ) as anon_3
    limit 21
  ) as anon_2
) as r0, (
  select json_object(
    'nodes' value coalesce(json_agg(json_object(
      'title' value coalesce(to_json((
        select translations_2.title
        from translations as translations_2
        where translations_2.post_id = anon_6.id
        and translations_2.is_authentic
        and (translations_2.state in ('LIVE', 'WITHDRAWN'))
      )), E'\tnull'::json) returning json
    ) order by anon_6.place) filter (where anon_6.place <= 20), '[]'::json) returning json
  ) as anon_5
  from (
    select anon_7.id as id, anon_7.mission_id as mission_id, anon_7.kind as kind, anon_7.state as state, anon_7.first_published_at as first_published_at, anon_7.sort_at as sort_at, anon_7.comment_policy as comment_policy, anon_7.created_by_id as created_by_id, anon_7.created_at as created_at, anon_7.updated_at as updated_at, anon_7.key_0 as key_0, anon_7.key_1 as key_1, row_number() over (order by anon_7.key_0 desc, anon_7.key_1 desc) as place
    from (
      select posts_3.id as id, posts_3.mission_id as mission_id, posts_3.kind as kind, posts_3.state as state, posts_3.first_published_at as first_published_at, posts_3.sort_at as sort_at, posts_3.comment_policy as comment_policy, posts_3.created_by_id as created_by_id, posts_3.created_at as created_at, posts_3.updated_at as updated_at, posts_3.sort_at as key_0, posts_3.id as key_1
      from posts as posts_3
      where posts_3.state != 'WITHDRAWN'
      and (posts_3.kind in ('NOTICE') or posts_3.mission_id = any ($2::uuid[])) is not true
      and (posts_3.state in ('LIVE', 'WITHDRAWN'))
      order by posts_3.sort_at desc, posts_3.id desc
      limit 101
    ) as anon_7
    limit 21
  ) as anon_6
) as r1, (
  select json_object(
    'nodes' value coalesce(json_agg(json_object(
      'title' value coalesce(to_json((
        select translations_3.title
        from translations as translations_3
        where translations_3.post_id = anon_9.id
        and translations_3.is_authentic
        and (translations_3.state in ('LIVE', 'WITHDRAWN'))
      )), E'\tnull'::json) returning json
    ) order by anon_9.place) filter (where anon_9.place <= 20), '[]'::json) returning json
  ) as anon_8
  from (
    select anon_10.id as id, anon_10.mission_id as mission_id, anon_10.kind as kind, anon_10.state as state, anon_10.first_published_at as first_published_at, anon_10.sort_at as sort_at, anon_10.comment_policy as comment_policy, anon_10.created_by_id as created_by_id, anon_10.created_at as created_at, anon_10.updated_at as updated_at, anon_10.key_0 as key_0, anon_10.key_1 as key_1, row_number() over (order by anon_10.key_0 desc, anon_10.key_1 desc) as place
    from (
      select posts_4.id as id, posts_4.mission_id as mission_id, posts_4.kind as kind, posts_4.state as state, posts_4.first_published_at as first_published_at, posts_4.sort_at as sort_at, posts_4.comment_policy as comment_policy, posts_4.created_by_id as created_by_id, posts_4.created_at as created_at, posts_4.updated_at as updated_at, posts_4.sort_at as key_0, posts_4.id as key_1
      from posts as posts_4
      where posts_4.state != 'WITHDRAWN'
      and (exists (
        select 1
        from missions as missions_1
        where missions_1.id = posts_4.mission_id
        and missions_1.slug = any ($3::text[])
        and true
      ))
      and (exists (
        select 1
        from translations as translations_4
        where translations_4.post_id = posts_4.id
        and translations_4.locale = any ($4::text[])
        and (translations_4.state != 'WITHDRAWN' or posts_4.state = 'WITHDRAWN')
        and (translations_4.state in ('LIVE', 'WITHDRAWN'))
      ))
      and (exists (
        select 1
        from post_tags as post_tags_1
        join tags as tags_1 on tags_1.id = post_tags_1.tag_id
        where post_tags_1.post_id = posts_4.id
        and tags_1.slug = any ($5::text[])
        and (exists (
          select 1
          from posts as posts_5
          where posts_5.id = post_tags_1.post_id
          and posts_5.state != 'WITHDRAWN'
          and (posts_5.state in ('LIVE', 'WITHDRAWN'))
        ))
        and (exists (
          select 1
          from post_tags as post_tags_2
          where post_tags_2.tag_id = tags_1.id
          and (exists (
            select 1
            from posts as posts_6
            where posts_6.id = post_tags_2.post_id
            and posts_6.state != 'WITHDRAWN'
            and (posts_6.state in ('LIVE', 'WITHDRAWN'))
          ))
        ))
      ))
      and (posts_4.state in ('LIVE', 'WITHDRAWN'))
      order by posts_4.sort_at desc, posts_4.id desc
      limit 101
    ) as anon_10
    limit 21
  ) as anon_9
) as r2, (
  select json_object(
    'nodes' value coalesce(json_agg(json_object(
      'title' value coalesce(to_json((
        select translations_5.title
        from translations as translations_5
        where translations_5.post_id = anon_12.id
        and translations_5.is_authentic
        and (translations_5.state in ('LIVE', 'WITHDRAWN'))
      )), E'\tnull'::json),
      'updatedAt' value anon_12.updated_at returning json
    ) order by anon_12.place) filter (where anon_12.place <= 20), '[]'::json) returning json
  ) as anon_11
  from (
    select anon_13.id as id, anon_13.mission_id as mission_id, anon_13.kind as kind, anon_13.state as state, anon_13.first_published_at as first_published_at, anon_13.sort_at as sort_at, anon_13.comment_policy as comment_policy, anon_13.created_by_id as created_by_id, anon_13.created_at as created_at, anon_13.updated_at as updated_at, anon_13.key_0 as key_0, anon_13.key_1 as key_1, row_number() over (order by anon_13.key_0 desc, anon_13.key_1 desc) as place
    from (
      select posts_7.id as id, posts_7.mission_id as mission_id, posts_7.kind as kind, posts_7.state as state, posts_7.first_published_at as first_published_at, posts_7.sort_at as sort_at, posts_7.comment_policy as comment_policy, posts_7.created_by_id as created_by_id, posts_7.created_at as created_at, posts_7.updated_at as updated_at, posts_7.updated_at as key_0, posts_7.id as key_1
      from posts as posts_7
      where posts_7.state != 'WITHDRAWN'
      and (exists (
        select 1
        from bylines as bylines_1
        where bylines_1.post_id = posts_7.id
        and bylines_1.person_id = $6::uuid
        and (exists (
          select 1
          from posts as posts_8
          where posts_8.id = bylines_1.post_id
          and posts_8.state != 'WITHDRAWN'
          and (posts_8.state in ('LIVE', 'WITHDRAWN'))
        ))
      ))
      and (posts_7.state in ('LIVE', 'WITHDRAWN'))
      order by posts_7.updated_at desc, posts_7.id desc
      limit 101
    ) as anon_13
    limit 21
  ) as anon_12
) as r3, (
  select json_object(
    'nodes' value coalesce(json_agg(json_object(
      'title' value coalesce(to_json((
        select translations_6.title
        from translations as translations_6
        where translations_6.post_id = anon_15.id
        and translations_6.is_authentic
        and (translations_6.state in ('LIVE', 'WITHDRAWN'))
      )), E'\tnull'::json) returning json
    ) order by anon_15.place) filter (where anon_15.place <= 20), '[]'::json) returning json
  ) as anon_14
  from (
    select anon_16.id as id, anon_16.mission_id as mission_id, anon_16.kind as kind, anon_16.state as state, anon_16.first_published_at as first_published_at, anon_16.sort_at as sort_at, anon_16.comment_policy as comment_policy, anon_16.created_by_id as created_by_id, anon_16.created_at as created_at, anon_16.updated_at as updated_at, anon_16.key_0 as key_0, anon_16.key_1 as key_1, row_number() over (order by anon_16.key_0 desc, anon_16.key_1 desc) as place
    from (
      select posts_9.id as id, posts_9.mission_id as mission_id, posts_9.kind as kind, posts_9.state as state, posts_9.first_published_at as first_published_at, posts_9.sort_at as sort_at, posts_9.comment_policy as comment_policy, posts_9.created_by_id as created_by_id, posts_9.created_at as created_at, posts_9.updated_at as updated_at, posts_9.sort_at as key_0, posts_9.id as key_1
      from posts as posts_9
      where posts_9.state != 'WITHDRAWN'
      and posts_9.id in (
        select post_topics_2.post_id
        from post_topics as post_topics_2
        where post_topics_2.topic_id in (
          select anon_17.id
          from anon_17
        )
        and (exists (
          select 1
          from posts as posts_10
          where posts_10.id = post_topics_2.post_id
          and posts_10.state != 'WITHDRAWN'
          and (posts_10.state in ('LIVE', 'WITHDRAWN'))
        ))
      )
      and (posts_9.state in ('LIVE', 'WITHDRAWN'))
      order by posts_9.sort_at desc, posts_9.id desc
      limit 101
    ) as anon_16
    limit 21
  ) as anon_15
) as r4, json_object(
  'totalCount' value coalesce((
    select count(*)
    from posts as posts_11
    where posts_11.state in ('DRAFT', 'UNPUBLISHED')
    and (posts_11.state in ('LIVE', 'WITHDRAWN'))
  ), 0) returning json
) as r5
