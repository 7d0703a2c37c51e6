"""The public schema as text, with the oracle's resolvers in it: an ordinary GraphQL server."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

from graphql import (
    DocumentNode,
    ExecutionResult,
    GraphQLAbstractType,
    GraphQLError,
    GraphQLObjectType,
    GraphQLSchema,
    VariableNode,
    build_schema,
    execute,
    is_abstract_type,
    is_object_type,
)
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine

from tests.oracle import fields
from tests.oracle.asking import Asker, Asking
from tests.oracle.fields import media, posts
from tests.oracle.lists import Opened
from tests.oracle.resolving import LISTINGS, RESOLVERS, open_list
from tests.oracle.wording import id_of, moment

SDL = Path(__file__).parents[2] / "schema" / "schema.graphql"
SOURCES = [import_module(f"{fields.__name__}.{found.name}") for found in iter_modules(fields.__path__)]
"""Modules whose fields are written down when they are imported."""


def oracle_schema() -> GraphQLSchema:
    """The schema of `schema.graphql`; only its queries can be executed."""
    schema = build_schema(SDL.read_text())
    _fill_scalars(schema.type_map)
    for type_ in schema.type_map.values():
        if is_object_type(type_) and not type_.name.startswith("__"):
            for name, field in type_.fields.items():
                field.resolve = _resolver(type_, name, field)
        if is_abstract_type(type_):
            type_.resolve_type = _type_of
    return schema


@asynccontextmanager
async def open_oracle(url: str) -> AsyncIterator[AsyncEngine]:
    """The oracle's connections to the database at a `postgresql://` address."""
    address = url.replace("postgresql://", "postgresql+asyncpg://", 1)
    engine = create_async_engine(address, isolation_level="AUTOCOMMIT", enable_from_linting=False)
    try:
        yield engine
    finally:
        await engine.dispose()


def _fill_scalars(types: Mapping[str, Any]) -> None:
    formats: dict[str, tuple[Any, Any]] = {
        "DateTime": (moment, _parse_moment),
        "Date": (date.isoformat, date.fromisoformat),
    }
    for name, (serialize, parse) in formats.items():
        scalar = types[name]
        scalar.serialize = scalar.coerce_output_value = serialize
        scalar.parse_value = scalar.coerce_input_value = parse


def _parse_moment(text: Any) -> datetime:
    parsed = datetime.fromisoformat(text)
    if parsed.tzinfo is None:
        raise ValueError("a moment needs its offset")
    return parsed


def _resolver(type_: GraphQLObjectType, name: str, field: Any) -> Any:
    coordinate = f"{type_.name}.{name}"
    if coordinate in LISTINGS:
        resolver = open_list(coordinate, field.args)
    elif type_.name.endswith("Connection") or type_.name.endswith("Edge") or type_.name == "PageInfo":
        resolver = RESOLVERS[f"{type_.name.removeprefix(_item(type_.name))}.{name}"]
    else:
        resolver = RESOLVERS.get(coordinate) or _plain(name)
    return lambda source, info, **arguments: _noted(info, resolver(source, info.context, **arguments))


def _noted(info: Any, result: Any) -> Any:
    """The result itself; of a list it is noted which variable turns its pages, if one does."""
    if isinstance(result, Opened):
        for argument in info.field_nodes[0].arguments or ():
            if argument.name.value in ("after", "before") and isinstance(argument.value, VariableNode):
                result.asking.turned.setdefault(argument.value.name.value, []).append(result)
    return result


def _item(name: str) -> str:
    return next((name.removesuffix(end) for end in ("Connection", "Edge") if name.endswith(end)), "")


def _plain(name: str) -> Any:
    """The attribute of the same name; an enum by its name."""
    attribute = "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)

    def resolve(source: Any, asking: Asking) -> Any:
        if name == "id" and not isinstance(source, media.BlockOf):
            return id_of(_type_of(source), source.id)
        value = getattr(source, attribute)
        return value.name if isinstance(value, Enum) else value

    return resolve


def _type_of(source: Any, info: Any = None, type_: GraphQLAbstractType | None = None) -> str:
    if isinstance(source, media.BlockOf):
        return media.BLOCK_TYPES[source.kind]
    return "Translation" if isinstance(source, posts.Served) else type(source).__name__


@dataclass(frozen=True)
class Answer:
    """What the oracle answers, how many statements it took, and cursors for the variables that take one."""

    data: Any
    errors: list[GraphQLError]
    statements: int
    cursors: dict[str, list[str]]


async def answer(
    schema: GraphQLSchema,
    document: DocumentNode,
    variables: Mapping[str, Any],
    session: AsyncSession,
    asker: Asker,
    public_url: str,
) -> Answer:
    """Answer a valid document."""
    asking = Asking(session, asker, public_url)
    try:
        result = execute(schema, document, context_value=asking, variable_values=dict(variables))
        result = result if isinstance(result, ExecutionResult) else await result
        statements = asking.statements
        cursors = {
            name: [place.cursor for opened in lists[:3] for place in (await opened.page()).places]
            for name, lists in asking.turned.items()
        }
        return Answer(result.data, result.errors or [], statements, cursors)
    finally:
        await asking.settle()
