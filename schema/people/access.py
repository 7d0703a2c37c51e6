"""Who may do what to people and their offices. Who may read them is said in `schema/posts/access.py`."""

from uuid import UUID

from schema.context import Actor, Role


def may_create(actor: Actor, mission_id: UUID | None) -> bool:
    """Editors of the mission; without one, who edits in every mission."""
    return actor.may(Role.EDITOR, mission_id)


def may_appoint(actor: Actor, mission_id: UUID) -> bool:
    """Administrators of the mission."""
    return actor.may(Role.ADMINISTRATOR, mission_id)
