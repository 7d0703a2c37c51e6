"""Who may know of preview links. Who may make and revoke one is decided by who may write the text."""

from typing import Any

from sqlalchemy import ColumnElement, false, select
from sqlalchemy.orm import aliased

from schema.context import Actor, Role, Viewer
from schema.posts.models import Post, Translation
from schema.sources import any_readable


def preview_link_is_visible(viewer: Viewer, link: Any) -> ColumnElement[bool] | None:
    """Links to texts of a mission, to its translators and above; none to visitors, not even the one they came by."""
    if viewer.kind == "visitor":
        return false()
    translation, post = aliased(Translation), aliased(Post)
    return any_readable(
        select(translation, post)
        .join(post, post.id == translation.post_id)
        .where(translation.id == link.translation_id, viewer.has(Role.TRANSLATOR, post.mission_id))
    )


def may_read(actor: Actor, post: Post) -> bool:
    """Translators of the post's mission and above."""
    return actor.may(Role.TRANSLATOR, post.mission_id)
