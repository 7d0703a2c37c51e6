"""The one GraphQL schema."""

from datetime import date, datetime
from typing import Any

import strawberry
from graphql import GraphQLError
from strawberry.schema.config import StrawberryConfig

from schema.graph import TYPES, Mutation, Query


def parse_moment(value: Any) -> datetime:
    """An RFC 3339 moment, which must say its offset from UTC."""
    try:
        moment = datetime.fromisoformat(value)
    except (ValueError, TypeError):
        moment = None
    if moment is None or moment.tzinfo is None:
        raise _unreadable(value, "moment", "Use RFC 3339 with an offset, such as 2026-03-01T09:30:00Z.")
    return moment


def parse_day(value: Any) -> date:
    """A day by ISO 8601."""
    try:
        return date.fromisoformat(value)
    except (ValueError, TypeError):
        raise _unreadable(value, "day", "Use ISO 8601, such as 2026-03-01.") from None


def _unreadable(value: Any, wanted: str, remedy: str) -> GraphQLError:
    return GraphQLError(f"“{str(value)[:40]}” is not a {wanted}. {remedy}")


MOMENT = strawberry.scalar(
    name="DateTime",
    description="A moment by RFC 3339, in UTC when it is answered.",
    serialize=lambda value: value.isoformat(),
    parse_value=parse_moment,
)

DAY = strawberry.scalar(
    name="Date",
    description="A day by ISO 8601, such as 2026-03-01.",
    serialize=lambda value: value.isoformat(),
    parse_value=parse_day,
)

SCHEMA = strawberry.Schema(
    query=Query,
    mutation=Mutation,
    types=TYPES,
    config=StrawberryConfig(scalar_map={datetime: MOMENT, date: DAY}),
)
