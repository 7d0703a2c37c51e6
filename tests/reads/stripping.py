"""Databases without what somebody may not read: deleted by plain SQL, which knows nothing of the rules under test."""

import asyncpg

ORPHANED = """
    with recursive unseen as (
        select c.id from comments c join posts p on p.id = c.post_id
            where (c.state <> 'VISIBLE' or p.state <> 'LIVE') and p.mission_id <> all({own})
        union
        select answer.id from comments answer join unseen on answer.parent_id = unseen.id
    )
    delete from comments where id in (select id from unseen)
"""

WITHDRAWN = """
    delete from {table} part using posts p
        where p.id = part.post_id and p.state = 'WITHDRAWN' and p.mission_id <> all({own})
"""

NOTICES = """
    delete from notices n using posts p
        where p.id = n.post_id and p.mission_id <> all({own})
        and not (n.kind in ('WITHDRAWN', 'RETRACTION') and n.ended_at is null)
        and not (p.state = 'LIVE' and (n.translation_id is null or exists (
            select 1 from translations t where t.id = n.translation_id and t.state = 'LIVE')))
"""

STATEMENTS = (
    "delete from deliveries",
    "delete from webhooks",
    "delete from outbox_events where mission_id is null or mission_id <> all({own})",
    "delete from kept_answers",
    "delete from letters",
    "delete from imported_records",
    "delete from schedules where mission_id <> all({own})",
    """delete from holds where not exists (select 1 from missions m where m.id = any({own}) and (
        holds.mission_id is null or holds.mission_id = m.id
        or holds.includes_missions_below and holds.mission_id = any(m.lineage)))""",
    "delete from audit_entries where mission_id is null or mission_id <> all({own})",
    ORPHANED,
    """delete from clearance_policies where mission_id not in
        (select unnest(lineage) from missions where id = any({own}))""",
    """delete from reviews r using translations t, posts p
        where t.id = r.translation_id and p.id = t.post_id and p.mission_id <> all({own})""",
    # A reader may not know of them either, and of those who ask nobody else is a member where there are any.
    "delete from preview_links",
    """delete from revisions r using translations t, posts p
        where t.id = r.translation_id and p.id = t.post_id and p.mission_id <> all({own})""",
    """delete from signatures where statement_id in (select s.id from statements s
        join translations t on t.id = s.translation_id join posts p on p.id = t.post_id
        where t.state <> 'LIVE' and p.mission_id <> all({own}))""",
    """delete from statements s using translations t, posts p
        where t.id = s.translation_id and p.id = t.post_id and t.state <> 'LIVE' and p.mission_id <> all({own})""",
    """delete from comparisons c using translations t, posts p where t.id = c.translation_id and p.id = t.post_id
        and p.mission_id <> all({own}) and not (c.is_public and t.state = 'LIVE')""",
    """delete from translations t using posts p
        where p.id = t.post_id and t.state not in ('LIVE', 'WITHDRAWN') and p.mission_id <> all({own})""",
    """update translations t set newest_revision_number = revision_number, revision_count = revision_number
        from posts p where p.id = t.post_id and p.mission_id <> all({own})""",
    "delete from posts where state not in ('LIVE', 'WITHDRAWN') and mission_id <> all({own})",
    WITHDRAWN.format(table="bylines", own="{own}"),
    WITHDRAWN.format(table="post_topics", own="{own}"),
    WITHDRAWN.format(table="post_tags", own="{own}"),
    NOTICES,
    "delete from features where until <= now()",
    "delete from tags where not exists (select 1 from post_tags where tag_id = tags.id)",
    """delete from photos where mission_id <> all({own})
        and not exists (select 1 from placements where photo_id = photos.id)""",
    """delete from people where not exists (select 1 from appointments where person_id = people.id)
        and not exists (select 1 from bylines where person_id = people.id)""",
)
"""In this order, so that nothing refers to what is gone. Accounts stay, since by them one is known who asks."""


async def strip(url: str, slugs: list[str]) -> dict[str, int]:
    """Delete what members of these missions may not read, with none what visitors may not; how many rows each took."""
    connection = await asyncpg.connect(url)
    try:
        own = await connection.fetchval("select array_agg(id)::text from missions where slug = any($1)", slugs)
        await connection.execute("alter table audit_entries disable trigger refuse_to_forget")
        array = f"'{own or '{}'}'::uuid[]"
        return {
            statement: int((await connection.execute(statement.format(own=array))).split()[-1])
            for statement in STATEMENTS
        }
    finally:
        await connection.close()
