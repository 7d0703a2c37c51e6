"""Signing in and out. What is secret goes from the input into the verb and stays there.

These inputs take no idempotency key: what was answered is kept under a digest of the whole input, and no digest of a
password or of a code is ever kept.
"""

import enum
from typing import Any

import strawberry
from strawberry.scalars import JSON

from schema.accounts import services
from schema.accounts.services import FactorProof, SessionOpened
from schema.accounts.types import Account
from schema.change import Change
from schema.declaring import choice_type, column, enum_type, input_type, object_type, option
from schema.verbs import Payload, VerbInput, key_of_optional, stored, verb

FORGET = ""


@enum_type
class SignInState(enum.Enum):
    """How far a sign-in came."""

    SIGNED_IN = "signed_in"
    SECOND_FACTOR_NEEDED = "second_factor_needed"


@choice_type
class FactorProofInput:
    """One way to prove it."""

    totp_code: strawberry.Maybe[str] = column("The six digits an app shows now.")
    recovery_code: strawberry.Maybe[str] = column("One of the recovery codes; it is used up.")
    passkey: strawberry.Maybe[JSON] = column("What the browser answered to `askPasskey`.")


@choice_type
class StepUpProofInput:
    """One way to prove it."""

    password: strawberry.Maybe[str] = column("Your password.")
    totp_code: strawberry.Maybe[str] = column("The six digits an app shows now.")
    recovery_code: strawberry.Maybe[str] = column("One of the recovery codes; it is used up.")
    passkey: strawberry.Maybe[JSON] = column("What the browser answered to `askPasskey`.")


@input_type
class SignInInput:
    """Who wants to sign in."""

    email: str = column("Your e-mail address.")
    password: str = column("Your password.")


@input_type
class CompleteSecondFactorInput:
    """The second half of a sign-in."""

    proof: FactorProofInput = column("How you prove it.")


@input_type
class StepUpInput:
    """Once more: a proof that it is you."""

    proof: StepUpProofInput = column("How you prove it.")


@input_type
class RequestSignInLinkInput(VerbInput):
    """A letter with a link to ask for."""

    email: str = column("Your e-mail address.")
    locale: str | None = option("The language of the letter, as a BCP 47 tag; English when left out.")


@input_type
class UseSignInLinkInput:
    """A link from a letter."""

    link: str = column("What stands in the link behind `link=`.")


@input_type
class AcceptInvitationInput:
    """A link from an invitation."""

    link: str = column("What stands in the link behind `link=`.")
    password: str | None = option("A first password, at least 12 characters; only for a new account.")


@input_type
class SetPasswordInput:
    """A new password."""

    password: str = column("At least 12 characters; neither your name nor your e-mail address.")


@input_type
class SignOutInput(VerbInput):
    """The end of the session that asks."""


@input_type
class RevokeSessionsInput(VerbInput):
    """Sessions to end."""

    account: strawberry.ID | None = option("Whose; your own when left out. Another's takes an administrator.")
    session: strawberry.ID | None = option("Only this one; when left out, all but the one that asks.")


@object_type
class SessionPayload(Payload):
    """What came of a sign-in. The session itself is in a cookie that scripts cannot read."""

    state: SignInState | None = option("How far it came; null if it was refused.")
    cookie: strawberry.Private[str | None] = None


@object_type
class AccountPayload(Payload):
    """What came of a change of an account."""

    account: Account | None = option("The account; null where you may not read it.")


@object_type
class DonePayload(Payload):
    """What came of something that answers nothing else."""


@object_type
class SigningInMutations:
    """Signing in and out."""

    @verb
    async def sign_in(self, change: Change, input: SignInInput) -> SessionPayload:
        """Sign in by an e-mail address and a password. An address nobody has is answered like a wrong password."""
        return _opened(await services.sign_in(change, email=input.email, password=input.password))

    @verb
    async def complete_second_factor(self, change: Change, input: CompleteSecondFactorInput) -> SessionPayload:
        """Finish a sign-in that needs a second factor, within ten minutes. Until then it can do nothing else."""
        return _opened(await services.complete_second_factor(change, proof=_proof(input.proof)))

    @verb
    async def sign_out(self, change: Change, input: SignOutInput) -> SessionPayload:
        """End the session that asks."""
        await services.sign_out(change)
        return SessionPayload(cookie=FORGET)

    @verb
    async def step_up(self, change: Change, input: StepUpInput) -> AccountPayload:
        """Prove once more that it is you, which holds for ten minutes; some decisions ask for it."""
        given, password = input.proof, input.proof.password
        account = await services.step_up(
            change,
            password=password.value if password else None,
            proof=None if password else _proof(given),
        )
        return AccountPayload(account=stored(account))

    @verb
    async def request_sign_in_link(self, change: Change, input: RequestSignInLinkInput) -> DonePayload:
        """Have a link sent that signs you in once, within 15 minutes. Every address is answered alike."""
        await services.request_sign_in_link(change, email=input.email, locale=input.locale)
        return DonePayload()

    @verb
    async def use_sign_in_link(self, change: Change, input: UseSignInLinkInput) -> SessionPayload:
        """Sign in by a link; it works once."""
        return _opened(await services.use_sign_in_link(change, secret=input.link))

    @verb
    async def accept_invitation(self, change: Change, input: AcceptInvitationInput) -> SessionPayload:
        """Sign in by the link of an invitation, and set a first password; it works once, within seven days."""
        return _opened(await services.accept_invitation(change, secret=input.link, password=input.password))

    @verb
    async def set_password(self, change: Change, input: SetPasswordInput) -> AccountPayload:
        """Set your password, which ends your other sessions. Takes `stepUp` within the last ten minutes."""
        return AccountPayload(account=stored(await services.set_password(change, password=input.password)))

    @verb
    async def revoke_sessions(self, change: Change, input: RevokeSessionsInput) -> AccountPayload:
        """End sessions: your own but the one that asks, or those of somebody whose administrator you are."""
        account = await services.revoke_sessions(
            change,
            account_id=key_of_optional(input.account, "Account", "account"),
            session_id=key_of_optional(input.session, "AccountSession", "session"),
        )
        return AccountPayload(account=stored(account))


def _opened(opened: SessionOpened) -> SessionPayload:
    state = SignInState.SECOND_FACTOR_NEEDED if opened.is_half else SignInState.SIGNED_IN
    return SessionPayload(state=state, cookie=opened.secret)


def _proof(given: Any) -> FactorProof:
    """The one way that was chosen; an answer of a passkey that is no object proves nothing."""
    totp, recovery, passkey = given.totp_code, given.recovery_code, given.passkey
    answer = passkey.value if passkey and isinstance(passkey.value, dict) else {}
    return FactorProof(totp.value if totp else None, recovery.value if recovery else None, answer)
