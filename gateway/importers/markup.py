"""Reading XML that strangers wrote: locked down, strict first, and repaired where it must be.

The parser loads no DTD, resolves no entity, opens no connection and keeps the library's own limits. Files are read
piece by piece at any size and never stand in memory as a tree. A file that is not well-formed is read a second time
with repairs, and every repair is noted in the loss report.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from lxml import etree

from gateway.importers.archive import Member, NotAnExport, UnsafeArchive
from gateway.importers.lines import Line, decoded_lines, encoding_of, joined_terms, repaired
from gateway.importers.report import LossReport

T = TypeVar("T")

PIECE_CHARACTERS = 256 * 1024
PROLOG_CHARACTERS = 64 * 1024
PROLOG = re.compile(r"\ufeff?\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*)*", re.DOTALL)


@dataclass
class Document(Generic[T]):
    """What was read: the texts directly under the root, and every item as converted."""

    head: dict[str, str] = field(default_factory=dict)
    items: list[T] = field(default_factory=list)
    cut_off: T | None = None
    """The item during which the file ended; it is incomplete and not among ``items``."""
    announced: int = 0
    """How many items the text of the file begins."""

    @property
    def unreadable(self) -> int:
        """Items that begin in the file and could not be read."""
        return max(0, self.announced - len(self.items) - (self.cut_off is not None))


def read_document(
    member: Member, report: LossReport, *, root: str, item: str, convert: Callable[[etree._Element], T]
) -> Document[T]:
    """Read a file whose root element holds many items, converting one at a time.

    ``root`` and ``item`` are local names. An item's element is emptied once it is converted; ``convert`` may be
    called twice for the same item and must have no effect of its own.

    Raises:
        NotAnExport, UnsafeArchive, DamagedArchive.
    """
    encoding = encoding_of(member, report)
    _check_prolog(member, encoding)
    reader = _Reader(member, root, item, convert)
    try:
        return reader.read(joined_terms(decoded_lines(member, encoding)), recover=False)
    except etree.XMLSyntaxError:
        lines = repaired(joined_terms(decoded_lines(member, encoding)), member.name, report)
        document = reader.read(lines, recover=True)
    for line, message in reader.repairs:
        report.recovered(member.name, line, message)
    return document


def local_name(element: etree._Element) -> str:
    """The name without namespace or prefix; empty for comments and instructions."""
    tag = element.tag
    return re.split("[}:]", tag)[-1] if isinstance(tag, str) else ""


def text_of(element: etree._Element | None) -> str:
    """All text inside, or nothing."""
    return "" if element is None else "".join(str(text) for text in element.itertext()).strip()


def _check_prolog(member: Member, encoding: str) -> None:
    """Refuse by what stands before the root element: a web page, a document type, no markup at all."""
    start = ""
    for line in decoded_lines(member, encoding):
        start += line.text
        if len(start) > PROLOG_CHARACTERS:
            break
    match = PROLOG.match(start)
    begin = start[match.end() if match else 0 :][:100].lstrip("\ufeff").lower()
    if begin.startswith(("<html", "<!doctype html")):
        raise NotAnExport(name=member.name, reason="it is a web page")
    if begin.startswith("<!doctype"):
        raise UnsafeArchive(name=member.name, reason="it declares a document type or entities, which no export does")
    if not begin.startswith("<"):
        raise NotAnExport(name=member.name, reason="it is empty" if not start.strip() else "it is not XML")


class _Reader(Generic[T]):
    """One file, which may be read twice."""

    def __init__(self, member: Member, root: str, item: str, convert: Callable[[etree._Element], T]) -> None:
        self.member, self.root, self.item, self.convert = member, root, item, convert
        self.begin = re.compile(rf"<(?:[\w.-]+:)?{item}(?=[\s>/])")
        self.repairs: list[tuple[int, str]] = []

    def read(self, lines: Iterable[Line], *, recover: bool) -> Document[T]:
        parser = etree.XMLPullParser(
            events=("start", "end"), recover=recover, encoding="utf-8",
            load_dtd=False, resolve_entities=False, no_network=True, huge_tree=False,
            remove_comments=True, remove_pis=True,
        )  # fmt: skip
        self.document: Document[T] = Document()
        self.depth = 0
        for piece in self._pieces(lines):
            parser.feed(piece.encode("utf-8", "replace"))
            self._take(parser)
        complete = len(self.document.items)
        self._close(parser, recover=recover)
        self._take(parser)
        if len(self.document.items) > complete:
            self.document.cut_off = self.document.items.pop()
        self.repairs = [(entry.line, entry.message) for entry in parser.feed_error_log]
        return self.document

    def _close(self, parser: etree.XMLPullParser, *, recover: bool) -> None:
        """End the file; one that has no root element at all is no export, however it is repaired."""
        try:
            parser.close()
        except etree.XMLSyntaxError as error:
            if recover:
                raise NotAnExport(name=self.member.name, reason="it is not XML") from error
            raise

    def _pieces(self, lines: Iterable[Line]) -> Iterator[str]:
        """Lines put together to pieces worth handing to the parser; items are counted on the way."""
        waiting: list[str] = []
        size = 0
        for line in lines:
            self.document.announced += len(self.begin.findall(line.text))
            waiting.append(line.text)
            size += len(line.text)
            if size >= PIECE_CHARACTERS:
                yield "".join(waiting)
                waiting, size = [], 0
        yield "".join(waiting)

    def _take(self, parser: etree.XMLPullParser) -> None:
        for event, element in parser.read_events():
            if not isinstance(element, etree._Element):
                continue
            if event == "start":
                self.depth += 1
                if self.depth == 1:
                    self._check_root(element)
            elif event == "end":
                self.depth -= 1
                if self.depth == 1:
                    self._take_child(element)

    def _check_root(self, element: etree._Element) -> None:
        if element.getroottree().docinfo.internalDTD is not None:
            raise UnsafeArchive(
                name=self.member.name, reason="it declares a document type or entities, which no export does"
            )
        if (name := local_name(element)) != self.root:
            hint = "; it looks like a WordPress export" if name == "rss" else ""
            raise NotAnExport(
                name=self.member.name, reason=f"its root element is <{name[:40]}>, not <{self.root}>{hint}"
            )

    def _take_child(self, element: etree._Element) -> None:
        name = local_name(element)
        if name == self.item:
            self.document.items.append(self.convert(element))
        elif not len(element):
            self.document.head.setdefault(name, text_of(element))
        element.clear()
        while element.getprevious() is not None:
            parent = element.getparent()
            if parent is None:
                break
            del parent[0]
