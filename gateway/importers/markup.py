"""Reading XML that strangers wrote: locked down, strict first, and repaired where it must be.

The parser loads no DTD, resolves no entity, opens no connection and keeps the library's own limits. Files are read
piece by piece at any size and never stand in memory as a tree. A file that is not well-formed is read a second time
with repairs, and every repair is noted in the loss report.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

from lxml import etree

from gateway.importers.archive import Member, NotAnExport, UnsafeArchive
from gateway.importers.document import HAS_DOCUMENT_TYPE, LOCKED, Document, check_root, local_name
from gateway.importers.lines import Line, decoded_lines, encoding_of, joined_terms, repaired
from gateway.importers.report import LossReport
from gateway.importers.salvage import Salvage

T = TypeVar("T")

PIECE_CHARACTERS = 256 * 1024
PROLOG_CHARACTERS = 64 * 1024
PROLOG = re.compile(r"\ufeff?\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*)*", re.DOTALL)


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
    try:
        return _Reader(member.name, root, item, convert).read(joined_terms(decoded_lines(member, encoding)))
    except etree.XMLSyntaxError:
        lines = repaired(joined_terms(decoded_lines(member, encoding)), member.name, report)
        return Salvage(member.name, report, root=root, item=item).read(lines, convert)


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
        raise UnsafeArchive(name=member.name, reason=HAS_DOCUMENT_TYPE)
    if not begin.startswith("<"):
        raise NotAnExport(name=member.name, reason="it is empty" if not start.strip() else "it is not XML")


class _Reader(Generic[T]):
    """The first, strict reading of one file."""

    def __init__(self, name: str, root: str, item: str, convert: Callable[[etree._Element], T]) -> None:
        self.name, self.root, self.item, self.convert = name, root, item, convert
        self.document: Document[T] = Document()
        self.depth = 0

    def read(self, lines: Iterable[Line]) -> Document[T]:
        parser = etree.XMLPullParser(events=("start", "end"), encoding="utf-8", **LOCKED)
        for piece in _pieces(lines):
            parser.feed(piece.encode("utf-8", "replace"))
            self._take(parser)
        parser.close()
        return self.document

    def _take(self, parser: etree.XMLPullParser) -> None:
        for event, element in parser.read_events():
            if not isinstance(element, etree._Element):
                continue
            if event == "start":
                self.depth += 1
                if self.depth == 1:
                    check_root(element, self.name, self.root)
            elif event == "end":
                self.depth -= 1
                if self.depth == 1:
                    self._take_child(element)

    def _take_child(self, element: etree._Element) -> None:
        """Convert or keep one child of the root, then free what it and those before it hold."""
        if local_name(element) == self.item:
            self.document.items.append(self.convert(element))
        else:
            self.document.note_head(element)
        element.clear()
        parent = element.getparent()
        while parent is not None and element.getprevious() is not None:
            del parent[0]


def _pieces(lines: Iterable[Line]) -> Iterator[str]:
    """Lines put together to pieces worth handing to the parser."""
    waiting: list[str] = []
    size = 0
    for line in lines:
        waiting.append(line.text)
        size += len(line.text)
        if size >= PIECE_CHARACTERS:
            yield "".join(waiting)
            waiting, size = [], 0
    yield "".join(waiting)
