"""The gateway and the ordinary way in this process: which statement a plan is, and how many each of them sends."""

from typing import Any

from graphql import parse
from pydantic import SecretStr
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine

from bench.operations import Operation
from gateway.database import open_database
from gateway.execution import Asked, Execution
from gateway.settings import Settings
from gateway.settings_types import Environment
from schema.context import VISITOR
from tests.oracle.asking import Asker
from tests.oracle.executable import answer, oracle_schema

PUBLIC_URL = "https://missions.example"
SECRET = "a secret that only the measurement knows"


def settings() -> Settings:
    """Those of a server in production."""
    return Settings(environment=Environment.PRODUCTION, public_url=PUBLIC_URL, secret=SecretStr(SECRET))


async def sent(operation: Operation, url: str) -> list[tuple[str, list[Any]]]:
    """The statements that the gateway sends for an operation, each with its arguments."""
    noted: list[tuple[str, list[Any]]] = []
    async with open_database(url) as database:
        fetch = database.reads.fetchrow

        async def note(sql: str, arguments: list[Any], *rest: Any) -> Any:
            noted.append((sql, arguments))
            return await fetch(sql, arguments, *rest)

        database.reads.fetchrow = note
        asked = Asked(operation.text, operation.variables, None, may_write=False)
        answered = await Execution(database, settings()).answer(asked, VISITOR, "here")
    assert answered.code is None, answered.body
    return noted


async def statements_of_ordinary(operation: Operation, url: str) -> int:
    """How many statements one request takes."""
    engine = create_async_engine(url.replace("postgresql://", "postgresql+asyncpg://", 1), enable_from_linting=False)
    async with AsyncSession(engine) as session:
        document = parse(operation.text)
        answered = await answer(oracle_schema(), document, operation.variables, session, Asker(), PUBLIC_URL)
    await engine.dispose()
    return answered.statements
