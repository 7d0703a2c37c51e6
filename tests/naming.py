"""Names for the rows of a test database, in place of keys that are others in every run."""

import re
from collections.abc import Mapping

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

KEY = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")

NAMES = """
    select 'Mission', id, slug from missions
    union all select 'Person', id, slug from people
    union all select 'Topic', id, slug from topics
    union all select 'Tag', id, slug from tags
    union all select 'Photo', id, split_part(file_name, '.', 1) from photos
    union all select 'Appointment', id, (row_number() over (order by id))::text from appointments
    union all select 'Comment', id, (row_number() over (order by id))::text from comments
    union all select 'AuditEntry', id, (row_number() over (order by id))::text from audit_entries
    union all select 'Event', id, (row_number() over (order by sequence))::text from outbox_events
    union all select 'Webhook', id, (row_number() over (order by id))::text from webhooks
    union all select 'Delivery', id, (row_number() over (order by id))::text from deliveries
    union all select 'Post', post_id, slug from translations where is_authentic
    union all select 'Translation', t.id, o.slug || '.' || t.locale from translations t
        join translations o on o.post_id = t.post_id and o.is_authentic
    union all select 'Byline', b.id, o.slug || '.' || b.position from bylines b
        join translations o on o.post_id = b.post_id and o.is_authentic
    union all select 'Placement', p.id, o.slug || '.' || t.locale || '.' || p.position from placements p
        join translations t on t.id = p.translation_id join translations o on o.post_id = t.post_id and o.is_authentic
    union all select 'Revision', r.id, o.slug || '.' || t.locale || '.' || r.number from revisions r
        join translations t on t.id = r.translation_id join translations o on o.post_id = t.post_id and o.is_authentic
    union all select 'Hold', id, (row_number() over (order by id))::text from holds
    union all select 'Schedule', s.id, o.slug || '.' || t.locale from schedules s
        join translations t on t.id = s.translation_id join translations o on o.post_id = t.post_id and o.is_authentic
    union all select 'Review', v.id,
        o.slug || '.' || t.locale || '.' || row_number() over (partition by v.translation_id order by v.id)
        from reviews v
        join translations t on t.id = v.translation_id join translations o on o.post_id = t.post_id and o.is_authentic
    union all select 'ClearancePolicy', c.id, m.slug || '.' || coalesce(lower(c.kind), 'any') from clearance_policies c
        join missions m on m.id = c.mission_id
    union all select 'PreviewLink', id, (row_number() over (order by id))::text from preview_links
    union all select 'Notice', n.id, o.slug || '.' || (row_number() over (partition by n.post_id order by n.id))::text
        from notices n join translations o on o.post_id = n.post_id and o.is_authentic
    union all select 'Account', id, replace(name, ' ', '-') from accounts
    union all select 'AccountSession', id, (row_number() over (order by id))::text from account_sessions
    union all select 'Factor', id, replace(name, ' ', '-') from factors
    union all select 'Membership', id, (row_number() over (order by id))::text from memberships
    union all select 'ApiToken', id, (row_number() over (order by id))::text from api_tokens
"""
"""The name of each row that an answer can hold the key of."""


def with_names(written: str, ids: Mapping[str, str]) -> str:
    """A text with the names of rows in place of their keys; a key without a name is left."""
    names = {id.partition(":")[2]: name.partition(":")[2] for name, id in ids.items()}
    return KEY.sub(lambda found: names.get(found[0], found[0]), written)


async def ids_by_name(session: AsyncSession) -> dict[str, str]:
    """The id of each row by its name, as the database is now."""
    rows = await session.execute(text(NAMES))
    return {f"{kind}:{name}": f"{kind}:{key}" for kind, key, name in rows}
