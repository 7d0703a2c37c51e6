"""What a read costs: a point for every ten rows of lists that it may read, known before the database is asked."""

from collections.abc import Mapping
from math import prod
from typing import Any

from sqlalchemy import ARRAY

from schema.sources import Param

Factor = int | Param
ROWS_PER_POINT = 10


class Cost:
    """A sum of products of list sizes, each a number or a value that arrives with the request."""

    def __init__(self) -> None:
        self._terms: list[tuple[Factor, ...]] = []

    def add(self, factors: tuple[Factor, ...]) -> None:
        """Count a list that stands inside others; the last factor is its own size."""
        self._terms.append(factors)

    def points(self, values: Mapping[str, Any]) -> int:
        """The points of one request."""
        rows = sum(prod(_size(factor, values) for factor in term) for term in self._terms)
        return -(-rows // ROWS_PER_POINT)


def _size(factor: Factor, values: Mapping[str, Any]) -> int:
    if isinstance(factor, int):
        return factor
    value = factor.read(values)
    return len(value) if isinstance(factor.type, ARRAY) else int(value)
