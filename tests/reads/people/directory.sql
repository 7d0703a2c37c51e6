select (
  select json_object(
    'totalCount' value coalesce((
      select count(*)
      from people as people_1
      where ((exists (
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
          from posts as posts_1
          where posts_1.id = bylines_1.post_id
          and posts_1.state != 'WITHDRAWN'
          and (posts_1.state in ('LIVE', 'WITHDRAWN'))
        ))
      )))
    ), 0),
    'nodes' value coalesce(json_agg(json_object(
      'slug' value anon_2.slug,
      'name' value anon_2.name returning json
    ) order by anon_2.place) filter (where anon_2.place <= 20), '[]'::json) returning json
  ) as anon_1
  from (
    select anon_3.id as id, anon_3.name as name, anon_3.names as names, anon_3.slug as slug, anon_3.created_at as created_at, anon_3.updated_at as updated_at, anon_3.key_0 as key_0, anon_3.key_1 as key_1, row_number() over (order by anon_3.key_0 asc, anon_3.key_1 asc) as place
    from (
      select people_1.id as id, people_1.name as name, people_1.names as names, people_1.slug as slug, people_1.created_at as created_at, people_1.updated_at as updated_at, people_1.name as key_0, people_1.id as key_1
      from people as people_1
      where ((exists (
        select 1
        from appointments as appointments_2
        where appointments_2.person_id = people_1.id
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
      order by people_1.name asc, people_1.id asc
      limit 101
    ) as anon_3
    limit 21
  ) as anon_2
) as r0, (
  select json_object(
    'nodes' value coalesce(json_agg(json_object(
      'slug' value anon_5.slug returning json
    ) order by anon_5.place) filter (where anon_5.place <= 20), '[]'::json) returning json
  ) as anon_4
  from (
    select anon_6.id as id, anon_6.name as name, anon_6.names as names, anon_6.slug as slug, anon_6.created_at as created_at, anon_6.updated_at as updated_at, anon_6.key_0 as key_0, row_number() over (order by anon_6.key_0 desc) as place
    from (
      select people_2.id as id, people_2.name as name, people_2.names as names, people_2.slug as slug, people_2.created_at as created_at, people_2.updated_at as updated_at, people_2.id as key_0
      from people as people_2
      where (exists (
        select 1
        from appointments as appointments_3
        where appointments_3.person_id = people_2.id
        and appointments_3.mission_id = $1::uuid
        and true
      ))
      and ((exists (
        select 1
        from appointments as appointments_4
        where appointments_4.person_id = people_2.id
        and true
      )) or (exists (
        select 1
        from bylines as bylines_3
        where bylines_3.person_id = people_2.id
        and (exists (
          select 1
          from posts as posts_3
          where posts_3.id = bylines_3.post_id
          and posts_3.state != 'WITHDRAWN'
          and (posts_3.state in ('LIVE', 'WITHDRAWN'))
        ))
      )))
      order by people_2.id desc
      limit 101
    ) as anon_6
    limit 21
  ) as anon_5
) as r1
