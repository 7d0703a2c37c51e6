"""Pictures in HTML: images, figures with captions and credits, galleries, and frames of other sites."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborNode

from schema.posts.body.conversion import making
from schema.posts.body.conversion.elements import attribute, children, has_class
from schema.posts.body.conversion.fitting import running_text
from schema.posts.body.conversion.flow import Flow, Marks
from schema.posts.body.grammar import Node
from schema.posts.body.plain import inline_text

if TYPE_CHECKING:
    from schema.posts.body.conversion.html import Walker

GALLERY_TAGS = frozenset({"div", "section", "ul", "ol", "dl"})


@dataclass(slots=True)
class Figure:
    """What a figure says of the picture in it, until the picture takes it."""

    caption: list[Node] = field(default_factory=list)
    credit: str = ""

    def take(self) -> tuple[list[Node], str]:
        taken = self.caption, self.credit
        self.caption, self.credit = [], ""
        return taken


def read_figure(walker: Walker, node: LexborNode, flow: Flow, marks: Marks) -> None:
    """A figure: a photo with its caption, a quote with who is quoted, an embed, or whatever is in it."""
    if "data-embed" in node.attributes:
        _read_written_embed(walker, node, flow)
        return
    outer, shown = walker.figure, Figure()
    walker.figure = None
    _read_captions(walker, node, shown)
    walker.figure = shown if len(_own(node, "img")) == 1 else None
    blocks = walker.blocks(node, marks)
    walker.figure = outer
    photos = [block for block in blocks if block["type"] == "photo"]
    if photos == blocks and (len(photos) > 1 or (photos and has_class(node, "gallery"))):
        blocks = [{"type": "gallery", "content": photos}]
    flow.block(*blocks, *_said_below(shown, blocks))


def read_image(walker: Walker, node: LexborNode, flow: Flow, marks: Marks) -> None:
    """An image; its title is the caption if nothing else is."""
    address = attribute(node, "src")
    if not address or address.startswith("data:"):
        address = attribute(node, "data-src") or address
    picture = making.Picture(address, attribute(node, "alt"))
    if walker.figure:
        picture.caption, picture.credit = walker.figure.take()
    title = attribute(node, "title")
    if not picture.caption and title != picture.alternative_text:
        picture.caption = making.words(title)
    if made := making.photo(picture, walker.photo_for, walker.losses):
        flow.block(made)


def read_gallery(walker: Walker, node: LexborNode, flow: Flow, marks: Marks) -> None:
    """An element that says it is a gallery: one if it holds nothing but photos."""
    inner = Flow()
    for child in children(node):
        if child.tag == "li":
            inner.block(*walker.blocks(child, marks))
        else:
            walker.visit(child, inner, marks)
    blocks = inner.blocks()
    if all(block["type"] in ("photo", "gallery") for block in blocks):
        photos = [photo for block in blocks for photo in (block["content"] if block["type"] == "gallery" else [block])]
        blocks = [{"type": "gallery", "content": photos}] if photos else []
    flow.block(*blocks)


def read_frame(walker: Walker, node: LexborNode, flow: Flow, marks: Marks) -> None:
    """A frame, a video or an object of another site."""
    source = node.css_first("source[src]")
    address = attribute(node, "src") or attribute(node, "data") or (attribute(source, "src") if source else "")
    title = attribute(node, "title")
    if node.tag == "iframe":
        if made := making.embed(address, title, walker.losses):
            flow.block(made)
        return
    walker.losses.add("embed", f"A <{node.tag}> was left out: a body has no such block.", address)


def is_gallery(node: LexborNode) -> bool:
    return node.tag in GALLERY_TAGS and has_class(node, "gallery") and node.css_first("img") is not None


def is_credit(node: LexborNode) -> bool:
    return has_class(node, "credit") and node.css_first("img") is None


def _read_captions(walker: Walker, node: LexborNode, shown: Figure) -> None:
    """Read captions and credits, and have the walker pass them by."""
    credits = [found for found in _own(node, "[class]") if is_credit(found) and found.mem_id not in walker.passed]
    for found in credits:
        if found.mem_id not in walker.passed:
            shown.credit = ", ".join(filter(None, (shown.credit, walker.words(found))))
            walker.passed.update(inner.mem_id for inner in (found, *found.css("*")))
    captions = [found for found in _own(node, "figcaption") if found.mem_id not in walker.passed]
    parts = [block for found in captions for block in walker.blocks(found, {})]
    walker.passed.update(found.mem_id for found in captions)
    shown.caption, _ = running_text(parts)


def _own(node: LexborNode, selector: str) -> list[LexborNode]:
    """Elements within a figure that are in no figure within it."""
    return [found for found in node.css(selector) if found.mem_id != node.mem_id and _figure_of(found) == node.mem_id]


def _figure_of(node: LexborNode) -> int | None:
    above = node.parent
    while above is not None and above.tag != "figure":
        above = above.parent
    return above.mem_id if above is not None else None


def _said_below(shown: Figure, blocks: list[Node]) -> list[Node]:
    """The caption that no photo took: who is quoted, the title of an embed, or a paragraph."""
    caption, credit = shown.take()
    last: Node = blocks[-1] if blocks else {"type": ""}
    key = {"quote": "attribution", "embed": "title"}.get(last["type"])
    text = inline_text(caption)
    if key and text and not credit and not last["attrs"][key] and len(text) <= making.MAX_TITLE:
        last["attrs"][key] = text.lstrip("—–―- ")
        return []
    below = [making.paragraph(caption)] if caption else []
    return [*below, making.paragraph(making.words(credit))] if credit else below


def _read_written_embed(walker: Walker, node: LexborNode, flow: Flow) -> None:
    """An embed as a body writes it: a link in a figure."""
    link = node.css_first("a")
    address = attribute(link, "href") if link else ""
    title = walker.words(node)
    made = making.embed(address, "" if title == address else title, walker.losses)
    if made:
        made["attrs"]["provider"] = attribute(node, "data-embed")[:100] or None
        flow.block(made)
