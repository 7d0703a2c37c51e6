"""The comparison with the oracle notices what it is there for: each kind of fault is made once, and seen."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import tuple_

from gateway.reads import execute, page
from gateway.reads.cursors import beyond
from schema.comments.filters import CommentOrder
from schema.comments.models import Comment
from schema.tables import VISIBILITY, everyone
from tests.gateway.reads.test_differential import Bench, bench

__all__ = ["bench"]

Break = Callable[[pytest.MonkeyPatch], None]


def show_every_comment(monkeypatch: pytest.MonkeyPatch) -> None:
    rules: dict[Any, Any] = VISIBILITY
    monkeypatch.setitem(rules, Comment, everyone)


def turn_the_order_round(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(CommentOrder, "keys", lambda order, comment: (comment.written_at, comment.id.desc()))


def begin_a_page_with_the_last_row_of_the_one_before(monkeypatch: pytest.MonkeyPatch) -> None:
    def including(order: Any, *rest: Any) -> Any:
        bound = beyond(order, *rest)
        return tuple_(*bound.left.clauses) <= tuple_(*bound.right.clauses)

    monkeypatch.setattr(page, "beyond", including)


def leave_nulls_where_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(execute, "mend", lambda data, shape: (data, []))


FAULTS: dict[Break, str] = {
    show_every_comment: "{ comments { totalCount } }",
    turn_the_order_round: "{ comments(first: 50) { nodes { id } } }",
    begin_a_page_with_the_last_row_of_the_one_before: (
        "query ($after: String) { posts(first: 3, after: $after) { nodes { id } } }"
    ),
    leave_nulls_where_they_are: "{ posts(first: 100) { nodes { title } } }",
}


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
async def test_a_fault_is_noticed(bench: Bench, fault: Break, monkeypatch: pytest.MonkeyPatch) -> None:
    text, visitor = FAULTS[fault], bench.world.visitor
    sound = await bench.sides.compare(text, {}, visitor)
    assert sound.difference == ""
    variables = {name: cursors[1] for name, cursors in sound.cursors.items()}
    fault(monkeypatch)
    broken = replace(bench.sides, execution=bench.begin_anew())
    assert (await broken.compare(text, variables, visitor)).difference
