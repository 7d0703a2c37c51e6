select (
  select json_object(
    'totalCount' value coalesce((
      select count(*)
      from photos as photos_1
      where photos_1.mission_id = $1::uuid
      and (photos_1.mission_id = any ($2::uuid[]) or (exists (
        select 1
        from placements as placements_1
        where placements_1.photo_id = photos_1.id
        and (exists (
          select 1
          from translations as translations_1
          where translations_1.id = placements_1.translation_id
          and (translations_1.state in ('LIVE', 'WITHDRAWN') or (exists (
            select 1
            from posts as posts_1
            where posts_1.id = translations_1.post_id
            and posts_1.mission_id = any ($2::uuid[])
            and (posts_1.state in ('LIVE', 'WITHDRAWN') or posts_1.mission_id = any ($2::uuid[]))
          )))
        ))
      )))
    ), 0),
    'nodes' value coalesce(json_agg(json_object(
      'id' value concat('Photo:', anon_2.id),
      'credit' value anon_2.credit,
      'placements' value json_object(
        'totalCount' value coalesce((
          select count(*)
          from placements as placements_2
          where placements_2.photo_id = anon_2.id
          and (exists (
            select 1
            from translations as translations_2
            where translations_2.id = placements_2.translation_id
            and (translations_2.state in ('LIVE', 'WITHDRAWN') or (exists (
              select 1
              from posts as posts_2
              where posts_2.id = translations_2.post_id
              and posts_2.mission_id = any ($2::uuid[])
              and (posts_2.state in ('LIVE', 'WITHDRAWN') or posts_2.mission_id = any ($2::uuid[]))
            )))
          ))
        ), 0) returning json
      ) returning json
    ) order by anon_2.place) filter (where anon_2.place <= 20), '[]'::json) returning json
  ) as anon_1
  from (
    select anon_3.id as id, anon_3.mission_id as mission_id, anon_3.storage_key as storage_key, anon_3.sha256 as sha256, anon_3.media_type as media_type, anon_3.size_bytes as size_bytes, anon_3.width as width, anon_3.height as height, anon_3.file_name as file_name, anon_3.credit as credit, anon_3.licence as licence, anon_3.taken_on as taken_on, anon_3.focal_x as focal_x, anon_3.focal_y as focal_y, anon_3.created_at as created_at, anon_3.updated_at as updated_at, anon_3.key_0 as key_0, row_number() over (order by anon_3.key_0 asc) as place
    from (
      select photos_1.id as id, photos_1.mission_id as mission_id, photos_1.storage_key as storage_key, photos_1.sha256 as sha256, photos_1.media_type as media_type, photos_1.size_bytes as size_bytes, photos_1.width as width, photos_1.height as height, photos_1.file_name as file_name, photos_1.credit as credit, photos_1.licence as licence, photos_1.taken_on as taken_on, photos_1.focal_x as focal_x, photos_1.focal_y as focal_y, photos_1.created_at as created_at, photos_1.updated_at as updated_at, photos_1.id as key_0
      from photos as photos_1
      where photos_1.mission_id = $1::uuid
      and (photos_1.mission_id = any ($2::uuid[]) or (exists (
        select 1
        from placements as placements_3
        where placements_3.photo_id = photos_1.id
        and (exists (
          select 1
          from translations as translations_3
          where translations_3.id = placements_3.translation_id
          and (translations_3.state in ('LIVE', 'WITHDRAWN') or (exists (
            select 1
            from posts as posts_3
            where posts_3.id = translations_3.post_id
            and posts_3.mission_id = any ($2::uuid[])
            and (posts_3.state in ('LIVE', 'WITHDRAWN') or posts_3.mission_id = any ($2::uuid[]))
          )))
        ))
      )))
      order by photos_1.id asc
      limit 101
    ) as anon_3
    limit 21
  ) as anon_2
) as r0, (
  select json_object(
    'nodes' value coalesce(json_agg(json_object(
      'id' value concat('Photo:', anon_5.id) returning json
    ) order by anon_5.place) filter (where anon_5.place <= 20), '[]'::json) returning json
  ) as anon_4
  from (
    select anon_6.id as id, anon_6.mission_id as mission_id, anon_6.storage_key as storage_key, anon_6.sha256 as sha256, anon_6.media_type as media_type, anon_6.size_bytes as size_bytes, anon_6.width as width, anon_6.height as height, anon_6.file_name as file_name, anon_6.credit as credit, anon_6.licence as licence, anon_6.taken_on as taken_on, anon_6.focal_x as focal_x, anon_6.focal_y as focal_y, anon_6.created_at as created_at, anon_6.updated_at as updated_at, anon_6.key_0 as key_0, row_number() over (order by anon_6.key_0 desc) as place
    from (
      select photos_2.id as id, photos_2.mission_id as mission_id, photos_2.storage_key as storage_key, photos_2.sha256 as sha256, photos_2.media_type as media_type, photos_2.size_bytes as size_bytes, photos_2.width as width, photos_2.height as height, photos_2.file_name as file_name, photos_2.credit as credit, photos_2.licence as licence, photos_2.taken_on as taken_on, photos_2.focal_x as focal_x, photos_2.focal_y as focal_y, photos_2.created_at as created_at, photos_2.updated_at as updated_at, photos_2.id as key_0
      from photos as photos_2
      where photos_2.credit = $3::varchar
      and (photos_2.mission_id = any ($2::uuid[]) or (exists (
        select 1
        from placements as placements_4
        where placements_4.photo_id = photos_2.id
        and (exists (
          select 1
          from translations as translations_4
          where translations_4.id = placements_4.translation_id
          and (translations_4.state in ('LIVE', 'WITHDRAWN') or (exists (
            select 1
            from posts as posts_4
            where posts_4.id = translations_4.post_id
            and posts_4.mission_id = any ($2::uuid[])
            and (posts_4.state in ('LIVE', 'WITHDRAWN') or posts_4.mission_id = any ($2::uuid[]))
          )))
        ))
      )))
      order by photos_2.id desc
      limit 101
    ) as anon_6
    limit 21
  ) as anon_5
) as r1
