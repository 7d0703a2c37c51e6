"""Signing in by a password: who is let in, who is not, and that nobody learns which addresses are known."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from schema.accounts import models, services
from schema.accounts.means import Rules, digest
from schema.accounts.models import AccountSession, SignInFailure
from schema.change import Change
from schema.context import Role, Scope
from schema.errors import Refusal
from tests.makers.accounts import PASSWORDS, at_door, in_session, make_account, make_factor, make_session
from tests.makers.history import events, refused, row_counts
from tests.makers.missions import make_mission

EMAIL, PASSWORD = "selma@ministry.example", "four words are enough"


@pytest.fixture
async def account(change: Change) -> models.Account:
    account = await make_account(change, "Selma")
    account.email, account.password_hash = EMAIL, await PASSWORDS.hashed(PASSWORD)
    await change.db.flush()
    return account


async def tried(change: Change, email: str, password: str, **over: Any) -> str:
    """The code of a refusal, or `in`; what a refusal keeps is kept."""
    try:
        await services.sign_in(at_door(change, **over), email=email, password=password)
    except Refusal as refusal:
        return refusal.code()
    return "in"


async def test_a_session_is_one_row_and_its_secret_is_not_kept(change: Change, account: models.Account) -> None:
    before = await row_counts(change.db)
    opened = await services.sign_in(at_door(change), email=" Selma@MINISTRY.example ", password=PASSWORD)
    assert await row_counts(change.db) - before == {"account_sessions": 1, "audit_entries": 1, "outbox_events": 1}
    assert (await events(change))[-1] == "account.signed_in"
    assert (opened.is_half, opened.session.device, opened.session.stepped_up_at) == (False, "Firefox", change.now)
    assert opened.session.digest == digest(opened.secret)
    assert len(opened.secret) >= 43
    found = await services.find_session(change.db, opened.secret, change.now, Rules())
    assert found is not None
    assert (found.actor.account_id, found.actor.session_id) == (account.id, opened.session.id)
    assert found.actor.scopes == frozenset(Scope)
    assert found.actor.stepped_up_at == change.now


async def test_every_wrong_attempt_is_answered_alike_after_the_same_work(
    change: Change, account: models.Account
) -> None:
    without = await make_account(change, "Without")
    without.email = "without@ministry.example"
    gone = await make_account(change, "Gone")
    gone.email, gone.password_hash, gone.is_active = "gone@ministry.example", account.password_hash, False
    await change.db.flush()
    said = set()
    for email, password in (
        (EMAIL, "wrong"),
        ("nobody@ministry.example", PASSWORD),
        ("without@ministry.example", PASSWORD),
        ("gone@ministry.example", PASSWORD),
        ("no address", ""),
        ("a\0b\ud800", "\0\ud800" * 2_000),
    ):
        compared = PASSWORDS.verifications
        with pytest.raises(services.SignInRefused) as caught:
            await services.sign_in(at_door(change), email=email, password=password)
        said.add((caught.value.code(), caught.value.message, caught.value.path))
        assert PASSWORDS.verifications == compared + 1
    assert len(said) == 1


async def test_whoever_fails_five_times_waits(change: Change, account: models.Account) -> None:
    assert [await tried(change, EMAIL, "wrong") for _ in range(6)] == ["SIGN_IN_REFUSED"] * 5 + ["TOO_MANY_ATTEMPTS"]
    compared = PASSWORDS.verifications
    with pytest.raises(services.TooManyAttempts) as caught:
        await services.sign_in(at_door(change), email=EMAIL, password=PASSWORD)
    assert PASSWORDS.verifications == compared
    assert caught.value.details == {"seconds": 900}
    soon = replace(change, now=change.now + timedelta(minutes=14, seconds=59))
    assert await tried(soon, EMAIL, PASSWORD) == "TOO_MANY_ATTEMPTS"
    assert await tried(replace(change, now=change.now + timedelta(minutes=15)), EMAIL, PASSWORD) == "in"


async def test_nobody_is_kept_out_by_strangers_elsewhere(change: Change, account: models.Account) -> None:
    for _ in range(20):
        await tried(change, EMAIL, "wrong", network="strangers")
    assert await tried(change, EMAIL, PASSWORD, network="strangers") == "TOO_MANY_ATTEMPTS"
    assert await tried(change, EMAIL, PASSWORD, network="at the desk") == "in"


async def test_an_unknown_address_is_limited_like_a_known_one(change: Change, account: models.Account) -> None:
    nobody = [await tried(change, "nobody@ministry.example", "wrong") for _ in range(6)]
    assert nobody == [await tried(change, EMAIL, "wrong") for _ in range(6)]


async def test_a_network_that_tries_many_accounts_waits(change: Change, account: models.Account) -> None:
    tries = [await tried(change, f"{number}@ministry.example", "wrong") for number in range(51)]
    assert tries == ["SIGN_IN_REFUSED"] * 50 + ["TOO_MANY_ATTEMPTS"]
    assert await tried(change, EMAIL, PASSWORD) == "TOO_MANY_ATTEMPTS"
    assert await tried(replace(change, now=change.now + timedelta(hours=1)), EMAIL, PASSWORD) == "in"


async def test_who_signs_in_may_make_mistakes_again_and_old_ones_are_forgotten(
    change: Change, account: models.Account
) -> None:
    for _ in range(3):
        assert [await tried(change, EMAIL, "wrong") for _ in range(4)] == ["SIGN_IN_REFUSED"] * 4
        assert await tried(change, EMAIL, PASSWORD) == "in"
    await tried(change, "nobody@ministry.example", "wrong")
    later = replace(change, now=change.now + timedelta(hours=2))
    await tried(later, "nobody@ministry.example", "wrong")
    assert await change.db.scalar(select(func.count()).select_from(SignInFailure)) == 1


async def test_a_failure_keeps_no_address(change: Change, account: models.Account) -> None:
    await tried(change, EMAIL, "wrong")
    kept = (await change.db.scalars(select(SignInFailure))).one()
    assert "selma" not in kept.subject
    assert len(kept.subject) == 64


async def test_signing_in_ends_the_session_that_was_there(change: Change, account: models.Account) -> None:
    before = await in_session(change, account)
    await services.sign_in(before, email=EMAIL, password=PASSWORD)
    ended = await change.db.get_one(AccountSession, before.actor.session_id, populate_existing=True)
    assert ended.revoked_at == change.now


@pytest.mark.parametrize(
    ("later", "is_found"),
    [
        (timedelta(hours=11, minutes=59), True),
        (timedelta(hours=12), False),
    ],
)
async def test_a_session_ends_when_it_is_not_used(
    change: Change, account: models.Account, later: timedelta, is_found: bool
) -> None:
    secret = await make_session(change, account)
    found = await services.find_session(change.db, secret, change.now + later, Rules())
    assert (found is not None) == is_found


async def test_a_session_ends_after_a_week_however_much_it_is_used(change: Change, account: models.Account) -> None:
    secret = await make_session(change, account)
    session = (await change.db.scalars(select(AccountSession))).one()
    session.last_seen_at = change.now + timedelta(days=6, hours=23)
    await change.db.flush()
    assert await services.find_session(change.db, secret, change.now + timedelta(days=6, hours=23), Rules())
    assert await services.find_session(change.db, secret, change.now + timedelta(days=7), Rules()) is None


async def test_a_session_has_the_roles_of_its_account(
    change: Change, account: models.Account, statements: list[str]
) -> None:
    top = await make_mission(change)
    below = await make_mission(change, parent_id=top.id)
    await services.grant_role(change, account, top.id, Role.EDITOR)
    secret = await make_session(change, account)
    statements.clear()
    found = await services.find_session(change.db, secret, change.now, Rules())
    assert len(statements) == 1
    assert found is not None
    assert found.actor.roles == {top.id: Role.EDITOR, below.id: Role.EDITOR}


async def test_a_revoked_session_and_one_of_an_account_out_of_use_find_nobody(
    change: Change, account: models.Account
) -> None:
    asking = await in_session(change, account)
    secret = await make_session(change, account)
    assert await services.find_session(change.db, secret, change.now, Rules())
    await services.revoke_sessions(asking)
    assert await services.find_session(change.db, secret, change.now, Rules()) is None
    assert await services.sign_out(asking) is account
    async with refused(change, services.SessionNeeded):
        await services.sign_out(asking)
    secret = await make_session(change, account)
    account.is_active = False
    await change.db.flush()
    assert await services.find_session(change.db, secret, change.now, Rules()) is None


@pytest.mark.parametrize("secret", ["", "x", "\ud800", "é" * 1_000, "' or true --"])
async def test_an_unknown_cookie_finds_nobody(change: Change, secret: str) -> None:
    assert await services.find_session(change.db, secret, change.now, Rules()) is None


async def test_whoever_owes_a_second_factor_is_nobody_yet(change: Change, account: models.Account) -> None:
    await make_factor(change, account, "Telephone")
    opened = await services.sign_in(at_door(change), email=EMAIL, password=PASSWORD)
    assert opened.is_half
    assert opened.session.stepped_up_at is None
    assert opened.session.expires_at == change.now + timedelta(minutes=10)
    found = await services.find_session(change.db, opened.secret, change.now, Rules())
    assert found is not None
    assert (found.actor.account_id, found.actor.roles, found.actor.scopes) == (None, {}, frozenset())
    assert found.actor.session_id == opened.session.id
    assert "account.signed_in" not in await events(change)


async def test_waiting_for_the_processor_holds_no_connection(
    change: Change, account: models.Account, statements: list[str]
) -> None:
    async with PASSWORDS.turn(), PASSWORDS.turn():
        statements.clear()
        trying = asyncio.ensure_future(services.sign_in(at_door(change), email=EMAIL, password=PASSWORD))
        for _ in range(10):
            await asyncio.sleep(0)
        assert statements == []
    assert (await trying).session.account_id == account.id


async def test_a_step_up_is_a_proof_of_this_moment(change: Change, account: models.Account) -> None:
    asking = await in_session(change, account)
    later = replace(asking, now=change.now + timedelta(minutes=11))
    async with refused(change, services.StepUpNeeded):
        await services.set_password(later, password="another of four words")
    with pytest.raises(services.SecondFactorRefused):
        await services.step_up(later, password="wrong")
    await services.step_up(later, password=PASSWORD)
    assert (await events(change))[-1] == "account.stepped_up"
    other = await make_session(change, account)
    await services.set_password(later, password="another of four words")
    assert await services.find_session(change.db, other, later.now, Rules()) is None
    assert await tried(later, EMAIL, PASSWORD) == "SIGN_IN_REFUSED"
    assert await tried(later, EMAIL, "another of four words") == "in"


@pytest.mark.parametrize("password", ["", "eleven sign", "x" * 1_001, "Selma", EMAIL.upper()])
async def test_what_a_password_cannot_be(change: Change, account: models.Account, password: str) -> None:
    asking = await in_session(change, account)
    async with refused(change, services.PasswordUnfit):
        await services.set_password(asking, password=password)


async def test_a_password_is_the_same_however_it_is_composed(change: Change, account: models.Account) -> None:
    await services.set_password(await in_session(change, account), password="Ambassade à Dakar é")
    assert await tried(change, EMAIL, "Ambassade à Dakar é") == "in"
