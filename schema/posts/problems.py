"""Refusals of posts that carry more than a sentence."""

import enum
from typing import Any
from uuid import UUID

from schema.declaring import column, enum_type, object_type
from schema.posts.body import BodyInvalid
from schema.posts.revisions import Revision
from schema.posts.services import StaleRevision as StaleRevisionRefusal
from schema.problems import Problem, path_of
from schema.sources import decode_id
from schema.verbs import Stored


@enum_type
class TextPart(enum.Enum):
    """A part of a text that is brought together as one."""

    TITLE = "title"
    SUMMARY = "summary"
    BLOCK = "block"
    BODY = "body"


@object_type
class Collision:
    """A part of a text that you and others changed, each in another way. Its words are text, not HTML."""

    part: TextPart = column("Which part; the whole body when both together would be too long for one.")
    block: str | None = column("The id of the block; null for another part.")
    base: str | None = column("What it said before; null where it was not there.")
    theirs: str | None = column("What it says now; null where it was deleted.")
    mine: str | None = column("What you sent; null where you deleted it.")


@object_type
class StaleRevision(Problem):
    """Others saved this text since the revision you named, and it cannot be brought together with what you sent."""

    current_revision: int = column("The revision to start from now.")
    current: Revision | None = column("The text as it is now: that revision.")
    side_draft: Revision | None = column("What you wrote, kept as a side draft; null when there was nothing to keep.")
    collisions: list[Collision] = column("Where the two collide, in reading order; empty when nothing was to be saved.")


@object_type
class BlockProblem:
    """What is wrong with one block of a body."""

    block: str | None = column("The id of the block; null when it has none, or the whole body is wrong.")
    position: int | None = column("Which block it is, 1 for the first; null when the whole body is wrong.")
    path: str = column("The exact place, as a JSON pointer into the document.")
    message: str = column("What is wrong and what to do, for people.")


@object_type
class InvalidBody(Problem):
    """A body that cannot be stored as it is."""

    blocks: list[BlockProblem] = column("What is wrong with which block, the first twenty.")


def stale_revision(refusal: StaleRevisionRefusal) -> Problem:
    """The problem of a text that somebody else saved first."""
    details = refusal.details
    return StaleRevision(
        code=refusal.code(),
        message=refusal.message,
        path=path_of(refusal),
        current_revision=details["current_revision"],
        current=_revision(details["current_revision_id"]),
        side_draft=_revision(details["side_draft_revision_id"]),
        collisions=[
            Collision(**{**collision, "part": TextPart[collision["part"]]}) for collision in details["collisions"]
        ],
    )


def _revision(id: str | None) -> Any:
    return Stored("Revision", UUID(decode_id(id, "Revision"))) if id else None


def invalid_body(refusal: BodyInvalid) -> Problem:
    """The problem of a body with wrong blocks."""
    blocks = [
        BlockProblem(block=found.block, position=found.position, path=found.path, message=found.message)
        for found in refusal.problems
    ]
    return InvalidBody(code=refusal.code(), message=refusal.message, path=path_of(refusal), blocks=blocks)
