"""The grammar of rules: which obstacle is met, and what is said of it on either road."""

from typing import Any

import pytest
from sqlalchemy import literal, literal_column, null, select, true
from sqlalchemy.dialects.postgresql import JSONB

from schema.change import Change
from schema.errors import NotAllowed, NotReady
from schema.obstacles import Obstacle, answered, decided, refusal_of, taken, unless


class TooEarly(NotReady):
    """“{who}” may come after {hour} o'clock, not before. Wait {hour} hours."""


class TooLate(NotReady):
    """It is over. Come tomorrow."""


def early(stands: Any) -> Obstacle:
    return Obstacle(TooEarly, stands, {"who": "Zoë “Z” {x}", "hour": literal_column("9 + 0")}, ("input", "at"))


YES, NO, UNKNOWN = literal(True), literal(False), null()
LATE = Obstacle(TooLate, YES)


async def said(change: Change, expression: Any) -> Any:
    return (await change.db.scalars(select(expression))).one()


async def test_the_first_that_stands_is_told_as_the_refusal_says_it(change: Change) -> None:
    obstacles = [Obstacle(TooLate, NO), early(YES), LATE]
    refusal = refusal_of(obstacles, await said(change, decided(obstacles)))
    assert isinstance(refusal, TooEarly)
    assert (refusal.path, refusal.details) == (("input", "at"), {"who": "Zoë “Z” {x}", "hour": 9})
    told = {"allowed": False, "code": "TOO_EARLY", "reason": refusal.message}
    assert await said(change, answered(obstacles)) == told
    assert refusal.message == "“Zoë “Z” {x}” may come after 9 o'clock, not before. Wait 9 hours."


async def test_where_nothing_stands_it_is_allowed(change: Change) -> None:
    obstacles = [early(NO), Obstacle(TooLate, UNKNOWN.cast(literal(True).type))]
    assert refusal_of(obstacles, await said(change, decided(obstacles))) is None
    assert await said(change, answered(obstacles)) == {"allowed": True}


@pytest.mark.parametrize(("condition", "stands"), [(YES, False), (NO, True), (UNKNOWN, True)])
async def test_what_is_not_known_to_hold_stands(change: Change, condition: Any, stands: bool) -> None:
    assert await said(change, unless(condition.cast(true().type))) is stands


async def test_what_comes_after_the_first_that_stands_is_not_looked_at(change: Change) -> None:
    broken = literal_column("1 / (random() * 0)::int = 1")
    obstacles = [LATE, Obstacle(TooEarly, broken, {"who": "", "hour": 1})]
    assert (await said(change, answered(obstacles)))["code"] == "TOO_LATE"


def test_every_list_begins_with_who_may_do_it_at_all() -> None:
    nobody = Obstacle(NotAllowed, YES, {"verb": "enter", "role": "editor"})
    assert taken(iter([nobody, LATE]), is_first_only=False) == [nobody, LATE]
    with pytest.raises(LookupError, match="TooLate comes before who may do it at all"):
        taken(iter([LATE, nobody]), is_first_only=False)


def test_of_who_may_do_nothing_no_more_is_asked() -> None:
    def rule() -> Any:
        yield Obstacle(NotAllowed, YES, {"verb": "enter", "role": "editor"})
        raise AssertionError("the rest of the rule was asked for")

    assert len(taken(rule(), is_first_only=True)) == 1


def test_what_a_refusal_needs_must_be_given() -> None:
    with pytest.raises(KeyError, match="hour"):
        _ = Obstacle(TooEarly, YES, {"who": "nobody"}).sentence


async def test_details_are_json(change: Change) -> None:
    assert await said(change, early(YES).details_as_json) == {"who": "Zoë “Z” {x}", "hour": 9}
    assert early(YES).details_as_json.type.__class__ is JSONB
