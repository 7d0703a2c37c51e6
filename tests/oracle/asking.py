"""One request to the oracle: who asks, its session, and its loaders, which are the usual aiodataloader ones."""

import asyncio
from collections.abc import Callable, Coroutine, Hashable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from aiodataloader import DataLoader
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from tests.oracle.seeing import may_read

Batch = Callable[[list[Any]], Coroutine[Any, Any, list[Any]]]


@dataclass(frozen=True)
class Asker:
    """Who asks, as far as reading goes: a visitor has no missions."""

    missions: tuple[UUID, ...] = ()
    is_administrator: bool = False
    account_id: UUID | None = None


class Asking:
    """What the resolvers of one request share."""

    def __init__(self, session: AsyncSession, asker: Asker, public_url: str) -> None:
        self.asker, self.public_url = asker, public_url
        self.statements = 0
        self.turned: dict[str, list[Any]] = {}
        """Lists whose pages are turned by a variable, by its name."""
        self._session = session
        self._one_at_a_time = asyncio.Lock()
        self._loaders: dict[Hashable, DataLoader[Any, Any]] = {}
        self._running: set[asyncio.Task[Any]] = set()

    async def rows(self, statement: Any) -> Sequence[Any]:
        """The rows of a statement; a session runs one at a time."""
        async with self._one_at_a_time:
            self.statements += 1
            return (await self._session.execute(statement)).all()

    async def load(self, name: Hashable, batch: Batch, key: Any) -> Any:
        """One value by a loader that is made when it is first wanted.

        It is shielded: when a null moves up, graphql-core cancels the fields beside it, and they share their loads.
        """
        if name not in self._loaders:
            self._loaders[name] = DataLoader(self._noted(batch))
        return await asyncio.shield(self._loaders[name].load(key))

    async def one(self, model: type, key: UUID | None) -> Any:
        """The row with this key, if there is one that may be read."""

        async def batch(keys: list[UUID]) -> list[Any]:
            row: Any = model
            found = await self.rows(select(row).where(row.id.in_(keys), may_read(self.asker, row)))
            by_key = {one.id: one for (one,) in found}
            return [by_key.get(key) for key in keys]

        return None if key is None else await self.load(model, batch, key)

    async def many(self, model: type, column: str, key: UUID, *order: str) -> list[Any]:
        """The readable rows that name a key in one of their columns, in the order of others; `-` turns one round."""

        async def batch(keys: list[UUID]) -> list[list[Any]]:
            row: Any = model
            wanted = select(row).where(getattr(row, column).in_(keys), may_read(self.asker, row))
            falling = [(name.removeprefix("-"), name.startswith("-")) for name in order]
            by = [getattr(row, name).desc() if falls else getattr(row, name) for name, falls in falling]
            found: dict[UUID, list[Any]] = {key: [] for key in keys}
            for (one,) in await self.rows(wanted.order_by(*by)):
                found[getattr(one, column)].append(one)
            return [found[key] for key in keys]

        return list(await self.load((model, column, *order), batch, key))

    async def settle(self) -> None:
        """Wait for loads that were begun and are wanted no more."""
        while self._running:
            await asyncio.wait(self._running)

    def _noted(self, batch: Batch) -> Batch:
        async def noted(keys: list[Any]) -> list[Any]:
            task = asyncio.current_task()
            assert task is not None
            self._running.add(task)
            task.add_done_callback(self._running.discard)
            return await batch(keys)

        return noted
