"""Each verb says exactly what it may refuse and what it records; docs/reference/ and the callers rely on it."""

import inspect
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from types import FunctionType
from typing import cast

import pytest

import schema
from schema.change import Change
from schema.errors import Conflict, Invalid, NotAllowed, NotFound, NotReady
from schema.events import EVENTS
from schema.languages import UnknownLanguage
from schema.posts.body import BodyInvalid, PhotoNotFound
from schema.posts.refusals import PublicationFailed, RevisionUnknown
from schema.schedules.services import Held
from tests.house import calls

# What a call could refuse, and why it cannot there.
CANNOT_COME_TO_PASS: dict[str, tuple[calls.Refusals, str]] = {
    "people.services.create_person": (frozenset({NotFound}), "the person it loads was inserted in the line before"),
    "posts.services.bylines.snapshot_offices": (frozenset({NotFound}), "a post names a mission that is there"),
    "posts.services.publishing.make_public": (frozenset({NotFound}), "a post names a mission that is there"),
    "posts.services.previewing.show_unpublished": (
        frozenset({BodyInvalid, NotFound}),
        "a revision holds a body that was checked, and a post names a mission that is there",
    ),
    "posts.services.restoring.restore_revision": (frozenset({BodyInvalid}), "a revision holds a body that was checked"),
    "posts.services.text.text_of": (frozenset({BodyInvalid}), "a revision holds a body that was checked"),
    "posts.services.scheduling.publish_next_due": (
        frozenset({Held, PublicationFailed}),
        "what keeps a text is written down, and nobody is refused",
    ),
    "posts.services.publishing.publish_post": (frozenset({BodyInvalid}), "a revision holds a body that was checked"),
    "posts.services.correcting.correct_post": (frozenset({BodyInvalid}), "a revision holds a body that was checked"),
    "posts.services.withdrawing.restore_post": (
        frozenset({BodyInvalid, RevisionUnknown}),
        "the revision that was shown is there, and holds a body that was checked",
    ),
    "posts.services.text.entomb": (
        frozenset({BodyInvalid, PhotoNotFound, UnknownLanguage}),
        "a tombstone is one paragraph of words that were checked, and the language of a text is canonical",
    ),
    "posts.services.withdrawing.withdraw_post": (
        frozenset({BodyInvalid, PhotoNotFound}),
        "a tombstone is one paragraph of words that were checked",
    ),
    "posts.services.text.written": (
        frozenset({PhotoNotFound, UnknownLanguage}),
        "every photo was found before, and the language of a text is canonical",
    ),
}


class AlreadyGone(NotReady):
    """It is gone already. Do nothing."""


class Locked(Conflict):
    """It is locked. Wait."""


def functions() -> Iterator[FunctionType]:
    """Every public function below schema/, once."""
    seen = set()
    for found in pkgutil.walk_packages(schema.__path__, "schema."):
        for name, value in vars(import_module(found.name)).items():
            function = inspect.unwrap(value) if callable(value) else None
            is_ours = isinstance(function, FunctionType) and function.__module__ == found.name
            if is_ours and not name.startswith("_") and function not in seen:
                seen.add(function)
                yield cast("FunctionType", function)


def services() -> list[FunctionType]:
    """The verbs, and what they load with."""
    return [function for function in functions() if ".services" in function.__module__]


def named(function: FunctionType) -> str:
    return f"{function.__module__.removeprefix('schema.')}.{function.__qualname__}"


def names(refusals: calls.Refusals) -> list[str]:
    return sorted(refusal.__name__ for refusal in refusals)


def refused_by(function: FunctionType) -> calls.Refusals:
    """What a function can refuse: what is found in it, without what cannot come to pass there."""
    impossible, _ = CANNOT_COME_TO_PASS.get(named(function), (frozenset(), ""))
    return calls.found_in(function).refusals - impossible


@pytest.mark.parametrize("service", [pytest.param(function, id=named(function)) for function in services()])
def test_a_service_says_exactly_what_it_refuses(service: FunctionType) -> None:
    said, found = calls.said_to_raise(service) or frozenset(), refused_by(service)
    assert {"not said": names(found - said), "not found": names(said - found)} == {"not said": [], "not found": []}


def test_what_cannot_come_to_pass_is_not_said_for_nothing() -> None:
    found = {named(service): calls.found_in(service).refusals for service in services()}
    needless = {
        name: names(out) for name, (refusals, _) in CANNOT_COME_TO_PASS.items() if (out := refusals - found[name])
    }
    assert needless == {}


@pytest.mark.parametrize("service", [pytest.param(function, id=named(function)) for function in services()])
def test_a_service_says_exactly_what_it_records(service: FunctionType) -> None:
    assert calls.said_to_record(service) == calls.found_in(service).events
    assert calls.said_to_record(service) <= set(EVENTS)


def test_what_is_said_to_be_raised_exists() -> None:
    assert {named(function): said for function in functions() if (said := calls.unknown_names(function))} == {}


def test_a_function_that_says_what_it_refuses_leaves_nothing_out() -> None:
    left_out = {}
    for function in functions():
        said = calls.said_to_raise(function)
        if said is not None and (missing := refused_by(function) - said):
            left_out[named(function)] = names(missing)
    assert left_out == {}


def test_every_event_is_recorded_by_a_verb() -> None:
    assert {event for service in services() for event in calls.found_in(service).events} == set(EVENTS)


def test_a_verb_takes_the_change_first() -> None:
    """And all but the narrow values it works on by name."""
    verbs = [service for service in services() if calls.said_to_record(service)]
    assert verbs
    first = {named(verb): next(iter(inspect.signature(verb).parameters.values())) for verb in verbs}
    assert {name for name, parameter in first.items() if parameter.annotation is not Change} == set()


# A small verb, to see that the reading of it notices what it should.


def _helper(change: Change) -> None:
    raise Locked


def _believed(change: Change) -> None:
    """Something.

    Raises:
        Invalid: it is wrong.
    """
    raise AlreadyGone


def _verb(change: Change, row: object) -> None:
    """Do it.

    Raises:
        NotFound, NotAllowed.
        AlreadyGone: it was done before,
            perhaps by Somebody.

    Records:
        post.created

    Source:
        The Newsroom.
    """
    if row is None:
        raise NotFound(noun="row", key="1")
    try:
        _helper(change)
    except Locked:
        raise NotAllowed(verb="do it", role="editor") from None
    change.record("post.created", row, None)  # type: ignore[arg-type]
    raise AlreadyGone


def _wide(change: Change) -> None:
    _helper(change)
    map(_believed, [change])


def test_the_reading_follows_calls_and_minds_what_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_helper, "__module__", "schema.sample")
    monkeypatch.setattr(_believed, "__module__", "schema.sample")
    calls.found_in.cache_clear()
    assert calls.found_in(_verb) == calls.Found(
        frozenset({NotFound, NotAllowed, AlreadyGone}), frozenset({"post.created"})
    )
    assert calls.found_in(_wide).refusals == {Locked, Invalid}
    assert calls.said_to_raise(_verb) == frozenset({NotFound, NotAllowed, AlreadyGone})
    assert calls.said_to_record(_verb) == {"post.created"}
