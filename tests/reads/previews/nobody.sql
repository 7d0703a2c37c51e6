select (
  select json_object(
    'locale' value translations_1.locale,
    'revision' value translations_1.revision_number,
    'expiresAt' value coalesce(to_json($1::timestamp with time zone), E'\tnull'::json),
    'standsForAuthentic' value coalesce(to_json($2::boolean), E'\tnull'::json),
    'post' value (
      select json_object(
        'title' value coalesce(to_json((
          select translations_2.title
          from translations as translations_2
          where translations_2.post_id = posts_1.id
          and translations_2.is_authentic
          and (translations_2.state in ('LIVE', 'WITHDRAWN'))
        )), E'\tnull'::json) returning json
      ) as anon_2
      from posts as posts_1
      where translations_1.post_id = posts_1.id
      and (posts_1.state in ('LIVE', 'WITHDRAWN'))
    ),
    'translation' value json_object(
      'title' value translations_1.title returning json
    ) returning json
  ) as anon_1
  from translations as translations_1
  where translations_1.id = $3::uuid
  and (translations_1.state in ('LIVE', 'WITHDRAWN'))
) as r0
