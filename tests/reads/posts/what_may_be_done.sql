select (
  select json_object(
    'nodes' value coalesce(json_agg(json_object(
      'title' value coalesce(to_json((
        select translations_1.title
        from translations as translations_1
        where translations_1.post_id = anon_2.id
        and translations_1.is_authentic
        and (translations_1.state in ('LIVE', 'WITHDRAWN') or (exists (
          select 1
          from posts as posts_1
          where posts_1.id = translations_1.post_id
          and posts_1.mission_id = any ($1::uuid[])
          and (posts_1.state in ('LIVE', 'WITHDRAWN') or posts_1.mission_id = any ($1::uuid[]))
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
              select case when ((posts_3.mission_id = any ($2::uuid[])) is not true) then jsonb_build_object('allowed', false, 'code', 'NOT_ALLOWED', 'reason', concat('You may not ', 'publish or take back this post', ': it takes the role “', 'editor', '” in that mission. Ask one of its administrators.')) when (translations_3.state = 'WITHDRAWN') then jsonb_build_object('allowed', false, 'code', 'TEXT_WITHDRAWN', 'reason', concat('The text in “', translations_3.locale, '” is withdrawn. Restore it first.')) when (posts_3.state = 'WITHDRAWN') then jsonb_build_object('allowed', false, 'code', 'TEXT_WITHDRAWN', 'reason', concat('The text in “', (
                select translations_4.locale
                from translations as translations_4
                where translations_4.post_id = posts_3.id
                and translations_4.is_authentic
                and true
              ), '” is withdrawn. Restore it first.')) when (not translations_3.is_authentic and posts_3.state != 'LIVE') then jsonb_build_object('allowed', false, 'code', 'AUTHENTIC_NOT_LIVE', 'reason', concat('A translation follows the authentic text, which is not public. Publish the text in “', (
                select translations_5.locale
                from translations as translations_5
                where translations_5.post_id = posts_3.id
                and translations_5.is_authentic
                and true
              ), '” first.')) when (translations_3.state = 'LIVE' and translations_3.revision_number = translations_3.newest_revision_number) then jsonb_build_object('allowed', false, 'code', 'ALREADY_PUBLISHED', 'reason', concat('The newest text in “', translations_3.locale, '” is public already. Save a change first.')) when (revisions_1.title = '') then jsonb_build_object('allowed', false, 'code', 'NOTHING_TO_PUBLISH', 'reason', concat('The text in “', translations_3.locale, '” has no ', 'title', ' yet. Write one first.')) when ((btrim(revisions_1.plain_text, E'\u0009\u000a\u000b\u000c\u000d\u001c\u001d\u001e\u001f\u0020\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000') != '' or jsonb_path_exists(revisions_1.body, 'strict $.** ? (@.type == "photo" || @.type == "embed")'::jsonpath)) is not true) then jsonb_build_object('allowed', false, 'code', 'NOTHING_TO_PUBLISH', 'reason', concat('The text in “', translations_3.locale, '” has no ', 'body', ' yet. Write one first.')) when (anon_9.block is not null) then jsonb_build_object('allowed', false, 'code', 'ALTERNATIVE_MISSING', 'reason', concat('Nobody has said yet how readers who cannot see the photo “', anon_9.file_name, '” (block “', anon_9.block, '”) learn what it shows. Describe it, or say that the text tells it or that it is decoration.')) when (posts_3.kind in ('BLOG_POST', 'SPEECH') and not (exists (
                select bylines_1.id
                from bylines as bylines_1
                where bylines_1.post_id = posts_3.id
                and true
              ))) then jsonb_build_object('allowed', false, 'code', 'BYLINE_MISSING', 'reason', concat('A ', case posts_3.kind when 'BLOG_POST' then 'blog post' when 'STATEMENT' then 'statement' when 'SPEECH' then 'speech' when 'NOTICE' then 'notice' end, ' goes out under a name. Set its bylines first.')) when ((anon_10.clearance = 'HEADQUARTERS' or anon_10.clearance = 'FOUR_EYES') and (reviews_1.state = 'CLEARED' and (anon_10.clearance != 'HEADQUARTERS' or reviews_1.clearance = 'HEADQUARTERS')) is not true) then jsonb_build_object('allowed', false, 'code', 'NOT_CLEARED', 'reason', concat('Revision ', translations_3.newest_revision_number, ' in “', translations_3.locale, '” is not cleared: in this mission a ', case posts_3.kind when 'BLOG_POST' then 'blog post' when 'STATEMENT' then 'statement' when 'SPEECH' then 'speech' when 'NOTICE' then 'notice' end, ' takes the agreement of ', case when (anon_10.clearance = 'HEADQUARTERS') then 'the headquarters' else 'a second editor' end, '. ', case when (reviews_1.state = 'PENDING') then 'It is submitted and waits.' when (reviews_1.state = 'RETURNED') then 'It was returned: change it and submit it again.' when (reviews_1.state = 'CLEARED') then 'The mission has cleared it; have the headquarters clear it too.' else 'Submit it first.' end)) when (anon_10.requires_step_up and $7::boolean is not true) then jsonb_build_object('allowed', false, 'code', 'STEP_UP_MISSING', 'reason', concat('In this mission, publishing a ', case posts_3.kind when 'BLOG_POST' then 'blog post' when 'STATEMENT' then 'statement' when 'SPEECH' then 'speech' when 'NOTICE' then 'notice' end, ' takes a proof in the last ten minutes that it is you. Sign in again with your second factor; a token cannot give that proof.')) else jsonb_build_object('allowed', true) end as anon_8
              from translations as translations_3
              join posts as posts_3 on posts_3.id = translations_3.post_id
              left outer join revisions as revisions_1 on revisions_1.translation_id = translations_3.id
              and revisions_1.number = translations_3.newest_revision_number
              left outer join lateral (
                select anon_11.attrs ->> 'id' as block, photos_1.file_name as file_name
                from jsonb_path_query(revisions_1.body, 'strict $.** ? (@.type == "photo").attrs'::jsonpath) with ordinality as anon_11(attrs, position)
                join photos as photos_1 on photos_1.id = cast((anon_11.attrs ->> 'photo') as uuid)
                where ((anon_11.attrs ->> 'alternative') in ('in_text', 'decorative') or (anon_11.attrs ->> 'alternative') = 'described' and btrim((anon_11.attrs ->> 'alternativeText'), E'\u0009\u000a\u000b\u000c\u000d\u001c\u001d\u001e\u001f\u0020\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000') != '') is not true
                and true
                order by anon_11.position
                limit 1
              ) as anon_9 on true
              left outer join lateral (
                select cast(coalesce(anon_12.clearance, case when (cardinality(missions_1.lineage) > 0) then 'FREE' else 'HEADQUARTERS' end) as varchar(40)) as clearance, coalesce(anon_12.review_within_hours, 24) as review_within_hours, coalesce(anon_12.allows_emergency, false) as allows_emergency, coalesce(anon_12.requires_step_up, false) as requires_step_up, anon_12.mission_id as source_id, missions_1.lineage[cardinality(missions_1.lineage)] as headquarters_id
                from missions as missions_1
                left outer join lateral (
                  select anon_13.mission_id as mission_id, anon_13.clearance as clearance, anon_13.review_within_hours as review_within_hours, anon_13.allows_emergency as allows_emergency, anon_13.requires_step_up as requires_step_up, anon_13.allowed_below as allowed_below, anon_13.distance as distance
                  from lateral (
                    select distinct on (anon_14.distance) clearance_policies_1.mission_id as mission_id, clearance_policies_1.clearance as clearance, clearance_policies_1.review_within_hours as review_within_hours, clearance_policies_1.allows_emergency as allows_emergency, clearance_policies_1.requires_step_up as requires_step_up, clearance_policies_1.allowed_below as allowed_below, anon_14.distance as distance
                    from unnest(missions_1.lineage) with ordinality as anon_14(id, distance)
                    join clearance_policies as clearance_policies_1 on clearance_policies_1.mission_id = anon_14.id
                    and (clearance_policies_1.kind = posts_3.kind or clearance_policies_1.kind is null)
                    where true
                    order by anon_14.distance, clearance_policies_1.kind nulls last
                  ) as anon_13
                  where not (exists (
                    select *
                    from lateral (
                      select distinct on (anon_16.distance) clearance_policies_2.mission_id as mission_id, clearance_policies_2.clearance as clearance, clearance_policies_2.review_within_hours as review_within_hours, clearance_policies_2.allows_emergency as allows_emergency, clearance_policies_2.requires_step_up as requires_step_up, clearance_policies_2.allowed_below as allowed_below, anon_16.distance as distance
                      from unnest(missions_1.lineage) with ordinality as anon_16(id, distance)
                      join clearance_policies as clearance_policies_2 on clearance_policies_2.mission_id = anon_16.id
                      and (clearance_policies_2.kind = posts_3.kind or clearance_policies_2.kind is null)
                      where true
                      order by anon_16.distance, clearance_policies_2.kind nulls last
                    ) as anon_15
                    where anon_15.distance > anon_13.distance
                    and not (anon_15.allowed_below is null or cast(anon_13.clearance as text) = any (anon_15.allowed_below) and (not anon_13.allows_emergency or anon_15.allows_emergency) and (anon_13.requires_step_up or not anon_15.requires_step_up))
                  ))
                  order by anon_13.distance
                  limit 1
                ) as anon_12 on true
                where missions_1.id = posts_3.mission_id
                and true
              ) as anon_10 on true
              left outer join reviews as reviews_1 on reviews_1.id = (
                select reviews_2.id
                from reviews as reviews_2
                where reviews_2.translation_id = translations_3.id
                and reviews_2.revision_number = translations_3.newest_revision_number
                and reviews_2.kind = 'BEFORE'
                and true
                order by reviews_2.id desc
                limit 1
              )
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
    select anon_17.id as id, anon_17.mission_id as mission_id, anon_17.kind as kind, anon_17.state as state, anon_17.first_published_at as first_published_at, anon_17.sort_at as sort_at, anon_17.comment_policy as comment_policy, anon_17.created_by_id as created_by_id, anon_17.created_at as created_at, anon_17.updated_at as updated_at, anon_17.key_0 as key_0, anon_17.key_1 as key_1, row_number() over (order by anon_17.key_0 desc, anon_17.key_1 desc) as place
    from (
      select posts_4.id as id, posts_4.mission_id as mission_id, posts_4.kind as kind, posts_4.state as state, posts_4.first_published_at as first_published_at, posts_4.sort_at as sort_at, posts_4.comment_policy as comment_policy, posts_4.created_by_id as created_by_id, posts_4.created_at as created_at, posts_4.updated_at as updated_at, posts_4.sort_at as key_0, posts_4.id as key_1
      from posts as posts_4
      where posts_4.kind in ('STATEMENT')
      and posts_4.state in ('DRAFT')
      and (posts_4.state in ('LIVE', 'WITHDRAWN') or posts_4.mission_id = any ($1::uuid[]))
      order by posts_4.sort_at desc, posts_4.id desc
      limit 101
    ) as anon_17
    limit 21
  ) as anon_2
) as r0, (
  select json_object(
    'viewerCan' value json_object(
      'setBylines' value (
        select json_object(
          'allowed' value anon_20.element['allowed'],
          'reason' value anon_20.element['reason'] returning json
        ) as anon_19
        from (
          select coalesce((
            select case when ((posts_5.mission_id = any ($2::uuid[]) or posts_5.created_by_id = $3::uuid and posts_5.mission_id = any ($4::uuid[])) is not true) then jsonb_build_object('allowed', false, 'code', 'NOT_ALLOWED', 'reason', concat('You may not ', 'change this post', ': it takes the role “', 'editor', '” in that mission. Ask one of its administrators.')) else jsonb_build_object('allowed', true) end as anon_21
            from translations as translations_6
            join posts as posts_5 on posts_5.id = translations_6.post_id
            where translations_6.post_id = posts_6.id
            and translations_6.is_authentic
            and true
            and true
          ), jsonb_build_object('allowed', false)) as element
          limit all offset 0
        ) as anon_20
      ),
      'addTranslation' value (
        select json_object(
          'code' value anon_23.element['code'] returning json
        ) as anon_22
        from (
          select coalesce((
            select case when ((posts_7.mission_id = any ($2::uuid[]) or posts_7.created_by_id = $3::uuid and posts_7.mission_id = any ($4::uuid[]) or posts_7.mission_id = any ($5::uuid[])) is not true) then jsonb_build_object('allowed', false, 'code', 'NOT_ALLOWED', 'reason', concat('You may not ', 'change this post', ': it takes the role “', 'editor', '” in that mission. Ask one of its administrators.')) when ((posts_7.mission_id = any ($2::uuid[]) or posts_7.created_by_id = $3::uuid and posts_7.mission_id = any ($4::uuid[]) or posts_7.mission_id = any ($4::uuid[]) or array[concat(posts_7.mission_id, ' ', $8::varchar), concat(posts_7.mission_id, ' *'), concat('* ', $8::varchar), '* *'] && $6::text[]) is not true) then jsonb_build_object('allowed', false, 'code', 'NOT_ALLOWED', 'reason', concat('You may not ', concat('change ', concat('the text in “', $8::varchar, '”'), ' of this post'), ': it takes the role “', 'editor', '” in that mission. Ask one of its administrators.')) when (exists (
              select translations_7.id
              from translations as translations_7
              where translations_7.post_id = posts_7.id
              and translations_7.locale = $8::varchar
              and true
            )) then jsonb_build_object('allowed', false, 'code', 'TRANSLATION_EXISTS', 'reason', concat('This post has a text in “', $8::varchar, '” already. Save a draft of it instead.')) else jsonb_build_object('allowed', true) end as anon_24
            from translations as translations_8
            join posts as posts_7 on posts_7.id = translations_8.post_id
            where translations_8.post_id = posts_6.id
            and translations_8.is_authentic
            and $8::varchar is not null
            and true
            and true
          ), jsonb_build_object('allowed', false)) as element
          limit all offset 0
        ) as anon_23
      ) returning json
    ),
    'translations' value (
      select coalesce(json_agg(json_object(
        'locale' value translations_9.locale,
        'viewerCan' value json_object(
          'unpublish' value (
            select json_object(
              'allowed' value anon_27.element['allowed'],
              'code' value anon_27.element['code'] returning json
            ) as anon_26
            from (
              select coalesce((
                select case when ((posts_8.mission_id = any ($2::uuid[])) is not true) then jsonb_build_object('allowed', false, 'code', 'NOT_ALLOWED', 'reason', concat('You may not ', 'publish or take back this post', ': it takes the role “', 'editor', '” in that mission. Ask one of its administrators.')) when ((translations_10.state = 'LIVE') is not true) then jsonb_build_object('allowed', false, 'code', 'NOT_PUBLISHED', 'reason', concat('The text in “', translations_10.locale, '” is not public, so it cannot be taken back.')) when (translations_10.is_authentic and (exists (
                  select translations_11.locale
                  from translations as translations_11
                  where translations_11.post_id = posts_8.id
                  and translations_11.state = 'WITHDRAWN'
                  and true
                ))) then jsonb_build_object('allowed', false, 'code', 'TOMBSTONE_STANDS', 'reason', concat('The text in “', (
                  select translations_11.locale
                  from translations as translations_11
                  where translations_11.post_id = posts_8.id
                  and translations_11.state = 'WITHDRAWN'
                  and true
                  order by translations_11.locale
                  limit 1
                ), '” was withdrawn, and what stands in its place stays as long as the post is known. Withdraw the whole post instead, or restore that text first.')) else jsonb_build_object('allowed', true) end as anon_28
                from translations as translations_10
                join posts as posts_8 on posts_8.id = translations_10.post_id
                where translations_10.id = translations_9.id
                and true
                and true
              ), jsonb_build_object('allowed', false)) as element
              limit all offset 0
            ) as anon_27
          ) returning json
        ) returning json
      ) order by translations_9.is_authentic desc, translations_9.locale), '[]'::json) as anon_25
      from translations as translations_9
      where translations_9.post_id = posts_6.id
      and (translations_9.state in ('LIVE', 'WITHDRAWN') or (exists (
        select 1
        from posts as posts_9
        where posts_9.id = translations_9.post_id
        and posts_9.mission_id = any ($1::uuid[])
        and (posts_9.state in ('LIVE', 'WITHDRAWN') or posts_9.mission_id = any ($1::uuid[]))
      )))
    ) returning json
  ) as anon_18
  from posts as posts_6
  where posts_6.id = (
    select translations_12.post_id
    from translations as translations_12
    join addresses as addresses_1 on addresses_1.translation_id = translations_12.id
    where addresses_1.path = $9::varchar
    and addresses_1.mission_id = (
      select missions_2.id
      from missions as missions_2
      where missions_2.slug = $10::varchar
      and true
    )
    and (translations_12.state in ('LIVE', 'WITHDRAWN') or (exists (
      select 1
      from posts as posts_10
      where posts_10.id = translations_12.post_id
      and posts_10.mission_id = any ($1::uuid[])
      and (posts_10.state in ('LIVE', 'WITHDRAWN') or posts_10.mission_id = any ($1::uuid[]))
    )))
    and (exists (
      select 1
      from translations as translations_13
      where translations_13.id = addresses_1.translation_id
      and (translations_13.state in ('LIVE', 'WITHDRAWN') or (exists (
        select 1
        from posts as posts_11
        where posts_11.id = translations_13.post_id
        and posts_11.mission_id = any ($1::uuid[])
        and (posts_11.state in ('LIVE', 'WITHDRAWN') or posts_11.mission_id = any ($1::uuid[]))
      )))
    ))
  )
  and (posts_6.state in ('LIVE', 'WITHDRAWN') or posts_6.mission_id = any ($1::uuid[]))
) as r1
