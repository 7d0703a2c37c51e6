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
    'bylines' value (
      select coalesce(json_agg(json_object(
        'position' value bylines_1.position returning json
      ) order by bylines_1.position), '[]'::json) as anon_2
      from bylines as bylines_1
      where posts_1.id = bylines_1.post_id
      and (exists (
        select 1
        from posts as posts_3
        where posts_3.id = bylines_1.post_id
        and (posts_3.state != 'WITHDRAWN' or posts_3.mission_id = any ($1::uuid[]))
        and (posts_3.state in ('LIVE', 'WITHDRAWN') or posts_3.mission_id = any ($1::uuid[]))
      ))
    ),
    'topics' value (
      select coalesce(json_agg(json_object(
        'slug' value topics_1.slug returning json
      ) order by topics_1.name, topics_1.id), '[]'::json) as anon_3
      from topics as topics_1
      where topics_1.id in (
        select post_topics_1.topic_id
        from post_topics as post_topics_1
        where post_topics_1.post_id = posts_1.id
        and (exists (
          select 1
          from posts as posts_4
          where posts_4.id = post_topics_1.post_id
          and (posts_4.state != 'WITHDRAWN' or posts_4.mission_id = any ($1::uuid[]))
          and (posts_4.state in ('LIVE', 'WITHDRAWN') or posts_4.mission_id = any ($1::uuid[]))
        ))
      )
      and true
    ),
    'commentCount' value coalesce((
      select count(*) as count_1
      from comments as comments_1
      where comments_1.post_id = posts_1.id
      and (comments_1.state = 'VISIBLE' and (exists (
        select 1
        from posts as posts_5
        where posts_5.id = comments_1.post_id
        and posts_5.state = 'LIVE'
        and (posts_5.state in ('LIVE', 'WITHDRAWN') or posts_5.mission_id = any ($1::uuid[]))
      )) or (exists (
        select 1
        from posts as posts_5
        where posts_5.id = comments_1.post_id
        and posts_5.mission_id = any ($1::uuid[])
        and (posts_5.state in ('LIVE', 'WITHDRAWN') or posts_5.mission_id = any ($1::uuid[]))
      )))
    ), 0),
    'notices' value (
      select coalesce(json_agg(json_object(
        'kind' value notices_1.kind,
        'note' value notices_1.note returning json
      ) order by notices_1.noted_at desc, notices_1.id desc), '[]'::json) as anon_4
      from notices as notices_1
      where notices_1.post_id = posts_1.id
      and (exists (
        select 1
        from posts as posts_6
        where posts_6.id = notices_1.post_id
        and (notices_1.kind in ('WITHDRAWN', 'RETRACTION') and notices_1.ended_at is null or posts_6.state = 'LIVE' and (notices_1.translation_id is null or (exists (
          select 1
          from translations as translations_2
          where translations_2.id = notices_1.translation_id
          and translations_2.state = 'LIVE'
          and (translations_2.state in ('LIVE', 'WITHDRAWN') or (exists (
            select 1
            from posts as posts_7
            where posts_7.id = translations_2.post_id
            and posts_7.mission_id = any ($1::uuid[])
            and (posts_7.state in ('LIVE', 'WITHDRAWN') or posts_7.mission_id = any ($1::uuid[]))
          )))
        ))) or posts_6.mission_id = any ($1::uuid[]))
        and (posts_6.state in ('LIVE', 'WITHDRAWN') or posts_6.mission_id = any ($1::uuid[]))
      ))
    ),
    'translation' value (
      select json_object(
        'revisionNumber' value translations_3.revision_number,
        'newestRevisionNumber' value coalesce(to_json(coalesce((
          select revisions_1.number
          from revisions as revisions_1
          where revisions_1.translation_id = translations_3.id
          and revisions_1.number = translations_3.newest_revision_number
          and (exists (
            select 1
            from translations as translations_4
            join posts as posts_8 on posts_8.id = translations_4.post_id
            where translations_4.id = revisions_1.translation_id
            and posts_8.mission_id = any ($1::uuid[])
            and (translations_4.state in ('LIVE', 'WITHDRAWN') or (exists (
              select 1
              from posts as posts_9
              where posts_9.id = translations_4.post_id
              and posts_9.mission_id = any ($1::uuid[])
              and (posts_9.state in ('LIVE', 'WITHDRAWN') or posts_9.mission_id = any ($1::uuid[]))
            )))
            and (posts_8.state in ('LIVE', 'WITHDRAWN') or posts_8.mission_id = any ($1::uuid[]))
          ))
        ), translations_3.revision_number)), E'\tnull'::json),
        'draft' value (
          select json_object(
            'number' value revisions_2.number,
            'title' value revisions_2.title returning json
          ) as anon_6
          from revisions as revisions_2
          where revisions_2.translation_id = translations_3.id
          and revisions_2.number = translations_3.newest_revision_number
          and translations_3.newest_revision_number > translations_3.revision_number
          and (exists (
            select 1
            from translations as translations_5
            join posts as posts_10 on posts_10.id = translations_5.post_id
            where translations_5.id = revisions_2.translation_id
            and posts_10.mission_id = any ($1::uuid[])
            and (translations_5.state in ('LIVE', 'WITHDRAWN') or (exists (
              select 1
              from posts as posts_11
              where posts_11.id = translations_5.post_id
              and posts_11.mission_id = any ($1::uuid[])
              and (posts_11.state in ('LIVE', 'WITHDRAWN') or posts_11.mission_id = any ($1::uuid[]))
            )))
            and (posts_10.state in ('LIVE', 'WITHDRAWN') or posts_10.mission_id = any ($1::uuid[]))
          ))
          limit 1
        ),
        'revisions' value (
          select json_object(
            'nodes' value coalesce(json_agg(json_object(
              'number' value anon_8.number,
              'event' value anon_8.event,
              'title' value anon_8.title,
              'text' value anon_8.plain_text returning json
            ) order by anon_8.place) filter (where anon_8.place <= 20), '[]'::json) returning json
          ) as anon_7
          from (
            select anon_9.id as id, anon_9.translation_id as translation_id, anon_9.number as number, anon_9.base_number as base_number, anon_9.is_side_draft as is_side_draft, anon_9.event as event, anon_9.title as title, anon_9.summary as summary, anon_9.body as body, anon_9.html as html, anon_9.plain_text as plain_text, anon_9.account_id as account_id, anon_9.actor_name as actor_name, anon_9.merged_into_number as merged_into_number, anon_9.blocks as blocks, anon_9.origins as origins, anon_9.created_at as created_at, anon_9.updated_at as updated_at, anon_9.key_0 as key_0, anon_9.key_1 as key_1, row_number() over (order by anon_9.key_0 desc, anon_9.key_1 desc) as place
            from (
              select revisions_3.id as id, revisions_3.translation_id as translation_id, revisions_3.number as number, revisions_3.base_number as base_number, revisions_3.is_side_draft as is_side_draft, revisions_3.event as event, revisions_3.title as title, revisions_3.summary as summary, revisions_3.body as body, revisions_3.html as html, revisions_3.plain_text as plain_text, revisions_3.account_id as account_id, revisions_3.actor_name as actor_name, revisions_3.merged_into_number as merged_into_number, revisions_3.blocks as blocks, revisions_3.origins as origins, revisions_3.created_at as created_at, revisions_3.updated_at as updated_at, revisions_3.number as key_0, revisions_3.id as key_1
              from revisions as revisions_3
              where revisions_3.translation_id = translations_3.id
              and (exists (
                select 1
                from translations as translations_6
                join posts as posts_12 on posts_12.id = translations_6.post_id
                where translations_6.id = revisions_3.translation_id
                and posts_12.mission_id = any ($1::uuid[])
                and (translations_6.state in ('LIVE', 'WITHDRAWN') or (exists (
                  select 1
                  from posts as posts_13
                  where posts_13.id = translations_6.post_id
                  and posts_13.mission_id = any ($1::uuid[])
                  and (posts_13.state in ('LIVE', 'WITHDRAWN') or posts_13.mission_id = any ($1::uuid[]))
                )))
                and (posts_12.state in ('LIVE', 'WITHDRAWN') or posts_12.mission_id = any ($1::uuid[]))
              ))
              order by revisions_3.number desc, revisions_3.id desc
              limit 101
            ) as anon_9
            limit 21
          ) as anon_8
        ) returning json
      ) as anon_5
      from translations as translations_3
      where translations_3.post_id = posts_1.id
      and (translations_3.state in ('LIVE', 'WITHDRAWN') or (exists (
        select 1
        from posts as posts_14
        where posts_14.id = translations_3.post_id
        and posts_14.mission_id = any ($1::uuid[])
        and (posts_14.state in ('LIVE', 'WITHDRAWN') or posts_14.mission_id = any ($1::uuid[]))
      )))
      order by translations_3.state = 'WITHDRAWN', coalesce(array_position($2::text[], translations_3.locale), 1000), translations_3.is_authentic desc, translations_3.locale
      limit 1
    ) returning json
  ) as anon_1
  from posts as posts_1
  where posts_1.id = (
    select translations_7.post_id
    from translations as translations_7
    join addresses as addresses_1 on addresses_1.translation_id = translations_7.id
    where addresses_1.path = $3::varchar
    and addresses_1.mission_id = (
      select missions_1.id
      from missions as missions_1
      where missions_1.slug = $4::varchar
      and true
    )
    and (translations_7.state in ('LIVE', 'WITHDRAWN') or (exists (
      select 1
      from posts as posts_15
      where posts_15.id = translations_7.post_id
      and posts_15.mission_id = any ($1::uuid[])
      and (posts_15.state in ('LIVE', 'WITHDRAWN') or posts_15.mission_id = any ($1::uuid[]))
    )))
    and (exists (
      select 1
      from translations as translations_8
      where translations_8.id = addresses_1.translation_id
      and (translations_8.state in ('LIVE', 'WITHDRAWN') or (exists (
        select 1
        from posts as posts_16
        where posts_16.id = translations_8.post_id
        and posts_16.mission_id = any ($1::uuid[])
        and (posts_16.state in ('LIVE', 'WITHDRAWN') or posts_16.mission_id = any ($1::uuid[]))
      )))
    ))
  )
  and (posts_1.state in ('LIVE', 'WITHDRAWN') or posts_1.mission_id = any ($1::uuid[]))
) as r0, (
  select json_object(
    'posts' value (
      select json_object(
        'nodes' value coalesce(json_agg(json_object(
          'slug' value coalesce(to_json((
            select translations_9.slug
            from translations as translations_9
            where translations_9.post_id = anon_12.id
            and translations_9.is_authentic
            and (translations_9.state in ('LIVE', 'WITHDRAWN') or (exists (
              select 1
              from posts as posts_17
              where posts_17.id = translations_9.post_id
              and posts_17.mission_id = any ($1::uuid[])
              and (posts_17.state in ('LIVE', 'WITHDRAWN') or posts_17.mission_id = any ($1::uuid[]))
            )))
          )), E'\tnull'::json) returning json
        ) order by anon_12.place) filter (where anon_12.place <= 20), '[]'::json) returning json
      ) as anon_11
      from (
        select anon_13.id as id, anon_13.mission_id as mission_id, anon_13.kind as kind, anon_13.state as state, anon_13.first_published_at as first_published_at, anon_13.sort_at as sort_at, anon_13.comment_policy as comment_policy, anon_13.created_by_id as created_by_id, anon_13.created_at as created_at, anon_13.updated_at as updated_at, anon_13.key_0 as key_0, anon_13.key_1 as key_1, row_number() over (order by anon_13.key_0 desc, anon_13.key_1 desc) as place
        from (
          select posts_18.id as id, posts_18.mission_id as mission_id, posts_18.kind as kind, posts_18.state as state, posts_18.first_published_at as first_published_at, posts_18.sort_at as sort_at, posts_18.comment_policy as comment_policy, posts_18.created_by_id as created_by_id, posts_18.created_at as created_at, posts_18.updated_at as updated_at, posts_18.sort_at as key_0, posts_18.id as key_1
          from posts as posts_18
          where posts_18.mission_id = missions_2.id
          and posts_18.state in ('WITHDRAWN')
          and (posts_18.state in ('LIVE', 'WITHDRAWN') or posts_18.mission_id = any ($1::uuid[]))
          order by posts_18.sort_at desc, posts_18.id desc
          limit 101
        ) as anon_13
        limit 21
      ) as anon_12
    ) returning json
  ) as anon_10
  from missions as missions_2
  where missions_2.slug = $5::varchar
  and true
) as r1
