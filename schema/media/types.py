"""Photos as GraphQL."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import strawberry
from sqlalchemy import func, select

from schema.declaring import column, connection, field, object_type
from schema.media.models import MEDIA_PATH
from schema.missions.types import Mission
from schema.paging import Connection, Node
from schema.sources import rows_of, sql

if TYPE_CHECKING:
    from schema.posts.types import Placement


@object_type
class FocalPoint:
    """The point of a picture that must stay in view when it is cropped."""

    x: float = column("From the left edge (0) to the right one (1).")
    y: float = column("From the top edge (0) to the bottom one (1).")


@object_type
class Photo(Node):
    """An uploaded picture. What it says in a post, its caption, belongs to its placement there."""

    width: int = column("In pixels.")
    height: int = column("In pixels.")
    media_type: str = column("Such as image/jpeg.")
    size_bytes: int = column("Of the file.")
    credit: str | None = column("Who made it.")
    licence: str | None = column("The terms it may be used under.")
    taken_on: date | None = column("The day it was taken.")
    mission: Mission = column("The mission that holds it.")

    @field
    def url(self, info: strawberry.Info) -> str:
        """Its address; what lies there never changes."""
        return sql(func.concat(info.context.public_url + MEDIA_PATH, sql(self).storage_key))

    @field
    def focal_point(self) -> FocalPoint:
        """The point that must stay in view when it is cropped."""
        return sql(FocalPoint(x=sql(self).focal_x, y=sql(self).focal_y))

    @connection
    def placements(self) -> Connection[Annotated["Placement", strawberry.lazy("schema.posts.types")]]:
        """Where it is used, the latest use first."""
        placement = rows_of("Placement")
        used = select(placement).where(placement.photo_id == sql(self).id)
        return sql(used.order_by(placement.id.desc()))
