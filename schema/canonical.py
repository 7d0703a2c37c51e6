"""One text for one meaning: JSON as RFC 8785 writes it down, which is what a hash or a signature is made of."""

import hashlib
from datetime import UTC, datetime
from typing import Any

import rfc8785


def canonical(value: Any) -> bytes:
    """A JSON value in the one form it has by RFC 8785, in UTF-8.

    Numbers are whole and below 2⁵³: another one that has been through a database or another language may come back as
    its neighbour. What holds one, or is no JSON, is a mistake of ours and raises TypeError or ValueError.
    """
    _refuse_floats(value)
    return rfc8785.dumps(value)


def _refuse_floats(value: Any) -> None:
    if isinstance(value, float):
        raise TypeError(f"{value!r} is no whole number; write it as a text")
    if isinstance(value, dict):
        for member in value.values():
            _refuse_floats(member)
    elif isinstance(value, list | tuple):
        for element in value:
            _refuse_floats(element)


def sha256(content: bytes) -> bytes:
    """The SHA-256 of some bytes."""
    return hashlib.sha256(content).digest()


def moment_text(moment: datetime) -> str:
    """A moment to the microsecond in UTC, in its one form: ``2026-03-10T09:30:00.000000Z``."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
