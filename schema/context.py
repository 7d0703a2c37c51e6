"""Who asks, and what a call may know about them."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import ColumnElement, any_


class Role(enum.IntEnum):
    """What an account may do in a mission and in those below it; each role includes the ones before it."""

    READER = 1
    AUTHOR = 2
    EDITOR = 3
    ADMIN = 4


class Scope(enum.StrEnum):
    """What a token may be used for, whatever its account may do."""

    READ = "read"
    WRITE = "write"
    INTROSPECT = "introspect"


ViewerKind = Literal["visitor", "member", "administrator"]


@dataclass(frozen=True)
class Actor:
    """Who asks: a visitor, an account by its token, or the system itself (importer, worker, operator).

    ``roles`` holds one role per mission, missions below included. ``role_everywhere`` holds in every mission,
    also in those made later.
    """

    name: str = "visitor"
    account_id: UUID | None = None
    roles: Mapping[UUID, Role] = field(default_factory=dict)
    role_everywhere: Role | None = None
    scopes: frozenset[Scope] = frozenset()

    def may(self, role: Role, mission_id: UUID | None) -> bool:
        """Whether this actor has at least `role` in a mission; None asks for it in every mission."""
        if Scope.WRITE not in self.scopes and role > Role.READER:
            return False
        here = self.roles.get(mission_id) if mission_id else None
        return max(here or 0, self.role_everywhere or 0) >= role

    @property
    def is_visitor(self) -> bool:
        """Whether nobody is known to be asking."""
        return self.account_id is None and self.role_everywhere is None

    @property
    def viewer_kind(self) -> ViewerKind:
        """Which form of each visibility rule applies."""
        if Scope.READ not in self.scopes:
            return "visitor"
        if self.role_everywhere is not None:
            return "administrator"
        return "member" if self.roles else "visitor"

    @property
    def readable_missions(self) -> list[UUID]:
        """The missions whose unpublished content this actor may read."""
        return sorted(self.roles)


VISITOR = Actor()
SYSTEM = Actor(name="system", role_everywhere=Role.ADMIN, scopes=frozenset(Scope))


@dataclass(frozen=True)
class Viewer:
    """An actor as a visibility rule sees it while a read is compiled.

    ``missions`` is an array of mission keys that arrives with each request, so one plan serves every member.
    """

    kind: ViewerKind
    missions: Any = None

    def is_member_of(self, mission_id: Any) -> ColumnElement[bool]:
        """Whether the mission in a column is one of theirs."""
        condition: ColumnElement[bool] = mission_id == any_(self.missions)
        return condition
