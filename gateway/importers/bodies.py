"""From the HTML a blogging editor wrote to generic HTML: captioned pictures become figures, the rest stays as it is."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

from gateway.importers import trees
from gateway.importers.addresses import candidates, file_name, full_size
from gateway.importers.characters import usable
from gateway.importers.figures import Figures, Lost, caption_of
from gateway.importers.records import ForeignImage

UNREADABLE_PICTURE = "a picture was dropped with formatting that was too deeply nested to be read"
UNREADABLE = "the formatting was too deeply nested to be read and was dropped; the words were kept"


@dataclass(frozen=True)
class Body:
    """The text of one post, ready for a generic reader of HTML."""

    html: str
    excerpt_html: str | None
    images: tuple[ForeignImage, ...]
    lost: tuple[Lost, ...]


def read_body(html: str) -> Body:
    """The body as generic HTML, the part before the "read more" break, its pictures, and what could not be kept."""
    html = usable(html)
    tree = trees.parse(html)
    if tree is None:
        pictures = [Lost("placement", UNREADABLE_PICTURE, address) for address in trees.picture_addresses(html)]
        return Body(trees.paragraphs(trees.plain_text(html)), None, (), (Lost("post", UNREADABLE, ""), *pictures))
    trees.complete_addresses(tree)
    lost = [*_drop_trackers(tree), *_films(tree)]
    figures = Figures(tree)
    figures.make()
    excerpt = _take_excerpt(tree)
    images = tuple(_images(tree, figures))
    return Body(trees.inner_html(tree), excerpt, images, (*lost, *figures.lost))


def _drop_trackers(tree: HtmlElement) -> Iterator[Lost]:
    """Remove the invisible pictures by which readers were counted."""
    for image in list(tree.iter("img")):
        address = image.get("src") or ""
        if "blogger.com/tracker/" in address or {image.get("width"), image.get("height")} <= {"0", "1"}:
            image.drop_tree()
            yield Lost("post", "an invisible picture that counted readers was dropped", address)


def _films(tree: HtmlElement) -> Iterator[Lost]:
    """Films that Blogger serves and that no export holds; those of other hosts bear the same class and are kept."""
    for element in tree.iter("iframe", "object"):
        address = element.get("src") or ""
        is_elsewhere = address.startswith("https://") and "blogger.com/" not in address
        if (trees.has_class(element, "BLOG_video_class") and not is_elsewhere) or "blogger.com/video" in address:
            yield Lost("post", "a film kept by Blogger is not in the export", address or element.get("id") or "")


def _take_excerpt(tree: HtmlElement) -> str | None:
    """What stands before the first "read more" break; every such break is removed."""
    marks = [node for node in tree.iter("a", etree.Comment) if _is_more(node)]
    excerpt = _before(tree, marks[0]) if marks else None
    for mark in marks:
        if mark.tag == "a":
            mark.drop_tag()
        else:
            mark.drop_tree()
    return excerpt or None


def _is_more(node: HtmlElement) -> bool:
    """``<a name='more'>`` or ``<!--more-->``."""
    return "more" in {node.get("name"), node.get("id")} if node.tag == "a" else (node.text or "").strip() == "more"


def _before(tree: HtmlElement, mark: HtmlElement) -> str:
    """The HTML of everything that comes before a node in the order of the text."""
    position = list(tree.iter()).index(mark)
    copy = deepcopy(tree)
    node = list(copy.iter())[position]
    first = node
    while (parent := node.getparent()) is not None:
        node.tail = None
        for later in list(node.itersiblings()):
            parent.remove(later)
        node = parent
    first.drop_tree()
    return trees.inner_html(copy)


def _images(tree: HtmlElement, figures: Figures) -> Iterator[ForeignImage]:
    for image in tree.iter("img"):
        if address := image.get("src"):
            yield ForeignImage(
                address=address,
                file_name=file_name(address),
                candidates=candidates(address, *figures.known_as[address]),
                full_size_address=full_size(address),
                alternative_text=(image.get("alt") or "").strip() or None,
                caption_html=caption_of(image),
            )
