"""Second factors: an app that makes codes, passkeys, and recovery codes for the day both are lost."""

import base64
import io
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

import pyotp
import segno
from sqlalchemy import delete, func, select
from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_registration_response,
)
from webauthn.helpers.structs import PublicKeyCredentialDescriptor

from schema.accounts import models
from schema.accounts.means import SigningIn
from schema.accounts.models import FactorKind
from schema.accounts.refusals import PasskeyRefused, SecondFactorRefused, SessionNeeded, TooManyFactors
from schema.accounts.services.attempts import forget_failures, note_failure, refuse_too_many
from schema.accounts.services.proving import UNREADABLE, accepts_code, digest_of_code, place_of, take_challenge
from schema.accounts.services.sessions import own_session, own_session_stepped_up
from schema.change import Change
from schema.errors import NotFound
from schema.sources import encode_id
from schema.texts import MAX_NAME, line

ISSUER = "Communiqué"
CHALLENGE_BYTES = 32
CHALLENGE_LASTS = timedelta(minutes=5)
MOST_FACTORS = 10
RECOVERY_CODES = 10
RECOVERY_BYTES = 10


@dataclass(frozen=True)
class TotpBegun:
    """An app's secret, shown this once: as a link, and as a picture of that link."""

    factor: models.Factor
    uri: str
    picture: str


async def enrol_totp(change: Change, *, name: str) -> TotpBegun:
    """Begin to use an app that makes codes; it is nothing until a first code has confirmed it.

    Raises:
        SessionNeeded, StepUpNeeded, TooManyFactors, TextMissing, TextTooLong, TextUnstorable.
    """
    account, _ = await own_session_stepped_up(change)
    await _make_room(change, account)
    factor = models.Factor(account_id=account.id, kind=FactorKind.TOTP, name=_name(name))
    change.db.add(factor)
    await change.db.flush()
    secret = pyotp.random_base32()
    factor.sealed = change.handed(SigningIn).seal.close(secret.encode(), place_of(factor))
    await change.db.flush()
    uri = pyotp.TOTP(secret).provisioning_uri(name=account.email or account.name, issuer_name=ISSUER)
    picture = io.BytesIO()
    segno.make(uri, micro=False).save(picture, kind="svg", xmldecl=False, scale=4)
    return TotpBegun(factor, uri, picture.getvalue().decode())


async def confirm_totp(change: Change, *, factor_id: UUID, code: str) -> models.Factor:
    """Use an app from now on, since it makes the right codes.

    Raises:
        SessionNeeded, StepUpNeeded, NotFound, TooManyAttempts, SecondFactorRefused.

    Records:
        account.factor_added
    """
    account, session = await own_session_stepped_up(change)
    factor = await _own_factor(change, account, factor_id)
    if factor.kind is not FactorKind.TOTP or factor.confirmed_at is not None:
        raise _no_factor(factor_id)
    subject = change.handed(SigningIn).subject("factor", str(account.id))
    await refuse_too_many(change, subject)
    if not accepts_code(change, factor, code):
        await note_failure(change, subject)
        raise SecondFactorRefused(path=("input", "code"))
    await forget_failures(change, subject)
    return await _confirm(change, account, session, factor)


async def begin_passkey(change: Change) -> dict[str, Any]:
    """What a browser is to be asked to add a passkey, which it answers for `add_passkey`.

    Raises:
        SessionNeeded, StepUpNeeded, TooManyFactors.
    """
    account, session = await own_session_stepped_up(change)
    await _make_room(change, account)
    means = change.handed(SigningIn)
    options = generate_registration_options(
        rp_id=means.host,
        rp_name=ISSUER,
        user_name=account.email or account.name,
        user_display_name=account.name,
        user_id=account.id.bytes,
        challenge=_challenge(change, session),
        exclude_credentials=await _credentials(change, account),
    )
    await change.db.flush()
    asked: dict[str, Any] = json.loads(options_to_json(options))
    return asked


async def ask_passkey(change: Change) -> dict[str, Any]:
    """What a browser is to be asked to prove by a passkey who sits there, now or for the half session that asks.

    Raises:
        SessionNeeded.
    """
    try:
        account, session = await own_session(change, is_half=True)
    except SessionNeeded:
        account, session = await own_session(change)
    options = generate_authentication_options(
        rp_id=change.handed(SigningIn).host,
        challenge=_challenge(change, session),
        allow_credentials=await _credentials(change, account),
    )
    await change.db.flush()
    asked: dict[str, Any] = json.loads(options_to_json(options))
    return asked


async def add_passkey(change: Change, *, name: str, answer: Mapping[str, Any]) -> models.Factor:
    """Use a passkey from now on.

    Args:
        answer: what the browser made of `begin_passkey`.

    Raises:
        SessionNeeded, StepUpNeeded, PasskeyRefused, TooManyFactors, TextMissing, TextTooLong, TextUnstorable.

    Records:
        account.factor_added
    """
    account, session = await own_session_stepped_up(change)
    await _make_room(change, account)
    means, challenge = change.handed(SigningIn), take_challenge(change, session)
    if challenge is None:
        raise PasskeyRefused(path=("input", "answer"))
    try:
        verified = verify_registration_response(
            credential=dict(answer),
            expected_challenge=challenge,
            expected_rp_id=means.host,
            expected_origin=means.public_url,
        )
    except UNREADABLE:
        raise PasskeyRefused(path=("input", "answer")) from None
    known = select(models.Factor.id).where(models.Factor.credential_id == verified.credential_id)
    if await change.db.scalar(known) is not None:
        raise PasskeyRefused(path=("input", "answer"))
    factor = models.Factor(
        account_id=account.id,
        kind=FactorKind.PASSKEY,
        name=_name(name),
        credential_id=verified.credential_id,
        public_key=verified.credential_public_key,
        counter=verified.sign_count,
    )
    change.db.add(factor)
    await change.db.flush()
    return await _confirm(change, account, session, factor)


async def remove_factor(change: Change, *, factor_id: UUID) -> models.Account:
    """Use a factor no more.

    Raises:
        SessionNeeded, StepUpNeeded, NotFound.

    Records:
        account.factor_removed
    """
    account, _ = await own_session_stepped_up(change)
    factor = await _own_factor(change, account, factor_id)
    await change.db.delete(factor)
    change.record("account.factor_removed", account, None, kind=factor.kind.value, name=factor.name)
    await change.db.flush()
    return account


async def make_recovery_codes(change: Change) -> tuple[models.Account, list[str]]:
    """Ten codes, each good for one sign-in, in place of those there were. They are shown this once.

    Raises:
        SessionNeeded, StepUpNeeded.

    Records:
        account.recovery_codes_made
    """
    account, _ = await own_session_stepped_up(change)
    await change.db.execute(delete(models.RecoveryCode).where(models.RecoveryCode.account_id == account.id))
    codes = [_new_code() for _ in range(RECOVERY_CODES)]
    change.db.add_all(models.RecoveryCode(account_id=account.id, digest=digest_of_code(account, one)) for one in codes)
    change.record("account.recovery_codes_made", account, None)
    await change.db.flush()
    return account, codes


def _new_code() -> str:
    """`ABCD-EFGH-IJKL-MNOP`."""
    letters = base64.b32encode(secrets.token_bytes(RECOVERY_BYTES)).decode()
    return "-".join(letters[start : start + 4] for start in range(0, len(letters), 4))


async def _confirm(
    change: Change, account: models.Account, session: models.AccountSession, factor: models.Factor
) -> models.Factor:
    """The session that added a factor has proved it."""
    factor.confirmed_at = session.second_factor_at = session.stepped_up_at = change.now
    change.record("account.factor_added", account, None, kind=factor.kind.value, name=factor.name)
    await change.db.flush()
    return factor


async def _make_room(change: Change, account: models.Account) -> None:
    """Forget apps that were never confirmed; refuse one factor too many."""
    factor = models.Factor
    mine = factor.account_id == account.id
    await change.db.execute(
        delete(factor).where(mine, factor.confirmed_at.is_(None), factor.created_at < func.now() - CHALLENGE_LASTS)
    )
    if (await change.db.scalar(select(func.count()).select_from(factor).where(mine)) or 0) >= MOST_FACTORS:
        raise TooManyFactors(path=("input",))


async def _own_factor(change: Change, account: models.Account, factor_id: UUID) -> models.Factor:
    factor = await change.db.get(models.Factor, factor_id, with_for_update=True, populate_existing=True)
    if factor is None or factor.account_id != account.id:
        raise _no_factor(factor_id)
    return factor


def _no_factor(factor_id: UUID) -> NotFound:
    return NotFound(noun="second factor", key=encode_id("Factor", factor_id), path=("input", "factor"))


async def _credentials(change: Change, account: models.Account) -> list[PublicKeyCredentialDescriptor]:
    factor = models.Factor
    mine = select(factor.credential_id).where(factor.account_id == account.id, factor.credential_id.is_not(None))
    return [PublicKeyCredentialDescriptor(id=id) for id in await change.db.scalars(mine) if id]


def _challenge(change: Change, session: models.AccountSession) -> bytes:
    session.challenge = secrets.token_bytes(CHALLENGE_BYTES)
    session.challenge_expires_at = change.now + CHALLENGE_LASTS
    return session.challenge


def _name(name: str) -> str:
    return line(name, "The name", MAX_NAME, ("input", "name"))
