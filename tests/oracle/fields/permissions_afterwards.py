"""What a viewer may do to what was public before, decided a second time, as in `permissions`."""

from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select

from schema.errors import Refusal
from schema.posts import refusals
from schema.posts.models import Feature, Notice, PublicationState
from tests.oracle.asking import Asking
from tests.oracle.fields.permissions import (
    Meant,
    Permission,
    Rule,
    Standing,
    answered,
    authentic_of,
    changing,
    deciding,
    showing,
    uncleared,
    unproved,
)
from tests.oracle.resolving import resolves

LIVE, WITHDRAWN = PublicationState.LIVE, PublicationState.WITHDRAWN


async def noting(on: Standing) -> AsyncIterator[Refusal]:
    async for refusal in deciding(on):
        yield refusal
    if on.text.state is WITHDRAWN:
        yield refusals.TextWithdrawn(locale=on.text.locale)
    if on.text.state is not LIVE:
        yield refusals.NothingToCorrect(locale=on.text.locale)
    if len(await _rows(on, Notice, "post_id", on.post.id)) >= 50:
        yield refusals.TooManyNotices(limit=50)


async def correcting(on: Standing) -> AsyncIterator[Refusal]:
    async for refusal in noting(on):
        yield refusal
    async for refusal in showing(on):
        yield refusal
    async for refusal in uncleared(on):
        yield refusal
    async for refusal in unproved(on):
        yield refusal


async def superseding(on: Standing) -> AsyncIterator[Refusal]:
    async for refusal in deciding(on):
        yield refusal
    if on.post.state is not LIVE:
        authentic = await authentic_of(on)
        is_gone = on.post.state is WITHDRAWN
        kind: Callable[..., Refusal] = refusals.TextWithdrawn if is_gone else refusals.NothingToCorrect
        yield kind(locale=authentic.locale)
    if len(await _rows(on, Notice, "post_id", on.post.id)) >= 50:
        yield refusals.TooManyNotices(limit=50)


async def withdrawing(on: Standing) -> AsyncIterator[Refusal]:
    async for refusal in deciding(on):
        yield refusal
    if on.text.state is WITHDRAWN:
        yield refusals.TextWithdrawn(locale=on.text.locale)
    if on.text.state is not LIVE:
        yield refusals.NotPublished(locale=on.text.locale)


async def restoring(on: Standing) -> AsyncIterator[Refusal]:
    async for refusal in deciding(on):
        yield refusal
    if on.text.state is not WITHDRAWN:
        yield refusals.NotWithdrawn(locale=on.text.locale)
    if on.post.state is WITHDRAWN and not on.text.is_authentic:
        yield refusals.TextWithdrawn(locale=(await authentic_of(on)).locale)


async def deleting(on: Standing) -> AsyncIterator[Refusal]:
    async for refusal in changing(on):
        yield refusal
    if on.post.first_published_at is not None:
        yield refusals.WasPublic()


async def deleting_translation(on: Standing) -> AsyncIterator[Refusal]:
    async for refusal in changing(on):
        yield refusal
    if on.text.is_authentic:
        yield refusals.AuthenticStays(locale=on.text.locale)
    if on.text.published_at is not None:
        yield refusals.WasPublic()


async def featuring(on: Standing) -> AsyncIterator[Refusal]:
    async for refusal in deciding(on):
        yield refusal
    if on.post.state is not LIVE:
        yield refusals.NotFeaturable()
    front = await _rows(on, Feature, "mission_id", on.post.mission_id)
    if sum(_in_time(one) and one.post_id != on.post.id for one in front) >= 10:
        yield refusals.TooManyFeatured(limit=10)


async def unfeaturing(on: Standing) -> AsyncIterator[Refusal]:
    async for refusal in deciding(on):
        yield refusal
    if not any(_in_time(one) for one in await _rows(on, Feature, "post_id", on.post.id)):
        yield refusals.NotFeatured()


async def _rows(on: Standing, model: Any, column: str, key: UUID) -> list[Any]:
    """Every row that names a thing, whoever may read it."""
    return [one for (one,) in await on.asking.rows(select(model).where(getattr(model, column) == key))]


def _in_time(feature: Feature) -> bool:
    return feature.until is None or feature.until > datetime.now(UTC)


RULES: dict[str, Rule] = {
    "addNotice": noting,
    "correct": correcting,
    "supersede": superseding,
    "withdraw": withdrawing,
    "restore": restoring,
    "delete": deleting,
    "deleteTranslation": deleting_translation,
    "changeSlug": changing,
    "feature": featuring,
    "unfeature": unfeaturing,
}

for name, rule in RULES.items():

    @resolves(f"ViewerCan.{name}")
    async def permission(meant: Meant, asking: Asking, rule: Rule = rule) -> Permission:
        return await answered(rule, meant.standing)
