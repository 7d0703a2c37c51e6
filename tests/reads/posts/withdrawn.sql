select (
  select json_object(
    'id' value concat('Post:', posts_1.id),
    'kind' value posts_1.kind,
    'state' value posts_1.state,
    'publishedAt' value posts_1.first_published_at,
    'updatedAt' value posts_1.updated_at,
    'mission' value (
      select json_object(
        'slug' value missions_1.slug returning json
      ) as anon_2
      from missions as missions_1
      where posts_1.mission_id = missions_1.id
      and true
    ),
    'title' value coalesce(to_json((
      select translations_1.title
      from translations as translations_1
      where translations_1.post_id = posts_1.id
      and translations_1.is_authentic
      and (translations_1.state in ('LIVE', 'WITHDRAWN'))
    )), E'\tnull'::json),
    'summary' value coalesce(to_json((
      select translations_2.summary
      from translations as translations_2
      where translations_2.post_id = posts_1.id
      and translations_2.is_authentic
      and (translations_2.state in ('LIVE', 'WITHDRAWN'))
    )), E'\tnull'::json),
    'slug' value coalesce(to_json((
      select translations_3.slug
      from translations as translations_3
      where translations_3.post_id = posts_1.id
      and translations_3.is_authentic
      and (translations_3.state in ('LIVE', 'WITHDRAWN'))
    )), E'\tnull'::json),
    'body' value (
      select json_object(
        'text' value translations_4.plain_text,
        'html' value coalesce(replace(translations_4.html, 'src="/media/', 'src="https://posts.example/media/'), ''),
        'wordCount' value translations_4.word_count,
        'blocks' value (
          select coalesce(json_agg(case anon_5.element ->> 'kind' when 'paragraph' then json_object(
            '__typename' value 'ParagraphBlock' returning json
          ) when 'heading' then json_object(
            '__typename' value 'HeadingBlock' returning json
          ) when 'list' then json_object(
            '__typename' value 'ListBlock' returning json
          ) when 'quote' then json_object(
            '__typename' value 'QuoteBlock' returning json
          ) when 'photo' then json_object(
            '__typename' value 'PhotoBlock' returning json
          ) when 'gallery' then json_object(
            '__typename' value 'GalleryBlock' returning json
          ) when 'embed' then json_object(
            '__typename' value 'EmbedBlock' returning json
          ) when 'divider' then json_object(
            '__typename' value 'DividerBlock' returning json
          ) end order by anon_5.position), '[]'::json) as anon_4
          from jsonb_array_elements(translations_4.blocks) with ordinality as anon_5(element, position)
        ) returning json
      ) as anon_3
      from translations as translations_4
      where translations_4.post_id = posts_1.id
      and translations_4.is_authentic
      and (translations_4.state in ('LIVE', 'WITHDRAWN'))
    ),
    'bylines' value (
      select coalesce(json_agg(json_object(
        'position' value bylines_1.position returning json
      ) order by bylines_1.position), '[]'::json) as anon_6
      from bylines as bylines_1
      where posts_1.id = bylines_1.post_id
      and (exists (
        select 1
        from posts as posts_2
        where posts_2.id = bylines_1.post_id
        and posts_2.state != 'WITHDRAWN'
        and (posts_2.state in ('LIVE', 'WITHDRAWN'))
      ))
    ),
    'placements' value (
      select coalesce(json_agg(json_object(
        'position' value placements_1.position returning json
      ) order by placements_1.position), '[]'::json) as anon_7
      from placements as placements_1
      where placements_1.translation_id = (
        select translations_5.id
        from translations as translations_5
        where translations_5.post_id = posts_1.id
        and translations_5.is_authentic
        and (translations_5.state in ('LIVE', 'WITHDRAWN'))
      )
      and (exists (
        select 1
        from translations as translations_6
        where translations_6.id = placements_1.translation_id
        and (translations_6.state in ('LIVE', 'WITHDRAWN'))
      ))
    ),
    'topics' value (
      select coalesce(json_agg(json_object(
        'slug' value topics_1.slug returning json
      ) order by topics_1.name, topics_1.id), '[]'::json) as anon_8
      from topics as topics_1
      where topics_1.id in (
        select post_topics_1.topic_id
        from post_topics as post_topics_1
        where post_topics_1.post_id = posts_1.id
        and (exists (
          select 1
          from posts as posts_3
          where posts_3.id = post_topics_1.post_id
          and posts_3.state != 'WITHDRAWN'
          and (posts_3.state in ('LIVE', 'WITHDRAWN'))
        ))
      )
      and true
    ),
    'tags' value (
      select coalesce(json_agg(json_object(
        'slug' value tags_1.slug returning json
      ) order by tags_1.name, tags_1.id), '[]'::json) as anon_9
      from tags as tags_1
      where tags_1.id in (
        select post_tags_1.tag_id
        from post_tags as post_tags_1
        where post_tags_1.post_id = posts_1.id
        and (exists (
          select 1
          from posts as posts_4
          where posts_4.id = post_tags_1.post_id
          and posts_4.state != 'WITHDRAWN'
          and (posts_4.state in ('LIVE', 'WITHDRAWN'))
        ))
      )
      and (exists (
        select 1
        from post_tags as post_tags_2
        where post_tags_2.tag_id = tags_1.id
        and (exists (
          select 1
          from posts as posts_5
          where posts_5.id = post_tags_2.post_id
          and posts_5.state != 'WITHDRAWN'
          and (posts_5.state in ('LIVE', 'WITHDRAWN'))
        ))
      ))
    ),
    'commentCount' value coalesce((
      select count(*) as count_1
      from comments as comments_1
      where comments_1.post_id = posts_1.id
      and (comments_1.state = 'VISIBLE' and (exists (
        select 1
        from posts as posts_6
        where posts_6.id = comments_1.post_id
        and posts_6.state = 'LIVE'
        and (posts_6.state in ('LIVE', 'WITHDRAWN'))
      )))
    ), 0),
    'comments' value json_object(
      'totalCount' value coalesce((
        select count(*)
        from comments as comments_2
        where comments_2.post_id = posts_1.id
        and comments_2.parent_id is null
        and (comments_2.state = 'VISIBLE' and (exists (
          select 1
          from posts as posts_7
          where posts_7.id = comments_2.post_id
          and posts_7.state = 'LIVE'
          and (posts_7.state in ('LIVE', 'WITHDRAWN'))
        )))
      ), 0) returning json
    ),
    'withdrawal' value (
      select json_object(
        'kind' value notices_1.kind,
        'note' value coalesce(to_json(coalesce((
          select notices_1.notes ->> anon_12.locale as anon_11
          from unnest($1::text[]) with ordinality as anon_12(locale, position)
          where notices_1.notes ? anon_12.locale
          order by anon_12.position
          limit 1
        ), notices_1.note)), E'\tnull'::json),
        'locale' value notices_1.locale,
        'notedAt' value notices_1.noted_at,
        'supersededBy' value (
          select json_object(
            'slug' value coalesce(to_json((
              select translations_7.slug
              from translations as translations_7
              where translations_7.post_id = posts_8.id
              and translations_7.is_authentic
              and (translations_7.state in ('LIVE', 'WITHDRAWN'))
            )), E'\tnull'::json),
            'title' value coalesce(to_json((
              select translations_8.title
              from translations as translations_8
              where translations_8.post_id = posts_8.id
              and translations_8.is_authentic
              and (translations_8.state in ('LIVE', 'WITHDRAWN'))
            )), E'\tnull'::json) returning json
          ) as anon_13
          from posts as posts_8
          where notices_1.superseded_by_id = posts_8.id
          and (posts_8.state in ('LIVE', 'WITHDRAWN'))
        ) returning json
      ) as anon_10
      from notices as notices_1
      where notices_1.post_id = posts_1.id
      and notices_1.translation_id is null
      and notices_1.kind in ('WITHDRAWN', 'RETRACTION')
      and notices_1.ended_at is null
      and posts_1.state = 'WITHDRAWN'
      and (exists (
        select 1
        from posts as posts_9
        where posts_9.id = notices_1.post_id
        and (notices_1.kind in ('WITHDRAWN', 'RETRACTION') and notices_1.ended_at is null or posts_9.state = 'LIVE' and (notices_1.translation_id is null or (exists (
          select 1
          from translations as translations_9
          where translations_9.id = notices_1.translation_id
          and translations_9.state = 'LIVE'
          and (translations_9.state in ('LIVE', 'WITHDRAWN'))
        ))))
        and (posts_9.state in ('LIVE', 'WITHDRAWN'))
      ))
    ),
    'notices' value (
      select coalesce(json_agg(json_object(
        'kind' value notices_2.kind returning json
      ) order by notices_2.noted_at desc, notices_2.id desc), '[]'::json) as anon_14
      from notices as notices_2
      where notices_2.post_id = posts_1.id
      and (exists (
        select 1
        from posts as posts_10
        where posts_10.id = notices_2.post_id
        and (notices_2.kind in ('WITHDRAWN', 'RETRACTION') and notices_2.ended_at is null or posts_10.state = 'LIVE' and (notices_2.translation_id is null or (exists (
          select 1
          from translations as translations_10
          where translations_10.id = notices_2.translation_id
          and translations_10.state = 'LIVE'
          and (translations_10.state in ('LIVE', 'WITHDRAWN'))
        ))))
        and (posts_10.state in ('LIVE', 'WITHDRAWN'))
      ))
    ),
    'translation' value (
      select json_object(
        'locale' value translations_11.locale,
        'slug' value translations_11.slug,
        'title' value translations_11.title,
        'body' value json_object(
          'text' value translations_11.plain_text returning json
        ),
        'withdrawal' value (
          select json_object(
            'kind' value notices_3.kind,
            'note' value coalesce(to_json(coalesce((
              select notices_3.notes ->> anon_18.locale as anon_17
              from unnest($2::text[]) with ordinality as anon_18(locale, position)
              where notices_3.notes ? anon_18.locale
              order by anon_18.position
              limit 1
            ), notices_3.note)), E'\tnull'::json),
            'locale' value notices_3.locale,
            'notedAt' value notices_3.noted_at,
            'supersededBy' value (
              select json_object(
                'slug' value coalesce(to_json((
                  select translations_12.slug
                  from translations as translations_12
                  where translations_12.post_id = posts_11.id
                  and translations_12.is_authentic
                  and (translations_12.state in ('LIVE', 'WITHDRAWN'))
                )), E'\tnull'::json),
                'title' value coalesce(to_json((
                  select translations_13.title
                  from translations as translations_13
                  where translations_13.post_id = posts_11.id
                  and translations_13.is_authentic
                  and (translations_13.state in ('LIVE', 'WITHDRAWN'))
                )), E'\tnull'::json) returning json
              ) as anon_19
              from posts as posts_11
              where notices_3.superseded_by_id = posts_11.id
              and (posts_11.state in ('LIVE', 'WITHDRAWN'))
            ) returning json
          ) as anon_16
          from notices as notices_3
          where notices_3.post_id = translations_11.post_id
          and (notices_3.translation_id = translations_11.id or notices_3.translation_id is null)
          and notices_3.kind in ('WITHDRAWN', 'RETRACTION')
          and notices_3.ended_at is null
          and translations_11.state = 'WITHDRAWN'
          and (exists (
            select 1
            from posts as posts_12
            where posts_12.id = notices_3.post_id
            and (notices_3.kind in ('WITHDRAWN', 'RETRACTION') and notices_3.ended_at is null or posts_12.state = 'LIVE' and (notices_3.translation_id is null or (exists (
              select 1
              from translations as translations_14
              where translations_14.id = notices_3.translation_id
              and translations_14.state = 'LIVE'
              and (translations_14.state in ('LIVE', 'WITHDRAWN'))
            ))))
            and (posts_12.state in ('LIVE', 'WITHDRAWN'))
          ))
          order by notices_3.translation_id nulls last
          limit 1
        ) returning json
      ) as anon_15
      from translations as translations_11
      where translations_11.post_id = posts_1.id
      and (translations_11.state in ('LIVE', 'WITHDRAWN'))
      order by translations_11.state = 'WITHDRAWN', coalesce(array_position($3::text[], translations_11.locale), 1000), translations_11.is_authentic desc, translations_11.locale
      limit 1
    ),
    'translations' value (
      select coalesce(json_agg(json_object(
        'locale' value translations_15.locale,
        'state' value translations_15.state,
        'slug' value translations_15.slug returning json
      ) order by translations_15.is_authentic desc, translations_15.locale), '[]'::json) as anon_20
      from translations as translations_15
      where translations_15.post_id = posts_1.id
      and (translations_15.state in ('LIVE', 'WITHDRAWN'))
    ) returning json
  ) as anon_1
  from posts as posts_1
  where posts_1.id = (
    select translations_16.post_id
    from translations as translations_16
    join addresses as addresses_1 on addresses_1.translation_id = translations_16.id
    where addresses_1.path = $4::varchar
    and addresses_1.mission_id = (
      select missions_2.id
      from missions as missions_2
      where missions_2.slug = $5::varchar
      and true
    )
    and (translations_16.state in ('LIVE', 'WITHDRAWN'))
    and (exists (
      select 1
      from translations as translations_17
      where translations_17.id = addresses_1.translation_id
      and (translations_17.state in ('LIVE', 'WITHDRAWN'))
    ))
  )
  and (posts_1.state in ('LIVE', 'WITHDRAWN'))
) as r0, (
  select json_object(
    'slug' value coalesce(to_json((
      select translations_18.slug
      from translations as translations_18
      where translations_18.post_id = posts_13.id
      and translations_18.is_authentic
      and (translations_18.state in ('LIVE', 'WITHDRAWN'))
    )), E'\tnull'::json),
    'redirect' value (
      select json_object(
        'slug' value translations_19.slug returning json
      ) as anon_22
      from translations as translations_19
      where translations_19.post_id = posts_13.id
      and translations_19.id = (
        select addresses_2.translation_id
        from addresses as addresses_2
        where addresses_2.mission_id = posts_13.mission_id
        and addresses_2.path = $6::varchar
        and addresses_2.is_current is false
        and (exists (
          select 1
          from translations as translations_20
          where translations_20.id = addresses_2.translation_id
          and (translations_20.state in ('LIVE', 'WITHDRAWN'))
        ))
      )
      and (translations_19.state in ('LIVE', 'WITHDRAWN'))
    ) returning json
  ) as anon_21
  from posts as posts_13
  where posts_13.id = (
    select translations_21.post_id
    from translations as translations_21
    join addresses as addresses_3 on addresses_3.translation_id = translations_21.id
    where addresses_3.path = $7::varchar
    and addresses_3.mission_id = (
      select missions_3.id
      from missions as missions_3
      where missions_3.slug = $8::varchar
      and true
    )
    and (translations_21.state in ('LIVE', 'WITHDRAWN'))
    and (exists (
      select 1
      from translations as translations_22
      where translations_22.id = addresses_3.translation_id
      and (translations_22.state in ('LIVE', 'WITHDRAWN'))
    ))
  )
  and (posts_13.state in ('LIVE', 'WITHDRAWN'))
) as r1, (
  select json_object(
    'slug' value coalesce(to_json((
      select translations_23.slug
      from translations as translations_23
      where translations_23.post_id = posts_14.id
      and translations_23.is_authentic
      and (translations_23.state in ('LIVE', 'WITHDRAWN'))
    )), E'\tnull'::json) returning json
  ) as anon_23
  from posts as posts_14
  where posts_14.id = (
    select translations_24.post_id
    from translations as translations_24
    join addresses as addresses_4 on addresses_4.translation_id = translations_24.id
    where addresses_4.path = $9::varchar
    and addresses_4.mission_id = (
      select missions_4.id
      from missions as missions_4
      where missions_4.slug = $10::varchar
      and true
    )
    and (translations_24.state in ('LIVE', 'WITHDRAWN'))
    and (exists (
      select 1
      from translations as translations_25
      where translations_25.id = addresses_4.translation_id
      and (translations_25.state in ('LIVE', 'WITHDRAWN'))
    ))
  )
  and (posts_14.state in ('LIVE', 'WITHDRAWN'))
) as r2, (
  select json_object(
    'state' value posts_15.state,
    'title' value coalesce(to_json((
      select translations_26.title
      from translations as translations_26
      where translations_26.post_id = posts_15.id
      and translations_26.is_authentic
      and (translations_26.state in ('LIVE', 'WITHDRAWN'))
    )), E'\tnull'::json),
    'withdrawal' value (
      select json_object(
        'kind' value notices_4.kind returning json
      ) as anon_25
      from notices as notices_4
      where notices_4.post_id = posts_15.id
      and notices_4.translation_id is null
      and notices_4.kind in ('WITHDRAWN', 'RETRACTION')
      and notices_4.ended_at is null
      and posts_15.state = 'WITHDRAWN'
      and (exists (
        select 1
        from posts as posts_16
        where posts_16.id = notices_4.post_id
        and (notices_4.kind in ('WITHDRAWN', 'RETRACTION') and notices_4.ended_at is null or posts_16.state = 'LIVE' and (notices_4.translation_id is null or (exists (
          select 1
          from translations as translations_27
          where translations_27.id = notices_4.translation_id
          and translations_27.state = 'LIVE'
          and (translations_27.state in ('LIVE', 'WITHDRAWN'))
        ))))
        and (posts_16.state in ('LIVE', 'WITHDRAWN'))
      ))
    ),
    'translation' value (
      select json_object(
        'locale' value translations_28.locale,
        'isFallback' value coalesce(to_json(translations_28.locale != all ($11::text[]) and cardinality($11::text[]) > 0), E'\tnull'::json),
        'title' value translations_28.title returning json
      ) as anon_26
      from translations as translations_28
      where translations_28.post_id = posts_15.id
      and (translations_28.state in ('LIVE', 'WITHDRAWN'))
      order by translations_28.state = 'WITHDRAWN', coalesce(array_position($12::text[], translations_28.locale), 1000), translations_28.is_authentic desc, translations_28.locale
      limit 1
    ),
    'translations' value (
      select coalesce(json_agg(json_object(
        'locale' value translations_29.locale,
        'state' value translations_29.state,
        'slug' value translations_29.slug,
        'title' value translations_29.title,
        'body' value json_object(
          'text' value translations_29.plain_text returning json
        ),
        'notices' value (
          select coalesce(json_agg(json_object(
            'kind' value notices_5.kind returning json
          ) order by notices_5.noted_at desc, notices_5.id desc), '[]'::json) as anon_28
          from notices as notices_5
          where notices_5.post_id = translations_29.post_id
          and (notices_5.translation_id = translations_29.id or notices_5.translation_id is null)
          and (exists (
            select 1
            from posts as posts_17
            where posts_17.id = notices_5.post_id
            and (notices_5.kind in ('WITHDRAWN', 'RETRACTION') and notices_5.ended_at is null or posts_17.state = 'LIVE' and (notices_5.translation_id is null or (exists (
              select 1
              from translations as translations_30
              where translations_30.id = notices_5.translation_id
              and translations_30.state = 'LIVE'
              and (translations_30.state in ('LIVE', 'WITHDRAWN'))
            ))))
            and (posts_17.state in ('LIVE', 'WITHDRAWN'))
          ))
        ),
        'withdrawal' value (
          select json_object(
            'kind' value notices_6.kind,
            'note' value coalesce(to_json(coalesce((
              select notices_6.notes ->> anon_31.locale as anon_30
              from unnest($13::text[]) with ordinality as anon_31(locale, position)
              where notices_6.notes ? anon_31.locale
              order by anon_31.position
              limit 1
            ), notices_6.note)), E'\tnull'::json),
            'locale' value notices_6.locale,
            'notedAt' value notices_6.noted_at,
            'supersededBy' value (
              select json_object(
                'slug' value coalesce(to_json((
                  select translations_31.slug
                  from translations as translations_31
                  where translations_31.post_id = posts_18.id
                  and translations_31.is_authentic
                  and (translations_31.state in ('LIVE', 'WITHDRAWN'))
                )), E'\tnull'::json),
                'title' value coalesce(to_json((
                  select translations_32.title
                  from translations as translations_32
                  where translations_32.post_id = posts_18.id
                  and translations_32.is_authentic
                  and (translations_32.state in ('LIVE', 'WITHDRAWN'))
                )), E'\tnull'::json) returning json
              ) as anon_32
              from posts as posts_18
              where notices_6.superseded_by_id = posts_18.id
              and (posts_18.state in ('LIVE', 'WITHDRAWN'))
            ) returning json
          ) as anon_29
          from notices as notices_6
          where notices_6.post_id = translations_29.post_id
          and (notices_6.translation_id = translations_29.id or notices_6.translation_id is null)
          and notices_6.kind in ('WITHDRAWN', 'RETRACTION')
          and notices_6.ended_at is null
          and translations_29.state = 'WITHDRAWN'
          and (exists (
            select 1
            from posts as posts_19
            where posts_19.id = notices_6.post_id
            and (notices_6.kind in ('WITHDRAWN', 'RETRACTION') and notices_6.ended_at is null or posts_19.state = 'LIVE' and (notices_6.translation_id is null or (exists (
              select 1
              from translations as translations_33
              where translations_33.id = notices_6.translation_id
              and translations_33.state = 'LIVE'
              and (translations_33.state in ('LIVE', 'WITHDRAWN'))
            ))))
            and (posts_19.state in ('LIVE', 'WITHDRAWN'))
          ))
          order by notices_6.translation_id nulls last
          limit 1
        ) returning json
      ) order by translations_29.is_authentic desc, translations_29.locale), '[]'::json) as anon_27
      from translations as translations_29
      where translations_29.post_id = posts_15.id
      and (translations_29.state in ('LIVE', 'WITHDRAWN'))
    ) returning json
  ) as anon_24
  from posts as posts_15
  where posts_15.id = (
    select translations_34.post_id
    from translations as translations_34
    join addresses as addresses_5 on addresses_5.translation_id = translations_34.id
    where addresses_5.path = $14::varchar
    and addresses_5.mission_id = (
      select missions_5.id
      from missions as missions_5
      where missions_5.slug = $15::varchar
      and true
    )
    and (translations_34.state in ('LIVE', 'WITHDRAWN'))
    and (exists (
      select 1
      from translations as translations_35
      where translations_35.id = addresses_5.translation_id
      and (translations_35.state in ('LIVE', 'WITHDRAWN'))
    ))
  )
  and (posts_15.state in ('LIVE', 'WITHDRAWN'))
) as r3, (
  select json_object(
    'totalCount' value coalesce((
      select count(*)
      from posts as posts_20
      where posts_20.state in ('WITHDRAWN')
      and (posts_20.state in ('LIVE', 'WITHDRAWN'))
    ), 0),
    'nodes' value coalesce(json_agg(json_object(
      'slug' value coalesce(to_json((
        select translations_36.slug
        from translations as translations_36
        where translations_36.post_id = anon_34.id
        and translations_36.is_authentic
        and (translations_36.state in ('LIVE', 'WITHDRAWN'))
      )), E'\tnull'::json),
      'withdrawal' value (
        select json_object(
          'kind' value notices_7.kind,
          'notedAt' value notices_7.noted_at returning json
        ) as anon_35
        from notices as notices_7
        where notices_7.post_id = anon_34.id
        and notices_7.translation_id is null
        and notices_7.kind in ('WITHDRAWN', 'RETRACTION')
        and notices_7.ended_at is null
        and anon_34.state = 'WITHDRAWN'
        and (exists (
          select 1
          from posts as posts_21
          where posts_21.id = notices_7.post_id
          and (notices_7.kind in ('WITHDRAWN', 'RETRACTION') and notices_7.ended_at is null or posts_21.state = 'LIVE' and (notices_7.translation_id is null or (exists (
            select 1
            from translations as translations_37
            where translations_37.id = notices_7.translation_id
            and translations_37.state = 'LIVE'
            and (translations_37.state in ('LIVE', 'WITHDRAWN'))
          ))))
          and (posts_21.state in ('LIVE', 'WITHDRAWN'))
        ))
      ) returning json
    ) order by anon_34.place) filter (where anon_34.place <= 20), '[]'::json) returning json
  ) as anon_33
  from (
    select anon_36.id as id, anon_36.mission_id as mission_id, anon_36.kind as kind, anon_36.state as state, anon_36.first_published_at as first_published_at, anon_36.sort_at as sort_at, anon_36.comment_policy as comment_policy, anon_36.created_by_id as created_by_id, anon_36.created_at as created_at, anon_36.updated_at as updated_at, anon_36.key_0 as key_0, anon_36.key_1 as key_1, row_number() over (order by anon_36.key_0 desc, anon_36.key_1 desc) as place
    from (
      select posts_20.id as id, posts_20.mission_id as mission_id, posts_20.kind as kind, posts_20.state as state, posts_20.first_published_at as first_published_at, posts_20.sort_at as sort_at, posts_20.comment_policy as comment_policy, posts_20.created_by_id as created_by_id, posts_20.created_at as created_at, posts_20.updated_at as updated_at, posts_20.sort_at as key_0, posts_20.id as key_1
      from posts as posts_20
      where posts_20.state in ('WITHDRAWN')
      and (posts_20.state in ('LIVE', 'WITHDRAWN'))
      order by posts_20.sort_at desc, posts_20.id desc
      limit 101
    ) as anon_36
    limit 21
  ) as anon_34
) as r4, json_object(
  'totalCount' value coalesce((
    select count(*)
    from posts as posts_22
    where posts_22.state in ('WITHDRAWN')
    and (exists (
      select 1
      from translations as translations_38
      where translations_38.post_id = posts_22.id
      and translations_38.locale = any ($16::text[])
      and (translations_38.state != 'WITHDRAWN' or posts_22.state = 'WITHDRAWN')
      and (translations_38.state in ('LIVE', 'WITHDRAWN'))
    ))
    and (posts_22.state in ('LIVE', 'WITHDRAWN'))
  ), 0) returning json
) as r5, json_object(
  'totalCount' value coalesce((
    select count(*)
    from posts as posts_23
    where posts_23.state != 'WITHDRAWN'
    and (exists (
      select 1
      from missions as missions_6
      where missions_6.id = posts_23.mission_id
      and missions_6.slug = any ($17::text[])
      and true
    ))
    and (exists (
      select 1
      from translations as translations_39
      where translations_39.post_id = posts_23.id
      and translations_39.locale = any ($18::text[])
      and (translations_39.state != 'WITHDRAWN' or posts_23.state = 'WITHDRAWN')
      and (translations_39.state in ('LIVE', 'WITHDRAWN'))
    ))
    and (posts_23.state in ('LIVE', 'WITHDRAWN'))
  ), 0) returning json
) as r6, (
  select json_object(
    'totalCount' value coalesce((
      select count(*)
      from posts as posts_24
      where posts_24.state != 'WITHDRAWN'
      and (exists (
        select 1
        from missions as missions_7
        where missions_7.id = posts_24.mission_id
        and missions_7.slug = any ($19::text[])
        and true
      ))
      and (posts_24.state in ('LIVE', 'WITHDRAWN'))
    ), 0),
    'nodes' value coalesce(json_agg(json_object(
      'slug' value coalesce(to_json((
        select translations_40.slug
        from translations as translations_40
        where translations_40.post_id = anon_38.id
        and translations_40.is_authentic
        and (translations_40.state in ('LIVE', 'WITHDRAWN'))
      )), E'\tnull'::json) returning json
    ) order by anon_38.place) filter (where anon_38.place <= 20), '[]'::json) returning json
  ) as anon_37
  from (
    select anon_39.id as id, anon_39.mission_id as mission_id, anon_39.kind as kind, anon_39.state as state, anon_39.first_published_at as first_published_at, anon_39.sort_at as sort_at, anon_39.comment_policy as comment_policy, anon_39.created_by_id as created_by_id, anon_39.created_at as created_at, anon_39.updated_at as updated_at, anon_39.key_0 as key_0, anon_39.key_1 as key_1, row_number() over (order by anon_39.key_0 desc, anon_39.key_1 desc) as place
    from (
      select posts_24.id as id, posts_24.mission_id as mission_id, posts_24.kind as kind, posts_24.state as state, posts_24.first_published_at as first_published_at, posts_24.sort_at as sort_at, posts_24.comment_policy as comment_policy, posts_24.created_by_id as created_by_id, posts_24.created_at as created_at, posts_24.updated_at as updated_at, posts_24.sort_at as key_0, posts_24.id as key_1
      from posts as posts_24
      where posts_24.state != 'WITHDRAWN'
      and (exists (
        select 1
        from missions as missions_7
        where missions_7.id = posts_24.mission_id
        and missions_7.slug = any ($19::text[])
        and true
      ))
      and (posts_24.state in ('LIVE', 'WITHDRAWN'))
      order by posts_24.sort_at desc, posts_24.id desc
      limit 101
    ) as anon_39
    limit 21
  ) as anon_38
) as r7, json_object(
  'totalCount' value coalesce((
    select count(*)
    from translations as translations_41
    where (translations_41.search @@ (((((((((((((((((((((((((((((((((((((((((((((((((((((((((((websearch_to_tsquery(cast('arabic' as regconfig), $20::varchar) || websearch_to_tsquery(cast('arabic' as regconfig), $21::varchar)) || websearch_to_tsquery(cast('armenian' as regconfig), $20::varchar)) || websearch_to_tsquery(cast('armenian' as regconfig), $21::varchar)) || websearch_to_tsquery(cast('basque' as regconfig), $20::varchar)) || websearch_to_tsquery(cast('basque' as regconfig), $21::varchar)) || websearch_to_tsquery(cast('catalan' as regconfig), $20::varchar)) || websearch_to_tsquery(cast('catalan' as regconfig), $21::varchar)) || websearch_to_tsquery(cast('danish' as regconfig), $20::varchar)) || websearch_to_tsquery(cast('danish' as regconfig), $21::varchar)) || websearch_to_tsquery(cast('dutch' as regconfig), $20::varchar)) || websearch_to_tsquery(cast('dutch' as regconfig), $21::varchar)) || websearch_to_tsquery(cast('english' as regconfig), $20::varchar)) || websearch_to_tsquery(cast('english' as regconfig), $21::varchar)) || websearch_to_tsquery(cast('estonian' as regconfig), $20::varchar)) || websearch_to_tsquery(cast('estonian' as regconfig), $21::varchar)) || websearch_to_tsquery(cast('finnish' as regconfig), $20::varchar)) || websearch_to_tsquery(cast('finnish' as regconfig), $21::varchar)) || websearch_to_tsquery(cast('french' as regconfig), $20::varchar)) || websearch_to_tsquery(cast('french' as regconfig), $21::varchar)) || websearch_to_tsquery(cast('german' as regconfig), $20::varchar)) || websearch_to_tsquery(cast('german' as regconfig), $21::varchar)) || websearch_to_tsquery(cast('greek' as regconfig), $20::varchar)) || websearch_to_tsquery(cast('greek' as regconfig), $21::varchar)) || websearch_to_tsquery(cast('hindi' as regconfig), $20::varchar)) || websearch_to_tsquery(cast('hindi' as regconfig), $21::varchar)) || websearch_to_tsquery(cast('hungarian' as regconfig), $20::varchar)) || websearch_to_tsquery(cast('hungarian' as regconfig), $21::varchar)) || websearch_to_tsquery(cast('indonesian' as regconfig), $20::varchar)) || websearch_to_tsquery(cast('indonesian' as regconfig), $21::varchar)) || websearch_to_tsquery(cast('irish' as regconfig), $20::varchar)) || websearch_to_tsquery(cast('irish' as regconfig), $21::varchar)) || websearch_to_tsquery(cast('italian' as regconfig), $20::varchar)) || websearch_to_tsquery(cast('italian' as regconfig), $21::varchar)) || websearch_to_tsquery(cast('lithuanian' as regconfig), $20::varchar)) || websearch_to_tsquery(cast('lithuanian' as regconfig), $21::varchar)) || websearch_to_tsquery(cast('nepali' as regconfig), $20::varchar)) || websearch_to_tsquery(cast('nepali' as regconfig), $21::varchar)) || websearch_to_tsquery(cast('norwegian' as regconfig), $20::varchar)) || websearch_to_tsquery(cast('norwegian' as regconfig), $21::varchar)) || websearch_to_tsquery(cast('portuguese' as regconfig), $20::varchar)) || websearch_to_tsquery(cast('portuguese' as regconfig), $21::varchar)) || websearch_to_tsquery(cast('romanian' as regconfig), $20::varchar)) || websearch_to_tsquery(cast('romanian' as regconfig), $21::varchar)) || websearch_to_tsquery(cast('russian' as regconfig), $20::varchar)) || websearch_to_tsquery(cast('russian' as regconfig), $21::varchar)) || websearch_to_tsquery(cast('serbian' as regconfig), $20::varchar)) || websearch_to_tsquery(cast('serbian' as regconfig), $21::varchar)) || websearch_to_tsquery(cast('spanish' as regconfig), $20::varchar)) || websearch_to_tsquery(cast('spanish' as regconfig), $21::varchar)) || websearch_to_tsquery(cast('swedish' as regconfig), $20::varchar)) || websearch_to_tsquery(cast('swedish' as regconfig), $21::varchar)) || websearch_to_tsquery(cast('tamil' as regconfig), $20::varchar)) || websearch_to_tsquery(cast('tamil' as regconfig), $21::varchar)) || websearch_to_tsquery(cast('turkish' as regconfig), $20::varchar)) || websearch_to_tsquery(cast('turkish' as regconfig), $21::varchar)) || websearch_to_tsquery(cast('yiddish' as regconfig), $20::varchar)) || websearch_to_tsquery(cast('yiddish' as regconfig), $21::varchar)) || websearch_to_tsquery(cast('simple' as regconfig), $20::varchar)) || websearch_to_tsquery(cast('simple' as regconfig), $21::varchar)))
    and translations_41.state != 'WITHDRAWN'
    and (translations_41.state in ('LIVE', 'WITHDRAWN'))
  ), 0) returning json
) as r8
