"""What a resolver returned, as the compiler needs it: its row, its order, whether it can be null."""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    Exists,
    Label,
    Select,
    and_,
    inspect,
    literal,
    select,
)
from sqlalchemy.orm import QueryableAttribute, RelationshipProperty, aliased
from sqlalchemy.sql.elements import BinaryExpression, BindParameter
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.sql.util import ClauseAdapter

from schema.sources import Row

NEVER_NULL = frozenset({"concat", "count", "to_json", "json_build_array"})


def row_of(statement: Select[Any]) -> Row:
    """The one row a statement reads."""
    (entity,) = (described["entity"] for described in statement.column_descriptions)
    return entity


def order_by(statement: Select[Any]) -> tuple[ColumnElement[Any], ...]:
    """The keys of a statement's ORDER BY (SQLAlchemy keeps them in an undocumented place)."""
    return tuple(statement._order_by_clauses)


def is_relation(value: Any) -> bool:
    """Whether a value is a relationship of a row."""
    return isinstance(value, QueryableAttribute) and isinstance(value.property, RelationshipProperty)


def related(relation: Any) -> Select[Any]:
    """The rows a relationship leads to, in the order it declares."""
    here, there = relation.parent.entity, aliased(relation.property.mapper.class_)
    pairs = relation.property.local_remote_pairs
    condition = and_(*(_column(here, local) == _column(there, remote) for local, remote in pairs))
    adapt = ClauseAdapter(inspect(there).selectable)
    order = [adapt.traverse(key) for key in relation.property.order_by or ()]
    return select(there).where(condition).order_by(*order)


def _column(row: Row, column: Any) -> Any:
    return getattr(row, inspect(row).mapper.get_property_by_column(column).key)


def as_sql(value: Any) -> Any:
    """A column, an expression, or a plain value as a constant."""
    if isinstance(value, QueryableAttribute | ColumnElement):
        return value
    clause = getattr(value, "__clause_element__", None)
    return clause() if clause else literal(value)


def is_sure(value: Any) -> bool:
    """Whether SQL proves that this is never null."""
    if isinstance(value, Label):
        return is_sure(value.element)
    if isinstance(value, QueryableAttribute):
        return not any(column.nullable for column in value.property.columns)
    if isinstance(value, FunctionElement):
        return value.name in NEVER_NULL or (value.name == "coalesce" and is_sure(list(value.clauses)[-1]))
    if isinstance(value, BinaryExpression):
        return _is_member_of_json(value) or (is_sure(value.left) and is_sure(value.right))
    if isinstance(value, BindParameter):
        return value.value is not None
    return isinstance(value, Exists | str | int | float | bool)


def _is_member_of_json(value: BinaryExpression[Any]) -> bool:
    """A member of a stored JSON object: its writer, not SQL, promises it."""
    return getattr(value.operator, "__name__", "") in ("json_getitem_op", "json_path_getitem_op", "getitem")
