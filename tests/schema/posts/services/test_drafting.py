"""Beginning posts, saving drafts, and what becomes of two who save at once."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from schema.change import Change
from schema.context import Role, Scope
from schema.errors import NotAllowed, NotFound
from schema.history.models import AuditEntry
from schema.kinds import PostKind
from schema.languages import UnknownLanguage
from schema.posts import services
from schema.posts.models import CommentPolicy, Placement, Post, PublicationState, Revision, Translation
from tests.makers.accounts import Actors, as_actor, make_actor
from tests.makers.history import events, everything, refused, row_counts
from tests.makers.media import make_photo
from tests.makers.missions import make_mission
from tests.makers.posts import body, document, make_post, paragraph, photo_block
from tests.makers.uuids import NOWHERE


async def save(change: Change, post: Post, base_revision: int, **over: Any) -> Translation:
    saved = await services.save_draft(change, post_id=post.id, base_revision=base_revision, **over)
    return saved.translation


async def newest(change: Change) -> Revision:
    return (await change.db.scalars(select(Revision).order_by(Revision.number.desc()).limit(1))).one()


async def test_a_post_is_five_rows_and_one_event(change: Change, actors: Actors) -> None:
    before = await row_counts(change.db)
    seen_before = len(await events(change))
    post = await make_post(as_actor(change, actors.author), actors.mission, comment_policy=CommentPolicy.CLOSED)
    assert await row_counts(change.db) - before == {
        "posts": 1, "translations": 1, "revisions": 1, "addresses": 1, "audit_entries": 1, "outbox_events": 1,
    }  # fmt: skip
    assert (await events(change))[seen_before:] == ["post.created"]
    assert (post.state, post.first_published_at) == (PublicationState.DRAFT, None)
    assert (post.comment_policy, post.created_by_id) == (CommentPolicy.CLOSED, actors.author.account_id)
    assert (post.created_at, post.updated_at) == (change.now, change.now)
    text = await services.get_translation(change, post, None)
    assert (text.is_authentic, text.state, text.published_at) == (True, PublicationState.DRAFT, None)
    assert (text.revision_number, text.newest_revision_number, text.revision_count) == (1, 1, 1)
    audit = (await change.db.scalars(select(AuditEntry).where(AuditEntry.event == "post.created"))).one()
    assert (audit.subject_id, audit.mission_id) == (post.id, actors.mission.id)
    assert audit.actor_name == actors.author.name
    assert audit.details == {"kind": "statement", "locale": "en", "slug": "statement-on-the-visit"}


async def test_a_post_of_the_system_was_begun_by_no_account(change: Change) -> None:
    assert (await make_post(change, await make_mission(change))).created_by_id is None


async def test_authors_of_the_mission_begin_posts(change: Change, actors: Actors) -> None:
    other = await make_mission(change)
    reading = await make_actor(change, Role.EDITOR, actors.mission, scopes=[Scope.READ])
    for actor in (actors.visitor, actors.reader, reading):
        async with refused(change, NotAllowed, role="author"):
            await make_post(as_actor(change, actor), actors.mission)
    async with refused(change, NotAllowed):
        await make_post(as_actor(change, actors.administrator), other)
    async with refused(change, UnknownLanguage):
        await make_post(change, actors.mission, locale="english")
    async with refused(change, NotFound):
        await services.create_post(change, mission_id=NOWHERE, kind=PostKind.NOTICE, locale="en", title="")


async def test_a_save_changes_what_it_names(change: Change) -> None:
    mission = await make_mission(change)
    photo = await make_photo(change, mission)
    post = await make_post(change, mission, body=document(paragraph("One."), photo_block(photo)))
    later = replace(change, now=change.now + timedelta(minutes=1))
    before = await row_counts(change.db)
    text = await save(later, post, 1, title="Another title")
    assert await row_counts(change.db) - before == {"revisions": 1, "audit_entries": 1, "outbox_events": 1}
    assert (await events(change))[-1] == "post.draft_saved"
    assert (text.title, text.summary, text.plain_text) == ("Another title", "What was agreed.", "One.")
    assert (text.revision_number, text.newest_revision_number, text.revision_count) == (2, 2, 2)
    assert "Another title" in text.search_text
    assert post.updated_at == later.now
    kept = await newest(change)
    assert (kept.number, kept.base_number, kept.event, kept.title) == (2, 1, "post.draft_saved", "Another title")
    assert kept.created_at == later.now
    await save(later, post, 2, body=body("Two."), summary="")
    assert (text.title, text.summary, text.plain_text) == ("Another title", "", "Two.")
    assert (await change.db.scalars(select(Placement))).all() == []


async def test_saving_keeps_the_address(change: Change) -> None:
    post = await make_post(change, await make_mission(change), title="Visit")
    assert (await save(change, post, 1, title="Another")).slug == "visit"


async def test_saving_what_is_there_changes_nothing(change: Change) -> None:
    post = await make_post(change, await make_mission(change))
    before = await everything(change.db)
    later = replace(change, now=change.now + timedelta(minutes=1))
    await save(later, post, 1)
    await save(
        later, post, 1, title=" Statement  on the visit", summary="What was agreed.", body=body("The ministers met.")
    )
    assert await everything(change.db) == before


async def test_a_save_that_is_sent_again_changes_nothing(change: Change) -> None:
    post = await make_post(change, await make_mission(change))
    await save(change, post, 1, title="Another")
    before = await everything(change.db)
    text = await save(change, post, 1, title="Another")
    assert text.newest_revision_number == 2
    assert await everything(change.db) == before


@pytest.mark.parametrize("number", [-1, 0, 2, 2**40])
async def test_a_base_that_never_was_is_refused(change: Change, number: int) -> None:
    post = await make_post(change, await make_mission(change))
    async with refused(change, services.RevisionUnknown, number=number) as caught:
        await save(change, post, number, title="Another")
    assert caught.value.path == ("input", "baseRevision")


async def test_a_live_text_waits_for_the_next_publication(change: Change) -> None:
    mission = await make_mission(change)
    photo = await make_photo(change, mission)
    shown = photo_block(photo, alternative="decorative")
    post = await make_post(change, mission, body=document(paragraph("Live."), shown), publish=True)
    text = await services.get_translation(change, post, None)
    held = (text.title, text.html, text.search_text, text.revision_number, text.published_at)
    await save(change, post, 2, title="Next", body=body("Next."))
    await change.db.refresh(text)
    assert (text.title, text.html, text.search_text, text.revision_number, text.published_at) == held
    assert (text.state, text.newest_revision_number, text.revision_count) == (PublicationState.LIVE, 3, 3)
    assert len((await change.db.scalars(select(Placement))).all()) == 1
    assert (await newest(change)).plain_text == "Next."
    await save(change, post, 3, summary="Once more.")
    kept = await newest(change)
    assert (kept.title, kept.summary, kept.plain_text) == ("Next", "Once more.", "Next.")


async def test_a_draft_beside_a_live_text_does_not_tell_of_itself(change: Change) -> None:
    post = await make_post(change, await make_mission(change), publish=True)
    changed_at = post.updated_at
    later = replace(change, now=change.now + timedelta(minutes=1))
    await save(later, post, 2, title="Not yet")
    await services.add_translation(later, post_id=post.id, locale="fr", title="Pas encore")
    assert post.updated_at == changed_at
    await services.publish_post(later, post_id=post.id)
    assert post.updated_at == later.now


async def test_a_text_that_was_taken_back_is_written_to_directly(change: Change) -> None:
    post = await make_post(change, await make_mission(change), publish=True)
    await save(change, post, 2, title="Waiting")
    await services.unpublish_post(change, post_id=post.id, reason="Wrong date")
    text = await save(change, post, 3, summary="New.")
    assert (text.title, text.summary, text.state) == ("Waiting", "New.", PublicationState.UNPUBLISHED)


async def test_authors_write_what_they_began_and_editors_everything(change: Change, actors: Actors) -> None:
    theirs = await make_post(as_actor(change, actors.author), actors.mission)
    other = await make_post(as_actor(change, actors.editor), actors.mission)
    colleague = await make_actor(change, Role.AUTHOR, actors.mission)
    stranger = await make_actor(change, Role.ADMINISTRATOR, await make_mission(change))
    for actor, post in ((actors.author, other), (colleague, theirs), (actors.reader, theirs)):
        async with refused(change, NotAllowed):
            await save(as_actor(change, actor), post, 1, title="x")
    async with refused(change, NotAllowed):
        await services.add_translation(as_actor(change, actors.reader), post_id=other.id, locale="fr", title="x")
    for actor in (actors.visitor, stranger):
        async with refused(change, NotFound, noun="post"):
            await save(as_actor(change, actor), theirs, 1, title="x")
    assert await save(as_actor(change, actors.author), theirs, 1, title="x")
    assert await save(as_actor(change, actors.editor), theirs, 2, title="y")


async def test_translators_write_what_is_not_authentic_in_their_languages(change: Change, actors: Actors) -> None:
    post = await make_post(as_actor(change, actors.editor), actors.mission)
    await services.add_translation(change, post_id=post.id, locale="ar", title="x")
    french = as_actor(change, await make_actor(change, Role.TRANSLATOR, actors.mission, languages=["fr", "en"]))
    async with refused(change, NotAllowed):
        await save(french, post, 1, title="x")
    async with refused(change, NotAllowed):
        await save(french, post, 1, locale="en", title="x")
    async with refused(change, NotAllowed):
        await services.save_draft(french, post_id=post.id, locale="ar", base_revision=1, title="y")
    async with refused(change, NotAllowed):
        await services.add_translation(french, post_id=post.id, locale="es", title="x")
    await services.add_translation(french, post_id=post.id, locale="fr", title="x")
    assert await services.save_draft(french, post_id=post.id, locale="fr", base_revision=1, title="y")
    everything = as_actor(change, actors.translator)
    assert await services.save_draft(everything, post_id=post.id, locale="ar", base_revision=1, title="y")
    colleague = as_actor(change, actors.author)
    assert await services.save_draft(colleague, post_id=post.id, locale="ar", base_revision=2, title="z")


async def test_who_may_translate_nothing_does_not_learn_which_languages_are_begun(
    change: Change, actors: Actors
) -> None:
    post = await make_post(change, actors.mission, publish=True)
    await services.add_translation(change, post_id=post.id, locale="fr", title="Pas encore")
    for locale in ("fr", "ar"):
        async with refused(change, NotAllowed):
            await services.save_draft(
                as_actor(change, actors.visitor), post_id=post.id, locale=locale, base_revision=1, title="x"
            )


async def test_what_is_invisible_and_what_is_not_there_answer_alike(change: Change, actors: Actors) -> None:
    post = await make_post(change, actors.mission)
    visitor = as_actor(change, actors.visitor)
    said = set()
    for post_id in (post.id, NOWHERE):
        async with refused(change, NotFound) as caught:
            await services.save_draft(visitor, post_id=post_id, base_revision=1, title="x")
        said.add(caught.value.message.replace(str(post_id), ""))
    assert len(said) == 1


async def test_a_live_post_of_others_is_known_but_not_theirs(change: Change, actors: Actors) -> None:
    post = await make_post(change, actors.mission, publish=True)
    async with refused(change, NotAllowed):
        await save(as_actor(change, actors.visitor), post, 2, title="x")


async def test_a_translation_is_a_draft_of_its_own(change: Change) -> None:
    post = await make_post(change, await make_mission(change), publish=True)
    before = await row_counts(change.db)
    text = await services.add_translation(
        change, post_id=post.id, locale="PT", title="Declaração", summary="s", body=body("Reuniram-se.")
    )
    assert await row_counts(change.db) - before == {
        "translations": 1, "comparisons": 2, "revisions": 1, "addresses": 1, "audit_entries": 1, "outbox_events": 1,
    }  # fmt: skip
    assert (await events(change))[-1] == "post.translation_added"
    assert (text.locale, text.slug, text.is_authentic) == ("pt", "declaração", False)
    assert (text.state, text.published_at) == (PublicationState.DRAFT, None)
    assert (text.revision_number, text.newest_revision_number, text.revision_count) == (1, 1, 1)
    saved = await save(change, post, 1, locale="pt", title="Comunicado")
    assert saved is text
    assert (await services.get_translation(change, post, None)).title == "Statement on the visit"


async def test_a_language_is_added_once(change: Change) -> None:
    post = await make_post(change, await make_mission(change), locale="he")
    for locale in ("he", "iw"):
        async with refused(change, services.TranslationExists, locale="he"):
            await services.add_translation(change, post_id=post.id, locale=locale, title="x")


async def test_a_language_that_is_not_there_cannot_be_saved(change: Change) -> None:
    post = await make_post(change, await make_mission(change))
    async with refused(change, NotFound) as caught:
        await save(change, post, 1, locale="fr", title="x")
    assert caught.value.path == ("input", "locale")
    async with refused(change, UnknownLanguage):
        await save(change, post, 1, locale="french", title="x")


@pytest.mark.parametrize("count", [1, 20])
async def test_a_save_costs_the_same_whatever_the_text(change: Change, statements: list[str], count: int) -> None:
    mission = await make_mission(change)
    photos = [await make_photo(change, mission) for _ in range(count)]
    post = await make_post(change, mission)
    statements.clear()
    await save(change, post, 1, body=document(*map(photo_block, photos)))
    verbs = [statement.split()[0] for statement in statements]
    # Read: post, text, obstacles, base, newest, photos.
    # Written: text, revision, placements out and in; read: translations to compare; written: which revision is shown,
    # audit entry, event.
    assert verbs == ["SELECT"] * 6 + ["UPDATE", "INSERT", "DELETE", "INSERT", "SELECT", "UPDATE", "INSERT", "INSERT"]
