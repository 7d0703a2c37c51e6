"""Who asks, and what a call may know about them."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import Boolean, ColumnElement, any_, literal_column, or_


class Role(enum.IntEnum):
    """What an account may do in a mission and in those below it; each role includes the ones before it."""

    READER = 1
    TRANSLATOR = 2
    AUTHOR = 3
    EDITOR = 4
    HEAD = 5
    ADMINISTRATOR = 6


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
    also in those made later. ``languages`` limits translators: by mission, or by None for a role everywhere, the
    languages they translate into; where there is no entry, every language.
    """

    name: str = "visitor"
    account_id: UUID | None = None
    roles: Mapping[UUID, Role] = field(default_factory=dict)
    role_everywhere: Role | None = None
    languages: Mapping[UUID | None, frozenset[str]] = field(default_factory=dict)
    scopes: frozenset[Scope] = frozenset()

    def may(self, role: Role, mission_id: UUID | None) -> bool:
        """Whether this actor has at least `role` in a mission; None asks for it in every mission."""
        if Scope.WRITE not in self.scopes and role > Role.READER:
            return False
        here = self.roles.get(mission_id) if mission_id else None
        return max(here or 0, self.role_everywhere or 0) >= role

    def may_translate(self, mission_id: UUID, locale: str) -> bool:
        """Whether this actor may write texts in a language for posts of a mission: a translator of it, or an author."""
        if self.may(Role.AUTHOR, mission_id):
            return True
        places = [place for place, role in self._roles_in(mission_id) if role is Role.TRANSLATOR]
        are_theirs = any(locale in self.languages.get(place, {locale}) for place in places)
        return are_theirs and self.may(Role.TRANSLATOR, mission_id)

    def _roles_in(self, mission_id: UUID) -> list[tuple[UUID | None, Role | None]]:
        return [(mission_id, self.roles.get(mission_id)), (None, self.role_everywhere)]

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
        return "member" if self.account_id else "visitor"

    @property
    def readable_missions(self) -> list[UUID]:
        """The missions whose unpublished content this actor may read."""
        return sorted(self.roles)

    def missions_as(self, role: Role) -> list[UUID]:
        """The missions where this actor has at least `role`, but for a role in every mission."""
        return sorted(mission_id for mission_id in self.roles if self.may(role, mission_id))


VISITOR = Actor()
SYSTEM = Actor(name="system", role_everywhere=Role.ADMINISTRATOR, scopes=frozenset(Scope))


@dataclass(frozen=True)
class Viewer:
    """An actor as a visibility rule sees it while a read is compiled.

    ``missions`` is an array of mission keys that arrives with each request, so one plan serves every member; and so do
    the missions by role, the roles in every mission, and the account that asks.
    """

    kind: ViewerKind
    missions: Any = None
    missions_by_role: Mapping[Role, Any] = field(default_factory=dict)
    everywhere_by_role: Mapping[Role, Any] = field(default_factory=dict)
    account_id: Any = None

    def is_member_of(self, mission_id: Any) -> ColumnElement[bool]:
        """Whether the mission in a column is one of theirs."""
        condition: ColumnElement[bool] = mission_id == any_(self.missions)
        return condition

    def has(self, role: Role, mission_id: Any) -> ColumnElement[bool]:
        """Whether they have at least `role` in the mission in a column; as `Actor.may`, for a rule in SQL."""
        if self.kind == "visitor":
            # Written out: SQLAlchemy would fold `false()` with the rule beside it, and no rule may vanish.
            return literal_column("false", Boolean())
        here: ColumnElement[bool] = mission_id == any_(self.missions_by_role[role])
        return or_(self.everywhere_by_role[role], here) if self.kind == "administrator" else here
