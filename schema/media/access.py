"""Who may do what to photos. Who may read them is said in `schema/posts/access.py`."""

from uuid import UUID

from schema.context import Actor, Role


def may_store(actor: Actor, mission_id: UUID) -> bool:
    """Authors of the mission."""
    return actor.may(Role.AUTHOR, mission_id)
