"""Who may read and manage accounts."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, false

from schema.context import Actor, Role, Viewer


def nobody(viewer: Viewer, row: Any) -> ColumnElement[bool]:
    """No row, to no one: it is not part of the API."""
    return false()


def may_create(actor: Actor) -> bool:
    """Administrators of every mission."""
    return actor.may(Role.ADMINISTRATOR, None)


def may_grant(actor: Actor, mission_id: UUID | None) -> bool:
    """Administrators of the mission; for a role in every mission, administrators of every mission."""
    return actor.may(Role.ADMINISTRATOR, mission_id)


def may_manage_tokens(actor: Actor) -> bool:
    """Administrators of every mission."""
    return actor.may(Role.ADMINISTRATOR, None)
