"""Who may read posts and what hangs on them, and who may do what to a post."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, false, or_, select
from sqlalchemy.orm import aliased

from schema.context import SYSTEM, Actor, Role, Viewer
from schema.history.models import AuditEntry
from schema.people.models import Appointment
from schema.posts import models
from schema.posts.models import PublicationState
from schema.sources import any_readable


def post_is_visible(viewer: Viewer, post: Any) -> ColumnElement[bool] | None:
    """What is live, to everyone; everything of their missions, to members."""
    if viewer.kind == "administrator":
        return None
    is_live: ColumnElement[bool] = post.state == PublicationState.LIVE
    return or_(is_live, viewer.is_member_of(post.mission_id)) if viewer.kind == "member" else is_live


def translation_is_visible(viewer: Viewer, translation: Any) -> ColumnElement[bool] | None:
    """Live texts, to everyone; every text of their missions' posts, to members.

    A text is live only while its post is: publishing and unpublishing keep it so.
    """
    if viewer.kind == "administrator":
        return None
    is_live = translation.state == PublicationState.LIVE
    if viewer.kind == "visitor":
        return is_live
    post = aliased(models.Post)
    own = select(post).where(post.id == translation.post_id, viewer.is_member_of(post.mission_id))
    return or_(is_live, any_readable(own))


def revision_is_visible(viewer: Viewer, revision: Any) -> ColumnElement[bool] | None:
    """The history of a text, to members of its mission only: it holds what was never published."""
    if viewer.kind == "administrator":
        return None
    if viewer.kind == "visitor":
        return false()
    translation, post = aliased(models.Translation), aliased(models.Post)
    return any_readable(
        select(translation, post)
        .join(post, post.id == translation.post_id)
        .where(translation.id == revision.translation_id, viewer.is_member_of(post.mission_id))
    )


def review_is_visible(viewer: Viewer, review: Any) -> ColumnElement[bool] | None:
    """As the history of its text."""
    return revision_is_visible(viewer, review)


def part_of_translation_is_visible(viewer: Viewer, part: Any) -> ColumnElement[bool] | None:
    """What belongs to a text, to whoever may read the text."""
    if viewer.kind == "administrator":
        return None
    translation = aliased(models.Translation)
    return any_readable(select(translation).where(translation.id == part.translation_id))


def part_of_post_is_visible(viewer: Viewer, part: Any) -> ColumnElement[bool] | None:
    """What belongs to a post, to whoever may read the post."""
    if viewer.kind == "administrator":
        return None
    post = aliased(models.Post)
    return any_readable(select(post).where(post.id == part.post_id))


def photo_is_visible(viewer: Viewer, photo: Any) -> ColumnElement[bool] | None:
    """Photos of texts one may read, to everyone; every photo of their missions, to members."""
    if viewer.kind == "administrator":
        return None
    placement = aliased(models.Placement)
    is_shown = any_readable(select(placement).where(placement.photo_id == photo.id))
    return or_(viewer.is_member_of(photo.mission_id), is_shown) if viewer.kind == "member" else is_shown


def person_is_visible(viewer: Viewer, person: Any) -> ColumnElement[bool] | None:
    """People with an office, now or once, or named over a post one may read; to members, whom their missions added."""
    if viewer.kind == "administrator":
        return None
    appointment, byline = aliased(Appointment), aliased(models.Byline)
    named = or_(
        any_readable(select(appointment).where(appointment.person_id == person.id)),
        any_readable(select(byline).where(byline.person_id == person.id)),
    )
    if viewer.kind == "visitor":
        return named
    entry = aliased(AuditEntry)
    added = select(entry).where(entry.subject_id == person.id, entry.event == "person.created")
    return or_(named, any_readable(added))


def tag_is_visible(viewer: Viewer, tag: Any) -> ColumnElement[bool] | None:
    """Tags of posts one may read: a tag that only a draft has would betray the draft."""
    if viewer.kind == "administrator":
        return None
    post_tag = aliased(models.PostTag)
    return any_readable(select(post_tag).where(post_tag.tag_id == tag.id))


def may_read_drafts(actor: Actor, post: models.Post) -> bool:
    """Members of the post's mission."""
    return actor.may(Role.READER, post.mission_id)


def may_read(actor: Actor, post: models.Post) -> bool:
    """Everyone, while it is live; else members of its mission."""
    return post.state is PublicationState.LIVE or may_read_drafts(actor, post)


def may_create(actor: Actor, mission_id: UUID) -> bool:
    """Authors of the mission."""
    return actor.may(Role.AUTHOR, mission_id)


def may_import(actor: Actor) -> bool:
    """Nobody but the system itself."""
    return actor == SYSTEM
