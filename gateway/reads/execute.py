"""A plan and its binds → one statement → the bytes that go out; what is not SQL runs beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import orjson
from graphql import GraphQLError, GraphQLObjectType, GraphQLSchema, OperationDefinitionNode
from graphql.execution.values import VariableValues
from graphql.pyutils import Path
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from gateway.database import ReadPool
from gateway.reads.documents import Document, Documents
from gateway.reads.plan import (
    MISSIONS,
    STORED,
    Operation,
    Plan,
    Planned,
    ReadContext,
    executor_for,
    plan_query,
    plan_selection,
)
from gateway.reads.shapes import mend
from gateway.settings import Limits
from schema.context import Actor, ViewerKind

BROKEN_PROMISE = b"\t"


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
            "Introspection is off for visitors here. Use schema/schema.graphql, or a token with the scope"
            " “introspect”.",
            extensions={"code": "INTROSPECTION_OFF"},
        )


class Reader:
    """Answers queries, and what payloads ask of things just written."""

    def __init__(self, schema: GraphQLSchema, pool: ReadPool, public_url: str) -> None:
        self.schema, self.pool = schema, pool
        self.documents = Documents(schema)
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
        answer = await self._read(planned.plan, {**variables.coerced, MISSIONS: actor.readable_missions}, limits)
        if not planned.beside:
            return answer
        members = self._introspected(document, operation, variables, planned.beside)
        return replace(answer, data=_in_order(planned.names, answer.data, members))

    async def stored(
        self, document: Document, executor: Any, type_: GraphQLObjectType, details: Any, path: Path, key: Any
    ) -> Any:
        """What a payload asks of one thing that was just written, ready to be put into the answer."""
        actor, variables = executor.context_value.actor, executor.variable_values
        values = variables.coerced
        operation = executor.operation
        place = (tuple(path.as_list()), _name(operation))
        used = document.variables_below(place, details)
        plan_key = (place, actor.viewer_kind, document.shape(operation, values, used))
        plan = document.plans.get(plan_key)
        if plan is None:
            context = self._contexts[actor.viewer_kind]
            asked = Operation(document, operation, variables)
            plan = document.plans[plan_key] = plan_selection(asked, context, type_, details, path)
        arrived = {**values, MISSIONS: actor.readable_missions, STORED: str(key)}
        row = await self.pool.fetchrow(plan.sql, plan.arguments(arrived), executor.context_value.limits.seconds)
        assert row is not None
        return self._mended(row[0], plan, executor, path)

    def _mended(self, data: bytes | None, plan: Plan, executor: Any, path: Path) -> Any:
        """Part of an answer as it can be put into the rest; broken promises become its errors."""
        if data is None or BROKEN_PROMISE not in data:
            return data and orjson.Fragment(data)
        mended, errors = mend({"stored": orjson.loads(data)}, plan.shape)
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

    async def _read(self, plan: Plan, values: Mapping[str, Any], limits: Limits) -> Answer:
        arguments = plan.arguments(values)
        points = plan.cost.points(values)
        if points > limits.cost_points:
            raise CostExceeded(points, limits.cost_points)
        row = await self.pool.fetchrow(plan.sql, arguments, limits.seconds)
        assert row is not None
        data = _object({name: _json(row[index]) for index, name in enumerate(plan.names)})
        if BROKEN_PROMISE not in data:
            return Answer(data, points, [])
        mended, errors = mend(orjson.loads(data), plan.shape)
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
