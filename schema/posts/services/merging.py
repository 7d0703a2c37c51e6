"""Two texts that began as the same revision: title, summary and body brought together."""

from dataclasses import asdict, dataclass
from typing import Any, Literal

from schema.posts import models
from schema.posts.body import BodyInvalid, parse_body
from schema.posts.body.merging import merge
from schema.posts.services.text import EMPTY_BODY, Text

Part = Literal["TITLE", "SUMMARY", "BLOCK", "BODY"]


@dataclass(frozen=True)
class TextCollision:
    """A part of a text that both sides changed, each in another way.

    ``block`` is the id of a block. The words are None where a block is not there, and for a body that is too long.
    """

    part: Part
    block: str | None = None
    base: str | None = None
    theirs: str | None = None
    mine: str | None = None

    def as_json(self) -> dict[str, Any]:
        """As the answer to an idempotency key is kept."""
        return asdict(self)


def merged_text(base: models.Revision, mine: Text, theirs: models.Revision) -> Text | list[TextCollision]:
    """What was changed in a revision on both sides, in one text; or where they collide, in reading order."""
    title, summary = _merged(base.title, mine.title, theirs.title), _merged(base.summary, mine.summary, theirs.summary)
    body = merge(base.body["content"], mine.document.blocks, theirs.body["content"])
    collisions: list[TextCollision] = []
    if title is None:
        collisions.append(TextCollision("TITLE", None, base.title, theirs.title, mine.title))
    if summary is None:
        collisions.append(TextCollision("SUMMARY", None, base.summary, theirs.summary, mine.summary))
    collisions += [
        TextCollision("BLOCK", found.block, found.base, found.theirs, found.mine) for found in body.collisions
    ]
    if title is None or summary is None or collisions:
        return collisions
    try:
        return Text(title, summary, parse_body({"type": "doc", "content": body.blocks} if body.blocks else EMPTY_BODY))
    except BodyInvalid:
        # Each is within the limits of a body, and both together are not.
        return [TextCollision("BODY")]


def _merged(base: str, mine: str, theirs: str) -> str | None:
    """One line that may have been changed on either side; None when it was on both, in different ways."""
    if mine in (base, theirs):
        return theirs
    return mine if theirs == base else None
