"""Accounts, their roles and tokens, and who is found by a secret."""

from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from typing import Any

import pytest
from sqlalchemy import select, update

from schema.accounts import models, services
from schema.change import Change
from schema.context import Actor, Role, Scope
from schema.errors import NotAllowed, NotFound, Refusal
from schema.history.models import AuditEntry, Event
from schema.languages import UnknownLanguage
from schema.texts import TextMissing, TextTooLong, TextUnstorable
from tests.makers.accounts import Actors, as_actor, make_account
from tests.makers.history import events, refused, row_counts
from tests.makers.missions import make_mission
from tests.makers.people import make_person
from tests.makers.uuids import NOWHERE


async def make_token(change: Change, account: models.Account, **over: Any) -> tuple[models.ApiToken, str]:
    values: dict[str, Any] = {
        "name": "website",
        "scopes": [Scope.WRITE, Scope.READ, Scope.READ],
        "expires_at": change.now + timedelta(days=30),
    }
    return await services.create_token(change, account=account, **values | over)


async def test_an_account_is_one_row_and_one_event(change: Change) -> None:
    person = await make_person(change)
    before = await row_counts(change.db)
    account = await services.create_account(change, name=" press  office ", person_id=person.id)
    assert await row_counts(change.db) - before == {"accounts": 1, "audit_entries": 1, "outbox_events": 1}
    assert (await events(change))[-1] == "account.created"
    assert (account.name, account.person_id, account.is_active) == ("press office", person.id, True)


@pytest.mark.parametrize(
    ("refusal", "over"),
    [
        (services.AccountNameTaken, {"name": "taken"}),
        (TextMissing, {"name": " "}),
        (TextTooLong, {"name": "x" * 201}),
        (TextUnstorable, {"name": "\x00"}),
        (NotFound, {"person_id": NOWHERE}),
    ],
)
async def test_what_an_account_cannot_be(change: Change, refusal: type[Refusal], over: dict[str, Any]) -> None:
    await make_account(change, "taken")
    async with refused(change, refusal):
        await services.create_account(change, **{"name": "new"} | over)


async def test_only_administrators_of_everything_add_accounts_and_tokens(change: Change, actors: Actors) -> None:
    account = await make_account(change)
    token, _ = await make_token(change, account)
    for actor in (actors.visitor, actors.reader, actors.author, actors.editor, actors.administrator):
        theirs = as_actor(change, actor)
        async with refused(change, NotAllowed):
            await services.create_account(theirs, name="new")
        async with refused(change, NotAllowed):
            await make_token(theirs, account)
        async with refused(change, NotFound):
            await services.revoke_token(theirs, token.id)
    everywhere = as_actor(change, replace(actors.administrator, roles={}, role_everywhere=Role.ADMINISTRATOR))
    assert await services.create_account(everywhere, name="new")
    assert await make_token(everywhere, account)
    assert await services.revoke_token(everywhere, token.id)


async def test_a_role_takes_the_place_of_the_one_before(change: Change) -> None:
    account, mission = await make_account(change), await make_mission(change)
    first = await services.grant_role(change, account, mission.id, Role.READER)
    before = await row_counts(change.db)
    second = await services.grant_role(change, account, mission.id, Role.ADMINISTRATOR)
    assert await row_counts(change.db) - before == {"audit_entries": 1, "outbox_events": 1}
    assert second is first
    assert second.role is Role.ADMINISTRATOR
    assert (await events(change))[-2:] == ["account.role_granted", "account.role_granted"]
    await services.grant_role(change, account, None, Role.READER)
    await services.grant_role(change, account, None, Role.EDITOR)
    assert len((await change.db.scalars(select(models.Membership))).all()) == 2


async def test_administrators_grant_roles_in_their_mission_only(change: Change, actors: Actors) -> None:
    account, other = await make_account(change), await make_mission(change)
    for actor in (actors.visitor, actors.reader, actors.author, actors.editor):
        async with refused(change, NotAllowed):
            await services.grant_role(as_actor(change, actor), account, actors.mission.id, Role.READER)
    theirs = as_actor(change, actors.administrator)
    for elsewhere in (None, other.id):
        async with refused(change, NotAllowed):
            await services.grant_role(theirs, account, elsewhere, Role.READER)
    async with refused(change, NotFound):
        await services.grant_role(theirs, account, NOWHERE, Role.READER)
    assert await services.grant_role(theirs, account, actors.mission.id, Role.ADMINISTRATOR)


async def test_a_secret_is_not_kept(change: Change) -> None:
    before = await row_counts(change.db)
    token, secret = await make_token(change, await make_account(change, "website account"))
    added = await row_counts(change.db) - before
    assert added == {"accounts": 1, "api_tokens": 1, "audit_entries": 2, "outbox_events": 2}
    assert secret.startswith("cq_")
    assert len(secret) == 46
    assert token.digest == sha256(secret.encode()).digest()
    assert token.scopes == ["read", "write"]
    audit = (await change.db.scalars(select(AuditEntry).where(AuditEntry.event == "token.created"))).one()
    sent = (await change.db.scalars(select(Event).where(Event.event == "token.created"))).one()
    assert audit.details == {"name": "website", "account": "website account", "scopes": ["read", "write"]}
    assert secret not in str(sent.payload)


@pytest.mark.parametrize(
    ("refusal", "over"),
    [
        (services.ScopeMissing, {"scopes": []}),
        (services.TokenExpiresInThePast, {"expires_at": timedelta(0)}),
        (services.TokenExpiresInThePast, {"expires_at": timedelta(days=-1)}),
        (TextMissing, {"name": ""}),
        (TextTooLong, {"name": "x" * 201}),
        (TextUnstorable, {"name": "\ud800"}),
    ],
)
async def test_what_a_token_cannot_be(change: Change, refusal: type[Refusal], over: dict[str, Any]) -> None:
    account = await make_account(change)
    if "expires_at" in over:
        over = {"expires_at": change.now + over["expires_at"]}
    async with refused(change, refusal):
        await make_token(change, account, **over)


async def test_revoking_twice_is_one_event(change: Change) -> None:
    token, _ = await make_token(change, await make_account(change))
    assert (await services.revoke_token(change, token.id)).revoked_at == change.now
    before = await row_counts(change.db)
    assert await services.revoke_token(replace(change, now=change.now + timedelta(days=1)), token.id) is token
    assert token.revoked_at == change.now
    assert await row_counts(change.db) == before
    assert (await events(change)).count("token.revoked") == 1
    async with refused(change, NotFound):
        await services.revoke_token(change, NOWHERE)


async def test_an_actor_has_its_roles_in_missions_below(change: Change, statements: list[str]) -> None:
    top = await make_mission(change)
    middle = await make_mission(change, parent_id=top.id)
    below = await make_mission(change, parent_id=middle.id)
    elsewhere = await make_mission(change)
    account = await make_account(change, "press office")
    _, secret = await make_token(change, account)
    await services.grant_role(change, account, top.id, Role.READER)
    await services.grant_role(change, account, middle.id, Role.EDITOR)
    statements.clear()
    actor = await services.find_actor(change.db, secret, change.now)
    assert len(statements) == 1
    assert actor == Actor(
        name="press office",
        account_id=account.id,
        roles={top.id: Role.READER, middle.id: Role.EDITOR, below.id: Role.EDITOR},
        role_everywhere=None,
        scopes=frozenset({Scope.READ, Scope.WRITE}),
    )
    assert not actor.may(Role.READER, elsewhere.id)


async def test_a_lower_role_below_takes_nothing_away(change: Change) -> None:
    top = await make_mission(change)
    below = await make_mission(change, parent_id=top.id)
    account = await make_account(change)
    _, secret = await make_token(change, account)
    await services.grant_role(change, account, top.id, Role.ADMINISTRATOR)
    await services.grant_role(change, account, below.id, Role.READER)
    actor = await services.find_actor(change.db, secret, change.now)
    assert actor is not None
    assert actor.roles == {top.id: Role.ADMINISTRATOR, below.id: Role.ADMINISTRATOR}


async def test_languages_of_translators_add_up_in_one_place(change: Change) -> None:
    top = await make_mission(change)
    middle = await make_mission(change, parent_id=top.id)
    below = await make_mission(change, parent_id=middle.id)
    account = await make_account(change)
    _, secret = await make_token(change, account)
    await services.grant_role(change, account, None, Role.TRANSLATOR, ["iw"])
    await services.grant_role(change, account, top.id, Role.TRANSLATOR, ["fr"])
    await services.grant_role(change, account, middle.id, Role.TRANSLATOR, ["ar", "AR"])
    await services.grant_role(change, account, below.id, Role.TRANSLATOR)
    actor = await services.find_actor(change.db, secret, change.now)
    assert actor is not None
    assert actor.languages == {None: {"he"}, top.id: {"fr"}, middle.id: {"fr", "ar"}}
    everywhere, at_top, in_middle = "* he", f"{top.id} fr", [f"{middle.id} {locale}" for locale in ("ar", "fr")]
    assert set(actor.translations) == {everywhere, at_top, *in_middle, f"{below.id} *"}
    assert replace(actor, scopes=frozenset([Scope.READ])).translations == []
    assert replace(actor, roles={top.id: Role.READER}, role_everywhere=None).translations == []


async def test_only_translators_are_limited_to_languages(change: Change) -> None:
    account, mission = await make_account(change), await make_mission(change)
    async with refused(change, services.LanguagesAreForTranslators):
        await services.grant_role(change, account, mission.id, Role.AUTHOR, ["fr"])
    async with refused(change, services.LanguagesOfTranslatorMissing):
        await services.grant_role(change, account, mission.id, Role.TRANSLATOR, [])
    async with refused(change, UnknownLanguage):
        await services.grant_role(change, account, mission.id, Role.TRANSLATOR, ["fr", "klingon"])
    limited = await services.grant_role(change, account, mission.id, Role.TRANSLATOR, ["FR", "ar"])
    assert limited.languages == ["ar", "fr"]
    assert (await services.grant_role(change, account, mission.id, Role.EDITOR)).languages is None


async def test_a_role_everywhere_needs_no_mission(change: Change) -> None:
    account = await make_account(change)
    _, secret = await make_token(change, account)
    await services.grant_role(change, account, None, Role.EDITOR)
    actor = await services.find_actor(change.db, secret, change.now)
    assert actor is not None
    assert (actor.roles, actor.role_everywhere) == ({}, Role.EDITOR)


async def test_an_account_without_roles_is_still_found(change: Change) -> None:
    account = await make_account(change)
    _, secret = await make_token(change, account)
    actor = await services.find_actor(change.db, secret, change.now)
    assert actor is not None
    assert (actor.account_id, actor.roles, actor.role_everywhere) == (account.id, {}, None)


async def test_missions_in_a_circle_are_walked_once(change: Change) -> None:
    first = await make_mission(change)
    second = await make_mission(change, parent_id=first.id)
    first.parent_id = second.id
    account = await make_account(change)
    _, secret = await make_token(change, account)
    await services.grant_role(change, account, second.id, Role.AUTHOR)
    actor = await services.find_actor(change.db, secret, change.now)
    assert actor is not None
    assert actor.roles == {first.id: Role.AUTHOR, second.id: Role.AUTHOR}


@pytest.mark.parametrize("secret", ["", "cq_", "cq_unknown", "\ud800", "é", "x" * 100_000, "' or true --"])
async def test_an_unknown_secret_finds_nobody(change: Change, statements: list[str], secret: str) -> None:
    statements.clear()
    assert await services.find_actor(change.db, secret, change.now) is None
    assert len(statements) == 1


async def test_a_token_that_is_over_finds_nobody(change: Change) -> None:
    account = await make_account(change)
    token, secret = await make_token(change, account)
    assert await services.find_actor(change.db, secret, token.expires_at - timedelta(seconds=1))
    assert await services.find_actor(change.db, secret, token.expires_at) is None
    await services.revoke_token(change, token.id)
    assert await services.find_actor(change.db, secret, change.now) is None


async def test_the_token_of_a_sleeping_account_finds_nobody(change: Change) -> None:
    account = await make_account(change)
    _, secret = await make_token(change, account)
    await change.db.execute(update(models.Account).values(is_active=False))
    assert await services.find_actor(change.db, secret, change.now) is None
