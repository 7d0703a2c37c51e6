"""The fields of preview links. Nobody comes to the oracle by one."""

from typing import Any

from schema.posts.models import Translation
from schema.previews.models import PreviewLink
from tests.oracle.asking import Asking
from tests.oracle.lists import PARENT, Listing, by
from tests.oracle.resolving import lists, resolves


@resolves("Query.preview")
def preview(source: None, asking: Asking) -> None:
    """Null for whoever asks without a link."""


@resolves("PreviewLink.madeBy")
def made_by(link: PreviewLink, asking: Asking) -> str:
    return link.actor_name


@resolves("PreviewLink.madeAt")
def made_at(link: PreviewLink, asking: Asking) -> Any:
    return link.created_at


@resolves("PreviewLink.translation")
async def translation(link: PreviewLink, asking: Asking) -> Translation | None:
    found: Translation | None = await asking.one(Translation, link.translation_id)
    return found


lists(
    Listing(
        "Translation.previewLinks",
        PreviewLink,
        by("-id"),
        of=lambda asking, link, arguments: link.translation_id == PARENT,
    )
)
