"""A duty: something the worker sees to again and again. Each says what is due, does it, and when it is due next."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import structlog
from sqlalchemy import ColumnElement, DateTime, Float, cast, func

from gateway.settings import Settings
from schema.change import Sessions

log = structlog.get_logger()

NOW: ColumnElement[Any] = func.clock_timestamp(type_=DateTime(timezone=True))
"""The moment of the database: the one clock that several workers share."""


@dataclass(frozen=True)
class Work:
    """What a duty works with."""

    sessions: Sessions
    settings: Settings


class Duty:
    """Something the worker sees to. Two workers may see to it at once: what one has claimed the other leaves alone."""

    def __init__(self, work: Work) -> None:
        self.sessions, self.settings = work.sessions, work.settings
        self.wake: Callable[[], None] = lambda: None
        """Makes the worker look again; it is set by whoever attends to the duty."""

    async def attend(self) -> float | None:
        """Do what is due now.

        Returns:
            In how many seconds something is due again, whoever has claimed it; None: when somebody says so.
        """
        raise NotImplementedError

    async def finish(self) -> None:
        """End what was begun, or give it back: the worker stops."""


def seconds_from_now(moment: ColumnElement[Any]) -> ColumnElement[float]:
    """How far off a moment is, by the clock of the database."""
    return cast(func.extract("epoch", moment - NOW), Float)
