"""Reading a damaged file item by item, so that the damage in one item costs no other.

A repairing parser left alone with the whole file takes everything behind a lost end tag for the inside of one
element. Here each item is cut out of the text at the next begin tag and is parsed by itself under the file's own root.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from lxml import etree

from gateway.importers.document import LOCKED, Document, check_root, local_name, text_of
from gateway.importers.lines import ROOT_TAG, Line
from gateway.importers.report import LossReport

T = TypeVar("T")

MAX_ITEM_CHARACTERS = 64 * 1024**2
LINE_IN_PIECE = re.compile(r" line \d+")


class Salvage:
    """The second reading of one file; every repair the parser makes is noted with its line."""

    def __init__(self, name: str, report: LossReport, *, root: str, item: str) -> None:
        self.name, self.report, self.root, self.item = name, report, root, item
        self.begin = re.compile(rf"<(?:[\w.-]+:)?{item}(?=[\s>/])")
        self.end = re.compile(rf"</(?:[\w.-]+:)?{item}\s*>|<(?:[\w.-]+:)?{item}(?:\s[^<>]*)?/>")
        self.root_end = re.compile(rf"\s*</(?:[\w.-]+:)?{root}\s*>\s*$")

    def read(self, lines: Iterable[Line], convert: Callable[[etree._Element], T]) -> Document[T]:
        """What can be read of the file; see ``Document`` for what could not."""
        document: Document[T] = Document()
        pieces = self._pieces(lines)
        head = next(pieces)
        root_tag = self._read_head(head, document)
        is_ended = True
        for piece in pieces:
            is_ended = self.end.search(piece.text) is not None
            self._read_item(piece, root_tag, document, convert)
        if not is_ended and document.items:
            document.cut_off = document.items.pop()
            self.report.recovered(self.name, piece.number, "the file ends inside the entry that begins here")
        return document

    def _read_head(self, head: Line, document: Document[T]) -> str:
        """Take what stands before the first item; returns the root's begin tag on one line."""
        match = ROOT_TAG.search(head.text)
        root_tag = " ".join(match.group().split()).replace("/>", ">") if match else f"<{self.root}>"
        content = head.text[match.end() :] if match else ""
        start = head.number + head.text[: match.end()].count("\n") if match else head.number
        element, _ = self._parse(Line(start, content), root_tag)
        check_root(element, self.name, self.root)
        for child in element:
            document.note_head(child)
        return root_tag

    def _read_item(
        self, piece: Line, root_tag: str, document: Document[T], convert: Callable[[etree._Element], T]
    ) -> None:
        """One item; whatever the parser finds behind it is another whose begin was lost."""
        if len(piece.text) > MAX_ITEM_CHARACTERS:
            document.unreadable.append(f"{len(piece.text):,} characters from line {piece.number} on")
            return
        element, is_damaged = self._parse(piece, root_tag)
        found = list(element)
        if found and local_name(found[0]) == self.item:
            if is_damaged:
                document.damaged.add(len(document.items))
            document.items.append(convert(found.pop(0)))
        words = " ".join(filter(None, (text_of(element) for element in found)))
        if words or not piece.text.strip():
            document.unreadable.append(words)

    def _parse(self, piece: Line, root_tag: str) -> tuple[etree._Element, bool]:
        """The piece under the file's root, empty when nothing can be read; and whether tags had to be repaired."""
        parser = etree.XMLParser(recover=True, encoding="utf-8", **LOCKED)
        text = f"{root_tag}{self.root_end.sub('', piece.text)}</{_name(root_tag)}>"
        try:
            element = etree.fromstring(text.encode("utf-8", "replace"), parser)
        except etree.XMLSyntaxError:
            element = None
        for entry in parser.error_log:
            message = LINE_IN_PIECE.sub("", entry.message).strip()
            self.report.recovered(self.name, piece.number + entry.line - 1, message)
        is_damaged = any(entry.domain != etree.ErrorDomains.NAMESPACE for entry in parser.error_log)
        return (element if element is not None else etree.Element(self.root)), is_damaged

    def _pieces(self, lines: Iterable[Line]) -> Iterator[Line]:
        """The text before the first item, then each item up to the begin of the next."""
        waiting: list[str] = []
        first = 1
        size = 0
        for line in lines:
            position = 0
            for match in self.begin.finditer(line.text):
                waiting.append(line.text[position : match.start()])
                yield Line(first, "".join(waiting))
                waiting, size = [], 0
                first, position = line.number, match.start()
            size += len(line.text) - position
            if size <= MAX_ITEM_CHARACTERS + 1:
                waiting.append(line.text[position:])
        yield Line(first, "".join(waiting))


def _name(root_tag: str) -> str:
    return re.split(r"[\s>/]", root_tag[1:], maxsplit=1)[0]
