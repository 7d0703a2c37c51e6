"""The gateway and the oracle asked the same, and what their answers differ in."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import orjson
from graphql import DocumentNode, GraphQLError, GraphQLSchema, parse
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from gateway.execution import Asked as GatewayAsked
from gateway.execution import Execution
from schema.context import Actor
from tests.oracle.asking import Asker
from tests.oracle.executable import Answer, answer

REQUEST_REFUSALS = {"BAD_ID", "BAD_CURSOR", "PAGE_SIZE", "BAD_USER_INPUT", "UNKNOWN_LANGUAGE"}
"""What the gateway refuses before it reads anything, and an ordinary executor where it comes across it."""
MOST_ERRORS = 10


@dataclass(frozen=True)
class Compared:
    """Both answers to one operation; `difference` is empty when they agree."""

    gateway: Any
    oracle: Any
    difference: str
    cursors: dict[str, list[str]]
    statements: int
    """How many the oracle needed."""


@dataclass(frozen=True)
class Sides:
    """Both executors over one database."""

    execution: Execution
    schema: GraphQLSchema
    engine: AsyncEngine
    public_url: str

    async def compare(self, text: str, variables: dict[str, Any], actor: Actor) -> Compared:
        """Ask both, as one actor."""
        asked = GatewayAsked(text, variables, None, may_write=False)
        body = orjson.loads((await self.execution.answer(asked, actor, "here")).body)
        expected = await self._oracle(parse(text), variables, actor)
        gateway = {name: body[name] for name in ("data", "errors") if name in body}
        oracle = {"data": expected.data, "errors": [_shown(error) for error in expected.errors]}
        return Compared(gateway, oracle, _difference(body, expected), expected.cursors, expected.statements)

    async def _oracle(self, document: DocumentNode, variables: dict[str, Any], actor: Actor) -> Answer:
        asker = Asker(tuple(actor.roles), actor.role_everywhere is not None, actor.account_id)
        async with AsyncSession(self.engine) as session:
            return await answer(self.schema, document, variables, session, asker, self.public_url)


def _difference(body: dict[str, Any], expected: Answer) -> str:
    crashes = [error for error in expected.errors if error.original_error and not _code(error)]
    if crashes:
        broken = [error for error in crashes if not str(error.original_error).startswith("Cannot return null")]
        if broken:
            raise broken[0].original_error or broken[0]
    codes = {_code(error) for error in expected.errors} & REQUEST_REFUSALS
    if "data" not in body:
        code = body["errors"][0]["extensions"]["code"]
        return "" if code in codes else f"the gateway refuses with {code}, the oracle with {codes or 'nothing'}"
    if codes:
        return f"the oracle refuses with {codes}, the gateway does not"
    if canonical(body["data"]) != canonical(expected.data):
        return "the data differ"
    ours = {_null_place(error["path"], body["data"]) for error in body.get("errors", ())}
    theirs = {_null_place(error.path or [], expected.data) for error in expected.errors}
    if ours != theirs and not (len(body.get("errors", ())) >= MOST_ERRORS and ours < theirs):
        return f"the places made null differ: {sorted(map(str, ours))} and {sorted(map(str, theirs))}"
    return ""


def canonical(value: Any) -> str:
    """A value as JSON, the order of its keys kept; 1.0 is 1."""
    return json.dumps(_plain(value), ensure_ascii=False, indent=1)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _null_place(path: Any, data: Any) -> tuple[Any, ...]:
    """The place that became null because of an error somewhere below it: which of several is told may differ."""
    place: list[Any] = []
    for step in path:
        if data is None:
            break
        place.append(step)
        data = data[step]
    return tuple(place)


def _code(error: GraphQLError) -> str | None:
    return (error.extensions or {}).get("code")


def _shown(error: GraphQLError) -> dict[str, Any]:
    return {"message": error.message, "path": error.path, "code": _code(error)}


def first_lines_apart(compared: Compared) -> Iterator[str]:
    """Where the two answers begin to differ, for a person."""
    pair = [canonical(side.get("data")).splitlines() for side in (compared.gateway, compared.oracle)]
    for number, (ours, theirs) in enumerate(zip(*pair, strict=False)):
        if ours != theirs:
            yield from (f"  {line}" for line in pair[0][max(0, number - 6) : number])
            yield f"gateway: {ours.strip()}"
            yield f"oracle:  {theirs.strip()}"
            return
