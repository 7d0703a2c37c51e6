"""The fields of a page: of connections, edges and page infos, whatever they are of."""

from typing import Any

from tests.oracle.asking import Asking
from tests.oracle.lists import Found, Opened, Place
from tests.oracle.resolving import resolves


@resolves("Connection.nodes")
async def nodes(opened: Opened, asking: Asking) -> list[Any]:
    return [place.node for place in (await opened.page()).places]


@resolves("Connection.edges")
async def edges(opened: Opened, asking: Asking) -> Any:
    return (await opened.page()).places


@resolves("Connection.pageInfo")
async def page_info(opened: Opened, asking: Asking) -> tuple[Opened, Found]:
    return opened, await opened.page()


@resolves("Connection.totalCount")
async def total_count(opened: Opened, asking: Asking) -> int:
    return await opened.count()


@resolves("Edge.node")
def node(place: Place, asking: Asking) -> Any:
    return place.node


@resolves("Edge.cursor")
def cursor(place: Place, asking: Asking) -> str:
    return place.cursor


@resolves("PageInfo.hasNextPage")
def has_next_page(page: tuple[Opened, Found], asking: Asking) -> bool:
    opened, found = page
    return opened.before is not None if opened.is_backward else found.has_more


@resolves("PageInfo.hasPreviousPage")
def has_previous_page(page: tuple[Opened, Found], asking: Asking) -> bool:
    opened, found = page
    return found.has_more if opened.is_backward else opened.after is not None


@resolves("PageInfo.startCursor")
def start_cursor(page: tuple[Opened, Found], asking: Asking) -> str | None:
    return page[1].places[0].cursor if page[1].places else None


@resolves("PageInfo.endCursor")
def end_cursor(page: tuple[Opened, Found], asking: Asking) -> str | None:
    return page[1].places[-1].cursor if page[1].places else None
