"""Withdrawing what was public, and restoring it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from schema.change import Change
from schema.comments import services as comments
from schema.context import VISITOR, Role
from schema.errors import NotAllowed, NotFound
from schema.history.models import Event
from schema.posts import services
from schema.posts.models import Address, Feature, Notice, NoticeKind, Placement, Post, PublicationState, Translation
from schema.sources import encode_id
from schema.texts import TextMissing, TextTooLong
from tests.makers.accounts import Actors, as_actor, make_actor
from tests.makers.history import events, refused, row_counts
from tests.makers.media import make_photo
from tests.makers.missions import make_mission
from tests.makers.posts import body, document, make_post, paragraph, photo_block
from tests.makers.uuids import NOWHERE

LIVE, WITHDRAWN = PublicationState.LIVE, PublicationState.WITHDRAWN
GONE: dict[str, Any] = {"kind": NoticeKind.RETRACTION, "reason": "The visit never took place."}
BACK: dict[str, Any] = {"note": "The visit did take place."}


async def make_public(change: Change, actors: Actors, *locales: str) -> Post:
    """A live post with a photo, in English and other languages."""
    photo = await make_photo(change, actors.mission)
    words = document(paragraph("Secret words."), photo_block(photo, "Secret caption", alternative="in_text"))
    post = await make_post(change, actors.mission, body=words, publish=True)
    for locale in locales:
        await services.add_translation(
            change, post_id=post.id, locale=locale, title=f"Title {locale}", body=body(f"Text {locale}.")
        )
        await services.publish_post(change, post_id=post.id, locale=locale)
    return post


async def text_of(change: Change, post: Post, locale: str | None = None) -> Translation:
    return await services.get_translation(change, post, locale)


async def test_a_withdrawn_text_holds_nothing_but_the_reason(change: Change, actors: Actors) -> None:
    post = await make_public(change, actors)
    before = await row_counts(change.db)
    by = replace(as_actor(change, actors.editor), now=change.now + timedelta(hours=1))
    await services.withdraw_post(by, post_id=post.id, **GONE)
    added = {"notices": 1, "audit_entries": 1, "outbox_events": 1}
    assert await row_counts(change.db) - before == added
    text = await text_of(change, post)
    assert (post.state, text.state, post.updated_at) == (WITHDRAWN, WITHDRAWN, by.now)
    assert (text.title, text.summary, text.plain_text) == ("", "", GONE["reason"])
    assert (text.revision_number, text.newest_revision_number, text.revision_count) == (2, 2, 2)
    row = await change.db.execute(select(Translation.__table__).where(Translation.id == text.id))
    left = str(row.one()._asdict())
    assert "ecret" not in left
    assert "agreed" not in left
    assert text.search_text == ""
    assert (await change.db.scalars(select(Placement))).all() == []
    assert await change.db.scalar(select(Address.path).where(Address.is_current)) == text.slug


async def test_what_a_withdrawal_records(change: Change, actors: Actors) -> None:
    post, other = await make_public(change, actors, "fr"), await make_post(change, actors.mission, publish=True)
    await services.withdraw_post(change, post_id=post.id, **GONE, superseded_by_id=other.id)
    (notice,) = await change.db.scalars(select(Notice))
    assert (notice.kind, notice.note, notice.locale) == (NoticeKind.RETRACTION, GONE["reason"], "en")
    assert (notice.translation_id, notice.superseded_by_id, notice.ended_at) == (None, other.id, None)
    assert (await events(change))[-1] == "post.withdrawn"
    newest = select(Event.payload).order_by(Event.sequence.desc()).limit(1)
    told = (await change.db.scalars(newest)).one()
    assert (told["kind"], told["reason"], told["locales"]) == ("retraction", GONE["reason"], ["en", "fr"])
    assert (told["is_whole"], told["superseded_by"]) == (True, encode_id("Post", other.id))


async def test_each_language_shows_the_reason_that_was_given_in_it(change: Change, actors: Actors) -> None:
    post = await make_public(change, actors, "fr", "ar")
    reasons = {"fr": "La visite n’a pas eu lieu."}
    await services.withdraw_post(change, post_id=post.id, **GONE, reasons=reasons)
    shown = {locale: (await text_of(change, post, locale)).plain_text for locale in ("en", "fr", "ar")}
    assert shown == {"en": GONE["reason"], "fr": reasons["fr"], "ar": ""}


async def test_a_title_is_kept_only_when_it_is_asked_for(change: Change, actors: Actors) -> None:
    post = await make_public(change, actors, "fr")
    await services.withdraw_post(change, post_id=post.id, **GONE, keeps_title=True)
    assert [(await text_of(change, post, one)).title for one in ("en", "fr")] == ["Statement on the visit", "Title fr"]


async def test_one_language_goes_alone(change: Change, actors: Actors) -> None:
    post = await make_public(change, actors, "fr")
    await services.withdraw_post(change, post_id=post.id, locale="fr", kind=NoticeKind.WITHDRAWN, reason="Mauvais.")
    english, french = await text_of(change, post), await text_of(change, post, "fr")
    assert (post.state, english.state, french.state) == (LIVE, LIVE, WITHDRAWN)
    assert english.title == "Statement on the visit"
    (notice,) = await change.db.scalars(select(Notice))
    assert (notice.translation_id, notice.locale, notice.revision_before) == (french.id, "fr", 2)


async def test_restoring_brings_back_what_was_withdrawn(change: Change, actors: Actors) -> None:
    post = await make_public(change, actors, "fr")
    text = await text_of(change, post)
    before = (text.title, text.summary, text.body, text.blocks, text.html, text.plain_text, text.search_text)
    await services.withdraw_post(change, post_id=post.id, **GONE)
    await services.save_draft(change, post_id=post.id, base_revision=2, title="Written since")
    assert text.title == ""
    by = replace(as_actor(change, actors.editor), now=change.now + timedelta(hours=1))
    await services.restore_post(by, post_id=post.id, **BACK)
    text = await text_of(change, post)
    assert (text.title, text.summary, text.body, text.blocks, text.html, text.plain_text, text.search_text) == before
    assert (post.state, text.state, (await text_of(change, post, "fr")).state) == (LIVE, LIVE, LIVE)
    assert (text.revision_number, text.newest_revision_number, text.published_at) == (2, 3, by.now)
    assert len((await change.db.scalars(select(Placement))).all()) == 1
    first, second = await change.db.scalars(select(Notice).order_by(Notice.noted_at))
    assert (first.ended_at, second.kind, second.note) == (by.now, NoticeKind.RESTORED, BACK["note"])
    assert (await events(change))[-1] == "post.restored"


async def test_what_was_withdrawn_alone_stays_so(change: Change, actors: Actors) -> None:
    post = await make_public(change, actors, "fr", "ar")
    await services.withdraw_post(change, post_id=post.id, locale="fr", kind=NoticeKind.WITHDRAWN, reason="Mauvais.")
    await services.withdraw_post(change, post_id=post.id, **GONE)
    async with refused(change, services.TextWithdrawn, locale="en"):
        await services.restore_post(change, post_id=post.id, locale="fr", **BACK)
    await services.restore_post(change, post_id=post.id, **BACK)
    states = [(await text_of(change, post, locale)).state for locale in ("en", "fr", "ar")]
    assert states == [LIVE, WITHDRAWN, LIVE]
    assert (await text_of(change, post, "fr")).plain_text == "Mauvais."
    await services.restore_post(change, post_id=post.id, locale="fr", note="Corrigé.")
    assert (await text_of(change, post, "fr")).title == "Title fr"
    standing = select(func.count()).select_from(Notice).where(Notice.kind != NoticeKind.RESTORED)
    assert await change.db.scalar(standing.where(Notice.ended_at.is_(None))) == 0


async def test_it_can_be_withdrawn_again(change: Change, actors: Actors) -> None:
    post = await make_public(change, actors)
    for _ in range(2):
        await services.withdraw_post(change, post_id=post.id, **GONE)
        await services.restore_post(change, post_id=post.id, **BACK)
    assert post.state is LIVE


async def test_what_a_withdrawn_text_does_not_let_happen(change: Change, actors: Actors) -> None:
    post = await make_public(change, actors, "fr")
    await services.add_translation(change, post_id=post.id, locale="ar", title="ع", body=body("ع"))
    await services.withdraw_post(change, post_id=post.id, **GONE)
    withdrawn = services.TextWithdrawn
    async with refused(change, withdrawn, locale="en"):
        await services.withdraw_post(change, post_id=post.id, **GONE)
    for locale in (None, "fr", "ar"):
        async with refused(change, withdrawn):
            await services.publish_post(change, post_id=post.id, locale=locale)
    async with refused(change, withdrawn):
        await services.correct_post(change, post_id=post.id, kind=NoticeKind.CORRECTION, note="x")
    async with refused(change, services.NotFeaturable):
        await services.feature_post(change, post_id=post.id)
    async with refused(change, services.NotPublished):
        await services.unpublish_post(change, post_id=post.id, reason="x")
    async with refused(change, comments.CommentsClosed):
        await comments.add_comment(as_actor(change, VISITOR), post_id=post.id, author_name="A", text="B")


async def test_a_post_with_a_tombstone_is_not_taken_back_without_a_trace(change: Change, actors: Actors) -> None:
    post = await make_public(change, actors, "fr")
    await services.withdraw_post(change, post_id=post.id, locale="fr", kind=NoticeKind.WITHDRAWN, reason="Mauvais.")
    async with refused(change, services.TombstoneStands, locale="fr"):
        await services.unpublish_post(change, post_id=post.id, reason="Never mind.")


async def test_only_what_is_public_is_withdrawn_and_only_what_is_withdrawn_restored(
    change: Change, actors: Actors
) -> None:
    draft, post = await make_post(change, actors.mission), await make_public(change, actors)
    async with refused(change, services.NotPublished, locale="en"):
        await services.withdraw_post(change, post_id=draft.id, **GONE)
    async with refused(change, services.NotWithdrawn, locale="en"):
        await services.restore_post(change, post_id=post.id, **BACK)
    for reason, refusal in (("", TextMissing), ("x" * 1001, TextTooLong)):
        async with refused(change, refusal):
            await services.withdraw_post(change, post_id=post.id, kind=NoticeKind.WITHDRAWN, reason=reason)
    for other, refusal in ((post.id, services.SupersededByItself), (draft.id, services.SupersedingNotLive)):
        async with refused(change, refusal):
            await services.withdraw_post(change, post_id=post.id, **GONE, superseded_by_id=other)
    async with refused(change, NotFound):
        await services.withdraw_post(change, post_id=post.id, **GONE, superseded_by_id=NOWHERE)


async def test_only_editors_of_the_mission_withdraw_and_restore(change: Change, actors: Actors) -> None:
    post = await make_public(change, actors)
    stranger = await make_actor(change, Role.ADMINISTRATOR, await make_mission(change))
    others = (actors.visitor, actors.reader, actors.author, stranger)
    for actor in others:
        async with refused(change, NotAllowed):
            await services.withdraw_post(as_actor(change, actor), post_id=post.id, **GONE)
    await services.withdraw_post(as_actor(change, actors.editor), post_id=post.id, **GONE)
    for actor in others:
        async with refused(change, NotAllowed):
            await services.restore_post(as_actor(change, actor), post_id=post.id, **BACK)


@pytest.mark.parametrize("verb", ["withdraw", "unpublish"])
async def test_what_leaves_the_public_leaves_the_front(change: Change, actors: Actors, verb: str) -> None:
    posts = [await make_post(change, actors.mission, publish=True) for _ in range(3)]
    for post in reversed(posts):
        await services.feature_post(change, post_id=post.id)
    if verb == "withdraw":
        await services.withdraw_post(change, post_id=posts[1].id, **GONE)
    else:
        await services.unpublish_post(change, post_id=posts[1].id, reason="Too early.")
    front = await change.db.execute(select(Feature.post_id, Feature.position).order_by(Feature.position))
    assert [tuple(row) for row in front] == [(posts[0].id, 1), (posts[2].id, 2)]
