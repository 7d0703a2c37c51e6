"""The check of the attributes of a node or mark, and of the fields beside them."""

from collections.abc import Collection

from schema.posts.body.addresses import WrongValue
from schema.posts.body.grammar import ATTRIBUTES, SCHEMA, Node
from schema.posts.body.refusals import Notes, Place, quoted


def checked_attributes(name: str, given: object, place: Place, notes: Notes, *, subject: str = "it") -> Node:
    """All attributes of a node or mark as they are stored; null means left out.

    Editors add ``dir``, which says nothing here, and ids on nested nodes: blocks of the body and photos of a gallery
    have ids, and a paragraph that is wrapped in a quote gives up its own. Both are dropped.

    ``subject`` is what a sentence about them begins with.
    """
    own = "its" if subject == "it" else f"{subject}: its"
    if given is not None and not isinstance(given, dict):
        notes.add(place.at("attrs"), f"{own} attributes must be an object.")
        return {}
    given = given or {}
    is_nested = name in SCHEMA.nodes and not place.is_named
    rules = {key: rule for key, rule in ATTRIBUTES[name].items() if not (is_nested and key == "id")}
    _check_unknown(given, {*rules, "dir", "id"} if is_nested else {*rules, "dir"}, place.at("attrs"), notes)
    checked: Node = {}
    for key, rule in rules.items():
        value = given.get(key)
        try:
            checked[key] = rule.default if value is None and not rule.is_required else rule.check(value)
        except WrongValue as wrong:
            notes.add(place.at("attrs", key), f"{own} {rule.words} {wrong}.")
    return checked


def check_fields(node: Node, known: Collection[str], place: Place, notes: Notes) -> None:
    """Refuse a field of a node that has no meaning there; an empty one says nothing."""
    for field, value in node.items():
        if field not in known and value is not None and value != []:
            notes.add(place.at(str(field)), f"it has {quoted(str(field))}, which cannot stand there.")


def _check_unknown(given: Node, known: Collection[str], place: Place, notes: Notes) -> None:
    for key, value in given.items():
        if key not in known and value is not None:
            notes.add(place.at(str(key)), f"it has an attribute {quoted(str(key))}, which a body does not know.")
