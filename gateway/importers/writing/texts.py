"""Which texts there will be: each foreign post's language, whose translation it is, and what an earlier import made."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import Row, select

from gateway.importers.records import ForeignPost, kind_of
from gateway.importers.writing.many import among_keys
from gateway.importers.writing.memory import digest_of
from gateway.importers.writing.work import Here, Text, Work, where
from schema.posts.models import ImportedRecord, Translation
from schema.posts.services import find_touched

IN_THE_BIN = "in the wastebasket"
CHANGED_HERE = "it changed there and was worked on here: kept as it is here"
SECOND = "the post it translates has a text in “{}” already; it stands alone"
GONE_HERE = "it was imported before and is not here any more"


async def read_texts(work: Work) -> None:
    """Decide what is new, changed or unchanged, and who is whose translation; skip what is in the wastebasket."""
    kept = [post for post in work.blog.posts if not post.is_trashed]
    kept.sort(key=lambda post: (post.published_at is None, post.published_at, post.key))
    texts = {post.key: Text(post, _locale(work, post), _digest(work, post)) for post in kept}
    by_path = {path: text for text in reversed(texts.values()) for path in text.post.old_paths}
    for text in texts.values():
        text.original = _original(work, text, by_path)
    ordered = sorted(texts.values(), key=lambda text: text.original is not None)
    work.texts = {text.post.key: text for text in ordered}
    await _recall(work)
    await _settle_languages(work)
    for text in work.texts.values():
        if text.state == "unchanged":
            _count_unchanged(work, text)
    for post in work.blog.posts:
        if post.is_trashed:
            _skip(work, post)


def _locale(work: Work, post: ForeignPost) -> str:
    return post.language or work.destination.locale or work.blog.language or work.mission.languages[0]


def _digest(work: Work, post: ForeignPost) -> str:
    """What a post says, pictures included: a picture that was missing and is found changes it."""
    said = (post.title, post.html, post.summary, post.status, post.labels, post.published_at, post.language)
    pictures = [gathered.sha256 for image in post.images if (gathered := work.pictures.get(image.address))]
    return digest_of({"said": [*said, post.translation_of, post.author_key], "pictures": pictures})


def _original(work: Work, text: Text, by_path: Mapping[str, Text]) -> Text | None:
    """The authentic text at the end of the chain; None when there is none among those that are imported."""
    seen = [text]
    while (path := seen[-1].post.translation_of) is not None:
        found = by_path.get(path)
        if found is None or found in seen:
            work.report.warned(text.where, "the post it translates is not imported with it; it stands alone")
            return None
        seen.append(found)
    return seen[-1] if len(seen) > 1 else None


async def _recall(work: Work) -> None:
    """Bring what earlier imports made together with what the archive says now."""
    records = {text.post.key: record for text in work.texts.values() if (record := _record(work, text))}
    rows = await _rows(work, list(records.values()))
    changed = {
        rows[record.subject_id].post_id
        for key, record in records.items()
        if record.subject_id in rows and record.digest != work.texts[key].digest
    }
    touched = await find_touched(work.change.db, changed) if changed else frozenset()
    for key, record in records.items():
        text = work.texts[key]
        row = rows.get(record.subject_id)
        if row is None:
            _keep(work, text, GONE_HERE)
            continue
        text.known, text.locale = Here(row.post_id, row.id), row.locale
        text.state = "unchanged" if record.digest == text.digest else "changed"
        if text.state == "changed" and row.post_id in touched:
            _keep(work, text, CHANGED_HERE)


def _record(work: Work, text: Text) -> ImportedRecord | None:
    return work.memory.find("post", text.post.key)


async def _rows(work: Work, records: Sequence[ImportedRecord]) -> dict[UUID, Row[UUID, UUID, str]]:
    """The texts that earlier imports made, by key."""
    if not records:
        return {}
    translation = Translation
    wanted = among_keys(translation.id, [record.subject_id for record in records])
    found = await work.change.db.execute(select(translation.id, translation.post_id, translation.locale).where(wanted))
    return {row.id: row for row in found}


def _keep(work: Work, text: Text, why: str) -> None:
    text.state = "kept"
    work.report.skipped(text.kind, why)
    work.report.warned(text.where, why)
    work.report.skipped("placement", why, len(text.post.images))


def _count_unchanged(work: Work, text: Text) -> None:
    work.report.unchanged(text.kind)
    for image in text.post.images:
        gathered = work.pictures[image.address]
        if gathered.missing:
            work.report.skipped("placement", gathered.missing)
        else:
            work.report.unchanged("placement")


async def _settle_languages(work: Work) -> None:
    """One text for each language of a post: a second one stands alone."""
    taken = await _languages_here(work)
    taken |= {(_identity(text), text.locale) for text in work.texts.values() if text.original is None}
    for text in work.texts.values():
        if text.original is None:
            continue
        place = (_identity(text.original), text.locale)
        if text.state == "new" and place in taken:
            work.report.warned(text.where, SECOND.format(text.locale))
            text.original = None
        else:
            taken.add(place)
            text.original.translations.append(text)


async def _languages_here(work: Work) -> set[tuple[UUID | int, str]]:
    """The languages of posts that are here already and have a new translation in the archive."""
    joined = {text.original.known.post_id for text in work.texts.values() if text.original and text.original.known}
    if not joined:
        return set()
    translation = Translation
    rows = await work.change.db.execute(
        select(translation.post_id, translation.locale).where(among_keys(translation.post_id, joined))
    )
    return {(row.post_id, row.locale) for row in rows}


def _identity(text: Text) -> UUID | int:
    return text.known.post_id if text.known else id(text)


def _skip(work: Work, post: ForeignPost) -> None:
    """Count a post in the wastebasket, and what hangs on it, as left out."""
    work.report.skipped(kind_of(post), IN_THE_BIN)
    work.report.skipped("placement", IN_THE_BIN, len(post.images))
    work.report.skipped("redirect", IN_THE_BIN, len(post.old_paths))
    if work.memory.find("post", post.key):
        work.report.warned(where(post), "it was imported before and is in the wastebasket there now; it is still here")
