"""Who may comment on what, and what is kept of it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from schema.change import Change
from schema.comments import services
from schema.comments.models import Comment, CommentState
from schema.context import Role
from schema.errors import NotAllowed, NotFound, Refusal
from schema.history.models import AuditEntry, Event
from schema.languages import UnknownLanguage
from schema.posts.models import CommentPolicy, Post
from schema.posts.services import unpublish_post
from schema.sources import encode_id
from schema.texts import TextMissing, TextTooLong, TextUnstorable
from tests.makers.accounts import Actors, as_actor
from tests.makers.comments import make_comment
from tests.makers.history import events, refused, row_counts
from tests.makers.missions import make_mission
from tests.makers.posts import make_post
from tests.makers.uuids import NOWHERE


async def make_live_post(change: Change, **over: Any) -> Post:
    return await make_post(change, await make_mission(change), publish=True, **over)


async def test_a_visitor_comments_on_a_live_post(change: Change, actors: Actors) -> None:
    post = await make_post(change, actors.mission, publish=True)
    before = await row_counts(change.db)
    comment = await make_comment(
        as_actor(change, actors.visitor),
        post,
        author_name="  Jo\u0061\u0303o  P. ",
        text=" Cafe\u0301?\r\n\r\nhttps://example.org ",
        locale="PT-br",
    )
    assert await row_counts(change.db) - before == {"comments": 1, "audit_entries": 1, "outbox_events": 1}
    assert (comment.author_name, comment.plain_text) == ("João P.", "Café?\n\nhttps://example.org")
    assert comment.html.startswith("<p>Café?</p><p><a href=")
    assert (comment.state, comment.depth, comment.parent_id) == (CommentState.VISIBLE, 1, None)
    assert (comment.locale, comment.written_at) == ("pt-BR", change.now)


async def test_what_is_recorded_of_a_comment_does_not_name_its_writer(change: Change, actors: Actors) -> None:
    post = await make_post(change, actors.mission, publish=True)
    comment = await make_comment(as_actor(change, actors.visitor), post, author_name="Maria", text="My secret.")
    assert (await events(change))[-1] == "comment.added"
    audit = (await change.db.scalars(select(AuditEntry).where(AuditEntry.event == "comment.added"))).one()
    sent = (await change.db.scalars(select(Event).where(Event.event == "comment.added"))).one()
    assert (audit.actor_name, audit.account_id, audit.mission_id) == ("visitor", None, actors.mission.id)
    assert audit.details == {"post": encode_id("Post", post.id), "state": "visible"}
    ids = {"id": encode_id("Comment", comment.id), "mission": encode_id("Mission", actors.mission.id)}
    assert sent.payload == ids | audit.details


async def test_a_comment_waits_where_comments_are_read_first(change: Change, actors: Actors) -> None:
    post = await make_post(change, actors.mission, publish=True, comment_policy=CommentPolicy.PREMODERATED)
    assert (await make_comment(as_actor(change, actors.visitor), post)).state is CommentState.PENDING


async def test_closed_is_closed_to_everyone(change: Change, actors: Actors) -> None:
    closed = await make_post(change, actors.mission, publish=True, comment_policy=CommentPolicy.CLOSED)
    draft = await make_post(change, actors.mission)
    for actor in (actors.visitor, actors.administrator, change.actor):
        async with refused(change, services.CommentsClosed):
            await make_comment(as_actor(change, actor), closed)
    for actor in (actors.reader, actors.administrator, change.actor):
        async with refused(change, services.CommentsClosed):
            await make_comment(as_actor(change, actor), draft)


async def test_an_invisible_post_is_not_there(change: Change, actors: Actors) -> None:
    draft = await make_post(change, actors.mission)
    taken_back = await make_post(change, actors.mission, publish=True)
    await unpublish_post(change, post_id=taken_back.id, reason="x")
    said = set()
    for post_id in (draft.id, taken_back.id, NOWHERE):
        async with refused(change, NotFound, noun="post") as caught:
            await services.add_comment(as_actor(change, actors.visitor), post_id=post_id, author_name="x", text="y")
        said.add((caught.value.message.replace(str(post_id), ""), caught.value.path))
    assert len(said) == 1


@pytest.mark.parametrize(
    ("refusal", "path", "over"),
    [
        (TextMissing, "text", {"text": " \n\u200b"}),
        (TextTooLong, "text", {"text": "x" * 5_001}),
        (TextUnstorable, "text", {"text": "a\x00"}),
        (TextUnstorable, "text", {"text": "a\ud83d"}),
        (TextMissing, "authorName", {"author_name": "\u202e"}),
        (TextTooLong, "authorName", {"author_name": "x" * 81}),
        (TextUnstorable, "authorName", {"author_name": "\x07"}),
        (UnknownLanguage, "locale", {"locale": "english"}),
        (NotFound, "parent", {"parent_id": NOWHERE}),
    ],
)
async def test_what_a_comment_cannot_be(
    change: Change, refusal: type[Refusal], path: str, over: dict[str, Any]
) -> None:
    post = await make_live_post(change)
    async with refused(change, refusal) as caught:
        await make_comment(change, post, **over)
    assert caught.value.path == ("input", path)


async def test_limits_are_counted_in_characters(change: Change) -> None:
    post = await make_live_post(change)
    assert await make_comment(change, post, author_name="🎉" * 80, text="🎉" * 5_000)
    assert await make_comment(change, post, text="  " + "e\u0301" * 5_000 + "\n")


async def test_a_comment_turns_nothing_beside_it(change: Change) -> None:
    comment = await make_comment(
        change, await make_live_post(change), author_name="\u202eJo\u2067", text="\u202eone\u202b\ntwo\u2069"
    )
    assert comment.author_name == "Jo\u2067\u2069"
    assert comment.plain_text == "one\u202b\u202c\ntwo"


async def test_replies_nest(change: Change, actors: Actors) -> None:
    post = await make_post(change, actors.mission, publish=True)
    visitor = as_actor(change, actors.visitor)
    comment = await make_comment(visitor, post)
    for depth in range(2, 51):
        comment = await make_comment(visitor, post, parent_id=comment.id)
        assert comment.depth == depth
    async with refused(change, services.ReplyTooDeep, limit=50):
        await make_comment(visitor, post, parent_id=comment.id)


async def test_a_parent_on_another_post_is_not_there(change: Change) -> None:
    elsewhere = await make_comment(change, await make_live_post(change))
    post = await make_live_post(change)
    async with refused(change, NotFound, noun="comment"):
        await make_comment(change, post, parent_id=elsewhere.id)


@pytest.mark.parametrize("state", [CommentState.PENDING, CommentState.HIDDEN])
async def test_a_parent_that_is_not_public_is_not_there_for_visitors(
    change: Change, actors: Actors, state: CommentState
) -> None:
    post = await make_post(change, actors.mission, publish=True)
    parent = await make_comment(change, post, state=state)

    async def said(parent_id: UUID) -> str:
        async with refused(change, NotFound, noun="comment") as caught:
            await make_comment(as_actor(change, actors.visitor), post, parent_id=parent_id)
        return caught.value.message.replace(str(parent_id), "")

    assert await said(parent.id) == await said(NOWHERE)
    assert await make_comment(as_actor(change, actors.reader), post, parent_id=parent.id)


async def test_an_import_dates_a_comment_and_decides_its_state(change: Change) -> None:
    at = change.now - timedelta(days=4_000)
    closed = await make_live_post(change, comment_policy=CommentPolicy.CLOSED)
    comment = await make_comment(change, closed, written_at=at, state=CommentState.HIDDEN)
    assert (comment.written_at, comment.state) == (at, CommentState.HIDDEN)
    draft = await make_post(change, await make_mission(change))
    assert (await make_comment(change, draft, written_at=at)).state is CommentState.VISIBLE
    async with refused(change, services.WrittenInFuture):
        await make_comment(change, draft, written_at=change.now + timedelta(seconds=1))


async def test_only_the_system_dates_a_comment_or_decides_its_state(change: Change, actors: Actors) -> None:
    post = await make_post(change, actors.mission, publish=True)
    everywhere = replace(actors.administrator, roles={}, role_everywhere=Role.ADMINISTRATOR)
    for actor in (actors.visitor, actors.administrator, everywhere):
        for over in ({"written_at": change.now}, {"state": CommentState.VISIBLE}):
            async with refused(change, NotAllowed):
                await make_comment(as_actor(change, actor), post, **over)


async def test_a_comment_leaves_the_post_as_it_is(change: Change) -> None:
    post = await make_live_post(change)
    updated_at = post.updated_at
    await make_comment(replace(change, now=change.now + timedelta(days=1)), post)
    await change.db.refresh(post)
    assert post.updated_at == updated_at
    assert len((await change.db.scalars(select(Comment))).all()) == 1
