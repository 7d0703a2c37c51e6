select (
  select json_object(
    'slug' value coalesce(to_json((
      select translations_1.slug
      from translations as translations_1
      where translations_1.post_id = posts_1.id
      and translations_1.is_authentic
      and (translations_1.state in ('LIVE', 'WITHDRAWN'))
    )), E'\tnull'::json),
    'redirect' value (
      select json_object(
        'slug' value translations_2.slug,
        'locale' value translations_2.locale returning json
      ) as anon_2
      from translations as translations_2
      where translations_2.post_id = posts_1.id
      and translations_2.id = (
        select addresses_1.translation_id
        from addresses as addresses_1
        where addresses_1.mission_id = posts_1.mission_id
        and addresses_1.path = $1::varchar
        and addresses_1.is_current is false
        and (exists (
          select 1
          from translations as translations_3
          where translations_3.id = addresses_1.translation_id
          and (translations_3.state in ('LIVE', 'WITHDRAWN'))
        ))
      )
      and (translations_2.state in ('LIVE', 'WITHDRAWN'))
    ) returning json
  ) as anon_1
  from posts as posts_1
  where posts_1.id = (
    select translations_4.post_id
    from translations as translations_4
    join addresses as addresses_2 on addresses_2.translation_id = translations_4.id
    where addresses_2.path = $1::varchar
    and addresses_2.mission_id = (
      select missions_1.id
      from missions as missions_1
      where missions_1.slug = $2::varchar
      and true
    )
    and (translations_4.state in ('LIVE', 'WITHDRAWN'))
    and (exists (
      select 1
      from translations as translations_5
      where translations_5.id = addresses_2.translation_id
      and (translations_5.state in ('LIVE', 'WITHDRAWN'))
    ))
  )
  and (posts_1.state in ('LIVE', 'WITHDRAWN'))
) as r0, (
  select json_object(
    'redirect' value (
      select json_object(
        'slug' value translations_6.slug returning json
      ) as anon_4
      from translations as translations_6
      where translations_6.post_id = posts_2.id
      and translations_6.id = (
        select addresses_3.translation_id
        from addresses as addresses_3
        where addresses_3.mission_id = posts_2.mission_id
        and addresses_3.path = $3::varchar
        and addresses_3.is_current is false
        and (exists (
          select 1
          from translations as translations_7
          where translations_7.id = addresses_3.translation_id
          and (translations_7.state in ('LIVE', 'WITHDRAWN'))
        ))
      )
      and (translations_6.state in ('LIVE', 'WITHDRAWN'))
    ) returning json
  ) as anon_3
  from posts as posts_2
  where posts_2.id = (
    select translations_8.post_id
    from translations as translations_8
    join addresses as addresses_4 on addresses_4.translation_id = translations_8.id
    where addresses_4.path = $4::varchar
    and addresses_4.mission_id = (
      select missions_2.id
      from missions as missions_2
      where missions_2.slug = $5::varchar
      and true
    )
    and (translations_8.state in ('LIVE', 'WITHDRAWN'))
    and (exists (
      select 1
      from translations as translations_9
      where translations_9.id = addresses_4.translation_id
      and (translations_9.state in ('LIVE', 'WITHDRAWN'))
    ))
  )
  and (posts_2.state in ('LIVE', 'WITHDRAWN'))
) as r1, (
  select json_object(
    'slug' value coalesce(to_json((
      select translations_10.slug
      from translations as translations_10
      where translations_10.post_id = posts_3.id
      and translations_10.is_authentic
      and (translations_10.state in ('LIVE', 'WITHDRAWN'))
    )), E'\tnull'::json),
    'locale' value coalesce(to_json((
      select translations_11.locale
      from translations as translations_11
      where translations_11.post_id = posts_3.id
      and translations_11.is_authentic
      and (translations_11.state in ('LIVE', 'WITHDRAWN'))
    )), E'\tnull'::json),
    'redirect' value (
      select json_object(
        'slug' value translations_12.slug returning json
      ) as anon_6
      from translations as translations_12
      where translations_12.post_id = posts_3.id
      and translations_12.id = (
        select addresses_5.translation_id
        from addresses as addresses_5
        where addresses_5.mission_id = posts_3.mission_id
        and addresses_5.path = $6::varchar
        and addresses_5.is_current is false
        and (exists (
          select 1
          from translations as translations_13
          where translations_13.id = addresses_5.translation_id
          and (translations_13.state in ('LIVE', 'WITHDRAWN'))
        ))
      )
      and (translations_12.state in ('LIVE', 'WITHDRAWN'))
    ) returning json
  ) as anon_5
  from posts as posts_3
  where posts_3.id = (
    select translations_14.post_id
    from translations as translations_14
    join addresses as addresses_6 on addresses_6.translation_id = translations_14.id
    where addresses_6.path = $7::varchar
    and addresses_6.mission_id = (
      select missions_3.id
      from missions as missions_3
      where missions_3.slug = $8::varchar
      and true
    )
    and (translations_14.state in ('LIVE', 'WITHDRAWN'))
    and (exists (
      select 1
      from translations as translations_15
      where translations_15.id = addresses_6.translation_id
      and (translations_15.state in ('LIVE', 'WITHDRAWN'))
    ))
  )
  and (posts_3.state in ('LIVE', 'WITHDRAWN'))
) as r2, (
  select json_object(
    'slug' value coalesce(to_json((
      select translations_16.slug
      from translations as translations_16
      where translations_16.post_id = posts_4.id
      and translations_16.is_authentic
      and (translations_16.state in ('LIVE', 'WITHDRAWN'))
    )), E'\tnull'::json) returning json
  ) as anon_7
  from posts as posts_4
  where posts_4.id = (
    select translations_17.post_id
    from translations as translations_17
    join addresses as addresses_7 on addresses_7.translation_id = translations_17.id
    where addresses_7.path = $1::varchar
    and addresses_7.mission_id = (
      select missions_4.id
      from missions as missions_4
      where missions_4.slug = $9::varchar
      and true
    )
    and (translations_17.state in ('LIVE', 'WITHDRAWN'))
    and (exists (
      select 1
      from translations as translations_18
      where translations_18.id = addresses_7.translation_id
      and (translations_18.state in ('LIVE', 'WITHDRAWN'))
    ))
  )
  and (posts_4.state in ('LIVE', 'WITHDRAWN'))
) as r3
