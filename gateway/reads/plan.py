"""Plans: an operation compiled once for each kind of viewer and each shape of its variables."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from graphql import GraphQLObjectType, OperationDefinitionNode, default_field_resolver, default_type_resolver
from graphql.execution.collect_fields import FragmentDetails, collect_fields
from graphql.execution.values import VariableValues
from graphql.pyutils import Path
from sqlalchemy import Uuid, select
from sqlalchemy.orm import aliased
from sqlalchemy.types import TypeEngine
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from gateway.reads import shapes
from gateway.reads.compile import Compiled, ReadCompiler
from gateway.reads.cost import Cost
from gateway.reads.documents import Document
from gateway.reads.json_sql import write_sql
from gateway.reads.parameters import lift
from schema.base import Base
from schema.context import Actor, Viewer, ViewerKind
from schema.sources import First, Param, Row
from schema.tables import MODELS, VISIBILITY

AnyExecutor = TypeVar("AnyExecutor", bound=StrawberryGraphQLCoreExecutionContext)

ACTOR = "viewer.actor"
"""Where the actor of a request arrives, among the variables; no variable can have this name."""

STORED = "stored.key"
"""Where the key of a row arrives that a mutation has just written."""


class ReadContext:
    """What a resolver may know while it is compiled: nothing of this request, only of its kind."""

    def __init__(self, kind: ViewerKind, public_url: str) -> None:
        self.viewer = viewer_of(kind)
        self.public_url = public_url

    def rule(self, model: type[Base]) -> Any:
        """The visibility rule of a table for this kind of viewer."""
        return lambda row: VISIBILITY[model](self.viewer, row)

    def is_open(self, model: type[Base]) -> bool:
        """Whether this kind of viewer may read every row of a table."""
        row: Row = aliased(model)
        return VISIBILITY[model](self.viewer, row) is None


def viewer_of(kind: ViewerKind) -> Viewer:
    """A viewer of whom everything but the kind arrives with the request."""

    def arriving(name: str, type_: TypeEngine[Any], read: Callable[[Actor], Any]) -> Param:
        return Param(f"viewer_{name}", type_, lambda values: read(values[ACTOR]))

    return Viewer.known(kind, arriving)


@dataclass(frozen=True)
class Plan:
    """One read: its statement, where the values of its binds come from, what it costs, what its answer looks like."""

    sql: str
    params: Sequence[Param]
    names: Sequence[str]
    shape: shapes.Object
    cost: Cost
    computes: bool
    """Whether Python has yet to make a part of what SQL answers."""

    def arguments(self, values: Mapping[str, Any]) -> list[Any]:
        """The values of the binds in the order of their numbers; raises what a bind refuses of its value."""
        return [param.read(values) for param in self.params]


@dataclass(frozen=True)
class Operation:
    """What is to be compiled: one operation of a document with the variables of a first request."""

    document: Document
    definition: OperationDefinitionNode
    variables: VariableValues


@dataclass(frozen=True)
class Planned:
    """A query: the plan of its root fields that are SQL, those that are not, and the names of all in order."""

    plan: Plan | None
    beside: Mapping[str, Any]
    names: Sequence[str]


def plan_query(operation: Operation, context: ReadContext) -> Planned:
    """The plan of a query; introspection stays beside it."""
    compiler = _compiler(operation, context)
    query = compiler.schema.query_type
    assert query is not None
    fields = collect_fields(
        compiler.schema, compiler.fragments, compiler.variable_values, query, compiler.operation
    ).grouped_field_set
    beside = {name: details for name, details in fields.items() if _is_introspection(details)}
    columns = {
        name: compiler.execute_field(query, None, details, Path(None, name, query.name))
        for name, details in fields.items()
        if name not in beside
    }
    return Planned(_plan(columns, compiler, context) if columns else None, beside, tuple(fields))


def plan_selection(
    operation: Operation, context: ReadContext, type_: GraphQLObjectType, details: Any, path: Path
) -> Plan:
    """The plan of what a mutation's payload asks of one thing it wrote, whose key arrives with the request."""
    compiler = _compiler(operation, context)
    row = aliased(MODELS[type_.name])
    key = Param("stored_key", Uuid(), lambda values: values[STORED])
    stored = First(select(row).where(row.id == key), is_limited=False)
    return _plan({"stored": compiler.complete_first(type_, details, path, stored)}, compiler, context)


def _compiler(operation: Operation, context: ReadContext) -> ReadCompiler:
    """A compiler whose variables are binds instead of values."""
    sources, coerced = operation.variables
    lifted = {
        name: lift(value, sources[name].signature.type, f"v{number}_{name}", _variable(name))
        for number, (name, value) in enumerate(coerced.items(), 1)
    }
    variables = VariableValues(sources, lifted)
    return executor_for(ReadCompiler, operation.document, operation.definition, variables, context)


def executor_for(
    executor: type[AnyExecutor],
    document: Document,
    operation: OperationDefinitionNode,
    variables: VariableValues,
    context: Any,
) -> AnyExecutor:
    """One of graphql-core's executors for an operation whose variables are already coerced."""
    return executor(
        document.schema,
        document.fragments,
        {name: FragmentDetails(fragment) for name, fragment in document.fragments.items()},
        None,
        context,
        operation,
        variables,
        default_field_resolver,
        default_type_resolver,
        default_field_resolver,
    )


def _variable(name: str) -> Any:
    return lambda values: values[name]


def _is_introspection(details: Any) -> bool:
    return details[0].node.name.value in ("__schema", "__type")


def _plan(columns: Mapping[str, Compiled], compiler: ReadCompiler, context: ReadContext) -> Plan:
    statement = select(*(column.value.label(f"r{index}") for index, column in enumerate(columns.values())))
    written = write_sql(statement, context.rule)
    params = [written.arriving[name] for name in written.positiontup or ()]
    shape = shapes.Object({name: column.shape for name, column in columns.items()})
    return Plan(written.string, params, tuple(columns), shape, compiler.cost, compiler.computes)
