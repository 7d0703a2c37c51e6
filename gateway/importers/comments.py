"""Comments put under their posts and under each other, as far as the archive still knows where they stood."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from gateway.importers.characters import usable
from gateway.importers.entries import Entry
from gateway.importers.records import ForeignComment
from gateway.importers.report import LossReport
from gateway.importers.trees import complete_addresses, inner_html, paragraphs, parse, plain_text, text_with_breaks

NO_POST = "the post under which it stood is not in the archive"
NO_PARENT = "an answer was moved to the top of its thread: the comment it answers is not under this post"
ROUND = "an answer was moved to the top of its thread: the comments answer each other in a circle"


def comments_of(entries: Iterable[Entry], posts: Mapping[str, str], report: LossReport) -> tuple[ForeignComment, ...]:
    """The comments of one blog, in the order of the archive; ``posts`` holds the title of each post by its key."""
    comments: dict[str, ForeignComment] = {}
    for entry in entries:
        report.read("comment")
        if entry.post_key is None or entry.post_key not in posts:
            report.skipped("comment", NO_POST)
            report.lost("comment", entry.author.name, NO_POST, plain_text(entry.html))
            continue
        comments[entry.key] = _comment(entry, posts[entry.post_key], report)
    return tuple(_placed(comments, posts, report))


def read_comment(html: str) -> tuple[str, str]:
    """A comment's HTML with complete addresses, and its plain text with the line breaks kept."""
    tree = parse(usable(html))
    if tree is None:
        text = plain_text(usable(html))
        return paragraphs(text), text
    complete_addresses(tree)
    return inner_html(tree), text_with_breaks(tree)


def _comment(entry: Entry, title: str, report: LossReport) -> ForeignComment:
    html, text = read_comment(entry.html)
    if entry.title and not _letters(text).startswith(_letters(entry.title.rstrip(". …"))):
        report.lost("comment", title, "the title of a comment was dropped", entry.title)
    return ForeignComment(
        key=entry.key,
        post_key=entry.post_key or "",
        parent_key=None if entry.parent_key == entry.post_key else entry.parent_key,
        author_name=entry.author.name,
        is_anonymous=entry.author.is_anonymous,
        html=html,
        text=text,
        written_at=entry.published_at,
        status="trashed" if entry.is_trashed else "removed" if entry.is_removed else entry.status,
    )


def _placed(
    comments: dict[str, ForeignComment], posts: Mapping[str, str], report: LossReport
) -> Iterable[ForeignComment]:
    """Each comment with a parent that stands under the same post and leads up to the top of the thread."""
    top: set[str] = set()
    for comment in comments.values():
        what = _misplaced(comment, comments, top)
        if what:
            top.add(comment.key)
            report.lost("comment", posts[comment.post_key], what, f"{comment.author_name}: {comment.text}")
        yield replace(comment, parent_key=None) if what else comment


def _misplaced(comment: ForeignComment, comments: Mapping[str, ForeignComment], top: set[str]) -> str | None:
    """Why the comment cannot stand under its parent; None when it can."""
    if comment.parent_key is None:
        return None
    parent = comments.get(comment.parent_key)
    if parent is None or parent.post_key != comment.post_key:
        return NO_PARENT
    seen = {comment.key}
    while parent is not None and parent.key not in top:
        if parent.key in seen:
            return ROUND if parent.key == comment.key else None
        seen.add(parent.key)
        parent = comments.get(parent.parent_key or "")
    return None


def _letters(text: str) -> str:
    return "".join(text.split()).casefold()
