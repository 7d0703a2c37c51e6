"""Bodies from HTML: a walk over the parsed tree that keeps what a body has and notes what it has not."""

import re
from collections import Counter
from collections.abc import Callable

from selectolax.lexbor import LexborHTMLParser, LexborNode

from schema.posts.body.conversion import figures, tables
from schema.posts.body.conversion.elements import BLOCKS, SILENT, attribute, children, marked
from schema.posts.body.conversion.fitting import heading_blocks, list_blocks, quote_blocks, running_text
from schema.posts.body.conversion.flow import Flow, Marks, storable
from schema.posts.body.conversion.losses import Converted, Losses, converted
from schema.posts.body.conversion.making import PhotoFor, linked, photo_link_loss
from schema.posts.body.grammar import Node
from schema.posts.body.plain import inline_text
from schema.posts.body.refusals import BlockProblem, BodyInvalid

MAX_DEPTH = 80
MAX_OPEN = 5_000
MAX_START = 1_000_000
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)")
UNCLOSED = frozenset(
    {
        *("p", "li", "dt", "dd", "td", "th", "tr", "thead", "tbody", "tfoot", "colgroup", "option", "optgroup"),
        *(
            "area",
            "base",
            "br",
            "col",
            "embed",
            "hr",
            "img",
            "input",
            "link",
            "meta",
            "param",
            "source",
            "track",
            "wbr",
        ),
    }
)


def from_html(html: str, photo_for: PhotoFor) -> Converted:
    """Read HTML as a document for ``parse_body``.

    Text outside paragraphs and after two line breaks makes paragraphs. A picture becomes a photo with the caption and
    credit of the figure it is in; within running text it divides the paragraph. ``photo_for`` gives the photo in the
    library for the address of a picture; one without is left out and is a loss. Scripts and styles are dropped.

    Raises:
        BodyInvalid: the markup is nested more than 5,000 elements deep, which no page is.
    """
    source = storable(html)
    _refuse_depth(source)
    losses, flow = Losses(), Flow()
    if body := LexborHTMLParser(source).body:
        Walker(photo_for, losses).walk(body, flow, {})
    return converted(flow.blocks(), losses)


class Walker:
    """Walks one document. ``figure`` is the figure around, ``passed`` are elements read ahead of their turn."""

    def __init__(self, photo_for: PhotoFor, losses: Losses) -> None:
        self.photo_for = photo_for
        self.losses = losses
        self.figure: figures.Figure | None = None
        self.passed: set[int] = set()
        self.list_level = 0
        self._depth = 0

    def walk(self, node: LexborNode, flow: Flow, marks: Marks) -> None:
        """Read what is within a node into ``flow``."""
        for child in children(node):
            self.visit(child, flow, marks)

    def visit(self, node: LexborNode, flow: Flow, marks: Marks) -> None:
        """Read a node into ``flow``; of what is nested too deep for this walk, only the text."""
        if node.tag == "-text":
            flow.text(node.text_content or "", marks)
        elif node.tag in SILENT or node.mem_id in self.passed:
            return
        elif self._depth == MAX_DEPTH:
            self.losses.formatting(f"markup nested more than {MAX_DEPTH} elements deep")
            flow.text(node.text(deep=True), marks)
        else:
            self._depth += 1
            self._read(node, node.tag or "", flow, marks)
            self._depth -= 1

    def _read(self, node: LexborNode, tag: str, flow: Flow, marks: Marks) -> None:
        if figures.is_gallery(node):
            figures.read_gallery(self, node, flow, marks)
        elif reader := READERS.get(tag):
            reader(self, node, flow, marks)
        elif tag in BLOCKS:
            flow.end_paragraph()
            self.walk(node, flow, marks)
            flow.end_paragraph()
        else:
            self.walk(node, flow, marked(node, marks, self.losses))

    def blocks(self, node: LexborNode, marks: Marks) -> list[Node]:
        """What is within a node, as blocks."""
        flow = Flow()
        self.walk(node, flow, marks)
        return flow.blocks()

    def words(self, node: LexborNode) -> str:
        """What is within a node, as plain text in one line."""
        content, _ = running_text(self.blocks(node, {}))
        return inline_text(content).replace("\n", " ")


def _read_heading(walker: Walker, node: LexborNode, flow: Flow, marks: Marks) -> None:
    flow.block(*heading_blocks(int((node.tag or "h2")[1:]), walker.blocks(node, marks)))


def _read_break(walker: Walker, node: LexborNode, flow: Flow, marks: Marks) -> None:
    flow.line_break(marks)


def _read_rule(walker: Walker, node: LexborNode, flow: Flow, marks: Marks) -> None:
    flow.block({"type": "divider"})


def _read_link(walker: Walker, node: LexborNode, flow: Flow, marks: Marks) -> None:
    address, inner = attribute(node, "href"), marked(node, marks, walker.losses)
    text = storable(node.text(deep=True)).strip()
    if address and not text and node.css_first("img"):
        photo_link_loss(address, walker.losses)
    elif address and text:
        inner = linked(inner, address, attribute(node, "title"), text, walker.losses)
    walker.walk(node, flow, inner)


def _read_quotation(walker: Walker, node: LexborNode, flow: Flow, marks: Marks) -> None:
    """A quotation in running text, whose marks a browser adds."""
    inner = marked(node, marks, walker.losses)
    flow.text("“", inner)
    walker.walk(node, flow, inner)
    flow.text("”", inner)


def _read_quote(walker: Walker, node: LexborNode, flow: Flow, marks: Marks) -> None:
    named = [child for child in children(node) if _names_someone(child)]
    attribution = ", ".join(filter(None, map(walker.words, named))).lstrip("—–―- ")
    walker.passed.update(child.mem_id for child in named)
    flow.block(*quote_blocks(walker.blocks(node, marks), attribution, walker.losses))


def _names_someone(node: LexborNode) -> bool:
    """Whether a part of a quote says who is quoted: a cite or footer, or a paragraph of nothing but a cite."""
    if node.tag != "p":
        return node.tag in ("cite", "footer")
    said = [child for child in children(node) if child.tag != "-text" or (child.text_content or "").strip("—–―- \n\t")]
    return len(said) == 1 and said[0].tag == "cite"


def _read_list(walker: Walker, node: LexborNode, flow: Flow, marks: Marks) -> None:
    walker.list_level += 1
    items: list[list[Node]] = []
    for child in children(node):
        inner = Flow()
        walker.visit(child, inner, marks)
        if child.tag in ("ul", "ol") and items:
            items[-1] += inner.blocks()
        elif blocks := inner.blocks():
            items.append(blocks)
    walker.list_level -= 1
    attrs = {"start": _start(node)} if node.tag == "ol" else None
    flow.block(*list_blocks(attrs, items, walker.list_level + 1, walker.losses))


def _start(node: LexborNode) -> int:
    given = attribute(node, "start")
    return min(int(given), MAX_START) if re.fullmatch(r"[0-9]{1,9}", given) else 1


def _read_preformatted(walker: Walker, node: LexborNode, flow: Flow, marks: Marks) -> None:
    walker.losses.formatting("preformatted text")
    flow.end_paragraph()
    for line in storable(node.text(deep=True)).splitlines():
        flow.text(line, marks)
        flow.line_break(marks)
    flow.end_paragraph()


def _read_control(walker: Walker, node: LexborNode, flow: Flow, marks: Marks) -> None:
    walker.losses.add("markup", f"A <{node.tag}> was left out: a body has no such part.")


def _refuse_depth(html: str) -> None:
    """Refuse what the parser would take minutes for: its time grows with the square of the depth."""
    standing: Counter[str] = Counter()
    depth = 0
    for closing, name in TAG.findall(html):
        tag = name.lower()
        if tag in UNCLOSED or (closing and not standing[tag]):
            continue
        step = -1 if closing else 1
        standing[tag] += step
        depth += step
        if depth > MAX_OPEN:
            message = f"The body: its HTML is nested more than {MAX_OPEN:,} elements deep. Paste it in parts."
            raise BodyInvalid([BlockProblem(None, None, "", message)])


READERS: dict[str, Callable[[Walker, LexborNode, Flow, Marks], None]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _read_heading),
    **dict.fromkeys(("ul", "ol"), _read_list),
    **dict.fromkeys(("iframe", "video", "audio", "object", "embed"), figures.read_frame),
    **dict.fromkeys(("button", "canvas", "input", "math", "select", "svg", "textarea"), _read_control),
    "a": _read_link,
    "blockquote": _read_quote,
    "br": _read_break,
    "figure": figures.read_figure,
    "hr": _read_rule,
    "img": figures.read_image,
    "pre": _read_preformatted,
    "q": _read_quotation,
    "table": tables.read_table,
}
