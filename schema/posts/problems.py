"""Refusals of posts that carry more than a sentence."""

from uuid import UUID

from schema.declaring import column, object_type
from schema.posts.body import BodyInvalid
from schema.posts.services import StaleRevision as StaleRevisionRefusal
from schema.posts.types import Revision
from schema.problems import Problem, path_of
from schema.sources import decode_id
from schema.verbs import Stored


@object_type
class StaleRevision(Problem):
    """Somebody else saved this text since the revision you named. What you sent to be saved is kept as a side draft."""

    current_revision: int = column("The revision to start from now.")
    side_draft: Revision | None = column("What you wrote, kept as a side draft; null when there was nothing to keep.")


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
    id = refusal.details["side_draft_revision_id"]
    side_draft = Stored("Revision", UUID(decode_id(id, "Revision"))) if id else None
    return StaleRevision(
        code=refusal.code(),
        message=refusal.message,
        path=path_of(refusal),
        current_revision=refusal.details["current_revision"],
        side_draft=side_draft,  # type: ignore[arg-type]
    )


def invalid_body(refusal: BodyInvalid) -> Problem:
    """The problem of a body with wrong blocks."""
    blocks = [
        BlockProblem(block=found.block, position=found.position, path=found.path, message=found.message)
        for found in refusal.problems
    ]
    return InvalidBody(code=refusal.code(), message=refusal.message, path=path_of(refusal), blocks=blocks)
