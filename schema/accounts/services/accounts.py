"""Adding accounts, and taking them out of use and back into it."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from schema.accounts import access, models
from schema.accounts.emails import email_address
from schema.accounts.refusals import AccountNameTaken, EmailTaken, ThisIsYou
from schema.accounts.services.sessions import end_sessions, get_account_to_manage
from schema.change import Change
from schema.errors import NotAllowed
from schema.people.services import get_person
from schema.texts import MAX_NAME, line


async def create_account(
    change: Change,
    *,
    name: str,
    email: str | None = None,
    person_id: UUID | None = None,
    as_inviter: bool = False,
) -> models.Account:
    """Add someone, or some program, that may act. It has no role yet.

    Args:
        name: at most 200 characters; no two accounts share one.
        email: where its owner reads letters; None for a program, which cannot sign in.
        person_id: who this is in public; None for a program.
        as_inviter: whether it is added for an invitation, which somebody was allowed to send.

    Raises:
        NotAllowed, NotFound, AccountNameTaken, EmailMalformed, EmailTaken, TextMissing, TextTooLong, TextUnstorable.

    Records:
        account.created
    """
    if not as_inviter and not access.may_create(change.actor):
        raise NotAllowed(verb="add an account", role="administrator", path=("input",))
    name = line(name, "The name", MAX_NAME, ("input", "name"))
    address = None if email is None else email_address(email, ("input", "email"))
    if person_id is not None:
        await get_person(change.db, person_id)
    values = {"name": name, "email": address, "person_id": person_id}
    made = insert(models.Account).values(**values).on_conflict_do_nothing()
    account: models.Account | None = await change.db.scalar(made.returning(models.Account))
    if account is None:
        if await change.db.scalar(select(models.Account.id).where(models.Account.name == name)) is None:
            raise EmailTaken(path=("input", "email"))
        raise AccountNameTaken(name=name, path=("input", "name"))
    change.record("account.created", account, None, name=name)
    await change.db.flush()
    return account


async def deactivate_account(change: Change, *, account_id: UUID) -> models.Account:
    """Take an account out of use: its sessions end, its tokens and links work no more. Its deeds keep its name.

    Raises:
        NotFound, NotAllowed, ThisIsYou.

    Records:
        account.deactivated
    """
    account = await get_account_to_manage(change, account_id)
    if account.id == change.actor.account_id:
        raise ThisIsYou(path=("input", "account"))
    if account.is_active:
        account.is_active = False
        await end_sessions(change, account)
        change.record("account.deactivated", account, None)
        await change.db.flush()
    return account


async def reactivate_account(change: Change, *, account_id: UUID) -> models.Account:
    """Take an account back into use, with the roles it had; its owner signs in anew.

    Raises:
        NotFound, NotAllowed.

    Records:
        account.reactivated
    """
    account = await get_account_to_manage(change, account_id)
    if not account.is_active:
        account.is_active = True
        change.record("account.reactivated", account, None)
        await change.db.flush()
    return account
