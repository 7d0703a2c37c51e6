"""Arguments while a read is compiled: scalars become binds, what shapes the SQL stays Python.

A null, a Boolean, an enum value and the fields an input object names decide which SQL is written; every other value
only fills it in. So one plan serves every request whose variables have the same shape.
"""

from collections.abc import Callable, Hashable, Mapping
from enum import Enum
from typing import Any

from graphql import (
    GraphQLError,
    GraphQLInputType,
    GraphQLNonNull,
    Undefined,
    get_named_type,
    is_enum_type,
    is_input_object_type,
    is_list_type,
    is_scalar_type,
)
from sqlalchemy import ARRAY, Date, DateTime, Float, Integer, Text
from sqlalchemy.types import TypeEngine

from schema.sources import Param

Read = Callable[[Mapping[str, Any]], Any]

SQL_TYPES: dict[str, TypeEngine[Any]] = {
    "ID": Text(),
    "String": Text(),
    "Int": Integer(),
    "Float": Float(),
    "DateTime": DateTime(timezone=True),
    "Date": Date(),
}


def lift(value: Any, type_: GraphQLInputType, name: str, read: Read) -> Any:
    """A coerced argument as a resolver sees it while it is compiled; `read` finds the value in a later request.

    A scalar that has no place in SQL, such as the JSON of a mutation, stays as it is.
    """
    if value is None or value is Undefined or isinstance(value, Param):
        return value
    if isinstance(type_, GraphQLNonNull):
        return lift(value, type_.of_type, name, read)
    if is_list_type(type_):
        return _lift_list(value, type_.of_type, name, read)
    if is_input_object_type(type_):
        return {
            member: lift(part, type_.fields[member].type, f"{name}_{member}", _member(read, member))
            for member, part in value.items()
        }
    kind = SQL_TYPES.get(get_named_type(type_).name)
    if kind is None:
        return value
    return Param(name, kind, _text_checked(read) if isinstance(kind, Text) else read)


def _lift_list(values: list[Any], item: GraphQLInputType, name: str, read: Read) -> list[Any]:
    if any(isinstance(value, Param) for value in values) or not _is_plain_scalar(item):
        return [lift(value, item, f"{name}_{i}", _member(read, i)) for i, value in enumerate(values)]
    type_ = SQL_TYPES[get_named_type(item).name]
    return [Param(name, ARRAY(type_), _text_checked(read) if isinstance(type_, Text) else read)]


def shape(value: Any, type_: GraphQLInputType) -> Hashable:
    """What `lift` leaves in Python: the part of a variable that belongs to the key of a plan."""
    if value is None or value is Undefined:
        return None
    if isinstance(type_, GraphQLNonNull):
        return shape(value, type_.of_type)
    if is_list_type(type_):
        return "…" if _is_plain_scalar(type_.of_type) else tuple(shape(item, type_.of_type) for item in value)
    if is_input_object_type(type_):
        return tuple((member, shape(part, type_.fields[member].type)) for member, part in sorted(value.items()))
    return value if is_enum_type(type_) or get_named_type(type_).name == "Boolean" else "…"


def binds_in(value: Any) -> list[Param]:
    """The binds anywhere in a lifted argument, in a stable order."""
    if isinstance(value, Param):
        return [value]
    if isinstance(value, dict):
        return [bind for member in sorted(value) for bind in binds_in(value[member])]
    return [bind for item in value for bind in binds_in(item)] if isinstance(value, list) else []


def parts_in(value: Any, type_: GraphQLInputType) -> int:
    """How many fields of input objects a coerced variable gives, each of which may become SQL; a null gives none."""
    if value is None or value is Undefined:
        return 0
    if isinstance(type_, GraphQLNonNull):
        return parts_in(value, type_.of_type)
    if is_list_type(type_):
        return 0 if _is_plain_scalar(type_.of_type) else sum(1 + parts_in(item, type_.of_type) for item in value)
    if is_input_object_type(type_):
        given = ((member, part) for member, part in value.items() if part is not None)
        return sum(1 + parts_in(part, type_.fields[member].type) for member, part in given)
    return 0


def skeleton(value: Any) -> Hashable:
    """A lifted argument without its binds: what it says about the list whatever the values are."""
    if isinstance(value, Param):
        return "…"
    if isinstance(value, dict):
        return tuple((member, skeleton(part)) for member, part in sorted(value.items()) if part is not None)
    return tuple(skeleton(item) for item in value) if isinstance(value, list) else str(value)


def arrived(value: Any, values: Mapping[str, Any]) -> Any:
    """A lifted argument with its binds filled in, members in the order of their names and without nulls."""
    if isinstance(value, Param):
        return value.read(values)
    if isinstance(value, dict):
        return {member: arrived(part, values) for member, part in sorted(value.items()) if part is not None}
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], Param) and isinstance(value[0].type, ARRAY):
        return value[0].read(values)
    if isinstance(value, list):
        return [arrived(item, values) for item in value]
    return str(value) if isinstance(value, Enum) else value


def _is_plain_scalar(type_: GraphQLInputType) -> bool:
    named = type_.of_type if isinstance(type_, GraphQLNonNull) else type_
    return is_scalar_type(named) and named.name in SQL_TYPES


def _member(read: Read, member: str | int) -> Read:
    return lambda values: read(values)[member]


def _text_checked(read: Read) -> Read:
    """Postgres holds every character but NUL, and no half of a surrogate pair."""

    def checked(values: Mapping[str, Any]) -> Any:
        value = read(values)
        for text in value if isinstance(value, list) else (value,):
            if isinstance(text, str) and "\x00" in text:
                message = "Text may not contain the character NUL (U+0000). Remove it and try again."
                raise GraphQLError(message, extensions={"code": "BAD_USER_INPUT"})
        return value

    return checked
