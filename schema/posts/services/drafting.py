"""Beginning posts, and adding languages to them."""

import asyncio
from uuid import UUID

from schema.change import Change
from schema.errors import NotAllowed
from schema.events import EventName
from schema.kinds import PostKind
from schema.missions.services import get_mission
from schema.posts import access, models, obstacles
from schema.posts.models import CommentPolicy, PublicationState
from schema.posts.refusals import StartAmbiguous
from schema.posts.services.comparisons import NEWEST, Reading, compare
from schema.posts.services.loading import get_authentic, get_post_to, get_revision, newest_revision
from schema.posts.services.text import (
    BodyInput,
    Written,
    checked_text,
    keep,
    new_translation,
    note_unseen_change,
    place,
    written,
)
from schema.posts.slugs import claim_slug, wanted_slug
from schema.texts import language


async def create_post(
    change: Change,
    *,
    mission_id: UUID,
    kind: PostKind,
    locale: str,
    title: str,
    summary: str = "",
    body: BodyInput | None = None,
    slug: str | None = None,
    comment_policy: CommentPolicy | None = None,
) -> models.Post:
    """Begin a post: a draft, with its authentic text in one language.

    Args:
        title: at most 300 characters; it may be empty until the post is published.
        summary: at most 1,000 characters.
        slug: brought into form and made unique in the mission, as is one made from the title when it is left out.
        comment_policy: open when left out.

    Raises:
        NotFound, NotAllowed, UnknownLanguage, TextTooLong, TextUnstorable, BodyAmbiguous, BodyNotKept, BodyInvalid,
        PhotoOfAnotherMission.

    Records:
        post.created
    """
    await get_mission(change.db, mission_id)
    if not access.may_create(change.actor, mission_id):
        raise NotAllowed(verb="write for this mission", role="author", path=("input", "mission"))
    locale = language(locale, ("input", "locale"))
    text = await written(change.db, mission_id, locale, await asyncio.to_thread(checked_text, title, summary, body))
    post = models.Post(
        mission_id=mission_id,
        kind=kind,
        state=PublicationState.DRAFT,
        comment_policy=comment_policy or CommentPolicy.OPEN,
        created_by_id=change.actor.account_id,
        created_at=change.now,
        updated_at=change.now,
    )
    change.db.add(post)
    await change.db.flush()
    translation = await _begin(change, post, locale, text, slug, is_authentic=True)
    change.record("post.created", post, mission_id, kind=kind.value, locale=locale, slug=translation.slug)
    await change.db.flush()
    return post


async def add_translation(
    change: Change,
    *,
    post_id: UUID,
    locale: str,
    title: str,
    summary: str = "",
    body: BodyInput | None = None,
    slug: str | None = None,
    is_copied: bool = False,
    source_revision: int | None = None,
) -> models.Translation:
    """Begin a post's text in one more language, as a draft.

    Args:
        title: at most 300 characters; it may be empty until it is published.
        summary: at most 1,000 characters.
        slug: as for `create_post`.
        is_copied: begin with the body of the authentic text, and with its summary when that is empty; each part waits
            to be translated.
        source_revision: the revision of the authentic text it is made from; the newest when left out.

    Raises:
        NotFound, NotAllowed, UnknownLanguage, TranslationExists, StartAmbiguous, RevisionUnknown, TextTooLong,
        TextUnstorable, BodyAmbiguous, BodyNotKept, BodyInvalid, PhotoOfAnotherMission.

    Records:
        post.translation_added
    """
    locale = language(locale, ("input", "locale"))
    post = await get_post_to(change, obstacles.adding_translation(locale), post_id)
    if is_copied and body is not None:
        raise StartAmbiguous(path=("input", "startFrom"))
    copied = await _authentic_words(change, post, source_revision)
    if is_copied:
        summary, body = summary or copied.summary, BodyInput(json=copied.body)
    text = await written(
        change.db, post.mission_id, locale, await asyncio.to_thread(checked_text, title, summary, body)
    )
    reading = Reading(copied.number, is_copied)
    translation = await _begin(change, post, locale, text, slug, reading, is_authentic=False)
    note_unseen_change(change, post)
    change.record("post.translation_added", post, post.mission_id, locale=locale, slug=translation.slug)
    await change.db.flush()
    return translation


async def _authentic_words(change: Change, post: models.Post, number: int | None) -> models.Revision:
    """What the authentic text of a post says: at a revision, or at its newest."""
    authentic = await get_authentic(change.db, post)
    if number is None:
        return await newest_revision(change.db, authentic)
    return await get_revision(change.db, authentic, number, ("input", "sourceRevision"))


async def _begin(
    change: Change,
    post: models.Post,
    locale: str,
    text: Written,
    slug: str | None,
    reading: Reading = NEWEST,
    *,
    is_authentic: bool,
) -> models.Translation:
    """Add a text to a post: its row, first revision, placements and address."""
    wanted = wanted_slug(slug, text.text.title, locale, post.kind, post.id)
    translation = new_translation(post, locale, text, slug=wanted, is_authentic=is_authentic)
    translation.created_at = change.now
    change.db.add(translation)
    await change.db.flush()
    event: EventName = "post.created" if is_authentic else "post.translation_added"
    await keep(change, translation, text, event, base=None, reading=reading)
    translation.revision_number = translation.newest_revision_number
    await place(change.db, translation, text)
    await compare(change.db, translation, is_shown=True)
    await claim_slug(change.db, post.mission_id, translation, wanted)
    return translation
