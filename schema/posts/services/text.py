"""The words of a post on their way into its rows: the one place where HTML, blocks, placements and search are made."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from schema.change import Change
from schema.events import EventName
from schema.languages import direction, fold, search_configuration
from schema.media.models import MEDIA_PATH, Photo
from schema.posts import models
from schema.posts.body import (
    BodyInvalid,
    Converted,
    Document,
    PhotoFacts,
    PhotoUse,
    Rendered,
    from_html,
    from_markdown,
    parse_body,
    render,
)
from schema.posts.models import PUBLIC, AlternativeChoice
from schema.posts.origins import origins_as_json, parts_of
from schema.posts.refusals import BodyAmbiguous, BodyNotKept, PhotoOfAnotherMission
from schema.posts.services.comparisons import NEWEST, Reading, compare, origins_of
from schema.texts import Path, optional_line

MAX_TITLE = 300
MAX_SUMMARY = 1_000
# A tsvector holds one megabyte, and the shortest words take five times their own size in it.
MAX_SEARCHED_BYTES = 200_000

IN_BODY: Path = ("input", "body")
EMPTY_BODY: dict[str, Any] = {"type": "doc", "content": [{"type": "paragraph"}]}
CONVERTERS: dict[str, Callable[[str, Callable[[str], UUID | None]], Converted]] = {
    "markdown": from_markdown,
    "html": from_html,
}


@dataclass(frozen=True)
class BodyInput:
    """A body as it arrives: ProseMirror JSON, Markdown or HTML; exactly one of the three.

    In Markdown and HTML a photo's address is its id, ``Photo:…``. What they say and a body cannot keep is refused.
    """

    json: object = None
    markdown: str | None = None
    html: str | None = None

    @property
    def forms(self) -> list[str]:
        """Which of the three were given."""
        return [form for form in ("json", *CONVERTERS) if getattr(self, form) is not None]


@dataclass(frozen=True)
class Text:
    """What a person wrote: title, summary and body, checked. Title and summary may be empty in a draft."""

    title: str
    summary: str
    document: Document

    @property
    def is_blank(self) -> bool:
        """Whether the body shows nothing."""
        document = self.document
        has_embeds = any(block["type"] == "embed" for block in document.blocks)
        return not (document.text.strip() or document.photos or has_embeds)


@dataclass(frozen=True)
class Written:
    """A text with what is made from it: the photos it shows, its HTML and its blocks."""

    text: Text
    photos: dict[UUID, Photo]
    rendered: Rendered


def checked_text(title: str, summary: str, body: BodyInput | None) -> Text:
    """A text as it may be stored.

    Raises:
        TextTooLong, TextUnstorable, BodyAmbiguous, BodyNotKept, BodyInvalid.
    """
    return Text(
        title=optional_line(title, "The title", MAX_TITLE, ("input", "title")) or "",
        summary=optional_line(summary, "The summary", MAX_SUMMARY, ("input", "summary")) or "",
        document=_document(body or BodyInput(json=EMPTY_BODY)),
    )


def revised_text(revision: models.Revision, title: str | None, summary: str | None, body: BodyInput | None) -> Text:
    """The text of a revision with what is not None in place of what it says.

    Raises:
        TextTooLong, TextUnstorable, BodyAmbiguous, BodyNotKept, BodyInvalid.
    """
    return checked_text(
        revision.title if title is None else title,
        revision.summary if summary is None else summary,
        BodyInput(json=revision.body) if body is None else body,
    )


def text_of(revision: models.Revision) -> Text:
    """The text a revision holds."""
    return Text(revision.title, revision.summary, parse_body(revision.body))


def says(revision: models.Revision, text: Text) -> bool:
    """Whether a revision holds exactly this text."""
    held = (revision.title, revision.summary, revision.body)
    return held == (text.title, text.summary, text.document.json)


async def written(db: AsyncSession, mission_id: UUID, locale: str, text: Text) -> Written:
    """A text with its photos, HTML and blocks.

    Raises:
        PhotoOfAnotherMission.

    Statements: 1
    """
    wanted = {use.photo_id for use in text.document.photos}
    rows = await db.scalars(select(Photo).where(Photo.id.in_(wanted), Photo.mission_id == mission_id))
    photos = {photo.id: photo for photo in rows}
    for use in text.document.photos:
        if use.photo_id not in photos:
            raise PhotoOfAnotherMission(block=use.block_id, path=IN_BODY)
    facts = {key: _facts(photo) for key, photo in photos.items()}
    return Written(text, photos, render(text.document, facts, locale))


def _facts(photo: Photo) -> PhotoFacts:
    return PhotoFacts(MEDIA_PATH + photo.storage_key, photo.width, photo.height)


def new_translation(
    post: models.Post, locale: str, text: Written, *, slug: str, is_authentic: bool
) -> models.Translation:
    """The row of a post's first text in a language; its revision and placements are still to be kept."""
    translation = models.Translation(
        post_id=post.id,
        locale=locale,
        direction=direction(locale),
        search_configuration=search_configuration(locale),
        is_authentic=is_authentic,
        slug=slug,
        revision_number=0,
        newest_revision_number=0,
        revision_count=0,
    )
    _fill(translation, text)
    return translation


async def show(db: AsyncSession, translation: models.Translation, text: Written) -> None:
    """Make a text the one its row shows, with its placements, as of the newest revision."""
    translation.revision_number = translation.newest_revision_number
    await show_again(db, translation, text)


async def show_again(db: AsyncSession, translation: models.Translation, text: Written) -> None:
    """Fill a row with the text of the revision it shows, and make its placements."""
    _fill(translation, text)
    await place(db, translation, text)
    await compare(db, translation, is_shown=True)


async def entomb(db: AsyncSession, translation: models.Translation, *, title: str, reason: str) -> None:
    """Replace everything a row shows by a title and one paragraph, either of which may be empty.

    The row goes on naming the revision it showed. Nothing of a tombstone is found by searching.
    """
    paragraph = (
        {"type": "paragraph", "content": [{"type": "text", "text": reason}]} if reason else {"type": "paragraph"}
    )
    document = parse_body({"type": "doc", "content": [paragraph]})
    tombstone = Written(Text(title, "", document), {}, render(document, {}, translation.locale))
    await show_again(db, translation, tombstone)
    translation.search_text = ""


async def keep(
    change: Change,
    translation: models.Translation,
    text: Written,
    event: EventName,
    *,
    base: int | None,
    is_side_draft: bool = False,
    merged_into: int | None = None,
    reading: Reading = NEWEST,
) -> models.Revision:
    """Add the next revision of a text, which becomes the newest unless it is a side draft or a part of another one.

    Args:
        base: the revision it was written from.
        reading: what the writer of a translation had before them.
    """
    origins = None if translation.is_authentic else await _origins(change.db, translation, text, base, reading)
    translation.revision_count += 1
    if not is_side_draft and merged_into is None:
        translation.newest_revision_number = translation.revision_count
    revision = models.Revision(
        translation_id=translation.id,
        number=translation.revision_count,
        base_number=base,
        is_side_draft=is_side_draft,
        merged_into_number=merged_into,
        event=event,
        title=text.text.title,
        summary=text.text.summary,
        body=text.text.document.json,
        html=text.rendered.html,
        plain_text=text.text.document.text,
        account_id=change.actor.account_id,
        actor_name=change.actor.name,
        created_at=change.now,
        blocks=text.rendered.blocks if waits(translation) else None,
        origins=origins,
    )
    change.db.add(revision)
    if waits(translation) and translation.newest_revision_number == revision.number:
        await compare(change.db, translation, is_shown=False)
    return revision


def waits(translation: models.Translation) -> bool:
    """Whether what is saved waits beside what is public, instead of being shown at once."""
    return translation.state in PUBLIC


async def _origins(
    db: AsyncSession, translation: models.Translation, text: Written, base: int | None, reading: Reading
) -> dict[str, Any]:
    """What a translation was made from: the newest and its base say it of what they share with it, the rest is new."""
    numbers = (translation.newest_revision_number, reading.restored, base)
    bases = dict.fromkeys(number for number in numbers if number)
    parts = parts_of(text.text.title, text.text.summary, text.text.document.json)
    return origins_as_json(await origins_of(db, translation, parts, bases=bases, reading=reading))


def note_unseen_change(change: Change, post: models.Post) -> None:
    """A public post keeps its moment of change, which strangers read: it must not tell that a draft is waiting."""
    if post.state not in PUBLIC:
        post.updated_at = change.now


async def place(db: AsyncSession, translation: models.Translation, text: Written) -> None:
    """Replace the placements of a text by those of its body."""
    await db.execute(delete(models.Placement).where(models.Placement.translation_id == translation.id))
    if rows := [_placement(use) | {"translation_id": translation.id} for use in text.text.document.photos]:
        await db.execute(insert(models.Placement), rows)


def _placement(use: PhotoUse) -> dict[str, Any]:
    return {
        "photo_id": use.photo_id,
        "block_id": use.block_id,
        "position": use.position,
        "caption_html": use.caption_html,
        "caption_text": use.caption_text,
        "credit": use.credit,
        "alternative": use.alternative and AlternativeChoice(use.alternative),
        "alternative_text": use.alternative_text,
    }


def _fill(translation: models.Translation, text: Written) -> None:
    document = text.text.document
    translation.title, translation.summary, translation.body = text.text.title, text.text.summary, document.json
    translation.html, translation.blocks = text.rendered.html, text.rendered.blocks
    translation.plain_text, translation.word_count = document.text, document.word_count
    translation.search_text = _searched(text.text.title, text.text.summary, document.text)


def _searched(*parts: str) -> str:
    folded = fold("\n".join(filter(None, parts)))
    return folded.encode()[:MAX_SEARCHED_BYTES].decode(errors="ignore")


def _document(body: BodyInput) -> Document:
    if len(body.forms) != 1:
        raise BodyAmbiguous(path=IN_BODY)
    (form,) = body.forms
    try:
        return parse_body(body.json if form == "json" else _converted(getattr(body, form), form))
    except BodyInvalid as invalid:
        # Inside Markdown and HTML there is no pointing at a problem.
        within = invalid.path if form == "json" else ()
        raise BodyInvalid(invalid.problems, path=(*IN_BODY, form, *within)) from None


def _converted(words: str, form: str) -> object:
    converted = CONVERTERS[form](words, _photo_for)
    for loss in converted.losses:
        raise BodyNotKept(loss=loss.detail, path=(*IN_BODY, form))
    return converted.document


def _photo_for(address: str) -> UUID | None:
    try:
        return UUID(address.removeprefix("Photo:"))
    except ValueError:
        return None
