"""Running text as HTML: marks opened and closed only where they change."""

from collections.abc import Iterable
from html import escape

from schema.languages import direction
from schema.posts.body.grammar import Node


def inline_html(content: Iterable[Node]) -> str:
    """Pieces of text → HTML without a wrapping element. It still has to be sanitised.

    A mark that goes on over several pieces is one element: ``<a href="/">one <strong>two</strong></a>``.
    """
    written: list[str] = []
    standing: list[Node] = []
    for piece in content:
        marks = piece.get("marks", [])
        kept = _shared(standing, marks)
        written += [_closing(mark) for mark in reversed(standing[kept:])]
        written += [_opening(mark) for mark in marks[kept:]]
        written.append(escape(piece["text"], quote=False) if piece["type"] == "text" else "<br>")
        standing = marks
    written += [_closing(mark) for mark in reversed(standing)]
    return "".join(written)


def attributes_html(**attributes: object) -> str:
    """Attributes with a space before each; None leaves one out, ``_`` in a name is ``-``."""
    return "".join(
        f' {name.replace("_", "-")}="{escape(str(value))}"' for name, value in attributes.items() if value is not None
    )


def _shared(standing: list[Node], marks: list[Node]) -> int:
    count = 0
    for open_mark, mark in zip(standing, marks, strict=False):
        if open_mark != mark:
            break
        count += 1
    return count


def _opening(mark: Node) -> str:
    match mark["type"]:
        case "link":
            return f"<a{attributes_html(href=mark['attrs']['href'], title=mark['attrs']['title'])}>"
        case "language":
            locale = mark["attrs"]["locale"]
            return f"<span{attributes_html(lang=locale, dir=direction(locale))}>"
        case "strong":
            return "<strong>"
        case _:
            return "<em>"


def _closing(mark: Node) -> str:
    return {"link": "</a>", "language": "</span>", "strong": "</strong>"}.get(mark["type"], "</em>")
