"""Deleting drafts, and nothing that was ever public."""

import pytest
from sqlalchemy import func, select, text

from schema.change import Change
from schema.comments.models import CommentState
from schema.context import Role
from schema.errors import NotAllowed, NotFound
from schema.history.models import AuditEntry
from schema.media.models import Photo
from schema.posts import services
from schema.posts.models import Post, Translation
from schema.posts.services import BylineDraft
from schema.tables import metadata
from tests.makers.accounts import Actors, as_actor, make_actor
from tests.makers.comments import make_comment
from tests.makers.history import events, refused, row_counts
from tests.makers.media import make_photo
from tests.makers.missions import make_mission
from tests.makers.people import make_person
from tests.makers.posts import body, document, make_post, paragraph, photo_block
from tests.makers.uuids import NOWHERE


async def full_draft(change: Change, actors: Actors) -> Post:
    """A draft by the author with everything that can hang on one."""
    photo = await make_photo(change, actors.mission)
    words = document(paragraph("Soon."), photo_block(photo, "A quay."))
    post = await make_post(as_actor(change, actors.author), actors.mission, body=words)
    await services.add_translation(change, post_id=post.id, locale="fr", title="Bientôt", body=body("Bientôt."))
    await services.save_draft(change, post_id=post.id, base_revision=1, title="Later")
    with pytest.raises(services.StaleRevision):
        await services.save_draft(change, post_id=post.id, base_revision=1, title="Aside")
    person = await make_person(change)
    await services.set_bylines(change, post_id=post.id, bylines=[BylineDraft(person_id=person.id)])
    await services.set_topics(change, post_id=post.id, topic_ids=[], tags=["Soon"])
    french = await services.get_translation(change, post, "fr")
    await services.add_redirect(change, translation_id=french.id, path="/old.html")
    await make_comment(change, post, state=CommentState.VISIBLE)
    return post


async def test_nothing_of_a_deleted_draft_is_left_but_its_history(change: Change, actors: Actors) -> None:
    before = await row_counts(change.db)
    post = await full_draft(change, actors)
    key = post.id
    entries = (await row_counts(change.db) - before)["audit_entries"]
    assert await services.delete_post(as_actor(change, actors.author), post_id=key) == actors.mission
    left = await row_counts(change.db) - before
    assert left == {"audit_entries": entries + 1, "outbox_events": entries + 1, "photos": 1, "people": 1, "tags": 1}
    assert (await events(change))[-1] == "post.deleted"
    entry = (await change.db.scalars(select(AuditEntry).where(AuditEntry.event == "post.deleted"))).one()
    assert (entry.subject_id, entry.mission_id) == (key, actors.mission.id)
    assert entry.details == {"kind": "statement", "locale": "en", "slug": "statement-on-the-visit"}
    assert await change.db.scalar(select(func.count()).select_from(Photo)) == 1


async def test_every_table_that_names_a_post_lets_it_go() -> None:
    """A row that hangs on a draft must not keep it from being deleted: it goes with it."""
    held = [
        f"{table.name}.{key.parent.name}"
        for table in metadata.sorted_tables
        for key in table.foreign_keys
        if key.column.table.name in ("posts", "translations", "revisions", "placements") and key.ondelete is None
    ]
    # What is to be read instead was public, and so was what is stated. Texts are deleted by the verb itself.
    assert sorted(held) == ["notices.superseded_by_id", "statements.translation_id", "translations.post_id"]


async def test_what_was_public_is_not_deleted(change: Change, actors: Actors) -> None:
    post = await make_post(change, actors.mission, publish=True)
    await services.add_translation(change, post_id=post.id, locale="fr", title="La visite", body=body("Ils."))
    await services.publish_post(change, post_id=post.id, locale="fr")
    async with refused(change, services.WasPublic):
        await services.delete_post(change, post_id=post.id)
    async with refused(change, services.WasPublic):
        await services.delete_translation(change, post_id=post.id, locale="fr")
    await services.unpublish_post(change, post_id=post.id, reason="Too early.")
    async with refused(change, services.WasPublic):
        await services.delete_post(change, post_id=post.id)
    async with refused(change, services.WasPublic):
        await services.delete_translation(change, post_id=post.id, locale="fr")


async def test_a_language_goes_alone(change: Change, actors: Actors) -> None:
    post = await full_draft(change, actors)
    updated = post.updated_at
    await services.delete_translation(as_actor(change, actors.author), post_id=post.id, locale="fr")
    assert (await change.db.scalars(select(Translation.locale))).all() == ["en"]
    assert (await change.db.execute(text("select path from addresses"))).scalars().all() == ["statement-on-the-visit"]
    entry = (await change.db.scalars(select(AuditEntry).where(AuditEntry.event == "post.translation_deleted"))).one()
    assert entry.details == {"locale": "fr", "slug": "bientôt"}
    assert post.updated_at == updated
    async with refused(change, services.AuthenticStays, locale="en"):
        await services.delete_translation(change, post_id=post.id, locale="en")
    async with refused(change, NotFound):
        await services.delete_translation(change, post_id=post.id, locale="fr")


async def test_authors_delete_what_they_began_and_editors_everything(change: Change, actors: Actors) -> None:
    theirs = await make_post(as_actor(change, actors.author), actors.mission)
    others = await make_post(as_actor(change, actors.editor), actors.mission)
    stranger = await make_actor(change, Role.ADMINISTRATOR, await make_mission(change))
    for actor, post in ((actors.reader, theirs), (actors.author, others)):
        async with refused(change, NotAllowed):
            await services.delete_post(as_actor(change, actor), post_id=post.id)
    for actor in (actors.visitor, stranger):
        async with refused(change, NotFound):
            await services.delete_post(as_actor(change, actor), post_id=theirs.id)
    async with refused(change, NotFound):
        await services.delete_post(change, post_id=NOWHERE)
    await services.delete_post(as_actor(change, actors.author), post_id=theirs.id)
    await services.delete_post(as_actor(change, actors.editor), post_id=others.id)
