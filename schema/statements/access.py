"""Who may manage the keys that sign."""

from schema.context import Actor, Role


def may_manage_keys(actor: Actor) -> bool:
    """Administrators of every mission."""
    return actor.may(Role.ADMINISTRATOR, None)
