"""Correcting live texts in public, and noting things beside them."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, insert, select

from schema.change import Change
from schema.context import Role
from schema.errors import NotAllowed, NotFound
from schema.history.models import Event
from schema.posts import services
from schema.posts.models import Notice, NoticeKind, Post, Revision
from schema.sources import encode_id
from schema.texts import TextMissing, TextTooLong
from tests.makers.accounts import Actors, as_actor, make_actor
from tests.makers.history import events, refused, row_counts
from tests.makers.missions import make_mission
from tests.makers.posts import body, make_post
from tests.makers.uuids import NOWHERE

CORRECTED: dict[str, Any] = {"kind": NoticeKind.CORRECTION, "note": "It was Monday, not Sunday."}
Verb = Callable[[Change, Post], Awaitable[Post]]


def later(change: Change, hours: int = 1) -> Change:
    return replace(change, now=change.now + timedelta(hours=hours))


async def changed_post(change: Change, actors: Actors) -> Post:
    """A live post behind whose text a newer one waits."""
    post = await make_post(change, actors.mission, publish=True)
    await services.save_draft(change, post_id=post.id, base_revision=2, title="On Monday", body=body("On Monday."))
    return post


async def notices(change: Change) -> list[Notice]:
    return list(await change.db.scalars(select(Notice).order_by(Notice.noted_at, Notice.id)))


async def payload(change: Change) -> dict[str, Any]:
    newest = select(Event.payload).order_by(Event.sequence.desc()).limit(1)
    found: dict[str, Any] = (await change.db.scalars(newest)).one()
    return found


async def test_a_correction_is_a_text_and_a_notice_in_one_change(change: Change, actors: Actors) -> None:
    post = await changed_post(change, actors)
    before, first_published = await row_counts(change.db), post.first_published_at
    by = later(as_actor(change, actors.editor))
    await services.correct_post(by, post_id=post.id, revision=3, **CORRECTED)
    added = {"revisions": 1, "notices": 1, "statements": 1, "audit_entries": 1, "outbox_events": 1}
    assert await row_counts(change.db) - before == added
    text = await services.get_translation(change, post, None)
    assert (text.title, text.plain_text, text.revision_number) == ("On Monday", "On Monday.", 4)
    assert (text.published_at, post.updated_at, post.first_published_at) == (by.now, by.now, first_published)
    (notice,) = await notices(change)
    assert (notice.kind, notice.locale, notice.note) == (NoticeKind.CORRECTION, "en", CORRECTED["note"])
    assert (notice.noted_at, notice.revision_before, notice.revision_after) == (by.now, 2, 4)
    assert (notice.post_id, notice.translation_id) == (post.id, text.id)
    assert (await events(change))[-1] == "post.corrected"
    told = await payload(change)
    assert (told["kind"], told["locale"], told["note"]) == ("correction", "en", CORRECTED["note"])
    assert (told["revision"], told["replaced"], told["slug"]) == (4, 2, "statement-on-the-visit")


async def test_the_old_text_stays_in_the_history(change: Change, actors: Actors) -> None:
    post = await changed_post(change, actors)
    await services.correct_post(change, post_id=post.id, **CORRECTED)
    kept = (await change.db.scalars(select(Revision).order_by(Revision.number))).all()
    assert [(one.number, one.event, one.title) for one in kept] == [
        (1, "post.created", "Statement on the visit"),
        (2, "post.published", "Statement on the visit"),
        (3, "post.draft_saved", "On Monday"),
        (4, "post.corrected", "On Monday"),
    ]


async def test_a_correction_is_checked_like_any_publication(change: Change, actors: Actors) -> None:
    post = await make_post(change, actors.mission, publish=True)
    async with refused(change, services.AlreadyPublished):
        await services.correct_post(change, post_id=post.id, **CORRECTED)
    await services.save_draft(change, post_id=post.id, base_revision=2, body=body("On Monday."))
    async with refused(change, services.StaleRevision, current_revision=3):
        await services.correct_post(change, post_id=post.id, revision=2, **CORRECTED)
    await services.save_draft(change, post_id=post.id, base_revision=3, title="")
    async with refused(change, services.NothingToPublish, part="title"):
        await services.correct_post(change, post_id=post.id, **CORRECTED)
    await services.save_draft(change, post_id=post.id, base_revision=4, title="On Monday")
    for note, refusal in (("", TextMissing), (" ", TextMissing), ("x" * 1001, TextTooLong)):
        async with refused(change, refusal):
            await services.correct_post(change, post_id=post.id, kind=NoticeKind.CORRECTION, note=note)


async def test_a_clarification_leaves_the_words_and_the_waiting_draft(change: Change, actors: Actors) -> None:
    post = await changed_post(change, actors)
    before = await row_counts(change.db)
    now = later(change)
    await services.add_notice(now, post_id=post.id, note="The visit to Murjan is meant.")
    assert await row_counts(change.db) - before == {"notices": 1, "audit_entries": 1, "outbox_events": 1}
    text = await services.get_translation(change, post, None)
    assert (text.title, text.revision_number, text.newest_revision_number) == ("Statement on the visit", 2, 3)
    assert (text.published_at, post.updated_at) == (change.now, now.now)
    (notice,) = await notices(change)
    assert (notice.kind, notice.revision_before, notice.revision_after) == (NoticeKind.CLARIFICATION, 2, 2)
    assert (await events(change))[-1] == "post.notice_added"


async def test_a_notice_is_in_the_language_of_its_text(change: Change, actors: Actors) -> None:
    post = await make_post(change, actors.mission, publish=True)
    await services.add_translation(change, post_id=post.id, locale="fr", title="La visite", body=body("Ils."))
    async with refused(change, services.NothingToCorrect, locale="fr"):
        await services.add_notice(change, post_id=post.id, locale="fr", note="Celle de mars.")
    await services.publish_post(change, post_id=post.id, locale="fr")
    await services.add_notice(change, post_id=post.id, locale="fr", note="Celle de mars.")
    (notice,) = await notices(change)
    french = await services.get_translation(change, post, "fr")
    assert (notice.locale, notice.translation_id) == ("fr", french.id)


async def test_a_superseded_post_stays_and_names_the_other(change: Change, actors: Actors) -> None:
    post = await make_post(change, actors.mission, publish=True)
    other = await make_post(change, await make_mission(change), publish=True)
    said: dict[str, Any] = {"note": "See the newer one.", "notes": {"FR": "Voir la suivante."}}
    await services.supersede_post(later(change), post_id=post.id, superseded_by_id=other.id, **said)
    (notice,) = await notices(change)
    assert (notice.kind, notice.superseded_by_id, notice.translation_id) == (NoticeKind.SUPERSEDED, other.id, None)
    assert (notice.locale, notice.note, notice.notes) == ("en", "See the newer one.", {"fr": "Voir la suivante."})
    text = await services.get_translation(change, post, None)
    assert text.title == "Statement on the visit"
    assert (await payload(change))["superseded_by"] == encode_id("Post", other.id)


async def test_only_what_is_public_and_another_supersedes(change: Change, actors: Actors) -> None:
    post = await make_post(change, actors.mission, publish=True)
    draft = await make_post(change, actors.mission)
    hidden = await make_post(change, await make_mission(change))
    by = as_actor(change, actors.editor)
    for other, refusal in (
        (post.id, services.SupersededByItself),
        (draft.id, services.SupersedingNotLive),
        (hidden.id, NotFound),
        (NOWHERE, NotFound),
    ):
        async with refused(change, refusal) as caught:
            await services.supersede_post(by, post_id=post.id, superseded_by_id=other, note="See there.")
        assert caught.value.path == ("input", "supersededBy")


async def correct(change: Change, post: Post) -> Post:
    return await services.correct_post(change, post_id=post.id, **CORRECTED)


async def note(change: Change, post: Post) -> Post:
    return await services.add_notice(change, post_id=post.id, note="In March.")


@pytest.mark.parametrize("verb", [correct, note])
async def test_only_editors_of_the_mission_note_things(change: Change, actors: Actors, verb: Verb) -> None:
    post = await changed_post(change, actors)
    stranger = await make_actor(change, Role.ADMINISTRATOR, await make_mission(change))
    for actor in (actors.visitor, actors.reader, actors.author, stranger):
        async with refused(change, NotAllowed):
            await verb(as_actor(change, actor), post)
    await verb(as_actor(change, actors.editor), post)


@pytest.mark.parametrize("verb", [correct, note])
async def test_what_is_not_public_is_not_corrected(change: Change, actors: Actors, verb: Verb) -> None:
    draft = await make_post(change, actors.mission)
    async with refused(change, services.NothingToCorrect, locale="en"):
        await verb(change, draft)
    post = await changed_post(change, actors)
    await services.unpublish_post(change, post_id=post.id, reason="Too early.")
    async with refused(change, services.NothingToCorrect):
        await verb(change, post)


@pytest.mark.parametrize("verb", [correct, note])
async def test_a_post_has_room_for_fifty_notices(change: Change, actors: Actors, verb: Verb) -> None:
    post = await changed_post(change, actors)
    one = {"post_id": post.id, "kind": NoticeKind.CLARIFICATION, "locale": "en", "note": "x", "noted_at": change.now}
    await change.db.execute(insert(Notice), [one] * 50)
    async with refused(change, services.TooManyNotices, limit=50):
        await verb(change, post)
    await services.withdraw_post(change, post_id=post.id, kind=NoticeKind.WITHDRAWN, reason="Enough of it.")
    assert await change.db.scalar(select(func.count()).select_from(Notice)) == 51
