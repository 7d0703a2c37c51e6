"""What goes out is written down, and whoever has saved it can prove it; each check is made by hand from the form."""

import json
from collections.abc import AsyncIterator
from datetime import timedelta
from hashlib import sha256
from typing import Any

import asyncpg
import pytest
import rfc8785
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from schema.canonical import canonical
from schema.change import Change
from schema.errors import NotAllowed, NotFound
from schema.posts import services as posts
from schema.posts.models import PublicationState, Revision, Translation
from schema.posts.services import BylineDraft
from schema.statements.form import SIGNATURE_FORMAT, signed_bytes, thumbprint
from schema.statements.models import Statement
from schema.statements.services import RevokedInFuture, find_current_key, revoke_key, rotate_key, unsigned
from schema.statements.verifying import as_jwk, verify
from tests.client import Client
from tests.conftest import NOW
from tests.makers.accounts import Actors
from tests.makers.history import events, refused
from tests.makers.media import make_photo
from tests.makers.missions import make_mission
from tests.makers.people import make_appointment, make_person
from tests.makers.posts import body, document, make_post, paragraph, photo_block
from tests.makers.statements import ISSUER, key_id_of, make_key, message, sign_everything, unpadded

VECTOR = (
    '{"numbers":[9007199254740991,-1,0],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/",'
    '"literals":[null,true,false],"\\u20ac":"Euro Sign","\\r":"Carriage Return","1":"One","\\u0080":"Control",'
    '"\\ud83d\\ude02":"Smiley","\\u00f6":"Latin","\\ufb33":"Hebrew"}'
)
WRITTEN = (
    '{"\\r":"Carriage Return","1":"One","literals":[null,true,false],"numbers":[9007199254740991,-1,0],'
    '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/","\x80":"Control",'
    '"ö":"Latin","€":"Euro Sign","😂":"Smiley","\ufb33":"Hebrew"}'
)


def test_the_form_is_that_of_rfc_8785() -> None:
    """The orders and escapes of the examples in sections 3.2.2 and 3.2.3, with whole numbers."""
    assert canonical(json.loads(VECTOR)).decode() == WRITTEN


@pytest.mark.parametrize("value", [0.5, [1, {"a": 2.0}], {"a": object()}, 2**60, "\ud800", {1: 2}])
def test_what_has_no_one_form_is_refused(value: Any) -> None:
    with pytest.raises((TypeError, ValueError)):
        canonical(value)


async def published(change: Change) -> tuple[Any, Any]:
    """A live post with a byline and a photo, and its statement."""
    mission = await make_mission(change, slug="lisbon", name="Embassy in Lisbon")
    photo = await make_photo(change, mission)
    person = await make_person(change, name="Selma Harrast")
    await make_appointment(change, person, mission, office="Ambassador")
    text = document(paragraph("The ministers met, and agreed."), photo_block(photo, "Hands.", alternative="decorative"))
    post = await make_post(change, mission, body=text)
    names = [BylineDraft(person_id=person.id), BylineDraft(mission_id=mission.id, is_personal=False)]
    await posts.set_bylines(change, post_id=post.id, bylines=names)
    await posts.publish_post(change, post_id=post.id)
    return post, (await change.db.scalars(select(Statement))).one()


async def test_what_goes_out_is_written_down(change: Change) -> None:
    post, statement = await published(change)
    text = (await change.db.scalars(select(Translation).where(Translation.post_id == post.id))).one()
    said = json.loads(statement.canonical)
    photo, person, mission = said["photos"][0], said["bylines"][0], said["mission"]
    assert said == {
        "format": "communique-statement/1",
        "post": f"Post:{post.id}",
        "kind": "STATEMENT",
        "mission": {"id": f"Mission:{post.mission_id}", "slug": "lisbon", "name": "Embassy in Lisbon"},
        "locale": "en",
        "is_authentic": True,
        "slug": "statement-on-the-visit",
        "revision": 2,
        "published_at": "2026-03-10T09:30:00.000000Z",
        "title": "Statement on the visit",
        "summary": "What was agreed.",
        "body": text.body,
        "photos": [{"id": photo["id"], "sha256": photo["sha256"]}],
        "bylines": [
            {
                "id": person["id"], "name": "Selma Harrast", "role": "AUTHOR", "office": "Ambassador",
                "is_personal": False,
            },
            {"id": mission["id"], "name": "Embassy in Lisbon", "role": "AUTHOR", "office": None, "is_personal": False},
        ],
        "notice": None,
    }  # fmt: skip
    assert len(photo["sha256"]) == 64
    assert statement.canonical == json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert statement.canonical.encode() == rfc8785.dumps(said)
    assert statement.sha256 == sha256(statement.canonical.encode()).digest()


async def test_each_publication_has_a_statement_and_a_draft_has_none(change: Change) -> None:
    post, _ = await published(change)
    await posts.save_draft(change, post_id=post.id, base_revision=2, body=body("They parted."))
    assert len((await change.db.scalars(select(Statement))).all()) == 1
    await posts.publish_post(change, post_id=post.id)
    numbers = await change.db.scalars(select(Statement.revision_number).order_by(Statement.revision_number))
    assert list(numbers) == [2, 4]


async def test_a_statement_cannot_be_changed(change: Change) -> None:
    _, statement = await published(change)
    statement.canonical = statement.canonical.replace(",", ";", 1)
    with pytest.raises(DBAPIError, match="UPDATE is refused"):
        await change.db.flush()


@pytest.fixture
async def saved(change: Change) -> tuple[dict[str, Any], dict[str, Any]]:
    """A saved statement, and the keys."""
    _, statement = await published(change)
    key = make_key(1)
    digest = statement.sha256.hex()
    signature = key.sign(message(ISSUER, key_id_of(key), digest, NOW))
    document = {
        "format": "communique-signed-statement/1", "canonical": statement.canonical, "sha256": digest, "issuer": ISSUER,
        "key_id": key_id_of(key), "signed_at": "2026-03-10T09:30:00+00:00", "signature": unpadded(signature),
    }  # fmt: skip
    return document, {"issuer": ISSUER, "keys": [jwk(1)]}


def jwk(number: int, **over: Any) -> dict[str, Any]:
    key = make_key(number)
    x = unpadded(key.public_key().public_bytes_raw())
    times = {"used_from": "2026-03-10T09:00:00+00:00", "used_until": None, "revoked_from": None}
    return as_jwk(key_id=key_id_of(key), x=x, **{**times, **over})


Saved = tuple[dict[str, Any], dict[str, Any]]


def problems(document: Any, keys: Any) -> list[str]:
    return list(verify(json.dumps(document), keys).problems)


def test_what_was_saved_is_valid(saved: Saved) -> None:
    document, keys = saved
    verdict = verify(json.dumps(document), keys)
    assert verdict.is_valid, verdict.problems
    assert verdict.statement["title"] == "Statement on the visit"
    asked = {
        "data": {"post": {"translation": {"statement": {
            "canonical": document["canonical"], "sha256": document["sha256"], "signature": document["signature"],
            "keyId": document["key_id"], "signedAt": document["signed_at"],
        }}}}
    }  # fmt: skip
    assert verify(json.dumps(asked, indent=2), keys).is_valid


CHANGED = "The words were changed: their SHA-256 is not the one that was signed."
NO_FORM = "The words in it are not in the form communique-statement/1."
UNSIGNED = "The signature is not of these words by this key."


@pytest.mark.parametrize(
    ("name", "change_it", "says"),
    [
        ("canonical", lambda said: said.replace("met, and", "met and"), [CHANGED]),
        ("canonical", lambda said: said.replace("AUTHOR", "author"), [CHANGED]),
        ("canonical", lambda said: said + " ", [CHANGED, NO_FORM]),
        ("sha256", lambda said: said[:-1] + ("0" if said[-1] != "0" else "1"), [CHANGED, UNSIGNED]),
        ("issuer", lambda said: "https://posts.other", [
            "It says it is from https://posts.other, and these are the keys of https://posts.example.", UNSIGNED,
        ]),
        ("signed_at", lambda said: "2026-03-10T09:30:00.000001Z", [UNSIGNED]),
        ("signed_at", lambda said: "2026-03-10T08:30:00Z", [
            UNSIGNED, "Its key was not in use at 2026-03-10T08:30:00.000000Z.",
        ]),
        ("signature", lambda said: "A" + said[1:] if said[0] != "A" else "B" + said[1:], [UNSIGNED]),
        ("signature", lambda said: None, ["It is not signed: a part of the signature is missing, or cannot be read."]),
        ("key_id", lambda said: "other", ["None of the keys is other, with which it says it was signed."]),
        ("canonical", lambda said: None, ["The words are not in it, so only their hash can be verified."]),
        ("canonical", lambda said: "{", ["The words in it are not in the form that is signed."]),
    ],
)  # fmt: skip
def test_whatever_is_changed_is_noticed(saved: Saved, name: str, change_it: Any, says: list[str]) -> None:
    document, keys = saved
    assert problems({**document, name: change_it(document[name])}, keys) == says


def test_words_that_say_two_things_are_not_in_the_form(saved: Saved) -> None:
    """A name that stands there twice is read one way here, another way elsewhere."""
    document, keys = saved
    twice = document["canonical"].replace('"title":', '"title":"Something else","title":')
    forged = {**document, "canonical": twice, "sha256": sha256(twice.encode()).hexdigest()}
    assert "The words in it are not in the form communique-statement/1." in problems(forged, keys)


@pytest.mark.parametrize(
    ("over", "says"),
    [
        ({"used_until": "2026-03-10T09:30:00+00:00"}, []),
        ({"used_until": "2026-03-10T09:29:59+00:00"}, ["Its key was not in use at 2026-03-10T09:30:00.000000Z."]),
        ({"revoked_from": "2026-03-10T09:30:01+00:00"}, []),
        (
            {"revoked_from": "2026-03-10T09:30:00+00:00"},
            ["Its key was revoked for everything signed from 2026-03-10T09:30:00.000000Z on."],
        ),
    ],
)
def test_a_key_counts_for_its_time(saved: Saved, over: dict[str, str], says: list[str]) -> None:
    document, _ = saved
    assert problems(document, {"issuer": ISSUER, "keys": [jwk(2), jwk(1, **over)]}) == says


@pytest.mark.parametrize("text", ["", "[]", "null", '{"a": 1}', "[" * 100_000, '{"sha256": "a"}', "1" * 5_000])
def test_what_is_no_statement_is_none(text: str) -> None:
    assert verify(text, {"keys": []}).problems == ["This is no signed statement: it is not a JSON object of that form."]


def test_what_is_signed_is_what_the_reference_says() -> None:
    key = make_key(1)
    said = signed_bytes(issuer=ISSUER, key_id=key_id_of(key), sha256="ab" * 32, signed_at=NOW)
    assert said == message(ISSUER, key_id_of(key), "ab" * 32, NOW)
    assert SIGNATURE_FORMAT in said.decode()
    assert thumbprint(key.public_key().public_bytes_raw()) == key_id_of(key)


async def new_key(change: Change, number: int) -> Any:
    public = make_key(number).public_key().public_bytes_raw()
    return await rotate_key(change, public_key=public, sealed_private_key=b"sealed")


async def test_a_new_key_takes_the_place_of_the_one_before(change: Change) -> None:
    first = await new_key(change, 1)
    second = await new_key(change, 2)
    assert (first.used_until, second.used_from, second.used_until) == (NOW, NOW, None)
    assert await find_current_key(change.db) is second
    assert await events(change) == ["signing_key.created"] * 2


async def test_what_a_revoked_key_signed_since_is_to_be_signed_again(change: Change) -> None:
    await published(change)
    assert len(await unsigned(change.db, 10)) == 1
    await sign_everything(change)
    assert await unsigned(change.db, 10) == []
    current = await find_current_key(change.db)
    assert current is not None
    await revoke_key(change, key_id=current.key_id, at=NOW + timedelta(0), reason="A laptop was lost.")
    assert len(await unsigned(change.db, 10)) == 1
    assert await find_current_key(change.db) is None


async def test_keys_are_managed_by_administrators_of_the_whole(change: Change, actors: Actors) -> None:
    key = await new_key(change, 1)
    for actor in (actors.visitor, actors.editor):
        by = Change(change.db, actor, change.now)
        async with refused(by, NotAllowed):
            await new_key(by, 2)
        async with refused(by, NotAllowed):
            await revoke_key(by, key_id=key.key_id, at=NOW, reason="No.")
    async with refused(change, NotFound):
        await revoke_key(change, key_id="other", at=NOW, reason="Lost.")
    async with refused(change, RevokedInFuture):
        await revoke_key(change, key_id=key.key_id, at=NOW + timedelta(seconds=1), reason="Lost.")


@pytest.fixture
async def world(client: Client) -> AsyncIterator[asyncpg.Connection]:
    connection = await asyncpg.connect(client.url)
    yield connection
    await connection.close()


async def test_every_revision_that_went_out_has_a_statement(world: asyncpg.Connection) -> None:
    """Also in the languages and kinds of change that come later: whatever makes a text public writes it down."""
    live, revision = Translation.__tablename__, Revision.__tablename__
    shown = f"select id, revision_number from {live} where state = '{PublicationState.LIVE.name}'"
    went_out = f"select translation_id, number from {revision} where event in ('post.published', 'post.corrected')"
    kept = "select translation_id, revision_number from statements"
    assert await world.fetchval(f"select count(*) from ({went_out}) x") >= 10
    assert await world.fetch(f"({shown} union {went_out}) except {kept}") == []
    assert await world.fetch(f"{kept} except ({went_out})") == []
