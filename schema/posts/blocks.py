"""The blocks of a body as GraphQL: each is read from the stored list of rendered blocks."""

from typing import TYPE_CHECKING, Annotated, ClassVar

import strawberry
from sqlalchemy import select
from sqlalchemy.orm import aliased

from schema.declaring import column, field, object_type
from schema.posts import models
from schema.sources import Each, sql

if TYPE_CHECKING:
    from schema.posts.types import Placement


@object_type
class ParagraphBlock:
    """A paragraph."""

    kind: ClassVar = "paragraph"
    id: str = column("Unique in its text, and the same in every language.")
    html: str = column("Its words as HTML, without the paragraph around them; safe to show.")
    text: str = column("Its words.")


@object_type
class HeadingBlock:
    """A heading inside a text."""

    kind: ClassVar = "heading"
    id: str = column("Unique in its text, and the same in every language.")
    level: int = column("2, 3 or 4; the title of the post is 1.")
    html: str = column("Its words as HTML, without the heading around them; safe to show.")
    text: str = column("Its words.")


@object_type
class ListItem:
    """One item of a list."""

    html: str = column("Its words as HTML; safe to show.")
    text: str = column("Its words.")


@object_type
class ListBlock:
    """A list."""

    kind: ClassVar = "list"
    id: str = column("Unique in its text, and the same in every language.")
    html: str = column("The whole list as HTML; safe to show.")
    text: str = column("The words of all its items.")
    start: int | None = column("The first number; null for a list without numbers.")

    @field
    def is_ordered(self) -> bool:
        """Whether its items are numbered."""
        return sql(self).ordered

    @field
    def items(self) -> list[ListItem]:
        """Its items in order."""
        return sql(Each(sql(self).items, sql(self)))


@object_type
class QuoteBlock:
    """Somebody's words."""

    kind: ClassVar = "quote"
    id: str = column("Unique in its text, and the same in every language.")
    html: str = column("The words as HTML; safe to show.")
    text: str = column("The words.")
    attribution: str | None = column("Who said or wrote them.")


@object_type
class PhotoBlock:
    """A photo in the text."""

    kind: ClassVar = "photo"
    id: str = column("Unique in its text, and the same in every language.")

    @field
    def placement(self) -> Annotated["Placement", strawberry.lazy("schema.posts.types")] | None:
        """The photo with what is said of it here; null only in a text that is not shown yet."""
        placement = aliased(models.Placement)
        here = select(placement).where(placement.translation_id == sql(self).parent.id)
        return sql(here.where(placement.block_id == sql(self).text_of("id")))


@object_type
class GalleryBlock:
    """Several photos shown together."""

    kind: ClassVar = "gallery"
    id: str = column("Unique in its text, and the same in every language.")

    @field
    def placements(self) -> list[Annotated["Placement", strawberry.lazy("schema.posts.types")]]:
        """Its photos in order, with what is said of each."""
        placement = aliased(models.Placement)
        here = select(placement).where(placement.translation_id == sql(self).parent.id)
        return sql(here.where(sql(self).photos.has_key(placement.block_id)).order_by(placement.position))


@object_type
class EmbedBlock:
    """Something from elsewhere, such as a video, named by its address."""

    kind: ClassVar = "embed"
    id: str = column("Unique in its text, and the same in every language.")
    url: str = column("Its address, always https.")
    title: str | None = column("What it is called.")
    provider: str | None = column("Who serves it.")


@object_type
class DividerBlock:
    """A break in the text."""

    kind: ClassVar = "divider"
    id: str = column("Unique in its text, and the same in every language.")


Block = Annotated[
    ParagraphBlock | HeadingBlock | ListBlock | QuoteBlock | PhotoBlock | GalleryBlock | EmbedBlock | DividerBlock,
    strawberry.union("Block", description="One block of a text."),
]
