"""Entrances to photos: root fields, filters, orders."""

import enum
from typing import Any

import strawberry
from sqlalchemy import select
from sqlalchemy.orm import aliased

from schema.declaring import connection, enum_type, field, input_type, object_type, option
from schema.media import models
from schema.media.types import Photo
from schema.paging import Connection
from schema.sources import Filter, Row, among, filtered, given, key, keys, one_by, sql


@enum_type
class PhotoOrder(enum.Enum):
    """The order of a list of photos."""

    NEWEST = "newest"
    OLDEST = "oldest"

    def keys(self, photo: Row) -> tuple[Any, ...]:
        """What to order by."""
        return (photo.id.desc(),) if self is PhotoOrder.NEWEST else (photo.id,)


@input_type
class PhotoFilter(Filter):
    """Which photos. Every field that is given must hold."""

    id: list[strawberry.ID] | None = option("One of these.")
    mission: strawberry.ID | None = option("Held by this mission.")
    credit: str | None = option("With exactly this credit.")
    and_: list["PhotoFilter"] | None = option("All of these hold.", name="and")
    or_: list["PhotoFilter"] | None = option("At least one of these holds.", name="or")
    not_: "PhotoFilter | None" = option("This does not hold.", name="not")

    def own_conditions(self, photo: Row) -> list[Any]:
        """A condition per field."""
        return [
            among(photo.id, keys("Photo", self.id)) if given(self.id) else None,
            photo.mission_id == key("Mission", self.mission) if given(self.mission) else None,
            photo.credit == self.credit if given(self.credit) else None,
        ]


@object_type
class PhotoQueries:
    """Root fields of photos."""

    @field
    def photo(self, id: strawberry.ID) -> Photo | None:
        """One photo, by id."""
        return sql(one_by(models.Photo, id=id))

    @connection
    def photos(self, filter: PhotoFilter | None = None, order: PhotoOrder = PhotoOrder.NEWEST) -> Connection[Photo]:
        """Every photo that fits, newest first unless another order is asked for."""
        photo = aliased(models.Photo)
        return sql(filtered(select(photo), photo, filter).order_by(*order.keys(photo)))
