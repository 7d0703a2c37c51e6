select (
  select json_object(
    'auditEntries' value (
      select json_object(
        'nodes' value coalesce(json_agg(json_object(
          'event' value anon_3.event,
          'happenedAt' value anon_3.happened_at,
          'actorName' value anon_3.actor_name,
          'subjectType' value anon_3.subject_type returning json
        ) order by anon_3.place) filter (where anon_3.place <= $1::integer), '[]'::json) returning json
      ) as anon_2
      from (
        select anon_4.id as id, anon_4.event as event, anon_4.subject_type as subject_type, anon_4.subject_id as subject_id, anon_4.mission_id as mission_id, anon_4.account_id as account_id, anon_4.actor_name as actor_name, anon_4.happened_at as happened_at, anon_4.details as details, anon_4.created_at as created_at, anon_4.updated_at as updated_at, anon_4.key_0 as key_0, anon_4.key_1 as key_1, row_number() over (order by anon_4.key_0 desc, anon_4.key_1 desc) as place
        from (
          select audit_entries_1.id as id, audit_entries_1.event as event, audit_entries_1.subject_type as subject_type, audit_entries_1.subject_id as subject_id, audit_entries_1.mission_id as mission_id, audit_entries_1.account_id as account_id, audit_entries_1.actor_name as actor_name, audit_entries_1.happened_at as happened_at, audit_entries_1.details as details, audit_entries_1.created_at as created_at, audit_entries_1.updated_at as updated_at, audit_entries_1.happened_at as key_0, audit_entries_1.id as key_1
          from audit_entries as audit_entries_1
          where audit_entries_1.mission_id = missions_1.id
          and (audit_entries_1.mission_id = any ($2::uuid[]))
          order by audit_entries_1.happened_at desc, audit_entries_1.id desc
          limit 101
        ) as anon_4
        limit $1::integer + 1
      ) as anon_3
    ) returning json
  ) as anon_1
  from missions as missions_1
  where missions_1.slug = $3::varchar
  and true
) as r0, (
  select json_object(
    'auditEntries' value (
      select json_object(
        'totalCount' value coalesce((
          select count(*)
          from audit_entries as audit_entries_2
          where audit_entries_2.mission_id = missions_2.id
          and (audit_entries_2.mission_id = any ($2::uuid[]))
        ), 0),
        'nodes' value coalesce(json_agg(json_object(
          'event' value anon_7.event returning json
        ) order by anon_7.place) filter (where anon_7.place <= 20), '[]'::json) returning json
      ) as anon_6
      from (
        select anon_8.id as id, anon_8.event as event, anon_8.subject_type as subject_type, anon_8.subject_id as subject_id, anon_8.mission_id as mission_id, anon_8.account_id as account_id, anon_8.actor_name as actor_name, anon_8.happened_at as happened_at, anon_8.details as details, anon_8.created_at as created_at, anon_8.updated_at as updated_at, anon_8.key_0 as key_0, anon_8.key_1 as key_1, row_number() over (order by anon_8.key_0 desc, anon_8.key_1 desc) as place
        from (
          select audit_entries_2.id as id, audit_entries_2.event as event, audit_entries_2.subject_type as subject_type, audit_entries_2.subject_id as subject_id, audit_entries_2.mission_id as mission_id, audit_entries_2.account_id as account_id, audit_entries_2.actor_name as actor_name, audit_entries_2.happened_at as happened_at, audit_entries_2.details as details, audit_entries_2.created_at as created_at, audit_entries_2.updated_at as updated_at, audit_entries_2.happened_at as key_0, audit_entries_2.id as key_1
          from audit_entries as audit_entries_2
          where audit_entries_2.mission_id = missions_2.id
          and (audit_entries_2.mission_id = any ($2::uuid[]))
          order by audit_entries_2.happened_at desc, audit_entries_2.id desc
          limit 101
        ) as anon_8
        limit 21
      ) as anon_7
    ) returning json
  ) as anon_5
  from missions as missions_2
  where missions_2.slug = $4::varchar
  and true
) as r1
