select (
  select json_object(
    'state' value posts_1.state,
    'title' value coalesce(to_json((
      select translations_1.title
      from translations as translations_1
      where translations_1.post_id = posts_1.id
      and translations_1.is_authentic
      and (translations_1.state in ('LIVE', 'WITHDRAWN') or (exists (
        select 1
        from posts as posts_2
        where posts_2.id = translations_1.post_id
        and posts_2.mission_id = any ($1::uuid[])
        and (posts_2.state in ('LIVE', 'WITHDRAWN') or posts_2.mission_id = any ($1::uuid[]))
      )))
    )), E'\tnull'::json),
    'translations' value (
      select coalesce(json_agg(json_object(
        'locale' value translations_2.locale,
        'state' value translations_2.state,
        'revisionNumber' value translations_2.revision_number,
        'newestRevisionNumber' value coalesce(to_json(coalesce((
          select revisions_1.number
          from revisions as revisions_1
          where revisions_1.translation_id = translations_2.id
          and revisions_1.number = translations_2.newest_revision_number
          and (exists (
            select 1
            from translations as translations_3
            join posts as posts_3 on posts_3.id = translations_3.post_id
            where translations_3.id = revisions_1.translation_id
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
        ), translations_2.revision_number)), E'\tnull'::json) returning json
      ) order by translations_2.is_authentic desc, translations_2.locale), '[]'::json) as anon_2
      from translations as translations_2
      where translations_2.post_id = posts_1.id
      and (translations_2.state in ('LIVE', 'WITHDRAWN') or (exists (
        select 1
        from posts as posts_5
        where posts_5.id = translations_2.post_id
        and posts_5.mission_id = any ($1::uuid[])
        and (posts_5.state in ('LIVE', 'WITHDRAWN') or posts_5.mission_id = any ($1::uuid[]))
      )))
    ),
    'translation' value (
      select json_object(
        'draft' value (
          select json_object(
            'number' value revisions_2.number,
            'baseNumber' value revisions_2.base_number,
            'event' value revisions_2.event,
            'title' value revisions_2.title,
            'text' value revisions_2.plain_text,
            'savedAt' value revisions_2.created_at,
            'actorName' value revisions_2.actor_name returning json
          ) as anon_4
          from revisions as revisions_2
          where revisions_2.translation_id = translations_4.id
          and revisions_2.number = translations_4.newest_revision_number
          and translations_4.newest_revision_number > translations_4.revision_number
          and (exists (
            select 1
            from translations as translations_5
            join posts as posts_6 on posts_6.id = translations_5.post_id
            where translations_5.id = revisions_2.translation_id
            and posts_6.mission_id = any ($1::uuid[])
            and (translations_5.state in ('LIVE', 'WITHDRAWN') or (exists (
              select 1
              from posts as posts_7
              where posts_7.id = translations_5.post_id
              and posts_7.mission_id = any ($1::uuid[])
              and (posts_7.state in ('LIVE', 'WITHDRAWN') or posts_7.mission_id = any ($1::uuid[]))
            )))
            and (posts_6.state in ('LIVE', 'WITHDRAWN') or posts_6.mission_id = any ($1::uuid[]))
          ))
          limit 1
        ),
        'revisions' value (
          select json_object(
            'totalCount' value coalesce((
              select count(*)
              from revisions as revisions_3
              where revisions_3.translation_id = translations_4.id
              and (exists (
                select 1
                from translations as translations_6
                join posts as posts_8 on posts_8.id = translations_6.post_id
                where translations_6.id = revisions_3.translation_id
                and posts_8.mission_id = any ($1::uuid[])
                and (translations_6.state in ('LIVE', 'WITHDRAWN') or (exists (
                  select 1
                  from posts as posts_9
                  where posts_9.id = translations_6.post_id
                  and posts_9.mission_id = any ($1::uuid[])
                  and (posts_9.state in ('LIVE', 'WITHDRAWN') or posts_9.mission_id = any ($1::uuid[]))
                )))
                and (posts_8.state in ('LIVE', 'WITHDRAWN') or posts_8.mission_id = any ($1::uuid[]))
              ))
            ), 0),
            'nodes' value coalesce(json_agg(json_object(
              'number' value anon_6.number,
              'event' value anon_6.event,
              'isSideDraft' value anon_6.is_side_draft,
              'savedAt' value anon_6.created_at returning json
            ) order by anon_6.place) filter (where anon_6.place <= $2::integer), '[]'::json),
            'pageInfo' value json_object(
              'hasNextPage' value coalesce(to_json(count(*) > $2::integer), E'\tnull'::json) returning json
            ) returning json
          ) as anon_5
          from (
            select anon_7.id as id, anon_7.translation_id as translation_id, anon_7.number as number, anon_7.base_number as base_number, anon_7.is_side_draft as is_side_draft, anon_7.event as event, anon_7.title as title, anon_7.summary as summary, anon_7.body as body, anon_7.html as html, anon_7.plain_text as plain_text, anon_7.account_id as account_id, anon_7.actor_name as actor_name, anon_7.merged_into_number as merged_into_number, anon_7.blocks as blocks, anon_7.origins as origins, anon_7.created_at as created_at, anon_7.updated_at as updated_at, anon_7.key_0 as key_0, anon_7.key_1 as key_1, row_number() over (order by anon_7.key_0 desc, anon_7.key_1 desc) as place
            from (
              select revisions_3.id as id, revisions_3.translation_id as translation_id, revisions_3.number as number, revisions_3.base_number as base_number, revisions_3.is_side_draft as is_side_draft, revisions_3.event as event, revisions_3.title as title, revisions_3.summary as summary, revisions_3.body as body, revisions_3.html as html, revisions_3.plain_text as plain_text, revisions_3.account_id as account_id, revisions_3.actor_name as actor_name, revisions_3.merged_into_number as merged_into_number, revisions_3.blocks as blocks, revisions_3.origins as origins, revisions_3.created_at as created_at, revisions_3.updated_at as updated_at, revisions_3.number as key_0, revisions_3.id as key_1
              from revisions as revisions_3
              where revisions_3.translation_id = translations_4.id
              and (exists (
                select 1
                from translations as translations_7
                join posts as posts_10 on posts_10.id = translations_7.post_id
                where translations_7.id = revisions_3.translation_id
                and posts_10.mission_id = any ($1::uuid[])
                and (translations_7.state in ('LIVE', 'WITHDRAWN') or (exists (
                  select 1
                  from posts as posts_11
                  where posts_11.id = translations_7.post_id
                  and posts_11.mission_id = any ($1::uuid[])
                  and (posts_11.state in ('LIVE', 'WITHDRAWN') or posts_11.mission_id = any ($1::uuid[]))
                )))
                and (posts_10.state in ('LIVE', 'WITHDRAWN') or posts_10.mission_id = any ($1::uuid[]))
              ))
              order by revisions_3.number desc, revisions_3.id desc
              limit 101
            ) as anon_7
            limit $2::integer + 1
          ) as anon_6
        ) returning json
      ) as anon_3
      from translations as translations_4
      where translations_4.post_id = posts_1.id
      and (translations_4.state in ('LIVE', 'WITHDRAWN') or (exists (
        select 1
        from posts as posts_12
        where posts_12.id = translations_4.post_id
        and posts_12.mission_id = any ($1::uuid[])
        and (posts_12.state in ('LIVE', 'WITHDRAWN') or posts_12.mission_id = any ($1::uuid[]))
      )))
      order by translations_4.state = 'WITHDRAWN', coalesce(array_position($3::text[], translations_4.locale), 1000), translations_4.is_authentic desc, translations_4.locale
      limit 1
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
            from posts as posts_13
            where posts_13.id = comments_1.post_id
            and posts_13.state = 'LIVE'
            and (posts_13.state in ('LIVE', 'WITHDRAWN') or posts_13.mission_id = any ($1::uuid[]))
          )) or (exists (
            select 1
            from posts as posts_13
            where posts_13.id = comments_1.post_id
            and posts_13.mission_id = any ($1::uuid[])
            and (posts_13.state in ('LIVE', 'WITHDRAWN') or posts_13.mission_id = any ($1::uuid[]))
          )))
        ), 0),
        'nodes' value coalesce(json_agg(json_object(
          'state' value anon_9.state,
          'authorName' value anon_9.author_name,
          'replies' value (
            select json_object(
              'nodes' value coalesce(json_agg(json_object(
                'state' value anon_11.state,
                'authorName' value anon_11.author_name returning json
              ) order by anon_11.place) filter (where anon_11.place <= 20), '[]'::json) returning json
            ) as anon_10
            from (
              select anon_12.id as id, anon_12.post_id as post_id, anon_12.parent_id as parent_id, anon_12.depth as depth, anon_12.state as state, anon_12.author_name as author_name, anon_12.locale as locale, anon_12.plain_text as plain_text, anon_12.html as html, anon_12.written_at as written_at, anon_12.created_at as created_at, anon_12.updated_at as updated_at, anon_12.key_0 as key_0, anon_12.key_1 as key_1, row_number() over (order by anon_12.key_0 asc, anon_12.key_1 asc) as place
              from (
                select comments_2.id as id, comments_2.post_id as post_id, comments_2.parent_id as parent_id, comments_2.depth as depth, comments_2.state as state, comments_2.author_name as author_name, comments_2.locale as locale, comments_2.plain_text as plain_text, comments_2.html as html, comments_2.written_at as written_at, comments_2.created_at as created_at, comments_2.updated_at as updated_at, comments_2.written_at as key_0, comments_2.id as key_1
                from comments as comments_2
                where comments_2.parent_id = anon_9.id
                and (comments_2.state = 'VISIBLE' and (exists (
                  select 1
                  from posts as posts_14
                  where posts_14.id = comments_2.post_id
                  and posts_14.state = 'LIVE'
                  and (posts_14.state in ('LIVE', 'WITHDRAWN') or posts_14.mission_id = any ($1::uuid[]))
                )) or (exists (
                  select 1
                  from posts as posts_14
                  where posts_14.id = comments_2.post_id
                  and posts_14.mission_id = any ($1::uuid[])
                  and (posts_14.state in ('LIVE', 'WITHDRAWN') or posts_14.mission_id = any ($1::uuid[]))
                )))
                order by comments_2.written_at asc, comments_2.id asc
                limit 101
              ) as anon_12
              limit 21
            ) as anon_11
          ) returning json
        ) order by anon_9.place) filter (where anon_9.place <= 20), '[]'::json) returning json
      ) as anon_8
      from (
        select anon_13.id as id, anon_13.post_id as post_id, anon_13.parent_id as parent_id, anon_13.depth as depth, anon_13.state as state, anon_13.author_name as author_name, anon_13.locale as locale, anon_13.plain_text as plain_text, anon_13.html as html, anon_13.written_at as written_at, anon_13.created_at as created_at, anon_13.updated_at as updated_at, anon_13.key_0 as key_0, anon_13.key_1 as key_1, row_number() over (order by anon_13.key_0 asc, anon_13.key_1 asc) as place
        from (
          select comments_1.id as id, comments_1.post_id as post_id, comments_1.parent_id as parent_id, comments_1.depth as depth, comments_1.state as state, comments_1.author_name as author_name, comments_1.locale as locale, comments_1.plain_text as plain_text, comments_1.html as html, comments_1.written_at as written_at, comments_1.created_at as created_at, comments_1.updated_at as updated_at, comments_1.written_at as key_0, comments_1.id as key_1
          from comments as comments_1
          where comments_1.post_id = posts_1.id
          and comments_1.parent_id is null
          and (comments_1.state = 'VISIBLE' and (exists (
            select 1
            from posts as posts_15
            where posts_15.id = comments_1.post_id
            and posts_15.state = 'LIVE'
            and (posts_15.state in ('LIVE', 'WITHDRAWN') or posts_15.mission_id = any ($1::uuid[]))
          )) or (exists (
            select 1
            from posts as posts_15
            where posts_15.id = comments_1.post_id
            and posts_15.mission_id = any ($1::uuid[])
            and (posts_15.state in ('LIVE', 'WITHDRAWN') or posts_15.mission_id = any ($1::uuid[]))
          )))
          order by comments_1.written_at asc, comments_1.id asc
          limit 101
        ) as anon_13
        limit 21
      ) as anon_9
    ) returning json
  ) as anon_1
  from posts as posts_1
  where posts_1.id = (
    select translations_8.post_id
    from translations as translations_8
    join addresses as addresses_1 on addresses_1.translation_id = translations_8.id
    where addresses_1.path = $4::varchar
    and addresses_1.mission_id = (
      select missions_1.id
      from missions as missions_1
      where missions_1.slug = $5::varchar
      and true
    )
    and (translations_8.state in ('LIVE', 'WITHDRAWN') or (exists (
      select 1
      from posts as posts_16
      where posts_16.id = translations_8.post_id
      and posts_16.mission_id = any ($1::uuid[])
      and (posts_16.state in ('LIVE', 'WITHDRAWN') or posts_16.mission_id = any ($1::uuid[]))
    )))
    and (exists (
      select 1
      from translations as translations_9
      where translations_9.id = addresses_1.translation_id
      and (translations_9.state in ('LIVE', 'WITHDRAWN') or (exists (
        select 1
        from posts as posts_17
        where posts_17.id = translations_9.post_id
        and posts_17.mission_id = any ($1::uuid[])
        and (posts_17.state in ('LIVE', 'WITHDRAWN') or posts_17.mission_id = any ($1::uuid[]))
      )))
    ))
  )
  and (posts_1.state in ('LIVE', 'WITHDRAWN') or posts_1.mission_id = any ($1::uuid[]))
) as r0, (
  select json_object(
    'nodes' value coalesce(json_agg(json_object(
      'title' value coalesce(to_json((
        select translations_10.title
        from translations as translations_10
        where translations_10.post_id = anon_15.id
        and translations_10.is_authentic
        and (translations_10.state in ('LIVE', 'WITHDRAWN') or (exists (
          select 1
          from posts as posts_18
          where posts_18.id = translations_10.post_id
          and posts_18.mission_id = any ($1::uuid[])
          and (posts_18.state in ('LIVE', 'WITHDRAWN') or posts_18.mission_id = any ($1::uuid[]))
        )))
      )), E'\tnull'::json),
      'state' value anon_15.state,
      'publishedAt' value anon_15.first_published_at,
      'mission' value (
        select json_object(
          'slug' value missions_2.slug returning json
        ) as anon_16
        from missions as missions_2
        where anon_15.mission_id = missions_2.id
        and true
      ),
      'bylines' value (
        select coalesce(json_agg(json_object(
          'office' value bylines_1.office,
          'person' value (
            select json_object(
              'name' value people_1.name returning json
            ) as anon_18
            from people as people_1
            where bylines_1.person_id = people_1.id
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
                from posts as posts_19
                where posts_19.id = bylines_2.post_id
                and (posts_19.state != 'WITHDRAWN' or posts_19.mission_id = any ($1::uuid[]))
                and (posts_19.state in ('LIVE', 'WITHDRAWN') or posts_19.mission_id = any ($1::uuid[]))
              ))
            )) or (exists (
              select 1
              from audit_entries as audit_entries_1
              where audit_entries_1.subject_id = people_1.id
              and audit_entries_1.event = 'person.created'
              and (audit_entries_1.mission_id = any ($1::uuid[]))
            )))
          ) returning json
        ) order by bylines_1.position), '[]'::json) as anon_17
        from bylines as bylines_1
        where anon_15.id = bylines_1.post_id
        and (exists (
          select 1
          from posts as posts_20
          where posts_20.id = bylines_1.post_id
          and (posts_20.state != 'WITHDRAWN' or posts_20.mission_id = any ($1::uuid[]))
          and (posts_20.state in ('LIVE', 'WITHDRAWN') or posts_20.mission_id = any ($1::uuid[]))
        ))
      ),
      'tags' value (
        select coalesce(json_agg(json_object(
          'slug' value tags_1.slug returning json
        ) order by tags_1.name, tags_1.id), '[]'::json) as anon_19
        from tags as tags_1
        where tags_1.id in (
          select post_tags_1.tag_id
          from post_tags as post_tags_1
          where post_tags_1.post_id = anon_15.id
          and (exists (
            select 1
            from posts as posts_21
            where posts_21.id = post_tags_1.post_id
            and (posts_21.state != 'WITHDRAWN' or posts_21.mission_id = any ($1::uuid[]))
            and (posts_21.state in ('LIVE', 'WITHDRAWN') or posts_21.mission_id = any ($1::uuid[]))
          ))
        )
        and (exists (
          select 1
          from post_tags as post_tags_2
          where post_tags_2.tag_id = tags_1.id
          and (exists (
            select 1
            from posts as posts_22
            where posts_22.id = post_tags_2.post_id
            and (posts_22.state != 'WITHDRAWN' or posts_22.mission_id = any ($1::uuid[]))
            and (posts_22.state in ('LIVE', 'WITHDRAWN') or posts_22.mission_id = any ($1::uuid[]))
          ))
        ))
      ) returning json
    ) order by anon_15.place) filter (where anon_15.place <= 20), '[]'::json) returning json
  ) as anon_14
  from (
    select anon_20.id as id, anon_20.mission_id as mission_id, anon_20.kind as kind, anon_20.state as state, anon_20.first_published_at as first_published_at, anon_20.sort_at as sort_at, anon_20.comment_policy as comment_policy, anon_20.created_by_id as created_by_id, anon_20.created_at as created_at, anon_20.updated_at as updated_at, anon_20.key_0 as key_0, anon_20.key_1 as key_1, row_number() over (order by anon_20.key_0 asc, anon_20.key_1 asc) as place
    from (
      select posts_23.id as id, posts_23.mission_id as mission_id, posts_23.kind as kind, posts_23.state as state, posts_23.first_published_at as first_published_at, posts_23.sort_at as sort_at, posts_23.comment_policy as comment_policy, posts_23.created_by_id as created_by_id, posts_23.created_at as created_at, posts_23.updated_at as updated_at, posts_23.sort_at as key_0, posts_23.id as key_1
      from posts as posts_23
      where posts_23.state in ('DRAFT')
      and (posts_23.state in ('LIVE', 'WITHDRAWN') or posts_23.mission_id = any ($1::uuid[]))
      order by posts_23.sort_at asc, posts_23.id asc
      limit 101
    ) as anon_20
    limit 21
  ) as anon_15
) as r1
