"""What a viewer may do, decided a second time: by Python, on loaded rows, one verb after the other."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select

from schema.errors import NotAllowed, Refusal
from schema.languages import canonical_locale
from schema.media.models import Photo
from schema.posts import refusals
from schema.posts.models import Byline, Post, PostKind, PublicationState, Revision, Translation
from tests.oracle.asking import Asking
from tests.oracle.fields.posts import texts_of
from tests.oracle.fields.schedules import schedule
from tests.oracle.resolving import resolves


@dataclass(frozen=True)
class Standing:
    """A post, the text that is meant, and who asks. Whoever may not edit here may do nothing."""

    asking: Asking
    post: Post
    text: Translation

    @property
    def is_editor(self) -> bool:
        return self.asking.asker.is_administrator or self.post.mission_id in self.asking.asker.missions

    async def newest(self) -> Revision:
        kept = await self.asking.many(Revision, "translation_id", self.text.id)
        return next(one for one in kept if one.number == self.text.newest_revision_number)


@dataclass(frozen=True)
class Permission:
    allowed: bool
    code: str | None = None
    reason: str | None = None


Rule = Callable[..., AsyncIterator[Refusal]]


async def answered(rule: Rule, standing: Standing | None, *arguments: Any) -> Permission:
    """The first refusal of a rule."""
    if standing is None:
        return Permission(False)
    async for refusal in rule(standing, *arguments):
        return Permission(False, refusal.code(), refusal.message)
    return Permission(True)


@resolves("Post.viewerCan")
async def of_post(post: Post, asking: Asking) -> Any:
    async def batch(keys: list[UUID]) -> list[Any]:
        text = Translation
        found = await asking.rows(select(text).where(text.post_id.in_(keys), text.is_authentic))
        by_post = {one.post_id: one for (one,) in found}
        return [by_post.get(key) for key in keys]

    text = await asking.load("authentic, whoever asks", batch, post.id)
    return Meant(Standing(asking, post, text) if text else None)


@resolves("Translation.viewerCan")
async def of_text(text: Any, asking: Asking) -> Any:
    async def batch(keys: list[UUID]) -> list[Any]:
        found = {one.id: one for (one,) in await asking.rows(select(Post).where(Post.id.in_(keys)))}
        return [found[key] for key in keys]

    post = await asking.load("post, whoever asks", batch, text.post_id)
    return Meant(Standing(asking, post, text))


@dataclass(frozen=True)
class Meant:
    """What `viewerCan` is asked about; null where a post has no authentic text."""

    standing: Standing | None


async def changing(on: Standing) -> AsyncIterator[Refusal]:
    if not on.is_editor:
        yield NotAllowed(verb="change this post", role="editor")


async def adding(on: Standing, locale: str) -> AsyncIterator[Refusal]:
    async for refusal in changing(on):
        yield refusal
    if locale in [text.locale for text in await texts_of(on.asking, on.post.id)]:
        yield refusals.TranslationExists(locale=locale)


async def publishing(on: Standing) -> AsyncIterator[Refusal]:
    if not on.is_editor:
        yield NotAllowed(verb="publish or take back this post", role="editor")
    text = on.text
    if not text.is_authentic and on.post.state is not PublicationState.LIVE:
        (authentic, *_) = await texts_of(on.asking, on.post.id)
        yield refusals.AuthenticNotLive(locale=authentic.locale)
    if text.state is PublicationState.LIVE and text.revision_number == text.newest_revision_number:
        yield refusals.AlreadyPublished(locale=text.locale)
    async for refusal in incomplete(on):
        yield refusal


async def incomplete(on: Standing) -> AsyncIterator[Refusal]:
    newest = await on.newest()
    blocks = newest.body["content"]
    photos = [photo for block in blocks for photo in ([block] if block["type"] == "photo" else _in_gallery(block))]
    if not newest.title:
        yield refusals.NothingToPublish(locale=on.text.locale, part="title")
    if not newest.plain_text.strip() and not photos and all(block["type"] != "embed" for block in blocks):
        yield refusals.NothingToPublish(locale=on.text.locale, part="body")
    for attrs in (photo["attrs"] for photo in photos):
        choice, said = attrs["alternative"], attrs["alternativeText"] or ""
        if choice not in ("in_text", "decorative") and not (choice == "described" and said.strip()):
            photo = await on.asking.one(Photo, UUID(attrs["photo"]))
            yield refusals.AlternativeMissing(file_name=photo.file_name, block=attrs["id"])
    is_signed = on.post.kind in (PostKind.BLOG_POST, PostKind.SPEECH)
    if is_signed and not await on.asking.many(Byline, "post_id", on.post.id):
        yield refusals.BylineMissing(kind=on.post.kind.value.replace("_", " "))


def _in_gallery(block: Any) -> list[Any]:
    return list(block["content"]) if block["type"] == "gallery" else []


async def scheduling(on: Standing) -> AsyncIterator[Refusal]:
    if not on.is_editor:
        yield NotAllowed(verb="publish or take back this post", role="editor")
    if on.text.state is PublicationState.LIVE and on.text.revision_number == on.text.newest_revision_number:
        yield refusals.AlreadyPublished(locale=on.text.locale)
    async for refusal in incomplete(on):
        yield refusal


async def unscheduling(on: Standing) -> AsyncIterator[Refusal]:
    if not on.is_editor:
        yield NotAllowed(verb="publish or take back this post", role="editor")
    if await schedule(on.text, on.asking) is None:
        yield refusals.NotScheduled(locale=on.text.locale)


async def unpublishing(on: Standing) -> AsyncIterator[Refusal]:
    if not on.is_editor:
        yield NotAllowed(verb="publish or take back this post", role="editor")
    if on.text.state is not PublicationState.LIVE:
        yield refusals.NotPublished(locale=on.text.locale)


RULES: dict[str, Rule] = {
    "save": changing,
    "setBylines": changing,
    "setTopics": changing,
    "publish": publishing,
    "unpublish": unpublishing,
    "schedule": scheduling,
    "unschedule": unscheduling,
}

for name, rule in RULES.items():

    @resolves(f"ViewerCan.{name}")
    async def permission(meant: Meant, asking: Asking, rule: Rule = rule) -> Permission:
        return await answered(rule, meant.standing)


@resolves("ViewerCan.addTranslation")
async def permission_to_add(meant: Meant, asking: Asking, locale: str) -> Permission:
    return await answered(adding, meant.standing, canonical_locale(locale))
