"""Accounts and actors for tests."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import count

from schema.accounts import services
from schema.accounts.models import Account
from schema.change import Change
from schema.context import VISITOR, Actor, Role, Scope
from schema.missions.models import Mission
from tests.makers.missions import make_mission

_numbers = count(1)


@dataclass(frozen=True)
class Actors:
    """Who may ask, seen from one mission."""

    mission: Mission
    visitor: Actor
    reader: Actor
    translator: Actor
    author: Actor
    editor: Actor
    head: Actor
    administrator: Actor


async def make_account(change: Change, name: str | None = None) -> Account:
    """An account without a role."""
    return await services.create_account(change, name=name or f"account {next(_numbers)}")


async def make_actor(
    change: Change,
    role: Role,
    mission: Mission,
    *,
    languages: Sequence[str] | None = None,
    scopes: Iterable[str | Scope] = tuple(Scope),
) -> Actor:
    """An account with one role in one mission, and every scope unless some are named."""
    account = await make_account(change, f"{role.name.lower()} {next(_numbers)}")
    await services.grant_role(change, account, mission.id, role, languages)
    limits = {mission.id: frozenset(languages)} if languages else {}
    return Actor(
        account.name, account.id, roles={mission.id: role}, languages=limits, scopes=frozenset(map(Scope, scopes))
    )


async def make_actors(change: Change) -> Actors:
    """One of each, in a mission that is made for them."""
    mission = await make_mission(change)
    members = {role.name.lower(): await make_actor(change, role, mission) for role in Role}
    return Actors(mission, VISITOR, **members)


def as_actor(change: Change, actor: Actor) -> Change:
    """The same change, made by somebody else."""
    return replace(change, actor=actor)
