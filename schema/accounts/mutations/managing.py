"""What administrators change: who is let in, with which role, and which programs."""

from datetime import datetime

import strawberry

from schema.accounts import services
from schema.accounts.mutations.signing_in import AccountPayload
from schema.accounts.types import ApiToken, Membership
from schema.change import Change
from schema.context import Role, Scope
from schema.declaring import column, input_type, object_type, option
from schema.verbs import Payload, VerbInput, key_of, key_of_optional, stored, verb


@input_type
class InviteAccountInput(VerbInput):
    """Somebody to let in."""

    email: str = column("Their e-mail address.")
    name: str | None = option("How the others know them; what stands before the @ when left out.")
    role: Role = column("What they may do.")
    mission: strawberry.ID | None = option("Where, and below; in every mission when left out.")
    languages: list[str] | None = option("Into which a translator may translate; every language when left out.")
    locale: str | None = option("The language of the letter, as a BCP 47 tag; English when left out.")


@input_type
class AccountInput(VerbInput):
    """An account."""

    account: strawberry.ID = column("Whose.")


@input_type
class GrantRoleInput(VerbInput):
    """A role to give."""

    account: strawberry.ID = column("To whom.")
    role: Role = column("What they may do.")
    mission: strawberry.ID | None = option("Where, and below; in every mission when left out.")
    languages: list[str] | None = option("Into which a translator may translate; every language when left out.")


@input_type
class RevokeRoleInput(VerbInput):
    """A role to take."""

    account: strawberry.ID = column("From whom.")
    mission: strawberry.ID | None = option("The mission it was given in; the role in every mission when left out.")


@input_type
class CreateTokenInput(VerbInput):
    """A secret for a program."""

    account: strawberry.ID = column("For whom it acts.")
    name: str = column("Where it is used, at most 200 characters.")
    scopes: list[Scope] = column("What it may be used for.")
    expires_at: datetime = column("When it ends.")


@input_type
class RevokeTokenInput(VerbInput):
    """A secret to make useless."""

    token: strawberry.ID = column("Which.")


@object_type
class MembershipPayload(Payload):
    """What came of `grantRole`."""

    membership: Membership | None = option("The role.")


@object_type
class CreateTokenPayload(Payload):
    """What came of `createToken`."""

    token: ApiToken | None = option("The token.")
    secret: str | None = option("What a program sends as `Bearer`; shown this once, and null when asked again.")


@object_type
class TokenPayload(Payload):
    """What came of a change of a token."""

    token: ApiToken | None = option("The token.")


@object_type
class ManagingMutations:
    """What administrators change."""

    @verb
    async def invite_account(self, change: Change, input: InviteAccountInput) -> AccountPayload:
        """Give somebody a role, and an account if they have none, and write to them. Takes an administrator."""
        account = await services.invite_account(
            change,
            email=input.email,
            name=input.name,
            role=input.role,
            mission_id=key_of_optional(input.mission, "Mission", "mission"),
            languages=input.languages,
            locale=input.locale,
        )
        return AccountPayload(account=stored(account))

    @verb
    async def deactivate_account(self, change: Change, input: AccountInput) -> AccountPayload:
        """Take an account out of use: its sessions end, its tokens work no more. Takes an administrator."""
        account_id = key_of(input.account, "Account", "account")
        return AccountPayload(account=stored(await services.deactivate_account(change, account_id=account_id)))

    @verb
    async def reactivate_account(self, change: Change, input: AccountInput) -> AccountPayload:
        """Take an account back into use, with the roles it had. Takes an administrator."""
        account_id = key_of(input.account, "Account", "account")
        return AccountPayload(account=stored(await services.reactivate_account(change, account_id=account_id)))

    @verb
    async def grant_role(self, change: Change, input: GrantRoleInput) -> MembershipPayload:
        """Give an account a role in a mission and below, in place of the one it had there. Takes an administrator."""
        membership = await services.grant_role(
            change,
            await services.get_known_account(change, key_of(input.account, "Account", "account")),
            key_of_optional(input.mission, "Mission", "mission"),
            input.role,
            input.languages,
        )
        return MembershipPayload(membership=stored(membership))

    @verb
    async def revoke_role(self, change: Change, input: RevokeRoleInput) -> AccountPayload:
        """Take the role of an account in a mission. Takes an administrator."""
        account = await services.revoke_role(
            change,
            account_id=key_of(input.account, "Account", "account"),
            mission_id=key_of_optional(input.mission, "Mission", "mission"),
        )
        return AccountPayload(account=stored(account))

    @verb
    async def create_token(self, change: Change, input: CreateTokenInput) -> CreateTokenPayload:
        """Make a secret for a program: for your own account when you are signed in, else as administrator of all."""
        token, secret = await services.create_token(
            change,
            account=await services.get_known_account(change, key_of(input.account, "Account", "account")),
            name=input.name,
            scopes=input.scopes,
            expires_at=input.expires_at,
        )
        return CreateTokenPayload(token=stored(token), secret=secret)

    @verb
    async def revoke_token(self, change: Change, input: RevokeTokenInput) -> TokenPayload:
        """Make a secret useless within two seconds. Your own, or as an administrator of everything."""
        return TokenPayload(token=stored(await services.revoke_token(change, key_of(input.token, "ApiToken", "token"))))
