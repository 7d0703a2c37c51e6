select (
  select json_object(
    'translation' value (
      select json_object(
        'history' value (
          select json_object(
            'totalCount' value coalesce((
              select count(*)
              from revisions as revisions_1
              where revisions_1.translation_id = translations_1.id
              and not (exists (
                select 1
                from revisions as revisions_2
                where revisions_2.translation_id = revisions_1.translation_id
                and revisions_2.number = revisions_1.number + 1
                and revisions_1.event = 'post.draft_saved'
                and revisions_2.event = 'post.draft_saved'
                and revisions_1.account_id is not distinct
                from revisions_2.account_id
                and revisions_2.created_at - revisions_1.created_at <= interval '30 minutes'
                and not (exists (
                  select 1
                  from audit_entries as audit_entries_1
                  where audit_entries_1.subject_id = (
                    select translations_2.post_id
                    from translations as translations_2
                    where translations_2.id = revisions_2.translation_id
                    and (translations_2.state in ('LIVE', 'WITHDRAWN') or (exists (
                      select 1
                      from posts as posts_1
                      where posts_1.id = translations_2.post_id
                      and posts_1.mission_id = any ($1::uuid[])
                      and (posts_1.state in ('LIVE', 'WITHDRAWN') or posts_1.mission_id = any ($1::uuid[]))
                    )))
                  )
                  and ((audit_entries_1.details ->> 'locale') = (
                    select translations_2.locale
                    from translations as translations_2
                    where translations_2.id = revisions_2.translation_id
                    and (translations_2.state in ('LIVE', 'WITHDRAWN') or (exists (
                      select 1
                      from posts as posts_2
                      where posts_2.id = translations_2.post_id
                      and posts_2.mission_id = any ($1::uuid[])
                      and (posts_2.state in ('LIVE', 'WITHDRAWN') or posts_2.mission_id = any ($1::uuid[]))
                    )))
                  ) or (audit_entries_1.details['locales'] ? (
                    select translations_2.locale
                    from translations as translations_2
                    where translations_2.id = revisions_2.translation_id
                    and (translations_2.state in ('LIVE', 'WITHDRAWN') or (exists (
                      select 1
                      from posts as posts_3
                      where posts_3.id = translations_2.post_id
                      and posts_3.mission_id = any ($1::uuid[])
                      and (posts_3.state in ('LIVE', 'WITHDRAWN') or posts_3.mission_id = any ($1::uuid[]))
                    )))
                  )))
                  and (audit_entries_1.event not in ('post.draft_saved', 'post.side_draft_kept'))
                  and audit_entries_1.happened_at > revisions_1.created_at
                  and audit_entries_1.happened_at <= revisions_2.created_at
                  and (audit_entries_1.mission_id = any ($1::uuid[]))
                ))
                and (exists (
                  select 1
                  from translations as translations_3
                  join posts as posts_4 on posts_4.id = translations_3.post_id
                  where translations_3.id = revisions_2.translation_id
                  and posts_4.mission_id = any ($1::uuid[])
                  and (translations_3.state in ('LIVE', 'WITHDRAWN') or (exists (
                    select 1
                    from posts as posts_5
                    where posts_5.id = translations_3.post_id
                    and posts_5.mission_id = any ($1::uuid[])
                    and (posts_5.state in ('LIVE', 'WITHDRAWN') or posts_5.mission_id = any ($1::uuid[]))
                  )))
                  and (posts_4.state in ('LIVE', 'WITHDRAWN') or posts_4.mission_id = any ($1::uuid[]))
                ))
              ))
              and (exists (
                select 1
                from translations as translations_4
                join posts as posts_6 on posts_6.id = translations_4.post_id
                where translations_4.id = revisions_1.translation_id
                and posts_6.mission_id = any ($1::uuid[])
                and (translations_4.state in ('LIVE', 'WITHDRAWN') or (exists (
                  select 1
                  from posts as posts_7
                  where posts_7.id = translations_4.post_id
                  and posts_7.mission_id = any ($1::uuid[])
                  and (posts_7.state in ('LIVE', 'WITHDRAWN') or posts_7.mission_id = any ($1::uuid[]))
                )))
                and (posts_6.state in ('LIVE', 'WITHDRAWN') or posts_6.mission_id = any ($1::uuid[]))
              ))
            ), 0),
            'nodes' value coalesce(json_agg(json_object(
              'kind' value coalesce(to_json(case anon_4.event when 'post.created' then 'BEGUN' when 'post.translation_added' then 'BEGUN' when 'post.side_draft_kept' then 'KEPT_ASIDE' when 'post.published' then 'PUBLISHED' when 'post.revision_restored' then 'RESTORED' else 'WRITTEN' end), E'\tnull'::json),
              'from' value coalesce(to_json(coalesce((
                select max(revisions_3.number) as max_1
                from revisions as revisions_3
                where revisions_3.translation_id = anon_4.translation_id
                and revisions_3.number <= anon_4.number
                and not (exists (
                  select 1
                  from revisions as revisions_4
                  where revisions_4.translation_id = revisions_3.translation_id
                  and revisions_4.number = revisions_3.number - 1
                  and revisions_4.event = 'post.draft_saved'
                  and revisions_3.event = 'post.draft_saved'
                  and revisions_4.account_id is not distinct
                  from revisions_3.account_id
                  and revisions_3.created_at - revisions_4.created_at <= interval '30 minutes'
                  and not (exists (
                    select 1
                    from audit_entries as audit_entries_2
                    where audit_entries_2.subject_id = (
                      select translations_5.post_id
                      from translations as translations_5
                      where translations_5.id = revisions_3.translation_id
                      and (translations_5.state in ('LIVE', 'WITHDRAWN') or (exists (
                        select 1
                        from posts as posts_8
                        where posts_8.id = translations_5.post_id
                        and posts_8.mission_id = any ($1::uuid[])
                        and (posts_8.state in ('LIVE', 'WITHDRAWN') or posts_8.mission_id = any ($1::uuid[]))
                      )))
                    )
                    and ((audit_entries_2.details ->> 'locale') = (
                      select translations_5.locale
                      from translations as translations_5
                      where translations_5.id = revisions_3.translation_id
                      and (translations_5.state in ('LIVE', 'WITHDRAWN') or (exists (
                        select 1
                        from posts as posts_9
                        where posts_9.id = translations_5.post_id
                        and posts_9.mission_id = any ($1::uuid[])
                        and (posts_9.state in ('LIVE', 'WITHDRAWN') or posts_9.mission_id = any ($1::uuid[]))
                      )))
                    ) or (audit_entries_2.details['locales'] ? (
                      select translations_5.locale
                      from translations as translations_5
                      where translations_5.id = revisions_3.translation_id
                      and (translations_5.state in ('LIVE', 'WITHDRAWN') or (exists (
                        select 1
                        from posts as posts_10
                        where posts_10.id = translations_5.post_id
                        and posts_10.mission_id = any ($1::uuid[])
                        and (posts_10.state in ('LIVE', 'WITHDRAWN') or posts_10.mission_id = any ($1::uuid[]))
                      )))
                    )))
                    and (audit_entries_2.event not in ('post.draft_saved', 'post.side_draft_kept'))
                    and audit_entries_2.happened_at > revisions_4.created_at
                    and audit_entries_2.happened_at <= revisions_3.created_at
                    and (audit_entries_2.mission_id = any ($1::uuid[]))
                  ))
                  and (exists (
                    select 1
                    from translations as translations_6
                    join posts as posts_11 on posts_11.id = translations_6.post_id
                    where translations_6.id = revisions_4.translation_id
                    and posts_11.mission_id = any ($1::uuid[])
                    and (translations_6.state in ('LIVE', 'WITHDRAWN') or (exists (
                      select 1
                      from posts as posts_12
                      where posts_12.id = translations_6.post_id
                      and posts_12.mission_id = any ($1::uuid[])
                      and (posts_12.state in ('LIVE', 'WITHDRAWN') or posts_12.mission_id = any ($1::uuid[]))
                    )))
                    and (posts_11.state in ('LIVE', 'WITHDRAWN') or posts_11.mission_id = any ($1::uuid[]))
                  ))
                ))
                and (exists (
                  select 1
                  from translations as translations_7
                  join posts as posts_13 on posts_13.id = translations_7.post_id
                  where translations_7.id = revisions_3.translation_id
                  and posts_13.mission_id = any ($1::uuid[])
                  and (translations_7.state in ('LIVE', 'WITHDRAWN') or (exists (
                    select 1
                    from posts as posts_14
                    where posts_14.id = translations_7.post_id
                    and posts_14.mission_id = any ($1::uuid[])
                    and (posts_14.state in ('LIVE', 'WITHDRAWN') or posts_14.mission_id = any ($1::uuid[]))
                  )))
                  and (posts_13.state in ('LIVE', 'WITHDRAWN') or posts_13.mission_id = any ($1::uuid[]))
                ))
              ), anon_4.number)), E'\tnull'::json),
              'to' value anon_4.number,
              'count' value coalesce(to_json((anon_4.number - coalesce((
                select max(revisions_5.number) as max_2
                from revisions as revisions_5
                where revisions_5.translation_id = anon_4.translation_id
                and revisions_5.number <= anon_4.number
                and not (exists (
                  select 1
                  from revisions as revisions_6
                  where revisions_6.translation_id = revisions_5.translation_id
                  and revisions_6.number = revisions_5.number - 1
                  and revisions_6.event = 'post.draft_saved'
                  and revisions_5.event = 'post.draft_saved'
                  and revisions_6.account_id is not distinct
                  from revisions_5.account_id
                  and revisions_5.created_at - revisions_6.created_at <= interval '30 minutes'
                  and not (exists (
                    select 1
                    from audit_entries as audit_entries_3
                    where audit_entries_3.subject_id = (
                      select translations_8.post_id
                      from translations as translations_8
                      where translations_8.id = revisions_5.translation_id
                      and (translations_8.state in ('LIVE', 'WITHDRAWN') or (exists (
                        select 1
                        from posts as posts_15
                        where posts_15.id = translations_8.post_id
                        and posts_15.mission_id = any ($1::uuid[])
                        and (posts_15.state in ('LIVE', 'WITHDRAWN') or posts_15.mission_id = any ($1::uuid[]))
                      )))
                    )
                    and ((audit_entries_3.details ->> 'locale') = (
                      select translations_8.locale
                      from translations as translations_8
                      where translations_8.id = revisions_5.translation_id
                      and (translations_8.state in ('LIVE', 'WITHDRAWN') or (exists (
                        select 1
                        from posts as posts_16
                        where posts_16.id = translations_8.post_id
                        and posts_16.mission_id = any ($1::uuid[])
                        and (posts_16.state in ('LIVE', 'WITHDRAWN') or posts_16.mission_id = any ($1::uuid[]))
                      )))
                    ) or (audit_entries_3.details['locales'] ? (
                      select translations_8.locale
                      from translations as translations_8
                      where translations_8.id = revisions_5.translation_id
                      and (translations_8.state in ('LIVE', 'WITHDRAWN') or (exists (
                        select 1
                        from posts as posts_17
                        where posts_17.id = translations_8.post_id
                        and posts_17.mission_id = any ($1::uuid[])
                        and (posts_17.state in ('LIVE', 'WITHDRAWN') or posts_17.mission_id = any ($1::uuid[]))
                      )))
                    )))
                    and (audit_entries_3.event not in ('post.draft_saved', 'post.side_draft_kept'))
                    and audit_entries_3.happened_at > revisions_6.created_at
                    and audit_entries_3.happened_at <= revisions_5.created_at
                    and (audit_entries_3.mission_id = any ($1::uuid[]))
                  ))
                  and (exists (
                    select 1
                    from translations as translations_9
                    join posts as posts_18 on posts_18.id = translations_9.post_id
                    where translations_9.id = revisions_6.translation_id
                    and posts_18.mission_id = any ($1::uuid[])
                    and (translations_9.state in ('LIVE', 'WITHDRAWN') or (exists (
                      select 1
                      from posts as posts_19
                      where posts_19.id = translations_9.post_id
                      and posts_19.mission_id = any ($1::uuid[])
                      and (posts_19.state in ('LIVE', 'WITHDRAWN') or posts_19.mission_id = any ($1::uuid[]))
                    )))
                    and (posts_18.state in ('LIVE', 'WITHDRAWN') or posts_18.mission_id = any ($1::uuid[]))
                  ))
                ))
                and (exists (
                  select 1
                  from translations as translations_10
                  join posts as posts_20 on posts_20.id = translations_10.post_id
                  where translations_10.id = revisions_5.translation_id
                  and posts_20.mission_id = any ($1::uuid[])
                  and (translations_10.state in ('LIVE', 'WITHDRAWN') or (exists (
                    select 1
                    from posts as posts_21
                    where posts_21.id = translations_10.post_id
                    and posts_21.mission_id = any ($1::uuid[])
                    and (posts_21.state in ('LIVE', 'WITHDRAWN') or posts_21.mission_id = any ($1::uuid[]))
                  )))
                  and (posts_20.state in ('LIVE', 'WITHDRAWN') or posts_20.mission_id = any ($1::uuid[]))
                ))
              ), anon_4.number)) + 1), E'\tnull'::json),
              'startedAt' value coalesce(to_json(coalesce((
                select revisions_7.created_at
                from revisions as revisions_7
                where revisions_7.translation_id = anon_4.translation_id
                and revisions_7.number = coalesce((
                  select max(revisions_8.number) as max_3
                  from revisions as revisions_8
                  where revisions_8.translation_id = anon_4.translation_id
                  and revisions_8.number <= anon_4.number
                  and not (exists (
                    select 1
                    from revisions as revisions_9
                    where revisions_9.translation_id = revisions_8.translation_id
                    and revisions_9.number = revisions_8.number - 1
                    and revisions_9.event = 'post.draft_saved'
                    and revisions_8.event = 'post.draft_saved'
                    and revisions_9.account_id is not distinct
                    from revisions_8.account_id
                    and revisions_8.created_at - revisions_9.created_at <= interval '30 minutes'
                    and not (exists (
                      select 1
                      from audit_entries as audit_entries_4
                      where audit_entries_4.subject_id = (
                        select translations_11.post_id
                        from translations as translations_11
                        where translations_11.id = revisions_8.translation_id
                        and (translations_11.state in ('LIVE', 'WITHDRAWN') or (exists (
                          select 1
                          from posts as posts_22
                          where posts_22.id = translations_11.post_id
                          and posts_22.mission_id = any ($1::uuid[])
                          and (posts_22.state in ('LIVE', 'WITHDRAWN') or posts_22.mission_id = any ($1::uuid[]))
                        )))
                      )
                      and ((audit_entries_4.details ->> 'locale') = (
                        select translations_11.locale
                        from translations as translations_11
                        where translations_11.id = revisions_8.translation_id
                        and (translations_11.state in ('LIVE', 'WITHDRAWN') or (exists (
                          select 1
                          from posts as posts_23
                          where posts_23.id = translations_11.post_id
                          and posts_23.mission_id = any ($1::uuid[])
                          and (posts_23.state in ('LIVE', 'WITHDRAWN') or posts_23.mission_id = any ($1::uuid[]))
                        )))
                      ) or (audit_entries_4.details['locales'] ? (
                        select translations_11.locale
                        from translations as translations_11
                        where translations_11.id = revisions_8.translation_id
                        and (translations_11.state in ('LIVE', 'WITHDRAWN') or (exists (
                          select 1
                          from posts as posts_24
                          where posts_24.id = translations_11.post_id
                          and posts_24.mission_id = any ($1::uuid[])
                          and (posts_24.state in ('LIVE', 'WITHDRAWN') or posts_24.mission_id = any ($1::uuid[]))
                        )))
                      )))
                      and (audit_entries_4.event not in ('post.draft_saved', 'post.side_draft_kept'))
                      and audit_entries_4.happened_at > revisions_9.created_at
                      and audit_entries_4.happened_at <= revisions_8.created_at
                      and (audit_entries_4.mission_id = any ($1::uuid[]))
                    ))
                    and (exists (
                      select 1
                      from translations as translations_12
                      join posts as posts_25 on posts_25.id = translations_12.post_id
                      where translations_12.id = revisions_9.translation_id
                      and posts_25.mission_id = any ($1::uuid[])
                      and (translations_12.state in ('LIVE', 'WITHDRAWN') or (exists (
                        select 1
                        from posts as posts_26
                        where posts_26.id = translations_12.post_id
                        and posts_26.mission_id = any ($1::uuid[])
                        and (posts_26.state in ('LIVE', 'WITHDRAWN') or posts_26.mission_id = any ($1::uuid[]))
                      )))
                      and (posts_25.state in ('LIVE', 'WITHDRAWN') or posts_25.mission_id = any ($1::uuid[]))
                    ))
                  ))
                  and (exists (
                    select 1
                    from translations as translations_13
                    join posts as posts_27 on posts_27.id = translations_13.post_id
                    where translations_13.id = revisions_8.translation_id
                    and posts_27.mission_id = any ($1::uuid[])
                    and (translations_13.state in ('LIVE', 'WITHDRAWN') or (exists (
                      select 1
                      from posts as posts_28
                      where posts_28.id = translations_13.post_id
                      and posts_28.mission_id = any ($1::uuid[])
                      and (posts_28.state in ('LIVE', 'WITHDRAWN') or posts_28.mission_id = any ($1::uuid[]))
                    )))
                    and (posts_27.state in ('LIVE', 'WITHDRAWN') or posts_27.mission_id = any ($1::uuid[]))
                  ))
                ), anon_4.number)
                and (exists (
                  select 1
                  from translations as translations_14
                  join posts as posts_29 on posts_29.id = translations_14.post_id
                  where translations_14.id = revisions_7.translation_id
                  and posts_29.mission_id = any ($1::uuid[])
                  and (translations_14.state in ('LIVE', 'WITHDRAWN') or (exists (
                    select 1
                    from posts as posts_30
                    where posts_30.id = translations_14.post_id
                    and posts_30.mission_id = any ($1::uuid[])
                    and (posts_30.state in ('LIVE', 'WITHDRAWN') or posts_30.mission_id = any ($1::uuid[]))
                  )))
                  and (posts_29.state in ('LIVE', 'WITHDRAWN') or posts_29.mission_id = any ($1::uuid[]))
                ))
              ), anon_4.created_at)), E'\tnull'::json),
              'endedAt' value anon_4.created_at,
              'actorName' value anon_4.actor_name,
              'events' value (
                select coalesce(json_agg(json_object(
                  'event' value audit_entries_5.event returning json
                ) order by audit_entries_5.happened_at, audit_entries_5.id), '[]'::json) as anon_5
                from audit_entries as audit_entries_5
                where audit_entries_5.subject_id = (
                  select translations_15.post_id
                  from translations as translations_15
                  where translations_15.id = anon_4.translation_id
                  and (translations_15.state in ('LIVE', 'WITHDRAWN') or (exists (
                    select 1
                    from posts as posts_31
                    where posts_31.id = translations_15.post_id
                    and posts_31.mission_id = any ($1::uuid[])
                    and (posts_31.state in ('LIVE', 'WITHDRAWN') or posts_31.mission_id = any ($1::uuid[]))
                  )))
                )
                and ((audit_entries_5.details ->> 'locale') = (
                  select translations_15.locale
                  from translations as translations_15
                  where translations_15.id = anon_4.translation_id
                  and (translations_15.state in ('LIVE', 'WITHDRAWN') or (exists (
                    select 1
                    from posts as posts_32
                    where posts_32.id = translations_15.post_id
                    and posts_32.mission_id = any ($1::uuid[])
                    and (posts_32.state in ('LIVE', 'WITHDRAWN') or posts_32.mission_id = any ($1::uuid[]))
                  )))
                ) or (audit_entries_5.details['locales'] ? (
                  select translations_15.locale
                  from translations as translations_15
                  where translations_15.id = anon_4.translation_id
                  and (translations_15.state in ('LIVE', 'WITHDRAWN') or (exists (
                    select 1
                    from posts as posts_33
                    where posts_33.id = translations_15.post_id
                    and posts_33.mission_id = any ($1::uuid[])
                    and (posts_33.state in ('LIVE', 'WITHDRAWN') or posts_33.mission_id = any ($1::uuid[]))
                  )))
                )))
                and (audit_entries_5.event not in ('post.draft_saved', 'post.side_draft_kept'))
                and audit_entries_5.happened_at >= anon_4.created_at
                and audit_entries_5.happened_at < coalesce((
                  select revisions_10.created_at
                  from revisions as revisions_10
                  where revisions_10.translation_id = anon_4.translation_id
                  and revisions_10.number = anon_4.number + 1
                  and (exists (
                    select 1
                    from translations as translations_16
                    join posts as posts_34 on posts_34.id = translations_16.post_id
                    where translations_16.id = revisions_10.translation_id
                    and posts_34.mission_id = any ($1::uuid[])
                    and (translations_16.state in ('LIVE', 'WITHDRAWN') or (exists (
                      select 1
                      from posts as posts_35
                      where posts_35.id = translations_16.post_id
                      and posts_35.mission_id = any ($1::uuid[])
                      and (posts_35.state in ('LIVE', 'WITHDRAWN') or posts_35.mission_id = any ($1::uuid[]))
                    )))
                    and (posts_34.state in ('LIVE', 'WITHDRAWN') or posts_34.mission_id = any ($1::uuid[]))
                  ))
                ), 'infinity'::timestamptz)
                and (audit_entries_5.mission_id = any ($1::uuid[]))
              ),
              'revisions' value (
                select json_object(
                  'nodes' value coalesce(json_agg(json_object(
                    'number' value anon_7.number,
                    'writtenBy' value (
                      select coalesce(json_agg(json_object(
                        'name' value revisions_11.actor_name,
                        'at' value revisions_11.created_at,
                        'revision' value revisions_11.number returning json
                      ) order by revisions_11.number, revisions_11.id), '[]'::json) as anon_8
                      from revisions as revisions_11
                      where revisions_11.translation_id = anon_7.translation_id
                      and revisions_11.event != 'post.published'
                      and (revisions_11.number = anon_7.number or revisions_11.number <= case when (anon_7.is_side_draft or anon_7.merged_into_number is not null) then anon_7.base_number else anon_7.number end and not revisions_11.is_side_draft)
                      and not (exists (
                        select 1
                        from revisions as revisions_12
                        where revisions_12.translation_id = anon_7.translation_id
                        and revisions_12.event != 'post.published'
                        and (revisions_12.number = anon_7.number or revisions_12.number <= case when (anon_7.is_side_draft or anon_7.merged_into_number is not null) then anon_7.base_number else anon_7.number end and not revisions_12.is_side_draft)
                        and revisions_12.number > revisions_11.number
                        and revisions_12.account_id is not distinct
                        from revisions_11.account_id
                        and (exists (
                          select 1
                          from translations as translations_17
                          join posts as posts_36 on posts_36.id = translations_17.post_id
                          where translations_17.id = revisions_12.translation_id
                          and posts_36.mission_id = any ($1::uuid[])
                          and (translations_17.state in ('LIVE', 'WITHDRAWN') or (exists (
                            select 1
                            from posts as posts_37
                            where posts_37.id = translations_17.post_id
                            and posts_37.mission_id = any ($1::uuid[])
                            and (posts_37.state in ('LIVE', 'WITHDRAWN') or posts_37.mission_id = any ($1::uuid[]))
                          )))
                          and (posts_36.state in ('LIVE', 'WITHDRAWN') or posts_36.mission_id = any ($1::uuid[]))
                        ))
                      ))
                      and (exists (
                        select 1
                        from translations as translations_18
                        join posts as posts_38 on posts_38.id = translations_18.post_id
                        where translations_18.id = revisions_11.translation_id
                        and posts_38.mission_id = any ($1::uuid[])
                        and (translations_18.state in ('LIVE', 'WITHDRAWN') or (exists (
                          select 1
                          from posts as posts_39
                          where posts_39.id = translations_18.post_id
                          and posts_39.mission_id = any ($1::uuid[])
                          and (posts_39.state in ('LIVE', 'WITHDRAWN') or posts_39.mission_id = any ($1::uuid[]))
                        )))
                        and (posts_38.state in ('LIVE', 'WITHDRAWN') or posts_38.mission_id = any ($1::uuid[]))
                      ))
                    ),
                    'clearedBy' value (
                      select coalesce(json_agg(json_object(
                        'name' value coalesce(reviews_1.decided_by, 'system') returning json
                      ) order by reviews_1.decided_at, reviews_1.id), '[]'::json) as anon_9
                      from reviews as reviews_1
                      where reviews_1.translation_id = anon_7.translation_id
                      and (reviews_1.revision_number = anon_7.number or anon_7.event = 'post.published' and reviews_1.revision_number = anon_7.base_number)
                      and reviews_1.state = 'CLEARED'
                      and (exists (
                        select 1
                        from translations as translations_19
                        join posts as posts_40 on posts_40.id = translations_19.post_id
                        where translations_19.id = reviews_1.translation_id
                        and posts_40.mission_id = any ($1::uuid[])
                        and (translations_19.state in ('LIVE', 'WITHDRAWN') or (exists (
                          select 1
                          from posts as posts_41
                          where posts_41.id = translations_19.post_id
                          and posts_41.mission_id = any ($1::uuid[])
                          and (posts_41.state in ('LIVE', 'WITHDRAWN') or posts_41.mission_id = any ($1::uuid[]))
                        )))
                        and (posts_40.state in ('LIVE', 'WITHDRAWN') or posts_40.mission_id = any ($1::uuid[]))
                      ))
                    ),
                    'publishedBy' value (
                      select json_object(
                        'name' value revisions_13.actor_name,
                        'at' value revisions_13.created_at returning json
                      ) as anon_10
                      from revisions as revisions_13
                      where revisions_13.translation_id = anon_7.translation_id
                      and revisions_13.event = 'post.published'
                      and (revisions_13.number = anon_7.number or revisions_13.base_number = anon_7.number)
                      and (exists (
                        select 1
                        from translations as translations_20
                        join posts as posts_42 on posts_42.id = translations_20.post_id
                        where translations_20.id = revisions_13.translation_id
                        and posts_42.mission_id = any ($1::uuid[])
                        and (translations_20.state in ('LIVE', 'WITHDRAWN') or (exists (
                          select 1
                          from posts as posts_43
                          where posts_43.id = translations_20.post_id
                          and posts_43.mission_id = any ($1::uuid[])
                          and (posts_43.state in ('LIVE', 'WITHDRAWN') or posts_43.mission_id = any ($1::uuid[]))
                        )))
                        and (posts_42.state in ('LIVE', 'WITHDRAWN') or posts_42.mission_id = any ($1::uuid[]))
                      ))
                      order by revisions_13.number
                      limit 1
                    ) returning json
                  ) order by anon_7.place) filter (where anon_7.place <= 20), '[]'::json) returning json
                ) as anon_6
                from (
                  select anon_11.id as id, anon_11.translation_id as translation_id, anon_11.number as number, anon_11.base_number as base_number, anon_11.is_side_draft as is_side_draft, anon_11.event as event, anon_11.title as title, anon_11.summary as summary, anon_11.body as body, anon_11.html as html, anon_11.plain_text as plain_text, anon_11.account_id as account_id, anon_11.actor_name as actor_name, anon_11.merged_into_number as merged_into_number, anon_11.blocks as blocks, anon_11.origins as origins, anon_11.created_at as created_at, anon_11.updated_at as updated_at, anon_11.key_0 as key_0, anon_11.key_1 as key_1, row_number() over (order by anon_11.key_0 desc, anon_11.key_1 desc) as place
                  from (
                    select revisions_14.id as id, revisions_14.translation_id as translation_id, revisions_14.number as number, revisions_14.base_number as base_number, revisions_14.is_side_draft as is_side_draft, revisions_14.event as event, revisions_14.title as title, revisions_14.summary as summary, revisions_14.body as body, revisions_14.html as html, revisions_14.plain_text as plain_text, revisions_14.account_id as account_id, revisions_14.actor_name as actor_name, revisions_14.merged_into_number as merged_into_number, revisions_14.blocks as blocks, revisions_14.origins as origins, revisions_14.created_at as created_at, revisions_14.updated_at as updated_at, revisions_14.number as key_0, revisions_14.id as key_1
                    from revisions as revisions_14
                    where revisions_14.translation_id = anon_4.translation_id
                    and revisions_14.number <= anon_4.number
                    and revisions_14.number >= coalesce((
                      select max(revisions_15.number) as max_4
                      from revisions as revisions_15
                      where revisions_15.translation_id = anon_4.translation_id
                      and revisions_15.number <= anon_4.number
                      and not (exists (
                        select 1
                        from revisions as revisions_16
                        where revisions_16.translation_id = revisions_15.translation_id
                        and revisions_16.number = revisions_15.number - 1
                        and revisions_16.event = 'post.draft_saved'
                        and revisions_15.event = 'post.draft_saved'
                        and revisions_16.account_id is not distinct
                        from revisions_15.account_id
                        and revisions_15.created_at - revisions_16.created_at <= interval '30 minutes'
                        and not (exists (
                          select 1
                          from audit_entries as audit_entries_6
                          where audit_entries_6.subject_id = (
                            select translations_21.post_id
                            from translations as translations_21
                            where translations_21.id = revisions_15.translation_id
                            and (translations_21.state in ('LIVE', 'WITHDRAWN') or (exists (
                              select 1
                              from posts as posts_44
                              where posts_44.id = translations_21.post_id
                              and posts_44.mission_id = any ($1::uuid[])
                              and (posts_44.state in ('LIVE', 'WITHDRAWN') or posts_44.mission_id = any ($1::uuid[]))
                            )))
                          )
                          and ((audit_entries_6.details ->> 'locale') = (
                            select translations_21.locale
                            from translations as translations_21
                            where translations_21.id = revisions_15.translation_id
                            and (translations_21.state in ('LIVE', 'WITHDRAWN') or (exists (
                              select 1
                              from posts as posts_45
                              where posts_45.id = translations_21.post_id
                              and posts_45.mission_id = any ($1::uuid[])
                              and (posts_45.state in ('LIVE', 'WITHDRAWN') or posts_45.mission_id = any ($1::uuid[]))
                            )))
                          ) or (audit_entries_6.details['locales'] ? (
                            select translations_21.locale
                            from translations as translations_21
                            where translations_21.id = revisions_15.translation_id
                            and (translations_21.state in ('LIVE', 'WITHDRAWN') or (exists (
                              select 1
                              from posts as posts_46
                              where posts_46.id = translations_21.post_id
                              and posts_46.mission_id = any ($1::uuid[])
                              and (posts_46.state in ('LIVE', 'WITHDRAWN') or posts_46.mission_id = any ($1::uuid[]))
                            )))
                          )))
                          and (audit_entries_6.event not in ('post.draft_saved', 'post.side_draft_kept'))
                          and audit_entries_6.happened_at > revisions_16.created_at
                          and audit_entries_6.happened_at <= revisions_15.created_at
                          and (audit_entries_6.mission_id = any ($1::uuid[]))
                        ))
                        and (exists (
                          select 1
                          from translations as translations_22
                          join posts as posts_47 on posts_47.id = translations_22.post_id
                          where translations_22.id = revisions_16.translation_id
                          and posts_47.mission_id = any ($1::uuid[])
                          and (translations_22.state in ('LIVE', 'WITHDRAWN') or (exists (
                            select 1
                            from posts as posts_48
                            where posts_48.id = translations_22.post_id
                            and posts_48.mission_id = any ($1::uuid[])
                            and (posts_48.state in ('LIVE', 'WITHDRAWN') or posts_48.mission_id = any ($1::uuid[]))
                          )))
                          and (posts_47.state in ('LIVE', 'WITHDRAWN') or posts_47.mission_id = any ($1::uuid[]))
                        ))
                      ))
                      and (exists (
                        select 1
                        from translations as translations_23
                        join posts as posts_49 on posts_49.id = translations_23.post_id
                        where translations_23.id = revisions_15.translation_id
                        and posts_49.mission_id = any ($1::uuid[])
                        and (translations_23.state in ('LIVE', 'WITHDRAWN') or (exists (
                          select 1
                          from posts as posts_50
                          where posts_50.id = translations_23.post_id
                          and posts_50.mission_id = any ($1::uuid[])
                          and (posts_50.state in ('LIVE', 'WITHDRAWN') or posts_50.mission_id = any ($1::uuid[]))
                        )))
                        and (posts_49.state in ('LIVE', 'WITHDRAWN') or posts_49.mission_id = any ($1::uuid[]))
                      ))
                    ), anon_4.number)
                    and (exists (
                      select 1
                      from translations as translations_24
                      join posts as posts_51 on posts_51.id = translations_24.post_id
                      where translations_24.id = revisions_14.translation_id
                      and posts_51.mission_id = any ($1::uuid[])
                      and (translations_24.state in ('LIVE', 'WITHDRAWN') or (exists (
                        select 1
                        from posts as posts_52
                        where posts_52.id = translations_24.post_id
                        and posts_52.mission_id = any ($1::uuid[])
                        and (posts_52.state in ('LIVE', 'WITHDRAWN') or posts_52.mission_id = any ($1::uuid[]))
                      )))
                      and (posts_51.state in ('LIVE', 'WITHDRAWN') or posts_51.mission_id = any ($1::uuid[]))
                    ))
                    order by revisions_14.number desc, revisions_14.id desc
                    limit 101
                  ) as anon_11
                  limit 21
                ) as anon_7
              ) returning json
            ) order by anon_4.place) filter (where anon_4.place <= 20), '[]'::json) returning json
          ) as anon_3
          from (
            select anon_12.id as id, anon_12.translation_id as translation_id, anon_12.number as number, anon_12.base_number as base_number, anon_12.is_side_draft as is_side_draft, anon_12.event as event, anon_12.title as title, anon_12.summary as summary, anon_12.body as body, anon_12.html as html, anon_12.plain_text as plain_text, anon_12.account_id as account_id, anon_12.actor_name as actor_name, anon_12.merged_into_number as merged_into_number, anon_12.blocks as blocks, anon_12.origins as origins, anon_12.created_at as created_at, anon_12.updated_at as updated_at, anon_12.key_0 as key_0, anon_12.key_1 as key_1, row_number() over (order by anon_12.key_0 desc, anon_12.key_1 desc) as place
            from (
              select revisions_1.id as id, revisions_1.translation_id as translation_id, revisions_1.number as number, revisions_1.base_number as base_number, revisions_1.is_side_draft as is_side_draft, revisions_1.event as event, revisions_1.title as title, revisions_1.summary as summary, revisions_1.body as body, revisions_1.html as html, revisions_1.plain_text as plain_text, revisions_1.account_id as account_id, revisions_1.actor_name as actor_name, revisions_1.merged_into_number as merged_into_number, revisions_1.blocks as blocks, revisions_1.origins as origins, revisions_1.created_at as created_at, revisions_1.updated_at as updated_at, revisions_1.number as key_0, revisions_1.id as key_1
              from revisions as revisions_1
              where revisions_1.translation_id = translations_1.id
              and not (exists (
                select 1
                from revisions as revisions_2
                where revisions_2.translation_id = revisions_1.translation_id
                and revisions_2.number = revisions_1.number + 1
                and revisions_1.event = 'post.draft_saved'
                and revisions_2.event = 'post.draft_saved'
                and revisions_1.account_id is not distinct
                from revisions_2.account_id
                and revisions_2.created_at - revisions_1.created_at <= interval '30 minutes'
                and not (exists (
                  select 1
                  from audit_entries as audit_entries_1
                  where audit_entries_1.subject_id = (
                    select translations_2.post_id
                    from translations as translations_2
                    where translations_2.id = revisions_2.translation_id
                    and (translations_2.state in ('LIVE', 'WITHDRAWN') or (exists (
                      select 1
                      from posts as posts_53
                      where posts_53.id = translations_2.post_id
                      and posts_53.mission_id = any ($1::uuid[])
                      and (posts_53.state in ('LIVE', 'WITHDRAWN') or posts_53.mission_id = any ($1::uuid[]))
                    )))
                  )
                  and ((audit_entries_1.details ->> 'locale') = (
                    select translations_2.locale
                    from translations as translations_2
                    where translations_2.id = revisions_2.translation_id
                    and (translations_2.state in ('LIVE', 'WITHDRAWN') or (exists (
                      select 1
                      from posts as posts_54
                      where posts_54.id = translations_2.post_id
                      and posts_54.mission_id = any ($1::uuid[])
                      and (posts_54.state in ('LIVE', 'WITHDRAWN') or posts_54.mission_id = any ($1::uuid[]))
                    )))
                  ) or (audit_entries_1.details['locales'] ? (
                    select translations_2.locale
                    from translations as translations_2
                    where translations_2.id = revisions_2.translation_id
                    and (translations_2.state in ('LIVE', 'WITHDRAWN') or (exists (
                      select 1
                      from posts as posts_55
                      where posts_55.id = translations_2.post_id
                      and posts_55.mission_id = any ($1::uuid[])
                      and (posts_55.state in ('LIVE', 'WITHDRAWN') or posts_55.mission_id = any ($1::uuid[]))
                    )))
                  )))
                  and (audit_entries_1.event not in ('post.draft_saved', 'post.side_draft_kept'))
                  and audit_entries_1.happened_at > revisions_1.created_at
                  and audit_entries_1.happened_at <= revisions_2.created_at
                  and (audit_entries_1.mission_id = any ($1::uuid[]))
                ))
                and (exists (
                  select 1
                  from translations as translations_25
                  join posts as posts_56 on posts_56.id = translations_25.post_id
                  where translations_25.id = revisions_2.translation_id
                  and posts_56.mission_id = any ($1::uuid[])
                  and (translations_25.state in ('LIVE', 'WITHDRAWN') or (exists (
                    select 1
                    from posts as posts_57
                    where posts_57.id = translations_25.post_id
                    and posts_57.mission_id = any ($1::uuid[])
                    and (posts_57.state in ('LIVE', 'WITHDRAWN') or posts_57.mission_id = any ($1::uuid[]))
                  )))
                  and (posts_56.state in ('LIVE', 'WITHDRAWN') or posts_56.mission_id = any ($1::uuid[]))
                ))
              ))
              and (exists (
                select 1
                from translations as translations_26
                join posts as posts_58 on posts_58.id = translations_26.post_id
                where translations_26.id = revisions_1.translation_id
                and posts_58.mission_id = any ($1::uuid[])
                and (translations_26.state in ('LIVE', 'WITHDRAWN') or (exists (
                  select 1
                  from posts as posts_59
                  where posts_59.id = translations_26.post_id
                  and posts_59.mission_id = any ($1::uuid[])
                  and (posts_59.state in ('LIVE', 'WITHDRAWN') or posts_59.mission_id = any ($1::uuid[]))
                )))
                and (posts_58.state in ('LIVE', 'WITHDRAWN') or posts_58.mission_id = any ($1::uuid[]))
              ))
              order by revisions_1.number desc, revisions_1.id desc
              limit 101
            ) as anon_12
            limit 21
          ) as anon_4
        ) returning json
      ) as anon_2
      from translations as translations_1
      where translations_1.post_id = posts_60.id
      and (translations_1.state in ('LIVE', 'WITHDRAWN') or (exists (
        select 1
        from posts as posts_61
        where posts_61.id = translations_1.post_id
        and posts_61.mission_id = any ($1::uuid[])
        and (posts_61.state in ('LIVE', 'WITHDRAWN') or posts_61.mission_id = any ($1::uuid[]))
      )))
      order by translations_1.state = 'WITHDRAWN', coalesce(array_position($2::text[], translations_1.locale), 1000), translations_1.is_authentic desc, translations_1.locale
      limit 1
    ) returning json
  ) as anon_1
  from posts as posts_60
  where posts_60.id = (
    select translations_27.post_id
    from translations as translations_27
    join addresses as addresses_1 on addresses_1.translation_id = translations_27.id
    where addresses_1.path = $3::varchar
    and addresses_1.mission_id = (
      select missions_1.id
      from missions as missions_1
      where missions_1.slug = $4::varchar
      and true
    )
    and (translations_27.state in ('LIVE', 'WITHDRAWN') or (exists (
      select 1
      from posts as posts_62
      where posts_62.id = translations_27.post_id
      and posts_62.mission_id = any ($1::uuid[])
      and (posts_62.state in ('LIVE', 'WITHDRAWN') or posts_62.mission_id = any ($1::uuid[]))
    )))
    and (exists (
      select 1
      from translations as translations_28
      where translations_28.id = addresses_1.translation_id
      and (translations_28.state in ('LIVE', 'WITHDRAWN') or (exists (
        select 1
        from posts as posts_63
        where posts_63.id = translations_28.post_id
        and posts_63.mission_id = any ($1::uuid[])
        and (posts_63.state in ('LIVE', 'WITHDRAWN') or posts_63.mission_id = any ($1::uuid[]))
      )))
    ))
  )
  and (posts_60.state in ('LIVE', 'WITHDRAWN') or posts_60.mission_id = any ($1::uuid[]))
) as r0
