"""The HTML of a foreign post as the document of a body, with no word lost.

A picture without a file leaves its caption behind, as a paragraph in emphasis where the picture stood; what was said in
place of the picture goes into the loss report with it. A link to another post of the same blog is made to lead to that
post's old path here, which leads on to wherever the post is: a front end's own addresses are not known, an old path is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, UUID, uuid5

from gateway.importers.addresses import with_scheme
from schema.posts.body import Converted, Loss, from_html
from schema.posts.body.plain import inline_text

Node = dict[str, Any]

BLOGGER_HOST = re.compile(r"\.blogspot\.[a-z]{2,3}(?:\.[a-z]{2})?$")


@dataclass
class Links:
    """The blog's own addresses, and which of its old paths lead to posts that are here."""

    hosts: frozenset[str]
    paths: frozenset[str]
    elsewhere: int = 0
    """How many links have such a path on a host that nobody said is the blog's."""

    def lead_here(self, address: str) -> str:
        """The old path of a post instead of its old address; any other address unchanged."""
        try:
            parts = urlsplit(with_scheme(address))
        except ValueError:
            return address
        if parts.scheme not in ("http", "https") or parts.path not in self.paths:
            return address
        if host_of(address) not in self.hosts:
            self.elsewhere += 1
            return address
        return f"{parts.path}#{parts.fragment}" if parts.fragment else parts.path


@dataclass
class Converting:
    """A post's text on its way into a body."""

    photos: dict[str, UUID]
    """By address."""
    placed: list[Node] = field(default_factory=list)
    """The photo blocks that are in the document."""
    left_out: list[tuple[str, str, str]] = field(default_factory=list)
    """Address, caption and alternative text of each picture without a file."""
    losses: tuple[Loss, ...] = ()
    _addresses: dict[str, str] = field(default_factory=dict)

    def convert(self, html: str, links: Links) -> Node:
        """The document; what it could not keep is in the other fields then.

        Raises:
            BodyInvalid.
        """
        converted: Converted = from_html(html, self._photo_for)
        self.losses = converted.losses
        blocks = [kept for block in converted.document["content"] for kept in self._without_missing(block)]
        for node in _with_marks(blocks):
            for mark in node["marks"]:
                if mark["type"] == "link":
                    mark["attrs"]["href"] = links.lead_here(mark["attrs"]["href"])
        return {"type": "doc", "content": blocks or [{"type": "paragraph"}]}

    def _photo_for(self, address: str) -> UUID:
        """The photo, or a stand-in that is taken out again once its caption is known."""
        if known := self.photos.get(address):
            return known
        stand_in = uuid5(NAMESPACE_URL, address)
        self._addresses[str(stand_in)] = address
        return stand_in

    def _without_missing(self, block: Node) -> Iterator[Node]:
        if block["type"] == "gallery":
            kept = [one for photo in block["content"] for one in self._without_missing(photo)]
            photos = [one for one in kept if one["type"] == "photo"]
            yield from [{**block, "content": photos}] if photos else []
            yield from (one for one in kept if one["type"] != "photo")
        elif block["type"] != "photo":
            yield block
        elif (address := self._addresses.get(block["attrs"]["photo"])) is None:
            self.placed.append(block)
            yield block
        else:
            caption, attrs = block["content"], block["attrs"]
            credit = [{"type": "text", "text": attrs["credit"]}] if attrs["credit"] else []
            words = [*caption, *([{"type": "text", "text": " "}] if caption and credit else []), *credit]
            self.left_out.append((address, inline_text(words), attrs["alternativeText"] or ""))
            if words:
                yield {"type": "paragraph", "content": [_emphasised(node) for node in words]}


def host_of(address: str) -> str:
    """The host, in one form for the many country domains under which one Blogger blog is served."""
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:
        return ""
    return BLOGGER_HOST.sub(".blogspot.com", host)


def _emphasised(node: Node) -> Node:
    marks = [mark for mark in node.get("marks", ()) if mark["type"] != "emphasis"]
    return {**node, "marks": [*marks, {"type": "emphasis"}]} if node["type"] == "text" else node


def _with_marks(nodes: Sequence[Node]) -> Iterator[Node]:
    """Every node that has marks."""
    for node in nodes:
        if node.get("marks"):
            yield node
        yield from _with_marks(node.get("content", ()))
