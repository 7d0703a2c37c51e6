"""How the slug of a text is made, and kept unique among all addresses of its mission."""

from collections.abc import Iterator
from itertools import count
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from schema.kinds import PostKind
from schema.posts.models import Address, Translation
from schema.texts import MAX_SLUG, slug_of

SUFFIX_LENGTH = 8


def wanted_slug(slug: str | None, title: str, locale: str, kind: PostKind, key: UUID) -> str:
    """The slug asked for, else one from the title, else the kind with the end of a key: ``notice-2f9c01ab``."""
    fallback = f"{kind.value.replace('_', '-')}-{key.hex[-SUFFIX_LENGTH:]}"
    return (slug and slug_of(slug, locale)) or slug_of(title, locale) or fallback


async def claim_slug(db: AsyncSession, mission_id: UUID, translation: Translation, wanted: str) -> str:
    """Make ``wanted`` the current address of a new text; when it is taken, the first of ``-2``, ``-3`` … that is not.

    Of two who claim the same at once, the second waits for the first and then takes the next.
    """
    taken = await _taken(db, mission_id, wanted)
    for path in candidates(wanted):
        if path not in taken and await _claim(db, mission_id, translation, path):
            translation.slug = path
            return path
    raise AssertionError("there is always one more number")


def candidates(wanted: str) -> Iterator[str]:
    """``visit``, ``visit-2``, ``visit-3`` …, each at most 80 characters."""
    yield wanted
    for number in count(2):
        suffix = f"-{number}"
        yield wanted[: MAX_SLUG - len(suffix)].rstrip("-") + suffix


async def _taken(db: AsyncSession, mission_id: UUID, wanted: str) -> frozenset[str]:
    """The addresses of a mission that begin as ``wanted`` does; enough of it to hold every candidate."""
    beginning = wanted[: MAX_SLUG - SUFFIX_LENGTH].rstrip("-")
    paths = select(Address.path).where(
        Address.mission_id == mission_id, Address.path.startswith(beginning, autoescape=True)
    )
    return frozenset(await db.scalars(paths))


async def _claim(db: AsyncSession, mission_id: UUID, translation: Translation, path: str) -> bool:
    values = {"mission_id": mission_id, "path": path, "translation_id": translation.id, "is_current": True}
    claimed = insert(Address).values(values).on_conflict_do_nothing(index_elements=["mission_id", "path"])
    return await db.scalar(claimed.returning(Address.id)) is not None
