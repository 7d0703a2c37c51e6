select (
  select json_object(
    'url' value concat('https://posts.example/media/', photos_1.storage_key),
    'width' value photos_1.width,
    'height' value photos_1.height,
    'mediaType' value photos_1.media_type,
    'sizeBytes' value photos_1.size_bytes,
    'credit' value photos_1.credit,
    'licence' value photos_1.licence,
    'takenOn' value photos_1.taken_on,
    'focalPoint' value json_object(
      'x' value photos_1.focal_x,
      'y' value photos_1.focal_y returning json
    ),
    'mission' value (
      select json_object(
        'slug' value missions_1.slug returning json
      ) as anon_2
      from missions as missions_1
      where photos_1.mission_id = missions_1.id
      and true
    ),
    'placements' value (
      select json_object(
        'totalCount' value coalesce((
          select count(*)
          from placements as placements_1
          where placements_1.photo_id = photos_1.id
          and (exists (
            select 1
            from translations as translations_1
            where translations_1.id = placements_1.translation_id
            and (translations_1.state in ('LIVE', 'WITHDRAWN'))
          ))
        ), 0),
        'nodes' value coalesce(json_agg(json_object(
          'blockId' value anon_4.block_id,
          'caption' value anon_4.caption_text,
          'credit' value coalesce(anon_4.credit, (
            select photos_2.credit
            from photos as photos_2
            where photos_2.id = anon_4.photo_id
            and (exists (
              select 1
              from placements as placements_2
              where placements_2.photo_id = photos_2.id
              and (exists (
                select 1
                from translations as translations_2
                where translations_2.id = placements_2.translation_id
                and (translations_2.state in ('LIVE', 'WITHDRAWN'))
              ))
            ))
          )),
          'alternativeText' value anon_4.alternative_text,
          'translation' value (
            select json_object(
              'locale' value translations_3.locale,
              'title' value translations_3.title,
              'post' value (
                select json_object(
                  'slug' value coalesce(to_json((
                    select translations_4.slug
                    from translations as translations_4
                    where translations_4.post_id = posts_1.id
                    and translations_4.is_authentic
                    and (translations_4.state in ('LIVE', 'WITHDRAWN'))
                  )), E'\tnull'::json) returning json
                ) as anon_6
                from posts as posts_1
                where translations_3.post_id = posts_1.id
                and (posts_1.state in ('LIVE', 'WITHDRAWN'))
              ) returning json
            ) as anon_5
            from translations as translations_3
            where anon_4.translation_id = translations_3.id
            and (translations_3.state in ('LIVE', 'WITHDRAWN'))
          ) returning json
        ) order by anon_4.place) filter (where anon_4.place <= 20), '[]'::json) returning json
      ) as anon_3
      from (
        select anon_7.id as id, anon_7.translation_id as translation_id, anon_7.photo_id as photo_id, anon_7.block_id as block_id, anon_7.position as position, anon_7.caption_html as caption_html, anon_7.caption_text as caption_text, anon_7.credit as credit, anon_7.alternative as alternative, anon_7.alternative_text as alternative_text, anon_7.created_at as created_at, anon_7.updated_at as updated_at, anon_7.key_0 as key_0, row_number() over (order by anon_7.key_0 desc) as place
        from (
          select placements_1.id as id, placements_1.translation_id as translation_id, placements_1.photo_id as photo_id, placements_1.block_id as block_id, placements_1.position as position, placements_1.caption_html as caption_html, placements_1.caption_text as caption_text, placements_1.credit as credit, placements_1.alternative as alternative, placements_1.alternative_text as alternative_text, placements_1.created_at as created_at, placements_1.updated_at as updated_at, placements_1.id as key_0
          from placements as placements_1
          where placements_1.photo_id = photos_1.id
          and (exists (
            select 1
            from translations as translations_5
            where translations_5.id = placements_1.translation_id
            and (translations_5.state in ('LIVE', 'WITHDRAWN'))
          ))
          order by placements_1.id desc
          limit 101
        ) as anon_7
        limit 21
      ) as anon_4
    ) returning json
  ) as anon_1
  from photos as photos_1
  where photos_1.id = $1::uuid
  and (exists (
    select 1
    from placements as placements_3
    where placements_3.photo_id = photos_1.id
    and (exists (
      select 1
      from translations as translations_6
      where translations_6.id = placements_3.translation_id
      and (translations_6.state in ('LIVE', 'WITHDRAWN'))
    ))
  ))
) as r0
