"""Accounts as GraphQL."""

from datetime import datetime
from typing import Any

import strawberry
from sqlalchemy import ARRAY, Text, case, cast, func, null, or_, select
from sqlalchemy.dialects.postgresql import array
from sqlalchemy.orm import aliased

from schema.accounts import access, models
from schema.context import Role, Scope
from schema.declaring import column, enum_type, field, object_type
from schema.missions import models as missions
from schema.missions.types import Mission
from schema.paging import Node
from schema.people import models as people
from schema.people.types import Person
from schema.sources import any_readable, sql

for choice in (Role, Scope, models.FactorKind):
    enum_type(choice)


@object_type
class Factor(Node):
    """A way in which an account proves who it is, beside the password."""

    kind: models.FactorKind = column("What it is.")
    name: str = column("What its owner calls it.")
    confirmed_at: datetime | None = column("Since when it is used; null until it was proved once.")
    last_used_at: datetime | None = column("When it was last used.")


@object_type
class AccountSession(Node):
    """A browser in which an account is signed in."""

    device: str = column("What the browser calls itself.")
    last_seen_at: datetime = column("When it last asked for something, to the minute.")
    expires_at: datetime = column("When it ends, however much it is used.")
    second_factor_at: datetime | None = column("When a second factor was last proved in it.")
    stepped_up_at: datetime | None = column("When it was last proved who sits at it.")

    @field
    def started_at(self) -> datetime:
        """When it began."""
        return sql(self).created_at

    @field
    def is_current(self, info: strawberry.Info) -> bool:
        """Whether it is the one that asks."""
        return sql(func.coalesce(sql(self).id == info.context.viewer.session_id, False))


@object_type
class ApiToken(Node):
    """A secret with which a program acts for an account. The secret itself is not kept."""

    name: str = column("Where it is used.")
    expires_at: datetime = column("When it ends.")
    revoked_at: datetime | None = column("When it was made useless; null if it was not.")

    @field
    def scopes(self) -> list[Scope]:
        """What it may be used for."""
        scope = func.unnest(sql(self).scopes).column_valued("scope")
        return sql(func.array(select(func.upper(scope)).scalar_subquery()))


@object_type
class Account(Node):
    """Someone, or some program, that may act. Members of the same missions know it by its name."""

    name: str = column("How it is known.")
    is_active: bool = column("Whether it is in use.")

    @field
    def person(self) -> Person | None:
        """Who this is in public; null for a program."""
        person = aliased(people.Person)
        return sql(select(person).where(person.id == sql(self).person_id))

    @field
    def email(self, info: strawberry.Info) -> str | None:
        """Where its owner reads letters; null unless it is yours, or you are an administrator of it."""
        return sql(case((_is_private(self, info), sql(self).email), else_=null()))

    @field
    def memberships(self) -> "list[Membership]":
        """Its roles that you may know of, in the order in which they were first given."""
        membership = aliased(models.Membership)
        return sql(select(membership).where(membership.account_id == sql(self).id).order_by(membership.id))

    @field
    def second_factors(self) -> list[Factor]:
        """Its second factors; none unless it is yours, or you are an administrator of it."""
        factor = aliased(models.Factor)
        mine = (factor.account_id == sql(self).id, factor.confirmed_at.is_not(None))
        return sql(select(factor).where(*mine).order_by(factor.id))

    @field
    def sessions(self) -> list[AccountSession]:
        """Where it is signed in, the newest first; none unless it is your own, or you are an administrator of it."""
        session = aliased(models.AccountSession)
        mine = (session.account_id == sql(self).id, session.revoked_at.is_(None), session.expires_at > func.now())
        return sql(select(session).where(*mine).order_by(session.id.desc()))

    @field
    def tokens(self) -> list[ApiToken]:
        """The tokens that work; none unless it is your own, or you are an administrator of it."""
        token = aliased(models.ApiToken)
        mine = (token.account_id == sql(self).id, token.revoked_at.is_(None), token.expires_at > func.now())
        return sql(select(token).where(*mine).order_by(token.id))


@object_type
class Membership(Node):
    """A role of an account in a mission and in those below it."""

    role: Role = column("What it may do there.")

    @field
    def languages(self) -> list[str]:
        """Into which a translator may translate; empty for every language."""
        return sql(func.coalesce(sql(self).languages, cast(array([]), ARRAY(Text()))))

    @field
    def account(self) -> Account:
        """Whose role it is."""
        account = aliased(models.Account)
        return sql(select(account).where(account.id == sql(self).account_id))

    @field
    def mission(self) -> Mission | None:
        """Where; null for a role in every mission."""
        mission = aliased(missions.Mission)
        return sql(select(mission).where(mission.id == sql(self).mission_id))


@object_type
class Viewer:
    """You: whoever sends the request."""

    @field
    def account(self) -> Account:
        """Your account."""
        return sql(self)

    @field
    def memberships(self) -> list[Membership]:
        """Your roles, in the order in which they were first given."""
        membership = aliased(models.Membership)
        return sql(select(membership).where(membership.account_id == sql(self).id).order_by(membership.id))

    @field
    def sessions(self) -> list[AccountSession]:
        """Where you are signed in, the newest first."""
        session = aliased(models.AccountSession)
        mine = (session.account_id == sql(self).id, session.revoked_at.is_(None), session.expires_at > func.now())
        return sql(select(session).where(*mine).order_by(session.id.desc()))

    @field
    def is_second_factor_passed(self, info: strawberry.Info) -> bool:
        """Whether you proved a second factor in the session that asks; never with a token."""
        session = aliased(models.AccountSession)
        own = (session.id == info.context.viewer.session_id, session.second_factor_at.is_not(None))
        return sql(any_readable(select(session).where(*own)))


def _is_private(account: Any, info: strawberry.Info) -> Any:
    viewer = info.context.viewer
    return or_(sql(account).id == viewer.account_id, access.administers(viewer, sql(account).id))
