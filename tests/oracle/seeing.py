"""Who may read which rows, written a second time from the words of the product, as conditions on a row."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, and_, any_, exists, false, inspect, or_, true
from sqlalchemy.orm import aliased

from schema.accounts.models import Account, AccountSession, ApiToken, Factor, Membership
from schema.clearance.models import ClearancePolicy
from schema.comments.models import Comment, CommentState
from schema.history.models import AuditEntry, Event
from schema.media.models import Photo
from schema.missions.models import Mission
from schema.people.models import Appointment, Person
from schema.posts.comparison import Comparison
from schema.posts.models import (
    Address,
    Byline,
    Feature,
    Notice,
    NoticeKind,
    Placement,
    Post,
    PostTag,
    PostTopic,
    PublicationState,
    Review,
    Revision,
    Translation,
)
from schema.previews.models import PreviewLink
from schema.schedules.models import Hold, Schedule
from schema.topics.models import Tag, Topic
from schema.webhooks.models import Delivery, Webhook

if TYPE_CHECKING:
    from tests.oracle.asking import Asker

Condition = ColumnElement[bool]
LIVE, WITHDRAWN = PublicationState.LIVE, PublicationState.WITHDRAWN


def may_read(asker: "Asker", row: Any) -> Condition:
    """Whether a row may be read; administrators of the whole read everything."""
    if asker.is_administrator:
        return true()
    return RULES[inspect(row).mapper.class_](asker, row)


def _public(asker: "Asker", row: Any) -> Condition:
    return true()


def _of_own_mission(asker: "Asker", row: Any) -> Condition:
    return row.mission_id.in_(asker.missions)  # type: ignore[no-any-return]


def _post(asker: "Asker", post: Any) -> Condition:
    return or_(post.state == LIVE, post.state == WITHDRAWN, _of_own_mission(asker, post))


def _on_own_post(asker: "Asker", row: Any) -> Condition:
    post: Any = aliased(Post)
    return exists().where(post.id == row.post_id, _of_own_mission(asker, post))


def _on_shown_post(asker: "Asker", row: Any) -> Condition:
    """What hangs on a post is not shown of one that was withdrawn."""
    post: Any = aliased(Post)
    return exists().where(post.id == row.post_id, or_(post.state == LIVE, _of_own_mission(asker, post)))


def _translation(asker: "Asker", translation: Any) -> Condition:
    is_public = translation.state.in_([LIVE, WITHDRAWN])
    return or_(is_public, _on_own_post(asker, translation)) if asker.missions else is_public


def _in_readable_text(asker: "Asker", row: Any) -> Condition:
    translation: Any = aliased(Translation)
    return exists().where(translation.id == row.translation_id, _translation(asker, translation))


def _revision(asker: "Asker", revision: Any) -> Condition:
    translation: Any = aliased(Translation)
    return exists().where(translation.id == revision.translation_id, _on_own_post(asker, translation))


def _binding(asker: "Asker", policy: Any) -> Condition:
    """A choice of a mission to which the asker belongs, or of one above it."""
    bound: Any = aliased(Mission)
    return exists().where(bound.id.in_(asker.missions), policy.mission_id == any_(bound.lineage))


def _preview_link(asker: "Asker", link: Any) -> Condition:
    translation: Any = aliased(Translation)
    return exists().where(translation.id == link.translation_id, _on_own_post(asker, translation))


def _comparison(asker: "Asker", comparison: Any) -> Condition:
    translation: Any = aliased(Translation)
    of_text, is_live = translation.id == comparison.translation_id, translation.state == PublicationState.LIVE
    own = exists().where(of_text, _on_own_post(asker, translation))
    return or_(own, and_(comparison.is_public, exists().where(of_text, is_live)))


def _photo(asker: "Asker", photo: Any) -> Condition:
    placement: Any = aliased(Placement)
    shown = exists().where(placement.photo_id == photo.id, _in_readable_text(asker, placement))
    return or_(_of_own_mission(asker, photo), shown)


def _person(asker: "Asker", person: Any) -> Condition:
    appointment: Any = aliased(Appointment)
    byline: Any = aliased(Byline)
    entry: Any = aliased(AuditEntry)
    return or_(
        exists().where(appointment.person_id == person.id),
        exists().where(byline.person_id == person.id, _on_shown_post(asker, byline)),
        exists().where(
            entry.subject_id == person.id, entry.event == "person.created", entry.mission_id.in_(asker.missions)
        ),
    )


def _tag(asker: "Asker", tag: Any) -> Condition:
    tagged: Any = aliased(PostTag)
    return exists().where(tagged.tag_id == tag.id, _on_shown_post(asker, tagged))


def _notice(asker: "Asker", notice: Any) -> Condition:
    post: Any = aliased(Post)
    text: Any = aliased(Translation)
    of_post = and_(post.id == notice.post_id, _post(asker, post))
    stands = and_(notice.kind.in_([NoticeKind.WITHDRAWN, NoticeKind.RETRACTION]), notice.ended_at.is_(None))
    of_live_text = exists().where(text.id == notice.translation_id, text.state == LIVE)
    is_shown = and_(post.state == LIVE, or_(notice.translation_id.is_(None), of_live_text))
    return exists().where(of_post, or_(stands, is_shown, _of_own_mission(asker, post)))


def _comment(asker: "Asker", comment: Any) -> Condition:
    public = and_(comment.state == CommentState.VISIBLE, _on_shown_post(asker, comment))
    return or_(public, _on_own_post(asker, comment)) if asker.missions else public


def _hold(asker: "Asker", hold: Any) -> Condition:
    """Those about a mission of theirs: that one itself, one that it is below, or all."""
    mission: Any = aliased(Mission)
    own = mission.id.in_(asker.missions)
    reached = and_(hold.includes_missions_below, exists().where(own, hold.mission_id == any_(mission.lineage)))
    return or_(_of_own_mission(asker, hold), reached, and_(hold.mission_id.is_(None), exists().where(own)))


def _of_nobody_else(asker: "Asker", row: Any) -> Condition:
    """Nobody here but the administrator: the member who asks is an editor."""
    return false()


def _account(asker: "Asker", account: Any) -> Condition:
    held: Any = aliased(Membership)
    return or_(_is_own(asker, account.id), exists().where(held.account_id == account.id, _membership(asker, held)))


def _membership(asker: "Asker", held: Any) -> Condition:
    """Roles in one's missions, whether they were given there, above them, or everywhere."""
    there: Any = aliased(Mission)
    holds_there = or_(held.mission_id.is_(None), held.mission_id == any_(there.lineage))
    shared = exists().where(there.id.in_(asker.missions), holds_there)
    return or_(_is_own(asker, held.account_id), held.mission_id.in_(asker.missions), shared)


def _of_own_account(asker: "Asker", row: Any) -> Condition:
    return _is_own(asker, row.account_id)


def _is_own(asker: "Asker", account_id: Any) -> Condition:
    return account_id == asker.account_id if asker.account_id else false()


RULES: dict[type, Callable[["Asker", Any], Condition]] = {
    Mission: _public,
    Appointment: _public,
    Topic: _public,
    Person: _person,
    Photo: _photo,
    Tag: _tag,
    Post: _post,
    Translation: _translation,
    Revision: _revision,
    Review: _revision,
    ClearancePolicy: _binding,
    PreviewLink: _preview_link,
    Comparison: _comparison,
    Address: _in_readable_text,
    Placement: _in_readable_text,
    Byline: _on_shown_post,
    PostTopic: _on_shown_post,
    PostTag: _on_shown_post,
    Comment: _comment,
    Notice: _notice,
    Feature: _on_shown_post,
    AuditEntry: _of_own_mission,
    Schedule: _of_own_mission,
    Hold: _hold,
    Event: _of_own_mission,
    Webhook: _of_nobody_else,
    Delivery: _of_nobody_else,
    Account: _account,
    Membership: _membership,
    ApiToken: _of_own_account,
    AccountSession: _of_own_account,
    Factor: _of_own_account,
}
