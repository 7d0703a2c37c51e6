"""How the oracle's resolvers are written down: one function for a field, named by its coordinate."""

from collections.abc import Callable
from typing import Any

from tests.oracle.asking import Asking
from tests.oracle.lists import Listing, Opened

Resolver = Callable[..., Any]

RESOLVERS: dict[str, Resolver] = {}
LISTINGS: dict[str, Listing] = {}


def resolves(*coordinates: str) -> Callable[[Resolver], Resolver]:
    """Let a function of a source, the asking and the arguments answer some fields."""

    def note(resolver: Resolver) -> Resolver:
        RESOLVERS.update(dict.fromkeys(coordinates, resolver))
        return resolver

    return note


def lists(listing: Listing) -> None:
    """Let a listing answer the field it is named for."""
    LISTINGS[listing.coordinate] = listing


def open_list(coordinate: str, types: Any) -> Resolver:
    """The resolver of a list: it only says which one, until its fields are asked for."""

    def resolve(source: Any, asking: Asking, **arguments: Any) -> Opened:
        parent = {} if source is None else {"parent": source.id}
        return Opened(asking, LISTINGS[coordinate], arguments, types, **parent)

    return resolve
