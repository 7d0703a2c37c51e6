"""Fetching a picture that a stranger's archive names."""

from typing import Protocol

from schema.errors import Invalid


class NotFetched(Invalid):
    """“{address}” was not fetched: {reason}."""


class Fetch(Protocol):
    """Asks for one file."""

    async def __call__(self, address: str) -> bytes:
        """The file.

        Raises:
            NotFetched.
        """
