"""Who may read posts and what hangs on them, and who may do what to a post."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, false, func, or_, select
from sqlalchemy.orm import aliased

from schema.context import SYSTEM, Actor, Role, Viewer
from schema.history.models import AuditEntry
from schema.people.models import Appointment
from schema.posts import models
from schema.posts.models import PUBLIC, WITHDRAWALS, PublicationState
from schema.sources import any_readable
from schema.statements.models import Statement


def post_is_visible(viewer: Viewer, post: Any) -> ColumnElement[bool] | None:
    """What is live, and that something was withdrawn, to everyone; everything of their missions, to members."""
    if viewer.kind == "administrator":
        return None
    is_public: ColumnElement[bool] = post.state.in_(PUBLIC)
    return or_(is_public, viewer.is_member_of(post.mission_id)) if viewer.kind == "member" else is_public


def translation_is_visible(viewer: Viewer, translation: Any) -> ColumnElement[bool] | None:
    """Live texts and tombstones, to everyone; every text of their missions' posts, to members.

    A text is live only while its post is, and withdrawn only while its post is live or withdrawn: the verbs keep it so.
    """
    if viewer.kind == "administrator":
        return None
    is_public: ColumnElement[bool] = translation.state.in_(PUBLIC)
    if viewer.kind == "visitor":
        return is_public
    post = aliased(models.Post)
    own = select(post).where(post.id == translation.post_id, viewer.is_member_of(post.mission_id))
    return or_(is_public, any_readable(own))


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


def comparison_is_visible(viewer: Viewer, comparison: Any) -> ColumnElement[bool] | None:
    """How live texts stand against each other, to everyone; how drafts do, to members of their mission."""
    if viewer.kind == "administrator":
        return None
    text, post = aliased(models.Translation), aliased(models.Post)
    of_text = select(text).where(text.id == comparison.translation_id)
    is_live = and_(comparison.is_public, any_readable(of_text.where(text.state == PublicationState.LIVE)))
    if viewer.kind == "visitor":
        return is_live
    own = select(text, post).join(post, post.id == text.post_id).where(text.id == comparison.translation_id)
    return or_(is_live, any_readable(own.where(viewer.is_member_of(post.mission_id))))


def part_of_translation_is_visible(viewer: Viewer, part: Any) -> ColumnElement[bool] | None:
    """What belongs to a text, to whoever may read the text."""
    if viewer.kind == "administrator":
        return None
    translation = aliased(models.Translation)
    return any_readable(select(translation).where(translation.id == part.translation_id))


def signature_is_visible(viewer: Viewer, signature: Any) -> ColumnElement[bool] | None:
    """What is under a statement, to whoever may read the statement."""
    if viewer.kind == "administrator":
        return None
    statement = aliased(Statement)
    return any_readable(select(statement).where(statement.id == signature.statement_id))


def part_of_post_is_visible(viewer: Viewer, part: Any) -> ColumnElement[bool] | None:
    """What belongs to a post, to whoever may read the post; of one that was withdrawn, to members of its mission."""
    if viewer.kind == "administrator":
        return None
    post = aliased(models.Post)
    is_shown: ColumnElement[bool] = post.state != PublicationState.WITHDRAWN
    if viewer.kind == "member":
        is_shown = or_(is_shown, viewer.is_member_of(post.mission_id))
    return any_readable(select(post).where(post.id == part.post_id, is_shown))


def notice_is_visible(viewer: Viewer, notice: Any) -> ColumnElement[bool] | None:
    """Notices on live texts and the withdrawals that stand, to everyone; those of their missions, to members.

    What was noted on a text before it was withdrawn goes with its words, which it may repeat.
    """
    if viewer.kind == "administrator":
        return None
    post, text = aliased(models.Post), aliased(models.Translation)
    of_post, is_live = select(post).where(post.id == notice.post_id), post.state == PublicationState.LIVE
    of_text = select(text).where(text.id == notice.translation_id, text.state == PublicationState.LIVE)
    is_on_live_text = or_(notice.translation_id.is_(None), any_readable(of_text))
    is_shown = or_(is_standing_withdrawal(notice), and_(is_live, is_on_live_text))
    if viewer.kind == "member":
        is_shown = or_(is_shown, viewer.is_member_of(post.mission_id))
    return any_readable(of_post.where(is_shown))


def is_standing_withdrawal(notice: Any) -> ColumnElement[bool]:
    """Whether a notice withdraws something and was not taken back."""
    return and_(notice.kind.in_(WITHDRAWALS), notice.ended_at.is_(None))


def feature_is_visible(viewer: Viewer, feature: Any) -> ColumnElement[bool]:
    """What stands on the front of a mission, to whoever may read the post, until its time there is over."""
    post = aliased(models.Post)
    is_in_time = or_(feature.until.is_(None), feature.until > func.now())
    return and_(is_in_time, any_readable(select(post).where(post.id == feature.post_id)))


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
    """Everyone, while it is live or withdrawn; else members of its mission."""
    return post.state in PUBLIC or may_read_drafts(actor, post)


def may_create(actor: Actor, mission_id: UUID) -> bool:
    """Authors of the mission."""
    return actor.may(Role.AUTHOR, mission_id)


def may_import(actor: Actor) -> bool:
    """Nobody but the system itself."""
    return actor == SYSTEM
