"""Who may read comments."""

from typing import Any

from sqlalchemy import ColumnElement, any_, or_, select
from sqlalchemy.orm import aliased

from schema.comments.models import CommentState
from schema.context import SYSTEM, Actor, Viewer
from schema.posts.models import Post
from schema.sources import any_readable


def comment_is_visible(viewer: Viewer, comment: Any) -> ColumnElement[bool] | None:
    """Visible comments on posts one may read, to everyone; every comment on their missions' posts, to members."""
    if viewer.kind == "administrator":
        return None
    post = aliased(Post)
    of_post = select(post).where(post.id == comment.post_id)
    is_public = (comment.state == CommentState.VISIBLE) & any_readable(of_post)
    if viewer.kind == "visitor":
        return is_public
    return or_(is_public, any_readable(of_post.where(post.mission_id == any_(viewer.missions))))


def may_import(actor: Actor) -> bool:
    """The system itself: only it may say when a comment was written, and in which state it is."""
    return actor == SYSTEM
