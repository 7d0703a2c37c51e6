"""The fields of accounts, and of whoever asks."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from schema.accounts.models import Account, AccountSession, ApiToken, Factor, Membership
from schema.missions.models import Mission
from schema.people.models import Person
from tests.oracle.asking import Asking
from tests.oracle.resolving import resolves


@dataclass(frozen=True)
class Viewer:
    """Whoever asks."""

    account: Account


@resolves("Query.viewer")
async def viewer(source: None, asking: Asking) -> Any:
    account = await asking.one(Account, asking.asker.account_id)
    return Viewer(account) if account else None


@resolves("Viewer.isSecondFactorPassed")
def by_a_token(viewer: Viewer, asking: Asking) -> bool:
    return False


@resolves("Viewer.memberships")
async def own_roles(viewer: Viewer, asking: Asking) -> list[Any]:
    return await roles(viewer.account, asking)


@resolves("Viewer.sessions")
async def own_sessions(viewer: Viewer, asking: Asking) -> list[Any]:
    return await sessions(viewer.account, asking)


@resolves("Account.person")
async def person(account: Account, asking: Asking) -> Any:
    return await asking.one(Person, account.person_id)


@resolves("Account.email")
def email(account: Account, asking: Asking) -> str | None:
    asker = asking.asker
    return account.email if asker.is_administrator or asker.account_id == account.id else None


@resolves("Account.memberships")
async def roles(account: Account, asking: Asking) -> list[Any]:
    return await asking.many(Membership, "account_id", account.id, "id")


@resolves("Account.secondFactors")
async def factors(account: Account, asking: Asking) -> list[Any]:
    return [one for one in await asking.many(Factor, "account_id", account.id, "id") if one.confirmed_at]


@resolves("Account.sessions")
async def sessions(account: Account, asking: Asking) -> list[Any]:
    found = await asking.many(AccountSession, "account_id", account.id, "-id")
    return [one for one in found if one.revoked_at is None and one.expires_at > datetime.now(UTC)]


@resolves("Account.tokens")
async def tokens(account: Account, asking: Asking) -> list[Any]:
    found = await asking.many(ApiToken, "account_id", account.id, "id")
    return [one for one in found if one.revoked_at is None and one.expires_at > datetime.now(UTC)]


@resolves("AccountSession.startedAt")
def started_at(session: AccountSession, asking: Asking) -> Any:
    return session.created_at


@resolves("AccountSession.isCurrent")
def is_current(session: AccountSession, asking: Asking) -> bool:
    return False


@resolves("ApiToken.scopes")
def scopes(token: ApiToken, asking: Asking) -> list[str]:
    return [scope.upper() for scope in token.scopes]


@resolves("Membership.languages")
def languages(membership: Membership, asking: Asking) -> list[str]:
    return membership.languages or []


@resolves("Membership.account")
async def whose(membership: Membership, asking: Asking) -> Any:
    return await asking.one(Account, membership.account_id)


@resolves("Membership.mission")
async def where(membership: Membership, asking: Asking) -> Any:
    return await asking.one(Mission, membership.mission_id)
