"""What changes second factors."""

import strawberry
from strawberry.scalars import JSON

from schema.accounts import services
from schema.accounts.mutations.signing_in import AccountPayload
from schema.accounts.types import Factor
from schema.change import Change
from schema.declaring import column, input_type, object_type, option
from schema.verbs import Payload, VerbInput, key_of, stored, verb


@input_type
class EnrolTotpInput:
    """An app that makes codes."""

    name: str = column("What you call it, at most 200 characters.")


@input_type
class ConfirmTotpInput:
    """A first code of an app."""

    factor: strawberry.ID = column("The factor that `enrolTotp` began.")
    code: str = column("The six digits the app shows now.")


@input_type
class BeginPasskeyInput(VerbInput):
    """A passkey to add."""


@input_type
class AskPasskeyInput(VerbInput):
    """A passkey to prove it with."""


@input_type
class AddPasskeyInput:
    """A passkey that a browser has made."""

    name: str = column("What you call it, at most 200 characters.")
    answer: JSON = column("What the browser answered to `beginPasskey`: PublicKeyCredential.toJSON().")


@input_type
class RemoveFactorInput(VerbInput):
    """A second factor to give up."""

    factor: strawberry.ID = column("One of yours.")


@input_type
class MakeRecoveryCodesInput(VerbInput):
    """New recovery codes."""


@object_type
class EnrolTotpPayload(Payload):
    """What came of `enrolTotp`; shown this once."""

    factor: Factor | None = option("The factor, which `confirmTotp` takes.")
    uri: str | None = option("The otpauth link for the app, with its secret.")
    picture: str | None = option("The same as a QR code: an SVG element.")


@object_type
class FactorPayload(Payload):
    """What came of a change of a second factor."""

    factor: Factor | None = option("The factor.")


@object_type
class PasskeyOptionsPayload(Payload):
    """What to hand to the browser."""

    options: JSON | None = option(
        "For navigator.credentials, as JSON by WebAuthn Level 3; good once, for five minutes."
    )


@object_type
class RecoveryCodesPayload(Payload):
    """What came of `makeRecoveryCodes`; shown this once."""

    codes: list[str] = strawberry.field(default_factory=list, description="Ten codes, each good for one sign-in.")


@object_type
class FactorMutations:
    """What changes second factors."""

    @verb
    async def enrol_totp(self, change: Change, input: EnrolTotpInput) -> EnrolTotpPayload:
        """Begin to use an app that makes codes. Takes `stepUp` within the last ten minutes."""
        begun = await services.enrol_totp(change, name=input.name)
        return EnrolTotpPayload(factor=stored(begun.factor), uri=begun.uri, picture=begun.picture)

    @verb
    async def confirm_totp(self, change: Change, input: ConfirmTotpInput) -> FactorPayload:
        """Use an app from now on, by a first code. Takes `stepUp` within the last ten minutes."""
        factor_id = key_of(input.factor, "Factor", "factor")
        return FactorPayload(factor=stored(await services.confirm_totp(change, factor_id=factor_id, code=input.code)))

    @verb
    async def begin_passkey(self, change: Change, input: BeginPasskeyInput) -> PasskeyOptionsPayload:
        """What to hand to navigator.credentials.create() to make a passkey. Takes `stepUp` within ten minutes."""
        return PasskeyOptionsPayload(options=JSON(await services.begin_passkey(change)))

    @verb
    async def ask_passkey(self, change: Change, input: AskPasskeyInput) -> PasskeyOptionsPayload:
        """What to hand to navigator.credentials.get(), for `completeSecondFactor` or `stepUp`."""
        return PasskeyOptionsPayload(options=JSON(await services.ask_passkey(change)))

    @verb
    async def add_passkey(self, change: Change, input: AddPasskeyInput) -> FactorPayload:
        """Use a passkey from now on. Takes `stepUp` within the last ten minutes."""
        answer = input.answer if isinstance(input.answer, dict) else {}
        return FactorPayload(factor=stored(await services.add_passkey(change, name=input.name, answer=answer)))

    @verb
    async def remove_factor(self, change: Change, input: RemoveFactorInput) -> AccountPayload:
        """Give up a second factor. Takes `stepUp` within the last ten minutes."""
        factor_id = key_of(input.factor, "Factor", "factor")
        return AccountPayload(account=stored(await services.remove_factor(change, factor_id=factor_id)))

    @verb
    async def make_recovery_codes(self, change: Change, input: MakeRecoveryCodesInput) -> RecoveryCodesPayload:
        """Ten codes for the day the second factor is lost, in place of earlier ones. Takes a recent `stepUp`."""
        _, codes = await services.make_recovery_codes(change)
        return RecoveryCodesPayload(codes=codes)
