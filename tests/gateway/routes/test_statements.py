"""Signed statements and public keys as they are served, and what GraphQL says of a saved one."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import asyncpg
import pytest

from gateway.routes.statements import KEYS_PATH
from gateway.signing import KeyNotReadable, Signer, sign_statements
from schema.statements.verifying import verify
from tests.client import Client, execute
from tests.makers.statements import ISSUER, key_id_of, make_key
from tests.world import WITHHELD

CHECK = """query ($document: String!) { verifyStatement(document: $document) {
    isValid isKnown state supersededBy problems post locale revision keyId signedAt
} }"""
REPLACED = "update signing_keys set used_until = now() where used_until is null"
SIGNED_AT = "2026-03-06T09:00:00+00:00"


def path(client: Client, post: str, locale: str, revision: int) -> str:
    return f"/statements/{client.world.ids[f'Post:{post}']}/{locale}/{revision}"


async def keys(client: Client) -> Any:
    return (await client.http.get(KEYS_PATH)).json()


async def check(client: Client, text: str, by: str | None = None) -> dict[str, Any]:
    answer: dict[str, Any] = (await client.ask(CHECK, {"document": text}, by=by))["verifyStatement"]
    return answer


@pytest.fixture
async def own(client: Client) -> AsyncIterator[Client]:
    """A gateway over a copy of the world, for a test that changes it."""
    async with client.on_a_copy() as own:
        yield own


async def test_the_keys_are_published_for_everybody(client: Client) -> None:
    served = await client.http.get(KEYS_PATH, headers={"origin": "https://newspaper.example"})
    assert (served.status_code, served.headers["content-type"]) == (200, "application/json")
    assert served.headers["access-control-allow-origin"] == "*"
    assert served.headers["cache-control"] == "public, max-age=300"
    assert served.json()["issuer"] == ISSUER
    first, second = served.json()["keys"]
    assert [first["kid"], second["kid"]] == [key_id_of(make_key(number)) for number in (1, 2)]
    assert (first["used_until"], second["used_until"]) == ("2026-03-06T09:00:00.000000Z", None)
    assert {name: second[name] for name in ("kty", "crv", "use", "alg")} == {
        "kty": "OKP", "crv": "Ed25519", "use": "sig", "alg": "Ed25519",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("post", "locale", "revision", "words"),
    [
        ("workshop", "en", 2, "The next workshop is in autumn."),
        ("workshop", "fr", 2, "Nous avons besoin de plus d’indépendance."),
        ("tempête", "fr", 2, "Nos bureaux sont fermés."),
    ],
)
async def test_what_is_public_is_served_signed(
    client: Client, post: str, locale: str, revision: int, words: str
) -> None:
    served = await client.http.get(path(client, post, locale, revision))
    assert served.status_code == 200
    assert served.headers["access-control-allow-origin"] == "*"
    verdict = verify(served.text, await keys(client))
    assert verdict.is_valid, verdict.problems
    assert words in json.dumps(verdict.statement["body"], ensure_ascii=False)
    assert list(served.json()) == ["format", "canonical", "sha256", "issuer", "key_id", "signed_at", "signature"]


@pytest.mark.parametrize(
    ("post", "locale", "revision"),
    [
        ("workshop", "en", 1),
        ("workshop", "en", 3),
        ("workshop", "ar", 1),
        ("tempête", "ar", 2),
        ("workshop", "de", 2),
        ("workshop", "no language", 2),
    ],
)
async def test_nothing_else_is_served(client: Client, post: str, locale: str, revision: int) -> None:
    served = await client.http.get(path(client, post, locale, revision))
    assert served.status_code == 404
    assert WITHHELD not in served.text


async def test_what_was_taken_back_is_as_if_it_had_never_been(client: Client) -> None:
    for name, id in client.world.ids.items():
        if name.startswith("Post:charter"):
            assert (await client.http.get(f"/statements/{id}/en/2")).status_code == 404
    assert (await client.http.get("/statements/Mission:1/en/2")).status_code == 404


async def test_a_saved_statement_is_known_to_be_current(client: Client) -> None:
    saved = (await client.http.get(path(client, "workshop", "en", 2))).text
    assert await check(client, saved) == {
        "isValid": True, "isKnown": True, "state": "CURRENT", "supersededBy": None, "problems": [],
        "post": client.world.ids["Post:workshop"], "locale": "en", "revision": 2, "keyId": key_id_of(make_key(2)),
        "signedAt": SIGNED_AT,
    }  # fmt: skip


async def test_a_changed_comma_is_noticed(client: Client) -> None:
    saved = (await client.http.get(path(client, "workshop", "en", 2))).text
    changed = saved.replace("spoke, and", "spoke and")
    assert changed != saved
    said = await check(client, changed)
    assert (said["isValid"], said["isKnown"], said["state"]) == (False, False, None)
    assert said["problems"] == ["The words were changed: their SHA-256 is not the one that was signed."]


async def test_what_is_no_statement_is_not_valid(client: Client) -> None:
    said = await check(client, "{}")
    assert (said["isValid"], said["isKnown"], said["revision"]) == (False, False, None)


async def test_what_graphql_answers_can_be_saved_too(client: Client) -> None:
    query = """query ($id: ID!) { post(id: $id) { translation(locales: ["fr"]) {
        statement { canonical sha256 issuer keyId signedAt signature }
    } } }"""
    answer = await client.ask(query, {"id": client.world.ids["Post:workshop"]})
    assert verify(json.dumps(answer), await keys(client)).is_valid
    assert (await check(client, json.dumps(answer)))["state"] == "CURRENT"


async def publish_again(own: Client) -> str:
    """Publish another French text of the workshop, revision 4; what was saved of the one before."""
    saved = (await own.http.get(path(own, "workshop", "fr", 2))).text
    post = own.world.ids["Post:workshop"]
    saving = 'baseRevision: 2, title: "L’atelier", '
    for verb, by, more in (
        ("saveDraft", "Amman editor", saving),
        ("submitPost", "Amman editor", ""),
        ("clearPost", "Amman head", "revision: 3, "),
        ("publishPost", "Amman editor", ""),
    ):
        done = f'mutation {{ {verb}(input: {{ post: "{post}", {more}locale: "fr" }}) {{ problems {{ message }} }} }}'
        assert (await own.ask(done, by=by))[verb]["problems"] == []
    return saved


async def sign(own: Client) -> int:
    """Sign as a worker does."""
    return await sign_statements(own.app.state.database.sessions, Signer(own.app.state.settings))


async def test_a_superseded_revision_keeps_its_proof_and_loses_its_words(own: Client) -> None:
    saved = await publish_again(own)
    said = await check(own, saved)
    assert (said["isValid"], said["state"], said["supersededBy"]) == (True, "SUPERSEDED", 4)
    served = (await own.http.get(path(own, "workshop", "fr", 2))).json()
    assert served == {**json.loads(saved), "canonical": None}
    without = await check(own, json.dumps(served))
    assert (without["isValid"], without["isKnown"], without["state"]) == (False, True, "SUPERSEDED")
    assert without["problems"] == ["The words are not in it, so only their hash can be verified."]
    assert (await own.http.get(path(own, "workshop", "fr", 4))).status_code == 404, "it is not signed yet"


async def test_a_key_that_cannot_be_read_signs_nothing(own: Client) -> None:
    await publish_again(own)
    with pytest.raises(KeyNotReadable):
        await sign(own)


async def test_who_signs_signs_everything_once(own: Client) -> None:
    await publish_again(own)
    await execute(own.url, REPLACED)
    assert await sign(own) == 1, "what was published since; the first key of its own is made for it"
    assert await sign(own) == 0
    served = await own.http.get(path(own, "workshop", "fr", 4))
    assert verify(served.text, await keys(own)).is_valid
    assert len((await keys(own))["keys"]) == 3


async def test_what_a_revoked_key_signed_is_signed_anew(own: Client) -> None:
    saved = (await own.http.get(path(own, "workshop", "fr", 2))).text
    await execute(own.url, REPLACED, "update signing_keys set revoked_from = used_from")
    said = await check(own, saved)
    assert (said["isValid"], said["isKnown"]) == (False, True)
    assert said["problems"] == ["Its key was revoked for everything signed from 2026-03-06T09:00:00.000000Z on."]
    everything = await sign(own)
    assert everything >= 10
    assert await sign(own) == 0
    anew = (await own.http.get(path(own, "workshop", "fr", 2))).text
    assert (await check(own, anew))["isValid"]
    assert json.loads(anew)["canonical"] == json.loads(saved)["canonical"]


async def test_several_who_sign_at_once_sign_nothing_twice(own: Client) -> None:
    await execute(own.url, REPLACED, "delete from signatures")
    await asyncio.gather(*(sign(own) for _ in range(4)))
    assert await sign(own) == 0
    twice = "select statement_id from signatures group by statement_id having count(*) > 1"
    connection = await asyncpg.connect(own.url)
    try:
        assert await connection.fetchval("select count(*) from signatures") >= 10
        assert await connection.fetch(twice) == []
        assert await connection.fetchval("select count(*) from signing_keys where used_until is null") == 1
    finally:
        await connection.close()
