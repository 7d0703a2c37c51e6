"""The fields of photos, their placements, and the blocks of a text."""

from dataclasses import dataclass
from typing import Any

from schema.media.models import Photo
from schema.posts.models import Placement, Translation
from tests.oracle.asking import Asking
from tests.oracle.filters import PHOTOS
from tests.oracle.lists import PARENT, Listing, by, orders
from tests.oracle.resolving import lists, resolves

BLOCK_TYPES = {
    "paragraph": "ParagraphBlock",
    "heading": "HeadingBlock",
    "list": "ListBlock",
    "quote": "QuoteBlock",
    "photo": "PhotoBlock",
    "gallery": "GalleryBlock",
    "embed": "EmbedBlock",
    "divider": "DividerBlock",
}


@dataclass
class BlockOf:
    """One block, and the text it stands in."""

    block: dict[str, Any]
    stands_in: Translation

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self.block.get(name)


@resolves("Photo.url")
def url(photo: Photo, asking: Asking) -> str:
    return f"{asking.public_url}/media/{photo.storage_key}"


@resolves("Photo.focalPoint")
def focal_point(photo: Photo, asking: Asking) -> Photo:
    return photo


@resolves("FocalPoint.x")
def x(photo: Photo, asking: Asking) -> float:
    return photo.focal_x


@resolves("FocalPoint.y")
def y(photo: Photo, asking: Asking) -> float:
    return photo.focal_y


@resolves("Placement.photo")
async def photo(placement: Placement, asking: Asking) -> Photo | None:
    found: Photo | None = await asking.one(Photo, placement.photo_id)
    return found


@resolves("Placement.translation")
async def translation(placement: Placement, asking: Asking) -> Translation | None:
    found: Translation | None = await asking.one(Translation, placement.translation_id)
    return found


@resolves("Placement.caption")
def caption(placement: Placement, asking: Asking) -> str:
    return placement.caption_text


@resolves("Placement.credit")
async def credit(placement: Placement, asking: Asking) -> str | None:
    if placement.credit is not None:
        return placement.credit
    return getattr(await photo(placement, asking), "credit", None)


@resolves("Body.blocks")
def blocks(text: Any, asking: Asking) -> list[BlockOf]:
    return [BlockOf(block, text) for block in text.blocks]


async def _placed(asking: Asking, text: Any) -> list[Placement]:
    return await asking.many(Placement, "translation_id", text.id, "position")


@resolves("PhotoBlock.placement")
async def placement(block: BlockOf, asking: Asking) -> Placement | None:
    return next((one for one in await _placed(asking, block.stands_in) if one.block_id == block.id), None)


@resolves("GalleryBlock.placements")
async def placements(block: BlockOf, asking: Asking) -> list[Placement]:
    return [one for one in await _placed(asking, block.stands_in) if one.block_id in block.photos]


@resolves("ListBlock.isOrdered")
def is_ordered(block: BlockOf, asking: Asking) -> Any:
    return block.ordered


@resolves("ListItem.html")
def html(item: dict[str, Any], asking: Asking) -> Any:
    return item["html"]


@resolves("ListItem.text")
def text(item: dict[str, Any], asking: Asking) -> Any:
    return item["text"]


lists(
    Listing(
        "Photo.placements",
        Placement,
        by("-id"),
        of=lambda asking, placement, arguments: placement.photo_id == PARENT,
    )
)
lists(Listing("Query.photos", Photo, orders("NEWEST", NEWEST=("-id",), OLDEST=("id",)), filters=PHOTOS))
