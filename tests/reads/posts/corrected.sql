select (
  select json_object(
    'title' value coalesce(to_json((
      select translations_1.title
      from translations as translations_1
      where translations_1.post_id = posts_1.id
      and translations_1.is_authentic
      and (translations_1.state in ('LIVE', 'WITHDRAWN'))
    )), E'\tnull'::json),
    'updatedAt' value posts_1.updated_at,
    'isFeatured' value exists (
      select 1
      from features as features_1
      where features_1.post_id = posts_1.id
      and ((features_1.until is null or features_1.until > now()) and (exists (
        select 1
        from posts as posts_2
        where posts_2.id = features_1.post_id
        and (posts_2.state in ('LIVE', 'WITHDRAWN'))
      )))
    ),
    'body' value (
      select json_object(
        'text' value translations_2.plain_text returning json
      ) as anon_2
      from translations as translations_2
      where translations_2.post_id = posts_1.id
      and translations_2.is_authentic
      and (translations_2.state in ('LIVE', 'WITHDRAWN'))
    ),
    'notices' value (
      select coalesce(json_agg(json_object(
        'kind' value notices_1.kind,
        'notedAt' value notices_1.noted_at,
        'locale' value notices_1.locale,
        'note' value notices_1.note,
        'revisionBefore' value notices_1.revision_before,
        'revisionAfter' value notices_1.revision_after,
        'translation' value (
          select json_object(
            'locale' value translations_3.locale returning json
          ) as anon_4
          from translations as translations_3
          where notices_1.translation_id = translations_3.id
          and (translations_3.state in ('LIVE', 'WITHDRAWN'))
        ),
        'supersededBy' value (
          select json_object(
            'slug' value coalesce(to_json((
              select translations_4.slug
              from translations as translations_4
              where translations_4.post_id = posts_3.id
              and translations_4.is_authentic
              and (translations_4.state in ('LIVE', 'WITHDRAWN'))
            )), E'\tnull'::json) returning json
          ) as anon_5
          from posts as posts_3
          where notices_1.superseded_by_id = posts_3.id
          and (posts_3.state in ('LIVE', 'WITHDRAWN'))
        ) returning json
      ) order by notices_1.noted_at desc, notices_1.id desc), '[]'::json) as anon_3
      from notices as notices_1
      where notices_1.post_id = posts_1.id
      and (exists (
        select 1
        from posts as posts_4
        where posts_4.id = notices_1.post_id
        and (notices_1.kind in ('WITHDRAWN', 'RETRACTION') and notices_1.ended_at is null or posts_4.state = 'LIVE' and (notices_1.translation_id is null or (exists (
          select 1
          from translations as translations_5
          where translations_5.id = notices_1.translation_id
          and translations_5.state = 'LIVE'
          and (translations_5.state in ('LIVE', 'WITHDRAWN'))
        ))))
        and (posts_4.state in ('LIVE', 'WITHDRAWN'))
      ))
    ),
    'translation' value (
      select json_object(
        'revisionNumber' value translations_6.revision_number,
        'publishedAt' value translations_6.published_at,
        'notices' value (
          select coalesce(json_agg(json_object(
            'kind' value notices_2.kind returning json
          ) order by notices_2.noted_at desc, notices_2.id desc), '[]'::json) as anon_7
          from notices as notices_2
          where notices_2.post_id = translations_6.post_id
          and (notices_2.translation_id = translations_6.id or notices_2.translation_id is null)
          and (exists (
            select 1
            from posts as posts_5
            where posts_5.id = notices_2.post_id
            and (notices_2.kind in ('WITHDRAWN', 'RETRACTION') and notices_2.ended_at is null or posts_5.state = 'LIVE' and (notices_2.translation_id is null or (exists (
              select 1
              from translations as translations_7
              where translations_7.id = notices_2.translation_id
              and translations_7.state = 'LIVE'
              and (translations_7.state in ('LIVE', 'WITHDRAWN'))
            ))))
            and (posts_5.state in ('LIVE', 'WITHDRAWN'))
          ))
        ),
        'withdrawal' value (
          select json_object(
            'kind' value notices_3.kind returning json
          ) as anon_8
          from notices as notices_3
          where notices_3.post_id = translations_6.post_id
          and (notices_3.translation_id = translations_6.id or notices_3.translation_id is null)
          and notices_3.kind in ('WITHDRAWN', 'RETRACTION')
          and notices_3.ended_at is null
          and translations_6.state = 'WITHDRAWN'
          and (exists (
            select 1
            from posts as posts_6
            where posts_6.id = notices_3.post_id
            and (notices_3.kind in ('WITHDRAWN', 'RETRACTION') and notices_3.ended_at is null or posts_6.state = 'LIVE' and (notices_3.translation_id is null or (exists (
              select 1
              from translations as translations_8
              where translations_8.id = notices_3.translation_id
              and translations_8.state = 'LIVE'
              and (translations_8.state in ('LIVE', 'WITHDRAWN'))
            ))))
            and (posts_6.state in ('LIVE', 'WITHDRAWN'))
          ))
          order by notices_3.translation_id nulls last
          limit 1
        ) returning json
      ) as anon_6
      from translations as translations_6
      where translations_6.post_id = posts_1.id
      and (translations_6.state in ('LIVE', 'WITHDRAWN'))
      order by translations_6.state = 'WITHDRAWN', coalesce(array_position($1::text[], translations_6.locale), 1000), translations_6.is_authentic desc, translations_6.locale
      limit 1
    ),
    'withdrawal' value (
      select json_object(
        'kind' value notices_4.kind returning json
      ) as anon_9
      from notices as notices_4
      where notices_4.post_id = posts_1.id
      and notices_4.translation_id is null
      and notices_4.kind in ('WITHDRAWN', 'RETRACTION')
      and notices_4.ended_at is null
      and posts_1.state = 'WITHDRAWN'
      and (exists (
        select 1
        from posts as posts_7
        where posts_7.id = notices_4.post_id
        and (notices_4.kind in ('WITHDRAWN', 'RETRACTION') and notices_4.ended_at is null or posts_7.state = 'LIVE' and (notices_4.translation_id is null or (exists (
          select 1
          from translations as translations_9
          where translations_9.id = notices_4.translation_id
          and translations_9.state = 'LIVE'
          and (translations_9.state in ('LIVE', 'WITHDRAWN'))
        ))))
        and (posts_7.state in ('LIVE', 'WITHDRAWN'))
      ))
    ) returning json
  ) as anon_1
  from posts as posts_1
  where posts_1.id = (
    select translations_10.post_id
    from translations as translations_10
    join addresses as addresses_1 on addresses_1.translation_id = translations_10.id
    where addresses_1.path = $2::varchar
    and addresses_1.mission_id = (
      select missions_1.id
      from missions as missions_1
      where missions_1.slug = $3::varchar
      and true
    )
    and (translations_10.state in ('LIVE', 'WITHDRAWN'))
    and (exists (
      select 1
      from translations as translations_11
      where translations_11.id = addresses_1.translation_id
      and (translations_11.state in ('LIVE', 'WITHDRAWN'))
    ))
  )
  and (posts_1.state in ('LIVE', 'WITHDRAWN'))
) as r0, (
  select json_object(
    'title' value coalesce(to_json((
      select translations_12.title
      from translations as translations_12
      where translations_12.post_id = posts_8.id
      and translations_12.is_authentic
      and (translations_12.state in ('LIVE', 'WITHDRAWN'))
    )), E'\tnull'::json),
    'body' value (
      select json_object(
        'text' value translations_13.plain_text returning json
      ) as anon_11
      from translations as translations_13
      where translations_13.post_id = posts_8.id
      and translations_13.is_authentic
      and (translations_13.state in ('LIVE', 'WITHDRAWN'))
    ),
    'notices' value (
      select coalesce(json_agg(json_object(
        'kind' value notices_5.kind,
        'note' value notices_5.note,
        'arabic' value coalesce(to_json(coalesce((
          select notices_5.notes ->> anon_14.locale as anon_13
          from unnest($4::text[]) with ordinality as anon_14(locale, position)
          where notices_5.notes ? anon_14.locale
          order by anon_14.position
          limit 1
        ), notices_5.note)), E'\tnull'::json),
        'translation' value (
          select json_object(
            'id' value concat('Translation:', translations_14.id) returning json
          ) as anon_15
          from translations as translations_14
          where notices_5.translation_id = translations_14.id
          and (translations_14.state in ('LIVE', 'WITHDRAWN'))
        ),
        'supersededBy' value (
          select json_object(
            'slug' value coalesce(to_json((
              select translations_15.slug
              from translations as translations_15
              where translations_15.post_id = posts_9.id
              and translations_15.is_authentic
              and (translations_15.state in ('LIVE', 'WITHDRAWN'))
            )), E'\tnull'::json),
            'title' value coalesce(to_json((
              select translations_16.title
              from translations as translations_16
              where translations_16.post_id = posts_9.id
              and translations_16.is_authentic
              and (translations_16.state in ('LIVE', 'WITHDRAWN'))
            )), E'\tnull'::json),
            'mission' value (
              select json_object(
                'slug' value missions_2.slug returning json
              ) as anon_17
              from missions as missions_2
              where posts_9.mission_id = missions_2.id
              and true
            ) returning json
          ) as anon_16
          from posts as posts_9
          where notices_5.superseded_by_id = posts_9.id
          and (posts_9.state in ('LIVE', 'WITHDRAWN'))
        ) returning json
      ) order by notices_5.noted_at desc, notices_5.id desc), '[]'::json) as anon_12
      from notices as notices_5
      where notices_5.post_id = posts_8.id
      and (exists (
        select 1
        from posts as posts_10
        where posts_10.id = notices_5.post_id
        and (notices_5.kind in ('WITHDRAWN', 'RETRACTION') and notices_5.ended_at is null or posts_10.state = 'LIVE' and (notices_5.translation_id is null or (exists (
          select 1
          from translations as translations_17
          where translations_17.id = notices_5.translation_id
          and translations_17.state = 'LIVE'
          and (translations_17.state in ('LIVE', 'WITHDRAWN'))
        ))))
        and (posts_10.state in ('LIVE', 'WITHDRAWN'))
      ))
    ),
    'translations' value (
      select coalesce(json_agg(json_object(
        'notices' value (
          select coalesce(json_agg(json_object(
            'kind' value notices_6.kind,
            'note' value notices_6.note,
            'arabic' value coalesce(to_json(coalesce((
              select notices_6.notes ->> anon_21.locale as anon_20
              from unnest($5::text[]) with ordinality as anon_21(locale, position)
              where notices_6.notes ? anon_21.locale
              order by anon_21.position
              limit 1
            ), notices_6.note)), E'\tnull'::json),
            'translation' value (
              select json_object(
                'id' value concat('Translation:', translations_19.id) returning json
              ) as anon_22
              from translations as translations_19
              where notices_6.translation_id = translations_19.id
              and (translations_19.state in ('LIVE', 'WITHDRAWN'))
            ),
            'supersededBy' value (
              select json_object(
                'slug' value coalesce(to_json((
                  select translations_20.slug
                  from translations as translations_20
                  where translations_20.post_id = posts_11.id
                  and translations_20.is_authentic
                  and (translations_20.state in ('LIVE', 'WITHDRAWN'))
                )), E'\tnull'::json),
                'title' value coalesce(to_json((
                  select translations_21.title
                  from translations as translations_21
                  where translations_21.post_id = posts_11.id
                  and translations_21.is_authentic
                  and (translations_21.state in ('LIVE', 'WITHDRAWN'))
                )), E'\tnull'::json),
                'mission' value (
                  select json_object(
                    'slug' value missions_3.slug returning json
                  ) as anon_24
                  from missions as missions_3
                  where posts_11.mission_id = missions_3.id
                  and true
                ) returning json
              ) as anon_23
              from posts as posts_11
              where notices_6.superseded_by_id = posts_11.id
              and (posts_11.state in ('LIVE', 'WITHDRAWN'))
            ) returning json
          ) order by notices_6.noted_at desc, notices_6.id desc), '[]'::json) as anon_19
          from notices as notices_6
          where notices_6.post_id = translations_18.post_id
          and (notices_6.translation_id = translations_18.id or notices_6.translation_id is null)
          and (exists (
            select 1
            from posts as posts_12
            where posts_12.id = notices_6.post_id
            and (notices_6.kind in ('WITHDRAWN', 'RETRACTION') and notices_6.ended_at is null or posts_12.state = 'LIVE' and (notices_6.translation_id is null or (exists (
              select 1
              from translations as translations_22
              where translations_22.id = notices_6.translation_id
              and translations_22.state = 'LIVE'
              and (translations_22.state in ('LIVE', 'WITHDRAWN'))
            ))))
            and (posts_12.state in ('LIVE', 'WITHDRAWN'))
          ))
        ) returning json
      ) order by translations_18.is_authentic desc, translations_18.locale), '[]'::json) as anon_18
      from translations as translations_18
      where translations_18.post_id = posts_8.id
      and (translations_18.state in ('LIVE', 'WITHDRAWN'))
    ) returning json
  ) as anon_10
  from posts as posts_8
  where posts_8.id = (
    select translations_23.post_id
    from translations as translations_23
    join addresses as addresses_2 on addresses_2.translation_id = translations_23.id
    where addresses_2.path = $6::varchar
    and addresses_2.mission_id = (
      select missions_4.id
      from missions as missions_4
      where missions_4.slug = $7::varchar
      and true
    )
    and (translations_23.state in ('LIVE', 'WITHDRAWN'))
    and (exists (
      select 1
      from translations as translations_24
      where translations_24.id = addresses_2.translation_id
      and (translations_24.state in ('LIVE', 'WITHDRAWN'))
    ))
  )
  and (posts_8.state in ('LIVE', 'WITHDRAWN'))
) as r1, (
  select json_object(
    'state' value posts_13.state,
    'title' value coalesce(to_json((
      select translations_25.title
      from translations as translations_25
      where translations_25.post_id = posts_13.id
      and translations_25.is_authentic
      and (translations_25.state in ('LIVE', 'WITHDRAWN'))
    )), E'\tnull'::json),
    'withdrawal' value (
      select json_object(
        'kind' value notices_7.kind returning json
      ) as anon_26
      from notices as notices_7
      where notices_7.post_id = posts_13.id
      and notices_7.translation_id is null
      and notices_7.kind in ('WITHDRAWN', 'RETRACTION')
      and notices_7.ended_at is null
      and posts_13.state = 'WITHDRAWN'
      and (exists (
        select 1
        from posts as posts_14
        where posts_14.id = notices_7.post_id
        and (notices_7.kind in ('WITHDRAWN', 'RETRACTION') and notices_7.ended_at is null or posts_14.state = 'LIVE' and (notices_7.translation_id is null or (exists (
          select 1
          from translations as translations_26
          where translations_26.id = notices_7.translation_id
          and translations_26.state = 'LIVE'
          and (translations_26.state in ('LIVE', 'WITHDRAWN'))
        ))))
        and (posts_14.state in ('LIVE', 'WITHDRAWN'))
      ))
    ),
    'notices' value (
      select coalesce(json_agg(json_object(
        'kind' value notices_8.kind,
        'note' value notices_8.note,
        'notedAt' value notices_8.noted_at returning json
      ) order by notices_8.noted_at desc, notices_8.id desc), '[]'::json) as anon_27
      from notices as notices_8
      where notices_8.post_id = posts_13.id
      and (exists (
        select 1
        from posts as posts_15
        where posts_15.id = notices_8.post_id
        and (notices_8.kind in ('WITHDRAWN', 'RETRACTION') and notices_8.ended_at is null or posts_15.state = 'LIVE' and (notices_8.translation_id is null or (exists (
          select 1
          from translations as translations_27
          where translations_27.id = notices_8.translation_id
          and translations_27.state = 'LIVE'
          and (translations_27.state in ('LIVE', 'WITHDRAWN'))
        ))))
        and (posts_15.state in ('LIVE', 'WITHDRAWN'))
      ))
    ) returning json
  ) as anon_25
  from posts as posts_13
  where posts_13.id = (
    select translations_28.post_id
    from translations as translations_28
    join addresses as addresses_3 on addresses_3.translation_id = translations_28.id
    where addresses_3.path = $8::varchar
    and addresses_3.mission_id = (
      select missions_5.id
      from missions as missions_5
      where missions_5.slug = $9::varchar
      and true
    )
    and (translations_28.state in ('LIVE', 'WITHDRAWN'))
    and (exists (
      select 1
      from translations as translations_29
      where translations_29.id = addresses_3.translation_id
      and (translations_29.state in ('LIVE', 'WITHDRAWN'))
    ))
  )
  and (posts_13.state in ('LIVE', 'WITHDRAWN'))
) as r2
