"""Holding translations against the authentic text, in the same write that changes one of the two."""

import asyncio
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from schema.posts import models
from schema.posts.comparison import Comparison
from schema.posts.origins import (
    CHANGED,
    WAITING,
    Origins,
    Parts,
    Row,
    compared,
    copied,
    origins_after,
    origins_as_json,
    origins_from_json,
    parts_of,
)


@dataclass(frozen=True)
class Side:
    """One text of a post at one of its revisions. ``origins`` is None when the release that saved it kept none."""

    translation_id: UUID
    is_authentic: bool
    is_newest: bool
    is_shown: bool
    number: int
    saved_at: datetime
    parts: Parts
    origins: Origins | None


AtWork = Mapping[bool, tuple[list[Side], Side]]
"""Translations and the authentic text: by true as they are shown, by false the newest of both."""


@dataclass(frozen=True)
class Reading:
    """What the writer of a translation had before them: a revision of the authentic text, the newest when it is None.

    With ``is_copied`` they begin with its words; ``restored`` is the revision of the translation that they go back to.
    """

    revision: int | None = None
    is_copied: bool = False
    restored: int | None = None


NEWEST = Reading()


async def origins_of(
    db: AsyncSession, translation: models.Translation, now: Parts, *, bases: Collection[int], reading: Reading
) -> Origins:
    """What the parts of a text that is about to be kept were made from.

    Args:
        bases: the revisions it was written from, the nearest first.
    """
    there = await authentic_side(db, translation.post_id, reading.revision)
    wanted = and_(models.Translation.id == translation.id, models.Revision.number.in_(bases))
    sides = {side.number: side for side in await _sides(db, wanted)}
    earlier = [await _with_origins(db, sides[number], there) for number in bases]
    origins = origins_after([(side.parts, side.origins or {}) for side in earlier], now, there.parts, there.number)
    return copied(origins, now, there.parts) if reading.is_copied else origins


async def compare(db: AsyncSession, text: models.Translation, *, is_shown: bool) -> None:
    """Say anew how a translation stands against the authentic text; when that is what was written, how all of them do.

    Args:
        is_shown: whether what is shown has changed too, and not only the newest revision.
    """
    at_work = await sides_at_work(db, text)
    await keep_comparisons(db, at_work if is_shown else {False: at_work[False]})


async def sides_at_work(db: AsyncSession, text: models.Translation) -> AtWork:
    """A translation, or every one when it is the authentic text, beside that."""
    row, number = models.Translation, models.Revision.number
    is_wanted = row.post_id == text.post_id
    if not text.is_authentic:
        is_wanted &= or_(row.is_authentic, row.id == text.id)
    sides = await _sides(db, and_(is_wanted, number.in_([row.newest_revision_number, row.revision_number])))
    return {
        False: await _beside(db, [side for side in sides if side.is_newest]),
        True: await _beside(db, [side for side in sides if side.is_shown]),
    }


async def keep_comparisons(db: AsyncSession, at_work: AtWork) -> None:
    """Store how texts stand against the authentic one."""
    values = [each for is_public, sides in at_work.items() for each in await _values(db, *sides, is_public=is_public)]
    if values:
        made = insert(Comparison).values(values)
        renewed = {name: made.excluded[name] for name in values[0] if name not in ("translation_id", "is_public")}
        await db.execute(made.on_conflict_do_update(index_elements=["translation_id", "is_public"], set_=renewed))


async def _values(db: AsyncSession, here: Sequence[Side], there: Side, *, is_public: bool) -> list[dict[str, Any]]:
    rows = await asyncio.to_thread(lambda: [_compared(side, there) for side in here])
    said = {} if is_public else await _said(db, there, [row for of_side in rows for row in of_side])
    return [
        {
            "translation_id": side.translation_id,
            "is_public": is_public,
            "revision_number": side.number,
            "authentic_revision_number": there.number,
            "origins": origins_as_json(side.origins or {}),
            "rows": [_as_json(row) | said.get(row, {}) for row in of_side],
            "part_count": len(of_side),
            "outdated_count": sum(row.state in CHANGED for row in of_side),
            "untranslated_count": sum(row.state in WAITING for row in of_side),
        }
        for side, of_side in zip(here, rows, strict=True)
    ]


async def authentic_side(db: AsyncSession, post_id: UUID, number: int | None) -> Side:
    """The authentic text of a post at a revision; at its newest when that is None."""
    text = models.Translation
    wanted = models.Revision.number == (text.newest_revision_number if number is None else number)
    (side,) = await _sides(db, and_(text.post_id == post_id, text.is_authentic, wanted))
    return side


async def _sides(db: AsyncSession, which: ColumnElement[bool]) -> list[Side]:
    """Texts at revisions. What was confirmed of a revision stands in every comparison of it."""
    text, revision, comparison = models.Translation, models.Revision, Comparison
    kept = (
        select(comparison.origins)
        .where(comparison.translation_id == text.id, comparison.revision_number == revision.number)
        .limit(1)
        .scalar_subquery()
    )
    found = select(
        text.id,
        text.is_authentic,
        (revision.number == text.newest_revision_number).label("is_newest"),
        (revision.number == text.revision_number).label("is_shown"),
        revision,
        func.coalesce(kept, revision.origins).label("origins"),
    ).join(revision, revision.translation_id == text.id)
    return [_side(row) for row in await db.execute(found.where(which).order_by(text.locale))]


def _side(row: Any) -> Side:
    revision: models.Revision = row.Revision
    return Side(
        row.id,
        row.is_authentic,
        row.is_newest,
        row.is_shown,
        revision.number,
        revision.created_at,
        parts_of(revision.title, revision.summary, revision.body),
        None if row.origins is None else origins_from_json(row.origins),
    )


async def _beside(db: AsyncSession, sides: Sequence[Side]) -> tuple[list[Side], Side]:
    """Translations whose origins are known, and the authentic text."""
    there = next(side for side in sides if side.is_authentic)
    return [await _with_origins(db, side, there) for side in sides if not side.is_authentic], there


async def _with_origins(db: AsyncSession, side: Side, there: Side) -> Side:
    """A translation whose origins are known: when none were kept, it was made from what stood there at the time."""
    if side.origins is not None:
        return side
    revision = models.Revision
    then = await db.scalar(
        select(revision)
        .where(
            revision.translation_id == there.translation_id,
            revision.is_side_draft.is_(False),
            revision.merged_into_number.is_(None),
        )
        .order_by((revision.created_at > side.saved_at), revision.number.desc())
        .limit(1)
    )
    assert then is not None
    parts = parts_of(then.title, then.summary, then.body)
    return replace(side, origins=origins_after([], side.parts, parts, then.number))


def _compared(side: Side, there: Side) -> list[Row]:
    return compared(side.origins or {}, side.parts, there.parts, there.number)


async def _said(db: AsyncSession, there: Side, rows: Sequence[Row]) -> Mapping[Row, dict[str, Any]]:
    """What the authentic text said when those parts were written that are behind it now."""
    changed = [row for row in rows if row.state in CHANGED and row.made_from is not None]
    revision, numbers = models.Revision, {row.revision for row in changed}
    if not numbers:
        return {}
    made_from = select(revision).where(revision.translation_id == there.translation_id, revision.number.in_(numbers))
    texts = {one.number: parts_of(one.title, one.summary, one.body) for one in await db.scalars(made_from)}
    said = {row: texts[row.revision or 0].get(row.made_from or "") for row in changed}
    return {row: {"said": part.text, "revision": row.revision} for row, part in said.items() if part is not None}


def _as_json(row: Row) -> dict[str, Any]:
    return {"there": row.there, "here": row.here, "state": row.state.name}
