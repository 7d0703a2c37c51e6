select (
  select json_object(
    'nodes' value coalesce(json_agg(json_object(
      'slug' value anon_2.slug,
      'clearancePolicies' value (
        select coalesce(json_agg(json_object(
          'kind' value anon_4.element['kind'],
          'inForce' value (
            select json_object(
              'clearance' value anon_6.element['clearance'],
              'reviewWithinHours' value anon_6.element['review_within_hours'],
              'allowsEmergency' value anon_6.element['allows_emergency'],
              'requiresStepUp' value anon_6.element['requires_step_up'],
              'source' value (
                select json_object(
                  'slug' value missions_1.slug returning json
                ) as anon_7
                from missions as missions_1
                where missions_1.id = cast((anon_6.element ->> 'source_id') as uuid)
                and true
                limit 1
              ) returning json
            ) as anon_5
            from (
              select (
                select jsonb_build_object('clearance', anon_8.clearance, 'review_within_hours', anon_8.review_within_hours, 'allows_emergency', anon_8.allows_emergency, 'requires_step_up', anon_8.requires_step_up, 'source_id', anon_8.source_id) as jsonb_build_object_1
                from (
                  select cast(coalesce(anon_9.clearance, case when (cardinality(missions_2.lineage) > 0) then 'FREE' else 'HEADQUARTERS' end) as varchar(40)) as clearance, coalesce(anon_9.review_within_hours, 24) as review_within_hours, coalesce(anon_9.allows_emergency, false) as allows_emergency, coalesce(anon_9.requires_step_up, false) as requires_step_up, anon_9.mission_id as source_id, missions_2.lineage[cardinality(missions_2.lineage)] as headquarters_id
                  from missions as missions_2
                  left outer join lateral (
                    select anon_10.mission_id as mission_id, anon_10.clearance as clearance, anon_10.review_within_hours as review_within_hours, anon_10.allows_emergency as allows_emergency, anon_10.requires_step_up as requires_step_up, anon_10.allowed_below as allowed_below, anon_10.distance as distance
                    from lateral (
                      select distinct on (anon_11.distance) clearance_policies_1.mission_id as mission_id, clearance_policies_1.clearance as clearance, clearance_policies_1.review_within_hours as review_within_hours, clearance_policies_1.allows_emergency as allows_emergency, clearance_policies_1.requires_step_up as requires_step_up, clearance_policies_1.allowed_below as allowed_below, anon_11.distance as distance
                      from unnest(missions_2.lineage) with ordinality as anon_11(id, distance)
                      join clearance_policies as clearance_policies_1 on clearance_policies_1.mission_id = anon_11.id
                      and (clearance_policies_1.kind = cast((anon_4.element ->> 'kind') as varchar(40)) or clearance_policies_1.kind is null)
                      where true
                      order by anon_11.distance, clearance_policies_1.kind nulls last
                    ) as anon_10
                    where not (exists (
                      select *
                      from lateral (
                        select distinct on (anon_13.distance) clearance_policies_2.mission_id as mission_id, clearance_policies_2.clearance as clearance, clearance_policies_2.review_within_hours as review_within_hours, clearance_policies_2.allows_emergency as allows_emergency, clearance_policies_2.requires_step_up as requires_step_up, clearance_policies_2.allowed_below as allowed_below, anon_13.distance as distance
                        from unnest(missions_2.lineage) with ordinality as anon_13(id, distance)
                        join clearance_policies as clearance_policies_2 on clearance_policies_2.mission_id = anon_13.id
                        and (clearance_policies_2.kind = cast((anon_4.element ->> 'kind') as varchar(40)) or clearance_policies_2.kind is null)
                        where true
                        order by anon_13.distance, clearance_policies_2.kind nulls last
                      ) as anon_12
                      where anon_12.distance > anon_10.distance
                      and not (anon_12.allowed_below is null or cast(anon_10.clearance as text) = any (anon_12.allowed_below) and (not anon_10.allows_emergency or anon_12.allows_emergency) and (anon_10.requires_step_up or not anon_12.requires_step_up))
                    ))
                    order by anon_10.distance
                    limit 1
                  ) as anon_9 on true
                  where missions_2.id = anon_2.id
                  and true
                ) as anon_8
                where anon_2.id = any ($1::uuid[])
              ) as element
              limit all offset 0
            ) as anon_6
            where anon_6.element is not null
          ),
          'chosen' value (
            select json_object(
              'clearance' value clearance_policies_3.clearance,
              'allowedBelow' value coalesce(to_json(coalesce(clearance_policies_3.allowed_below, array['FREE', 'FOUR_EYES', 'HEADQUARTERS', 'PUBLISH_THEN_REVIEW'])), E'\tnull'::json),
              'bindsBelow' value coalesce(to_json(clearance_policies_3.allowed_below is not null), E'\tnull'::json) returning json
            ) as anon_14
            from clearance_policies as clearance_policies_3
            where clearance_policies_3.mission_id = anon_2.id
            and clearance_policies_3.kind is not distinct
            from cast((anon_4.element ->> 'kind') as varchar(40))
            and (exists (
              select 1
              from missions as missions_3
              where missions_3.id = any ($2::uuid[])
              and clearance_policies_3.mission_id = any (missions_3.lineage)
              and true
            ))
            limit 1
          ) returning json
        ) order by anon_4.position), '[]'::json) as anon_3
        from jsonb_array_elements('[{"kind": null}, {"kind": "BLOG_POST"}, {"kind": "STATEMENT"}, {"kind": "SPEECH"}, {"kind": "NOTICE"}]'::jsonb) with ordinality as anon_4(element, position)
      ) returning json
    ) order by anon_2.place) filter (where anon_2.place <= 20), '[]'::json) returning json
  ) as anon_1
  from (
    select anon_15.id as id, anon_15.kind as kind, anon_15.slug as slug, anon_15.name as name, anon_15.names as names, anon_15.parent_id as parent_id, anon_15.lineage as lineage, anon_15.host_country as host_country, anon_15.city as city, anon_15.time_zones as time_zones, anon_15.languages as languages, anon_15.created_at as created_at, anon_15.updated_at as updated_at, anon_15.key_0 as key_0, anon_15.key_1 as key_1, row_number() over (order by anon_15.key_0 asc, anon_15.key_1 asc) as place
    from (
      select missions_4.id as id, missions_4.kind as kind, missions_4.slug as slug, missions_4.name as name, missions_4.names as names, missions_4.parent_id as parent_id, missions_4.lineage as lineage, missions_4.host_country as host_country, missions_4.city as city, missions_4.time_zones as time_zones, missions_4.languages as languages, missions_4.created_at as created_at, missions_4.updated_at as updated_at, missions_4.name as key_0, missions_4.id as key_1
      from missions as missions_4
      where true
      order by missions_4.name asc, missions_4.id asc
      limit 101
    ) as anon_15
    limit 21
  ) as anon_2
) as r0
