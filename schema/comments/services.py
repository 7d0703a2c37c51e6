"""The verbs of comments."""

from datetime import datetime
from uuid import UUID

from schema.change import Change
from schema.comments import access, models
from schema.comments.models import CommentState
from schema.comments.writing import comment_html
from schema.errors import Invalid, NotAllowed, NotFound, NotReady
from schema.posts.access import may_read
from schema.posts.models import CommentPolicy, Post, PublicationState
from schema.sources import encode_id
from schema.texts import language, line, lines

MAX_AUTHOR_NAME = 80
MAX_TEXT = 5_000
MAX_DEPTH = 50

FIRST_STATE = {CommentPolicy.OPEN: CommentState.VISIBLE, CommentPolicy.PREMODERATED: CommentState.PENDING}


class TokenReadsOnly(NotAllowed):
    """This token may only read. Send the comment without it, or by a token with the scope “write”."""


class CommentsClosed(NotReady):
    """Comments on this post are closed. Write to the mission instead."""


class ReplyTooDeep(Invalid):
    """This thread is nested {limit} levels deep already. Answer a comment further up."""


class WrittenInFuture(Invalid):
    """A comment cannot have been written at {at}, which is still to come. Correct the moment."""


async def add_comment(
    change: Change,
    *,
    post_id: UUID,
    author_name: str,
    text: str,
    parent_id: UUID | None = None,
    locale: str | None = None,
    written_at: datetime | None = None,
    state: CommentState | None = None,
) -> models.Comment:
    """Add a comment to a public post; it is seen at once, or after somebody has read it, as the post says.

    Below a comment that is not visible it is no more visible than that one.

    Args:
        author_name: as the writer gives it; at most 80 characters.
        text: at most 5,000 characters.
        parent_id: the comment it answers.
        written_at: only for an import, which may also add to closed posts; UTC.
        state: only for an import.

    Raises:
        NotFound, NotAllowed, TokenReadsOnly, CommentsClosed, ReplyTooDeep, WrittenInFuture, UnknownLanguage,
        TextMissing, TextTooLong, TextUnstorable.

    Records:
        comment.added
    """
    if not access.may_comment(change.actor):
        raise TokenReadsOnly(path=("input",))
    is_import = written_at is not None or state is not None
    if is_import and not access.may_import(change.actor):
        raise NotAllowed(verb="date a comment or decide its state", role="system", path=("input",))
    post = await _get_post(change, post_id)
    parent = await _get_parent(change, post, parent_id) if parent_id else None
    if not is_import:
        _check_open(post)
    if written_at is not None and written_at > change.now:
        raise WrittenInFuture(at=written_at.isoformat(), path=("input", "writtenAt"))
    plain_text = lines(text, "The comment", MAX_TEXT, ("input", "text"))
    comment = models.Comment(
        post_id=post.id,
        parent_id=parent_id,
        depth=parent.depth + 1 if parent else 1,
        state=_first_state(state or FIRST_STATE.get(post.comment_policy, CommentState.VISIBLE), parent),
        author_name=line(author_name, "The name", MAX_AUTHOR_NAME, ("input", "authorName")),
        locale=None if locale is None else language(locale, ("input", "locale")),
        plain_text=plain_text,
        html=comment_html(plain_text),
        written_at=written_at or change.now,
    )
    change.db.add(comment)
    await change.db.flush()
    details = {"post": encode_id("Post", post.id), "state": comment.state.value}
    change.record("comment.added", comment, post.mission_id, **details)
    await change.db.flush()
    return comment


async def _get_post(change: Change, post_id: UUID) -> Post:
    """The post, held as it is until the comment is kept; one that this actor may not read is not there."""
    post = await change.db.get(Post, post_id, with_for_update={"read": True}, populate_existing=True)
    if post is None or not may_read(change.actor, post):
        raise NotFound(noun="post", key=encode_id("Post", post_id), path=("input", "post"))
    return post


def _check_open(post: Post) -> None:
    if post.state is not PublicationState.LIVE or post.comment_policy is CommentPolicy.CLOSED:
        raise CommentsClosed(path=("input", "post"))


def _first_state(wanted: CommentState, parent: models.Comment | None) -> CommentState:
    """What a comment begins as: below one that is not visible none is, or its place would betray the other."""
    if parent is None or parent.state is CommentState.VISIBLE or wanted is not CommentState.VISIBLE:
        return wanted
    return parent.state


async def _get_parent(change: Change, post: Post, parent_id: UUID) -> models.Comment:
    """The comment that is answered; one of another post, or one that this actor may not read, is not there."""
    parent = await change.db.get(models.Comment, parent_id, with_for_update={"read": True}, populate_existing=True)
    if parent is None or parent.post_id != post.id or not access.may_read(change.actor, parent, post):
        raise NotFound(noun="comment", key=encode_id("Comment", parent_id), path=("input", "parent"))
    if parent.depth >= MAX_DEPTH:
        raise ReplyTooDeep(limit=MAX_DEPTH, path=("input", "parent"))
    return parent
