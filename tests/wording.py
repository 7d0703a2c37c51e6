"""What the world of the tests is written with: moments, blocks and bodies."""

from datetime import UTC, datetime
from typing import Any

from schema.media.models import Photo
from schema.posts.services import BodyInput


def moment(day: str, hour: int = 9) -> datetime:
    """A full hour of a day, in UTC."""
    return datetime.fromisoformat(day).replace(hour=hour, tzinfo=UTC)


def words(value: str) -> list[dict[str, Any]]:
    """Plain text inside a block."""
    return [{"type": "text", "text": value}]


def block(kind: str, id: str, value: str = "", **attributes: Any) -> dict[str, Any]:
    """One block with an id and plain text."""
    return {"type": kind, "attrs": {"id": id, **attributes}, **({"content": words(value)} if value else {})}


def items(kind: str, id: str, *lines: str) -> dict[str, Any]:
    """A list of one line an item."""
    lists = [{"type": "listItem", "content": [{"type": "paragraph", "content": words(line)}]} for line in lines]
    return {"type": kind, "attrs": {"id": id}, "content": lists}


def shown(photo: Photo, id: str, caption: str, **attributes: Any) -> dict[str, Any]:
    """A photo with a caption, described unless another choice is made."""
    described = {"alternative": "described", "alternativeText": f"What {photo.file_name} shows."}
    return block("photo", id, caption, photo=str(photo.id), **described | attributes)


def body(*blocks: dict[str, Any]) -> BodyInput:
    """A body of blocks."""
    return BodyInput(json={"type": "doc", "content": list(blocks)})


def said(value: str) -> BodyInput:
    """A body of one paragraph."""
    return body(block("paragraph", "p1", value))


def workshop(lectern: Photo, hall: Photo, crowd: Photo) -> BodyInput:
    """The text of the workshop: a block of every sort."""
    quote = [{"type": "paragraph", "content": words("We need more independence from headquarters.")}]
    return body(
        block("heading", "h1", "What was said", level=2),
        block("paragraph", "p1", "Five people spoke, and everyone listened."),
        {**block("quote", "q1", attribution="A spokesperson"), "content": quote},
        shown(lectern, "ph1", "Dorian at the lectern.", credit="The embassy"),
        items("orderedList", "l1", "Listen", "Answer"),
        items("bulletList", "l2", "Coffee", "Bread & salt"),
        {
            **block("gallery", "g1"),
            "content": [
                shown(hall, "ph2", "The hall."),
                shown(crowd, "ph3", "", alternative="decorative", alternativeText=None),
            ],
        },
        block("embed", "e1", url="https://video.example/watch?v=1", title="The recording", provider="Video"),
        block("divider", "d1"),
        block("paragraph", "p2", "The next workshop is in autumn."),
    )
