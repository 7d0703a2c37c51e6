"""Who may do what: every mutation by everybody, and a refusal leaves everything as it was."""

import re
from collections.abc import Iterator
from typing import Any

import pyotp
import pytest
from sqlalchemy.ext.asyncio import AsyncSession
from structlog.testing import capture_logs

from schema.accounts.means import digest
from tests.client import Client, execute
from tests.database import open_engine
from tests.makers.accounts import TOTP_SECRET
from tests.makers.history import everything
from tests.reads.walking import GRAPH, node_types
from tests.writes.inputs import INPUTS, Input, Place, document, input_of, put, texts_in

ACTORS = {
    "visitor": None,
    "reader": "Amman reader",
    "translator": "Amman translator",
    "author": "Amman author",
    "editor": "Amman editor",
    "head": "Amman head",
    "admin": "Amman administrator",
    "elsewhere": "Dakar admin",
    "reads only": "Amman display",
    "everywhere": "Ministry admin",
    "browser": "Amman administrator at a browser",
    "halfway": "Amman head halfway",
}
"""Columns of the table: members of the embassy in Amman, of whom the translator writes French; an administrator of
another embassy, a token without the scope to write, and an administrator of every mission; by the cookie of a session,
an administrator of the embassy, and somebody who still owes a second factor."""

# + is done, - is NOT_ALLOWED, ? is NOT_FOUND, r is TOKEN_READS_ONLY, o is OWN_PUBLICATION, s is SESSION_NEEDED, k is
# PASSKEY_REFUSED. The draft is one that the author began; what is reviewed, the editor published.
TABLE = """
                     |visitor|reader|translator|author|editor|head|admin|elsewhere|reads only|everywhere|browser|halfway
createPost           |   -   |  -   |    -     |  +   |  +   | +  |  +  |    -    |    -     |    +     |   +   |   -
saveDraft            |   ?   |  -   |    -     |  +   |  +   | +  |  +  |    ?    |    -     |    +     |   +   |   ?
addTranslation       |   ?   |  -   |    +     |  +   |  +   | +  |  +  |    ?    |    -     |    +     |   +   |   ?
confirmTranslation   |   -   |  -   |    +     |  +   |  +   | +  |  +  |    -    |    -     |    +     |   +   |   -
setBylines           |   ?   |  -   |    -     |  +   |  +   | +  |  +  |    ?    |    -     |    +     |   +   |   ?
setTopics            |   ?   |  -   |    -     |  +   |  +   | +  |  +  |    ?    |    -     |    +     |   +   |   ?
restoreRevision      |   ?   |  -   |    -     |  +   |  +   | +  |  +  |    ?    |    -     |    +     |   +   |   ?
submitPost           |   ?   |  -   |    -     |  +   |  +   | +  |  +  |    ?    |    -     |    +     |   +   |   ?
clearPost            |   -   |  -   |    -     |  -   |  +   | +  |  +  |    -    |    -     |    +     |   +   |   -
returnPost           |   -   |  -   |    -     |  -   |  +   | +  |  +  |    -    |    -     |    +     |   +   |   -
reviewPost           |   -   |  -   |    -     |  -   |  o   | +  |  +  |    -    |    -     |    +     |   +   |   -
schedulePost         |   ?   |  -   |    -     |  -   |  +   | +  |  +  |    ?    |    -     |    +     |   +   |   ?
unschedulePost       |   ?   |  -   |    -     |  -   |  +   | +  |  +  |    ?    |    -     |    +     |   +   |   ?
placeHold            |   -   |  -   |    -     |  -   |  -   | +  |  +  |    -    |    -     |    +     |   +   |   -
releaseHold          |   ?   |  -   |    -     |  -   |  -   | +  |  +  |    ?    |    -     |    +     |   +   |   ?
publishPost          |   ?   |  -   |    -     |  -   |  +   | +  |  +  |    ?    |    -     |    +     |   +   |   ?
unpublishPost        |   -   |  -   |    -     |  -   |  +   | +  |  +  |    -    |    -     |    +     |   +   |   -
deletePost           |   ?   |  -   |    -     |  -   |  +   | +  |  +  |    ?    |    -     |    +     |   +   |   ?
deleteTranslation    |   -   |  -   |    -     |  +   |  +   | +  |  +  |    -    |    -     |    +     |   +   |   -
changeSlug           |   ?   |  -   |    -     |  +   |  +   | +  |  +  |    ?    |    -     |    +     |   +   |   ?
featurePost          |   -   |  -   |    -     |  -   |  +   | +  |  +  |    -    |    -     |    +     |   +   |   -
unfeaturePost        |   -   |  -   |    -     |  -   |  +   | +  |  +  |    -    |    -     |    +     |   +   |   -
correctPost          |   -   |  -   |    -     |  -   |  +   | +  |  +  |    -    |    -     |    +     |   +   |   -
addNotice            |   -   |  -   |    -     |  -   |  +   | +  |  +  |    -    |    -     |    +     |   +   |   -
supersedePost        |   -   |  -   |    -     |  -   |  +   | +  |  +  |    -    |    -     |    +     |   +   |   -
withdrawPost         |   -   |  -   |    -     |  -   |  +   | +  |  +  |    -    |    -     |    +     |   +   |   -
restorePost          |   -   |  -   |    -     |  -   |  +   | +  |  +  |    -    |    -     |    +     |   +   |   -
createPreviewLink    |   ?   |  -   |    -     |  +   |  +   | +  |  +  |    ?    |    -     |    +     |   +   |   ?
revokePreviewLink    |   ?   |  ?   |    -     |  +   |  +   | +  |  +  |    ?    |    ?     |    +     |   +   |   ?
addComment           |   +   |  +   |    +     |  +   |  +   | +  |  +  |    +    |    r     |    +     |   +   |   +
createMission        |   -   |  -   |    -     |  -   |  -   | -  |  +  |    -    |    -     |    +     |   +   |   -
setClearancePolicy   |   -   |  -   |    -     |  -   |  -   | -  |  +  |    -    |    -     |    +     |   +   |   -
removeClearancePolicy|   -   |  -   |    -     |  -   |  -   | -  |  +  |    -    |    -     |    +     |   +   |   -
createPerson         |   -   |  -   |    -     |  -   |  +   | +  |  +  |    -    |    -     |    +     |   +   |   -
appoint              |   -   |  -   |    -     |  -   |  -   | -  |  +  |    -    |    -     |    +     |   +   |   -
createTopic          |   -   |  -   |    -     |  -   |  +   | +  |  +  |    +    |    -     |    +     |   +   |   -
createWebhook        |   -   |  -   |    -     |  -   |  -   | -  |  +  |    -    |    -     |    +     |   +   |   -
changeWebhook        |   ?   |  ?   |    ?     |  ?   |  ?   | ?  |  +  |    ?    |    ?     |    +     |   +   |   ?
rotateWebhookSecret  |   ?   |  ?   |    ?     |  ?   |  ?   | ?  |  +  |    ?    |    ?     |    +     |   +   |   ?
testWebhook          |   ?   |  ?   |    ?     |  ?   |  ?   | ?  |  +  |    ?    |    ?     |    +     |   +   |   ?
replayWebhook        |   ?   |  ?   |    ?     |  ?   |  ?   | ?  |  +  |    ?    |    ?     |    +     |   +   |   ?
pauseWebhook         |   ?   |  ?   |    ?     |  ?   |  ?   | ?  |  +  |    ?    |    ?     |    +     |   +   |   ?
resumeWebhook        |   ?   |  ?   |    ?     |  ?   |  ?   | ?  |  +  |    ?    |    ?     |    +     |   +   |   ?
deleteWebhook        |   ?   |  ?   |    ?     |  ?   |  ?   | ?  |  +  |    ?    |    ?     |    +     |   +   |   ?
signIn               |   +   |  +   |    +     |  +   |  +   | +  |  +  |    +    |    +     |    +     |   +   |   +
useSignInLink        |   +   |  +   |    +     |  +   |  +   | +  |  +  |    +    |    +     |    +     |   +   |   +
acceptInvitation     |   +   |  +   |    +     |  +   |  +   | +  |  +  |    +    |    +     |    +     |   +   |   +
requestSignInLink    |   +   |  +   |    +     |  +   |  +   | +  |  +  |    +    |    +     |    +     |   +   |   +
completeSecondFactor |   s   |  s   |    s     |  s   |  s   | s  |  s  |    s    |    s     |    s     |   s   |   +
askPasskey           |   s   |  s   |    s     |  s   |  s   | s  |  s  |    s    |    s     |    s     |   +   |   +
stepUp               |   s   |  s   |    s     |  s   |  s   | s  |  s  |    s    |    s     |    s     |   +   |   s
setPassword          |   s   |  s   |    s     |  s   |  s   | s  |  s  |    s    |    s     |    s     |   +   |   s
enrolTotp            |   s   |  s   |    s     |  s   |  s   | s  |  s  |    s    |    s     |    s     |   +   |   s
confirmTotp          |   s   |  s   |    s     |  s   |  s   | s  |  s  |    s    |    s     |    s     |   +   |   s
beginPasskey         |   s   |  s   |    s     |  s   |  s   | s  |  s  |    s    |    s     |    s     |   +   |   s
removeFactor         |   s   |  s   |    s     |  s   |  s   | s  |  s  |    s    |    s     |    s     |   +   |   s
makeRecoveryCodes    |   s   |  s   |    s     |  s   |  s   | s  |  s  |    s    |    s     |    s     |   +   |   s
addPasskey           |   s   |  s   |    s     |  s   |  s   | s  |  s  |    s    |    s     |    s     |   k   |   s
signOut              |   s   |  s   |    s     |  s   |  s   | s  |  s  |    s    |    s     |    s     |   +   |   s
revokeSessions       |   ?   |  -   |    -     |  -   |  -   | s  |  +  |    ?    |    -     |    +     |   +   |   ?
inviteAccount        |   -   |  -   |    -     |  -   |  -   | -  |  +  |    -    |    -     |    +     |   +   |   -
deactivateAccount    |   ?   |  -   |    -     |  -   |  -   | -  |  +  |    ?    |    -     |    +     |   +   |   ?
reactivateAccount    |   ?   |  -   |    -     |  -   |  -   | -  |  +  |    ?    |    -     |    +     |   +   |   ?
grantRole            |   ?   |  -   |    -     |  -   |  -   | -  |  +  |    ?    |    -     |    +     |   +   |   ?
revokeRole           |   -   |  -   |    -     |  -   |  -   | -  |  +  |    -    |    -     |    +     |   +   |   -
createToken          |   ?   |  -   |    -     |  -   |  -   | -  |  -  |    ?    |    -     |    +     |   +   |   ?
revokeToken          |   ?   |  ?   |    ?     |  ?   |  ?   | ?  |  +  |    ?    |    ?     |    +     |   +   |   ?
"""

CODES = {
    "+": [],
    "-": ["NOT_ALLOWED"],
    "?": ["NOT_FOUND"],
    "r": ["TOKEN_READS_ONLY"],
    "o": ["OWN_PUBLICATION"],
    "s": ["SESSION_NEEDED"],
    "k": ["PASSKEY_REFUSED"],
}
OVER: dict[str, Input] = {
    "createMission": {"parent": "Mission:amman"},
    "publishPost": {"revision": None},
    "restoreRevision": {"baseRevision": 3},
}
"""What is asked otherwise than in the inputs: below the own mission, without a revision that was read, and after the
draft that was saved before."""


def cells() -> dict[str, dict[str, str]]:
    """The sign of each mutation for each actor."""
    head, *rows = (line.split("|") for line in TABLE.strip("\n").splitlines())
    names = [name.strip() for name in head[1:]]
    return {row[0].strip(): dict(zip(names, (sign.strip() for sign in row[1:]), strict=True)) for row in rows}


def asked(mutation: str, client: Client) -> Input:
    over = {name: client.world.ids.get(str(value), value) for name, value in OVER.get(mutation, {}).items()}
    if mutation == "confirmTotp":
        over["code"] = pyotp.TOTP(TOTP_SECRET).now()
    return {**input_of(mutation, client.world), **over}


async def sit_down_again(client: Client, by: str) -> None:
    """Let a session be what it was, whatever a mutation made of it."""
    known = client.world.ids[f"AccountSession:{1 if by == ACTORS['browser'] else 2}"].partition(":")[2]
    digested = digest(client.world.tokens[by]).hex()
    restored = f"revoked_at = null, second_factor_at = null, digest = '\\x{digested}'"
    await execute(client.url, f"update account_sessions set {restored} where id = '{known}'")
    client.app.state.authentication.forget(client.world.tokens[by])


async def state(client: Client) -> dict[str, str]:
    """A digest of every table."""
    async with open_engine(client.url) as engine, AsyncSession(engine) as session:
        return await everything(session)


def test_every_mutation_is_in_the_table() -> None:
    assert GRAPH.mutation_type is not None
    assert cells().keys() == GRAPH.mutation_type.fields.keys() == INPUTS.keys()
    assert all(row.keys() == ACTORS.keys() for row in cells().values())


@pytest.mark.parametrize("actor", ACTORS)
async def test_everybody_may_do_what_the_table_says(client: Client, actor: str) -> None:
    done = {}
    async with client.on_a_copy() as copy:
        for mutation in cells():
            before = await state(copy)
            answer = await copy.ask(document(mutation), {"input": asked(mutation, copy)}, by=ACTORS[actor])
            problems = answer[mutation]["problems"]
            codes = [one["code"] for one in problems]
            assert codes in CODES.values(), (mutation, codes)
            done[mutation] = next(sign for sign, known in CODES.items() if known == codes)
            assert (await state(copy) == before) == (done[mutation] != "+"), mutation
            assert all(one["path"][0] == "input" and one["message"].endswith(".") for one in problems)
            if actor in ("browser", "halfway"):
                await sit_down_again(copy, str(ACTORS[actor]))
    assert done == {mutation: row[actor] for mutation, row in cells().items()}


async def test_a_token_that_has_expired_does_nothing(client: Client) -> None:
    before = await state(client)
    for mutation in cells():
        response = await client.send(document(mutation), {"input": asked(mutation, client)}, by="Amman intern")
        assert response.status_code == 401
        assert response.headers["www-authenticate"] == "Bearer"
    assert await state(client) == before


@pytest.mark.parametrize("actor", ["visitor", "elsewhere"])
async def test_what_may_not_be_seen_is_refused_like_what_is_not_there(client: Client, actor: str) -> None:
    """Whoever tries the ids of hidden things with a mutation learns nothing from what it answers."""
    by, before, tried = ACTORS[actor], await state(client), 0
    with capture_logs():
        for mutation in INPUTS:
            input = asked(mutation, client)
            for place, type_ in ids_in(input):
                nothing = f"{type_}:00000000-0000-7000-8000-000000000000"
                expected = await client.answer(document(mutation), {"input": put(input, place, nothing)}, by=by)
                if expected["data"][mutation]["problems"] == []:
                    continue
                for hidden in await unseen(client, type_, by):
                    answer = await client.answer(document(mutation), {"input": put(input, place, hidden)}, by=by)
                    assert told(answer).replace(hidden, nothing) == told(expected), (mutation, place)
                    tried += 1
    assert tried >= 30
    assert await state(client) == before


def told(answer: Any) -> str:
    """An answer without how long somebody has to wait, which is another second by the next one."""
    return re.sub(r"\d+ seconds?", "some seconds", str(answer))


def ids_in(input: Any) -> Iterator[tuple[Place, str]]:
    """Where in an input an id stands, and of what type."""
    for place in texts_in(input):
        value = input
        for step in place:
            value = value[step]
        if found := re.match(rf"({'|'.join(node_types())}):", value):
            yield place, found[1]


async def unseen(client: Client, type_: str, by: str | None) -> list[str]:
    """The things of a type that somebody may not see."""
    ids = [id for name, id in client.world.ids.items() if name.startswith(f"{type_}:")]
    found = await client.ask("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", {"ids": ids}, by=by)
    return [id for id, one in zip(ids, found["nodes"], strict=True) if one is None]
