"""HTML of any quality as a tree that can be changed, and back to text."""

import re
from html import escape, unescape

from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement
from selectolax.lexbor import LexborHTMLParser

from gateway.importers.addresses import with_scheme

MAX_DEPTH = 200
MAX_CHARACTERS = 30 * 1024**2
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*?(/?)>")
PICTURE = re.compile(r"""<img\b[^<>]*?\bsrc\s*=\s*["']?([^"'\s<>]+)""", re.IGNORECASE)
# Elements that have no end tag, or often come without one.
UNCOUNTED = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
    | {"p", "li", "dt", "dd", "tr", "td", "th", "option", "thead", "tbody"}
)

MEDIA = ("img", "iframe", "object", "embed", "video", "audio")
BLOCKS = ("p", "div", "li", "blockquote")


def parse(html: str) -> HtmlElement | None:
    """The ``<body>`` as browsers would build it; None when it is too deeply nested or too long to be read safely.

    Two parsers share the work: one repairs as the HTML standard says but builds no tree that is easily changed, the
    other does and gives up on depth. Their letters and pictures are compared, so that nothing is lost between them.
    """
    if len(html) > MAX_CHARACTERS or _depth(html) > MAX_DEPTH:
        return None
    page = LexborHTMLParser(f"<!doctype html><body>{html}").body
    if page is None or page.html is None:
        return None
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=False)
    try:
        body = lxml_html.document_fromstring(page.html.encode("utf-8", "replace"), parser=parser).find("body")
    except etree.LxmlError:
        return None
    if not isinstance(body, HtmlElement) or _letters(body.text_content()) != _letters(page.text()):
        return None
    return body if len(list(body.iter(*MEDIA))) == len(page.css(",".join(MEDIA))) else None


def complete_addresses(tree: HtmlElement) -> None:
    """Give addresses without a scheme the one they are reached by."""
    for element in tree.iter(etree.Element):
        for attribute in ("href", "src", "poster"):
            if (address := element.get(attribute)) is not None:
                element.set(attribute, with_scheme(address.strip()))


def inner_html(element: HtmlElement) -> str:
    """The HTML inside an element, without the element itself."""
    children = "".join(etree.tostring(child, encoding="unicode", method="html") for child in element)
    return (escape(element.text or "", quote=False) + children).strip()


def text_with_breaks(tree: HtmlElement) -> str:
    """The text, with a line break for each ``<br>`` and each block; changes the tree."""
    for element in list(tree.iter("br", *BLOCKS)):
        element.tail = "\n" + (element.tail or "")
        if element.tag in BLOCKS:
            element.text = "\n" + (element.text or "")
    return re.sub(r"\n{3,}", "\n\n", tree.text_content()).strip()


def plain_text(html: str) -> str:
    """The words of HTML whose markup cannot be read, a line for each piece."""
    lines = unescape(re.sub(r"<[^<>]*>", "\n", html)).splitlines()
    return "\n".join(line.strip() for line in lines if line.strip())


def picture_addresses(html: str) -> list[str]:
    """The addresses of the pictures in HTML whose markup cannot be read."""
    return [unescape(match.group(1)) for match in PICTURE.finditer(html)]


def paragraphs(text: str) -> str:
    """Lines of text as HTML paragraphs."""
    return "".join(f"<p>{escape(line, quote=False)}</p>" for line in text.splitlines() if line)


def has_class(element: HtmlElement, name: str) -> bool:
    """Whether the element bears the class."""
    return name in (element.get("class") or "").split()


def _letters(text: str) -> str:
    return re.sub(r"[\s\x00]+", "", text)


def _depth(html: str) -> int:
    """How deep the open tags go at most, counting only those that should be closed."""
    depth = deepest = 0
    for match in TAG.finditer(html):
        closing, name, empty = match.groups()
        if name.lower() in UNCOUNTED or empty:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        deepest = max(deepest, depth)
    return deepest
