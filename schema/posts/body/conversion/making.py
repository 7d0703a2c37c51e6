"""The blocks and marks a conversion makes, each within the limits of a body or with a loss noted."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from schema.posts.body.addresses import WrongValue, embed_address, link_address, provider_of
from schema.posts.body.conversion.flow import Marks, storable
from schema.posts.body.conversion.losses import Losses
from schema.posts.body.grammar import Node
from schema.posts.body.plain import inline_text
from schema.posts.body.refusals import quoted

PhotoFor = Callable[[str], UUID | None]
"""The id of the photo in the library that an address shows, or None if there is none."""

MAX_TITLE, MAX_CREDIT, MAX_ALTERNATIVE = 300, 300, 1_000
PICTURE_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|tiff?)(?:[?#]|$)|^data:", re.IGNORECASE)


@dataclass(slots=True)
class Picture:
    """A picture as a foreign text shows it, before it is known whether the library has it."""

    address: str
    alternative_text: str = ""
    caption: list[Node] = field(default_factory=list)
    credit: str = ""


def paragraph(content: Sequence[Node]) -> Node:
    return {"type": "paragraph", "content": list(content)}


def words(text: str) -> list[Node]:
    """Plain text as running text."""
    return [{"type": "text", "text": storable(text)}] if text else []


def photo(picture: Picture, photo_for: PhotoFor, losses: Losses) -> Node | None:
    """A photo block, or None and a loss with everything that was said of the picture."""
    photo_id = photo_for(picture.address) if picture.address else None
    if photo_id is None:
        losses.add("photo", _left_out(picture), picture.address or None)
        return None
    alternative_text = clipped(picture.alternative_text, MAX_ALTERNATIVE, "The alternative text of a photo", losses)
    caption, credit = list(picture.caption), storable(picture.credit)
    if len(credit) > MAX_CREDIT:
        caption, credit = [*caption, *words(f" {credit}" if caption else credit)], ""
    attrs = {
        "photo": str(photo_id),
        "credit": credit or None,
        "alternative": "described" if alternative_text else None,
        "alternativeText": alternative_text or None,
    }
    return {"type": "photo", "attrs": attrs, "content": caption}


def linked(marks: Marks, address: str, title: str, text: str, losses: Losses) -> Marks:
    """``marks`` with a link, or without and a loss when the address cannot stand in a body."""
    tidy = re.sub(r"[\t\r\n]", "", address).strip().replace(" ", "%20")
    try:
        href = link_address(f"https:{tidy}" if tidy.startswith("//") else tidy)
    except WrongValue as wrong:
        losses.add("link", f"The link of {quoted(text)} was not kept; its text was. Its address {wrong}.", address)
        return marks
    title = clipped(title, MAX_TITLE, f"The title of the link of {quoted(text)}", losses)
    return {**marks, "link": {"href": href, "title": title or None}}


def photo_link_loss(address: str, losses: Losses) -> None:
    """Note that a photo led somewhere; a link to the picture itself is not a loss."""
    if address and not PICTURE_FILE.search(address):
        losses.add("link", "A photo led to another page. Photos of a body have no link.", address)


def embed(address: str, title: str, losses: Losses) -> Node | None:
    """An embed block, or None and a loss. Of a known provider, any address is made https."""
    url = address.strip()
    if url.startswith("//") or provider_of(url.replace("http://", "https://", 1)):
        url = re.sub(r"^(?:https?:)?//", "https://", url)
    try:
        url = embed_address(url)
    except WrongValue as wrong:
        named = f" {quoted(title)}" if title else ""
        losses.add("embed", f"Something embedded from elsewhere{named} was left out. Its address {wrong}.", address)
        return None
    title = clipped(title, MAX_TITLE, "The title of an embed", losses)
    return {"type": "embed", "attrs": {"url": url, "title": title or None, "provider": provider_of(url)}}


def clipped(text: str, limit: int, subject: str, losses: Losses) -> str:
    """Text that fits, with a loss that quotes the rest."""
    text = storable(text)
    if len(text) > limit:
        losses.add("markup", f"{subject} is longer than {limit:,} characters. Cut off: “{text[limit:]}”.")
    return text[:limit]


def _left_out(picture: Picture) -> str:
    said = {
        "caption": inline_text(picture.caption),
        "credit": picture.credit,
        "alternative text": picture.alternative_text,
    }
    lost = "".join(f" Its {part}: “{text}”." for part, text in said.items() if text)
    return f"A photo was left out: it is not in the library.{lost}"
