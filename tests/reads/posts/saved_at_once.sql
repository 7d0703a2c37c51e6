select (
  select json_object(
    'nodes' value coalesce(json_agg(json_object(
      'translations' value (
        select coalesce(json_agg(json_object(
          'newestRevisionNumber' value coalesce(to_json(coalesce((
            select revisions_1.number
            from revisions as revisions_1
            where revisions_1.translation_id = translations_1.id
            and revisions_1.number = translations_1.newest_revision_number
            and (exists (
              select 1
              from translations as translations_2
              join posts as posts_1 on posts_1.id = translations_2.post_id
              where translations_2.id = revisions_1.translation_id
              and posts_1.mission_id = any ($1::uuid[])
              and (translations_2.state in ('LIVE', 'WITHDRAWN') or (exists (
                select 1
                from posts as posts_2
                where posts_2.id = translations_2.post_id
                and posts_2.mission_id = any ($1::uuid[])
                and (posts_2.state in ('LIVE', 'WITHDRAWN') or posts_2.mission_id = any ($1::uuid[]))
              )))
              and (posts_1.state in ('LIVE', 'WITHDRAWN') or posts_1.mission_id = any ($1::uuid[]))
            ))
          ), translations_1.revision_number)), E'\tnull'::json),
          'sideDrafts' value (
            select json_object(
              'totalCount' value coalesce((
                select count(*)
                from revisions as revisions_2
                where revisions_2.translation_id = translations_1.id
                and revisions_2.is_side_draft
                and (exists (
                  select 1
                  from translations as translations_3
                  join posts as posts_3 on posts_3.id = translations_3.post_id
                  where translations_3.id = revisions_2.translation_id
                  and posts_3.mission_id = any ($1::uuid[])
                  and (translations_3.state in ('LIVE', 'WITHDRAWN') or (exists (
                    select 1
                    from posts as posts_4
                    where posts_4.id = translations_3.post_id
                    and posts_4.mission_id = any ($1::uuid[])
                    and (posts_4.state in ('LIVE', 'WITHDRAWN') or posts_4.mission_id = any ($1::uuid[]))
                  )))
                  and (posts_3.state in ('LIVE', 'WITHDRAWN') or posts_3.mission_id = any ($1::uuid[]))
                ))
              ), 0),
              'nodes' value coalesce(json_agg(json_object(
                'number' value anon_5.number,
                'baseNumber' value anon_5.base_number,
                'title' value anon_5.title,
                'actorName' value anon_5.actor_name returning json
              ) order by anon_5.place) filter (where anon_5.place <= 20), '[]'::json) returning json
            ) as anon_4
            from (
              select anon_6.id as id, anon_6.translation_id as translation_id, anon_6.number as number, anon_6.base_number as base_number, anon_6.is_side_draft as is_side_draft, anon_6.event as event, anon_6.title as title, anon_6.summary as summary, anon_6.body as body, anon_6.html as html, anon_6.plain_text as plain_text, anon_6.account_id as account_id, anon_6.actor_name as actor_name, anon_6.merged_into_number as merged_into_number, anon_6.blocks as blocks, anon_6.origins as origins, anon_6.created_at as created_at, anon_6.updated_at as updated_at, anon_6.key_0 as key_0, anon_6.key_1 as key_1, row_number() over (order by anon_6.key_0 desc, anon_6.key_1 desc) as place
              from (
                select revisions_2.id as id, revisions_2.translation_id as translation_id, revisions_2.number as number, revisions_2.base_number as base_number, revisions_2.is_side_draft as is_side_draft, revisions_2.event as event, revisions_2.title as title, revisions_2.summary as summary, revisions_2.body as body, revisions_2.html as html, revisions_2.plain_text as plain_text, revisions_2.account_id as account_id, revisions_2.actor_name as actor_name, revisions_2.merged_into_number as merged_into_number, revisions_2.blocks as blocks, revisions_2.origins as origins, revisions_2.created_at as created_at, revisions_2.updated_at as updated_at, revisions_2.number as key_0, revisions_2.id as key_1
                from revisions as revisions_2
                where revisions_2.translation_id = translations_1.id
                and revisions_2.is_side_draft
                and (exists (
                  select 1
                  from translations as translations_4
                  join posts as posts_5 on posts_5.id = translations_4.post_id
                  where translations_4.id = revisions_2.translation_id
                  and posts_5.mission_id = any ($1::uuid[])
                  and (translations_4.state in ('LIVE', 'WITHDRAWN') or (exists (
                    select 1
                    from posts as posts_6
                    where posts_6.id = translations_4.post_id
                    and posts_6.mission_id = any ($1::uuid[])
                    and (posts_6.state in ('LIVE', 'WITHDRAWN') or posts_6.mission_id = any ($1::uuid[]))
                  )))
                  and (posts_5.state in ('LIVE', 'WITHDRAWN') or posts_5.mission_id = any ($1::uuid[]))
                ))
                order by revisions_2.number desc, revisions_2.id desc
                limit 101
              ) as anon_6
              limit 21
            ) as anon_5
          ),
          'revisions' value (
            select json_object(
              'nodes' value coalesce(json_agg(json_object(
                'number' value anon_8.number,
                'title' value anon_8.title,
                'summary' value anon_8.summary,
                'isSideDraft' value anon_8.is_side_draft,
                'isMerged' value exists (
                  select 1
                  from revisions as revisions_3
                  where revisions_3.translation_id = anon_8.translation_id
                  and revisions_3.merged_into_number = anon_8.number
                  and (exists (
                    select 1
                    from translations as translations_5
                    join posts as posts_7 on posts_7.id = translations_5.post_id
                    where translations_5.id = revisions_3.translation_id
                    and posts_7.mission_id = any ($1::uuid[])
                    and (translations_5.state in ('LIVE', 'WITHDRAWN') or (exists (
                      select 1
                      from posts as posts_8
                      where posts_8.id = translations_5.post_id
                      and posts_8.mission_id = any ($1::uuid[])
                      and (posts_8.state in ('LIVE', 'WITHDRAWN') or posts_8.mission_id = any ($1::uuid[]))
                    )))
                    and (posts_7.state in ('LIVE', 'WITHDRAWN') or posts_7.mission_id = any ($1::uuid[]))
                  ))
                ),
                'mergedFrom' value (
                  select coalesce(json_agg(json_object(
                    'number' value revisions_4.number,
                    'title' value revisions_4.title returning json
                  ) order by revisions_4.number), '[]'::json) as anon_9
                  from revisions as revisions_4
                  where revisions_4.translation_id = anon_8.translation_id
                  and revisions_4.merged_into_number = anon_8.number
                  and (exists (
                    select 1
                    from translations as translations_6
                    join posts as posts_9 on posts_9.id = translations_6.post_id
                    where translations_6.id = revisions_4.translation_id
                    and posts_9.mission_id = any ($1::uuid[])
                    and (translations_6.state in ('LIVE', 'WITHDRAWN') or (exists (
                      select 1
                      from posts as posts_10
                      where posts_10.id = translations_6.post_id
                      and posts_10.mission_id = any ($1::uuid[])
                      and (posts_10.state in ('LIVE', 'WITHDRAWN') or posts_10.mission_id = any ($1::uuid[]))
                    )))
                    and (posts_9.state in ('LIVE', 'WITHDRAWN') or posts_9.mission_id = any ($1::uuid[]))
                  ))
                ),
                'mergedInto' value (
                  select json_object(
                    'number' value revisions_5.number returning json
                  ) as anon_10
                  from revisions as revisions_5
                  where revisions_5.translation_id = anon_8.translation_id
                  and revisions_5.number = anon_8.merged_into_number
                  and (exists (
                    select 1
                    from translations as translations_7
                    join posts as posts_11 on posts_11.id = translations_7.post_id
                    where translations_7.id = revisions_5.translation_id
                    and posts_11.mission_id = any ($1::uuid[])
                    and (translations_7.state in ('LIVE', 'WITHDRAWN') or (exists (
                      select 1
                      from posts as posts_12
                      where posts_12.id = translations_7.post_id
                      and posts_12.mission_id = any ($1::uuid[])
                      and (posts_12.state in ('LIVE', 'WITHDRAWN') or posts_12.mission_id = any ($1::uuid[]))
                    )))
                    and (posts_11.state in ('LIVE', 'WITHDRAWN') or posts_11.mission_id = any ($1::uuid[]))
                  ))
                  limit 1
                ) returning json
              ) order by anon_8.place) filter (where anon_8.place <= $2::integer), '[]'::json) returning json
            ) as anon_7
            from (
              select anon_11.id as id, anon_11.translation_id as translation_id, anon_11.number as number, anon_11.base_number as base_number, anon_11.is_side_draft as is_side_draft, anon_11.event as event, anon_11.title as title, anon_11.summary as summary, anon_11.body as body, anon_11.html as html, anon_11.plain_text as plain_text, anon_11.account_id as account_id, anon_11.actor_name as actor_name, anon_11.merged_into_number as merged_into_number, anon_11.blocks as blocks, anon_11.origins as origins, anon_11.created_at as created_at, anon_11.updated_at as updated_at, anon_11.key_0 as key_0, anon_11.key_1 as key_1, row_number() over (order by anon_11.key_0 desc, anon_11.key_1 desc) as place
              from (
                select revisions_6.id as id, revisions_6.translation_id as translation_id, revisions_6.number as number, revisions_6.base_number as base_number, revisions_6.is_side_draft as is_side_draft, revisions_6.event as event, revisions_6.title as title, revisions_6.summary as summary, revisions_6.body as body, revisions_6.html as html, revisions_6.plain_text as plain_text, revisions_6.account_id as account_id, revisions_6.actor_name as actor_name, revisions_6.merged_into_number as merged_into_number, revisions_6.blocks as blocks, revisions_6.origins as origins, revisions_6.created_at as created_at, revisions_6.updated_at as updated_at, revisions_6.number as key_0, revisions_6.id as key_1
                from revisions as revisions_6
                where revisions_6.translation_id = translations_1.id
                and (exists (
                  select 1
                  from translations as translations_8
                  join posts as posts_13 on posts_13.id = translations_8.post_id
                  where translations_8.id = revisions_6.translation_id
                  and posts_13.mission_id = any ($1::uuid[])
                  and (translations_8.state in ('LIVE', 'WITHDRAWN') or (exists (
                    select 1
                    from posts as posts_14
                    where posts_14.id = translations_8.post_id
                    and posts_14.mission_id = any ($1::uuid[])
                    and (posts_14.state in ('LIVE', 'WITHDRAWN') or posts_14.mission_id = any ($1::uuid[]))
                  )))
                  and (posts_13.state in ('LIVE', 'WITHDRAWN') or posts_13.mission_id = any ($1::uuid[]))
                ))
                order by revisions_6.number desc, revisions_6.id desc
                limit 101
              ) as anon_11
              limit $2::integer + 1
            ) as anon_8
          ) returning json
        ) order by translations_1.is_authentic desc, translations_1.locale), '[]'::json) as anon_3
        from translations as translations_1
        where translations_1.post_id = anon_2.id
        and (translations_1.state in ('LIVE', 'WITHDRAWN') or (exists (
          select 1
          from posts as posts_15
          where posts_15.id = translations_1.post_id
          and posts_15.mission_id = any ($1::uuid[])
          and (posts_15.state in ('LIVE', 'WITHDRAWN') or posts_15.mission_id = any ($1::uuid[]))
        )))
      ) returning json
    ) order by anon_2.place) filter (where anon_2.place <= 20), '[]'::json) returning json
  ) as anon_1
  from (
    select anon_12.id as id, anon_12.mission_id as mission_id, anon_12.kind as kind, anon_12.state as state, anon_12.first_published_at as first_published_at, anon_12.sort_at as sort_at, anon_12.comment_policy as comment_policy, anon_12.created_by_id as created_by_id, anon_12.created_at as created_at, anon_12.updated_at as updated_at, anon_12.key_0 as key_0, anon_12.key_1 as key_1, row_number() over (order by anon_12.key_0 desc, anon_12.key_1 desc) as place
    from (
      select posts_16.id as id, posts_16.mission_id as mission_id, posts_16.kind as kind, posts_16.state as state, posts_16.first_published_at as first_published_at, posts_16.sort_at as sort_at, posts_16.comment_policy as comment_policy, posts_16.created_by_id as created_by_id, posts_16.created_at as created_at, posts_16.updated_at as updated_at, posts_16.sort_at as key_0, posts_16.id as key_1
      from posts as posts_16
      where posts_16.state in ('DRAFT')
      and (posts_16.state in ('LIVE', 'WITHDRAWN') or posts_16.mission_id = any ($1::uuid[]))
      order by posts_16.sort_at desc, posts_16.id desc
      limit 101
    ) as anon_12
    limit 21
  ) as anon_2
) as r0
