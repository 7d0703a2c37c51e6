"""What stands on the front of a mission: some of its live posts, in an order of its own."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select

from schema.change import Change
from schema.missions.models import Mission
from schema.posts import models
from schema.posts import obstacles_afterwards as afterwards
from schema.posts.obstacles_afterwards import MAX_FEATURED
from schema.posts.refusals import FeaturedInPast, PlaceUnknown, TooManyFeatured
from schema.posts.services.loading import get_post_to


async def feature_post(
    change: Change, *, post_id: UUID, position: int = 1, until: datetime | None = None
) -> models.Post:
    """Put a live post on the front of its mission, or give it another place there; those behind it move back.

    Args:
        position: 1 for the first; a place behind the last one is the end.
        until: when it is to leave by itself; never when left out.

    Raises:
        NotFound, NotAllowed, NotFeaturable, PlaceUnknown, FeaturedInPast, TooManyFeatured.

    Records:
        post.featured
    """
    post = await get_post_to(change, afterwards.featuring, post_id)
    if not 1 <= position <= MAX_FEATURED:
        raise PlaceUnknown(position=position, limit=MAX_FEATURED, path=("input", "position"))
    if until is not None and until <= change.now:
        raise FeaturedInPast(until=until.isoformat(), path=("input", "until"))
    others = [feature for feature in await _front(change, post.mission_id) if feature.post_id != post.id]
    # Asked again: two who feature a tenth post at once have both passed the rule.
    if len(others) >= MAX_FEATURED:
        raise TooManyFeatured(limit=MAX_FEATURED, path=("input", "post"))
    feature = await _feature_of(change, post) or models.Feature(mission_id=post.mission_id, post_id=post.id)
    feature.until = until
    others.insert(position - 1, feature)
    change.db.add(feature)
    _number(others)
    details = {"position": feature.position, "until": until and until.isoformat()}
    change.record("post.featured", post, post.mission_id, **details)
    await change.db.flush()
    return post


async def unfeature_post(change: Change, *, post_id: UUID) -> models.Post:
    """Take a post off the front of its mission; those behind it move up.

    Raises:
        NotFound, NotAllowed, NotFeatured.

    Records:
        post.unfeatured
    """
    post = await get_post_to(change, afterwards.unfeaturing, post_id)
    await take_off(change, post)
    change.record("post.unfeatured", post, post.mission_id)
    await change.db.flush()
    return post


async def take_off(change: Change, post: models.Post) -> None:
    """Take a post off the front of its mission if it stands there."""
    front = await _front(change, post.mission_id)
    await change.db.execute(delete(models.Feature).where(models.Feature.post_id == post.id))
    _number([feature for feature in front if feature.post_id != post.id])


async def _front(change: Change, mission_id: UUID) -> Sequence[models.Feature]:
    """What stands on the front of a mission now, in order. Whoever else changes it waits; whose time is over goes."""
    feature = models.Feature
    await change.db.execute(select(Mission.id).where(Mission.id == mission_id).with_for_update(key_share=True))
    is_over = feature.until.is_not(None) & (feature.until <= change.now)
    await change.db.execute(delete(feature).where(feature.mission_id == mission_id, is_over))
    here = select(feature).where(feature.mission_id == mission_id).order_by(feature.position)
    return (await change.db.scalars(here.execution_options(populate_existing=True))).all()


async def _feature_of(change: Change, post: models.Post) -> models.Feature | None:
    return await change.db.scalar(select(models.Feature).where(models.Feature.post_id == post.id))


def _number(features: Sequence[models.Feature]) -> None:
    for position, feature in enumerate(features, 1):
        feature.position = position
