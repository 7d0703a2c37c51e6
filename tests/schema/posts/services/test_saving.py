"""Saving while others save: what can be brought together is, and what cannot is kept aside and named."""

import pytest
from sqlalchemy import select

from schema.change import Change
from schema.posts import services
from schema.posts.models import Post, PublicationState, Revision
from schema.posts.services import SavedDraft
from schema.sources import encode_id
from tests.makers.accounts import Actors, as_actor
from tests.makers.history import events, everything, row_counts
from tests.makers.missions import make_mission
from tests.makers.posts import body, document, make_post, paragraph


def named(**words: str) -> services.BodyInput:
    """A body of paragraphs whose ids are the names."""
    return document(*({**paragraph(said), "attrs": {"id": id}} for id, said in words.items()))


async def make(change: Change, actors: Actors) -> Post:
    return await make_post(as_actor(change, actors.author), actors.mission, body=named(a="One.", b="Two.", c="Three."))


async def save(change: Change, post: Post, base: int, **over: object) -> SavedDraft:
    return await services.save_draft(change, post_id=post.id, base_revision=base, **over)  # type: ignore[arg-type]


async def revision(change: Change, number: int) -> Revision:
    return (await change.db.scalars(select(Revision).where(Revision.number == number))).one()


async def lost(change: Change, post: Post, base: int, **over: object) -> services.StaleRevision:
    with pytest.raises(services.StaleRevision) as caught:
        await save(change, post, base, **over)
    return caught.value


async def test_changes_of_different_blocks_are_brought_together(change: Change, actors: Actors) -> None:
    post = await make(change, actors)
    author, editor = as_actor(change, actors.author), as_actor(change, actors.editor)
    await save(author, post, 1, title="Theirs", body=named(a="One, theirs.", b="Two.", c="Three."))
    before = await row_counts(change.db)
    saved = await save(editor, post, 1, summary="Mine.", body=named(c="Three, mine.", a="One.", d="Four.", b="Two."))
    assert await row_counts(change.db) - before == {"revisions": 2, "audit_entries": 1, "outbox_events": 1}
    assert (saved.sent.number, saved.sent.base_number, saved.sent.merged_into_number) == (3, 1, 4)
    assert (saved.sent.title, saved.sent.summary) == ("Statement on the visit", "Mine.")
    assert saved.sent.plain_text == "Three, mine.\n\nOne.\n\nFour.\n\nTwo."
    assert (saved.revision.number, saved.revision.base_number, saved.revision.merged_into_number) == (4, 2, None)
    assert (saved.revision.title, saved.revision.summary) == ("Theirs", "Mine.")
    assert saved.revision.plain_text == "Three, mine.\n\nOne, theirs.\n\nFour.\n\nTwo."
    assert not saved.sent.is_side_draft
    assert {saved.sent.account_id, saved.revision.account_id} == {actors.editor.account_id}
    text = saved.translation
    assert (text.plain_text, text.revision_number) == (saved.revision.plain_text, 4)
    assert (text.newest_revision_number, text.revision_count) == (4, 4)
    assert (await events(change))[-1] == "post.draft_saved"


async def test_a_live_text_stays_as_it_is_while_drafts_are_brought_together(change: Change, actors: Actors) -> None:
    post = await make(change, actors)
    await services.publish_post(change, post_id=post.id)
    await save(change, post, 2, body=named(a="One!", b="Two.", c="Three."))
    saved = await save(change, post, 2, body=named(a="One.", b="Two.", c="Three!"))
    assert (saved.translation.state, saved.translation.revision_number) == (PublicationState.LIVE, 2)
    assert saved.translation.plain_text == "One.\n\nTwo.\n\nThree."
    assert saved.revision.plain_text == "One!\n\nTwo.\n\nThree!"


async def test_whoever_goes_on_from_what_they_sent_meets_their_own_words(change: Change, actors: Actors) -> None:
    post = await make(change, actors)
    await save(change, post, 1, body=named(a="One!", b="Two.", c="Three."))
    first = await save(change, post, 1, body=named(a="One.", b="Two.", c="Thr"))
    second = await save(change, post, first.sent.number, body=named(a="One.", b="Two.", c="Three more"))
    third = await save(change, post, second.sent.number, body=named(a="One.", b="Two!", c="Three more!"))
    assert third.revision.plain_text == "One!\n\nTwo!\n\nThree more!"
    onward = await save(change, post, third.revision.number, title="Onward")
    assert onward.sent is onward.revision


async def test_a_stale_save_without_a_change_is_the_newest_text(change: Change, actors: Actors) -> None:
    post = await make(change, actors)
    await save(change, post, 1, title="First")
    before = await everything(change.db)
    saved = await save(change, post, 1, title="Statement on the visit")
    assert (saved.revision.number, saved.sent.number) == (2, 1)
    assert await everything(change.db) == before


async def test_a_merged_save_that_is_sent_again_is_kept_once(change: Change, actors: Actors) -> None:
    post = await make(change, actors)
    await save(change, post, 1, title="First")
    once = await save(change, post, 1, summary="Mine.")
    before = await everything(change.db)
    again = await save(change, post, 1, summary="Mine.")
    assert (again.revision.number, again.sent.number) == (once.revision.number, once.sent.number) == (4, 3)
    assert await everything(change.db) == before


async def test_what_others_have_written_too_is_only_noted(change: Change, actors: Actors) -> None:
    post = await make(change, actors)
    await save(change, post, 1, title="Ours", summary="Theirs.")
    before = await row_counts(change.db)
    saved = await save(as_actor(change, actors.editor), post, 1, title="Ours")
    assert await row_counts(change.db) - before == {"revisions": 1}
    assert (saved.revision.number, saved.sent.number, saved.sent.merged_into_number) == (2, 3, 2)
    assert saved.translation.newest_revision_number == 2


async def test_what_both_changed_is_named_and_the_losing_text_kept(change: Change, actors: Actors) -> None:
    post = await make(change, actors)
    author, editor = as_actor(change, actors.author), as_actor(change, actors.editor)
    await save(author, post, 1, title="Theirs", body=named(a="One!", c="Three."))
    before = await row_counts(change.db)
    refusal = await lost(
        editor, post, 1, title="Mine", summary="Mine.", body=named(a="One?", b="Two, still.", c="Three!")
    )
    assert await row_counts(change.db) - before == {"revisions": 1, "audit_entries": 1, "outbox_events": 1}
    assert (await events(change))[-1] == "post.side_draft_kept"
    aside = await revision(change, 3)
    assert (aside.base_number, aside.is_side_draft, aside.event) == (1, True, "post.side_draft_kept")
    assert (aside.title, aside.plain_text) == ("Mine", "One?\n\nTwo, still.\n\nThree!")
    assert (aside.actor_name, aside.merged_into_number) == (actors.editor.name, None)
    assert (refusal.path, refusal.details["current_revision"]) == (("input", "baseRevision"), 2)
    assert refusal.details["current_revision_id"] == encode_id("Revision", (await revision(change, 2)).id)
    assert refusal.details["side_draft_revision_id"] == encode_id("Revision", aside.id)
    assert f"“{actors.author.name}” saved this text" in refusal.message
    assert "revision 2" in refusal.message
    assert "side draft, revision 3" in refusal.message
    assert refusal.details["collisions"] == [
        {"part": "TITLE", "block": None, "base": "Statement on the visit", "theirs": "Theirs", "mine": "Mine"},
        {"part": "BLOCK", "block": "a", "base": "One.", "theirs": "One!", "mine": "One?"},
        {"part": "BLOCK", "block": "b", "base": "Two.", "theirs": None, "mine": "Two, still."},
    ]


async def test_after_a_lost_save_the_newest_text_is_still_the_first(change: Change, actors: Actors) -> None:
    post = await make(change, actors)
    await save(change, post, 1, title="First")
    for title in ("Second", "Third", "Third"):
        await lost(change, post, 1, title=title)
    saved = await save(change, post, 2, summary="More.")
    assert (saved.translation.title, saved.translation.summary) == ("First", "More.")
    assert (saved.translation.revision_number, saved.translation.revision_count) == (5, 5)
    aside = await change.db.scalars(select(Revision.title).where(Revision.is_side_draft).order_by(Revision.number))
    assert list(aside) == ["Second", "Third"]


async def test_a_side_draft_is_compared_with_what_it_started_from(change: Change, actors: Actors) -> None:
    """Else what is in the side draft only would be given up without a word."""
    post = await make(change, actors)
    await save(change, post, 1, title="First")
    await lost(change, post, 1, title="Second")
    refusal = await lost(change, post, 3, summary="On the side draft.")
    assert refusal.details["collisions"] == [
        {"part": "TITLE", "block": None, "base": "Statement on the visit", "theirs": "First", "mine": "Second"}
    ]
    aside = await revision(change, 4)
    assert (aside.title, aside.summary, aside.base_number) == ("Second", "On the side draft.", 3)
    assert "You had changed nothing." in (await lost(change, post, 3)).message
    saved = await save(change, post, 3, title="First", summary="Brought together.")
    assert (saved.revision.title, saved.revision.summary) == ("First", "Brought together.")


async def test_two_long_texts_that_are_too_long_together_are_both_kept(change: Change) -> None:
    post = await make_post(change, await make_mission(change), body=body("Short."))
    await save(change, post, 1, body=body("Short.", "a" * 600_000))
    refusal = await lost(change, post, 1, body=body("Before.", "b" * 600_000, "Short."))
    nothing = {"block": None, "base": None, "theirs": None, "mine": None}
    assert refusal.details["collisions"] == [{"part": "BODY", **nothing}]
    assert (await revision(change, 3)).plain_text.startswith("Before.")


async def test_two_who_each_delete_all_that_the_other_left_leave_an_empty_text(change: Change, actors: Actors) -> None:
    post = await make_post(change, actors.mission, body=named(a="One.", b="Two."))
    await save(change, post, 1, body=named(a="One."))
    saved = await save(change, post, 1, body=named(b="Two."))
    assert (saved.revision.plain_text, len(saved.revision.body["content"])) == ("", 1)


@pytest.mark.parametrize("count", [1, 20])
async def test_a_merge_costs_the_same_whatever_the_text(change: Change, statements: list[str], count: int) -> None:
    post = await make_post(change, await make_mission(change), body=named(**{f"p{n}": "x" for n in range(count)}))
    await save(change, post, 1, title="First")
    statements.clear()
    await save(change, post, 1, body=named(**{f"p{n}": "y" for n in range(count)}))
    verbs = [statement.split()[0] for statement in statements]
    # Read: post, text, obstacles, base, newest, photos of what was sent and of both, translations. Written:
    # what was sent, text, placements, revision, which one is shown, audit entry, event.
    assert sorted(verbs) == sorted(["SELECT"] * 9 + ["UPDATE"] * 3 + ["DELETE"] + ["INSERT"] * 4)
