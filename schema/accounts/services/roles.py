"""Giving roles and taking them."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from schema.accounts import access, models
from schema.accounts.refusals import LanguagesAreForTranslators, LanguagesOfTranslatorMissing
from schema.change import Change
from schema.context import Role
from schema.errors import NotAllowed, NotFound
from schema.missions.services import get_mission
from schema.sources import encode_id
from schema.texts import language


async def get_known_account(change: Change, account_id: UUID) -> models.Account:
    """An account that shares a mission with the actor.

    Raises:
        NotFound.
    """
    account = await change.db.get(models.Account, account_id)
    if account is None or not await access.may_know(change.db, change.actor, account):
        raise NotFound(noun="account", key=encode_id("Account", account_id), path=("input", "account"))
    return account


async def grant_role(
    change: Change,
    account: models.Account,
    mission_id: UUID | None,
    role: Role,
    languages: Sequence[str] | None = None,
) -> models.Membership:
    """Give an account a role in a mission and those below it, in place of the one it had there.

    Args:
        mission_id: None gives the role in every mission.
        languages: into which a translator may translate; None lets them translate into every language.

    Raises:
        NotAllowed, NotFound, LanguagesAreForTranslators, LanguagesOfTranslatorMissing, UnknownLanguage.

    Records:
        account.role_granted
    """
    if mission_id is not None:
        await get_mission(change.db, mission_id)
    if not access.may_grant(change.actor, mission_id):
        raise NotAllowed(verb="grant a role", role="administrator", path=("input", "mission"))
    given = {"role": role, "languages": _languages(role, languages)}
    granted = (
        insert(models.Membership)
        .values(account_id=account.id, mission_id=mission_id, **given)
        .on_conflict_do_update(index_elements=["account_id", "mission_id"], set_=given)
        .returning(models.Membership)
        .execution_options(populate_existing=True)
    )
    membership = (await change.db.scalars(granted)).one()
    change.record("account.role_granted", account, mission_id, role=role.name.lower(), languages=membership.languages)
    await change.db.flush()
    return membership


async def revoke_role(change: Change, *, account_id: UUID, mission_id: UUID | None) -> models.Account:
    """Take the role of an account in a mission; those it has above or below stay.

    Args:
        mission_id: None takes the role in every mission.

    Raises:
        NotAllowed, NotFound.

    Records:
        account.role_revoked
    """
    path = ("input", "mission")
    if mission_id is not None:
        await get_mission(change.db, mission_id)
    if not access.may_grant(change.actor, mission_id):
        raise NotAllowed(verb="take a role", role="administrator", path=path)
    account = await get_known_account(change, account_id)
    membership = models.Membership
    held = await change.db.scalar(
        select(membership)
        .where(membership.account_id == account_id, membership.mission_id.is_not_distinct_from(mission_id))
        .with_for_update()
    )
    if held is None:
        place = encode_id("Mission", mission_id) if mission_id else "every mission"
        raise NotFound(noun="role of this account in", key=place, path=path)
    await change.db.delete(held)
    change.record("account.role_revoked", account, mission_id, role=held.role.name.lower())
    await change.db.flush()
    return account


def _languages(role: Role, languages: Sequence[str] | None) -> list[str] | None:
    path = ("input", "languages")
    if languages is None:
        return None
    if role is not Role.TRANSLATOR:
        raise LanguagesAreForTranslators(path=path)
    if not languages:
        raise LanguagesOfTranslatorMissing(path=path)
    return sorted({language(locale, (*path, index)) for index, locale in enumerate(languages)})
