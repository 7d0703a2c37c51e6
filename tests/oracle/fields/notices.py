"""The fields of notices, of what is withdrawn, and of what stands on the front of a mission."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import aliased

from schema.missions.models import Mission
from schema.posts.models import Feature, Notice, NoticeKind, Post, PublicationState, Translation
from tests.oracle.asking import Asking
from tests.oracle.resolving import resolves
from tests.oracle.seeing import may_read
from tests.oracle.wording import in_languages

TAKING_BACK = (NoticeKind.WITHDRAWN, NoticeKind.RETRACTION)


async def notices_of(asking: Asking, post_id: UUID) -> list[Notice]:
    """The readable notices of a post in every language, the newest first."""
    found: list[Notice] = await asking.many(Notice, "post_id", post_id, "-noted_at", "-id")
    return found


async def notices_on(asking: Asking, text: Any) -> list[Notice]:
    """Those on one text and on its whole post."""
    return [one for one in await notices_of(asking, text.post_id) if one.translation_id in (None, text.id)]


def standing(row: Any, notices: list[Notice]) -> list[Notice]:
    """The withdrawals that hold."""
    is_gone = row.state is PublicationState.WITHDRAWN
    return [one for one in notices if is_gone and one.kind in TAKING_BACK and one.ended_at is None]


@resolves("Post.notices")
async def of_post(post: Post, asking: Asking) -> list[Notice]:
    return await notices_of(asking, post.id)


@resolves("Translation.notices")
async def of_text(text: Any, asking: Asking) -> list[Notice]:
    return await notices_on(asking, text)


@resolves("Post.withdrawal")
async def withdrawal_of_post(post: Post, asking: Asking) -> Notice | None:
    whole = [one for one in await notices_of(asking, post.id) if one.translation_id is None]
    return next(iter(standing(post, whole)), None)


@resolves("Translation.withdrawal")
async def withdrawal_of_text(text: Any, asking: Asking) -> Notice | None:
    found = standing(text, await notices_on(asking, text))
    return next(iter(sorted(found, key=lambda one: one.translation_id is None)), None)


@resolves("Notice.note")
def note(notice: Notice, asking: Asking, locales: list[str] | None = None) -> str | None:
    return in_languages(notice.notes, notice.note, locales)


@resolves("Notice.translation")
async def translation(notice: Notice, asking: Asking) -> Translation | None:
    found: Translation | None = await asking.one(Translation, notice.translation_id)
    return found


@resolves("Notice.supersededBy")
async def superseded_by(notice: Notice, asking: Asking) -> Post | None:
    found: Post | None = await asking.one(Post, notice.superseded_by_id)
    return found


@resolves("Post.isFeatured")
async def is_featured(post: Post, asking: Asking) -> bool:
    return any(_in_time(one) for one in await asking.many(Feature, "post_id", post.id))


@resolves("Mission.featuredPosts")
async def featured_posts(mission: Mission, asking: Asking) -> list[Post]:
    async def batch(keys: list[UUID]) -> list[list[Post]]:
        post, feature = aliased(Post), aliased(Feature)
        on_front = select(feature, post).join(post, post.id == feature.post_id).where(feature.mission_id.in_(keys))
        readable = on_front.where(may_read(asking.asker, post), may_read(asking.asker, feature))
        found: dict[UUID, list[Post]] = {key: [] for key in keys}
        for one, featured in await asking.rows(readable.order_by(feature.position)):
            if _in_time(one):
                found[one.mission_id].append(featured)
        return [found[key] for key in keys]

    return list(await asking.load("front", batch, mission.id))


def _in_time(feature: Feature) -> bool:
    return feature.until is None or feature.until > datetime.now(UTC)
