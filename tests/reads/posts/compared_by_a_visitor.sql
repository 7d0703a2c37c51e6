select (
  select json_object(
    'translation' value (
      select json_object(
        'published' value json_object(
          '7' value json_object(
            'older' value (
              select jsonb_build_object('title', revisions_1.title, 'summary', revisions_1.summary, 'body', revisions_1.body) as jsonb_build_object_1
              from revisions as revisions_1
              where revisions_1.translation_id = translations_1.id
              and revisions_1.number = $1::integer
              and (false)
            ),
            'newer' value (
              select jsonb_build_object('title', revisions_2.title, 'summary', revisions_2.summary, 'body', revisions_2.body) as jsonb_build_object_2
              from revisions as revisions_2
              where revisions_2.translation_id = translations_1.id
              and revisions_2.number = $2::integer
              and (false)
            ) returning json
          ) returning json
        ),
        'draft' value json_object(
          '10' value json_object(
            'older' value (
              select jsonb_build_object('title', revisions_3.title, 'summary', revisions_3.summary, 'body', revisions_3.body) as jsonb_build_object_3
              from revisions as revisions_3
              where revisions_3.translation_id = translations_1.id
              and revisions_3.number = $3::integer
              and (false)
            ),
            'newer' value (
              select jsonb_build_object('title', revisions_4.title, 'summary', revisions_4.summary, 'body', revisions_4.body) as jsonb_build_object_4
              from revisions as revisions_4
              where revisions_4.translation_id = translations_1.id
              and revisions_4.number = $4::integer
              and (false)
            ) returning json
          ) returning json
        ) returning json
      ) as anon_2
      from translations as translations_1
      where translations_1.post_id = posts_1.id
      and (translations_1.state in ('LIVE', 'WITHDRAWN'))
      order by translations_1.state = 'WITHDRAWN', coalesce(array_position($5::text[], translations_1.locale), 1000), translations_1.is_authentic desc, translations_1.locale
      limit 1
    ) returning json
  ) as anon_1
  from posts as posts_1
  where posts_1.id = (
    select translations_2.post_id
    from translations as translations_2
    join addresses as addresses_1 on addresses_1.translation_id = translations_2.id
    where addresses_1.path = $6::varchar
    and addresses_1.mission_id = (
      select missions_1.id
      from missions as missions_1
      where missions_1.slug = $7::varchar
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
) as r0
