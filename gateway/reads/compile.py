"""The executor of graphql-core, run once per plan, over SQL expressions instead of values.

    { post { title } }   →   select (select json_object('title' value posts.title) from posts where …) as r0

Collecting fields, merging, fragments, directives and arguments are graphql-core's own. What differs is that a resolver
gets a row of SQL, and that completing its result writes JSON-building SQL instead of dicts.
"""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from itertools import count
from typing import Any

from graphql import (
    GraphQLError,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLOutputType,
    Undefined,
    is_abstract_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
    located_error,
)
from graphql.execution.executor import to_nodes
from graphql.execution.values import get_argument_values
from graphql.pyutils import Path
from sqlalchemy import ARRAY, ColumnElement, Select, Text, case, column, func, literal, literal_column, null, select
from sqlalchemy.dialects.postgresql import JSONB
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from gateway.reads import shapes
from gateway.reads.cost import Cost, Factor
from gateway.reads.json_sql import Hole, JsonArray, JsonObject
from gateway.reads.page import PageEdges, PageNodes, open_page
from gateway.reads.parameters import lift
from gateway.reads.projecting import Projector, made_by
from gateway.reads.rows import as_sql, is_relation, is_sure, order_by, related, row_of
from schema.declaring import is_computed
from schema.sources import (
    Computed,
    Each,
    EachOf,
    First,
    JsonRow,
    Made,
    OneOf,
    Page,
    Row,
    combined,
    known_id,
    readable,
    with_facts,
)

UNLIMITED_LIST = 5
"""How many rows a list without a page is counted for: bylines, translations, offices."""


@dataclass(frozen=True)
class Compiled:
    """The SQL of one value of the answer, whether it is never null, and what it looks like."""

    value: ColumnElement[Any]
    is_sure: bool
    shape: shapes.Shape


class ReadCompiler(StrawberryGraphQLCoreExecutionContext):
    """Turns the fields of one operation into SQL."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.cost = Cost()
        self.computes = False
        self._factors: tuple[Factor, ...] = ()
        self._arguments: dict[str, Any] = {}
        self._numbers = count(1)

    def execute_field(
        self, parent_type: GraphQLObjectType, source: Row, details: Any, path: Path, position_context: Any = None
    ) -> Compiled:
        """One field on one row: call its resolver, then complete what it returns."""
        node = details[0].node
        if node.name.value == "__typename":
            return Compiled(literal(parent_type.name), True, shapes.Leaf())
        field = self.schema.get_field(parent_type, node.name.value)
        assert field is not None
        try:
            arguments = self._lifted_arguments(field, details[0])
            resolve = field.resolve or self.field_resolver
            info = self.build_resolve_info(field, to_nodes(details), parent_type, path)
            result = resolve(source, info, **arguments)
            self._arguments = arguments
            coordinate = f"{parent_type.name}.{node.name.value}"
            if is_computed(field) or isinstance(result, Computed):
                return self._complete_computed(field, details, result, coordinate)
            return self.complete(field.type, details, path, result, coordinate)
        except GraphQLError as error:
            raise located_error(error, to_nodes(details), path.as_list()) from None

    def execute_fields(  # type: ignore[override]
        self, parent_type: GraphQLObjectType, source_value: Row, path: Path | None, grouped: Any, position_context: Any
    ) -> Compiled:
        """An object: its members in the order they were asked for."""
        members = {
            name: self.execute_field(parent_type, source_value, details, Path(path, name, parent_type.name))
            for name, details in grouped.items()
        }
        value = JsonObject([(name, member.value) for name, member in members.items()])
        return Compiled(value, True, shapes.Object({name: member.shape for name, member in members.items()}))

    def complete(self, type_: GraphQLOutputType, details: Any, path: Path, result: Any, coordinate: str) -> Compiled:
        """Type × what a resolver returned → SQL of the JSON value."""
        if is_non_null_type(type_):
            inner = self.complete(type_.of_type, details, path, result, coordinate)
            value = inner.value if inner.is_sure else Hole(inner.value)
            return Compiled(value, True, shapes.NonNull(inner.shape, coordinate))
        if result is None or result is Undefined:
            return Compiled(null(), False, shapes.Leaf())
        if is_list_type(type_):
            return self._complete_list(type_.of_type, details, path, result, coordinate)
        if is_leaf_type(type_):
            return Compiled(as_sql(result), is_sure(result), shapes.Leaf())
        return self._complete_object(type_, details, path, result, coordinate)

    def _complete_computed(self, field: Any, details: Any, result: Any, coordinate: str) -> Compiled:
        """`json_object('7' value json_object('name' value …))`: the inputs, under a mark that is no response name."""
        if not is_computed(field) or not isinstance(result, Computed):
            raise LookupError(f"{coordinate}: what is declared by computed() returns Computed, and nothing else does")
        self.computes = True
        self.cost.add((*self._factors, result.rows))
        made = Projector(self).complete(field.type, details, coordinate)
        inputs = JsonObject([(name, as_sql(value)) for name, value in result.inputs.items()])
        mark = str(next(self._numbers))
        make = made_by(result.function, made.take)
        return Compiled(JsonObject([(mark, inputs)]), True, shapes.Computed(mark, make, made.shape))

    def _complete_object(self, type_: Any, details: Any, path: Path, result: Any, coordinate: str) -> Compiled:
        if is_relation(result):
            return self._complete_related(type_, details, path, result)
        if isinstance(result, Select):
            result = First(result)
        if isinstance(result, OneOf):
            return self._complete_one_of(type_, details, path, result, coordinate)
        if isinstance(result, First):
            return self.complete_first(type_, details, path, result)
        if isinstance(result, Made):
            return self._complete_made(type_, details, path, result)
        if isinstance(result, Page):
            return self._complete_page(type_, details, path, result, coordinate)
        return self._complete_row(type_, details, path, result)

    def _complete_row(self, type_: GraphQLNamedType, details: Any, path: Path, row: Row) -> Compiled:
        """An object whose row is already being read."""
        if is_abstract_type(type_):
            return self._complete_by_kind(type_, details, path, row)
        assert isinstance(type_, GraphQLObjectType)
        fields = self.collect_subfields(type_, details).grouped_field_set
        return self.execute_fields(type_, row, path, fields, None)

    def _complete_by_kind(self, type_: Any, details: Any, path: Path, row: JsonRow) -> Compiled:
        """An element of a JSON array, whose type is told by its member `kind`."""
        options = {
            member.extensions["strawberry-definition"].origin.kind: self._complete_row(member, details, path, row)
            for member in self.schema.get_possible_types(type_)
        }
        value = case({kind: option.value for kind, option in options.items()}, value=row.text_of("kind"))
        objects = [option.shape for option in options.values() if isinstance(option.shape, shapes.Object)]
        return Compiled(value, True, shapes.Alternatives(objects))

    def _complete_related(self, type_: Any, details: Any, path: Path, relation: Any) -> Compiled:
        """The row a foreign key names: certain when the key is not null and everyone may read that table."""
        inner = self.complete_first(type_, details, path, First(related(relation), is_limited=False))
        is_certain = self.context_value.is_open(relation.property.mapper.class_) and not any(
            local.nullable for local in relation.property.local_columns
        )
        return Compiled(inner.value, is_certain, inner.shape)

    def complete_first(self, type_: Any, details: Any, path: Path, first: First) -> Compiled:
        """`(select json_object(…) from … where … limit 1)`."""
        row = row_of(first.statement)
        inner = self._complete_row(type_, details, path, with_facts(row, first.facts))
        statement = readable(first.statement).with_only_columns(inner.value, maintain_column_froms=True)
        if first.is_limited:
            statement = statement.limit(literal_column("1"))
        return Compiled(statement.scalar_subquery(), False, inner.shape)

    def _complete_made(self, type_: Any, details: Any, path: Path, made: Made) -> Compiled:
        """`(select json_object(…) from (select … as element offset 0))`.

        Without the offset Postgres would make it anew for each member.
        """
        once = select(made.object.label("element")).offset(literal_column("0")).subquery()
        inner = self._complete_row(type_, details, path, JsonRow(once.c.element, made.parent))
        value = select(inner.value).select_from(once)
        if not made.is_sure:
            value = value.where(once.c.element.is_not(None))
        return Compiled(value.scalar_subquery(), made.is_sure, inner.shape)

    def _complete_one_of(self, type_: Any, details: Any, path: Path, one_of: OneOf, coordinate: str) -> Compiled:
        """`coalesce((select … from posts …), (select … from missions …), …)`."""
        members = {member.name: member for member in self.schema.get_possible_types(type_)}
        options = [
            self._complete_object(members[name], details, path, First(statement), coordinate)
            for name, statement in one_of.statements.items()
        ]
        value = func.coalesce(*(option.value for option in options))
        objects = [option.shape for option in options if isinstance(option.shape, shapes.Object)]
        return Compiled(value, False, shapes.Alternatives(objects))

    def _complete_list(self, type_: Any, details: Any, path: Path, result: Any, coordinate: str) -> Compiled:
        named = type_.of_type if is_non_null_type(type_) else type_
        if is_leaf_type(named):
            return Compiled(as_sql(result), is_sure(result), shapes.ListOf(shapes.Leaf()))
        if isinstance(result, PageNodes | PageEdges):
            return self._complete_page_rows(type_, details, path, result, coordinate)
        if isinstance(result, Each):
            return self._complete_each(type_, details, path, result, coordinate)
        if isinstance(result, EachOf):
            return self._complete_each_of(type_, details, path, result, coordinate)
        statement = related(result) if is_relation(result) else result
        return self._complete_rows(type_, details, path, statement, coordinate)

    def _complete_rows(self, type_: Any, details: Any, path: Path, statement: Any, coordinate: str) -> Compiled:
        """`(select coalesce(json_agg(json_object(…) order by …), '[]') from … where …)`."""
        with self._times(UNLIMITED_LIST):
            item = self.complete(type_, details, path, row_of(statement), coordinate)
        rows = readable(statement).order_by(None)
        array = JsonArray(item.value, order_by(statement))
        subquery = rows.with_only_columns(array, maintain_column_froms=True).scalar_subquery()
        return Compiled(subquery, True, shapes.ListOf(item.shape))

    def _complete_each(self, type_: Any, details: Any, path: Path, each: Each, coordinate: str) -> Compiled:
        """`(select coalesce(json_agg(… order by position), '[]') from jsonb_array_elements(…) with ordinality)`."""
        elements = func.jsonb_array_elements(each.array).table_valued(
            column("element", JSONB), with_ordinality="position"
        )
        elements = elements.render_derived()
        with nullcontext() if each.size is None else self._times(each.size):
            item = self.complete(type_, details, path, JsonRow(elements.c.element, each.parent), coordinate)
        array = JsonArray(item.value, [elements.c.position])
        return Compiled(select(array).select_from(elements).scalar_subquery(), True, shapes.ListOf(item.shape))

    def _complete_each_of(self, type_: Any, details: Any, path: Path, each: EachOf, coordinate: str) -> Compiled:
        """One object per id, in the order of the ids."""
        ids = combined("known", each.ids, lambda ids: [known_id(id) for id in ids], ARRAY(Text()))
        places = func.unnest(ids).table_valued(column("id", Text()), with_ordinality="position")
        places = places.render_derived()
        with self._times(ids):
            item = self.complete(type_, details, path, each.statement(places.c.id), coordinate)
        array = JsonArray(item.value, [places.c.position])
        return Compiled(select(array).select_from(places).scalar_subquery(), True, shapes.ListOf(item.shape))

    def _complete_page(self, type_: Any, details: Any, path: Path, page: Page, coordinate: str) -> Compiled:
        """A connection: reads the page only for what is asked of it."""
        opened = open_page(page, coordinate, self._filters())
        with self._times(opened.size):
            inner = self._complete_row(type_, details, path, opened)
        if not opened.is_read:
            return inner
        return Compiled(select(inner.value).select_from(opened.rows).scalar_subquery(), True, inner.shape)

    def _complete_page_rows(
        self, type_: Any, details: Any, path: Path, rows: PageNodes | PageEdges, coordinate: str
    ) -> Compiled:
        source = rows.page.row if isinstance(rows, PageNodes) else rows.page.edge
        item = self.complete(type_, details, path, source, coordinate)
        array = JsonArray(item.value, [rows.page.place_in_order], rows.page.is_on_page)
        return Compiled(array, True, shapes.ListOf(item.shape))

    def _filters(self) -> dict[str, Any]:
        """The arguments of the present field that say which list this is, not which part of it."""
        return {name: value for name, value in self._arguments.items() if name not in Page.__dataclass_fields__}

    def _lifted_arguments(self, field: Any, details: Any) -> dict[str, Any]:
        """The arguments of a field. Each is numbered: two binds of one name would be taken for one."""
        arguments = get_argument_values(
            field, details.node, self.variable_values, details.fragment_variable_values, self.hide_suggestions
        )
        return {
            name: lift(value, field.args[name].type, f"a{next(self._numbers)}_{name}", _always(value))
            for name, value in arguments.items()
        }

    @contextmanager
    def _times(self, factor: Factor) -> Iterator[None]:
        """What is read inside is read this many times."""
        before = self._factors
        self._factors = (*before, factor)
        self.cost.add(self._factors)
        try:
            yield
        finally:
            self._factors = before


def _always(value: Any) -> Any:
    return lambda _: value
