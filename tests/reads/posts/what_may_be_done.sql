select (
  select json_object(
    'nodes' value coalesce(json_agg(json_object(
      'title' value coalesce(to_json((
        select translations_1.title
        from translations as translations_1
        where translations_1.post_id = anon_2.id
        and translations_1.is_authentic
        and (translations_1.state = 'LIVE' or (exists (
          select 1
          from posts as posts_1
          where posts_1.id = translations_1.post_id
          and posts_1.mission_id = any ($1::uuid[])
          and (posts_1.state = 'LIVE' or posts_1.mission_id = any ($1::uuid[]))
        )))
      )), E'\tnull'::json),
      'viewerCan' value json_object(
        'save' value (
          select json_object(
            'allowed' value anon_4.element['allowed'] returning json
          ) as anon_3
          from (
            select coalesce((
              select case when ((posts_2.mission_id = any ($2::uuid[]) or posts_2.created_by_id = $3::uuid and posts_2.mission_id = any ($4::uuid[]) or posts_2.mission_id = any ($5::uuid[])) is not true) then jsonb_build_object('allowed', false, 'code', 'NOT_ALLOWED', 'reason', concat('You may not ', 'change this post', ': it takes the role “', 'editor', '” in that mission. Ask one of its administrators.')) when (translations_2.is_authentic and (posts_2.mission_id = any ($2::uuid[]) or posts_2.created_by_id = $3::uuid and posts_2.mission_id = any ($4::uuid[])) is not true) then jsonb_build_object('allowed', false, 'code', 'NOT_ALLOWED', 'reason', concat('You may not ', concat('change ', 'the authentic text', ' of this post'), ': it takes the role “', 'editor', '” in that mission. Ask one of its administrators.')) when ((posts_2.mission_id = any ($2::uuid[]) or posts_2.created_by_id = $3::uuid and posts_2.mission_id = any ($4::uuid[]) or posts_2.mission_id = any ($4::uuid[]) or array[concat(posts_2.mission_id, ' ', translations_2.locale), concat(posts_2.mission_id, ' *'), concat('* ', translations_2.locale), '* *'] && $6::text[]) is not true) then jsonb_build_object('allowed', false, 'code', 'NOT_ALLOWED', 'reason', concat('You may not ', concat('change ', concat('the text in “', translations_2.locale, '”'), ' of this post'), ': it takes the role “', 'editor', '” in that mission. Ask one of its administrators.')) else jsonb_build_object('allowed', true) end as anon_5
              from translations as translations_2
              join posts as posts_2 on posts_2.id = translations_2.post_id
              where translations_2.post_id = anon_2.id
              and translations_2.is_authentic
              and true
              and true
              and true
            ), jsonb_build_object('allowed', false)) as element
            limit all offset 0
          ) as anon_4
        ),
        'publish' value (
          select json_object(
            'allowed' value anon_7.element['allowed'],
            'code' value anon_7.element['code'],
            'reason' value anon_7.element['reason'] returning json
          ) as anon_6
          from (
            select coalesce((
              select case when ((posts_3.mission_id = any ($2::uuid[])) is not true) then jsonb_build_object('allowed', false, 'code', 'NOT_ALLOWED', 'reason', concat('You may not ', 'publish or take back this post', ': it takes the role “', 'editor', '” in that mission. Ask one of its administrators.')) when (not translations_3.is_authentic and posts_3.state != 'LIVE') then jsonb_build_object('allowed', false, 'code', 'AUTHENTIC_NOT_LIVE', 'reason', concat('A translation follows the authentic text, which is not public. Publish the text in “', (
                select translations_4.locale
                from translations as translations_4
                where translations_4.post_id = posts_3.id
                and translations_4.is_authentic
                and true
              ), '” first.')) when (translations_3.state = 'LIVE' and translations_3.revision_number = translations_3.newest_revision_number) then jsonb_build_object('allowed', false, 'code', 'ALREADY_PUBLISHED', 'reason', concat('The newest text in “', translations_3.locale, '” is public already. Save a change before you publish again.')) when (revisions_1.title = '') then jsonb_build_object('allowed', false, 'code', 'NOTHING_TO_PUBLISH', 'reason', concat('The text in “', translations_3.locale, '” has no ', 'title', ' yet. Write one before you publish.')) when ((btrim(revisions_1.plain_text, E'\u0009\u000a\u000b\u000c\u000d\u001c\u001d\u001e\u001f\u0020\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000') != '' or jsonb_path_exists(revisions_1.body, 'strict $.** ? (@.type == "photo" || @.type == "embed")'::jsonpath)) is not true) then jsonb_build_object('allowed', false, 'code', 'NOTHING_TO_PUBLISH', 'reason', concat('The text in “', translations_3.locale, '” has no ', 'body', ' yet. Write one before you publish.')) when (anon_9.block is not null) then jsonb_build_object('allowed', false, 'code', 'ALTERNATIVE_MISSING', 'reason', concat('Nobody has said yet how readers who cannot see the photo “', anon_9.file_name, '” (block “', anon_9.block, '”) learn what it shows. Describe it, or say that the text tells it or that it is decoration.')) when (posts_3.kind in ('BLOG_POST', 'SPEECH') and not (exists (
                select bylines_1.id
                from bylines as bylines_1
                where bylines_1.post_id = posts_3.id
                and true
              ))) then jsonb_build_object('allowed', false, 'code', 'BYLINE_MISSING', 'reason', concat('A ', case posts_3.kind when 'BLOG_POST' then 'blog post' when 'SPEECH' then 'speech' end, ' goes out under a name. Set its bylines before you publish.')) else jsonb_build_object('allowed', true) end as anon_8
              from translations as translations_3
              join posts as posts_3 on posts_3.id = translations_3.post_id
              left outer join revisions as revisions_1 on revisions_1.translation_id = translations_3.id
              and revisions_1.number = translations_3.newest_revision_number
              left outer join lateral (
                select anon_10.attrs ->> 'id' as block, photos_1.file_name as file_name
                from jsonb_path_query(revisions_1.body, 'strict $.** ? (@.type == "photo").attrs'::jsonpath) with ordinality as anon_10(attrs, position)
                join photos as photos_1 on photos_1.id = cast((anon_10.attrs ->> 'photo') as uuid)
                where ((anon_10.attrs ->> 'alternative') in ('in_text', 'decorative') or (anon_10.attrs ->> 'alternative') = 'described' and btrim((anon_10.attrs ->> 'alternativeText'), E'\u0009\u000a\u000b\u000c\u000d\u001c\u001d\u001e\u001f\u0020\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000') != '') is not true
                and true
                order by anon_10.position
                limit 1
              ) as anon_9 on true
              where translations_3.post_id = anon_2.id
              and translations_3.is_authentic
              and true
              and true
              and true
              and true
            ), jsonb_build_object('allowed', false)) as element
            limit all offset 0
          ) as anon_7
        ) returning json
      ) returning json
    ) order by anon_2.place) filter (where anon_2.place <= 20), '[]'::json) returning json
  ) as anon_1
  from (
    select anon_11.id as id, anon_11.mission_id as mission_id, anon_11.kind as kind, anon_11.state as state, anon_11.first_published_at as first_published_at, anon_11.sort_at as sort_at, anon_11.comment_policy as comment_policy, anon_11.created_by_id as created_by_id, anon_11.created_at as created_at, anon_11.updated_at as updated_at, anon_11.key_0 as key_0, anon_11.key_1 as key_1, row_number() over (order by anon_11.key_0 desc, anon_11.key_1 desc) as place
    from (
      select posts_4.id as id, posts_4.mission_id as mission_id, posts_4.kind as kind, posts_4.state as state, posts_4.first_published_at as first_published_at, posts_4.sort_at as sort_at, posts_4.comment_policy as comment_policy, posts_4.created_by_id as created_by_id, posts_4.created_at as created_at, posts_4.updated_at as updated_at, posts_4.sort_at as key_0, posts_4.id as key_1
      from posts as posts_4
      where posts_4.kind in ('STATEMENT')
      and posts_4.state in ('DRAFT')
      and (posts_4.state = 'LIVE' or posts_4.mission_id = any ($1::uuid[]))
      order by posts_4.sort_at desc, posts_4.id desc
      limit 101
    ) as anon_11
    limit 21
  ) as anon_2
) as r0, (
  select json_object(
    'viewerCan' value json_object(
      'setBylines' value (
        select json_object(
          'allowed' value anon_14.element['allowed'],
          'reason' value anon_14.element['reason'] returning json
        ) as anon_13
        from (
          select coalesce((
            select case when ((posts_5.mission_id = any ($2::uuid[]) or posts_5.created_by_id = $3::uuid and posts_5.mission_id = any ($4::uuid[])) is not true) then jsonb_build_object('allowed', false, 'code', 'NOT_ALLOWED', 'reason', concat('You may not ', 'change this post', ': it takes the role “', 'editor', '” in that mission. Ask one of its administrators.')) else jsonb_build_object('allowed', true) end as anon_15
            from translations as translations_5
            join posts as posts_5 on posts_5.id = translations_5.post_id
            where translations_5.post_id = posts_6.id
            and translations_5.is_authentic
            and true
            and true
            and true
          ), jsonb_build_object('allowed', false)) as element
          limit all offset 0
        ) as anon_14
      ),
      'addTranslation' value (
        select json_object(
          'code' value anon_17.element['code'] returning json
        ) as anon_16
        from (
          select coalesce((
            select case when ((posts_7.mission_id = any ($2::uuid[]) or posts_7.created_by_id = $3::uuid and posts_7.mission_id = any ($4::uuid[]) or posts_7.mission_id = any ($5::uuid[])) is not true) then jsonb_build_object('allowed', false, 'code', 'NOT_ALLOWED', 'reason', concat('You may not ', 'change this post', ': it takes the role “', 'editor', '” in that mission. Ask one of its administrators.')) when ((posts_7.mission_id = any ($2::uuid[]) or posts_7.created_by_id = $3::uuid and posts_7.mission_id = any ($4::uuid[]) or posts_7.mission_id = any ($4::uuid[]) or array[concat(posts_7.mission_id, ' ', $7::varchar), concat(posts_7.mission_id, ' *'), concat('* ', $7::varchar), '* *'] && $6::text[]) is not true) then jsonb_build_object('allowed', false, 'code', 'NOT_ALLOWED', 'reason', concat('You may not ', concat('change ', concat('the text in “', $7::varchar, '”'), ' of this post'), ': it takes the role “', 'editor', '” in that mission. Ask one of its administrators.')) when (exists (
              select translations_6.id
              from translations as translations_6
              where translations_6.post_id = posts_7.id
              and translations_6.locale = $7::varchar
              and true
            )) then jsonb_build_object('allowed', false, 'code', 'TRANSLATION_EXISTS', 'reason', concat('This post has a text in “', $7::varchar, '” already. Save a draft of it instead.')) else jsonb_build_object('allowed', true) end as anon_18
            from translations as translations_7
            join posts as posts_7 on posts_7.id = translations_7.post_id
            where translations_7.post_id = posts_6.id
            and translations_7.is_authentic
            and $7::varchar is not null
            and true
            and true
            and true
          ), jsonb_build_object('allowed', false)) as element
          limit all offset 0
        ) as anon_17
      ) returning json
    ),
    'translations' value (
      select coalesce(json_agg(json_object(
        'locale' value translations_8.locale,
        'viewerCan' value json_object(
          'unpublish' value (
            select json_object(
              'allowed' value anon_21.element['allowed'],
              'code' value anon_21.element['code'] returning json
            ) as anon_20
            from (
              select coalesce((
                select case when ((posts_8.mission_id = any ($2::uuid[])) is not true) then jsonb_build_object('allowed', false, 'code', 'NOT_ALLOWED', 'reason', concat('You may not ', 'publish or take back this post', ': it takes the role “', 'editor', '” in that mission. Ask one of its administrators.')) when ((translations_9.state = 'LIVE') is not true) then jsonb_build_object('allowed', false, 'code', 'NOT_PUBLISHED', 'reason', concat('The text in “', translations_9.locale, '” is not public, so it cannot be taken back.')) else jsonb_build_object('allowed', true) end as anon_22
                from translations as translations_9
                join posts as posts_8 on posts_8.id = translations_9.post_id
                where translations_9.id = translations_8.id
                and true
                and true
                and true
              ), jsonb_build_object('allowed', false)) as element
              limit all offset 0
            ) as anon_21
          ) returning json
        ) returning json
      ) order by translations_8.is_authentic desc, translations_8.locale), '[]'::json) as anon_19
      from translations as translations_8
      where translations_8.post_id = posts_6.id
      and (translations_8.state = 'LIVE' or (exists (
        select 1
        from posts as posts_9
        where posts_9.id = translations_8.post_id
        and posts_9.mission_id = any ($1::uuid[])
        and (posts_9.state = 'LIVE' or posts_9.mission_id = any ($1::uuid[]))
      )))
    ) returning json
  ) as anon_12
  from posts as posts_6
  where posts_6.id = (
    select translations_10.post_id
    from translations as translations_10
    join addresses as addresses_1 on addresses_1.translation_id = translations_10.id
    where addresses_1.path = $8::varchar
    and addresses_1.mission_id = (
      select missions_1.id
      from missions as missions_1
      where missions_1.slug = $9::varchar
      and true
    )
    and (translations_10.state = 'LIVE' or (exists (
      select 1
      from posts as posts_10
      where posts_10.id = translations_10.post_id
      and posts_10.mission_id = any ($1::uuid[])
      and (posts_10.state = 'LIVE' or posts_10.mission_id = any ($1::uuid[]))
    )))
    and (exists (
      select 1
      from translations as translations_11
      where translations_11.id = addresses_1.translation_id
      and (translations_11.state = 'LIVE' or (exists (
        select 1
        from posts as posts_11
        where posts_11.id = translations_11.post_id
        and posts_11.mission_id = any ($1::uuid[])
        and (posts_11.state = 'LIVE' or posts_11.mission_id = any ($1::uuid[]))
      )))
    ))
  )
  and (posts_6.state = 'LIVE' or posts_6.mission_id = any ($1::uuid[]))
) as r1
