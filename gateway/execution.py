"""One operation from its text to the bytes of its answer, whichever road it takes."""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import orjson
from graphql import ExecutionResult, GraphQLError, OperationDefinitionNode
from graphql.execution.values import VariableValues

from gateway.database import Database
from gateway.errors import as_json, explained
from gateway.graph import SCHEMA
from gateway.rates import Rates
from gateway.reads.documents import MOST_ERRORS, GraphQLErrors, is_mutation
from gateway.reads.execute import Answer, Reader
from gateway.reads.plan import executor_for
from gateway.secrets import webhook_seal
from gateway.settings import Limits, Settings
from gateway.signing_in import signing_in
from gateway.writes import WriteContext, WriteExecutor
from schema.accounts.means import SigningIn
from schema.context import Actor, Preview, Scope
from schema.sources import encode_id
from schema.webhooks.means import WebhookMeans

UNAVAILABLE = ("SERVICE_UNAVAILABLE", "TIMEOUT")


@dataclass(frozen=True)
class Asked:
    """One request for an operation, its parts of the right JSON types."""

    query: str
    variables: Mapping[str, Any]
    operation_name: str | None
    may_write: bool
    """Whether it came in a way that may carry a mutation."""


@dataclass(frozen=True)
class Answered:
    """The body of an answer, whether it has `data`, and the code of its first error."""

    body: bytes
    has_data: bool
    code: str | None = None
    is_write: bool = False
    cookie: str | None = None
    """The secret of the session that was opened; an empty one when it was ended."""


class MutationNotAllowed(GraphQLError):
    """A mutation that came by GET."""

    def __init__(self) -> None:
        super().__init__("A mutation must be sent by POST.", extensions={"code": "MUTATION_BY_GET"})


class PreviewReadsOnly(GraphQLError):
    """A mutation that came with a preview link."""

    def __init__(self) -> None:
        message = "A preview link only shows a text; it changes nothing. Send the mutation with a token of your own."
        super().__init__(message, extensions={"code": "PREVIEW_READS_ONLY"})


class Execution:
    """Answers operations with one schema over one database."""

    def __init__(self, database: Database, settings: Settings) -> None:
        self._database = database
        self._settings = settings
        self._limits = {is_editor: settings.limits(is_editor=is_editor) for is_editor in (False, True)}
        self._rates = Rates(settings.comments_per_minute, settings.comments_per_minute_per_post)
        self._secret = settings.secret.get_secret_value().encode()
        self.signing_in = signing_in(settings)
        self._hands: dict[type, Any] = {WebhookMeans: WebhookMeans(webhook_seal(settings.secret))}
        self.reader = Reader(SCHEMA._schema, database, settings.public_url)

    async def answer(self, asked: Asked, actor: Actor, network: str, device: str = "") -> Answered:
        """The answer to one operation; it never raises, but for the end of the request itself."""
        try:
            return await self._answer(asked, actor, network, device)
        except GraphQLErrors as errors:
            return refused(errors.errors)
        except Exception as error:
            return refused([explained(error)])

    async def _answer(self, asked: Asked, actor: Actor, network: str, device: str) -> Answered:
        limits = self._limits[not actor.is_visitor]
        introspects = self._may_introspect(actor)
        document = self.reader.documents.get(asked.query, limits, suggests=introspects)
        operation = document.operation(asked.operation_name)
        variables = document.coerce(operation, asked.variables, suggests=introspects)
        if is_mutation(operation):
            if not asked.may_write:
                raise MutationNotAllowed
            if actor.preview is not None:
                raise PreviewReadsOnly
            context = WriteContext(
                self._database,
                self.reader,
                self._rates,
                document,
                actor,
                limits,
                self._digest_of(network),
                self._settings.preview_url_template,
                self.hands(network, device),
            )
            return await self._write(operation, variables, context)
        read = await self.reader.query(document, operation, variables, actor, limits, introspects=introspects)
        return _read_answer(read, limits, actor.preview)

    async def _write(
        self, operation: OperationDefinitionNode, variables: VariableValues, context: WriteContext
    ) -> Answered:
        executor = executor_for(WriteExecutor, context.document, operation, variables, context)
        points = self.reader.cost_of_payloads(context.document, executor)
        result: Any = executor.execute_operation()
        if not isinstance(result, ExecutionResult):
            result = await result
        errors = [explained(error) for error in result.errors or ()]
        body: dict[str, Any] = {"data": result.data}
        if errors:
            body["errors"] = [as_json(error) for error in errors[:MOST_ERRORS]]
        body["extensions"] = {"cost": {"points": points, "limit": context.limits.cost_points}}
        cookie = context.cookies[-1] if context.cookies else None
        return Answered(orjson.dumps(body), result.data is not None, _code(errors), is_write=True, cookie=cookie)

    def hands(self, network: str, device: str) -> dict[type, Any]:
        """What verbs are handed for a request from a network address and a device."""
        return {**self._hands, SigningIn: replace(self.signing_in, network=self._digest_of(network), device=device)}

    def _digest_of(self, network: str) -> str:
        """A network address as it may be remembered: keyed, so that nobody finds the address by trying all of them."""
        return hmac.digest(self._secret, network.encode(), "sha256").hex()

    def _may_introspect(self, actor: Actor) -> bool:
        return self._settings.allows_introspection_by_visitors or Scope.INTROSPECT in actor.scopes


def refused(errors: list[GraphQLError]) -> Answered:
    """The answer to a request that came to no data."""
    return Answered(orjson.dumps({"errors": [as_json(error) for error in errors]}), False, _code(errors))


def _read_answer(read: Answer, limits: Limits, preview: Preview | None) -> Answered:
    cost = b'"cost":{"points":%d,"limit":%d}' % (read.points, limits.cost_points)
    extensions = cost + (b',"preview":%b' % orjson.dumps(_told_of(preview)) if preview else b"")
    broken = b'"errors":%b,' % orjson.dumps([as_json(error) for error in read.errors]) if read.errors else b""
    return Answered(b'{"data":%b,%b"extensions":{%b}}' % (read.data, broken, extensions), True, _code(read.errors))


def _told_of(preview: Preview) -> dict[str, Any]:
    """What is a draft in an answer, so that a front end can mark it."""
    return {
        "post": encode_id("Post", preview.post_id),
        "locale": preview.locale,
        "revision": preview.revision,
        "expiresAt": preview.expires_at,
    }


def _code(errors: list[GraphQLError]) -> str | None:
    return str((errors[0].extensions or {}).get("code", "INTERNAL_SERVER_ERROR")) if errors else None
