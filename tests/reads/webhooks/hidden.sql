select (
  select json_object(
    'totalCount' value coalesce((
      select count(*)
      from webhooks as webhooks_1
      where (webhooks_1.mission_id = any ($1::uuid[]))
    ), 0),
    'nodes' value coalesce(json_agg(json_object(
      'url' value anon_2.url returning json
    ) order by anon_2.place) filter (where anon_2.place <= 20), '[]'::json) returning json
  ) as anon_1
  from (
    select anon_3.id as id, anon_3.mission_id as mission_id, anon_3.url as url, anon_3.events as events, anon_3.state as state, anon_3.off_reason as off_reason, anon_3.quiet_until as quiet_until, anon_3.secret as secret, anon_3.previous_secret as previous_secret, anon_3.previous_secret_until as previous_secret_until, anon_3.created_at as created_at, anon_3.updated_at as updated_at, anon_3.key_0 as key_0, row_number() over (order by anon_3.key_0 asc) as place
    from (
      select webhooks_1.id as id, webhooks_1.mission_id as mission_id, webhooks_1.url as url, webhooks_1.events as events, webhooks_1.state as state, webhooks_1.off_reason as off_reason, webhooks_1.quiet_until as quiet_until, webhooks_1.secret as secret, webhooks_1.previous_secret as previous_secret, webhooks_1.previous_secret_until as previous_secret_until, webhooks_1.created_at as created_at, webhooks_1.updated_at as updated_at, webhooks_1.id as key_0
      from webhooks as webhooks_1
      where (webhooks_1.mission_id = any ($1::uuid[]))
      order by webhooks_1.id asc
      limit 101
    ) as anon_3
    limit 21
  ) as anon_2
) as r0
