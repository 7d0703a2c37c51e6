"""What a body may be made of: the ProseMirror schema, its attributes and the words a person knows each part by.

This is the one place that says it; the check of a document and what it is made into follow it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from prosemirror.model import Schema
from prosemirror.model.schema import AttributeSpec, AttributeSpecs, MarkSpec, NodeSpec

from schema.posts.body import values
from schema.posts.body.addresses import embed_address, link_address

Node = dict[str, Any]
"""A node as JSON: ``type`` and, where it has them, ``attrs``, ``content``, ``marks``, ``text``."""

MAX_DEPTH = 12
MAX_BLOCKS = 5_000
MAX_CHARACTERS = 1_000_000


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute: what it is called to a person, how it is checked, and what it is when left out.

    A required attribute is checked with None when it is left out.
    """

    words: str
    check: values.Check
    default: str | int | None = None
    is_required: bool = False


_ID = Attribute("id", values.block_id)

ATTRIBUTES: dict[str, dict[str, Attribute]] = {
    "doc": {},
    "paragraph": {"id": _ID},
    "heading": {"id": _ID, "level": Attribute("level", values.whole_number(2, 4), is_required=True)},
    "bulletList": {"id": _ID},
    "orderedList": {"id": _ID, "start": Attribute("first number", values.whole_number(0, 1_000_000), 1)},
    "listItem": {},
    "quote": {"id": _ID, "attribution": Attribute("attribution", values.text_up_to(300))},
    "photo": {
        "id": _ID,
        "photo": Attribute("photo", values.photo_id, is_required=True),
        "credit": Attribute("credit", values.text_up_to(300)),
        "alternative": Attribute(
            "choice of alternative text", values.one_of("described", "in_text", "decorative", None)
        ),
        "alternativeText": Attribute("alternative text", values.text_up_to(1_000)),
    },
    "gallery": {"id": _ID},
    "embed": {
        "id": _ID,
        "url": Attribute("address", embed_address, is_required=True),
        "title": Attribute("title", values.text_up_to(300)),
        "provider": Attribute("provider", values.text_up_to(100)),
    },
    "divider": {"id": _ID},
    "text": {},
    "hardBreak": {},
    "link": {
        "href": Attribute("address", link_address, is_required=True),
        "title": Attribute("title", values.text_up_to(300)),
    },
    "language": {"locale": Attribute("language", values.locale, is_required=True)},
    "strong": {},
    "emphasis": {},
}

CONTENT: dict[str, NodeSpec] = {
    "doc": {"content": "block+"},
    "paragraph": {"group": "block", "content": "inline*"},
    "heading": {"group": "block", "content": "inline*"},
    "bulletList": {"group": "block", "content": "listItem+"},
    "orderedList": {"group": "block", "content": "listItem+"},
    "listItem": {"content": "paragraph (paragraph|bulletList|orderedList)*"},
    "quote": {"group": "block", "content": "paragraph+"},
    "photo": {"group": "block", "content": "inline*"},
    "gallery": {"group": "block", "content": "photo+"},
    "embed": {"group": "block", "atom": True},
    "divider": {"group": "block", "atom": True},
    "text": {"group": "inline"},
    "hardBreak": {"group": "inline", "inline": True},
}

# From the outermost to the innermost: the order in which marks are stored and nested in HTML.
MARKS = ("link", "language", "strong", "emphasis")

WORDS = {
    "doc": "the body",
    "paragraph": "a paragraph",
    "heading": "a heading",
    "bulletList": "a bulleted list",
    "orderedList": "a numbered list",
    "listItem": "a list item",
    "quote": "a quote",
    "photo": "a photo",
    "gallery": "a gallery",
    "embed": "an embed",
    "divider": "a divider",
    "text": "text",
    "hardBreak": "a line break",
}

HOLDS = {
    "doc": "blocks",
    "bulletList": "list items",
    "orderedList": "list items",
    "listItem": "a paragraph first, then paragraphs and lists",
    "quote": "paragraphs",
    "gallery": "photos",
    "paragraph": "text and line breaks",
    "heading": "text and line breaks",
    "photo": "its caption: text and line breaks",
}


def kind_words(kind: str) -> str:
    """``bulletList`` → ``bulleted list``."""
    return WORDS[kind].split(" ", 1)[-1]


def _attribute_specs(name: str) -> AttributeSpecs:
    """Every attribute has a default, as ProseMirror asks of nodes it may have to make; its check still refuses it."""
    return {
        attribute: AttributeSpec(validate=_validate(rule), default=rule.default)
        for attribute, rule in ATTRIBUTES[name].items()
    }


def _validate(rule: Attribute) -> Callable[[Any], None]:
    def validate(value: Any) -> None:
        if value != rule.default or rule.is_required:
            rule.check(value)

    return validate


def _node_spec(name: str) -> NodeSpec:
    return {**CONTENT[name], "attrs": _attribute_specs(name)}


SCHEMA: Schema[str, str] = Schema(
    {
        "nodes": {name: _node_spec(name) for name in CONTENT},
        "marks": {name: MarkSpec(attrs=_attribute_specs(name)) for name in MARKS},
    }
)
