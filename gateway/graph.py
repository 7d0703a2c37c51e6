"""The one GraphQL schema."""

from datetime import datetime
from typing import Any

import strawberry
from strawberry.schema.config import StrawberryConfig

from schema.graph import TYPES, Mutation, Query


def parse_moment(value: Any) -> datetime:
    """An RFC 3339 moment, which must say its offset from UTC."""
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise ValueError("A moment needs its offset from UTC, such as 2026-03-01T09:30:00Z.")
    return moment


MOMENT = strawberry.scalar(
    name="DateTime",
    description="A moment by RFC 3339, in UTC when it is answered.",
    serialize=lambda value: value.isoformat(),
    parse_value=parse_moment,
)

SCHEMA = strawberry.Schema(
    query=Query,
    mutation=Mutation,
    types=TYPES,
    config=StrawberryConfig(scalar_map={datetime: MOMENT}),
)
