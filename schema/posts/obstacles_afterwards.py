"""What stands in the way of verbs on what was public before, and of leaving no trace of what was not.

As in `schema/posts/obstacles.py`: one function for each verb, in the order in which it is told.
"""

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.orm import aliased

from schema.context import Role
from schema.errors import NotAllowed
from schema.obstacles import Obstacle, Obstacles, unless, weighed
from schema.posts import models
from schema.posts.models import PublicationState
from schema.posts.obstacles import (
    IN_LOCALE,
    IN_POST,
    authentic_locale,
    changing,
    is_withdrawn,
    is_withdrawn_as_a_whole,
    not_an_editor,
    nothing_to_show,
    saving,
    uncleared,
    unproved,
)
from schema.posts.refusals import (
    AuthenticStays,
    NotFeaturable,
    NotFeatured,
    NothingToCorrect,
    NotPublished,
    NotWithdrawn,
    TooManyFeatured,
    TooManyNotices,
    WasPublic,
)
from schema.posts.subject import Subject
from schema.sources import Row

MAX_NOTICES = 50
MAX_FEATURED = 10


def noting(on: Subject) -> Obstacles:
    """Telling the public something beside the text."""
    yield not_an_editor(on)
    yield is_withdrawn(on)
    is_live = on.text.state == PublicationState.LIVE
    yield Obstacle(NothingToCorrect, unless(is_live), {"locale": on.text.locale}, IN_LOCALE)
    yield _no_room_for_notices(on)


def correcting(on: Subject) -> Obstacles:
    """Making the newest revision of a live text public, with a notice. Its words are cleared like any others."""
    yield from noting(on)
    yield from nothing_to_show(on)
    yield from uncleared(on)
    yield from unproved(on)


def superseding(on: Subject) -> Obstacles:
    """Telling the public what to read instead of the whole post."""
    yield not_an_editor(on)
    yield is_withdrawn_as_a_whole(on)
    is_live = on.post.state == PublicationState.LIVE
    yield Obstacle(NothingToCorrect, unless(is_live), {"locale": authentic_locale(on)}, IN_LOCALE)
    yield _no_room_for_notices(on)


def withdrawing(on: Subject) -> Obstacles:
    """Taking the text from the public for a reason; with the authentic one, the whole post."""
    yield not_an_editor(on)
    yield is_withdrawn(on)
    is_live = on.text.state == PublicationState.LIVE
    yield Obstacle(NotPublished, unless(is_live), {"locale": on.text.locale}, IN_LOCALE)


def restoring(on: Subject) -> Obstacles:
    """Making public again what was withdrawn."""
    yield not_an_editor(on)
    stands = on.text.state == PublicationState.WITHDRAWN
    yield Obstacle(NotWithdrawn, unless(stands), {"locale": on.text.locale}, IN_LOCALE)
    follows = is_withdrawn_as_a_whole(on)
    yield Obstacle(follows.refusal, and_(~on.text.is_authentic, follows.stands), follows.details, follows.path)


def deleting(on: Subject) -> Obstacles:
    """Deleting the whole post."""
    yield from changing(on)
    yield Obstacle(WasPublic, on.post.first_published_at.is_not(None), path=IN_POST)


def deleting_translation(on: Subject) -> Obstacles:
    """Deleting the text alone."""
    yield from saving(on)
    yield Obstacle(AuthenticStays, on.text.is_authentic, {"locale": on.text.locale}, IN_LOCALE)
    yield Obstacle(WasPublic, on.text.published_at.is_not(None), path=IN_LOCALE)


def changing_slug(on: Subject) -> Obstacles:
    """Giving the text another address."""
    yield from saving(on)
    may_publish = on.viewer.has(Role.EDITOR, on.post.mission_id)
    details = {"verb": "change the address of what was public", "role": "editor"}
    yield Obstacle(NotAllowed, and_(on.text.published_at.is_not(None), unless(may_publish)), details, IN_POST)


def featuring(on: Subject) -> Obstacles:
    """Putting the post on the front of its mission."""
    yield not_an_editor(on)
    yield Obstacle(NotFeaturable, unless(on.post.state == PublicationState.LIVE), path=IN_POST)
    feature: Row = aliased(models.Feature)
    others = select(func.count(feature.id)).where(
        feature.mission_id == on.post.mission_id, feature.post_id != on.post.id, _is_in_time(feature)
    )
    is_full = weighed(others, feature).scalar_subquery() >= MAX_FEATURED
    yield Obstacle(TooManyFeatured, is_full, {"limit": MAX_FEATURED}, IN_POST)


def unfeaturing(on: Subject) -> Obstacles:
    """Taking the post off the front of its mission."""
    yield not_an_editor(on)
    feature: Row = aliased(models.Feature)
    its = select(feature.id).where(feature.post_id == on.post.id, _is_in_time(feature))
    yield Obstacle(NotFeatured, ~exists(weighed(its)), path=IN_POST)


def _no_room_for_notices(on: Subject) -> Obstacle:
    notice: Row = aliased(models.Notice)
    count = weighed(select(func.count(notice.id)).where(notice.post_id == on.post.id), notice).scalar_subquery()
    return Obstacle(TooManyNotices, count >= MAX_NOTICES, {"limit": MAX_NOTICES}, IN_POST)


def _is_in_time(feature: Row) -> ColumnElement[bool]:
    return or_(feature.until.is_(None), feature.until > func.now())
