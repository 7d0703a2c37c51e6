"""The ids of blocks: those a document came with are kept, the others are made from what the block says."""

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256

from schema.posts.body.grammar import Node
from schema.posts.body.plain import plain


def identified(blocks: list[Node]) -> Iterator[tuple[int, Node]]:
    """Every node that has an id, in reading order, with the position of its block from 1."""
    for position, block in enumerate(blocks, 1):
        yield position, block
        if block["type"] == "gallery":
            yield from ((position, photo) for photo in block["content"])


def assign_ids(blocks: list[Node]) -> None:
    """Give an id to each block and photo without one: the same words in the same order have the same ids."""
    taken = {node["attrs"]["id"] for _, node in identified(blocks)}
    occurrences: Counter[str] = Counter()
    for _, node in identified(blocks):
        if node["attrs"]["id"] is None:
            node["attrs"]["id"] = _fresh(f"{node['type']}\n{_words(node)}", occurrences, taken)


def _fresh(words: str, occurrences: Counter[str], taken: set[str]) -> str:
    while True:
        occurrences[words] += 1
        made = sha256(f"{words}\n{occurrences[words]}".encode()).hexdigest()[:10]
        if made not in taken:
            taken.add(made)
            return made


def _words(node: Node) -> str:
    """What a block is known by: its text, and for a photo or an embed what it shows."""
    if node["type"] == "gallery":
        return "\n".join(_words(photo) for photo in node["content"])
    shown = node["attrs"].get("photo") or node["attrs"].get("url") or ""
    return f"{shown}{plain(node)}"
