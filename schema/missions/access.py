"""Who may do what to missions. Everyone may read them."""

from uuid import UUID

from schema.context import Actor, Role


def may_create(actor: Actor, parent_id: UUID | None) -> bool:
    """Administrators of every mission; below a mission, its own administrators."""
    return actor.may(Role.ADMINISTRATOR, parent_id)
