"""What single HTML elements say: their kind, their attributes, the marks they put on text."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from schema.posts.body.addresses import WrongValue
from schema.posts.body.conversion.flow import Marks, storable
from schema.posts.body.conversion.losses import Losses
from schema.posts.body.values import locale

# These show nothing to a reader.
SILENT = frozenset(
    {
        "-comment",
        "!doctype",
        "-doctype",
        "script",
        "style",
        "template",
        "noscript",
        "head",
        "title",
        "meta",
        "link",
        "base",
    }
)

BLOCKS = frozenset(
    {
        *("address", "article", "aside", "body", "center", "dd", "details", "dir", "div", "dl", "dt", "fieldset"),
        *("figcaption", "footer", "form", "header", "hgroup", "html", "legend", "li", "main", "menu", "nav", "p"),
        *("search", "section", "summary", "caption", "tbody", "td", "tfoot", "th", "thead", "tr"),
    }
)

FORMATTING = {
    "code": "code",
    "del": "striking out",
    "kbd": "code",
    "mark": "highlighting",
    "s": "striking out",
    "samp": "code",
    "small": "small print",
    "strike": "striking out",
    "sub": "subscript",
    "sup": "superscript",
    "tt": "code",
    "u": "underlining",
}

BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
NOT_BOLD = re.compile(r"font-weight\s*:\s*(?:normal|[1-5]00)", re.IGNORECASE)
ITALIC = re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE)
NOT_ITALIC = re.compile(r"font-style\s*:\s*normal", re.IGNORECASE)


def children(node: LexborNode) -> Iterator[LexborNode]:
    """The nodes directly within one, text and comments included."""
    child = node.child
    while child is not None:
        yield child
        child = child.next


def attribute(node: LexborNode, name: str) -> str:
    """The value of an attribute without space around it; "" if there is none."""
    return storable(node.attributes.get(name) or "").strip(" \t\n\r\f")


def has_class(node: LexborNode, part: str) -> bool:
    """Whether a word like ``part`` is in the class: ``photo-credit`` has ``credit``."""
    return part in attribute(node, "class").lower()


def marked(node: LexborNode, marks: Marks, losses: Losses) -> Marks:
    """The marks of the text within an inline element."""
    style, made = attribute(node, "style"), dict(marks)
    if (node.tag in ("strong", "b") and not NOT_BOLD.search(style)) or BOLD.search(style):
        made["strong"] = {}
    if (node.tag in ("em", "i", "cite", "dfn") and not NOT_ITALIC.search(style)) or ITALIC.search(style):
        made["emphasis"] = {}
    if words := FORMATTING.get(node.tag or ""):
        losses.formatting(words)
    if tag := attribute(node, "lang"):
        _speak(tag, made, losses)
    return made


def _speak(tag: str, marks: dict[str, dict[str, object]], losses: Losses) -> None:
    try:
        marks["language"] = {"locale": locale(tag)}
    except WrongValue:
        losses.add("language", f"A passage was marked with the language “{tag[:40]}”, which does not exist.", tag)
