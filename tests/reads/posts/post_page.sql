select (
  select json_object(
    'id' value concat('Post:', posts_1.id),
    'kind' value posts_1.kind,
    'state' value posts_1.state,
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
    'locale' value coalesce(to_json((
      select translations_3.locale
      from translations as translations_3
      where translations_3.post_id = posts_1.id
      and translations_3.is_authentic
      and (translations_3.state in ('LIVE', 'WITHDRAWN'))
    )), E'\tnull'::json),
    'direction' value coalesce(to_json((
      select translations_4.direction
      from translations as translations_4
      where translations_4.post_id = posts_1.id
      and translations_4.is_authentic
      and (translations_4.state in ('LIVE', 'WITHDRAWN'))
    )), E'\tnull'::json),
    'publishedAt' value posts_1.first_published_at,
    'updatedAt' value posts_1.updated_at,
    'commentPolicy' value posts_1.comment_policy,
    'mission' value (
      select json_object(
        'name' value missions_1.name,
        'hostCountry' value missions_1.host_country,
        'city' value missions_1.city returning json
      ) as anon_2
      from missions as missions_1
      where posts_1.mission_id = missions_1.id
      and true
    ),
    'bylines' value (
      select coalesce(json_agg(json_object(
        'position' value bylines_1.position,
        'role' value bylines_1.role,
        'isPersonal' value bylines_1.is_personal,
        'office' value bylines_1.office,
        'arabic' value coalesce((
          select bylines_1.offices ->> anon_5.locale as anon_4
          from unnest($1::text[]) with ordinality as anon_5(locale, position)
          where bylines_1.offices ? anon_5.locale
          order by anon_5.position
          limit 1
        ), bylines_1.office),
        'subject' value coalesce((
          select json_object(
            '__typename' value 'Person',
            'slug' value people_1.slug,
            'name' value people_1.name returning json
          ) as anon_6
          from people as people_1
          where people_1.id = bylines_1.person_id
          and ((exists (
            select 1
            from appointments as appointments_1
            where appointments_1.person_id = people_1.id
            and true
          )) or (exists (
            select 1
            from bylines as bylines_2
            where bylines_2.person_id = people_1.id
            and (exists (
              select 1
              from posts as posts_2
              where posts_2.id = bylines_2.post_id
              and posts_2.state != 'WITHDRAWN'
              and (posts_2.state in ('LIVE', 'WITHDRAWN'))
            ))
          )))
          limit 1
        ), (
          select json_object(
            '__typename' value 'Mission',
            'slug' value missions_2.slug,
            'name' value missions_2.name returning json
          ) as anon_7
          from missions as missions_2
          where missions_2.id = bylines_1.mission_id
          and true
          limit 1
        )) returning json
      ) order by bylines_1.position), '[]'::json) as anon_3
      from bylines as bylines_1
      where posts_1.id = bylines_1.post_id
      and (exists (
        select 1
        from posts as posts_3
        where posts_3.id = bylines_1.post_id
        and posts_3.state != 'WITHDRAWN'
        and (posts_3.state in ('LIVE', 'WITHDRAWN'))
      ))
    ),
    'body' value (
      select json_object(
        'wordCount' value translations_5.word_count,
        'blocks' value (
          select coalesce(json_agg(case anon_10.element ->> 'kind' when 'paragraph' then json_object(
            '__typename' value 'ParagraphBlock',
            'id' value anon_10.element['id'],
            'html' value anon_10.element['html'] returning json
          ) when 'heading' then json_object(
            '__typename' value 'HeadingBlock',
            'id' value anon_10.element['id'],
            'level' value anon_10.element['level'],
            'text' value anon_10.element['text'] returning json
          ) when 'list' then json_object(
            '__typename' value 'ListBlock',
            'isOrdered' value anon_10.element['ordered'],
            'start' value anon_10.element['start'],
            'items' value (
              select coalesce(json_agg(json_object(
                'html' value anon_12.element['html'] returning json
              ) order by anon_12.position), '[]'::json) as anon_11
              from jsonb_array_elements(anon_10.element['items']) with ordinality as anon_12(element, position)
            ) returning json
          ) when 'quote' then json_object(
            '__typename' value 'QuoteBlock',
            'html' value anon_10.element['html'],
            'attribution' value anon_10.element['attribution'] returning json
          ) when 'photo' then json_object(
            '__typename' value 'PhotoBlock',
            'placement' value (
              select json_object(
                'position' value placements_1.position,
                'captionHtml' value placements_1.caption_html,
                'caption' value placements_1.caption_text,
                'credit' value coalesce(placements_1.credit, (
                  select photos_1.credit
                  from photos as photos_1
                  where photos_1.id = placements_1.photo_id
                  and (exists (
                    select 1
                    from placements as placements_2
                    where placements_2.photo_id = photos_1.id
                    and (exists (
                      select 1
                      from translations as translations_6
                      where translations_6.id = placements_2.translation_id
                      and (translations_6.state in ('LIVE', 'WITHDRAWN'))
                    ))
                  ))
                )),
                'alternative' value placements_1.alternative,
                'alternativeText' value placements_1.alternative_text,
                'photo' value (
                  select json_object(
                    'url' value concat('https://posts.example/media/', photos_2.storage_key),
                    'width' value photos_2.width,
                    'height' value photos_2.height,
                    'credit' value photos_2.credit,
                    'licence' value photos_2.licence,
                    'takenOn' value photos_2.taken_on,
                    'focalPoint' value json_object(
                      'x' value photos_2.focal_x,
                      'y' value photos_2.focal_y returning json
                    ) returning json
                  ) as anon_14
                  from photos as photos_2
                  where placements_1.photo_id = photos_2.id
                  and (exists (
                    select 1
                    from placements as placements_3
                    where placements_3.photo_id = photos_2.id
                    and (exists (
                      select 1
                      from translations as translations_7
                      where translations_7.id = placements_3.translation_id
                      and (translations_7.state in ('LIVE', 'WITHDRAWN'))
                    ))
                  ))
                ) returning json
              ) as anon_13
              from placements as placements_1
              where placements_1.translation_id = translations_5.id
              and placements_1.block_id = (anon_10.element ->> 'id')
              and (exists (
                select 1
                from translations as translations_8
                where translations_8.id = placements_1.translation_id
                and (translations_8.state in ('LIVE', 'WITHDRAWN'))
              ))
              limit 1
            ) returning json
          ) when 'gallery' then json_object(
            '__typename' value 'GalleryBlock',
            'placements' value (
              select coalesce(json_agg(json_object(
                'position' value placements_4.position,
                'captionHtml' value placements_4.caption_html,
                'caption' value placements_4.caption_text,
                'credit' value coalesce(placements_4.credit, (
                  select photos_3.credit
                  from photos as photos_3
                  where photos_3.id = placements_4.photo_id
                  and (exists (
                    select 1
                    from placements as placements_5
                    where placements_5.photo_id = photos_3.id
                    and (exists (
                      select 1
                      from translations as translations_9
                      where translations_9.id = placements_5.translation_id
                      and (translations_9.state in ('LIVE', 'WITHDRAWN'))
                    ))
                  ))
                )),
                'alternative' value placements_4.alternative,
                'alternativeText' value placements_4.alternative_text,
                'photo' value (
                  select json_object(
                    'url' value concat('https://posts.example/media/', photos_4.storage_key),
                    'width' value photos_4.width,
                    'height' value photos_4.height,
                    'credit' value photos_4.credit,
                    'licence' value photos_4.licence,
                    'takenOn' value photos_4.taken_on,
                    'focalPoint' value json_object(
                      'x' value photos_4.focal_x,
                      'y' value photos_4.focal_y returning json
                    ) returning json
                  ) as anon_16
                  from photos as photos_4
                  where placements_4.photo_id = photos_4.id
                  and (exists (
                    select 1
                    from placements as placements_6
                    where placements_6.photo_id = photos_4.id
                    and (exists (
                      select 1
                      from translations as translations_10
                      where translations_10.id = placements_6.translation_id
                      and (translations_10.state in ('LIVE', 'WITHDRAWN'))
                    ))
                  ))
                ) returning json
              ) order by placements_4.position), '[]'::json) as anon_15
              from placements as placements_4
              where placements_4.translation_id = translations_5.id
              and anon_10.element['photos'] ? placements_4.block_id
              and (exists (
                select 1
                from translations as translations_11
                where translations_11.id = placements_4.translation_id
                and (translations_11.state in ('LIVE', 'WITHDRAWN'))
              ))
            ) returning json
          ) when 'embed' then json_object(
            '__typename' value 'EmbedBlock',
            'url' value anon_10.element['url'],
            'title' value anon_10.element['title'],
            'provider' value anon_10.element['provider'] returning json
          ) when 'divider' then json_object(
            '__typename' value 'DividerBlock',
            'id' value anon_10.element['id'] returning json
          ) end order by anon_10.position), '[]'::json) as anon_9
          from jsonb_array_elements(translations_5.blocks) with ordinality as anon_10(element, position)
        ) returning json
      ) as anon_8
      from translations as translations_5
      where translations_5.post_id = posts_1.id
      and translations_5.is_authentic
      and (translations_5.state in ('LIVE', 'WITHDRAWN'))
    ),
    'translations' value (
      select coalesce(json_agg(json_object(
        'locale' value translations_12.locale,
        'slug' value translations_12.slug,
        'title' value translations_12.title,
        'isAuthentic' value translations_12.is_authentic returning json
      ) order by translations_12.is_authentic desc, translations_12.locale), '[]'::json) as anon_17
      from translations as translations_12
      where translations_12.post_id = posts_1.id
      and (translations_12.state in ('LIVE', 'WITHDRAWN'))
    ),
    'topics' value (
      select coalesce(json_agg(json_object(
        'slug' value topics_1.slug,
        'name' value topics_1.name,
        'parent' value (
          select json_object(
            'slug' value topics_2.slug returning json
          ) as anon_19
          from topics as topics_2
          where topics_1.parent_id = topics_2.id
          and true
        ) returning json
      ) order by topics_1.name, topics_1.id), '[]'::json) as anon_18
      from topics as topics_1
      where topics_1.id in (
        select post_topics_1.topic_id
        from post_topics as post_topics_1
        where post_topics_1.post_id = posts_1.id
        and (exists (
          select 1
          from posts as posts_4
          where posts_4.id = post_topics_1.post_id
          and posts_4.state != 'WITHDRAWN'
          and (posts_4.state in ('LIVE', 'WITHDRAWN'))
        ))
      )
      and true
    ),
    'tags' value (
      select coalesce(json_agg(json_object(
        'slug' value tags_1.slug,
        'name' value tags_1.name returning json
      ) order by tags_1.name, tags_1.id), '[]'::json) as anon_20
      from tags as tags_1
      where tags_1.id in (
        select post_tags_1.tag_id
        from post_tags as post_tags_1
        where post_tags_1.post_id = posts_1.id
        and (exists (
          select 1
          from posts as posts_5
          where posts_5.id = post_tags_1.post_id
          and posts_5.state != 'WITHDRAWN'
          and (posts_5.state in ('LIVE', 'WITHDRAWN'))
        ))
      )
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
    ),
    'comments' value (
      select json_object(
        'totalCount' value coalesce((
          select count(*)
          from comments as comments_1
          where comments_1.post_id = posts_1.id
          and comments_1.parent_id is null
          and (comments_1.state = 'VISIBLE' and (exists (
            select 1
            from posts as posts_7
            where posts_7.id = comments_1.post_id
            and posts_7.state = 'LIVE'
            and (posts_7.state in ('LIVE', 'WITHDRAWN'))
          )))
        ), 0),
        'nodes' value coalesce(json_agg(json_object(
          'authorName' value anon_22.author_name,
          'html' value anon_22.html,
          'locale' value anon_22.locale,
          'depth' value anon_22.depth,
          'writtenAt' value anon_22.written_at,
          'replies' value (
            select json_object(
              'nodes' value coalesce(json_agg(json_object(
                'authorName' value anon_24.author_name,
                'html' value anon_24.html,
                'locale' value anon_24.locale,
                'depth' value anon_24.depth,
                'writtenAt' value anon_24.written_at,
                'replies' value (
                  select json_object(
                    'nodes' value coalesce(json_agg(json_object(
                      'authorName' value anon_26.author_name,
                      'html' value anon_26.html,
                      'locale' value anon_26.locale,
                      'depth' value anon_26.depth,
                      'writtenAt' value anon_26.written_at,
                      'replyCount' value coalesce((
                        select count(*) as count_1
                        from comments as comments_2
                        where comments_2.parent_id = anon_26.id
                        and (comments_2.state = 'VISIBLE' and (exists (
                          select 1
                          from posts as posts_8
                          where posts_8.id = comments_2.post_id
                          and posts_8.state = 'LIVE'
                          and (posts_8.state in ('LIVE', 'WITHDRAWN'))
                        )))
                      ), 0) returning json
                    ) order by anon_26.place) filter (where anon_26.place <= 20), '[]'::json) returning json
                  ) as anon_25
                  from (
                    select anon_27.id as id, anon_27.post_id as post_id, anon_27.parent_id as parent_id, anon_27.depth as depth, anon_27.state as state, anon_27.author_name as author_name, anon_27.locale as locale, anon_27.plain_text as plain_text, anon_27.html as html, anon_27.written_at as written_at, anon_27.created_at as created_at, anon_27.updated_at as updated_at, anon_27.key_0 as key_0, anon_27.key_1 as key_1, row_number() over (order by anon_27.key_0 asc, anon_27.key_1 asc) as place
                    from (
                      select comments_3.id as id, comments_3.post_id as post_id, comments_3.parent_id as parent_id, comments_3.depth as depth, comments_3.state as state, comments_3.author_name as author_name, comments_3.locale as locale, comments_3.plain_text as plain_text, comments_3.html as html, comments_3.written_at as written_at, comments_3.created_at as created_at, comments_3.updated_at as updated_at, comments_3.written_at as key_0, comments_3.id as key_1
                      from comments as comments_3
                      where comments_3.parent_id = anon_24.id
                      and (comments_3.state = 'VISIBLE' and (exists (
                        select 1
                        from posts as posts_9
                        where posts_9.id = comments_3.post_id
                        and posts_9.state = 'LIVE'
                        and (posts_9.state in ('LIVE', 'WITHDRAWN'))
                      )))
                      order by comments_3.written_at asc, comments_3.id asc
                      limit 101
                    ) as anon_27
                    limit 21
                  ) as anon_26
                ) returning json
              ) order by anon_24.place) filter (where anon_24.place <= 20), '[]'::json) returning json
            ) as anon_23
            from (
              select anon_28.id as id, anon_28.post_id as post_id, anon_28.parent_id as parent_id, anon_28.depth as depth, anon_28.state as state, anon_28.author_name as author_name, anon_28.locale as locale, anon_28.plain_text as plain_text, anon_28.html as html, anon_28.written_at as written_at, anon_28.created_at as created_at, anon_28.updated_at as updated_at, anon_28.key_0 as key_0, anon_28.key_1 as key_1, row_number() over (order by anon_28.key_0 asc, anon_28.key_1 asc) as place
              from (
                select comments_4.id as id, comments_4.post_id as post_id, comments_4.parent_id as parent_id, comments_4.depth as depth, comments_4.state as state, comments_4.author_name as author_name, comments_4.locale as locale, comments_4.plain_text as plain_text, comments_4.html as html, comments_4.written_at as written_at, comments_4.created_at as created_at, comments_4.updated_at as updated_at, comments_4.written_at as key_0, comments_4.id as key_1
                from comments as comments_4
                where comments_4.parent_id = anon_22.id
                and (comments_4.state = 'VISIBLE' and (exists (
                  select 1
                  from posts as posts_10
                  where posts_10.id = comments_4.post_id
                  and posts_10.state = 'LIVE'
                  and (posts_10.state in ('LIVE', 'WITHDRAWN'))
                )))
                order by comments_4.written_at asc, comments_4.id asc
                limit 101
              ) as anon_28
              limit 21
            ) as anon_24
          ) returning json
        ) order by anon_22.place) filter (where anon_22.place <= $2::integer), '[]'::json) returning json
      ) as anon_21
      from (
        select anon_29.id as id, anon_29.post_id as post_id, anon_29.parent_id as parent_id, anon_29.depth as depth, anon_29.state as state, anon_29.author_name as author_name, anon_29.locale as locale, anon_29.plain_text as plain_text, anon_29.html as html, anon_29.written_at as written_at, anon_29.created_at as created_at, anon_29.updated_at as updated_at, anon_29.key_0 as key_0, anon_29.key_1 as key_1, row_number() over (order by anon_29.key_0 asc, anon_29.key_1 asc) as place
        from (
          select comments_1.id as id, comments_1.post_id as post_id, comments_1.parent_id as parent_id, comments_1.depth as depth, comments_1.state as state, comments_1.author_name as author_name, comments_1.locale as locale, comments_1.plain_text as plain_text, comments_1.html as html, comments_1.written_at as written_at, comments_1.created_at as created_at, comments_1.updated_at as updated_at, comments_1.written_at as key_0, comments_1.id as key_1
          from comments as comments_1
          where comments_1.post_id = posts_1.id
          and comments_1.parent_id is null
          and (comments_1.state = 'VISIBLE' and (exists (
            select 1
            from posts as posts_11
            where posts_11.id = comments_1.post_id
            and posts_11.state = 'LIVE'
            and (posts_11.state in ('LIVE', 'WITHDRAWN'))
          )))
          order by comments_1.written_at asc, comments_1.id asc
          limit 101
        ) as anon_29
        limit $2::integer + 1
      ) as anon_22
    ),
    'commentCount' value coalesce((
      select count(*) as count_2
      from comments as comments_5
      where comments_5.post_id = posts_1.id
      and (comments_5.state = 'VISIBLE' and (exists (
        select 1
        from posts as posts_12
        where posts_12.id = comments_5.post_id
        and posts_12.state = 'LIVE'
        and (posts_12.state in ('LIVE', 'WITHDRAWN'))
      )))
    ), 0) returning json
  ) as anon_1
  from posts as posts_1
  where posts_1.id = (
    select translations_13.post_id
    from translations as translations_13
    join addresses as addresses_1 on addresses_1.translation_id = translations_13.id
    where addresses_1.path = $3::varchar
    and addresses_1.mission_id = (
      select missions_3.id
      from missions as missions_3
      where missions_3.slug = $4::varchar
      and true
    )
    and (translations_13.state in ('LIVE', 'WITHDRAWN'))
    and (exists (
      select 1
      from translations as translations_14
      where translations_14.id = addresses_1.translation_id
      and (translations_14.state in ('LIVE', 'WITHDRAWN'))
    ))
  )
  and (posts_1.state in ('LIVE', 'WITHDRAWN'))
) as r0
