select (
  select json_object(
    'totalCount' value coalesce((
      select count(*)
      from reviews as reviews_1
      where reviews_1.state in ('PENDING')
      and (exists (
        select 1
        from translations as translations_1
        join posts as posts_1 on posts_1.id = translations_1.post_id
        where translations_1.id = reviews_1.translation_id
        and posts_1.mission_id = any ($1::uuid[])
        and (translations_1.state in ('LIVE', 'WITHDRAWN') or (exists (
          select 1
          from posts as posts_2
          where posts_2.id = translations_1.post_id
          and posts_2.mission_id = any ($1::uuid[])
          and (posts_2.state in ('LIVE', 'WITHDRAWN') or posts_2.mission_id = any ($1::uuid[]))
        )))
        and (posts_1.state in ('LIVE', 'WITHDRAWN') or posts_1.mission_id = any ($1::uuid[]))
      ))
    ), 0),
    'nodes' value coalesce(json_agg(json_object(
      'kind' value anon_2.kind,
      'clearance' value anon_2.clearance,
      'revisionNumber' value anon_2.revision_number,
      'submittedBy' value anon_2.submitted_by,
      'submittedAt' value anon_2.submitted_at,
      'dueAt' value anon_2.due_at,
      'translation' value (
        select json_object(
          'locale' value translations_2.locale,
          'post' value (
            select json_object(
              'kind' value posts_3.kind returning json
            ) as anon_4
            from posts as posts_3
            where translations_2.post_id = posts_3.id
            and (posts_3.state in ('LIVE', 'WITHDRAWN') or posts_3.mission_id = any ($1::uuid[]))
          ) returning json
        ) as anon_3
        from translations as translations_2
        where anon_2.translation_id = translations_2.id
        and (translations_2.state in ('LIVE', 'WITHDRAWN') or (exists (
          select 1
          from posts as posts_4
          where posts_4.id = translations_2.post_id
          and posts_4.mission_id = any ($1::uuid[])
          and (posts_4.state in ('LIVE', 'WITHDRAWN') or posts_4.mission_id = any ($1::uuid[]))
        )))
      ) returning json
    ) order by anon_2.place) filter (where anon_2.place <= 20), '[]'::json) returning json
  ) as anon_1
  from (
    select anon_5.id as id, anon_5.translation_id as translation_id, anon_5.revision_number as revision_number, anon_5.kind as kind, anon_5.clearance as clearance, anon_5.state as state, anon_5.submitted_by_id as submitted_by_id, anon_5.submitted_by as submitted_by, anon_5.submitted_at as submitted_at, anon_5.emergency as emergency, anon_5.due_at as due_at, anon_5.escalated_at as escalated_at, anon_5.decided_by_id as decided_by_id, anon_5.decided_by as decided_by, anon_5.decided_at as decided_at, anon_5.remarks as remarks, anon_5.published_at as published_at, anon_5.created_at as created_at, anon_5.updated_at as updated_at, anon_5.key_0 as key_0, anon_5.key_1 as key_1, row_number() over (order by anon_5.key_0 asc, anon_5.key_1 asc) as place
    from (
      select reviews_1.id as id, reviews_1.translation_id as translation_id, reviews_1.revision_number as revision_number, reviews_1.kind as kind, reviews_1.clearance as clearance, reviews_1.state as state, reviews_1.submitted_by_id as submitted_by_id, reviews_1.submitted_by as submitted_by, reviews_1.submitted_at as submitted_at, reviews_1.emergency as emergency, reviews_1.due_at as due_at, reviews_1.escalated_at as escalated_at, reviews_1.decided_by_id as decided_by_id, reviews_1.decided_by as decided_by, reviews_1.decided_at as decided_at, reviews_1.remarks as remarks, reviews_1.published_at as published_at, reviews_1.created_at as created_at, reviews_1.updated_at as updated_at, reviews_1.submitted_at as key_0, reviews_1.id as key_1
      from reviews as reviews_1
      where reviews_1.state in ('PENDING')
      and (exists (
        select 1
        from translations as translations_3
        join posts as posts_5 on posts_5.id = translations_3.post_id
        where translations_3.id = reviews_1.translation_id
        and posts_5.mission_id = any ($1::uuid[])
        and (translations_3.state in ('LIVE', 'WITHDRAWN') or (exists (
          select 1
          from posts as posts_6
          where posts_6.id = translations_3.post_id
          and posts_6.mission_id = any ($1::uuid[])
          and (posts_6.state in ('LIVE', 'WITHDRAWN') or posts_6.mission_id = any ($1::uuid[]))
        )))
        and (posts_5.state in ('LIVE', 'WITHDRAWN') or posts_5.mission_id = any ($1::uuid[]))
      ))
      order by reviews_1.submitted_at asc, reviews_1.id asc
      limit 101
    ) as anon_5
    limit 21
  ) as anon_2
) as r0, (
  select json_object(
    'nodes' value coalesce(json_agg(json_object(
      'submittedBy' value anon_7.submitted_by,
      'dueAt' value anon_7.due_at,
      'isOverdue' value coalesce(anon_7.state = 'PENDING' and anon_7.due_at < now(), false) returning json
    ) order by anon_7.place) filter (where anon_7.place <= 20), '[]'::json) returning json
  ) as anon_6
  from (
    select anon_8.id as id, anon_8.translation_id as translation_id, anon_8.revision_number as revision_number, anon_8.kind as kind, anon_8.clearance as clearance, anon_8.state as state, anon_8.submitted_by_id as submitted_by_id, anon_8.submitted_by as submitted_by, anon_8.submitted_at as submitted_at, anon_8.emergency as emergency, anon_8.due_at as due_at, anon_8.escalated_at as escalated_at, anon_8.decided_by_id as decided_by_id, anon_8.decided_by as decided_by, anon_8.decided_at as decided_at, anon_8.remarks as remarks, anon_8.published_at as published_at, anon_8.created_at as created_at, anon_8.updated_at as updated_at, anon_8.key_0 as key_0, anon_8.key_1 as key_1, row_number() over (order by anon_8.key_0 desc, anon_8.key_1 desc) as place
    from (
      select reviews_2.id as id, reviews_2.translation_id as translation_id, reviews_2.revision_number as revision_number, reviews_2.kind as kind, reviews_2.clearance as clearance, reviews_2.state as state, reviews_2.submitted_by_id as submitted_by_id, reviews_2.submitted_by as submitted_by, reviews_2.submitted_at as submitted_at, reviews_2.emergency as emergency, reviews_2.due_at as due_at, reviews_2.escalated_at as escalated_at, reviews_2.decided_by_id as decided_by_id, reviews_2.decided_by as decided_by, reviews_2.decided_at as decided_at, reviews_2.remarks as remarks, reviews_2.published_at as published_at, reviews_2.created_at as created_at, reviews_2.updated_at as updated_at, reviews_2.submitted_at as key_0, reviews_2.id as key_1
      from reviews as reviews_2
      where coalesce(reviews_2.state = 'PENDING' and reviews_2.due_at < now(), false) = true
      and (exists (
        select 1
        from translations as translations_4
        join posts as posts_7 on posts_7.id = translations_4.post_id
        where translations_4.id = reviews_2.translation_id
        and posts_7.mission_id = any ($1::uuid[])
        and (translations_4.state in ('LIVE', 'WITHDRAWN') or (exists (
          select 1
          from posts as posts_8
          where posts_8.id = translations_4.post_id
          and posts_8.mission_id = any ($1::uuid[])
          and (posts_8.state in ('LIVE', 'WITHDRAWN') or posts_8.mission_id = any ($1::uuid[]))
        )))
        and (posts_7.state in ('LIVE', 'WITHDRAWN') or posts_7.mission_id = any ($1::uuid[]))
      ))
      order by reviews_2.submitted_at desc, reviews_2.id desc
      limit 101
    ) as anon_8
    limit 21
  ) as anon_7
) as r1, (
  select json_object(
    'translations' value (
      select coalesce(json_agg(json_object(
        'locale' value translations_5.locale,
        'review' value (
          select json_object(
            'state' value reviews_3.state,
            'submittedBy' value reviews_3.submitted_by,
            'decidedBy' value reviews_3.decided_by,
            'decidedAt' value reviews_3.decided_at,
            'remarks' value reviews_3.remarks,
            'publishedAt' value reviews_3.published_at,
            'secondsToPublication' value floor(extract(epoch from reviews_3.published_at - reviews_3.submitted_at)) returning json
          ) as anon_11
          from reviews as reviews_3
          where reviews_3.translation_id = translations_5.id
          and reviews_3.revision_number = translations_5.newest_revision_number
          and reviews_3.kind = 'BEFORE'
          and (exists (
            select 1
            from translations as translations_6
            join posts as posts_9 on posts_9.id = translations_6.post_id
            where translations_6.id = reviews_3.translation_id
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
          order by reviews_3.id desc
          limit 1
        ),
        'viewerCan' value json_object(
          'submit' value (
            select json_object(
              'code' value anon_13.element['code'] returning json
            ) as anon_12
            from (
              select coalesce((
                select case when ((posts_11.mission_id = any ($2::uuid[]) or posts_11.created_by_id = $3::uuid and posts_11.mission_id = any ($4::uuid[]) or posts_11.mission_id = any ($5::uuid[])) is not true) then jsonb_build_object('allowed', false, 'code', 'NOT_ALLOWED', 'reason', concat('You may not ', 'change this post', ': it takes the role “', 'editor', '” in that mission. Ask one of its administrators.')) when (translations_7.is_authentic and (posts_11.mission_id = any ($2::uuid[]) or posts_11.created_by_id = $3::uuid and posts_11.mission_id = any ($4::uuid[])) is not true) then jsonb_build_object('allowed', false, 'code', 'NOT_ALLOWED', 'reason', concat('You may not ', concat('change ', 'the authentic text', ' of this post'), ': it takes the role “', 'editor', '” in that mission. Ask one of its administrators.')) when ((posts_11.mission_id = any ($2::uuid[]) or posts_11.created_by_id = $3::uuid and posts_11.mission_id = any ($4::uuid[]) or posts_11.mission_id = any ($4::uuid[]) or array[concat(posts_11.mission_id, ' ', translations_7.locale), concat(posts_11.mission_id, ' *'), concat('* ', translations_7.locale), '* *'] && $6::text[]) is not true) then jsonb_build_object('allowed', false, 'code', 'NOT_ALLOWED', 'reason', concat('You may not ', concat('change ', concat('the text in “', translations_7.locale, '”'), ' of this post'), ': it takes the role “', 'editor', '” in that mission. Ask one of its administrators.')) when (translations_7.state = 'LIVE' and translations_7.revision_number = translations_7.newest_revision_number) then jsonb_build_object('allowed', false, 'code', 'ALREADY_PUBLISHED', 'reason', concat('The newest text in “', translations_7.locale, '” is public already. Save a change first.')) when (revisions_1.title = '') then jsonb_build_object('allowed', false, 'code', 'NOTHING_TO_PUBLISH', 'reason', concat('The text in “', translations_7.locale, '” has no ', 'title', ' yet. Write one first.')) when ((btrim(revisions_1.plain_text, E'\u0009\u000a\u000b\u000c\u000d\u001c\u001d\u001e\u001f\u0020\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000') != '' or jsonb_path_exists(revisions_1.body, 'strict $.** ? (@.type == "photo" || @.type == "embed")'::jsonpath)) is not true) then jsonb_build_object('allowed', false, 'code', 'NOTHING_TO_PUBLISH', 'reason', concat('The text in “', translations_7.locale, '” has no ', 'body', ' yet. Write one first.')) when (anon_15.block is not null) then jsonb_build_object('allowed', false, 'code', 'ALTERNATIVE_MISSING', 'reason', concat('Nobody has said yet how readers who cannot see the photo “', anon_15.file_name, '” (block “', anon_15.block, '”) learn what it shows. Describe it, or say that the text tells it or that it is decoration.')) when (posts_11.kind in ('BLOG_POST', 'SPEECH') and not (exists (
                  select bylines_1.id
                  from bylines as bylines_1
                  where bylines_1.post_id = posts_11.id
                  and true
                ))) then jsonb_build_object('allowed', false, 'code', 'BYLINE_MISSING', 'reason', concat('A ', case posts_11.kind when 'BLOG_POST' then 'blog post' when 'STATEMENT' then 'statement' when 'SPEECH' then 'speech' when 'NOTICE' then 'notice' end, ' goes out under a name. Set its bylines first.')) when (reviews_4.state = 'PENDING') then jsonb_build_object('allowed', false, 'code', 'ALREADY_SUBMITTED', 'reason', concat('“', reviews_4.submitted_by, '” has submitted revision ', translations_7.newest_revision_number, ' in “', translations_7.locale, '” already. Wait until somebody has read it.')) when (reviews_4.state = 'CLEARED' and (anon_16.clearance != 'HEADQUARTERS' or reviews_4.clearance = 'HEADQUARTERS')) then jsonb_build_object('allowed', false, 'code', 'ALREADY_CLEARED', 'reason', concat('Revision ', translations_7.newest_revision_number, ' in “', translations_7.locale, '” is cleared already. It can be published.')) else jsonb_build_object('allowed', true) end as anon_14
                from translations as translations_7
                join posts as posts_11 on posts_11.id = translations_7.post_id
                left outer join revisions as revisions_1 on revisions_1.translation_id = translations_7.id
                and revisions_1.number = translations_7.newest_revision_number
                left outer join lateral (
                  select anon_17.attrs ->> 'id' as block, photos_1.file_name as file_name
                  from jsonb_path_query(revisions_1.body, 'strict $.** ? (@.type == "photo").attrs'::jsonpath) with ordinality as anon_17(attrs, position)
                  join photos as photos_1 on photos_1.id = cast((anon_17.attrs ->> 'photo') as uuid)
                  where ((anon_17.attrs ->> 'alternative') in ('in_text', 'decorative') or (anon_17.attrs ->> 'alternative') = 'described' and btrim((anon_17.attrs ->> 'alternativeText'), E'\u0009\u000a\u000b\u000c\u000d\u001c\u001d\u001e\u001f\u0020\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000') != '') is not true
                  and true
                  order by anon_17.position
                  limit 1
                ) as anon_15 on true
                left outer join reviews as reviews_4 on reviews_4.id = (
                  select reviews_5.id
                  from reviews as reviews_5
                  where reviews_5.translation_id = translations_7.id
                  and reviews_5.revision_number = translations_7.newest_revision_number
                  and reviews_5.kind = 'BEFORE'
                  and true
                  order by reviews_5.id desc
                  limit 1
                )
                left outer join lateral (
                  select cast(coalesce(anon_18.clearance, case when (cardinality(missions_1.lineage) > 0) then 'FREE' else 'HEADQUARTERS' end) as varchar(40)) as clearance, coalesce(anon_18.review_within_hours, 24) as review_within_hours, coalesce(anon_18.allows_emergency, false) as allows_emergency, coalesce(anon_18.requires_step_up, false) as requires_step_up, anon_18.mission_id as source_id, missions_1.lineage[cardinality(missions_1.lineage)] as headquarters_id
                  from missions as missions_1
                  left outer join lateral (
                    select anon_19.mission_id as mission_id, anon_19.clearance as clearance, anon_19.review_within_hours as review_within_hours, anon_19.allows_emergency as allows_emergency, anon_19.requires_step_up as requires_step_up, anon_19.allowed_below as allowed_below, anon_19.distance as distance
                    from lateral (
                      select distinct on (anon_20.distance) clearance_policies_1.mission_id as mission_id, clearance_policies_1.clearance as clearance, clearance_policies_1.review_within_hours as review_within_hours, clearance_policies_1.allows_emergency as allows_emergency, clearance_policies_1.requires_step_up as requires_step_up, clearance_policies_1.allowed_below as allowed_below, anon_20.distance as distance
                      from unnest(missions_1.lineage) with ordinality as anon_20(id, distance)
                      join clearance_policies as clearance_policies_1 on clearance_policies_1.mission_id = anon_20.id
                      and (clearance_policies_1.kind = posts_11.kind or clearance_policies_1.kind is null)
                      where true
                      order by anon_20.distance, clearance_policies_1.kind nulls last
                    ) as anon_19
                    where not (exists (
                      select *
                      from lateral (
                        select distinct on (anon_22.distance) clearance_policies_2.mission_id as mission_id, clearance_policies_2.clearance as clearance, clearance_policies_2.review_within_hours as review_within_hours, clearance_policies_2.allows_emergency as allows_emergency, clearance_policies_2.requires_step_up as requires_step_up, clearance_policies_2.allowed_below as allowed_below, anon_22.distance as distance
                        from unnest(missions_1.lineage) with ordinality as anon_22(id, distance)
                        join clearance_policies as clearance_policies_2 on clearance_policies_2.mission_id = anon_22.id
                        and (clearance_policies_2.kind = posts_11.kind or clearance_policies_2.kind is null)
                        where true
                        order by anon_22.distance, clearance_policies_2.kind nulls last
                      ) as anon_21
                      where anon_21.distance > anon_19.distance
                      and not (anon_21.allowed_below is null or cast(anon_19.clearance as text) = any (anon_21.allowed_below) and (not anon_19.allows_emergency or anon_21.allows_emergency) and (anon_19.requires_step_up or not anon_21.requires_step_up))
                    ))
                    order by anon_19.distance
                    limit 1
                  ) as anon_18 on true
                  where missions_1.id = posts_11.mission_id
                  and true
                ) as anon_16 on true
                where translations_7.id = translations_5.id
                and true
                and true
                and true
                and true
              ), jsonb_build_object('allowed', false)) as element
              limit all offset 0
            ) as anon_13
          ),
          'clear' value (
            select json_object(
              'allowed' value anon_24.element['allowed'] returning json
            ) as anon_23
            from (
              select coalesce((
                select case when ((posts_12.mission_id = any ($2::uuid[])) is not true) then jsonb_build_object('allowed', false, 'code', 'NOT_ALLOWED', 'reason', concat('You may not ', 'clear this text', ': it takes the role “', 'editor', '” in that mission. Ask one of its administrators.')) when ((reviews_6.state in ('PENDING', 'CLEARED')) is not true) then jsonb_build_object('allowed', false, 'code', 'NOT_SUBMITTED', 'reason', concat('Revision ', translations_8.newest_revision_number, ' in “', translations_8.locale, '” is not before anybody. It must be submitted first.')) when (reviews_6.state = 'CLEARED' and (anon_26.clearance != 'HEADQUARTERS' or reviews_6.clearance = 'HEADQUARTERS')) then jsonb_build_object('allowed', false, 'code', 'ALREADY_CLEARED', 'reason', concat('Revision ', translations_8.newest_revision_number, ' in “', translations_8.locale, '” is cleared already. It can be published.')) when (anon_26.clearance = 'HEADQUARTERS' and (anon_26.headquarters_id = any ($2::uuid[])) is not true) then jsonb_build_object('allowed', false, 'code', 'HEADQUARTERS_DECIDES', 'reason', concat('In this mission a ', case posts_12.kind when 'BLOG_POST' then 'blog post' when 'STATEMENT' then 'statement' when 'SPEECH' then 'speech' when 'NOTICE' then 'notice' end, ' is for the headquarters to decide. Ask an editor of “', (
                  select missions_2.name
                  from missions as missions_2
                  where missions_2.id = anon_26.headquarters_id
                  and true
                ), '”.')) when (reviews_6.submitted_by_id is not distinct from $3::uuid) then jsonb_build_object('allowed', false, 'code', 'OWN_SUBMISSION', 'reason', concat('You have submitted this text yourself, so somebody else must clear it. Ask another editor of the mission.')) when ((anon_26.clearance = 'HEADQUARTERS') is not true and revisions_2.account_id is not distinct from $3::uuid) then jsonb_build_object('allowed', false, 'code', 'OWN_WORDS', 'reason', concat('You have written this revision yourself, so somebody else must clear it. Ask another editor of the mission.')) else jsonb_build_object('allowed', true) end as anon_25
                from translations as translations_8
                join posts as posts_12 on posts_12.id = translations_8.post_id
                left outer join reviews as reviews_6 on reviews_6.id = (
                  select reviews_7.id
                  from reviews as reviews_7
                  where reviews_7.translation_id = translations_8.id
                  and reviews_7.revision_number = translations_8.newest_revision_number
                  and reviews_7.kind = 'BEFORE'
                  and true
                  order by reviews_7.id desc
                  limit 1
                )
                left outer join lateral (
                  select cast(coalesce(anon_27.clearance, case when (cardinality(missions_3.lineage) > 0) then 'FREE' else 'HEADQUARTERS' end) as varchar(40)) as clearance, coalesce(anon_27.review_within_hours, 24) as review_within_hours, coalesce(anon_27.allows_emergency, false) as allows_emergency, coalesce(anon_27.requires_step_up, false) as requires_step_up, anon_27.mission_id as source_id, missions_3.lineage[cardinality(missions_3.lineage)] as headquarters_id
                  from missions as missions_3
                  left outer join lateral (
                    select anon_28.mission_id as mission_id, anon_28.clearance as clearance, anon_28.review_within_hours as review_within_hours, anon_28.allows_emergency as allows_emergency, anon_28.requires_step_up as requires_step_up, anon_28.allowed_below as allowed_below, anon_28.distance as distance
                    from lateral (
                      select distinct on (anon_29.distance) clearance_policies_3.mission_id as mission_id, clearance_policies_3.clearance as clearance, clearance_policies_3.review_within_hours as review_within_hours, clearance_policies_3.allows_emergency as allows_emergency, clearance_policies_3.requires_step_up as requires_step_up, clearance_policies_3.allowed_below as allowed_below, anon_29.distance as distance
                      from unnest(missions_3.lineage) with ordinality as anon_29(id, distance)
                      join clearance_policies as clearance_policies_3 on clearance_policies_3.mission_id = anon_29.id
                      and (clearance_policies_3.kind = posts_12.kind or clearance_policies_3.kind is null)
                      where true
                      order by anon_29.distance, clearance_policies_3.kind nulls last
                    ) as anon_28
                    where not (exists (
                      select *
                      from lateral (
                        select distinct on (anon_31.distance) clearance_policies_4.mission_id as mission_id, clearance_policies_4.clearance as clearance, clearance_policies_4.review_within_hours as review_within_hours, clearance_policies_4.allows_emergency as allows_emergency, clearance_policies_4.requires_step_up as requires_step_up, clearance_policies_4.allowed_below as allowed_below, anon_31.distance as distance
                        from unnest(missions_3.lineage) with ordinality as anon_31(id, distance)
                        join clearance_policies as clearance_policies_4 on clearance_policies_4.mission_id = anon_31.id
                        and (clearance_policies_4.kind = posts_12.kind or clearance_policies_4.kind is null)
                        where true
                        order by anon_31.distance, clearance_policies_4.kind nulls last
                      ) as anon_30
                      where anon_30.distance > anon_28.distance
                      and not (anon_30.allowed_below is null or cast(anon_28.clearance as text) = any (anon_30.allowed_below) and (not anon_28.allows_emergency or anon_30.allows_emergency) and (anon_28.requires_step_up or not anon_30.requires_step_up))
                    ))
                    order by anon_28.distance
                    limit 1
                  ) as anon_27 on true
                  where missions_3.id = posts_12.mission_id
                  and true
                ) as anon_26 on true
                left outer join revisions as revisions_2 on revisions_2.translation_id = translations_8.id
                and revisions_2.number = translations_8.newest_revision_number
                where translations_8.id = translations_5.id
                and true
                and true
                and true
                and true
              ), jsonb_build_object('allowed', false)) as element
              limit all offset 0
            ) as anon_24
          ),
          'publish' value (
            select json_object(
              'allowed' value anon_33.element['allowed'],
              'reason' value anon_33.element['reason'],
              'policy' value (
                select case when (posts_13.mission_id = any ($7::uuid[])) then anon_35.clearance end as anon_34
                from translations as translations_9
                join posts as posts_13 on posts_13.id = translations_9.post_id
                left outer join lateral (
                  select cast(coalesce(anon_36.clearance, case when (cardinality(missions_4.lineage) > 0) then 'FREE' else 'HEADQUARTERS' end) as varchar(40)) as clearance, coalesce(anon_36.review_within_hours, 24) as review_within_hours, coalesce(anon_36.allows_emergency, false) as allows_emergency, coalesce(anon_36.requires_step_up, false) as requires_step_up, anon_36.mission_id as source_id, missions_4.lineage[cardinality(missions_4.lineage)] as headquarters_id
                  from missions as missions_4
                  left outer join lateral (
                    select anon_37.mission_id as mission_id, anon_37.clearance as clearance, anon_37.review_within_hours as review_within_hours, anon_37.allows_emergency as allows_emergency, anon_37.requires_step_up as requires_step_up, anon_37.allowed_below as allowed_below, anon_37.distance as distance
                    from lateral (
                      select distinct on (anon_38.distance) clearance_policies_5.mission_id as mission_id, clearance_policies_5.clearance as clearance, clearance_policies_5.review_within_hours as review_within_hours, clearance_policies_5.allows_emergency as allows_emergency, clearance_policies_5.requires_step_up as requires_step_up, clearance_policies_5.allowed_below as allowed_below, anon_38.distance as distance
                      from unnest(missions_4.lineage) with ordinality as anon_38(id, distance)
                      join clearance_policies as clearance_policies_5 on clearance_policies_5.mission_id = anon_38.id
                      and (clearance_policies_5.kind = posts_13.kind or clearance_policies_5.kind is null)
                      where true
                      order by anon_38.distance, clearance_policies_5.kind nulls last
                    ) as anon_37
                    where not (exists (
                      select *
                      from lateral (
                        select distinct on (anon_40.distance) clearance_policies_6.mission_id as mission_id, clearance_policies_6.clearance as clearance, clearance_policies_6.review_within_hours as review_within_hours, clearance_policies_6.allows_emergency as allows_emergency, clearance_policies_6.requires_step_up as requires_step_up, clearance_policies_6.allowed_below as allowed_below, anon_40.distance as distance
                        from unnest(missions_4.lineage) with ordinality as anon_40(id, distance)
                        join clearance_policies as clearance_policies_6 on clearance_policies_6.mission_id = anon_40.id
                        and (clearance_policies_6.kind = posts_13.kind or clearance_policies_6.kind is null)
                        where true
                        order by anon_40.distance, clearance_policies_6.kind nulls last
                      ) as anon_39
                      where anon_39.distance > anon_37.distance
                      and not (anon_39.allowed_below is null or cast(anon_37.clearance as text) = any (anon_39.allowed_below) and (not anon_37.allows_emergency or anon_39.allows_emergency) and (anon_37.requires_step_up or not anon_39.requires_step_up))
                    ))
                    order by anon_37.distance
                    limit 1
                  ) as anon_36 on true
                  where missions_4.id = posts_13.mission_id
                  and true
                ) as anon_35 on true
                where translations_9.id = translations_5.id
                and true
                and true
              ) returning json
            ) as anon_32
            from (
              select coalesce((
                select case when ((posts_14.mission_id = any ($2::uuid[])) is not true) then jsonb_build_object('allowed', false, 'code', 'NOT_ALLOWED', 'reason', concat('You may not ', 'publish or take back this post', ': it takes the role “', 'editor', '” in that mission. Ask one of its administrators.')) when (translations_10.state = 'WITHDRAWN') then jsonb_build_object('allowed', false, 'code', 'TEXT_WITHDRAWN', 'reason', concat('The text in “', translations_10.locale, '” is withdrawn. Restore it first.')) when (posts_14.state = 'WITHDRAWN') then jsonb_build_object('allowed', false, 'code', 'TEXT_WITHDRAWN', 'reason', concat('The text in “', (
                  select translations_11.locale
                  from translations as translations_11
                  where translations_11.post_id = posts_14.id
                  and translations_11.is_authentic
                  and true
                ), '” is withdrawn. Restore it first.')) when (not translations_10.is_authentic and posts_14.state != 'LIVE') then jsonb_build_object('allowed', false, 'code', 'AUTHENTIC_NOT_LIVE', 'reason', concat('A translation follows the authentic text, which is not public. Publish the text in “', (
                  select translations_12.locale
                  from translations as translations_12
                  where translations_12.post_id = posts_14.id
                  and translations_12.is_authentic
                  and true
                ), '” first.')) when (translations_10.state = 'LIVE' and translations_10.revision_number = translations_10.newest_revision_number) then jsonb_build_object('allowed', false, 'code', 'ALREADY_PUBLISHED', 'reason', concat('The newest text in “', translations_10.locale, '” is public already. Save a change first.')) when (revisions_3.title = '') then jsonb_build_object('allowed', false, 'code', 'NOTHING_TO_PUBLISH', 'reason', concat('The text in “', translations_10.locale, '” has no ', 'title', ' yet. Write one first.')) when ((btrim(revisions_3.plain_text, E'\u0009\u000a\u000b\u000c\u000d\u001c\u001d\u001e\u001f\u0020\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000') != '' or jsonb_path_exists(revisions_3.body, 'strict $.** ? (@.type == "photo" || @.type == "embed")'::jsonpath)) is not true) then jsonb_build_object('allowed', false, 'code', 'NOTHING_TO_PUBLISH', 'reason', concat('The text in “', translations_10.locale, '” has no ', 'body', ' yet. Write one first.')) when (anon_42.block is not null) then jsonb_build_object('allowed', false, 'code', 'ALTERNATIVE_MISSING', 'reason', concat('Nobody has said yet how readers who cannot see the photo “', anon_42.file_name, '” (block “', anon_42.block, '”) learn what it shows. Describe it, or say that the text tells it or that it is decoration.')) when (posts_14.kind in ('BLOG_POST', 'SPEECH') and not (exists (
                  select bylines_2.id
                  from bylines as bylines_2
                  where bylines_2.post_id = posts_14.id
                  and true
                ))) then jsonb_build_object('allowed', false, 'code', 'BYLINE_MISSING', 'reason', concat('A ', case posts_14.kind when 'BLOG_POST' then 'blog post' when 'STATEMENT' then 'statement' when 'SPEECH' then 'speech' when 'NOTICE' then 'notice' end, ' goes out under a name. Set its bylines first.')) when ((anon_43.clearance = 'HEADQUARTERS' or anon_43.clearance = 'FOUR_EYES') and (reviews_8.state = 'CLEARED' and (anon_43.clearance != 'HEADQUARTERS' or reviews_8.clearance = 'HEADQUARTERS')) is not true) then jsonb_build_object('allowed', false, 'code', 'NOT_CLEARED', 'reason', concat('Revision ', translations_10.newest_revision_number, ' in “', translations_10.locale, '” is not cleared: in this mission a ', case posts_14.kind when 'BLOG_POST' then 'blog post' when 'STATEMENT' then 'statement' when 'SPEECH' then 'speech' when 'NOTICE' then 'notice' end, ' takes the agreement of ', case when (anon_43.clearance = 'HEADQUARTERS') then 'the headquarters' else 'a second editor' end, '. ', case when (reviews_8.state = 'PENDING') then 'It is submitted and waits.' when (reviews_8.state = 'RETURNED') then 'It was returned: change it and submit it again.' when (reviews_8.state = 'CLEARED') then 'The mission has cleared it; have the headquarters clear it too.' else 'Submit it first.' end)) when (anon_43.requires_step_up and $8::boolean is not true) then jsonb_build_object('allowed', false, 'code', 'STEP_UP_MISSING', 'reason', concat('In this mission, publishing a ', case posts_14.kind when 'BLOG_POST' then 'blog post' when 'STATEMENT' then 'statement' when 'SPEECH' then 'speech' when 'NOTICE' then 'notice' end, ' takes a proof in the last ten minutes that it is you. Sign in again with your second factor; a token cannot give that proof.')) else jsonb_build_object('allowed', true) end as anon_41
                from translations as translations_10
                join posts as posts_14 on posts_14.id = translations_10.post_id
                left outer join revisions as revisions_3 on revisions_3.translation_id = translations_10.id
                and revisions_3.number = translations_10.newest_revision_number
                left outer join lateral (
                  select anon_44.attrs ->> 'id' as block, photos_2.file_name as file_name
                  from jsonb_path_query(revisions_3.body, 'strict $.** ? (@.type == "photo").attrs'::jsonpath) with ordinality as anon_44(attrs, position)
                  join photos as photos_2 on photos_2.id = cast((anon_44.attrs ->> 'photo') as uuid)
                  where ((anon_44.attrs ->> 'alternative') in ('in_text', 'decorative') or (anon_44.attrs ->> 'alternative') = 'described' and btrim((anon_44.attrs ->> 'alternativeText'), E'\u0009\u000a\u000b\u000c\u000d\u001c\u001d\u001e\u001f\u0020\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000') != '') is not true
                  and true
                  order by anon_44.position
                  limit 1
                ) as anon_42 on true
                left outer join lateral (
                  select cast(coalesce(anon_45.clearance, case when (cardinality(missions_5.lineage) > 0) then 'FREE' else 'HEADQUARTERS' end) as varchar(40)) as clearance, coalesce(anon_45.review_within_hours, 24) as review_within_hours, coalesce(anon_45.allows_emergency, false) as allows_emergency, coalesce(anon_45.requires_step_up, false) as requires_step_up, anon_45.mission_id as source_id, missions_5.lineage[cardinality(missions_5.lineage)] as headquarters_id
                  from missions as missions_5
                  left outer join lateral (
                    select anon_46.mission_id as mission_id, anon_46.clearance as clearance, anon_46.review_within_hours as review_within_hours, anon_46.allows_emergency as allows_emergency, anon_46.requires_step_up as requires_step_up, anon_46.allowed_below as allowed_below, anon_46.distance as distance
                    from lateral (
                      select distinct on (anon_47.distance) clearance_policies_7.mission_id as mission_id, clearance_policies_7.clearance as clearance, clearance_policies_7.review_within_hours as review_within_hours, clearance_policies_7.allows_emergency as allows_emergency, clearance_policies_7.requires_step_up as requires_step_up, clearance_policies_7.allowed_below as allowed_below, anon_47.distance as distance
                      from unnest(missions_5.lineage) with ordinality as anon_47(id, distance)
                      join clearance_policies as clearance_policies_7 on clearance_policies_7.mission_id = anon_47.id
                      and (clearance_policies_7.kind = posts_14.kind or clearance_policies_7.kind is null)
                      where true
                      order by anon_47.distance, clearance_policies_7.kind nulls last
                    ) as anon_46
                    where not (exists (
                      select *
                      from lateral (
                        select distinct on (anon_49.distance) clearance_policies_8.mission_id as mission_id, clearance_policies_8.clearance as clearance, clearance_policies_8.review_within_hours as review_within_hours, clearance_policies_8.allows_emergency as allows_emergency, clearance_policies_8.requires_step_up as requires_step_up, clearance_policies_8.allowed_below as allowed_below, anon_49.distance as distance
                        from unnest(missions_5.lineage) with ordinality as anon_49(id, distance)
                        join clearance_policies as clearance_policies_8 on clearance_policies_8.mission_id = anon_49.id
                        and (clearance_policies_8.kind = posts_14.kind or clearance_policies_8.kind is null)
                        where true
                        order by anon_49.distance, clearance_policies_8.kind nulls last
                      ) as anon_48
                      where anon_48.distance > anon_46.distance
                      and not (anon_48.allowed_below is null or cast(anon_46.clearance as text) = any (anon_48.allowed_below) and (not anon_46.allows_emergency or anon_48.allows_emergency) and (anon_46.requires_step_up or not anon_48.requires_step_up))
                    ))
                    order by anon_46.distance
                    limit 1
                  ) as anon_45 on true
                  where missions_5.id = posts_14.mission_id
                  and true
                ) as anon_43 on true
                left outer join reviews as reviews_8 on reviews_8.id = (
                  select reviews_9.id
                  from reviews as reviews_9
                  where reviews_9.translation_id = translations_10.id
                  and reviews_9.revision_number = translations_10.newest_revision_number
                  and reviews_9.kind = 'BEFORE'
                  and true
                  order by reviews_9.id desc
                  limit 1
                )
                where translations_10.id = translations_5.id
                and true
                and true
                and true
                and true
              ), jsonb_build_object('allowed', false)) as element
              limit all offset 0
            ) as anon_33
          ),
          'publishInEmergency' value (
            select json_object(
              'allowed' value anon_51.element['allowed'] returning json
            ) as anon_50
            from (
              select coalesce((
                select case when ((posts_15.mission_id = any ($2::uuid[])) is not true) then jsonb_build_object('allowed', false, 'code', 'NOT_ALLOWED', 'reason', concat('You may not ', 'publish or take back this post', ': it takes the role “', 'editor', '” in that mission. Ask one of its administrators.')) when (translations_13.state = 'WITHDRAWN') then jsonb_build_object('allowed', false, 'code', 'TEXT_WITHDRAWN', 'reason', concat('The text in “', translations_13.locale, '” is withdrawn. Restore it first.')) when (posts_15.state = 'WITHDRAWN') then jsonb_build_object('allowed', false, 'code', 'TEXT_WITHDRAWN', 'reason', concat('The text in “', (
                  select translations_14.locale
                  from translations as translations_14
                  where translations_14.post_id = posts_15.id
                  and translations_14.is_authentic
                  and true
                ), '” is withdrawn. Restore it first.')) when (not translations_13.is_authentic and posts_15.state != 'LIVE') then jsonb_build_object('allowed', false, 'code', 'AUTHENTIC_NOT_LIVE', 'reason', concat('A translation follows the authentic text, which is not public. Publish the text in “', (
                  select translations_15.locale
                  from translations as translations_15
                  where translations_15.post_id = posts_15.id
                  and translations_15.is_authentic
                  and true
                ), '” first.')) when (translations_13.state = 'LIVE' and translations_13.revision_number = translations_13.newest_revision_number) then jsonb_build_object('allowed', false, 'code', 'ALREADY_PUBLISHED', 'reason', concat('The newest text in “', translations_13.locale, '” is public already. Save a change first.')) when (revisions_4.title = '') then jsonb_build_object('allowed', false, 'code', 'NOTHING_TO_PUBLISH', 'reason', concat('The text in “', translations_13.locale, '” has no ', 'title', ' yet. Write one first.')) when ((btrim(revisions_4.plain_text, E'\u0009\u000a\u000b\u000c\u000d\u001c\u001d\u001e\u001f\u0020\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000') != '' or jsonb_path_exists(revisions_4.body, 'strict $.** ? (@.type == "photo" || @.type == "embed")'::jsonpath)) is not true) then jsonb_build_object('allowed', false, 'code', 'NOTHING_TO_PUBLISH', 'reason', concat('The text in “', translations_13.locale, '” has no ', 'body', ' yet. Write one first.')) when (anon_53.block is not null) then jsonb_build_object('allowed', false, 'code', 'ALTERNATIVE_MISSING', 'reason', concat('Nobody has said yet how readers who cannot see the photo “', anon_53.file_name, '” (block “', anon_53.block, '”) learn what it shows. Describe it, or say that the text tells it or that it is decoration.')) when (posts_15.kind in ('BLOG_POST', 'SPEECH') and not (exists (
                  select bylines_3.id
                  from bylines as bylines_3
                  where bylines_3.post_id = posts_15.id
                  and true
                ))) then jsonb_build_object('allowed', false, 'code', 'BYLINE_MISSING', 'reason', concat('A ', case posts_15.kind when 'BLOG_POST' then 'blog post' when 'STATEMENT' then 'statement' when 'SPEECH' then 'speech' when 'NOTICE' then 'notice' end, ' goes out under a name. Set its bylines first.')) when (anon_54.allows_emergency is not true) then jsonb_build_object('allowed', false, 'code', 'EMERGENCY_NOT_ALLOWED', 'reason', concat('In this mission a ', case posts_15.kind when 'BLOG_POST' then 'blog post' when 'STATEMENT' then 'statement' when 'SPEECH' then 'speech' when 'NOTICE' then 'notice' end, ' cannot be published in an emergency. Have it cleared, or ask an administrator to change the policy.')) when (anon_54.requires_step_up and $8::boolean is not true) then jsonb_build_object('allowed', false, 'code', 'STEP_UP_MISSING', 'reason', concat('In this mission, publishing a ', case posts_15.kind when 'BLOG_POST' then 'blog post' when 'STATEMENT' then 'statement' when 'SPEECH' then 'speech' when 'NOTICE' then 'notice' end, ' takes a proof in the last ten minutes that it is you. Sign in again with your second factor; a token cannot give that proof.')) else jsonb_build_object('allowed', true) end as anon_52
                from translations as translations_13
                join posts as posts_15 on posts_15.id = translations_13.post_id
                left outer join revisions as revisions_4 on revisions_4.translation_id = translations_13.id
                and revisions_4.number = translations_13.newest_revision_number
                left outer join lateral (
                  select anon_55.attrs ->> 'id' as block, photos_3.file_name as file_name
                  from jsonb_path_query(revisions_4.body, 'strict $.** ? (@.type == "photo").attrs'::jsonpath) with ordinality as anon_55(attrs, position)
                  join photos as photos_3 on photos_3.id = cast((anon_55.attrs ->> 'photo') as uuid)
                  where ((anon_55.attrs ->> 'alternative') in ('in_text', 'decorative') or (anon_55.attrs ->> 'alternative') = 'described' and btrim((anon_55.attrs ->> 'alternativeText'), E'\u0009\u000a\u000b\u000c\u000d\u001c\u001d\u001e\u001f\u0020\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000') != '') is not true
                  and true
                  order by anon_55.position
                  limit 1
                ) as anon_53 on true
                left outer join lateral (
                  select cast(coalesce(anon_56.clearance, case when (cardinality(missions_6.lineage) > 0) then 'FREE' else 'HEADQUARTERS' end) as varchar(40)) as clearance, coalesce(anon_56.review_within_hours, 24) as review_within_hours, coalesce(anon_56.allows_emergency, false) as allows_emergency, coalesce(anon_56.requires_step_up, false) as requires_step_up, anon_56.mission_id as source_id, missions_6.lineage[cardinality(missions_6.lineage)] as headquarters_id
                  from missions as missions_6
                  left outer join lateral (
                    select anon_57.mission_id as mission_id, anon_57.clearance as clearance, anon_57.review_within_hours as review_within_hours, anon_57.allows_emergency as allows_emergency, anon_57.requires_step_up as requires_step_up, anon_57.allowed_below as allowed_below, anon_57.distance as distance
                    from lateral (
                      select distinct on (anon_58.distance) clearance_policies_9.mission_id as mission_id, clearance_policies_9.clearance as clearance, clearance_policies_9.review_within_hours as review_within_hours, clearance_policies_9.allows_emergency as allows_emergency, clearance_policies_9.requires_step_up as requires_step_up, clearance_policies_9.allowed_below as allowed_below, anon_58.distance as distance
                      from unnest(missions_6.lineage) with ordinality as anon_58(id, distance)
                      join clearance_policies as clearance_policies_9 on clearance_policies_9.mission_id = anon_58.id
                      and (clearance_policies_9.kind = posts_15.kind or clearance_policies_9.kind is null)
                      where true
                      order by anon_58.distance, clearance_policies_9.kind nulls last
                    ) as anon_57
                    where not (exists (
                      select *
                      from lateral (
                        select distinct on (anon_60.distance) clearance_policies_10.mission_id as mission_id, clearance_policies_10.clearance as clearance, clearance_policies_10.review_within_hours as review_within_hours, clearance_policies_10.allows_emergency as allows_emergency, clearance_policies_10.requires_step_up as requires_step_up, clearance_policies_10.allowed_below as allowed_below, anon_60.distance as distance
                        from unnest(missions_6.lineage) with ordinality as anon_60(id, distance)
                        join clearance_policies as clearance_policies_10 on clearance_policies_10.mission_id = anon_60.id
                        and (clearance_policies_10.kind = posts_15.kind or clearance_policies_10.kind is null)
                        where true
                        order by anon_60.distance, clearance_policies_10.kind nulls last
                      ) as anon_59
                      where anon_59.distance > anon_57.distance
                      and not (anon_59.allowed_below is null or cast(anon_57.clearance as text) = any (anon_59.allowed_below) and (not anon_57.allows_emergency or anon_59.allows_emergency) and (anon_57.requires_step_up or not anon_59.requires_step_up))
                    ))
                    order by anon_57.distance
                    limit 1
                  ) as anon_56 on true
                  where missions_6.id = posts_15.mission_id
                  and true
                ) as anon_54 on true
                where translations_13.id = translations_5.id
                and true
                and true
                and true
              ), jsonb_build_object('allowed', false)) as element
              limit all offset 0
            ) as anon_51
          ) returning json
        ) returning json
      ) order by translations_5.is_authentic desc, translations_5.locale), '[]'::json) as anon_10
      from translations as translations_5
      where translations_5.post_id = posts_16.id
      and (translations_5.state in ('LIVE', 'WITHDRAWN') or (exists (
        select 1
        from posts as posts_17
        where posts_17.id = translations_5.post_id
        and posts_17.mission_id = any ($1::uuid[])
        and (posts_17.state in ('LIVE', 'WITHDRAWN') or posts_17.mission_id = any ($1::uuid[]))
      )))
    ) returning json
  ) as anon_9
  from posts as posts_16
  where posts_16.id = (
    select translations_16.post_id
    from translations as translations_16
    join addresses as addresses_1 on addresses_1.translation_id = translations_16.id
    where addresses_1.path = $9::varchar
    and addresses_1.mission_id = (
      select missions_7.id
      from missions as missions_7
      where missions_7.slug = $10::varchar
      and true
    )
    and (translations_16.state in ('LIVE', 'WITHDRAWN') or (exists (
      select 1
      from posts as posts_18
      where posts_18.id = translations_16.post_id
      and posts_18.mission_id = any ($1::uuid[])
      and (posts_18.state in ('LIVE', 'WITHDRAWN') or posts_18.mission_id = any ($1::uuid[]))
    )))
    and (exists (
      select 1
      from translations as translations_17
      where translations_17.id = addresses_1.translation_id
      and (translations_17.state in ('LIVE', 'WITHDRAWN') or (exists (
        select 1
        from posts as posts_19
        where posts_19.id = translations_17.post_id
        and posts_19.mission_id = any ($1::uuid[])
        and (posts_19.state in ('LIVE', 'WITHDRAWN') or posts_19.mission_id = any ($1::uuid[]))
      )))
    ))
  )
  and (posts_16.state in ('LIVE', 'WITHDRAWN') or posts_16.mission_id = any ($1::uuid[]))
) as r2
