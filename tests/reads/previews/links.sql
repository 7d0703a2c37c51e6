select (
  select json_object(
    'translations' value (
      select coalesce(json_agg(json_object(
        'locale' value translations_1.locale,
        'previewLinks' value (
          select json_object(
            'totalCount' value coalesce((
              select count(*)
              from preview_links as preview_links_1
              where preview_links_1.translation_id = translations_1.id
              and (exists (
                select 1
                from translations as translations_2
                join posts as posts_1 on posts_1.id = translations_2.post_id
                where translations_2.id = preview_links_1.translation_id
                and posts_1.mission_id = any ($1::uuid[])
                and (translations_2.state in ('LIVE', 'WITHDRAWN') or (exists (
                  select 1
                  from posts as posts_2
                  where posts_2.id = translations_2.post_id
                  and posts_2.mission_id = any ($2::uuid[])
                  and (posts_2.state in ('LIVE', 'WITHDRAWN') or posts_2.mission_id = any ($2::uuid[]))
                )))
                and (posts_1.state in ('LIVE', 'WITHDRAWN') or posts_1.mission_id = any ($2::uuid[]))
              ))
            ), 0),
            'nodes' value coalesce(json_agg(json_object(
              'id' value concat('PreviewLink:', anon_4.id),
              'revision' value anon_4.revision,
              'madeBy' value anon_4.actor_name,
              'expiresAt' value anon_4.expires_at,
              'revokedAt' value anon_4.revoked_at,
              'lastUsedAt' value anon_4.last_used_at,
              'translation' value (
                select json_object(
                  'slug' value translations_3.slug returning json
                ) as anon_5
                from translations as translations_3
                where anon_4.translation_id = translations_3.id
                and (translations_3.state in ('LIVE', 'WITHDRAWN') or (exists (
                  select 1
                  from posts as posts_3
                  where posts_3.id = translations_3.post_id
                  and posts_3.mission_id = any ($2::uuid[])
                  and (posts_3.state in ('LIVE', 'WITHDRAWN') or posts_3.mission_id = any ($2::uuid[]))
                )))
              ) returning json
            ) order by anon_4.place) filter (where anon_4.place <= 20), '[]'::json) returning json
          ) as anon_3
          from (
            select anon_6.id as id, anon_6.translation_id as translation_id, anon_6.digest as digest, anon_6.revision as revision, anon_6.account_id as account_id, anon_6.actor_name as actor_name, anon_6.expires_at as expires_at, anon_6.revoked_at as revoked_at, anon_6.last_used_at as last_used_at, anon_6.created_at as created_at, anon_6.updated_at as updated_at, anon_6.key_0 as key_0, row_number() over (order by anon_6.key_0 desc) as place
            from (
              select preview_links_1.id as id, preview_links_1.translation_id as translation_id, preview_links_1.digest as digest, preview_links_1.revision as revision, preview_links_1.account_id as account_id, preview_links_1.actor_name as actor_name, preview_links_1.expires_at as expires_at, preview_links_1.revoked_at as revoked_at, preview_links_1.last_used_at as last_used_at, preview_links_1.created_at as created_at, preview_links_1.updated_at as updated_at, preview_links_1.id as key_0
              from preview_links as preview_links_1
              where preview_links_1.translation_id = translations_1.id
              and (exists (
                select 1
                from translations as translations_4
                join posts as posts_4 on posts_4.id = translations_4.post_id
                where translations_4.id = preview_links_1.translation_id
                and posts_4.mission_id = any ($1::uuid[])
                and (translations_4.state in ('LIVE', 'WITHDRAWN') or (exists (
                  select 1
                  from posts as posts_5
                  where posts_5.id = translations_4.post_id
                  and posts_5.mission_id = any ($2::uuid[])
                  and (posts_5.state in ('LIVE', 'WITHDRAWN') or posts_5.mission_id = any ($2::uuid[]))
                )))
                and (posts_4.state in ('LIVE', 'WITHDRAWN') or posts_4.mission_id = any ($2::uuid[]))
              ))
              order by preview_links_1.id desc
              limit 101
            ) as anon_6
            limit 21
          ) as anon_4
        ) returning json
      ) order by translations_1.is_authentic desc, translations_1.locale), '[]'::json) as anon_2
      from translations as translations_1
      where translations_1.post_id = posts_6.id
      and (translations_1.state in ('LIVE', 'WITHDRAWN') or (exists (
        select 1
        from posts as posts_7
        where posts_7.id = translations_1.post_id
        and posts_7.mission_id = any ($2::uuid[])
        and (posts_7.state in ('LIVE', 'WITHDRAWN') or posts_7.mission_id = any ($2::uuid[]))
      )))
    ) returning json
  ) as anon_1
  from posts as posts_6
  where posts_6.id = $3::uuid
  and (posts_6.state in ('LIVE', 'WITHDRAWN') or posts_6.mission_id = any ($2::uuid[]))
) as r0
