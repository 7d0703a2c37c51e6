"""The fields of revisions, and of a text the lists of them."""

from types import SimpleNamespace
from typing import Any

from schema.posts.body.comparing import compare
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


@resolves("Translation.diff")
async def diff(text: Any, asking: Asking, **numbers: int) -> Any:
    """The comparison itself is the gateway's own, which has tests of its own; what is asked of it is found out here."""
    kept = {one.number: one for one in await asking.many(Revision, "translation_id", text.id)}
    states = [kept.get(numbers[end]) for end in ("from", "to")]
    said = [one and {"title": one.title, "summary": one.summary, "body": one.body} for one in states]
    return _as_object(compare(*said))


@resolves("BlockDiff.id")
def id_of_block(found: Any, asking: Asking) -> str:
    return str(found.id)


def _as_object(value: Any) -> Any:
    if isinstance(value, dict):
        return SimpleNamespace(**{name: _as_object(part) for name, part in value.items()})
    return [_as_object(item) for item in value] if isinstance(value, list) else value


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
