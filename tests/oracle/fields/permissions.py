"""What a viewer may do, decided a second time: by Python, on loaded rows, one verb after the other."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select

from schema.clearance.models import Clearance
from schema.errors import NotAllowed, Refusal
from schema.kinds import PostKind
from schema.languages import canonical_locale
from schema.media.models import Photo
from schema.missions.models import Mission
from schema.posts import refusals
from schema.posts.models import Byline, Post, PublicationState, Review, ReviewKind, ReviewState, Revision, Translation
from tests.oracle.asking import Asking
from tests.oracle.fields.clearance import InForce, in_force
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

    @property
    def kind(self) -> str:
        return self.post.kind.value.replace("_", " ")

    async def policy(self) -> InForce:
        return await in_force(self.asking, self.post.mission_id, self.post.kind)

    async def review(self) -> Any:
        """The last time that the newest revision was put before somebody."""
        its = await self.asking.many(Review, "translation_id", self.text.id, "-id")
        before = [review for review in its if review.kind is ReviewKind.BEFORE]
        return next((one for one in before if one.revision_number == self.text.newest_revision_number), None)

    async def is_cleared(self) -> bool:
        review, policy = await self.review(), await self.policy()
        if review is None or review.state is not ReviewState.CLEARED:
            return False
        return review.clearance is Clearance.HEADQUARTERS or policy.clearance is not Clearance.HEADQUARTERS

    async def newest(self) -> Revision:
        kept = await self.asking.many(Revision, "translation_id", self.text.id)
        return next(one for one in kept if one.number == self.text.newest_revision_number)


@dataclass(frozen=True)
class Permission:
    standing: Standing | None
    allowed: bool
    code: str | None = None
    reason: str | None = None


Rule = Callable[..., AsyncIterator[Refusal]]


async def answered(rule: Rule, standing: Standing | None, *arguments: Any) -> Permission:
    """The first refusal of a rule."""
    if standing is None:
        return Permission(None, False)
    async for refusal in rule(standing, *arguments):
        return Permission(standing, False, refusal.code(), refusal.message)
    return Permission(standing, True)


@resolves("Permission.policy")
async def policy(permission: Permission, asking: Asking) -> str | None:
    on = permission.standing
    return (await on.policy()).clearance.name if on and on.is_editor else None


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


async def submitting(on: Standing) -> AsyncIterator[Refusal]:
    async for refusal in changing(on):
        yield refusal
    async for refusal in public_already(on):
        yield refusal
    async for refusal in incomplete(on):
        yield refusal
    review, revision = await on.review(), {"locale": on.text.locale, "revision": on.text.newest_revision_number}
    if review is not None and review.state is ReviewState.PENDING:
        yield refusals.AlreadySubmitted(submitted_by=review.submitted_by, **revision)
    if await on.is_cleared():
        yield refusals.AlreadyCleared(**revision)


async def before_somebody(on: Standing, verb: str) -> AsyncIterator[Refusal]:
    if not on.is_editor:
        yield NotAllowed(verb=verb, role="editor")
    review = await on.review()
    if review is None or review.state not in (ReviewState.PENDING, ReviewState.CLEARED):
        yield refusals.NotSubmitted(locale=on.text.locale, revision=on.text.newest_revision_number)


async def returning(on: Standing) -> AsyncIterator[Refusal]:
    async for refusal in before_somebody(on, "return this text"):
        yield refusal


async def clearing(on: Standing) -> AsyncIterator[Refusal]:
    async for refusal in before_somebody(on, "clear this text"):
        yield refusal
    if await on.is_cleared():
        yield refusals.AlreadyCleared(locale=on.text.locale, revision=on.text.newest_revision_number)
    is_central = (await on.policy()).clearance is Clearance.HEADQUARTERS
    async for refusal in at_headquarters(on, is_central=is_central):
        yield refusal
    asks = on.asking.asker.account_id
    if (await on.review()).submitted_by_id == asks:
        yield refusals.OwnSubmission()
    if not is_central and (await on.newest()).account_id == asks:
        yield refusals.OwnWords()


async def at_headquarters(on: Standing, *, is_central: bool) -> AsyncIterator[Refusal]:
    top_id, asker = (await on.policy()).top_id, on.asking.asker
    if is_central and not (asker.is_administrator or top_id in asker.missions):
        top = await on.asking.one(Mission, top_id)
        yield refusals.HeadquartersDecides(kind=on.kind, headquarters=top.name)


async def reviewing(on: Standing) -> AsyncIterator[Refusal]:
    if not on.is_editor:
        yield NotAllowed(verb="review this text", role="editor")
    its = await on.asking.many(Review, "translation_id", on.text.id)
    is_due = (ReviewKind.AFTER, ReviewState.PENDING)
    due = next((review for review in its if (review.kind, review.state) == is_due), None)
    if due is None:
        yield refusals.NothingToReview(locale=on.text.locale)
    async for refusal in at_headquarters(on, is_central=due.clearance is Clearance.HEADQUARTERS):
        yield refusal
    if due.submitted_by_id == on.asking.asker.account_id:
        yield refusals.OwnPublication()


async def publishing(on: Standing) -> AsyncIterator[Refusal]:
    async for refusal in unready(on):
        yield refusal
    async for refusal in uncleared(on):
        yield refusal


async def uncleared(on: Standing) -> AsyncIterator[Refusal]:
    policy, review = await on.policy(), await on.review()
    by_headquarters = policy.clearance is Clearance.HEADQUARTERS
    if (by_headquarters or policy.clearance is Clearance.FOUR_EYES) and not await on.is_cleared():
        yield refusals.NotCleared(
            revision=on.text.newest_revision_number,
            locale=on.text.locale,
            kind=on.kind,
            whom="the headquarters" if by_headquarters else "a second editor",
            reason=REMEDIES.get(review.state if review else ReviewState.LAPSED, "Submit it first."),
        )
    async for refusal in unproved(on):
        yield refusal


REMEDIES = {
    ReviewState.PENDING: "It is submitted and waits.",
    ReviewState.RETURNED: "It was returned: change it and submit it again.",
    ReviewState.CLEARED: "The mission has cleared it; have the headquarters clear it too.",
}


async def publishing_in_emergency(on: Standing) -> AsyncIterator[Refusal]:
    async for refusal in unready(on):
        yield refusal
    if not (await on.policy()).allows_emergency:
        yield refusals.EmergencyNotAllowed(kind=on.kind)
    async for refusal in unproved(on):
        yield refusal


async def unproved(on: Standing) -> AsyncIterator[Refusal]:
    """Nobody here has proved anything: they come with tokens."""
    if (await on.policy()).requires_step_up:
        yield refusals.StepUpMissing(kind=on.kind)


async def deciding(on: Standing) -> AsyncIterator[Refusal]:
    if not on.is_editor:
        yield NotAllowed(verb="publish or take back this post", role="editor")


async def authentic_of(on: Standing) -> Translation:
    """The text that counts, whoever may read it."""
    its = select(Translation).where(Translation.post_id == on.post.id, Translation.is_authentic)
    ((found,),) = await on.asking.rows(its)
    return found


async def unready(on: Standing) -> AsyncIterator[Refusal]:
    async for refusal in deciding(on):
        yield refusal
    text = on.text
    if text.state is PublicationState.WITHDRAWN:
        yield refusals.TextWithdrawn(locale=text.locale)
    if on.post.state is PublicationState.WITHDRAWN:
        yield refusals.TextWithdrawn(locale=(await authentic_of(on)).locale)
    if not text.is_authentic and on.post.state is not PublicationState.LIVE:
        yield refusals.AuthenticNotLive(locale=(await authentic_of(on)).locale)
    async for refusal in showing(on):
        yield refusal


async def showing(on: Standing) -> AsyncIterator[Refusal]:
    async for refusal in public_already(on):
        yield refusal
    async for refusal in incomplete(on):
        yield refusal


async def public_already(on: Standing) -> AsyncIterator[Refusal]:
    text = on.text
    if text.state is PublicationState.LIVE and text.revision_number == text.newest_revision_number:
        yield refusals.AlreadyPublished(locale=text.locale)


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
        yield refusals.BylineMissing(kind=on.kind)


def _in_gallery(block: Any) -> list[Any]:
    return list(block["content"]) if block["type"] == "gallery" else []


async def scheduling(on: Standing) -> AsyncIterator[Refusal]:
    if not on.is_editor:
        yield NotAllowed(verb="publish or take back this post", role="editor")
    if on.text.state is PublicationState.WITHDRAWN:
        yield refusals.TextWithdrawn(locale=on.text.locale)
    async for refusal in showing(on):
        yield refusal
    async for refusal in unproved(on):
        yield refusal


async def unscheduling(on: Standing) -> AsyncIterator[Refusal]:
    if not on.is_editor:
        yield NotAllowed(verb="publish or take back this post", role="editor")
    if await schedule(on.text, on.asking) is None:
        yield refusals.NotScheduled(locale=on.text.locale)


async def unpublishing(on: Standing) -> AsyncIterator[Refusal]:
    async for refusal in deciding(on):
        yield refusal
    if on.text.state is not PublicationState.LIVE:
        yield refusals.NotPublished(locale=on.text.locale)
    texts = await texts_of(on.asking, on.post.id)
    tombstones = sorted(text.locale for text in texts if text.state is PublicationState.WITHDRAWN)
    if on.text.is_authentic and tombstones:
        yield refusals.TombstoneStands(locale=tombstones[0])


async def confirming(on: Standing) -> AsyncIterator[Refusal]:
    async for refusal in changing(on):
        yield refusal
    if on.text.is_authentic:
        yield refusals.NotATranslation(locale=on.text.locale)


RULES: dict[str, Rule] = {
    "save": changing,
    "confirmTranslation": confirming,
    "setBylines": changing,
    "setTopics": changing,
    "submit": submitting,
    "returnText": returning,
    "clear": clearing,
    "createPreviewLink": changing,
    "publish": publishing,
    "publishInEmergency": publishing_in_emergency,
    "review": reviewing,
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
