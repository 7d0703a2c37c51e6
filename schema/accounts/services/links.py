"""One-time links: by a letter, or from the operator's hand to the first account of an installation."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from schema.accounts import access, models
from schema.accounts.emails import email_address, folded
from schema.accounts.means import SigningIn, digest, new_secret
from schema.accounts.refusals import AccountInactive, LinkRefused, NobodyKnown, NobodyToSignIn
from schema.accounts.services.accounts import create_account
from schema.accounts.services.attempts import note_failure, refuse_too_many
from schema.accounts.services.passwords import new_password
from schema.accounts.services.roles import grant_role
from schema.accounts.services.sessions import SessionOpened, open_session
from schema.accounts.services.signing_in import find_by_email
from schema.change import Change
from schema.context import Role
from schema.errors import NotAllowed
from schema.mail.services import send_mail
from schema.missions.services import find_mission, get_mission

LINK_LASTS = timedelta(minutes=15)
INVITATION_LASTS = timedelta(days=7)


async def request_sign_in_link(change: Change, *, email: str, locale: str | None = None) -> None:
    """Send a letter with a one-time link to an address, if an account has it. Either way the answer is the same.

    Args:
        locale: the language of the letter; English when left out.

    Raises:
        TooManyAttempts, UnknownLanguage.
    """
    means = change.handed(SigningIn)
    subject = means.subject("link", folded(email))
    await refuse_too_many(change, subject)
    await note_failure(change, subject)
    account = await find_by_email(change, email)
    if account is not None and account.email is not None:
        link = means.link(await new_link(change, account, LINK_LASTS))
        data: dict[str, str | int] = {
            "name": account.name,
            "link": link,
            "minutes": int(LINK_LASTS.total_seconds() // 60),
        }
        await send_mail(
            change,
            to=account.email,
            template="sign_in_link",
            data=data,
            locale=locale or "en",
            expires_at=change.now + LINK_LASTS,
        )


async def use_sign_in_link(change: Change, *, secret: str) -> SessionOpened:
    """Begin a session by a one-time link, which thereby is used up; halfway, if the account has a second factor.

    Raises:
        TooManyAttempts, LinkRefused.

    Records:
        account.signed_in
    """
    account, _ = await _take(change, secret)
    return await open_session(change, account)


async def make_sign_in_link(change: Change, account: models.Account) -> str:
    """A one-time link for the operator to hand over; the secret of it is not kept.

    Raises:
        NotAllowed, NobodyToSignIn, AccountInactive.
    """
    if not access.may_create(change.actor):
        raise NotAllowed(verb="make a sign-in link", role="administrator", path=("input",))
    if account.email is None:
        raise NobodyToSignIn(path=("input",))
    if not account.is_active:
        raise AccountInactive(path=("input",))
    return change.handed(SigningIn).link(await new_link(change, account, LINK_LASTS))


async def invite_account(
    change: Change,
    *,
    email: str,
    name: str | None = None,
    role: Role,
    mission_id: UUID | None,
    languages: Sequence[str] | None = None,
    locale: str | None = None,
) -> models.Account:
    """Give somebody a role, and an account if they have none, and write to them with a link that lets them in.

    Args:
        name: how the others know them; what stands before the @ when left out.
        mission_id: None gives the role in every mission.
        languages: into which a translator may translate; None: into every language.
        locale: the language of the letter; English when left out.

    Raises:
        NotAllowed, NotFound, EmailMalformed, EmailTaken, AccountNameTaken, AccountInactive, LanguagesAreForTranslators,
        LanguagesOfTranslatorMissing, UnknownLanguage, TextMissing, TextTooLong, TextUnstorable.

    Records:
        account.created, account.role_granted, account.invited
    """
    place = "every mission"
    if mission_id is not None:
        place = (await get_mission(change.db, mission_id)).name
    if not access.may_grant(change.actor, mission_id):
        raise NotAllowed(verb="invite somebody", role="administrator", path=("input", "mission"))
    to = email_address(email, ("input", "email"))
    account = await change.db.scalar(select(models.Account).where(models.Account.email == to))
    if account is None:
        account = await create_account(change, name=name or to.partition("@")[0], email=to, as_inviter=True)
    elif not account.is_active:
        raise AccountInactive(path=("input", "email"))
    await grant_role(change, account, mission_id, role, languages)
    link = change.handed(SigningIn).link(await new_link(change, account, INVITATION_LASTS, is_invitation=True))
    data: dict[str, str | int] = {"name": account.name, "inviter": change.actor.name, "mission": place, "link": link}
    await send_mail(
        change,
        to=to,
        template="invitation",
        data={**data, "days": INVITATION_LASTS.days},
        locale=locale or "en",
        expires_at=change.now + INVITATION_LASTS,
    )
    change.record("account.invited", account, mission_id, role=role.name.lower())
    await change.db.flush()
    return account


async def accept_invitation(change: Change, *, secret: str, password: str | None = None) -> SessionOpened:
    """Begin a session by the link of an invitation, and set a first password.

    Args:
        password: only for an account that has none yet; it may be left out, and links or a ministry's own sign-in used.

    Raises:
        TooManyAttempts, LinkRefused, PasswordUnfit.

    Records:
        account.signed_in, account.password_set
    """
    means = change.handed(SigningIn)
    async with means.passwords.turn():
        account, link = await _take(change, secret)
        if not link.is_invitation:
            raise LinkRefused(path=("input", "link"))
        if password is not None and account.password_hash is None:
            account.password_hash = await new_password(change, account, password)
            change.record("account.password_set", account, None)
    return await open_session(change, account)


async def sign_in_elsewhere(
    change: Change, *, email: str, name: str | None = None, new_role: Role | None = None, new_mission: str | None = None
) -> SessionOpened:
    """Begin a session for whom somebody trusted vouches; halfway, if the account has a second factor.

    Args:
        name: how somebody new is known; what stands before the @ when left out or taken.
        new_role: what somebody new may do; None lets nobody new in.
        new_mission: the slug of the mission where; None: in every mission.

    Raises:
        NotAllowed, NotFound, NobodyKnown, EmailMalformed, EmailTaken, AccountNameTaken, TextMissing, TextTooLong,
        TextUnstorable, LanguagesAreForTranslators, LanguagesOfTranslatorMissing, UnknownLanguage.

    Records:
        account.signed_in; account.created and account.role_granted for somebody new.
    """
    if not access.may_create(change.actor):
        raise NotAllowed(verb="let somebody in", role="system", path=("input",))
    to = email_address(email, ("input", "email"))
    known = await change.db.scalar(select(models.Account).where(models.Account.email == to).with_for_update())
    if known is not None and known.is_active:
        return await open_session(change, known)
    if known is not None or new_role is None:
        raise NobodyKnown(path=("input", "email"))
    mission = await find_mission(change.db, new_mission) if new_mission else None
    if new_mission and mission is None:
        raise NobodyKnown(path=("input", "email"))
    account = await create_account(change, name=name or to.partition("@")[0], email=to)
    await grant_role(change, account, mission.id if mission else None, new_role)
    return await open_session(change, account)


async def new_link(change: Change, account: models.Account, lasts: timedelta, *, is_invitation: bool = False) -> str:
    """The secret of a new one-time link."""
    secret = new_secret()
    change.db.add(
        models.SignInLink(
            account_id=account.id, digest=digest(secret), is_invitation=is_invitation, expires_at=change.now + lasts
        )
    )
    await change.db.flush()
    return secret


async def _take(change: Change, secret: str) -> tuple[models.Account, models.SignInLink]:
    """The account of a link that still works, which it does no more."""
    subject = change.handed(SigningIn).subject("link", "use")
    await refuse_too_many(change, subject)
    link, account = models.SignInLink, models.Account
    found = await change.db.scalar(
        select(link)
        .join(account, account.id == link.account_id)
        .where(link.digest == digest(secret), link.used_at.is_(None), link.expires_at > change.now, account.is_active)
        .with_for_update(of=link)
    )
    if found is None:
        await note_failure(change, subject)
        raise LinkRefused(path=("input", "link"))
    found.used_at = change.now
    return await change.db.get_one(account, found.account_id, with_for_update=True, populate_existing=True), found
