"""What every table has: a time-ordered key, two moments, and constraint names that migrations can rely on."""

import enum
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, DateTime, Enum, MetaData, String, Uuid, func
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMING_CONVENTION = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """A row with a `uuidv7()` key, which sorts by the moment it was made."""

    metadata = MetaData(naming_convention=NAMING_CONVENTION)
    type_annotation_map = {datetime: DateTime(timezone=True), str: String(), UUID: Uuid()}

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=func.uuidv7(), sort_order=-10)
    created_at: Mapped[datetime] = mapped_column(server_default=func.now(), sort_order=90)
    updated_at: Mapped[datetime] = mapped_column(server_default=func.now(), onupdate=func.now(), sort_order=91)

    @classmethod
    def listed(cls, row: Any) -> ColumnElement[bool] | None:
        """Which rows stand in a list whose filter does not say so itself; every row may when it is None."""
        return None


def one_of(values: type[enum.Enum]) -> Enum:
    """A text column restricted to the names of an enumeration, which are also its names in GraphQL."""
    return Enum(values, native_enum=False, create_constraint=True, length=40, name=values.__name__.lower())
