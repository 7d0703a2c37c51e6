"""Who may read comments."""

from typing import Any

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import aliased

from schema.comments.models import Comment, CommentState
from schema.context import SYSTEM, Actor, Scope, Viewer
from schema.posts.access import may_read_drafts
from schema.posts.models import Post, PublicationState
from schema.sources import any_readable


def comment_is_visible(viewer: Viewer, comment: Any) -> ColumnElement[bool] | None:
    """Visible comments on live posts, to everyone; every comment on their missions' posts, to members."""
    if viewer.kind == "administrator":
        return None
    post = aliased(Post)
    of_post = select(post).where(post.id == comment.post_id)
    on_live = any_readable(of_post.where(post.state == PublicationState.LIVE))
    is_public = (comment.state == CommentState.VISIBLE) & on_live
    if viewer.kind == "visitor":
        return is_public
    return or_(is_public, any_readable(of_post.where(viewer.is_member_of(post.mission_id))))


def may_read(actor: Actor, comment: Comment, post: Post) -> bool:
    """Visible comments, to everyone while the post is live; every comment, to members of the post's mission."""
    is_public = comment.state is CommentState.VISIBLE and post.state is PublicationState.LIVE
    return is_public or may_read_drafts(actor, post)


def may_comment(actor: Actor) -> bool:
    """Everybody: visitors, and accounts by a token that is not for reading only."""
    return actor.is_visitor or Scope.WRITE in actor.scopes


def may_import(actor: Actor) -> bool:
    """The system itself: only it may say when a comment was written, and in which state it is."""
    return actor == SYSTEM
