"""The fields of revisions, and of a text the lists of them."""

from typing import Any

from schema.posts.models import Revision
from tests.oracle.asking import Asking
from tests.oracle.lists import PARENT, Listing, by
from tests.oracle.resolving import lists, resolves


async def _beside(revision: Revision, asking: Asking) -> list[Revision]:
    """Every revision of the same text, the first one first."""
    return await asking.many(Revision, "translation_id", revision.translation_id, "number")


@resolves("Revision.savedAt")
def saved_at(revision: Revision, asking: Asking) -> Any:
    return revision.created_at


@resolves("Revision.mergedFrom")
async def merged_from(revision: Revision, asking: Asking) -> list[Revision]:
    return [one for one in await _beside(revision, asking) if one.merged_into_number == revision.number]


@resolves("Revision.isMerged")
async def is_merged(revision: Revision, asking: Asking) -> bool:
    return bool(await merged_from(revision, asking))


@resolves("Revision.mergedInto")
async def merged_into(revision: Revision, asking: Asking) -> Revision | None:
    return next((one for one in await _beside(revision, asking) if one.number == revision.merged_into_number), None)


lists(
    Listing(
        "Translation.revisions",
        Revision,
        by("-number", "-id"),
        of=lambda asking, revision, arguments: revision.translation_id == PARENT,
    )
)
lists(
    Listing(
        "Translation.sideDrafts",
        Revision,
        by("-number", "-id"),
        of=lambda asking, revision, arguments: (revision.translation_id == PARENT) & revision.is_side_draft,
    )
)
