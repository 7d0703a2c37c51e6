"""Second factors compared with what somebody sends: codes of an app, recovery codes, signatures of a passkey."""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pyotp
from sqlalchemy import select
from webauthn import verify_authentication_response
from webauthn.helpers import base64url_to_bytes
from webauthn.helpers.exceptions import WebAuthnException

from schema.accounts import models
from schema.accounts.means import SigningIn
from schema.accounts.models import FactorKind
from schema.accounts.refusals import SecondFactorRefused
from schema.accounts.services.attempts import forget_failures, note_failure, refuse_too_many
from schema.change import Change

STEP_SECONDS = 30
STEPS_AROUND = (-1, 0, 1)
"""A code is taken a step early or late: clocks differ, and people type slowly."""

UNREADABLE = (WebAuthnException, ValueError, KeyError, TypeError, AttributeError)
"""What the library raises for an answer that is wrong, or that is no answer of a passkey at all."""


@dataclass(frozen=True)
class FactorProof:
    """One of three ways to prove it."""

    totp_code: str | None = None
    recovery_code: str | None = None
    passkey: Mapping[str, Any] | None = None


async def prove_factor(
    change: Change, account: models.Account, session: models.AccountSession, proof: FactorProof
) -> None:
    """Accept one proof, which thereby is used up.

    Codes are limited from all networks together, for they are short; passkeys and recovery codes cannot be guessed, so
    that whoever knows a password can keep nobody out.

    Raises:
        TooManyAttempts, SecondFactorRefused.
    """
    means = change.handed(SigningIn)
    subject = means.subject("factor", str(account.id))
    if proof.totp_code is not None:
        await refuse_too_many(change, subject, everywhere=means.rules.of_codes)
        is_proved = await _totp(change, account, proof.totp_code)
    elif proof.recovery_code is not None:
        subject = means.subject("recovery", str(account.id))
        await refuse_too_many(change, subject)
        is_proved = await _recovery_code(change, account, proof.recovery_code)
    else:
        subject = means.subject("passkey", str(account.id))
        await refuse_too_many(change, subject)
        is_proved = await _passkey(change, account, session, proof.passkey or {})
    if not is_proved:
        await note_failure(change, subject)
        raise SecondFactorRefused(path=("input",))
    await forget_failures(change, subject)


async def _totp(change: Change, account: models.Account, code: str) -> bool:
    apps = await _factors(change, account, FactorKind.TOTP)
    return any(accepts_code(change, factor, code) for factor in apps)


def accepts_code(change: Change, factor: models.Factor, code: str) -> bool:
    """Whether an app made this code just now; each is taken once, and none older than the last."""
    means, typed = change.handed(SigningIn), code.replace(" ", "").encode(errors="replace")
    secret = means.seal.open(factor.sealed or b"", place_of(factor)).decode()
    present = int(change.now.timestamp()) // STEP_SECONDS
    made = pyotp.TOTP(secret)
    for step in (present + offset for offset in STEPS_AROUND):
        is_right = hmac.compare_digest(made.generate_otp(step).encode(), typed)
        if is_right and step > factor.counter:
            factor.counter, factor.last_used_at = step, change.now
            return True
    return False


async def _recovery_code(change: Change, account: models.Account, code: str) -> bool:
    row = models.RecoveryCode
    found = await change.db.scalar(
        select(row).where(row.digest == digest_of_code(account, code), row.used_at.is_(None)).with_for_update()
    )
    if found is not None:
        found.used_at = change.now
    return found is not None


async def _passkey(
    change: Change, account: models.Account, session: models.AccountSession, answer: Mapping[str, Any]
) -> bool:
    """Whether a passkey of the account signed the challenge of this session, which is used up either way."""
    challenge = take_challenge(change, session)
    try:
        credential_id = base64url_to_bytes(str(answer.get("id", "")))
    except ValueError:
        return False
    passkeys = await _factors(change, account, FactorKind.PASSKEY)
    factor = next((one for one in passkeys if one.credential_id == credential_id), None)
    if challenge is None or factor is None:
        return False
    means = change.handed(SigningIn)
    try:
        verified = verify_authentication_response(
            credential=dict(answer),
            expected_challenge=challenge,
            expected_rp_id=means.host,
            expected_origin=means.public_url,
            credential_public_key=factor.public_key or b"",
            credential_current_sign_count=factor.counter,
        )
    except UNREADABLE:
        return False
    factor.counter, factor.last_used_at = verified.new_sign_count, change.now
    return True


def take_challenge(change: Change, session: models.AccountSession) -> bytes | None:
    """What a passkey was asked to sign, unless it is too old; it cannot be taken twice."""
    challenge, until = session.challenge, session.challenge_expires_at
    session.challenge = session.challenge_expires_at = None
    return challenge if until is not None and until > change.now else None


def place_of(factor: models.Factor) -> str:
    """What a secret is sealed for: in another row it cannot be read."""
    return f"Factor:{factor.id}"


def digest_of_code(account: models.Account, code: str) -> bytes:
    """What is kept of a recovery code, however it was typed."""
    plain = "".join(sign for sign in code.upper() if sign.isalnum())
    return hashlib.sha256(f"{account.id} {plain}".encode(errors="replace")).digest()


async def _factors(change: Change, account: models.Account, kind: FactorKind) -> list[models.Factor]:
    """The confirmed factors of an account, locked."""
    factor = models.Factor
    mine = (factor.account_id == account.id, factor.kind == kind, factor.confirmed_at.is_not(None))
    return list(await change.db.scalars(select(factor).where(*mine).with_for_update()))
