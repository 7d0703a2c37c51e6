"""Blogger's two ways of setting a picture, a caption table and a ``separator``, turned into ``<figure>``."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from lxml.html import HtmlElement

from gateway.importers.addresses import full_size, host, is_picture
from gateway.importers.report import Kind
from gateway.importers.trees import has_class, inner_html


class Lost(NamedTuple):
    """Something in a text that could not be kept, in the words of the loss report."""

    kind: Kind
    what: str
    detail: str


class Figures:
    """The work on one text: what was lost, and under which addresses each picture was known."""

    def __init__(self, tree: HtmlElement) -> None:
        self.tree = tree
        self.lost: list[Lost] = []
        self.known_as: dict[str, dict[str, None]] = defaultdict(dict)
        """For each address in the resulting HTML, the addresses it replaces, in order and each once."""

    def make(self) -> None:
        """Replace caption tables and separators, innermost first; then show all other pictures in full size."""
        for table in reversed(list(self.tree.iter("table"))):
            if has_class(table, "tr-caption-container") or any(
                has_class(cell, "tr-caption") for cell in table.iter("td")
            ):
                self._replace_table(table)
        for division in reversed(list(self.tree.iter("div", "p"))):
            if has_class(division, "separator"):
                self._replace_separator(division)
        for image in list(self.tree.iter("img")):
            if next(image.iterancestors("figure"), None) is None:
                self._show_full_size(image)

    def _replace_table(self, table: HtmlElement) -> None:
        """A figure for each picture, with the caption cell that follows it; whatever else the table holds stays."""
        pairs = list(_captioned(table))
        for image, captions in pairs:
            table.addprevious(self._figure(image, captions))
        for image, captions in pairs:
            for element in (image, *captions):
                element.drop_tree()
        if pairs and not table.text_content().strip() and not _holds_media(table):
            table.drop_tree()

    def _replace_separator(self, division: HtmlElement) -> None:
        """Each picture becomes a figure where it stands; the division goes unless it holds words as well."""
        images = [image for image in division.iter("img") if next(image.iterancestors("figure"), None) is None]
        for image in images:
            link = _link(image)
            (link if link is not None and holds_only_pictures(link) else image).addprevious(self._figure(image, []))
            image.drop_tree()
            if link is not None and not len(link) and not link.text_content().strip():
                link.drop_tree()
        if images and not division.text_content().strip():
            for line_break in division.findall("br"):
                line_break.drop_tree()
            division.drop_tag()

    def _figure(self, image: HtmlElement, captions: list[HtmlElement]) -> HtmlElement:
        figure: HtmlElement = image.makeelement("figure")
        picture = image.makeelement("img", {"src": self._best_address(image)})
        if alternative := (image.get("alt") or "").strip():
            picture.set("alt", alternative)
        figure.append(picture)
        self._note_losses(image, alternative)
        caption = image.makeelement("figcaption")
        for cell in captions:
            _move_content(cell, caption)
        if caption.text_content().strip() or len(caption):
            figure.append(caption)
        return figure

    def _note_losses(self, image: HtmlElement, alternative: str) -> None:
        """What a figure has no place for: a link that leads elsewhere, and a title of the picture's own."""
        link = _link(image)
        target = (link.get("href") or "").strip() if link is not None else ""
        if target and not _is_same_picture(target, image):
            self.lost.append(Lost("placement", "the link around a picture was dropped", target))
        title = (image.get("title") or "").strip()
        if title and title != alternative:
            self.lost.append(Lost("placement", "the tooltip of a picture was dropped", title))

    def _show_full_size(self, image: HtmlElement) -> None:
        """The original instead of the thumbnail, and no link that only leads to the original."""
        if not image.get("src"):
            return
        link = _link(image)
        linked = link is not None and _is_same_picture(link.get("href") or "", image)
        image.set("src", self._best_address(image))
        if link is not None and link is image.getparent() and holds_only_pictures(link) and linked:
            link.drop_tag()

    def _best_address(self, image: HtmlElement) -> str:
        """The largest version that the thumbnail, or the link around it, tells of."""
        link = _link(image)
        shown = (image.get("src") or "").strip()
        linked = (link.get("href") or "").strip() if link is not None and holds_only_pictures(link) else ""
        if not _is_same_picture(linked, image):
            linked = ""
        best = full_size(linked) or (linked if linked and not full_size(shown) else "") or full_size(shown) or shown
        self.known_as[best].update((address, None) for address in (linked, shown) if address)
        return best


def holds_only_pictures(link: HtmlElement) -> bool:
    """Whether a link shows nothing but pictures."""
    return not link.text_content().strip() and any(True for _ in link.iter("img"))


def caption_of(image: HtmlElement) -> str | None:
    """The HTML of the caption of the figure around a picture."""
    figure = next(image.iterancestors("figure"), None)
    caption = figure.find("figcaption") if figure is not None else None
    return inner_html(caption) or None if isinstance(caption, HtmlElement) else None


def _captioned(table: HtmlElement) -> Iterator[tuple[HtmlElement, list[HtmlElement]]]:
    """Each picture of a table that is in no figure yet, with the caption cells between it and the next one."""
    image: HtmlElement | None = None
    captions: list[HtmlElement] = []
    for element in table.iter("img", "td"):
        if has_class(element, "tr-caption"):
            captions.append(element)
        elif element.tag == "img" and next(element.iterancestors("figure"), None) is None:
            if image is not None:
                yield image, captions
                captions = []
            image = element
    if image is not None:
        yield image, captions


def _link(image: HtmlElement) -> HtmlElement | None:
    """The link around a picture, if there is one."""
    return next((link for link in image.iterancestors("a") if link.get("href")), None)


def _is_same_picture(target: str, image: HtmlElement) -> bool:
    """Whether a link leads to a larger version of the picture in it, and not to a page or to something else."""
    if not is_picture(target):
        return False
    return full_size(target) is not None or host(target) == host(image.get("src") or "")


def _holds_media(element: HtmlElement) -> bool:
    """Whether something other than words would go if the element went."""
    kept = (
        "img",
        "figure",
        "iframe",
        "object",
        "embed",
        "video",
        "audio",
        "table",
        "hr",
        "form",
        "input",
        "svg",
        "canvas",
    )
    return any(child is not element for child in element.iter(*kept))


def _move_content(source: HtmlElement, target: HtmlElement) -> None:
    """Move words and elements to the end of another element, a line break between two lots."""
    if len(target) or target.text:
        target.append(target.makeelement("br"))
        target[-1].tail = source.text
    else:
        target.text = (source.text or "").lstrip()
    for child in list(source):
        target.append(child)
    source.text = None
