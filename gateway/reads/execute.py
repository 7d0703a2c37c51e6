"""A plan and its binds → one statement → the bytes that go out; what is not SQL runs beside it."""

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

import orjson
from graphql import (
    GraphQLError,
    GraphQLObjectType,
    GraphQLSchema,
    OperationDefinitionNode,
    get_named_type,
    is_object_type,
)
from graphql.execution.collect_fields import collect_fields
from graphql.execution.values import VariableValues
from graphql.pyutils import Path
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from gateway.database import Database
from gateway.reads.documents import Document, Documents
from gateway.reads.plan import (
    ACTOR,
    STORED,
    Operation,
    Plan,
    Planned,
    ReadContext,
    executor_for,
    plan_query,
    plan_selection,
)
from gateway.reads.previewing import PreviewReads
from gateway.reads.shapes import mend
from gateway.settings import Limits
from schema.context import Actor, ViewerKind
from schema.tables import MODELS

BROKEN_PROMISE = b"\t"
NO_KEY = str(UUID(int=0))


@dataclass(frozen=True)
class Answer:
    """What a read came to: the members of `data` as bytes, what it cost, and promises of the schema it broke."""

    data: bytes
    points: int
    errors: list[GraphQLError]


class CostExceeded(GraphQLError):
    """A query that would read more than its asker may."""

    def __init__(self, points: int, limit: int) -> None:
        super().__init__(
            f"This query costs {points} points; at most {limit} are allowed. Ask for smaller pages: every"
            " ten rows it may read cost a point, and the rows of a list count for each row of the list around it.",
            extensions={"code": "COST_EXCEEDED", "limit": limit, "figure": points},
        )


class IntrospectionOff(GraphQLError):
    """The schema was asked for by somebody who may not."""

    def __init__(self) -> None:
        super().__init__(
            "Introspection takes a token with the scope “introspect” here. schema/schema.graphql says the same.",
            extensions={"code": "INTROSPECTION_OFF"},
        )


class Reader:
    """Answers queries, and what payloads ask of things just written."""

    def __init__(self, schema: GraphQLSchema, database: Database, public_url: str) -> None:
        self.schema, self.database = schema, database
        self.documents = Documents(schema)
        self._previews = PreviewReads(database.sessions_of_previews)
        kinds: tuple[ViewerKind, ...] = ("visitor", "member", "administrator")
        self._contexts = {kind: ReadContext(kind, public_url) for kind in kinds}

    async def query(
        self,
        document: Document,
        operation: OperationDefinitionNode,
        variables: VariableValues,
        actor: Actor,
        limits: Limits,
        *,
        introspects: bool,
    ) -> Answer:
        """Answer a query in one statement.

        Raises:
            GraphQLError: it costs too much, or one of its values cannot be used.
        """
        planned = self._planned(document, operation, variables, actor)
        if planned.beside and not introspects:
            raise IntrospectionOff
        if planned.plan is None:
            return Answer(_object(self._introspected(document, operation, variables, planned.beside)), 0, [])
        answer = await self._read(planned.plan, variables, actor, limits)
        if not planned.beside:
            return answer
        members = self._introspected(document, operation, variables, planned.beside)
        return replace(answer, data=_in_order(planned.names, answer.data, members))

    async def stored(
        self, document: Document, executor: Any, type_: GraphQLObjectType, details: Any, path: Path, key: Any
    ) -> Any:
        """What a payload asks of one thing that was just written, ready to be put into the answer."""
        context, values = executor.context_value, executor.variable_values.coerced
        plan = self._plan_of_stored(document, executor, type_, details, path)
        arrived = {**values, ACTOR: context.actor, STORED: str(key)}
        row = await self._fetch(plan, plan.arguments(arrived), context.actor, context.limits)
        return await self._mended(row[0], plan, executor, path)

    def cost_of_payloads(self, document: Document, executor: Any) -> int:
        """What reading back the payloads of a mutation will cost, known before anything is written.

        Raises:
            GraphQLError: it costs too much, or one of its values cannot be used.
        """
        actor, limits = executor.context_value.actor, executor.context_value.limits
        values = {**executor.variable_values.coerced, ACTOR: actor, STORED: NO_KEY}
        points = 0
        for type_, details, path in _stored_in_payloads(executor):
            plan = self._plan_of_stored(document, executor, type_, details, path)
            plan.arguments(values)
            points += plan.cost.points(values)
        if points > limits.cost_points:
            raise CostExceeded(points, limits.cost_points)
        return points

    def _plan_of_stored(
        self, document: Document, executor: Any, type_: GraphQLObjectType, details: Any, path: Path
    ) -> Plan:
        kind, variables = executor.context_value.actor.viewer_kind, executor.variable_values
        place = (tuple(path.as_list()), _name(executor.operation))
        used = document.variables_below(place, details)
        key = (place, kind, document.shape(executor.operation, variables.coerced, used))
        plan: Plan | None = document.plans.get(key)
        if plan is None:
            asked = Operation(document, executor.operation, variables)
            plan = document.plans[key] = plan_selection(asked, self._contexts[kind], type_, details, path)
        return plan

    async def _fetch(self, plan: Plan, arguments: list[Any], actor: Actor, limits: Limits) -> Any:
        """The one row of a plan, given up when its time is over, waiting for a connection included."""
        if actor.preview is not None:
            return await self._previews.fetchrow(actor.preview, plan.sql, arguments, limits.seconds)
        pool = self.database.reads if actor.is_visitor else self.database.reads_of_members
        row = await pool.fetchrow(plan.sql, arguments, limits.seconds)
        assert row is not None
        return row

    async def _mended(self, data: bytes | None, plan: Plan, executor: Any, path: Path) -> Any:
        """Part of an answer as it can be put into the rest; broken promises become its errors."""
        if data is None or _is_finished(data, plan):
            return data and orjson.Fragment(data)
        mended, errors = await _finished(b'{"stored":%b}' % data, plan)
        for error in errors:
            place = [*path.as_list(), *(error.path or ())[1:]]
            executor.collected_errors.add(GraphQLError(error.message, path=place, extensions=error.extensions), path)
        return (mended or {}).get("stored")

    def _planned(
        self, document: Document, operation: OperationDefinitionNode, variables: VariableValues, actor: Actor
    ) -> Planned:
        kind = actor.viewer_kind
        key = (_name(operation), kind, document.shape(operation, variables.coerced))
        planned = document.plans.get(key)
        if planned is None:
            asked = Operation(document, operation, variables)
            planned = document.plans[key] = plan_query(asked, self._contexts[kind])
        return planned

    async def _read(self, plan: Plan, variables: VariableValues, actor: Actor, limits: Limits) -> Answer:
        values = {**variables.coerced, ACTOR: actor}
        arguments = plan.arguments(values)
        points = plan.cost.points(values)
        if points > limits.cost_points:
            raise CostExceeded(points, limits.cost_points)
        row = await self._fetch(plan, arguments, actor, limits)
        data = _object({name: _json(row[index]) for index, name in enumerate(plan.names)})
        if _is_finished(data, plan):
            return Answer(data, points, [])
        mended, errors = await _finished(data, plan)
        return Answer(orjson.dumps(mended), points, errors)

    def _introspected(
        self,
        document: Document,
        operation: OperationDefinitionNode,
        variables: VariableValues,
        beside: Mapping[str, Any],
    ) -> dict[str, bytes]:
        """`__schema` and `__type`, by graphql-core itself."""
        executor = executor_for(StrawberryGraphQLCoreExecutionContext, document, operation, variables, None)
        assert self.schema.query_type is not None
        result = executor.execute_fields(self.schema.query_type, None, None, dict(beside), None)
        assert isinstance(result, dict)
        return {name: orjson.dumps(value) for name, value in result.items()}


def _is_finished(data: bytes, plan: Plan) -> bool:
    """Whether what SQL answered goes out as it is."""
    return BROKEN_PROMISE not in data and not plan.computes


async def _finished(data: bytes, plan: Plan) -> tuple[Any, list[GraphQLError]]:
    """An answer with what Python makes of it and its nulls in their places; others are served while Python works."""
    if plan.computes:
        return await asyncio.to_thread(lambda: mend(orjson.loads(data), plan.shape))
    return mend(orjson.loads(data), plan.shape)


def _stored_in_payloads(executor: Any) -> Iterator[tuple[GraphQLObjectType, Any, Path]]:
    """What the payloads of an operation ask of things that its verbs write: type, selection and place of each."""
    schema, root = executor.schema, executor.schema.mutation_type
    verbs = collect_fields(schema, executor.fragments, executor.variable_values, root, executor.operation)
    for verb, details in verbs.grouped_field_set.items():
        field = schema.get_field(root, details[0].node.name.value)
        payload = get_named_type(field.type)
        if is_object_type(payload):
            for name, asked in executor.collect_subfields(payload, details).grouped_field_set.items():
                part = schema.get_field(payload, asked[0].node.name.value)
                type_ = get_named_type(part.type) if part else None
                if is_object_type(type_) and type_.name in MODELS:
                    yield type_, asked, Path(Path(None, verb, root.name), name, payload.name)


def _name(operation: OperationDefinitionNode) -> str | None:
    return operation.name.value if operation.name else None


def _json(column: Any) -> bytes:
    """A column as JSON: Postgres has written it, but for nulls and constants such as `__typename`."""
    return column if isinstance(column, bytes) else orjson.dumps(column)


def _object(members: Mapping[str, bytes]) -> bytes:
    return b"{" + b",".join(b'"%b":%b' % (name.encode(), value) for name, value in members.items()) + b"}"


def _in_order(names: Sequence[str], data: bytes, beside: Mapping[str, bytes]) -> bytes:
    """Members from SQL and from beside it, in the order they were asked for; null stays null."""
    read = orjson.loads(data)
    if read is None:
        return data
    members = {**{name: orjson.dumps(value) for name, value in read.items()}, **beside}
    return _object({name: members[name] for name in names})
