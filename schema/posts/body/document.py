"""A body that has been checked: its JSON, its text, its photos and its links."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal
from uuid import UUID

from schema.posts.body.checking import checked_blocks
from schema.posts.body.grammar import Node
from schema.posts.body.identities import assign_ids, identified
from schema.posts.body.inline_html import inline_html
from schema.posts.body.plain import document_text, inline_text, word_count
from schema.posts.body.sanitising import sanitised

AlternativeChoice = Literal["described", "in_text", "decorative"]


@dataclass(frozen=True, slots=True)
class PhotoUse:
    """A photo as a body shows it.

    ``position`` counts the photos of the body from 1. ``caption_html`` has no wrapping element. ``alternative`` is null
    until an editor has chosen; whether a choice is needed, and a text with it, is decided when the post goes out.
    """

    block_id: str
    position: int
    photo_id: UUID
    caption_html: str
    caption_text: str
    credit: str | None
    alternative: AlternativeChoice | None
    alternative_text: str | None


@dataclass(frozen=True)
class Document:
    """A checked body. ``json`` is what is stored; it is shared, so copy it before changing it."""

    json: Node

    @property
    def blocks(self) -> list[Node]:
        """The blocks of the body, in order, as ProseMirror JSON."""
        content: list[Node] = self.json["content"]
        return content

    @cached_property
    def text(self) -> str:
        """Plain text, captions included, blocks separated by a blank line."""
        return document_text(self.blocks)

    @cached_property
    def word_count(self) -> int:
        """Words of the text; in Chinese and Japanese, characters."""
        return word_count(self.text)

    @cached_property
    def photos(self) -> tuple[PhotoUse, ...]:
        """Every photo, those of galleries included, in reading order; one shown twice is here twice."""
        shown = (node for _, node in identified(self.blocks) if node["type"] == "photo")
        return tuple(_photo_use(node, position) for position, node in enumerate(shown, 1))

    @cached_property
    def links(self) -> tuple[str, ...]:
        """Where the links of the text lead, in reading order, each address once; embeds are not links."""
        return tuple(dict.fromkeys(address for block in self.blocks for address in _addresses(block)))


def parse_body(document: object) -> Document:
    """Check any JSON value and bring it into the form that is stored.

    Parsing what was parsed changes nothing. A block without an id is given one made from its words; text is in NFC;
    pieces of text with the same marks are joined; empty attributes of editors are dropped.

    Raises:
        BodyInvalid: it is not a body; the message names the first wrong block, ``problems`` the first twenty.
    """
    blocks = checked_blocks(document)
    assign_ids(blocks)
    return Document({"type": "doc", "content": blocks})


def _photo_use(node: Node, position: int) -> PhotoUse:
    attrs, caption = node["attrs"], node.get("content", [])
    return PhotoUse(
        block_id=attrs["id"],
        position=position,
        photo_id=UUID(attrs["photo"]),
        caption_html=sanitised(inline_html(caption)),
        caption_text=inline_text(caption),
        credit=attrs["credit"],
        alternative=attrs["alternative"],
        alternative_text=attrs["alternativeText"],
    )


def _addresses(node: Node) -> Iterator[str]:
    for mark in node.get("marks", ()):
        if mark["type"] == "link":
            yield mark["attrs"]["href"]
    for child in node.get("content", ()):
        yield from _addresses(child)
