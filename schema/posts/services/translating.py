"""What a translator decides besides words: that a translation stands although its model has changed."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from schema.change import Change
from schema.posts import models, obstacles
from schema.posts.origins import Origin, Origins, confirmed
from schema.posts.refusals import NotATranslation, PartUnknown, StaleRevision
from schema.posts.services.comparisons import Reading, Side, authentic_side, keep_comparisons, sides_at_work
from schema.posts.services.loading import get_authentic, get_revision, get_text_to, newest_revision
from schema.sources import encode_id


async def confirm_translation(
    change: Change,
    *,
    post_id: UUID,
    locale: str,
    base_revision: int,
    parts: Sequence[str],
    source_revision: int | None = None,
) -> models.Translation:
    """Say that parts of a translation stand as they are. No word changes, and nothing is saved anew.

    What is missing here counts as left out on purpose, and what was taken out of the authentic text as the
    translation's own. Where the same words are public, it holds for readers at once.

    Args:
        base_revision: the newest revision of the translation, which was compared.
        parts: ids of blocks of either text, ``@title`` or ``@summary``.
        source_revision: the revision of the authentic text it was compared with; the newest when left out.

    Raises:
        NotFound, NotAllowed, UnknownLanguage, NotATranslation, StaleRevision, RevisionUnknown, PartUnknown.

    Records:
        post.translation_confirmed
    """
    post, translation = await get_text_to(change, obstacles.confirming, post_id, locale)
    reading = await reading_of(change, post, translation, source_revision)
    await _check_newest(change, translation, base_revision)
    read = await authentic_side(change.db, post.id, reading.revision)
    at_work = await sides_at_work(change.db, translation)
    ((newest,), _), ((shown,), _) = at_work[False], at_work[True]
    for index, part in enumerate(parts):
        if part not in read.parts and part not in newest.parts:
            raise PartUnknown(part=part, path=("input", "blocks", index))
    settled = confirmed(newest.origins or {}, newest.parts, read.parts, read.number, parts)
    if not settled:
        return translation
    same = {key: origin for key, origin in settled.items() if _stands_so(key, origin, newest, shown)}
    decided = {False: _with(newest, settled), True: _with(shown, same)}
    await keep_comparisons(
        change.db, {is_public: ([side], at_work[is_public][1]) for is_public, side in decided.items()}
    )
    details = {"locale": translation.locale, "blocks": sorted(settled), "source_revision": read.number}
    change.record("post.translation_confirmed", post, post.mission_id, **details)
    await change.db.flush()
    return translation


async def reading_of(
    change: Change, post: models.Post, translation: models.Translation, source_revision: int | None
) -> Reading:
    """What the writer of a text had before them.

    Raises:
        NotATranslation, RevisionUnknown.
    """
    path = ("input", "sourceRevision")
    if source_revision is None:
        return Reading()
    if translation.is_authentic:
        raise NotATranslation(locale=translation.locale, path=path)
    authentic = await get_authentic(change.db, post)
    return Reading((await get_revision(change.db, authentic, source_revision, path)).number)


async def _check_newest(change: Change, translation: models.Translation, base_revision: int) -> None:
    newest = await newest_revision(change.db, translation)
    if base_revision != newest.number:
        raise StaleRevision(
            saved_by=newest.actor_name,
            current_revision=newest.number,
            current_revision_id=encode_id("Revision", newest.id),
            side_draft_revision_id=None,
            collisions=[],
            kept="Nothing was confirmed.",
            path=("input", "baseRevision"),
        )


def _with(side: Side, settled: Origins) -> Side:
    return replace(side, origins={**(side.origins or {}), **settled})


def _stands_so(key: str, origin: Origin, newest: Side, shown: Side) -> bool:
    """Whether a part that was confirmed says the same where the public reads it."""
    before = (shown.origins or {}).get(key)
    here = before.here if before and before.here in shown.parts else None
    return here == origin.here and newest.parts.get(here or "") == shown.parts.get(here or "")
