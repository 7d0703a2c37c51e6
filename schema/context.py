"""Who asks, and what a call may know about them."""

import enum
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import ARRAY, Boolean, ColumnElement, DateTime, Text, Uuid, any_, func, literal, literal_column, or_
from sqlalchemy.dialects.postgresql import array
from sqlalchemy.types import TypeEngine


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


STEP_UP_HOLDS = timedelta(minutes=10)


@dataclass(frozen=True)
class Preview:
    """One text in one state, which whoever has the secret of a preview link reads as if it were public."""

    post_id: UUID
    translation_id: UUID
    locale: str
    revision: int
    expires_at: datetime
    stands_for_authentic: bool
    """Whether the authentic text is not public, so that this one takes its place while it is looked at."""


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
    session_id: UUID | None = None
    """The session by which a browser is known; None for a token. Somebody who still owes a second factor has a session
    and no account."""
    stepped_up_at: datetime | None = None
    """When somebody last proved in this session that it is they; None for a token."""
    preview: Preview | None = None
    """What a visitor who came by a preview link is shown besides what is public."""

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
        return "member" if self.account_id else "visitor"

    @property
    def readable_missions(self) -> list[UUID]:
        """The missions whose unpublished content this actor may read."""
        return sorted(self.roles)

    def missions_as(self, role: Role) -> list[UUID]:
        """The missions where this actor has at least `role`, but for a role in every mission."""
        return sorted(mission_id for mission_id in self.roles if self.may(role, mission_id))

    def is_stepped_up(self, now: datetime) -> bool:
        """Whether they have proved in the last ten minutes that it is they."""
        return self.stepped_up_at is not None and now - self.stepped_up_at <= STEP_UP_HOLDS

    @property
    def translations(self) -> list[str]:
        """What this actor may translate, each as a mission and a language; a star is every one of them."""
        granted = [*self.roles.items(), *([(None, self.role_everywhere)] if self.role_everywhere else [])]
        places = [place for place, role in granted if role is Role.TRANSLATOR and self.may(role, place)]
        return sorted(f"{place or '*'} {language}" for place in places for language in self.languages.get(place, "*"))


VISITOR = Actor()
SYSTEM = Actor(name="system", role_everywhere=Role.ADMINISTRATOR, scopes=frozenset(Scope))


Known = Callable[[str, TypeEngine[Any], Callable[[Actor], Any]], Any]
"""How a fact about an actor gets into SQL: its name, its type, and where it is read."""


@dataclass(frozen=True)
class Viewer:
    """An actor as a rule in SQL sees it.

    While a read is compiled, everything but the kind arrives with each request, so one plan serves every member. A verb
    knows its actor: `Viewer.of`.
    """

    kind: ViewerKind
    missions: Any = None
    missions_by_role: Mapping[Role, Any] = field(default_factory=dict)
    everywhere_by_role: Mapping[Role, Any] = field(default_factory=dict)
    translations: Any = None
    account_id: Any = None
    is_stepped_up: Any = None
    preview_translation: Any = None
    preview_expires_at: Any = None
    preview_stands_for_authentic: Any = None
    session_id: Any = None
    is_system: bool = False
    """The system itself, which no reader is."""

    @classmethod
    def of(cls, actor: Actor, now: datetime) -> "Viewer":
        """An actor who does something: a token that may not read has its roles all the same."""
        kind: ViewerKind = "member" if actor.role_everywhere is None else "administrator"
        viewer = cls.known(kind, lambda _, type_, read: literal(read(actor), type_), lambda: now)
        return replace(viewer, is_system=actor == SYSTEM)

    @classmethod
    def known(cls, kind: ViewerKind, known: Known, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> "Viewer":
        """A viewer of a kind, of whom the rest is known in some way."""
        missions, yes_or_no = ARRAY(Uuid()), Boolean()
        return cls(
            kind,
            known("missions", missions, lambda actor: actor.readable_missions),
            {role: known(f"missions_as_{role.name.lower()}", missions, _missions_as(role)) for role in Role},
            {role: known(f"is_everywhere_{role.name.lower()}", yes_or_no, _is_everywhere(role)) for role in Role},
            known("translations", ARRAY(Text()), lambda actor: actor.translations),
            known("account", Uuid(), lambda actor: actor.account_id),
            known("is_stepped_up", yes_or_no, lambda actor: actor.is_stepped_up(now())),
            known("preview_translation", Uuid(), _of_preview("translation_id")),
            known("preview_expires_at", DateTime(timezone=True), _of_preview("expires_at")),
            known("preview_stands_for_authentic", Boolean(), _of_preview("stands_for_authentic")),
            known("session", Uuid(), lambda actor: actor.session_id),
        )

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

    def translates(self, mission_id: Any, locale: Any) -> ColumnElement[bool]:
        """Whether they may translate into a language for a mission: as a translator into it, or as an author."""
        here, anywhere = func.concat(mission_id, " ", locale), func.concat("* ", locale)
        ways: Any = array([here, func.concat(mission_id, " *"), anywhere, literal("* *")], type_=Text())
        is_theirs: ColumnElement[bool] = ways.overlap(self.translations)
        return or_(self.has(Role.AUTHOR, mission_id), is_theirs)


def _missions_as(role: Role) -> Callable[[Actor], list[UUID]]:
    return lambda actor: actor.missions_as(role)


def _is_everywhere(role: Role) -> Callable[[Actor], bool]:
    return lambda actor: actor.may(role, None)


def _of_preview(name: str) -> Callable[[Actor], Any]:
    """What an actor is shown; null when they came by no preview link."""
    return lambda actor: getattr(actor.preview, name, None)
