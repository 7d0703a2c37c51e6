"""Going back to an older state of a text."""

import pytest
from sqlalchemy import select, update

from schema.change import Change
from schema.media.models import Photo
from schema.posts import services
from schema.posts.models import PublicationState, Review, ReviewState, Revision
from tests.makers.accounts import Actors, as_actor
from tests.makers.history import events, everything, refused, row_counts
from tests.makers.media import make_photo
from tests.makers.missions import make_mission
from tests.makers.posts import body, document, make_post, paragraph, photo_block


async def test_an_older_text_becomes_the_newest_draft(change: Change, actors: Actors) -> None:
    post = await make_post(as_actor(change, actors.author), actors.mission, body=body("First."))
    await services.save_draft(change, post_id=post.id, base_revision=1, title="Second", body=body("Second."))
    before = await row_counts(change.db)
    text, restored = await services.restore_revision(
        as_actor(change, actors.editor), post_id=post.id, revision=1, base_revision=2
    )
    assert await row_counts(change.db) - before == {"revisions": 1, "audit_entries": 1, "outbox_events": 1}
    assert (restored.number, restored.base_number, restored.event) == (3, 2, "post.revision_restored")
    assert (restored.title, restored.plain_text) == ("Statement on the visit", "First.")
    assert restored.account_id == actors.editor.account_id
    assert (text.plain_text, text.newest_revision_number) == ("First.", 3)
    assert (await events(change))[-1] == "post.revision_restored"


async def test_what_is_live_stays_as_it_is(change: Change) -> None:
    post = await make_post(change, await make_mission(change), body=body("First."), publish=True)
    await services.save_draft(change, post_id=post.id, base_revision=2, body=body("Second."))
    await services.publish_post(change, post_id=post.id)
    text, restored = await services.restore_revision(change, post_id=post.id, revision=1, base_revision=4)
    assert (text.state, text.plain_text, text.revision_number) == (PublicationState.LIVE, "Second.", 4)
    assert (restored.plain_text, text.newest_revision_number) == ("First.", 5)


async def test_restoring_what_is_there_changes_nothing(change: Change) -> None:
    post = await make_post(change, await make_mission(change))
    before = await everything(change.db)
    _, restored = await services.restore_revision(change, post_id=post.id, revision=1, base_revision=1)
    assert restored.number == 1
    assert await everything(change.db) == before


async def test_a_side_draft_can_be_made_the_newest(change: Change) -> None:
    post = await make_post(change, await make_mission(change))
    await services.save_draft(change, post_id=post.id, base_revision=1, title="Theirs")
    with pytest.raises(services.StaleRevision):
        await services.save_draft(change, post_id=post.id, base_revision=1, title="Mine")
    text, _ = await services.restore_revision(change, post_id=post.id, revision=3, base_revision=2)
    assert text.title == "Mine"


async def test_what_others_saved_since_is_not_overwritten_unseen(change: Change) -> None:
    post = await make_post(change, await make_mission(change))
    for base in (1, 2):
        await services.save_draft(change, post_id=post.id, base_revision=base, title=f"After {base}")
    with pytest.raises(services.StaleRevision) as caught:
        await services.restore_revision(change, post_id=post.id, revision=1, base_revision=2)
    assert "Nothing was restored." in caught.value.message
    assert caught.value.details["collisions"] == []
    numbers = await change.db.scalars(select(Revision.number).order_by(Revision.number))
    assert list(numbers) == [1, 2, 3]


async def test_photos_that_are_gone_are_named(change: Change) -> None:
    mission = await make_mission(change)
    photos = [await make_photo(change, mission) for _ in range(3)]
    shown = [photo_block(photo, caption, id=f"ph-{caption}") for photo, caption in zip(photos, "abc", strict=True)]
    post = await make_post(change, mission, body=document(paragraph("With photos."), *shown))
    await services.save_draft(change, post_id=post.id, base_revision=1, body=body("Without."))
    elsewhere = (await make_mission(change)).id
    await change.db.execute(
        update(Photo).where(Photo.id.in_([photos[0].id, photos[2].id])).values(mission_id=elsewhere)
    )
    async with refused(change, services.PhotosGone, number=1) as caught:
        await services.restore_revision(change, post_id=post.id, revision=1, base_revision=2)
    assert "“a” (block “ph-a”), “c” (block “ph-c”)." in caught.value.message


@pytest.mark.parametrize("numbers", [{"revision": 9, "base_revision": 1}, {"revision": 1, "base_revision": 9}])
async def test_revisions_that_never_were_are_refused(change: Change, numbers: dict[str, int]) -> None:
    post = await make_post(change, await make_mission(change))
    async with refused(change, services.RevisionUnknown, number=9):
        await services.restore_revision(change, post_id=post.id, **numbers)


async def test_what_was_put_before_somebody_need_not_be_read_any_more(change: Change) -> None:
    post = await make_post(change, await make_mission(change))
    await services.save_draft(change, post_id=post.id, base_revision=1, title="Second")
    await services.submit_post(change, post_id=post.id)
    await services.restore_revision(change, post_id=post.id, revision=1, base_revision=2)
    assert (await change.db.scalars(select(Review.state))).all() == [ReviewState.LAPSED]
