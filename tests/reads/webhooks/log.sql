select (
  select json_object(
    'nodes' value coalesce(json_agg(json_object(
      'url' value anon_2.url,
      'events' value anon_2.events,
      'state' value anon_2.state,
      'offReason' value anon_2.off_reason,
      'previousSecretUntil' value anon_2.previous_secret_until,
      'mission' value (
        select json_object(
          'slug' value missions_1.slug returning json
        ) as anon_3
        from missions as missions_1
        where anon_2.mission_id = missions_1.id
        and true
      ),
      'deliveries' value (
        select json_object(
          'nodes' value coalesce(json_agg(json_object(
            'id' value concat('Delivery:', anon_5.id),
            'event' value (
              select json_object(
                'name' value outbox_events_1.event returning json
              ) as anon_6
              from outbox_events as outbox_events_1
              where anon_5.event_id = outbox_events_1.id
              and (outbox_events_1.mission_id = any ($1::uuid[]))
            ),
            'state' value anon_5.state,
            'dueAt' value anon_5.due_at,
            'deliveredAt' value anon_5.delivered_at,
            'attempts' value (
              select coalesce(json_agg(json_object(
                'at' value anon_8.element['at'],
                'status' value anon_8.element['status'],
                'durationMs' value anon_8.element['duration_ms'],
                'error' value anon_8.element['error'] returning json
              ) order by anon_8.position), '[]'::json) as anon_7
              from jsonb_array_elements(anon_5.attempts) with ordinality as anon_8(element, position)
            ) returning json
          ) order by anon_5.place) filter (where anon_5.place <= 20), '[]'::json) returning json
        ) as anon_4
        from (
          select anon_9.id as id, anon_9.webhook_id as webhook_id, anon_9.event_id as event_id, anon_9.subject_id as subject_id, anon_9.sequence as sequence, anon_9.state as state, anon_9.tries as tries, anon_9.due_at as due_at, anon_9.leased_until as leased_until, anon_9.delivered_at as delivered_at, anon_9.attempts as attempts, anon_9.created_at as created_at, anon_9.updated_at as updated_at, anon_9.key_0 as key_0, anon_9.key_1 as key_1, row_number() over (order by anon_9.key_0 desc, anon_9.key_1 desc) as place
          from (
            select deliveries_1.id as id, deliveries_1.webhook_id as webhook_id, deliveries_1.event_id as event_id, deliveries_1.subject_id as subject_id, deliveries_1.sequence as sequence, deliveries_1.state as state, deliveries_1.tries as tries, deliveries_1.due_at as due_at, deliveries_1.leased_until as leased_until, deliveries_1.delivered_at as delivered_at, deliveries_1.attempts as attempts, deliveries_1.created_at as created_at, deliveries_1.updated_at as updated_at, deliveries_1.sequence as key_0, deliveries_1.id as key_1
            from deliveries as deliveries_1
            where deliveries_1.webhook_id = anon_2.id
            and (exists (
              select 1
              from webhooks as webhooks_1
              where webhooks_1.id = deliveries_1.webhook_id
              and (webhooks_1.mission_id = any ($2::uuid[]))
            ))
            order by deliveries_1.sequence desc, deliveries_1.id desc
            limit 101
          ) as anon_9
          limit 21
        ) as anon_5
      ),
      'waiting' value json_object(
        'totalCount' value coalesce((
          select count(*)
          from deliveries as deliveries_2
          where deliveries_2.webhook_id = anon_2.id
          and deliveries_2.state in ('WAITING')
          and (exists (
            select 1
            from webhooks as webhooks_2
            where webhooks_2.id = deliveries_2.webhook_id
            and (webhooks_2.mission_id = any ($2::uuid[]))
          ))
        ), 0) returning json
      ) returning json
    ) order by anon_2.place) filter (where anon_2.place <= 20), '[]'::json) returning json
  ) as anon_1
  from (
    select anon_10.id as id, anon_10.mission_id as mission_id, anon_10.url as url, anon_10.events as events, anon_10.state as state, anon_10.off_reason as off_reason, anon_10.quiet_until as quiet_until, anon_10.secret as secret, anon_10.previous_secret as previous_secret, anon_10.previous_secret_until as previous_secret_until, anon_10.created_at as created_at, anon_10.updated_at as updated_at, anon_10.key_0 as key_0, row_number() over (order by anon_10.key_0 asc) as place
    from (
      select webhooks_3.id as id, webhooks_3.mission_id as mission_id, webhooks_3.url as url, webhooks_3.events as events, webhooks_3.state as state, webhooks_3.off_reason as off_reason, webhooks_3.quiet_until as quiet_until, webhooks_3.secret as secret, webhooks_3.previous_secret as previous_secret, webhooks_3.previous_secret_until as previous_secret_until, webhooks_3.created_at as created_at, webhooks_3.updated_at as updated_at, webhooks_3.id as key_0
      from webhooks as webhooks_3
      where (webhooks_3.mission_id = any ($2::uuid[]))
      order by webhooks_3.id asc
      limit 101
    ) as anon_10
    limit 21
  ) as anon_2
) as r0
