"""What was read from an XML file of many items, and the terms on which its parser works."""

import re
from dataclasses import dataclass, field
from typing import Generic, TypedDict, TypeVar

from lxml import etree

from gateway.importers.archive import NotAnExport, UnsafeArchive

T = TypeVar("T")

HAS_DOCUMENT_TYPE = "it declares a document type or entities, which no export does"


class ParserTerms(TypedDict):
    """What every parser of strangers' XML is told."""

    load_dtd: bool
    no_network: bool
    resolve_entities: bool
    huge_tree: bool
    remove_comments: bool
    remove_pis: bool


LOCKED: ParserTerms = {
    "load_dtd": False,
    "no_network": True,
    "resolve_entities": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}


@dataclass
class Document(Generic[T]):
    """What was read: the texts directly under the root, and every item as converted."""

    head: dict[str, str] = field(default_factory=dict)
    items: list[T] = field(default_factory=list)
    damaged: set[int] = field(default_factory=set)
    """Positions among ``items`` of those whose own markup the parser had to repair; nothing in them is certain."""
    cut_off: T | None = None
    """The item during which the file ended; it is incomplete and not among ``items``."""
    unreadable: list[str] = field(default_factory=list)
    """The words of what stood among the items and could not be told apart."""

    def note_head(self, element: etree._Element) -> None:
        """Keep the text of an element under the root, unless it has elements of its own."""
        if not len(element):
            self.head.setdefault(local_name(element), text_of(element))


def local_name(element: etree._Element) -> str:
    """The name without namespace or prefix; empty for comments and instructions."""
    tag = element.tag
    return re.split("[}:]", tag)[-1] if isinstance(tag, str) else ""


def text_of(element: etree._Element | None) -> str:
    """All text inside, or nothing."""
    return "" if element is None else "".join(str(text) for text in element.itertext()).strip()


def check_root(element: etree._Element, name: str, root: str) -> None:
    """Refuse a file that is something else, or that brings declarations of its own.

    Raises:
        NotAnExport, UnsafeArchive.
    """
    if element.getroottree().docinfo.internalDTD is not None:
        raise UnsafeArchive(name=name, reason=HAS_DOCUMENT_TYPE)
    if (found := local_name(element)) != root:
        hint = "; it looks like a WordPress export" if found == "rss" else ""
        raise NotAnExport(name=name, reason=f"its root element is <{found[:40]}>, not <{root}>{hint}")
