"""Two bodies that began as the same one, brought together block by block; what both changed is said, never guessed.

A block is known by its id, wherever it stands. What one side did to a block (wrote it, edited it, moved it, deleted it)
is done in the body of the other side, whose own changes stay. Both sides may do the same thing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from schema.posts.body.grammar import Node
from schema.posts.body.identities import identified
from schema.posts.body.ordering import Order, merged_order, run_after
from schema.posts.body.plain import all_words

Blocks = Mapping[str, Node]


@dataclass(frozen=True, slots=True)
class Collision:
    """A block that both sides changed, each in another way: its words, None where it is not there."""

    block: str
    base: str | None
    theirs: str | None
    mine: str | None


@dataclass(frozen=True, slots=True)
class Merged:
    """The blocks of both sides together; they may be used only when there is no collision."""

    blocks: list[Node]
    collisions: list[Collision]


def merge(base: Sequence[Node], mine: Sequence[Node], theirs: Sequence[Node]) -> Merged:
    """What ``mine`` changed in ``base``, done in ``theirs``; where both wrote something anew, theirs stands first.

    A block that comes to have an id that is in the body already has none: parse the blocks before they are kept.
    """
    before, here, there = _by_id(base), _by_id(mine), _by_id(theirs)
    order = Order.of(list(before), list(here), list(there))
    collisions = [*_changed_twice(before, here, there), *_replaced_twice(order, before, here, there)]
    blocks = [_merged_block(before.get(id), here.get(id), there.get(id)) for id in merged_order(order)]
    return Merged(_each_id_once([block for block in blocks if block is not None]), collisions)


def _by_id(blocks: Iterable[Node]) -> dict[str, Node]:
    return {block["attrs"]["id"]: block for block in blocks}


def _merged_block(base: Node | None, mine: Node | None, theirs: Node | None) -> Node | None:
    """The block as the side has it that changed it; None when that side deleted it."""
    return mine if theirs == base else theirs


def _changed_twice(before: Blocks, here: Blocks, there: Blocks) -> Iterable[Collision]:
    """Blocks that both edited or wrote, or that one deleted and the other edited."""
    for id in {**before, **here, **there}:
        base, mine, theirs = before.get(id), here.get(id), there.get(id)
        if base not in (mine, theirs) and mine != theirs:
            yield Collision(id, _words(base), _words(theirs), _words(mine))


def _replaced_twice(order: Order, before: Blocks, here: Blocks, there: Blocks) -> Iterable[Collision]:
    """Blocks that both deleted and wrote another one for: what comes as Markdown has new ids where it was edited."""
    for id in before.keys() - here.keys() - there.keys():
        mine, theirs = run_after(order.mine, id, before), run_after(order.theirs, id, before)
        only_mine = [each for each in mine if each not in there]
        only_theirs = [each for each in theirs if each not in here]
        if only_mine and only_theirs:
            said = "\n\n".join(all_words(there[each]) for each in only_theirs)
            yield Collision(id, _words(before[id]), said, "\n\n".join(all_words(here[each]) for each in only_mine))


def _words(block: Node | None) -> str | None:
    return None if block is None else all_words(block)


def _each_id_once(blocks: list[Node]) -> list[Node]:
    """The blocks, with no id where it was met before: a photo may have left a gallery on one side only."""
    ids = [node["attrs"]["id"] for _, node in identified(blocks)]
    if len(set(ids)) == len(ids):
        return blocks
    met: set[str] = set()
    return [_unless_met(block, met) for block in blocks]


def _unless_met(block: Node, met: set[str]) -> Node:
    id = block["attrs"]["id"]
    made = {**block, "attrs": {**block["attrs"], "id": None if id in met else id}}
    met.add(id)
    if block["type"] == "gallery":
        made["content"] = [_unless_met(photo, met) for photo in block["content"]]
    return made
