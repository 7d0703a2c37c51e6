"""Writing: one mutation field opens a change, calls its verb, commits, and lets its answer be read back."""

import hashlib
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import timedelta
from typing import Any
from uuid import UUID

import orjson
import strawberry
from graphql import GraphQLObjectType, is_object_type
from graphql.pyutils import Path
from sqlalchemy import delete, func, select
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from gateway.database import Database
from gateway.rates import Rates
from gateway.reads.documents import Document
from gateway.reads.execute import Reader
from gateway.settings import Limits
from schema.accounts.mutations import SessionPayload
from schema.change import Change, begin_change
from schema.context import Actor
from schema.errors import Conflict, Invalid, Refusal
from schema.graph import problem_of
from schema.history.models import KeptAnswer
from schema.posts.services import StaleRevision
from schema.verbs import Stored

KEPT_FOR = timedelta(hours=24)
LONGEST_KEY = 255
KEEPING = (StaleRevision,)
"""Refusals that leave something behind: a repeated request must meet them again, not leave it twice."""


class IdempotencyKeyReused(Conflict):
    """This idempotency key was used with another input in the last 24 hours. Use a new key for a new request."""


class IdempotencyKeyTooLong(Invalid):
    """An idempotency key has at most 255 characters. Use a shorter one, such as a UUID."""


@dataclass(frozen=True)
class WriteContext:
    """What the mutation fields of one request know."""

    database: Database
    reader: Reader
    rates: Rates
    document: Document
    actor: Actor
    limits: Limits
    network: str
    """A keyed digest of the address a request came from: whose idempotency keys and rates these are, when nobody is
    known to be asking."""
    preview_url_template: str | None
    """The address of a preview, with a place for the secret of its link."""
    hands: Mapping[type, Any] = field(default_factory=dict)
    """What verbs are handed that content does not know by itself."""
    cookies: list[str] = field(default_factory=list)
    """The secrets of sessions that were opened, for the cookie and for nothing else; an empty one ends it."""

    async def write(self, verb: str, input: Any, answer: type, call: Callable[[Change], Awaitable[Any]]) -> Any:
        """Run one verb in a transaction of its own; its refusals become problems."""
        try:
            self.rates.check(verb, self.actor, self.network, input)
            async with begin_change(self.database.sessions, self.actor, hands=self.hands) as change:
                if getattr(input, "idempotency_key", None) is None:
                    answered = await call(change)
                else:
                    answered = await self._once(change, verb, input, answer, call)
            if isinstance(answered, SessionPayload) and answered.cookie is not None:
                self.cookies.append(answered.cookie)
            return answered
        except Refusal as refusal:
            return answer(problems=[problem_of(refusal)])

    async def _once(
        self, change: Change, verb: str, input: Any, answer: type, call: Callable[[Change], Awaitable[Any]]
    ) -> Any:
        """The same key with the same input is done once; a repeated request is answered by what the first one wrote."""
        key, digest = self._key_of(input), _digest(verb, input)
        whose = str(self.actor.account_id or self.network)
        await change.db.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(f"{whose} {key}", 0))))
        mine = (KeptAnswer.actor_key == whose, KeptAnswer.idempotency_key == key)
        await change.db.execute(delete(KeptAnswer).where(*mine, KeptAnswer.created_at < func.now() - KEPT_FOR))
        kept = await change.db.scalar(select(KeptAnswer).where(*mine))
        if kept is not None:
            if kept.request_digest != digest:
                raise IdempotencyKeyReused(path=("input", "idempotencyKey"))
            return self._answered_before(kept.outcome, answer)
        outcome: dict[str, Any]
        try:
            answered = await call(change)
            outcome = {"stored": _stored_in(answered)}
            return answered
        except Refusal as refusal:
            outcome = {"refusal": [refusal.code(), list(refusal.path), refusal.details]}
            raise
        finally:
            # After any other refusal the transaction is rolled back, and this with it.
            change.db.add(KeptAnswer(actor_key=whose, idempotency_key=key, request_digest=digest, outcome=outcome))

    def _answered_before(self, outcome: dict[str, Any], answer: type) -> Any:
        """The answer the first request got; what it wrote is read anew."""
        if "refusal" in outcome:
            code, path, details = outcome["refusal"]
            refusal = next(known for known in KEEPING if known.code() == code)
            raise refusal(path=path, **details)
        return answer(**{name: Stored(type_, UUID(row)) for name, (type_, row) in outcome["stored"].items()})

    def _key_of(self, input: Any) -> str:
        key = str(input.idempotency_key)
        if len(key) > LONGEST_KEY:
            raise IdempotencyKeyTooLong(path=("input", "idempotencyKey"))
        return key


def _stored_in(answered: Any) -> dict[str, tuple[str, str]]:
    """Type and key of what an answer names."""
    values = {field.name: getattr(answered, field.name) for field in fields(answered)}
    return {name: (value.type_name, str(value.key)) for name, value in values.items() if isinstance(value, Stored)}


def _digest(verb: str, input: Any) -> bytes:
    """SHA-256 of what was asked for, whatever the order of its fields."""
    said = orjson.dumps([verb, strawberry.asdict(input)], default=str, option=orjson.OPT_SORT_KEYS)
    return hashlib.sha256(said).digest()


class WriteExecutor(StrawberryGraphQLCoreExecutionContext):
    """graphql-core's executor for mutations; where a payload names something stored, the reading road goes on."""

    def complete_value(
        self, return_type: Any, field_details_list: Any, info: Any, path: Path, result: Any, position_context: Any
    ) -> Any:
        """A stored thing becomes what is asked of it; anything else is completed as usual."""
        if isinstance(result, Stored) and is_object_type(return_type):
            return self._read_back(return_type, field_details_list, path, result)
        return super().complete_value(return_type, field_details_list, info, path, result, position_context)

    async def _read_back(self, type_: GraphQLObjectType, details: Any, path: Path, stored: Stored) -> Any:
        context: WriteContext = self.context_value
        return await context.reader.stored(context.document, self, type_, details, path, stored.key)
