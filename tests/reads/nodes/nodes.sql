select coalesce((
  select json_object(
    '__typename' value 'Account',
    'id' value concat('Account:', accounts_1.id) returning json
  ) as anon_1
  from accounts as accounts_1
  where accounts_1.id = case when starts_with($1::varchar, 'Account:') then cast(substr($1::varchar, 9) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    '__typename' value 'AccountSession',
    'id' value concat('AccountSession:', account_sessions_1.id) returning json
  ) as anon_2
  from account_sessions as account_sessions_1
  where account_sessions_1.id = case when starts_with($1::varchar, 'AccountSession:') then cast(substr($1::varchar, 16) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    '__typename' value 'ApiToken',
    'id' value concat('ApiToken:', api_tokens_1.id) returning json
  ) as anon_3
  from api_tokens as api_tokens_1
  where api_tokens_1.id = case when starts_with($1::varchar, 'ApiToken:') then cast(substr($1::varchar, 10) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    '__typename' value 'Appointment',
    'id' value concat('Appointment:', appointments_1.id) returning json
  ) as anon_4
  from appointments as appointments_1
  where appointments_1.id = case when starts_with($1::varchar, 'Appointment:') then cast(substr($1::varchar, 13) as uuid) end
  and true
  limit 1
), (
  select json_object(
    '__typename' value 'AuditEntry',
    'id' value concat('AuditEntry:', audit_entries_1.id) returning json
  ) as anon_5
  from audit_entries as audit_entries_1
  where audit_entries_1.id = case when starts_with($1::varchar, 'AuditEntry:') then cast(substr($1::varchar, 12) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    '__typename' value 'Byline',
    'id' value concat('Byline:', bylines_1.id) returning json
  ) as anon_6
  from bylines as bylines_1
  where bylines_1.id = case when starts_with($1::varchar, 'Byline:') then cast(substr($1::varchar, 8) as uuid) end
  and (exists (
    select 1
    from posts as posts_1
    where posts_1.id = bylines_1.post_id
    and posts_1.state != 'WITHDRAWN'
    and (posts_1.state in ('LIVE', 'WITHDRAWN'))
  ))
  limit 1
), (
  select json_object(
    '__typename' value 'Comment',
    'id' value concat('Comment:', comments_1.id) returning json
  ) as anon_7
  from comments as comments_1
  where comments_1.id = case when starts_with($1::varchar, 'Comment:') then cast(substr($1::varchar, 9) as uuid) end
  and (comments_1.state = 'VISIBLE' and (exists (
    select 1
    from posts as posts_2
    where posts_2.id = comments_1.post_id
    and posts_2.state = 'LIVE'
    and (posts_2.state in ('LIVE', 'WITHDRAWN'))
  )))
  limit 1
), (
  select json_object(
    '__typename' value 'Delivery',
    'id' value concat('Delivery:', deliveries_1.id) returning json
  ) as anon_8
  from deliveries as deliveries_1
  where deliveries_1.id = case when starts_with($1::varchar, 'Delivery:') then cast(substr($1::varchar, 10) as uuid) end
  and (exists (
    select 1
    from webhooks as webhooks_1
    where webhooks_1.id = deliveries_1.webhook_id
    and (false)
  ))
  limit 1
), (
  select json_object(
    '__typename' value 'Event',
    'id' value concat('Event:', outbox_events_1.id) returning json
  ) as anon_9
  from outbox_events as outbox_events_1
  where outbox_events_1.id = case when starts_with($1::varchar, 'Event:') then cast(substr($1::varchar, 7) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    '__typename' value 'Factor',
    'id' value concat('Factor:', factors_1.id) returning json
  ) as anon_10
  from factors as factors_1
  where factors_1.id = case when starts_with($1::varchar, 'Factor:') then cast(substr($1::varchar, 8) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    '__typename' value 'Hold',
    'id' value concat('Hold:', holds_1.id) returning json
  ) as anon_11
  from holds as holds_1
  where holds_1.id = case when starts_with($1::varchar, 'Hold:') then cast(substr($1::varchar, 6) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    '__typename' value 'Membership',
    'id' value concat('Membership:', memberships_1.id) returning json
  ) as anon_12
  from memberships as memberships_1
  where memberships_1.id = case when starts_with($1::varchar, 'Membership:') then cast(substr($1::varchar, 12) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    '__typename' value 'Mission',
    'id' value concat('Mission:', missions_1.id) returning json
  ) as anon_13
  from missions as missions_1
  where missions_1.id = case when starts_with($1::varchar, 'Mission:') then cast(substr($1::varchar, 9) as uuid) end
  and true
  limit 1
), (
  select json_object(
    '__typename' value 'Notice',
    'id' value concat('Notice:', notices_1.id) returning json
  ) as anon_14
  from notices as notices_1
  where notices_1.id = case when starts_with($1::varchar, 'Notice:') then cast(substr($1::varchar, 8) as uuid) end
  and (exists (
    select 1
    from posts as posts_3
    where posts_3.id = notices_1.post_id
    and (notices_1.kind in ('WITHDRAWN', 'RETRACTION') and notices_1.ended_at is null or posts_3.state = 'LIVE' and (notices_1.translation_id is null or (exists (
      select 1
      from translations as translations_1
      where translations_1.id = notices_1.translation_id
      and translations_1.state = 'LIVE'
      and (translations_1.state in ('LIVE', 'WITHDRAWN'))
    ))))
    and (posts_3.state in ('LIVE', 'WITHDRAWN'))
  ))
  limit 1
), (
  select json_object(
    '__typename' value 'Person',
    'id' value concat('Person:', people_1.id) returning json
  ) as anon_15
  from people as people_1
  where people_1.id = case when starts_with($1::varchar, 'Person:') then cast(substr($1::varchar, 8) as uuid) end
  and ((exists (
    select 1
    from appointments as appointments_2
    where appointments_2.person_id = people_1.id
    and true
  )) or (exists (
    select 1
    from bylines as bylines_2
    where bylines_2.person_id = people_1.id
    and (exists (
      select 1
      from posts as posts_4
      where posts_4.id = bylines_2.post_id
      and posts_4.state != 'WITHDRAWN'
      and (posts_4.state in ('LIVE', 'WITHDRAWN'))
    ))
  )))
  limit 1
), (
  select json_object(
    '__typename' value 'Photo',
    'id' value concat('Photo:', photos_1.id),
    'credit' value photos_1.credit returning json
  ) as anon_16
  from photos as photos_1
  where photos_1.id = case when starts_with($1::varchar, 'Photo:') then cast(substr($1::varchar, 7) as uuid) end
  and (exists (
    select 1
    from placements as placements_1
    where placements_1.photo_id = photos_1.id
    and (exists (
      select 1
      from translations as translations_2
      where translations_2.id = placements_1.translation_id
      and (translations_2.state in ('LIVE', 'WITHDRAWN'))
    ))
  ))
  limit 1
), (
  select json_object(
    '__typename' value 'Placement',
    'id' value concat('Placement:', placements_2.id) returning json
  ) as anon_17
  from placements as placements_2
  where placements_2.id = case when starts_with($1::varchar, 'Placement:') then cast(substr($1::varchar, 11) as uuid) end
  and (exists (
    select 1
    from translations as translations_3
    where translations_3.id = placements_2.translation_id
    and (translations_3.state in ('LIVE', 'WITHDRAWN'))
  ))
  limit 1
), (
  select json_object(
    '__typename' value 'Post',
    'id' value concat('Post:', posts_5.id) returning json
  ) as anon_18
  from posts as posts_5
  where posts_5.id = case when starts_with($1::varchar, 'Post:') then cast(substr($1::varchar, 6) as uuid) end
  and (posts_5.state in ('LIVE', 'WITHDRAWN'))
  limit 1
), (
  select json_object(
    '__typename' value 'PreviewLink',
    'id' value concat('PreviewLink:', preview_links_1.id) returning json
  ) as anon_19
  from preview_links as preview_links_1
  where preview_links_1.id = case when starts_with($1::varchar, 'PreviewLink:') then cast(substr($1::varchar, 13) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    '__typename' value 'Review',
    'id' value concat('Review:', reviews_1.id) returning json
  ) as anon_20
  from reviews as reviews_1
  where reviews_1.id = case when starts_with($1::varchar, 'Review:') then cast(substr($1::varchar, 8) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    '__typename' value 'Revision',
    'id' value concat('Revision:', revisions_1.id) returning json
  ) as anon_21
  from revisions as revisions_1
  where revisions_1.id = case when starts_with($1::varchar, 'Revision:') then cast(substr($1::varchar, 10) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    '__typename' value 'Schedule',
    'id' value concat('Schedule:', schedules_1.id) returning json
  ) as anon_22
  from schedules as schedules_1
  where schedules_1.id = case when starts_with($1::varchar, 'Schedule:') then cast(substr($1::varchar, 10) as uuid) end
  and (false)
  limit 1
), (
  select json_object(
    '__typename' value 'Tag',
    'id' value concat('Tag:', tags_1.id) returning json
  ) as anon_23
  from tags as tags_1
  where tags_1.id = case when starts_with($1::varchar, 'Tag:') then cast(substr($1::varchar, 5) as uuid) end
  and (exists (
    select 1
    from post_tags as post_tags_1
    where post_tags_1.tag_id = tags_1.id
    and (exists (
      select 1
      from posts as posts_6
      where posts_6.id = post_tags_1.post_id
      and posts_6.state != 'WITHDRAWN'
      and (posts_6.state in ('LIVE', 'WITHDRAWN'))
    ))
  ))
  limit 1
), (
  select json_object(
    '__typename' value 'Topic',
    'id' value concat('Topic:', topics_1.id) returning json
  ) as anon_24
  from topics as topics_1
  where topics_1.id = case when starts_with($1::varchar, 'Topic:') then cast(substr($1::varchar, 7) as uuid) end
  and true
  limit 1
), (
  select json_object(
    '__typename' value 'Translation',
    'id' value concat('Translation:', translations_4.id) returning json
  ) as anon_25
  from translations as translations_4
  where translations_4.id = case when starts_with($1::varchar, 'Translation:') then cast(substr($1::varchar, 13) as uuid) end
  and (translations_4.state in ('LIVE', 'WITHDRAWN'))
  limit 1
), (
  select json_object(
    '__typename' value 'Webhook',
    'id' value concat('Webhook:', webhooks_2.id) returning json
  ) as anon_26
  from webhooks as webhooks_2
  where webhooks_2.id = case when starts_with($1::varchar, 'Webhook:') then cast(substr($1::varchar, 9) as uuid) end
  and (false)
  limit 1
)) as r0, (
  select coalesce(json_agg(coalesce((
    select json_object(
      '__typename' value 'Account',
      'id' value concat('Account:', accounts_2.id) returning json
    ) as anon_29
    from accounts as accounts_2
    where accounts_2.id = case when starts_with(anon_28.id, 'Account:') then cast(substr(anon_28.id, 9) as uuid) end
    and (false)
    limit 1
  ), (
    select json_object(
      '__typename' value 'AccountSession',
      'id' value concat('AccountSession:', account_sessions_2.id) returning json
    ) as anon_30
    from account_sessions as account_sessions_2
    where account_sessions_2.id = case when starts_with(anon_28.id, 'AccountSession:') then cast(substr(anon_28.id, 16) as uuid) end
    and (false)
    limit 1
  ), (
    select json_object(
      '__typename' value 'ApiToken',
      'id' value concat('ApiToken:', api_tokens_2.id) returning json
    ) as anon_31
    from api_tokens as api_tokens_2
    where api_tokens_2.id = case when starts_with(anon_28.id, 'ApiToken:') then cast(substr(anon_28.id, 10) as uuid) end
    and (false)
    limit 1
  ), (
    select json_object(
      '__typename' value 'Appointment',
      'id' value concat('Appointment:', appointments_3.id),
      'office' value appointments_3.office returning json
    ) as anon_32
    from appointments as appointments_3
    where appointments_3.id = case when starts_with(anon_28.id, 'Appointment:') then cast(substr(anon_28.id, 13) as uuid) end
    and true
    limit 1
  ), (
    select json_object(
      '__typename' value 'AuditEntry',
      'id' value concat('AuditEntry:', audit_entries_2.id),
      'event' value audit_entries_2.event returning json
    ) as anon_33
    from audit_entries as audit_entries_2
    where audit_entries_2.id = case when starts_with(anon_28.id, 'AuditEntry:') then cast(substr(anon_28.id, 12) as uuid) end
    and (false)
    limit 1
  ), (
    select json_object(
      '__typename' value 'Byline',
      'id' value concat('Byline:', bylines_3.id),
      'role' value bylines_3.role returning json
    ) as anon_34
    from bylines as bylines_3
    where bylines_3.id = case when starts_with(anon_28.id, 'Byline:') then cast(substr(anon_28.id, 8) as uuid) end
    and (exists (
      select 1
      from posts as posts_7
      where posts_7.id = bylines_3.post_id
      and posts_7.state != 'WITHDRAWN'
      and (posts_7.state in ('LIVE', 'WITHDRAWN'))
    ))
    limit 1
  ), (
    select json_object(
      '__typename' value 'Comment',
      'id' value concat('Comment:', comments_2.id),
      'text' value comments_2.plain_text returning json
    ) as anon_35
    from comments as comments_2
    where comments_2.id = case when starts_with(anon_28.id, 'Comment:') then cast(substr(anon_28.id, 9) as uuid) end
    and (comments_2.state = 'VISIBLE' and (exists (
      select 1
      from posts as posts_8
      where posts_8.id = comments_2.post_id
      and posts_8.state = 'LIVE'
      and (posts_8.state in ('LIVE', 'WITHDRAWN'))
    )))
    limit 1
  ), (
    select json_object(
      '__typename' value 'Delivery',
      'id' value concat('Delivery:', deliveries_2.id) returning json
    ) as anon_36
    from deliveries as deliveries_2
    where deliveries_2.id = case when starts_with(anon_28.id, 'Delivery:') then cast(substr(anon_28.id, 10) as uuid) end
    and (exists (
      select 1
      from webhooks as webhooks_3
      where webhooks_3.id = deliveries_2.webhook_id
      and (false)
    ))
    limit 1
  ), (
    select json_object(
      '__typename' value 'Event',
      'id' value concat('Event:', outbox_events_2.id) returning json
    ) as anon_37
    from outbox_events as outbox_events_2
    where outbox_events_2.id = case when starts_with(anon_28.id, 'Event:') then cast(substr(anon_28.id, 7) as uuid) end
    and (false)
    limit 1
  ), (
    select json_object(
      '__typename' value 'Factor',
      'id' value concat('Factor:', factors_2.id) returning json
    ) as anon_38
    from factors as factors_2
    where factors_2.id = case when starts_with(anon_28.id, 'Factor:') then cast(substr(anon_28.id, 8) as uuid) end
    and (false)
    limit 1
  ), (
    select json_object(
      '__typename' value 'Hold',
      'id' value concat('Hold:', holds_2.id) returning json
    ) as anon_39
    from holds as holds_2
    where holds_2.id = case when starts_with(anon_28.id, 'Hold:') then cast(substr(anon_28.id, 6) as uuid) end
    and (false)
    limit 1
  ), (
    select json_object(
      '__typename' value 'Membership',
      'id' value concat('Membership:', memberships_2.id) returning json
    ) as anon_40
    from memberships as memberships_2
    where memberships_2.id = case when starts_with(anon_28.id, 'Membership:') then cast(substr(anon_28.id, 12) as uuid) end
    and (false)
    limit 1
  ), (
    select json_object(
      '__typename' value 'Mission',
      'id' value concat('Mission:', missions_2.id),
      'name' value missions_2.name returning json
    ) as anon_41
    from missions as missions_2
    where missions_2.id = case when starts_with(anon_28.id, 'Mission:') then cast(substr(anon_28.id, 9) as uuid) end
    and true
    limit 1
  ), (
    select json_object(
      '__typename' value 'Notice',
      'id' value concat('Notice:', notices_2.id) returning json
    ) as anon_42
    from notices as notices_2
    where notices_2.id = case when starts_with(anon_28.id, 'Notice:') then cast(substr(anon_28.id, 8) as uuid) end
    and (exists (
      select 1
      from posts as posts_9
      where posts_9.id = notices_2.post_id
      and (notices_2.kind in ('WITHDRAWN', 'RETRACTION') and notices_2.ended_at is null or posts_9.state = 'LIVE' and (notices_2.translation_id is null or (exists (
        select 1
        from translations as translations_5
        where translations_5.id = notices_2.translation_id
        and translations_5.state = 'LIVE'
        and (translations_5.state in ('LIVE', 'WITHDRAWN'))
      ))))
      and (posts_9.state in ('LIVE', 'WITHDRAWN'))
    ))
    limit 1
  ), (
    select json_object(
      '__typename' value 'Person',
      'id' value concat('Person:', people_2.id),
      'name' value people_2.name returning json
    ) as anon_43
    from people as people_2
    where people_2.id = case when starts_with(anon_28.id, 'Person:') then cast(substr(anon_28.id, 8) as uuid) end
    and ((exists (
      select 1
      from appointments as appointments_4
      where appointments_4.person_id = people_2.id
      and true
    )) or (exists (
      select 1
      from bylines as bylines_4
      where bylines_4.person_id = people_2.id
      and (exists (
        select 1
        from posts as posts_10
        where posts_10.id = bylines_4.post_id
        and posts_10.state != 'WITHDRAWN'
        and (posts_10.state in ('LIVE', 'WITHDRAWN'))
      ))
    )))
    limit 1
  ), (
    select json_object(
      '__typename' value 'Photo',
      'id' value concat('Photo:', photos_2.id) returning json
    ) as anon_44
    from photos as photos_2
    where photos_2.id = case when starts_with(anon_28.id, 'Photo:') then cast(substr(anon_28.id, 7) as uuid) end
    and (exists (
      select 1
      from placements as placements_3
      where placements_3.photo_id = photos_2.id
      and (exists (
        select 1
        from translations as translations_6
        where translations_6.id = placements_3.translation_id
        and (translations_6.state in ('LIVE', 'WITHDRAWN'))
      ))
    ))
    limit 1
  ), (
    select json_object(
      '__typename' value 'Placement',
      'id' value concat('Placement:', placements_4.id),
      'caption' value placements_4.caption_text returning json
    ) as anon_45
    from placements as placements_4
    where placements_4.id = case when starts_with(anon_28.id, 'Placement:') then cast(substr(anon_28.id, 11) as uuid) end
    and (exists (
      select 1
      from translations as translations_7
      where translations_7.id = placements_4.translation_id
      and (translations_7.state in ('LIVE', 'WITHDRAWN'))
    ))
    limit 1
  ), (
    select json_object(
      '__typename' value 'Post',
      'id' value concat('Post:', posts_11.id),
      'title' value coalesce(to_json((
        select translations_8.title
        from translations as translations_8
        where translations_8.post_id = posts_11.id
        and translations_8.is_authentic
        and (translations_8.state in ('LIVE', 'WITHDRAWN'))
      )), E'\tnull'::json) returning json
    ) as anon_46
    from posts as posts_11
    where posts_11.id = case when starts_with(anon_28.id, 'Post:') then cast(substr(anon_28.id, 6) as uuid) end
    and (posts_11.state in ('LIVE', 'WITHDRAWN'))
    limit 1
  ), (
    select json_object(
      '__typename' value 'PreviewLink',
      'id' value concat('PreviewLink:', preview_links_2.id) returning json
    ) as anon_47
    from preview_links as preview_links_2
    where preview_links_2.id = case when starts_with(anon_28.id, 'PreviewLink:') then cast(substr(anon_28.id, 13) as uuid) end
    and (false)
    limit 1
  ), (
    select json_object(
      '__typename' value 'Review',
      'id' value concat('Review:', reviews_2.id) returning json
    ) as anon_48
    from reviews as reviews_2
    where reviews_2.id = case when starts_with(anon_28.id, 'Review:') then cast(substr(anon_28.id, 8) as uuid) end
    and (false)
    limit 1
  ), (
    select json_object(
      '__typename' value 'Revision',
      'id' value concat('Revision:', revisions_2.id),
      'number' value revisions_2.number returning json
    ) as anon_49
    from revisions as revisions_2
    where revisions_2.id = case when starts_with(anon_28.id, 'Revision:') then cast(substr(anon_28.id, 10) as uuid) end
    and (false)
    limit 1
  ), (
    select json_object(
      '__typename' value 'Schedule',
      'id' value concat('Schedule:', schedules_2.id) returning json
    ) as anon_50
    from schedules as schedules_2
    where schedules_2.id = case when starts_with(anon_28.id, 'Schedule:') then cast(substr(anon_28.id, 10) as uuid) end
    and (false)
    limit 1
  ), (
    select json_object(
      '__typename' value 'Tag',
      'id' value concat('Tag:', tags_2.id),
      'name' value tags_2.name returning json
    ) as anon_51
    from tags as tags_2
    where tags_2.id = case when starts_with(anon_28.id, 'Tag:') then cast(substr(anon_28.id, 5) as uuid) end
    and (exists (
      select 1
      from post_tags as post_tags_2
      where post_tags_2.tag_id = tags_2.id
      and (exists (
        select 1
        from posts as posts_12
        where posts_12.id = post_tags_2.post_id
        and posts_12.state != 'WITHDRAWN'
        and (posts_12.state in ('LIVE', 'WITHDRAWN'))
      ))
    ))
    limit 1
  ), (
    select json_object(
      '__typename' value 'Topic',
      'id' value concat('Topic:', topics_2.id),
      'name' value topics_2.name returning json
    ) as anon_52
    from topics as topics_2
    where topics_2.id = case when starts_with(anon_28.id, 'Topic:') then cast(substr(anon_28.id, 7) as uuid) end
    and true
    limit 1
  ), (
    select json_object(
      '__typename' value 'Translation',
      'id' value concat('Translation:', translations_9.id),
      'title' value translations_9.title returning json
    ) as anon_53
    from translations as translations_9
    where translations_9.id = case when starts_with(anon_28.id, 'Translation:') then cast(substr(anon_28.id, 13) as uuid) end
    and (translations_9.state in ('LIVE', 'WITHDRAWN'))
    limit 1
  ), (
    select json_object(
      '__typename' value 'Webhook',
      'id' value concat('Webhook:', webhooks_4.id) returning json
    ) as anon_54
    from webhooks as webhooks_4
    where webhooks_4.id = case when starts_with(anon_28.id, 'Webhook:') then cast(substr(anon_28.id, 9) as uuid) end
    and (false)
    limit 1
  )) order by anon_28.position), '[]'::json) as anon_27
  from unnest($2::text[]) with ordinality as anon_28(id, position)
) as r1
