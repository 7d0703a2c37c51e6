select (
  select json_object(
    'nodes' value coalesce(json_agg(json_object(
      'slug' value anon_2.slug,
      'name' value coalesce(to_json(coalesce((
        select anon_2.names ->> anon_4.locale as anon_3
        from unnest($1::text[]) with ordinality as anon_4(locale, position)
        where anon_2.names ? anon_4.locale
        order by anon_4.position
        limit 1
      ), anon_2.name)), E'\tnull'::json),
      'languages' value anon_2.languages,
      'missions' value (
        select json_object(
          'nodes' value coalesce(json_agg(json_object(
            'slug' value anon_6.slug,
            'kind' value anon_6.kind,
            'name' value coalesce(to_json(coalesce((
              select anon_6.names ->> anon_8.locale as anon_7
              from unnest($2::text[]) with ordinality as anon_8(locale, position)
              where anon_6.names ? anon_8.locale
              order by anon_8.position
              limit 1
            ), anon_6.name)), E'\tnull'::json),
            'missions' value (
              select json_object(
                'totalCount' value coalesce((
                  select count(*)
                  from missions as missions_1
                  where missions_1.parent_id = anon_6.id
                  and true
                ), 0),
                'nodes' value coalesce(json_agg(json_object(
                  'slug' value anon_10.slug,
                  'parent' value (
                    select json_object(
                      'slug' value missions_2.slug,
                      'parent' value (
                        select json_object(
                          'slug' value missions_3.slug returning json
                        ) as anon_12
                        from missions as missions_3
                        where missions_2.parent_id = missions_3.id
                        and true
                      ) returning json
                    ) as anon_11
                    from missions as missions_2
                    where anon_10.parent_id = missions_2.id
                    and true
                  ) returning json
                ) order by anon_10.place) filter (where anon_10.place <= 20), '[]'::json) returning json
              ) as anon_9
              from (
                select anon_13.id as id, anon_13.kind as kind, anon_13.slug as slug, anon_13.name as name, anon_13.names as names, anon_13.parent_id as parent_id, anon_13.lineage as lineage, anon_13.host_country as host_country, anon_13.city as city, anon_13.time_zones as time_zones, anon_13.languages as languages, anon_13.created_at as created_at, anon_13.updated_at as updated_at, anon_13.key_0 as key_0, anon_13.key_1 as key_1, row_number() over (order by anon_13.key_0 asc, anon_13.key_1 asc) as place
                from (
                  select missions_1.id as id, missions_1.kind as kind, missions_1.slug as slug, missions_1.name as name, missions_1.names as names, missions_1.parent_id as parent_id, missions_1.lineage as lineage, missions_1.host_country as host_country, missions_1.city as city, missions_1.time_zones as time_zones, missions_1.languages as languages, missions_1.created_at as created_at, missions_1.updated_at as updated_at, missions_1.name as key_0, missions_1.id as key_1
                  from missions as missions_1
                  where missions_1.parent_id = anon_6.id
                  and true
                  order by missions_1.name asc, missions_1.id asc
                  limit 101
                ) as anon_13
                limit 21
              ) as anon_10
            ) returning json
          ) order by anon_6.place) filter (where anon_6.place <= 20), '[]'::json) returning json
        ) as anon_5
        from (
          select anon_14.id as id, anon_14.kind as kind, anon_14.slug as slug, anon_14.name as name, anon_14.names as names, anon_14.parent_id as parent_id, anon_14.lineage as lineage, anon_14.host_country as host_country, anon_14.city as city, anon_14.time_zones as time_zones, anon_14.languages as languages, anon_14.created_at as created_at, anon_14.updated_at as updated_at, anon_14.key_0 as key_0, anon_14.key_1 as key_1, row_number() over (order by anon_14.key_0 asc, anon_14.key_1 asc) as place
          from (
            select missions_4.id as id, missions_4.kind as kind, missions_4.slug as slug, missions_4.name as name, missions_4.names as names, missions_4.parent_id as parent_id, missions_4.lineage as lineage, missions_4.host_country as host_country, missions_4.city as city, missions_4.time_zones as time_zones, missions_4.languages as languages, missions_4.created_at as created_at, missions_4.updated_at as updated_at, missions_4.name as key_0, missions_4.id as key_1
            from missions as missions_4
            where missions_4.parent_id = anon_2.id
            and true
            order by missions_4.name asc, missions_4.id asc
            limit 101
          ) as anon_14
          limit 21
        ) as anon_6
      ) returning json
    ) order by anon_2.place) filter (where anon_2.place <= 20), '[]'::json) returning json
  ) as anon_1
  from (
    select anon_15.id as id, anon_15.kind as kind, anon_15.slug as slug, anon_15.name as name, anon_15.names as names, anon_15.parent_id as parent_id, anon_15.lineage as lineage, anon_15.host_country as host_country, anon_15.city as city, anon_15.time_zones as time_zones, anon_15.languages as languages, anon_15.created_at as created_at, anon_15.updated_at as updated_at, anon_15.key_0 as key_0, anon_15.key_1 as key_1, row_number() over (order by anon_15.key_0 asc, anon_15.key_1 asc) as place
    from (
      select missions_5.id as id, missions_5.kind as kind, missions_5.slug as slug, missions_5.name as name, missions_5.names as names, missions_5.parent_id as parent_id, missions_5.lineage as lineage, missions_5.host_country as host_country, missions_5.city as city, missions_5.time_zones as time_zones, missions_5.languages as languages, missions_5.created_at as created_at, missions_5.updated_at as updated_at, missions_5.name as key_0, missions_5.id as key_1
      from missions as missions_5
      where missions_5.kind in ('HEADQUARTERS')
      and true
      order by missions_5.name asc, missions_5.id asc
      limit 101
    ) as anon_15
    limit 21
  ) as anon_2
) as r0, (
  select json_object(
    'nodes' value coalesce(json_agg(json_object(
      'slug' value anon_17.slug,
      'timeZones' value anon_17.time_zones returning json
    ) order by anon_17.place) filter (where anon_17.place <= 20), '[]'::json) returning json
  ) as anon_16
  from (
    select anon_18.id as id, anon_18.kind as kind, anon_18.slug as slug, anon_18.name as name, anon_18.names as names, anon_18.parent_id as parent_id, anon_18.lineage as lineage, anon_18.host_country as host_country, anon_18.city as city, anon_18.time_zones as time_zones, anon_18.languages as languages, anon_18.created_at as created_at, anon_18.updated_at as updated_at, anon_18.key_0 as key_0, anon_18.key_1 as key_1, row_number() over (order by anon_18.key_0 asc, anon_18.key_1 asc) as place
    from (
      select missions_6.id as id, missions_6.kind as kind, missions_6.slug as slug, missions_6.name as name, missions_6.names as names, missions_6.parent_id as parent_id, missions_6.lineage as lineage, missions_6.host_country as host_country, missions_6.city as city, missions_6.time_zones as time_zones, missions_6.languages as languages, missions_6.created_at as created_at, missions_6.updated_at as updated_at, missions_6.name as key_0, missions_6.id as key_1
      from missions as missions_6
      where $3::varchar = any (missions_6.languages)
      and true
      order by missions_6.name asc, missions_6.id asc
      limit 101
    ) as anon_18
    limit 21
  ) as anon_17
) as r1, (
  select json_object(
    'nodes' value coalesce(json_agg(json_object(
      'slug' value anon_20.slug returning json
    ) order by anon_20.place) filter (where anon_20.place <= 20), '[]'::json) returning json
  ) as anon_19
  from (
    select anon_21.id as id, anon_21.kind as kind, anon_21.slug as slug, anon_21.name as name, anon_21.names as names, anon_21.parent_id as parent_id, anon_21.lineage as lineage, anon_21.host_country as host_country, anon_21.city as city, anon_21.time_zones as time_zones, anon_21.languages as languages, anon_21.created_at as created_at, anon_21.updated_at as updated_at, anon_21.key_0 as key_0, row_number() over (order by anon_21.key_0 desc) as place
    from (
      select missions_7.id as id, missions_7.kind as kind, missions_7.slug as slug, missions_7.name as name, missions_7.names as names, missions_7.parent_id as parent_id, missions_7.lineage as lineage, missions_7.host_country as host_country, missions_7.city as city, missions_7.time_zones as time_zones, missions_7.languages as languages, missions_7.created_at as created_at, missions_7.updated_at as updated_at, missions_7.id as key_0
      from missions as missions_7
      where missions_7.host_country = any ($4::text[])
      and true
      order by missions_7.id desc
      limit 101
    ) as anon_21
    limit 21
  ) as anon_20
) as r2
