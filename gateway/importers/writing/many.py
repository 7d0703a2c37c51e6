"""Asking for many rows at once: a blog may have more comments than a statement may have parameters."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import ColumnElement, Text, Uuid, any_, literal
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import InstrumentedAttribute


def among_keys(column: InstrumentedAttribute[UUID], keys: Iterable[UUID]) -> ColumnElement[bool]:
    """Whether a key is one of these; one parameter, however many there are."""
    return column == any_(literal(list(keys), ARRAY(Uuid)))


def among_texts(column: InstrumentedAttribute[str], texts: Iterable[str]) -> ColumnElement[bool]:
    """Whether a text is one of these; one parameter, however many there are."""
    return column == any_(literal(list(texts), ARRAY(Text)))
