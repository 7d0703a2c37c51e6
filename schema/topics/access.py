"""Who may do what to topics and tags. Who may read tags is said in `schema/posts/access.py`."""

from schema.context import Actor, Role


def may_create_topics(actor: Actor) -> bool:
    """Editors of any mission."""
    return any(actor.may(Role.EDITOR, mission) for mission in (None, *actor.roles))


def may_create_tags(actor: Actor) -> bool:
    """Authors of any mission: a tag is a free word a writer adds."""
    return any(actor.may(Role.AUTHOR, mission) for mission in (None, *actor.roles))
