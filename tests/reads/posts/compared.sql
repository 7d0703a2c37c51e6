select (
  select json_object(
    'translation' value (
      select json_object(
        'diff' value json_object(
          '7' value json_object(
            'older' value (
              select jsonb_build_object('title', revisions_1.title, 'summary', revisions_1.summary, 'body', revisions_1.body) as jsonb_build_object_1
              from revisions as revisions_1
              where revisions_1.translation_id = translations_1.id
              and revisions_1.number = $1::integer
              and (exists (
                select 1
                from translations as translations_2
                join posts as posts_1 on posts_1.id = translations_2.post_id
                where translations_2.id = revisions_1.translation_id
                and posts_1.mission_id = any ($2::uuid[])
                and (translations_2.state in ('LIVE', 'WITHDRAWN') or (exists (
                  select 1
                  from posts as posts_2
                  where posts_2.id = translations_2.post_id
                  and posts_2.mission_id = any ($2::uuid[])
                  and (posts_2.state in ('LIVE', 'WITHDRAWN') or posts_2.mission_id = any ($2::uuid[]))
                )))
                and (posts_1.state in ('LIVE', 'WITHDRAWN') or posts_1.mission_id = any ($2::uuid[]))
              ))
            ),
            'newer' value (
              select jsonb_build_object('title', revisions_2.title, 'summary', revisions_2.summary, 'body', revisions_2.body) as jsonb_build_object_2
              from revisions as revisions_2
              where revisions_2.translation_id = translations_1.id
              and revisions_2.number = $3::integer
              and (exists (
                select 1
                from translations as translations_3
                join posts as posts_3 on posts_3.id = translations_3.post_id
                where translations_3.id = revisions_2.translation_id
                and posts_3.mission_id = any ($2::uuid[])
                and (translations_3.state in ('LIVE', 'WITHDRAWN') or (exists (
                  select 1
                  from posts as posts_4
                  where posts_4.id = translations_3.post_id
                  and posts_4.mission_id = any ($2::uuid[])
                  and (posts_4.state in ('LIVE', 'WITHDRAWN') or posts_4.mission_id = any ($2::uuid[]))
                )))
                and (posts_3.state in ('LIVE', 'WITHDRAWN') or posts_3.mission_id = any ($2::uuid[]))
              ))
            ) returning json
          ) returning json
        ),
        'nothing' value json_object(
          '10' value json_object(
            'older' value (
              select jsonb_build_object('title', revisions_3.title, 'summary', revisions_3.summary, 'body', revisions_3.body) as jsonb_build_object_3
              from revisions as revisions_3
              where revisions_3.translation_id = translations_1.id
              and revisions_3.number = $4::integer
              and (exists (
                select 1
                from translations as translations_4
                join posts as posts_5 on posts_5.id = translations_4.post_id
                where translations_4.id = revisions_3.translation_id
                and posts_5.mission_id = any ($2::uuid[])
                and (translations_4.state in ('LIVE', 'WITHDRAWN') or (exists (
                  select 1
                  from posts as posts_6
                  where posts_6.id = translations_4.post_id
                  and posts_6.mission_id = any ($2::uuid[])
                  and (posts_6.state in ('LIVE', 'WITHDRAWN') or posts_6.mission_id = any ($2::uuid[]))
                )))
                and (posts_5.state in ('LIVE', 'WITHDRAWN') or posts_5.mission_id = any ($2::uuid[]))
              ))
            ),
            'newer' value (
              select jsonb_build_object('title', revisions_4.title, 'summary', revisions_4.summary, 'body', revisions_4.body) as jsonb_build_object_4
              from revisions as revisions_4
              where revisions_4.translation_id = translations_1.id
              and revisions_4.number = $5::integer
              and (exists (
                select 1
                from translations as translations_5
                join posts as posts_7 on posts_7.id = translations_5.post_id
                where translations_5.id = revisions_4.translation_id
                and posts_7.mission_id = any ($2::uuid[])
                and (translations_5.state in ('LIVE', 'WITHDRAWN') or (exists (
                  select 1
                  from posts as posts_8
                  where posts_8.id = translations_5.post_id
                  and posts_8.mission_id = any ($2::uuid[])
                  and (posts_8.state in ('LIVE', 'WITHDRAWN') or posts_8.mission_id = any ($2::uuid[]))
                )))
                and (posts_7.state in ('LIVE', 'WITHDRAWN') or posts_7.mission_id = any ($2::uuid[]))
              ))
            ) returning json
          ) returning json
        ) returning json
      ) as anon_2
      from translations as translations_1
      where translations_1.post_id = posts_9.id
      and (translations_1.state in ('LIVE', 'WITHDRAWN') or (exists (
        select 1
        from posts as posts_10
        where posts_10.id = translations_1.post_id
        and posts_10.mission_id = any ($2::uuid[])
        and (posts_10.state in ('LIVE', 'WITHDRAWN') or posts_10.mission_id = any ($2::uuid[]))
      )))
      order by translations_1.state = 'WITHDRAWN', coalesce(array_position($6::text[], translations_1.locale), 1000), translations_1.is_authentic desc, translations_1.locale
      limit 1
    ) returning json
  ) as anon_1
  from posts as posts_9
  where posts_9.id = (
    select translations_6.post_id
    from translations as translations_6
    join addresses as addresses_1 on addresses_1.translation_id = translations_6.id
    where addresses_1.path = $7::varchar
    and addresses_1.mission_id = (
      select missions_1.id
      from missions as missions_1
      where missions_1.slug = $8::varchar
      and true
    )
    and (translations_6.state in ('LIVE', 'WITHDRAWN') or (exists (
      select 1
      from posts as posts_11
      where posts_11.id = translations_6.post_id
      and posts_11.mission_id = any ($2::uuid[])
      and (posts_11.state in ('LIVE', 'WITHDRAWN') or posts_11.mission_id = any ($2::uuid[]))
    )))
    and (exists (
      select 1
      from translations as translations_7
      where translations_7.id = addresses_1.translation_id
      and (translations_7.state in ('LIVE', 'WITHDRAWN') or (exists (
        select 1
        from posts as posts_12
        where posts_12.id = translations_7.post_id
        and posts_12.mission_id = any ($2::uuid[])
        and (posts_12.state in ('LIVE', 'WITHDRAWN') or posts_12.mission_id = any ($2::uuid[]))
      )))
    ))
  )
  and (posts_9.state in ('LIVE', 'WITHDRAWN') or posts_9.mission_id = any ($2::uuid[]))
) as r0
