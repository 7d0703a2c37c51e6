select (
  select json_object(
    'id' value concat('Post:', posts_1.id),
    'title' value coalesce(to_json((
      select translations_1.title
      from translations as translations_1
      where translations_1.post_id = posts_1.id
      and translations_1.is_authentic
      and (translations_1.state in ('LIVE', 'WITHDRAWN'))
    )), E'\tnull'::json),
    'kind' value posts_1.kind,
    '__typename' value 'Post',
    'body' value (
      select json_object(
        'text' value translations_2.plain_text returning json
      ) as anon_2
      from translations as translations_2
      where translations_2.post_id = posts_1.id
      and translations_2.is_authentic
      and (translations_2.state in ('LIVE', 'WITHDRAWN'))
    ),
    'sameTitle' value coalesce(to_json((
      select translations_3.title
      from translations as translations_3
      where translations_3.post_id = posts_1.id
      and translations_3.is_authentic
      and (translations_3.state in ('LIVE', 'WITHDRAWN'))
    )), E'\tnull'::json) returning json
  ) as anon_1
  from posts as posts_1
  where posts_1.id = (
    select translations_4.post_id
    from translations as translations_4
    join addresses as addresses_1 on addresses_1.translation_id = translations_4.id
    where addresses_1.path = $1::varchar
    and addresses_1.mission_id = (
      select missions_1.id
      from missions as missions_1
      where missions_1.slug = $2::varchar
      and true
    )
    and (translations_4.state in ('LIVE', 'WITHDRAWN'))
    and (exists (
      select 1
      from translations as translations_5
      where translations_5.id = addresses_1.translation_id
      and (translations_5.state in ('LIVE', 'WITHDRAWN'))
    ))
  )
  and (posts_1.state in ('LIVE', 'WITHDRAWN'))
) as r0, (
  select json_object(
    'id' value concat('Post:', posts_2.id),
    'title' value coalesce(to_json((
      select translations_6.title
      from translations as translations_6
      where translations_6.post_id = posts_2.id
      and translations_6.is_authentic
      and (translations_6.state in ('LIVE', 'WITHDRAWN'))
    )), E'\tnull'::json),
    'kind' value posts_2.kind,
    '__typename' value 'Post' returning json
  ) as anon_3
  from posts as posts_2
  where posts_2.id = (
    select translations_7.post_id
    from translations as translations_7
    join addresses as addresses_2 on addresses_2.translation_id = translations_7.id
    where addresses_2.path = $3::varchar
    and addresses_2.mission_id = (
      select missions_2.id
      from missions as missions_2
      where missions_2.slug = $4::varchar
      and true
    )
    and (translations_7.state in ('LIVE', 'WITHDRAWN'))
    and (exists (
      select 1
      from translations as translations_8
      where translations_8.id = addresses_2.translation_id
      and (translations_8.state in ('LIVE', 'WITHDRAWN'))
    ))
  )
  and (posts_2.state in ('LIVE', 'WITHDRAWN'))
) as r1
