"""Cursors: the keys of a row in the order of its list, bound to that list, its order and its filter."""

import base64
import binascii
import hashlib
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

import orjson
from graphql import GraphQLError
from sqlalchemy import ColumnElement, Date, DateTime, Text, Uuid, and_, cast, func, literal_column, or_, tuple_
from sqlalchemy.sql import operators
from sqlalchemy.sql.elements import UnaryExpression
from sqlalchemy.types import TypeEngine

from gateway.reads.parameters import arrived, binds_in, skeleton
from schema.sources import Param


class BadCursor(GraphQLError):
    """A cursor that is none, or was made by another list, order or filter."""

    def __init__(self) -> None:
        super().__init__(
            "This cursor was not made by this list with this order and filter. Ask for the first page again.",
            extensions={"code": "BAD_CURSOR"},
        )


def fingerprint(coordinate: str, filters: Mapping[str, Any]) -> Param:
    """What a cursor is bound to: the field, and its order and filter by their values, however these are written."""
    said = "".join([coordinate, str(skeleton(dict(filters))), *(bind.key for bind in binds_in(dict(filters)))])

    def digest(values: Mapping[str, Any]) -> str:
        return _short(orjson.dumps([coordinate, arrived(dict(filters), values)], default=str))

    return Param(f"list_{_short(said.encode())}", Text(), digest)


def _short(text: bytes) -> str:
    return hashlib.blake2b(text, digest_size=6).hexdigest()


def cursor(list_: Param, keys: Sequence[ColumnElement[Any]]) -> ColumnElement[str]:
    """The cursor of a row, as SQL: base64url of the JSON array `[list, key, …]`."""
    text = cast(func.json_build_array(list_, *keys), Text)
    encoded = func.encode(func.convert_to(text, "UTF8"), "base64")
    return func.translate(encoded, literal_column("E'+/=\\n'"), "-_")


def beyond(
    order: Sequence[tuple[ColumnElement[Any], bool]], place: Param, list_: Param, backwards: bool
) -> ColumnElement[bool]:
    """Rows that come after the cursor's row in this order, or before it.

    ``order`` holds each key with whether it descends.
    """
    values = [_key_of_cursor(place, list_, index, key.type) for index, (key, _) in enumerate(order)]
    falling = [descends != backwards for _, descends in order]
    keys = [key for key, _ in order]
    if len(set(falling)) == 1:
        here, there = tuple_(*keys), tuple_(*values)
        return here < there if falling[0] else here > there
    steps = [
        and_(*(keys[i] == values[i] for i in range(n)), keys[n] < values[n] if falling[n] else keys[n] > values[n])
        for n in range(len(keys))
    ]
    return or_(*steps)


def order_of(clauses: Sequence[ColumnElement[Any]]) -> list[tuple[ColumnElement[Any], bool]]:
    """Each key of an ORDER BY with whether it descends."""
    order = []
    for clause in clauses:
        if isinstance(clause, UnaryExpression) and clause.modifier in (operators.desc_op, operators.asc_op):
            order.append((clause.element, clause.modifier is operators.desc_op))
        else:
            order.append((clause, False))
    return order


def _key_of_cursor(place: Param, list_: Param, index: int, type_: TypeEngine[Any]) -> Param:
    def read(values: Any) -> Any:
        keys = decode(place.read(values), list_.read(values))
        try:
            return _typed(keys[index], type_)
        except (IndexError, ValueError, TypeError):
            raise BadCursor from None

    return Param(f"{place.key}_key{index}_of_{list_.key}", type_, read)


@lru_cache(maxsize=256)
def decode(text: str, list_: str) -> list[Any]:
    """The keys in a cursor; raises BadCursor when another list made it."""
    try:
        made_by, *keys = orjson.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    except (ValueError, TypeError, binascii.Error):
        raise BadCursor from None
    if made_by != list_:
        raise BadCursor
    return list(keys)


def _typed(value: Any, type_: TypeEngine[Any]) -> Any:
    if isinstance(type_, DateTime):
        return datetime.fromisoformat(value)
    if isinstance(type_, Date):
        return date.fromisoformat(value)
    if isinstance(type_, Uuid):
        return str(UUID(value))
    if not isinstance(value, str | float | int):
        raise TypeError
    return value
