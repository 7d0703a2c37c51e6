select (
  select json_object(
    'title' value coalesce(to_json((
      select translations_1.title
      from translations as translations_1
      where translations_1.post_id = posts_1.id
      and translations_1.is_authentic
      and (translations_1.state in ('LIVE', 'WITHDRAWN'))
    )), E'\tnull'::json) returning json
  ) as anon_1
  from posts as posts_1
  where posts_1.id = (
    select translations_2.post_id
    from translations as translations_2
    join addresses as addresses_1 on addresses_1.translation_id = translations_2.id
    where addresses_1.path = $1::varchar
    and addresses_1.mission_id = (
      select missions_1.id
      from missions as missions_1
      where missions_1.slug = $2::varchar
      and true
    )
    and (translations_2.state in ('LIVE', 'WITHDRAWN'))
    and (exists (
      select 1
      from translations as translations_3
      where translations_3.id = addresses_1.translation_id
      and (translations_3.state in ('LIVE', 'WITHDRAWN'))
    ))
  )
  and (posts_1.state in ('LIVE', 'WITHDRAWN'))
) as r0, (
  select json_object(
    'title' value coalesce(to_json((
      select translations_4.title
      from translations as translations_4
      where translations_4.post_id = posts_2.id
      and translations_4.is_authentic
      and (translations_4.state in ('LIVE', 'WITHDRAWN'))
    )), E'\tnull'::json) returning json
  ) as anon_2
  from posts as posts_2
  where posts_2.id = (
    select translations_5.post_id
    from translations as translations_5
    join addresses as addresses_2 on addresses_2.translation_id = translations_5.id
    where addresses_2.path = $3::varchar
    and addresses_2.mission_id = (
      select missions_2.id
      from missions as missions_2
      where missions_2.slug = $4::varchar
      and true
    )
    and (translations_5.state in ('LIVE', 'WITHDRAWN'))
    and (exists (
      select 1
      from translations as translations_6
      where translations_6.id = addresses_2.translation_id
      and (translations_6.state in ('LIVE', 'WITHDRAWN'))
    ))
  )
  and (posts_2.state in ('LIVE', 'WITHDRAWN'))
) as r1, (
  select json_object(
    'title' value coalesce(to_json((
      select translations_7.title
      from translations as translations_7
      where translations_7.post_id = posts_3.id
      and translations_7.is_authentic
      and (translations_7.state in ('LIVE', 'WITHDRAWN'))
    )), E'\tnull'::json) returning json
  ) as anon_3
  from posts as posts_3
  where posts_3.id = (
    select translations_8.post_id
    from translations as translations_8
    join addresses as addresses_3 on addresses_3.translation_id = translations_8.id
    where addresses_3.path = $5::varchar
    and addresses_3.mission_id = (
      select missions_3.id
      from missions as missions_3
      where missions_3.slug = $6::varchar
      and true
    )
    and (translations_8.state in ('LIVE', 'WITHDRAWN'))
    and (exists (
      select 1
      from translations as translations_9
      where translations_9.id = addresses_3.translation_id
      and (translations_9.state in ('LIVE', 'WITHDRAWN'))
    ))
  )
  and (posts_3.state in ('LIVE', 'WITHDRAWN'))
) as r2, (
  select json_object(
    'title' value coalesce(to_json((
      select translations_10.title
      from translations as translations_10
      where translations_10.post_id = posts_4.id
      and translations_10.is_authentic
      and (translations_10.state in ('LIVE', 'WITHDRAWN'))
    )), E'\tnull'::json) returning json
  ) as anon_4
  from posts as posts_4
  where posts_4.id = (
    select translations_11.post_id
    from translations as translations_11
    join addresses as addresses_4 on addresses_4.translation_id = translations_11.id
    where addresses_4.path = $7::varchar
    and addresses_4.mission_id = (
      select missions_4.id
      from missions as missions_4
      where missions_4.slug = $8::varchar
      and true
    )
    and (translations_11.state in ('LIVE', 'WITHDRAWN'))
    and (exists (
      select 1
      from translations as translations_12
      where translations_12.id = addresses_4.translation_id
      and (translations_12.state in ('LIVE', 'WITHDRAWN'))
    ))
  )
  and (posts_4.state in ('LIVE', 'WITHDRAWN'))
) as r3, (
  select json_object(
    'title' value coalesce(to_json((
      select translations_13.title
      from translations as translations_13
      where translations_13.post_id = posts_5.id
      and translations_13.is_authentic
      and (translations_13.state in ('LIVE', 'WITHDRAWN'))
    )), E'\tnull'::json) returning json
  ) as anon_5
  from posts as posts_5
  where posts_5.id = (
    select translations_14.post_id
    from translations as translations_14
    join addresses as addresses_5 on addresses_5.translation_id = translations_14.id
    where addresses_5.path = $9::varchar
    and addresses_5.mission_id = (
      select missions_5.id
      from missions as missions_5
      where missions_5.slug = $10::varchar
      and true
    )
    and (translations_14.state in ('LIVE', 'WITHDRAWN'))
    and (exists (
      select 1
      from translations as translations_15
      where translations_15.id = addresses_5.translation_id
      and (translations_15.state in ('LIVE', 'WITHDRAWN'))
    ))
  )
  and (posts_5.state in ('LIVE', 'WITHDRAWN'))
) as r4, (
  select json_object(
    'name' value missions_6.name returning json
  ) as anon_6
  from missions as missions_6
  where missions_6.slug = $11::varchar
  and true
) as r5, (
  select json_object(
    'name' value people_1.name returning json
  ) as anon_7
  from people as people_1
  where people_1.slug = $12::varchar
  and ((exists (
    select 1
    from appointments as appointments_1
    where appointments_1.person_id = people_1.id
    and true
  )) or (exists (
    select 1
    from bylines as bylines_1
    where bylines_1.person_id = people_1.id
    and (exists (
      select 1
      from posts as posts_6
      where posts_6.id = bylines_1.post_id
      and posts_6.state != 'WITHDRAWN'
      and (posts_6.state in ('LIVE', 'WITHDRAWN'))
    ))
  )))
) as r6, (
  select json_object(
    'name' value topics_1.name returning json
  ) as anon_8
  from topics as topics_1
  where topics_1.slug = $13::varchar
  and true
) as r7, (
  select json_object(
    'name' value tags_1.name returning json
  ) as anon_9
  from tags as tags_1
  where tags_1.slug = $14::varchar
  and (exists (
    select 1
    from post_tags as post_tags_1
    where post_tags_1.tag_id = tags_1.id
    and (exists (
      select 1
      from posts as posts_7
      where posts_7.id = post_tags_1.post_id
      and posts_7.state != 'WITHDRAWN'
      and (posts_7.state in ('LIVE', 'WITHDRAWN'))
    ))
  ))
) as r8
