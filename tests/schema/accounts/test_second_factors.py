"""Second factors: apps that make codes, recovery codes, and who can be kept out by whom."""

from dataclasses import replace
from datetime import timedelta

import pyotp
import pytest
from sqlalchemy import select

from schema.accounts import models, services
from schema.accounts.means import Rules
from schema.accounts.models import Factor
from schema.accounts.services import FactorProof
from schema.change import Change
from schema.errors import NotFound
from schema.history.models import AuditEntry, Event
from tests.makers.accounts import SEAL, TOTP_SECRET, in_session, make_account, make_factor, make_recovery_code
from tests.makers.history import events, refused


@pytest.fixture
async def account(change: Change) -> models.Account:
    account = await make_account(change, "Selma")
    account.email = "selma@ministry.example"
    await change.db.flush()
    return account


def code(change: Change, later: timedelta = timedelta()) -> str:
    return pyotp.TOTP(TOTP_SECRET).at(change.now + later)


async def test_an_app_is_used_once_it_has_made_a_right_code(change: Change, account: models.Account) -> None:
    asking = await in_session(change, account)
    begun = await services.enrol_totp(asking, name=" Telephone ")
    secret = pyotp.parse_uri(begun.uri)
    assert isinstance(secret, pyotp.TOTP)
    assert (secret.issuer, secret.name) == ("Communiqué", "selma@ministry.example")
    assert begun.picture.startswith("<svg")
    assert secret.secret.encode() not in (begun.factor.sealed or b"")
    assert SEAL.open(begun.factor.sealed or b"", f"Factor:{begun.factor.id}") == secret.secret.encode()
    with pytest.raises(services.SecondFactorRefused):
        await services.confirm_totp(asking, factor_id=begun.factor.id, code="123456789")
    factor = await services.confirm_totp(asking, factor_id=begun.factor.id, code=secret.at(change.now))
    assert (factor.confirmed_at, factor.name) == (change.now, "Telephone")
    assert (await events(change))[-1] == "account.factor_added"
    async with refused(change, NotFound):
        await services.confirm_totp(asking, factor_id=factor.id, code=secret.at(change.now + timedelta(seconds=30)))


async def test_a_code_finishes_a_sign_in_under_a_new_secret(change: Change, account: models.Account) -> None:
    await make_factor(change, account, "Telephone")
    asking = await in_session(change, account, is_half=True)
    session = await change.db.get_one(models.AccountSession, asking.actor.session_id)
    before = session.digest
    opened = await services.complete_second_factor(
        asking, proof=FactorProof(totp_code=f" {code(change)[:3]} {code(change)[3:]} ")
    )
    assert not opened.is_half
    assert session.digest != before
    assert (session.second_factor_at, session.stepped_up_at) == (change.now, change.now)
    found = await services.find_session(change.db, opened.secret, change.now, Rules())
    assert found is not None
    assert found.actor.account_id == account.id
    async with refused(change, services.SessionNeeded):
        await services.complete_second_factor(asking, proof=FactorProof(totp_code=code(change)))


async def test_a_code_is_taken_once_and_only_around_its_time(change: Change, account: models.Account) -> None:
    await make_factor(change, account, "Telephone")
    for later, is_taken in ((-30, True), (-30, False), (0, True), (0, False), (-1, False), (30, True), (61, False)):
        asking = await in_session(change, account, is_half=True)
        proof = FactorProof(totp_code=code(change, timedelta(seconds=later)))
        if is_taken:
            await services.complete_second_factor(asking, proof=proof)
        else:
            with pytest.raises(services.SecondFactorRefused):
                await services.complete_second_factor(asking, proof=proof)


async def test_an_app_that_is_not_confirmed_proves_nothing(change: Change, account: models.Account) -> None:
    await make_factor(change, account, "Telephone", is_confirmed=False)
    asking = await in_session(change, account, is_half=True)
    with pytest.raises(services.SecondFactorRefused):
        await services.complete_second_factor(asking, proof=FactorProof(totp_code=code(change)))


async def test_a_recovery_code_is_good_once_and_for_its_account_only(change: Change, account: models.Account) -> None:
    _, codes = await services.make_recovery_codes(await in_session(change, account))
    assert len(set(codes)) == 10
    assert all(len(one) == 19 for one in codes)
    other = await make_account(change, "Other")
    stranger = await in_session(change, other, is_half=True)
    with pytest.raises(services.SecondFactorRefused):
        await services.complete_second_factor(stranger, proof=FactorProof(recovery_code=codes[0]))
    typed = codes[0].lower().replace("-", " ")
    await services.complete_second_factor(
        await in_session(change, account, is_half=True), proof=FactorProof(recovery_code=typed)
    )
    again = await in_session(change, account, is_half=True)
    with pytest.raises(services.SecondFactorRefused):
        await services.complete_second_factor(again, proof=FactorProof(recovery_code=codes[0]))
    await services.make_recovery_codes(await in_session(change, account))
    with pytest.raises(services.SecondFactorRefused):
        await services.complete_second_factor(again, proof=FactorProof(recovery_code=codes[1]))


async def test_codes_are_limited_from_everywhere_and_recovery_codes_still_work(
    change: Change, account: models.Account
) -> None:
    await make_factor(change, account, "Telephone")
    await make_recovery_code(change, account, "ABCD")
    for number in range(20):
        guessing = await in_session(change, account, is_half=True, network=f"network {number}")
        with pytest.raises(services.SecondFactorRefused):
            await services.complete_second_factor(guessing, proof=FactorProof(totp_code="000000"))
    owner = await in_session(change, account, is_half=True, network="at the desk")
    async with refused(change, services.TooManyAttempts):
        await services.complete_second_factor(owner, proof=FactorProof(totp_code=code(change)))
    assert await services.complete_second_factor(owner, proof=FactorProof(recovery_code="abcd"))


async def test_what_is_no_answer_of_a_passkey_proves_nothing(change: Change, account: models.Account) -> None:
    for answer in ({}, {"id": "AAAA"}, {"id": "ä"}, {"id": 3, "response": []}):
        asking = await in_session(change, account, is_half=True, network=str(answer))
        await services.ask_passkey(asking)
        with pytest.raises(services.SecondFactorRefused):
            await services.complete_second_factor(asking, proof=FactorProof(passkey=answer))
    asking = await in_session(change, account)
    await services.begin_passkey(asking)
    with pytest.raises(services.PasskeyRefused):
        await services.add_passkey(asking, name="x", answer={"id": "AAAA", "response": None})


async def test_factors_are_changed_only_by_who_has_just_proved_who_they_are(
    change: Change, account: models.Account
) -> None:
    factor = await make_factor(change, account, "Telephone")
    asking = await in_session(change, account)
    later = replace(asking, now=change.now + timedelta(minutes=11))
    async with refused(change, services.StepUpNeeded):
        await services.enrol_totp(later, name="x")
    async with refused(change, services.StepUpNeeded):
        await services.begin_passkey(later)
    async with refused(change, services.StepUpNeeded):
        await services.add_passkey(later, name="x", answer={})
    async with refused(change, services.StepUpNeeded):
        await services.confirm_totp(later, factor_id=factor.id, code="")
    async with refused(change, services.StepUpNeeded):
        await services.make_recovery_codes(later)
    async with refused(change, services.StepUpNeeded):
        await services.remove_factor(later, factor_id=factor.id)
    await services.step_up(later, proof=FactorProof(totp_code=code(later)))
    await services.remove_factor(later, factor_id=factor.id)
    assert (await change.db.scalars(select(Factor))).all() == []


async def test_nobody_touches_the_factors_of_others(change: Change, account: models.Account) -> None:
    factor = await make_factor(change, account, "Telephone")
    stranger = await in_session(change, await make_account(change, "Other"))
    async with refused(change, NotFound):
        await services.remove_factor(stranger, factor_id=factor.id)
    async with refused(change, NotFound):
        await services.confirm_totp(stranger, factor_id=factor.id, code=code(change))


async def test_ten_factors_are_enough(change: Change, account: models.Account) -> None:
    for number in range(10):
        await make_factor(change, account, f"Telephone {number}")
    asking = await in_session(change, account)
    async with refused(change, services.TooManyFactors):
        await services.enrol_totp(asking, name="x")
    async with refused(change, services.TooManyFactors):
        await services.begin_passkey(asking)


async def test_nothing_secret_is_in_the_history(change: Change, account: models.Account) -> None:
    asking = await in_session(change, account)
    begun = await services.enrol_totp(asking, name="Telephone")
    secret = pyotp.parse_uri(begun.uri)
    assert isinstance(secret, pyotp.TOTP)
    await services.confirm_totp(asking, factor_id=begun.factor.id, code=secret.at(change.now))
    _, codes = await services.make_recovery_codes(asking)
    await services.set_password(asking, password="another of four words")
    written = str(
        [*await change.db.scalars(select(AuditEntry.details)), *await change.db.scalars(select(Event.payload))]
    )
    for hidden in (secret.secret, codes[0], codes[0].replace("-", ""), "another of four words", "argon2"):
        assert hidden not in written
