"""The vocabulary of reading: what a resolver may return, besides a column, and what it may be given.

While a read is compiled, `self` is a row of SQL, scalar arguments are `Param`s (binds that arrive with the request),
and the result is SQL. The values here say what plain SQL cannot; `gateway/reads/compile.py` gives them their meaning.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NoReturn, TypeGuard, TypeVar

from graphql import GraphQLError
from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Exists,
    Select,
    Text,
    Uuid,
    and_,
    any_,
    case,
    cast,
    exists,
    false,
    func,
    inspect,
    literal_column,
    or_,
    select,
    true,
)
from sqlalchemy.dialects.postgresql import array
from sqlalchemy.orm import aliased
from sqlalchemy.sql.elements import BindParameter
from sqlalchemy.types import TypeEngine

from schema.base import Base
from schema.languages import UnknownLanguage, canonical_locale

Rows = TypeVar("Rows", bound=Select[*tuple[Any, ...]])
Value = TypeVar("Value")

KEY = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
"""A row key as ids are answered: a UUID in lower case."""

Row = Any
"""A row while a read is compiled: an alias of a model, or a `JsonRow`."""


def sql(expression: Any) -> Any:
    """SQL where the annotation of a resolver promises the value that SQL will yield."""
    return expression


class Param(BindParameter[Any]):
    """A value that arrives with the request: `read` takes it from the coerced variables, or ignores them."""

    inherit_cache = False

    def __init__(self, name: str, type_: TypeEngine[Any], read: Callable[[Mapping[str, Any]], Any]) -> None:
        super().__init__(name, None, type_=type_, required=True)
        self.read = read

    def converted(self, purpose: str, convert: Callable[[Any], Any], type_: TypeEngine[Any] | None = None) -> "Param":
        """The same value after `convert`, which may refuse it by raising GraphQLError."""
        read = self.read
        return Param(f"{self.key}_{purpose}", type_ or self.type, lambda values: convert(read(values)))

    def __bool__(self) -> NoReturn:
        raise TypeError(f"{self.key} is not known while the read is compiled; say it in SQL")

    def __iter__(self) -> NoReturn:
        raise TypeError(f"{self.key} is not known while the read is compiled; use among() or array_of()")


def array_of(values: Sequence[Any], type_: TypeEngine[Any]) -> ColumnElement[Any]:
    """A list argument as a Postgres array."""
    if len(values) == 1 and isinstance(values[0], Param) and isinstance(values[0].type, ARRAY):
        return values[0]
    return array(values, type_=type_)


def among(column: Any, values: Sequence[Any]) -> ColumnElement[bool]:
    """Whether a column is one of a list argument's values."""
    return column == any_(array_of(values, column.type))


class BadId(GraphQLError):
    """An id that is not one of ours, or is the id of another type."""

    def __init__(self, value: str, wanted: str | None = None) -> None:
        kind = value.partition(":")[0]
        is_other = ":" in value and kind.isidentifier() and kind != wanted
        other = f"is the id of a {kind}" if is_other and wanted else "is not an id"
        wish = f"; the id of a {wanted} is wanted here." if wanted else ". Send ids back exactly as they were answered."
        super().__init__(f"“{value[:80]}” {other}{wish}", extensions={"code": "BAD_ID"})


def decode_id(value: str, type_name: str) -> str:
    """The row key in an opaque id, or `BadId`."""
    kind, _, key = value.partition(":")
    if kind != type_name or not KEY.fullmatch(key):
        raise BadId(value, type_name)
    return key


def encode_id(type_name: str, key: object) -> str:
    """The opaque id of a row."""
    return f"{type_name}:{key}"


def key(type_name: str, id: Any) -> Any:
    """The row key in an id argument; an id of another type is refused before the database is asked."""
    return sql(id).converted(type_name, lambda value: decode_id(value, type_name), Uuid())


def keys(type_name: str, ids: Sequence[Any]) -> list[Any]:
    """The row keys in a list of id arguments, for `among`."""
    return [combined(type_name, ids, lambda values: [decode_id(value, type_name) for value in values], ARRAY(Uuid()))]


def combined(purpose: str, values: Sequence[Any], convert: Callable[[list[Any]], Any], type_: TypeEngine[Any]) -> Param:
    """One value made from a whole list argument, whether it arrived as one list or as single values."""
    if len(values) == 1 and isinstance(values[0].type, ARRAY):
        whole: Param = values[0]
        return whole.converted(purpose, convert, type_)
    name = "_".join([*(value.key for value in values), purpose])
    return Param(name, type_, lambda arrived: convert([value.read(arrived) for value in values]))


def known_id(value: str) -> str:
    """The id itself when it is well formed, whatever its type; else `BadId`."""
    if not KEY.fullmatch(value.partition(":")[2]):
        raise BadId(value)
    return value


def key_if(type_name: str, id: ColumnElement[str]) -> ColumnElement[Any]:
    """The row key in an id when it is of that type, else null: for `node`, which takes ids of every type."""
    prefix = f"{type_name}:"
    return case((func.starts_with(id, prefix), cast(func.substr(id, len(prefix) + 1), Uuid())))


def global_id(row: Row) -> Any:
    """The opaque id of a row: the name of its model, which is the name of its GraphQL type, and its key."""
    source = row._row if isinstance(row, RowWithFacts) else row
    return func.concat(f"{inspect(source).mapper.class_.__name__}:", row.id)


class Readable(ColumnElement[bool]):
    """The visibility rule of a row's table, for whoever asks. The compiler writes it out where it stands."""

    inherit_cache = False
    _traverse_internals: list[Any] = []
    __visit_name__ = "readable"

    def __init__(self, row: Row) -> None:
        self.row = row


def readable(statement: Rows, *joined: Row) -> Rows:
    """Only rows the viewer may read, also of tables that are only joined: for what a resolver counts or filters by.

    What a resolver returns is restricted by the compiler itself; a table read without its rule is a compile error.
    """
    rows = [entity["entity"] for entity in statement.column_descriptions if entity["entity"] is not None]
    return statement.where(*(Readable(row) for row in (*rows, *joined)))


def any_readable(statement: Select[*tuple[Any, ...]]) -> Exists:
    """Whether the viewer may read at least one of these rows."""
    return exists(readable(statement).with_only_columns(literal_column("1"), maintain_column_froms=True))


def count_readable(statement: Select[*tuple[Any, ...]]) -> ColumnElement[int]:
    """How many of these rows the viewer may read."""
    counted = readable(statement).with_only_columns(func.count(), maintain_column_froms=True)
    return func.coalesce(counted.scalar_subquery(), 0)


@dataclass(frozen=True)
class Each:
    """The elements of a JSON array as rows, counted for ``size`` rows; `parent` is the row that holds the array."""

    array: ColumnElement[Any]
    parent: Row
    size: int | None = None


class JsonRow:
    """One element of a JSON array: its members are attributes, and go out as they were stored."""

    def __init__(self, element: ColumnElement[Any], parent: Row) -> None:
        self._element = element
        self.parent = parent

    def __getattr__(self, name: str) -> ColumnElement[Any]:
        return sql(self._element[name])

    def text_of(self, name: str) -> ColumnElement[str]:
        """A member as text, to compare it with columns."""
        return sql(self._element[name].astext)


@dataclass(frozen=True)
class Made:
    """A JSON object that a scalar subquery makes, as a row: once, however many of its members are asked for."""

    object: ColumnElement[Any]
    parent: Any
    is_sure: bool = True
    """Whether it is never null."""


@dataclass(frozen=True)
class OneOf:
    """An object of an interface, in one of several tables: a statement per type, of which at most one finds a row."""

    statements: Mapping[str, Select[Any]]


@dataclass(frozen=True)
class EachOf:
    """A list of such objects, one per id and in the order of the ids; null where there is nothing to read."""

    ids: Sequence[Any]
    statement: Callable[[ColumnElement[Any]], OneOf]


@dataclass(frozen=True)
class Computed:
    """What SQL cannot say: `function` makes it of `inputs`, which SQL selects under the names of its parameters.

    The function is pure and bounded, takes values as JSON holds them and answers plain dicts, lists and scalars, whose
    keys are the attributes of the type that the field answers; an enum is its name, and the type of a union is told by
    the member `kind`. ``rows`` says how many rows its work is counted for. A field that answers this is declared by
    `schema/declaring.py::computed`.
    """

    function: Callable[..., Any]
    inputs: Mapping[str, Any]
    rows: int = 10


@dataclass(frozen=True)
class First:
    """The first row of a statement, with facts about this reading of it that its fields may ask for.

    ``is_limited`` is false where a key already picks at most one row.
    """

    statement: Select[Any]
    facts: Mapping[str, Callable[[Row], Any]] = field(default_factory=dict)
    is_limited: bool = True


@dataclass(frozen=True)
class WithFacts:
    """A statement whose rows carry facts, as those of `First` do: what a method of a connection may return."""

    statement: Select[Any]
    facts: Mapping[str, Callable[[Row], Any]]


class RowWithFacts:
    """A row, and what is true of it only in this place of the answer."""

    def __init__(self, row: Row, facts: Mapping[str, Any]) -> None:
        self._row = row
        self.facts = facts

    def __getattr__(self, name: str) -> Any:
        return getattr(self._row, name)


def with_facts(row: Row, facts: Mapping[str, Callable[[Row], Any]]) -> Row:
    """A row with what is true of it here."""
    return RowWithFacts(row, {name: said(row) for name, said in facts.items()}) if facts else row


def fact(row: Row, name: str, otherwise: Any) -> Any:
    """What `First` said of this row, or `otherwise` where the row was reached another way."""
    return row.facts.get(name, otherwise) if isinstance(row, RowWithFacts) else otherwise


@dataclass(frozen=True)
class Page:
    """One page of a statement's rows, by the keys of its ORDER BY, which must end in the primary key."""

    statement: Select[Any]
    first: Any = None
    after: Any = None
    last: Any = None
    before: Any = None
    facts: Mapping[str, Callable[[Row], Any]] = field(default_factory=dict)


def in_languages(texts: Any, authentic: Any, locales: Sequence[Any] | None) -> Any:
    """A short text in the first of `locales` it exists in, else as it was first written.

    ``texts`` is a JSONB object of texts by language tag.
    """
    if locales is None:
        return authentic
    chain = func.unnest(language_chain(locales)).table_valued("locale", with_ordinality="position").render_derived()
    found = select(texts[chain.c.locale].astext).where(texts.has_key(chain.c.locale))
    return func.coalesce(found.order_by(chain.c.position).limit(1).scalar_subquery(), authentic)


def language_chain(locales: Sequence[Any], *, is_first_only: bool = False) -> Param:
    """Language tags in order of preference, each followed by its more general forms: fr-CA, fr, en.

    ``is_first_only`` keeps the first tag with its more general forms. A list may be one bind: it cannot be cut here.
    """
    if is_first_only:
        return combined("first_choices", locales, lambda wanted: expand_languages(wanted[:1]), ARRAY(Text()))
    return combined("chain", locales, expand_languages, ARRAY(Text()))


def expand_languages(locales: Sequence[str]) -> list[str]:
    """`["fr-CA", "en"]` becomes `["fr-CA", "fr", "en"]`, after RFC 4647 lookup."""
    chain: dict[str, None] = {}
    for locale in locales:
        parts = known_locale(locale).split("-")
        chain.update(dict.fromkeys("-".join(parts[:length]) for length in range(len(parts), 0, -1)))
    return list(chain)


def known_locale(locale: str) -> str:
    """The canonical form of a language tag that arrived with a request."""
    try:
        return canonical_locale(locale)
    except UnknownLanguage as refusal:
        raise GraphQLError(refusal.message, extensions={"code": refusal.code()}) from None


def rows_of(model: str) -> Row:
    """The rows of a table named by its model, for fields that look at nouns further on, which may not be imported."""
    mapped = next(mapper.class_ for mapper in Base.registry.mappers if mapper.class_.__name__ == model)
    return aliased(mapped)


def filtered(statement: Rows, row: Row, filter: Any) -> Rows:
    """A statement restricted by a filter input, if one was given, and to what its table usually lists."""
    listed = inspect(row).mapper.class_.listed(row)
    if listed is not None and not (filter and filter.says_what_is_listed):
        statement = statement.where(listed)
    return statement if filter is None else statement.where(filter.condition(row))


def ordered(row: Row, order: Any, *default: Any) -> tuple[Any, ...]:
    """What to order rows by: as an order input says, or by `default` if none was given."""
    keys: tuple[Any, ...] = order.keys(row) if order else default
    return keys


class Filter:
    """A filter input: what its own fields say, and together with `and`, `or` and `not` of its kind."""

    if TYPE_CHECKING:
        and_: Sequence["Filter"] | None
        or_: Sequence["Filter"] | None
        not_: "Filter | None"

    def condition(self, row: Row) -> Any:
        """The rows that pass; fields that were not given let everything through."""
        parts = [part for part in self.own_conditions(row) if part is not None]
        if given(self.and_):
            parts += [part.condition(row) for part in self.and_]
        if given(self.or_):
            parts.append(or_(false(), *(part.condition(row) for part in self.or_)))
        if given(self.not_):
            # Where nothing is known the condition is null, and does not hold.
            parts.append(self.not_.condition(row).is_not(true()))
        return and_(true(), *parts)

    @property
    def says_what_is_listed(self) -> bool:
        """Whether it says by itself what is otherwise decided by the table: `Base.listed`."""
        return False

    def own_conditions(self, row: Row) -> Sequence[Any]:
        """A condition per field of this filter, None for one that was not given."""
        raise LookupError(f"{type(self).__name__} says nothing of its own fields")


def given(value: Value | None) -> TypeGuard[Value]:
    """Whether an input field was given, and not as null."""
    return value is not None


def one_by(model: type, *, id: Any, slug: Any = None) -> First:
    """The row with an id, or with a slug; one of the two must be given."""
    row: Row = aliased(model)
    if (id is None) == (slug is None):
        message = "Ask for it by its id or by its slug: one of the two."
        raise GraphQLError(message, extensions={"code": "BAD_USER_INPUT"})
    condition = row.slug == slug if id is None else row.id == key(model.__name__, id)
    return First(select(row).where(condition), is_limited=False)
