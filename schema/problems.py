"""Refusals as GraphQL: expected answers to a mutation, which a person can act on."""

from schema.declaring import column, interface_type, object_type
from schema.errors import Refusal


@interface_type
class Problem:
    """Something that stands in the way of what was asked, and what to do about it."""

    code: str = column("What it is, for programs; see the reference of refusals.")
    message: str = column("What it is, for people: one or two sentences that say what to do next.")
    path: list[str] = column("The part of the input that is refused, from its root.")


@object_type
class Refused(Problem):
    """A problem that needs no more than its message."""


def path_of(refusal: Refusal) -> list[str]:
    """The part of the input that is refused."""
    return [str(step) for step in refusal.path]


def refused(refusal: Refusal) -> Problem:
    """A refusal as a problem without further data."""
    return Refused(code=refusal.code(), message=refusal.message, path=path_of(refusal))
