select (
  select json_object(
    'nodes' value coalesce(json_agg(json_object(
      'snippet' value coalesce(ts_headline(anon_2.search_configuration, replace(replace(replace(anon_2.plain_text, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), websearch_to_tsquery(cast($1::varchar as regconfig), $2::varchar) || websearch_to_tsquery(cast($1::varchar as regconfig), $3::varchar), 'StartSel="<mark>", StopSel="</mark>", MaxFragments=2, MaxWords=24, MinWords=8, FragmentDelimiter=" … "'), ''),
      'translation' value json_object(
        'locale' value anon_2.locale,
        'direction' value anon_2.direction returning json
      ) returning json
    ) order by anon_2.place) filter (where anon_2.place <= 20), '[]'::json) returning json
  ) as anon_1
  from (
    select anon_3.id as id, anon_3.post_id as post_id, anon_3.locale as locale, anon_3.direction as direction, anon_3.is_authentic as is_authentic, anon_3.state as state, anon_3.slug as slug, anon_3.title as title, anon_3.summary as summary, anon_3.body as body, anon_3.blocks as blocks, anon_3.html as html, anon_3.plain_text as plain_text, anon_3.word_count as word_count, anon_3.revision_number as revision_number, anon_3.newest_revision_number as newest_revision_number, anon_3.revision_count as revision_count, anon_3.published_at as published_at, anon_3.search_configuration as search_configuration, anon_3.search_text as search_text, anon_3.search as search, anon_3.created_at as created_at, anon_3.updated_at as updated_at, anon_3.key_0 as key_0, anon_3.key_1 as key_1, row_number() over (order by anon_3.key_0 desc, anon_3.key_1 desc) as place
    from (
      select translations_1.id as id, translations_1.post_id as post_id, translations_1.locale as locale, translations_1.direction as direction, translations_1.is_authentic as is_authentic, translations_1.state as state, translations_1.slug as slug, translations_1.title as title, translations_1.summary as summary, translations_1.body as body, translations_1.blocks as blocks, translations_1.html as html, translations_1.plain_text as plain_text, translations_1.word_count as word_count, translations_1.revision_number as revision_number, translations_1.newest_revision_number as newest_revision_number, translations_1.revision_count as revision_count, translations_1.published_at as published_at, translations_1.search_configuration as search_configuration, translations_1.search_text as search_text, translations_1.search as search, translations_1.created_at as created_at, translations_1.updated_at as updated_at, cast(ts_rank(translations_1.search, websearch_to_tsquery(cast($1::varchar as regconfig), $2::varchar) || websearch_to_tsquery(cast($1::varchar as regconfig), $3::varchar)) * 1000000 as integer) as key_0, translations_1.id as key_1
      from translations as translations_1
      where (translations_1.search @@ (websearch_to_tsquery(cast($1::varchar as regconfig), $2::varchar) || websearch_to_tsquery(cast($1::varchar as regconfig), $3::varchar)))
      and translations_1.state != 'WITHDRAWN'
      and translations_1.locale = $4::varchar
      and (translations_1.state in ('LIVE', 'WITHDRAWN'))
      order by cast(ts_rank(translations_1.search, websearch_to_tsquery(cast($1::varchar as regconfig), $2::varchar) || websearch_to_tsquery(cast($1::varchar as regconfig), $3::varchar)) * 1000000 as integer) desc, translations_1.id desc
      limit 101
    ) as anon_3
    limit 21
  ) as anon_2
) as r0, (
  select json_object(
    'totalCount' value coalesce((
      select count(*)
      from translations as translations_2
      where (translations_2.search @@ (websearch_to_tsquery(cast($5::varchar as regconfig), $6::varchar) || websearch_to_tsquery(cast($5::varchar as regconfig), $7::varchar)))
      and translations_2.state != 'WITHDRAWN'
      and translations_2.locale = $8::varchar
      and (translations_2.state in ('LIVE', 'WITHDRAWN'))
    ), 0),
    'nodes' value coalesce(json_agg(json_object(
      'snippet' value coalesce(ts_headline(anon_5.search_configuration, replace(replace(replace(anon_5.plain_text, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), websearch_to_tsquery(cast($5::varchar as regconfig), $6::varchar) || websearch_to_tsquery(cast($5::varchar as regconfig), $7::varchar), 'StartSel="<mark>", StopSel="</mark>", MaxFragments=2, MaxWords=24, MinWords=8, FragmentDelimiter=" … "'), '') returning json
    ) order by anon_5.place) filter (where anon_5.place <= 20), '[]'::json),
    'pageInfo' value json_object(
      'endCursor' value (array_agg(translate(encode(convert_to(cast(json_build_array($9::varchar, anon_5.key_0, anon_5.key_1) as text), 'UTF8'), 'base64'), E'+/=\n', '-_') order by anon_5.place desc) filter (where anon_5.place <= 20))[1] returning json
    ) returning json
  ) as anon_4
  from (
    select anon_6.id as id, anon_6.post_id as post_id, anon_6.locale as locale, anon_6.direction as direction, anon_6.is_authentic as is_authentic, anon_6.state as state, anon_6.slug as slug, anon_6.title as title, anon_6.summary as summary, anon_6.body as body, anon_6.blocks as blocks, anon_6.html as html, anon_6.plain_text as plain_text, anon_6.word_count as word_count, anon_6.revision_number as revision_number, anon_6.newest_revision_number as newest_revision_number, anon_6.revision_count as revision_count, anon_6.published_at as published_at, anon_6.search_configuration as search_configuration, anon_6.search_text as search_text, anon_6.search as search, anon_6.created_at as created_at, anon_6.updated_at as updated_at, anon_6.key_0 as key_0, anon_6.key_1 as key_1, row_number() over (order by anon_6.key_0 desc, anon_6.key_1 desc) as place
    from (
      select translations_2.id as id, translations_2.post_id as post_id, translations_2.locale as locale, translations_2.direction as direction, translations_2.is_authentic as is_authentic, translations_2.state as state, translations_2.slug as slug, translations_2.title as title, translations_2.summary as summary, translations_2.body as body, translations_2.blocks as blocks, translations_2.html as html, translations_2.plain_text as plain_text, translations_2.word_count as word_count, translations_2.revision_number as revision_number, translations_2.newest_revision_number as newest_revision_number, translations_2.revision_count as revision_count, translations_2.published_at as published_at, translations_2.search_configuration as search_configuration, translations_2.search_text as search_text, translations_2.search as search, translations_2.created_at as created_at, translations_2.updated_at as updated_at, cast(ts_rank(translations_2.search, websearch_to_tsquery(cast($5::varchar as regconfig), $6::varchar) || websearch_to_tsquery(cast($5::varchar as regconfig), $7::varchar)) * 1000000 as integer) as key_0, translations_2.id as key_1
      from translations as translations_2
      where (translations_2.search @@ (websearch_to_tsquery(cast($5::varchar as regconfig), $6::varchar) || websearch_to_tsquery(cast($5::varchar as regconfig), $7::varchar)))
      and translations_2.state != 'WITHDRAWN'
      and translations_2.locale = $8::varchar
      and (translations_2.state in ('LIVE', 'WITHDRAWN'))
      order by cast(ts_rank(translations_2.search, websearch_to_tsquery(cast($5::varchar as regconfig), $6::varchar) || websearch_to_tsquery(cast($5::varchar as regconfig), $7::varchar)) * 1000000 as integer) desc, translations_2.id desc
      limit 101
    ) as anon_6
    limit 21
  ) as anon_5
) as r1
