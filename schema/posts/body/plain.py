"""A body without its markup: the text of nodes, and how many words it has."""

import re
from collections.abc import Iterable

from schema.posts.body.grammar import Node

# Scripts written without spaces: each character counts as a word, as word processors count them.
UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")

BESIDE_THE_TEXT = ("attribution", "credit", "alternativeText", "url")


def inline_text(content: Iterable[Node]) -> str:
    """Running text without marks; a line break ends the line."""
    return "".join(piece.get("text", "\n") for piece in content)


def plain(node: Node) -> str:
    """The text of a block: paragraphs, list items and captions a line each; of an embed its title."""
    if node["type"] == "embed":
        return node["attrs"]["title"] or ""
    content = node.get("content", [])
    if all(child["type"] in ("text", "hardBreak") for child in content):
        return inline_text(content)
    return "\n".join(text for child in content if (text := plain(child)))


def all_words(node: Node) -> str:
    """Everything somebody wrote in a block, also beside its text: who is quoted, credits, alternative texts."""
    attributes = node.get("attrs", {})
    beside = [attributes[name] for name in BESIDE_THE_TEXT if attributes.get(name)]
    inner = [all_words(photo) for photo in node["content"]] if node["type"] == "gallery" else [plain(node)]
    return "\n".join(text for text in (*inner, *beside) if text)


def document_text(blocks: Iterable[Node]) -> str:
    """The text of a whole body, blocks separated by a blank line; a quote ends with who is quoted."""
    return "\n\n".join(text for block in blocks if (text := _with_attribution(block)))


def word_count(text: str) -> int:
    """How many words a text has: what stands between spaces and holds a letter or digit."""
    return sum(any(map(str.isalnum, word)) for word in UNSPACED.sub(" 字 ", text).split())


def _with_attribution(block: Node) -> str:
    attribution = block["attrs"].get("attribution")
    return f"{plain(block)}\n— {attribution}".lstrip("\n") if attribution else plain(block)
