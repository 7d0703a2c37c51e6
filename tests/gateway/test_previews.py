"""What a front end that was given a preview link is answered, and what it does to everybody else: nothing."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import asyncpg
import pytest
from httpx2 import Response
from sqlalchemy.ext.asyncio import AsyncSession
from structlog.testing import capture_logs

from gateway.reads.previewing import PreviewReads
from schema.change import Change, begin_change
from schema.context import SYSTEM, Preview
from schema.posts import services as posts
from schema.previews.services import create_preview_link, open_preview
from tests.client import Client, execute
from tests.database import open_engine
from tests.makers.history import everything
from tests.makers.posts import body

CREATE = """mutation ($input: CreatePreviewLinkInput!) {
    createPreviewLink(input: $input) { previewLink { id } secret url problems { code } }
}"""
SHOWN = "{ preview { locale revision expiresAt standsForAuthentic post { id title locale state } } }"
TITLE = "query ($id: ID!) { post(id: $id) { title translations { locale title } } }"
BUDGET, WORKSHOP = "Post:budget-embargoed", "Post:workshop"
PREVIEWING = {"cache-control": "no-store", "x-robots-tag": "noindex", "referrer-policy": "no-referrer"}


@dataclass(frozen=True)
class Looking:
    """Somebody with a preview link, and the gateway they ask."""

    client: Client
    secret: str

    async def send(self, query: str, variables: Any = None, secret: str | None = None) -> Response:
        headers = {"authorization": f"Preview {self.secret if secret is None else secret}"}
        return await self.client.send(query, variables, headers=headers)

    async def ask(self, query: str, variables: Any = None) -> Any:
        answer = (await self.send(query, variables)).json()
        assert "errors" not in answer, answer["errors"]
        return answer["data"]

    @property
    def reads(self) -> PreviewReads:
        return PreviewReads(self.client.app.state.database.sessions_of_previews)

    async def shown(self) -> Preview:
        async with open_engine(self.client.url) as engine, AsyncSession(engine) as session:
            shown = await open_preview(session, self.secret, datetime.now(UTC))
            assert shown is not None
            return shown

    async def digest(self) -> dict[str, str]:
        async with open_engine(self.client.url) as engine, AsyncSession(engine) as session:
            return {table: each for table, each in (await everything(session)).items() if table != "preview_links"}


@asynccontextmanager
async def looking(client: Client, post: str = BUDGET, *, settings: Any = None, **over: Any) -> AsyncIterator[Looking]:
    """Somebody with a link to a text of a copy of the world."""
    async with client.on_a_copy(**(settings or {})) as copy:
        async with begin_change(copy.app.state.database.sessions, SYSTEM) as change:
            _, secret = await create_preview_link(change, post_id=key_of(copy, post), **over)
        yield Looking(copy, secret)


def key_of(client: Client, post: str) -> UUID:
    return UUID(client.world.ids[post].partition(":")[2])


async def test_a_draft_is_answered_and_marked(client: Client) -> None:
    async with looking(client) as there:
        before = await there.digest()
        response = await there.send(SHOWN)
        answer, shown = response.json(), await there.shown()
        assert answer["data"]["preview"] == {
            "locale": "en",
            "revision": 2,
            "expiresAt": shown.expires_at.isoformat(),
            "standsForAuthentic": False,
            "post": {"id": client.world.ids[BUDGET], "title": "Budget embargoed", "locale": "en", "state": "LIVE"},
        }
        assert answer["extensions"]["preview"] == {
            "post": client.world.ids[BUDGET],
            "locale": "en",
            "revision": 2,
            "expiresAt": shown.expires_at.isoformat(),
        }
        assert {name: response.headers[name] for name in PREVIEWING} == PREVIEWING
        assert await there.digest() == before


async def test_everybody_else_sees_nothing_of_it(client: Client) -> None:
    async with looking(client) as there:
        await there.ask(SHOWN)
        for by in (None, "Amman editor", "Ministry admin"):
            response = await there.client.send(SHOWN, by=by)
            assert response.json()["data"] == {"preview": None}
            assert "preview" not in response.json()["extensions"]
            assert "x-robots-tag" not in response.headers
        assert await there.client.ask(TITLE, {"id": client.world.ids[BUDGET]}) == {"post": None}


async def test_a_secret_that_shows_nothing_is_refused_in_one_way(client: Client) -> None:
    async with looking(client) as there:
        answers = [await there.send(SHOWN, secret=useless) for useless in ("pv_wrong", "", "cq_token")]
        for useless in ("set revoked_at = now()", "set revoked_at = null, expires_at = now()"):
            await execute(there.client.url, f"update preview_links {useless}")
            answers.append(await there.send(SHOWN))
        assert {answer.content for answer in answers} == {answers[0].content}
        for answer in answers:
            assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Preview")
            assert {name: answer.headers[name] for name in PREVIEWING} == PREVIEWING
        assert answers[0].json()["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"


async def test_a_link_writes_nothing(client: Client) -> None:
    comment = "mutation ($input: AddCommentInput!) { addComment(input: $input) { problems { code } } }"
    async with looking(client) as there:
        before = await there.digest()
        said = {"post": client.world.ids[WORKSHOP], "authorName": "Amina", "text": "Hello."}
        response = await there.send(comment, {"input": said})
        assert response.status_code == 403
        assert response.json()["errors"][0]["extensions"]["code"] == "PREVIEW_READS_ONLY"
        assert await there.digest() == before


async def test_a_link_has_the_limits_of_a_visitor(client: Client) -> None:
    aliases = " ".join(f"a{number}: __typename" for number in range(16))
    async with looking(client, settings={"allows_introspection_by_visitors": False}) as there:
        schema = "{ __schema { types { name } } }"
        for query, code in ((f"{{ {aliases} }}", "LIMIT_EXCEEDED"), (schema, "INTROSPECTION_OFF")):
            assert (await there.send(query)).json()["errors"][0]["extensions"]["code"] == code


async def test_the_newest_state_is_shown_until_it_is_public_and_then_what_is_public(client: Client) -> None:
    async with looking(client, WORKSHOP) as there, looking(client, WORKSHOP, revision=1) as pinned:
        id = {"id": client.world.ids[WORKSHOP]}
        assert (await there.ask(TITLE, id))["post"]["title"] == "embargoed"
        assert (await pinned.ask(TITLE, id))["post"]["title"] == "Workshop"
        sessions = there.client.app.state.database.sessions
        async with begin_change(sessions, SYSTEM) as change:
            await posts.publish_post(change, post_id=key_of(client, WORKSHOP))
        live = "query ($id: ID!) { post(id: $id) { publishedAt updatedAt translations { publishedAt title } } }"
        assert await there.ask(live, id) == await there.client.ask(live, id)


async def test_a_draft_is_shown_before_it_is_complete(client: Client) -> None:
    async with looking(client, "Post:empty-embargoed") as there:
        assert (await there.ask("{ preview { post { title summary body { text } } } }"))["preview"]["post"] == {
            "title": "",
            "summary": "",
            "body": {"text": ""},
        }


async def test_another_language_of_a_draft_is_shown_alone(client: Client) -> None:
    async with client.on_a_copy() as copy:
        async with begin_change(copy.app.state.database.sessions, SYSTEM) as change:
            post_id = key_of(client, BUDGET)
            await posts.add_translation(change, post_id=post_id, locale="fr", title="Le budget", body=body("Oui."))
            _, secret = await create_preview_link(change, post_id=post_id, locale="fr")
        there = Looking(copy, secret)
        assert await there.ask(TITLE, {"id": client.world.ids[BUDGET]}) == {
            "post": {"title": "Le budget", "translations": [{"locale": "fr", "title": "Le budget"}]}
        }
        assert (await there.ask("{ preview { standsForAuthentic } }"))["preview"]["standsForAuthentic"]


async def test_a_text_that_is_gone_is_not_shown(client: Client) -> None:
    async with looking(client) as there:
        shown = await there.shown()
        row = await there.reads.fetchrow(
            Preview(shown.post_id, shown.post_id, "en", 1, shown.expires_at, stands_for_authentic=False),
            "select count(*) from posts where id = $1 and state = 'LIVE'",
            [shown.post_id],
            5,
        )
        assert row[0] == 0


async def test_somebody_who_is_saving_makes_a_preview_wait_and_then_give_up(client: Client) -> None:
    async with looking(client) as there:
        saving = await asyncpg.connect(there.client.url)
        try:
            async with saving.transaction():
                await saving.execute("update translations set title = title where title = 'Budget embargoed'")
                with capture_logs():
                    response = await there.send(SHOWN)
                assert (response.status_code, response.headers["retry-after"]) == (503, "1")
                assert response.json()["errors"][0]["extensions"]["code"] == "SERVICE_UNAVAILABLE"
                assert await there.client.ask("{ posts { totalCount } }")
            assert (await there.send(SHOWN)).status_code == 200
        finally:
            await saving.close()


async def test_a_preview_that_is_given_up_leaves_nothing_behind(client: Client) -> None:
    async with looking(client) as there:
        before, shown = await there.digest(), await there.shown()
        with pytest.raises(TimeoutError):
            await there.reads.fetchrow(shown, "select pg_sleep(60)", [], 0.3)
        assert await there.digest() == before
        assert (await there.send(SHOWN)).status_code == 200


async def test_previews_keep_nobody_waiting_but_each_other(client: Client) -> None:
    async with looking(client, settings={"preview_pool_count": 1, "pool_timeout_seconds": 0.05}) as there:
        async with there.client.app.state.database.sessions_of_previews() as held:
            await held.connection()
            with capture_logs():
                assert (await there.send(SHOWN)).status_code == 503
            for by in (None, "Amman editor"):
                assert await there.client.ask("{ posts { totalCount } }", by=by)
        assert (await there.send(SHOWN)).status_code == 200


async def test_a_preview_cannot_be_kept(client: Client) -> None:
    async with looking(client) as there:
        before = await there.digest()
        shown = await there.shown()
        async with there.client.app.state.database.sessions_of_previews() as session:
            change = Change(session, SYSTEM, datetime.now(UTC))
            await posts.show_unpublished(change, translation_id=shown.translation_id, revision=2)
            with pytest.raises(LookupError, match="never committed"):
                await session.commit()
        assert await there.digest() == before


async def test_nothing_that_is_saved_meanwhile_is_lost(client: Client) -> None:
    """While somebody looks an editor saves: each save is there, and each look is at a state that was saved."""
    save = """mutation ($input: SaveDraftInput!) {
        saveDraft(input: $input) { translation { newestRevisionNumber } problems { code } }
    }"""
    kept = '{ post(id: "%s") { translations { revisions(first: 100) { nodes { number title } } } } }'
    async with looking(client) as there:
        saved: dict[int, str] = {2: "Budget embargoed"}
        is_saving = True

        async def edit() -> None:
            nonlocal is_saving
            for number in range(3, 23):
                change = {"post": client.world.ids[BUDGET], "baseRevision": number - 1, "title": f"Budget {number}"}
                answer = await there.client.ask(save, {"input": change}, by="Amman editor")
                assert answer["saveDraft"] == {"translation": {"newestRevisionNumber": number}, "problems": []}
                saved[number] = f"Budget {number}"
            is_saving = False

        async def look() -> list[Any]:
            seen = []
            while is_saving:
                answer = (await there.send("{ preview { revision post { title } } }")).json()
                seen.append((answer["data"]["preview"], answer["extensions"]["preview"]["revision"]))
            return seen

        _, *looks = await asyncio.gather(edit(), look(), look())
        for shown, marked in (one for seen in looks for one in seen):
            assert (shown["revision"], shown["post"]["title"]) == (marked, saved[marked])
        (text,) = (await there.client.ask(kept % client.world.ids[BUDGET], by="Amman editor"))["post"]["translations"]
        named = {one["number"]: one["title"] for one in text["revisions"]["nodes"]}
        assert {number: named[number] for number in saved} == saved


async def test_the_address_is_made_by_the_template_and_answered_once(client: Client) -> None:
    template = "https://embassy.example/preview?token={secret}"
    input = {"input": {"post": client.world.ids[BUDGET], "idempotencyKey": "once"}}
    async with client.on_a_copy(preview_url_template=template) as copy:
        first, again = [(await copy.ask(CREATE, input, by="Amman editor"))["createPreviewLink"] for _ in range(2)]
        assert first["url"] == template.format(secret=first["secret"])
        assert again == {**first, "secret": None, "url": None}
        connection = await asyncpg.connect(copy.url)
        try:
            assert first["secret"] not in str(await connection.fetch("select * from kept_answers"))
        finally:
            await connection.close()
        there = Looking(copy, first["secret"])
        assert (await there.send(SHOWN)).status_code == 200
