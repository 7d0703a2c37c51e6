select (
  select json_object(
    'canadian' value (
      select json_object(
        'locale' value translations_1.locale,
        'direction' value translations_1.direction,
        'isAuthentic' value translations_1.is_authentic,
        'isFallback' value coalesce(to_json(translations_1.locale != all ($1::text[]) and cardinality($1::text[]) > 0), E'\tnull'::json),
        'title' value translations_1.title,
        'body' value json_object(
          'html' value coalesce(replace(translations_1.html, 'src="/media/', 'src="https://posts.example/media/'), '') returning json
        ),
        'placements' value (
          select coalesce(json_agg(json_object(
            'caption' value placements_1.caption_text,
            'alternativeText' value placements_1.alternative_text returning json
          ) order by placements_1.position), '[]'::json) as anon_3
          from placements as placements_1
          where placements_1.translation_id = translations_1.id
          and (exists (
            select 1
            from translations as translations_2
            where translations_2.id = placements_1.translation_id
            and (translations_2.state in ('LIVE', 'WITHDRAWN'))
          ))
        ) returning json
      ) as anon_2
      from translations as translations_1
      where translations_1.post_id = posts_1.id
      and (translations_1.state in ('LIVE', 'WITHDRAWN'))
      order by translations_1.state = 'WITHDRAWN', coalesce(array_position($2::text[], translations_1.locale), 1000), translations_1.is_authentic desc, translations_1.locale
      limit 1
    ),
    'notPublicYet' value (
      select json_object(
        'locale' value translations_3.locale,
        'direction' value translations_3.direction,
        'isAuthentic' value translations_3.is_authentic,
        'isFallback' value coalesce(to_json(translations_3.locale != all ($3::text[]) and cardinality($3::text[]) > 0), E'\tnull'::json),
        'title' value translations_3.title,
        'body' value json_object(
          'html' value coalesce(replace(translations_3.html, 'src="/media/', 'src="https://posts.example/media/'), '') returning json
        ),
        'placements' value (
          select coalesce(json_agg(json_object(
            'caption' value placements_2.caption_text,
            'alternativeText' value placements_2.alternative_text returning json
          ) order by placements_2.position), '[]'::json) as anon_5
          from placements as placements_2
          where placements_2.translation_id = translations_3.id
          and (exists (
            select 1
            from translations as translations_4
            where translations_4.id = placements_2.translation_id
            and (translations_4.state in ('LIVE', 'WITHDRAWN'))
          ))
        ) returning json
      ) as anon_4
      from translations as translations_3
      where translations_3.post_id = posts_1.id
      and (translations_3.state in ('LIVE', 'WITHDRAWN'))
      order by translations_3.state = 'WITHDRAWN', coalesce(array_position($4::text[], translations_3.locale), 1000), translations_3.is_authentic desc, translations_3.locale
      limit 1
    ),
    'nobodyWrites' value (
      select json_object(
        'locale' value translations_5.locale,
        'direction' value translations_5.direction,
        'isAuthentic' value translations_5.is_authentic,
        'isFallback' value coalesce(to_json(translations_5.locale != all ($5::text[]) and cardinality($5::text[]) > 0), E'\tnull'::json),
        'title' value translations_5.title,
        'body' value json_object(
          'html' value coalesce(replace(translations_5.html, 'src="/media/', 'src="https://posts.example/media/'), '') returning json
        ),
        'placements' value (
          select coalesce(json_agg(json_object(
            'caption' value placements_3.caption_text,
            'alternativeText' value placements_3.alternative_text returning json
          ) order by placements_3.position), '[]'::json) as anon_7
          from placements as placements_3
          where placements_3.translation_id = translations_5.id
          and (exists (
            select 1
            from translations as translations_6
            where translations_6.id = placements_3.translation_id
            and (translations_6.state in ('LIVE', 'WITHDRAWN'))
          ))
        ) returning json
      ) as anon_6
      from translations as translations_5
      where translations_5.post_id = posts_1.id
      and (translations_5.state in ('LIVE', 'WITHDRAWN'))
      order by translations_5.state = 'WITHDRAWN', coalesce(array_position($6::text[], translations_5.locale), 1000), translations_5.is_authentic desc, translations_5.locale
      limit 1
    ),
    'noWish' value (
      select json_object(
        'locale' value translations_7.locale,
        'direction' value translations_7.direction,
        'isAuthentic' value translations_7.is_authentic,
        'isFallback' value coalesce(to_json(translations_7.locale != all ($7::text[]) and cardinality($7::text[]) > 0), E'\tnull'::json),
        'title' value translations_7.title,
        'body' value json_object(
          'html' value coalesce(replace(translations_7.html, 'src="/media/', 'src="https://posts.example/media/'), '') returning json
        ),
        'placements' value (
          select coalesce(json_agg(json_object(
            'caption' value placements_4.caption_text,
            'alternativeText' value placements_4.alternative_text returning json
          ) order by placements_4.position), '[]'::json) as anon_9
          from placements as placements_4
          where placements_4.translation_id = translations_7.id
          and (exists (
            select 1
            from translations as translations_8
            where translations_8.id = placements_4.translation_id
            and (translations_8.state in ('LIVE', 'WITHDRAWN'))
          ))
        ) returning json
      ) as anon_8
      from translations as translations_7
      where translations_7.post_id = posts_1.id
      and (translations_7.state in ('LIVE', 'WITHDRAWN'))
      order by translations_7.state = 'WITHDRAWN', coalesce(array_position($8::text[], translations_7.locale), 1000), translations_7.is_authentic desc, translations_7.locale
      limit 1
    ) returning json
  ) as anon_1
  from posts as posts_1
  where posts_1.id = (
    select translations_9.post_id
    from translations as translations_9
    join addresses as addresses_1 on addresses_1.translation_id = translations_9.id
    where addresses_1.path = $9::varchar
    and addresses_1.mission_id = (
      select missions_1.id
      from missions as missions_1
      where missions_1.slug = $10::varchar
      and true
    )
    and (translations_9.state in ('LIVE', 'WITHDRAWN'))
    and (exists (
      select 1
      from translations as translations_10
      where translations_10.id = addresses_1.translation_id
      and (translations_10.state in ('LIVE', 'WITHDRAWN'))
    ))
  )
  and (posts_1.state in ('LIVE', 'WITHDRAWN'))
) as r0, (
  select json_object(
    'title' value coalesce(to_json((
      select translations_11.title
      from translations as translations_11
      where translations_11.post_id = posts_2.id
      and translations_11.is_authentic
      and (translations_11.state in ('LIVE', 'WITHDRAWN'))
    )), E'\tnull'::json),
    'takenBack' value (
      select json_object(
        'locale' value translations_12.locale,
        'direction' value translations_12.direction,
        'isAuthentic' value translations_12.is_authentic,
        'isFallback' value coalesce(to_json(translations_12.locale != all ($11::text[]) and cardinality($11::text[]) > 0), E'\tnull'::json),
        'title' value translations_12.title,
        'body' value json_object(
          'html' value coalesce(replace(translations_12.html, 'src="/media/', 'src="https://posts.example/media/'), '') returning json
        ),
        'placements' value (
          select coalesce(json_agg(json_object(
            'caption' value placements_5.caption_text,
            'alternativeText' value placements_5.alternative_text returning json
          ) order by placements_5.position), '[]'::json) as anon_12
          from placements as placements_5
          where placements_5.translation_id = translations_12.id
          and (exists (
            select 1
            from translations as translations_13
            where translations_13.id = placements_5.translation_id
            and (translations_13.state in ('LIVE', 'WITHDRAWN'))
          ))
        ) returning json
      ) as anon_11
      from translations as translations_12
      where translations_12.post_id = posts_2.id
      and (translations_12.state in ('LIVE', 'WITHDRAWN'))
      order by translations_12.state = 'WITHDRAWN', coalesce(array_position($12::text[], translations_12.locale), 1000), translations_12.is_authentic desc, translations_12.locale
      limit 1
    ),
    'translations' value (
      select coalesce(json_agg(json_object(
        'locale' value translations_14.locale,
        'isAuthentic' value translations_14.is_authentic,
        'state' value translations_14.state returning json
      ) order by translations_14.is_authentic desc, translations_14.locale), '[]'::json) as anon_13
      from translations as translations_14
      where translations_14.post_id = posts_2.id
      and (translations_14.state in ('LIVE', 'WITHDRAWN'))
    ) returning json
  ) as anon_10
  from posts as posts_2
  where posts_2.id = (
    select translations_15.post_id
    from translations as translations_15
    join addresses as addresses_2 on addresses_2.translation_id = translations_15.id
    where addresses_2.path = $13::varchar
    and addresses_2.mission_id = (
      select missions_2.id
      from missions as missions_2
      where missions_2.slug = $14::varchar
      and true
    )
    and (translations_15.state in ('LIVE', 'WITHDRAWN'))
    and (exists (
      select 1
      from translations as translations_16
      where translations_16.id = addresses_2.translation_id
      and (translations_16.state in ('LIVE', 'WITHDRAWN'))
    ))
  )
  and (posts_2.state in ('LIVE', 'WITHDRAWN'))
) as r1
