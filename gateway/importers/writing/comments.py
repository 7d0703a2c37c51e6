"""Writing the comments, each after the one it answers."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple
from uuid import UUID

from selectolax.lexbor import LexborHTMLParser
from sqlalchemy import select

from gateway.importers.records import ForeignComment
from gateway.importers.writing.many import among_keys
from gateway.importers.writing.memory import digest_of
from gateway.importers.writing.wording import fitted
from gateway.importers.writing.work import Text, Work, naming
from schema.comments.models import Comment, CommentState
from schema.comments.services import MAX_AUTHOR_NAME, MAX_DEPTH, MAX_TEXT, add_comment
from schema.texts import UNSTORABLE, is_visible, stored

STATES = {"live": CommentState.VISIBLE, "pending": CommentState.PENDING}
"""What was shown stays shown, what waited waits; a comment in any other state is kept and hidden."""
LEFT_OUT = {
    "trashed": "in the wastebasket",
    "removed": "its text was removed there",
    "spam": "taken for spam there",
}
NAMELESS = "Anonymous"


class Place(NamedTuple):
    """Where a comment stands here; ``depth`` is 1 at the top of the thread."""

    comment_id: UUID
    post_id: UUID
    depth: int


async def write_comments(work: Work) -> None:
    """Add the comments of every text that is here; an answer to one that is left out moves up to the next above it."""
    places = await _known_places(work)
    comments = {comment.key: comment for comment in work.blog.comments}
    for done, comment in enumerate(_parents_first(work.blog.comments), 1):
        text = work.texts.get(comment.post_key)
        digest = digest_of({"html": comment.html, "status": comment.status, "author": comment.author_name})
        known = work.memory.find("comment", comment.key)
        reason = _left_out(text, comment)
        if known is not None and (reason or known.digest != digest):
            work.report.skipped("comment", "it changed there and is kept as it is here")
            work.report.warned(text.where if text else "", f"a comment by {comment.author_name} changed there")
        elif known is not None:
            work.report.unchanged("comment")
        elif reason or text is None:
            work.report.skipped("comment", reason)
        else:
            parent = _parent(work, text, comment, comments, places)
            with naming(text):
                made = await _add(work, text, comment, parent and parent.comment_id)
            places[comment.key] = Place(made.id, made.post_id, made.depth)
            work.memory.remember("comment", comment.key, made, digest)
            work.report.wrote("comment")
        work.progress("comments", done, len(comments))


async def _known_places(work: Work) -> dict[str, Place]:
    """Where the comments of earlier imports stand."""
    known = {
        key: record.subject_id for one in work.blog.comments if (record := work.memory.find("comment", key := one.key))
    }
    if not known or len(known) == len(work.blog.comments):
        return {}
    comment = Comment
    found = await work.change.db.execute(
        select(comment.id, comment.post_id, comment.depth).where(among_keys(comment.id, known.values()))
    )
    places = {row.id: Place(row.id, row.post_id, row.depth) for row in found}
    return {key: places[comment_id] for key, comment_id in known.items() if comment_id in places}


def _parents_first(comments: tuple[ForeignComment, ...]) -> Iterator[ForeignComment]:
    """Every comment after the one it answers, the oldest of a level first."""
    answers: defaultdict[str | None, list[ForeignComment]] = defaultdict(list)
    keys = {comment.key for comment in comments}
    for comment in sorted(comments, key=lambda one: (one.written_at is None, one.written_at, one.key)):
        answers[comment.parent_key if comment.parent_key in keys else None].append(comment)
    waiting = answers.pop(None, [])[::-1]
    while waiting:
        comment = waiting.pop()
        yield comment
        waiting += answers.pop(comment.key, [])[::-1]


def _left_out(text: Text | None, comment: ForeignComment) -> str:
    """Why a comment is not imported; empty when it is."""
    if text is None:
        return "under a post in the wastebasket"
    if text.known is None:
        return "its post could not be kept"
    return LEFT_OUT.get(comment.status, "") or ("" if is_visible(comment.text) else "it has no words")


def _parent(
    work: Work, text: Text, comment: ForeignComment, comments: dict[str, ForeignComment], places: dict[str, Place]
) -> Place | None:
    """What it stands under here: the comment it answers, or the next above that which is here and not too deep."""
    key = comment.parent_key
    while key is not None:
        place = places.get(key)
        if place is not None and place.post_id == text.here.post_id and place.depth < MAX_DEPTH:
            break
        key = comments[key].parent_key if key in comments else None
    if key != comment.parent_key:
        what = "an answer was moved up in its thread: the comment it answers is not here, or too deep"
        work.report.lost("comment", text.where, what, f"{comment.author_name}: {comment.text}")
    return places[key] if key is not None else None


async def _add(work: Work, text: Text, comment: ForeignComment, parent_id: UUID | None) -> Comment:
    whole = stored(UNSTORABLE.sub("", comment.text), "The comment", ()).strip()
    name, rest_of_name = fitted(comment.author_name, MAX_AUTHOR_NAME)
    for what, rest in (("a comment was cut", whole[MAX_TEXT:]), ("a long name was cut", rest_of_name)):
        if rest:
            work.report.lost("comment", text.where, what, rest)
    for link in _links_behind_words(comment):
        work.report.lost("comment", text.where, "the link behind words of a comment was dropped", link)
    moment = comment.written_at or text.post.published_at or work.change.now
    return await add_comment(
        work.change,
        post_id=text.here.post_id,
        author_name=name if is_visible(name) else NAMELESS,
        text=whole[:MAX_TEXT],
        parent_id=parent_id,
        written_at=min(moment, work.change.now),
        state=STATES.get(comment.status, CommentState.HIDDEN),
    )


def _links_behind_words(comment: ForeignComment) -> Iterator[str]:
    """``words → address`` for each link whose address is not written out in the comment."""
    if "<a" not in comment.html:
        return
    for link in LexborHTMLParser(comment.html).css("a[href]"):
        address = link.attributes.get("href") or ""
        if address and address not in comment.text:
            yield f"{link.text(deep=True).strip()} → {address}"
