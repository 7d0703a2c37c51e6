"""What a function can refuse and what it records, read from its syntax tree and from those of what it calls.

How deep this looks: it follows every function of schema/ that is named in the body, called or handed on, by looking
the name up in the module it stands in; a refusal that is made, or named in an `Obstacle`, is taken to be raised. A
function that says itself what it raises is believed and not looked into, since it is checked in its turn. Methods of
objects and properties are not followed: what they refuse must be said by the function that uses them, and for such a
function a docstring may say more than is found here, unless it is a verb.
"""

import ast
import inspect
import re
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from types import FunctionType, ModuleType
from typing import Any

from schema.errors import Refusal
from schema.obstacles import Obstacle

Refusals = frozenset[type[Refusal]]
Function = Callable[..., Any]

HEADING = re.compile(r"^(?:Args|Returns|Raises|Records|Statements|Source|Yields)\b.*:", re.MULTILINE)
CAPITALISED = re.compile(r"\b[A-Z][A-Za-z]+\b")
EVENT = re.compile(r"\b[a-z_]+\.[a-z_]+\b")


@dataclass(frozen=True)
class Found:
    """What was found in a function and below it."""

    refusals: Refusals
    events: frozenset[str]


def section(function: Function, name: str) -> str | None:
    """A section of a docstring, without its heading; None when there is none."""
    text = inspect.cleandoc(function.__doc__ or "")
    found = re.search(rf"^{name}:", text, re.MULTILINE)
    if found is None:
        return None
    rest = text[found.end() :]
    following = HEADING.search(rest)
    return rest[: following.start()] if following else rest


def said_to_raise(function: Function) -> Refusals | None:
    """The refusals a docstring lists; None when it lists none.

    Names of classes that are no refusals, such as GraphQLError, are somebody else's.
    """
    text = section(function, "Raises")
    if text is None:
        return None
    names = dict.fromkeys(name for line in _entries(text) for name in CAPITALISED.findall(line))
    known = {kind.__name__: kind for kind in every_refusal()}
    return frozenset(known[name] for name in names if name in known)


def _entries(text: str) -> Iterator[str]:
    """The names of a Raises section: what stands before a colon, or the whole line of a plain list."""
    for line in text.splitlines():
        indented = len(line) - len(line.lstrip())
        if indented <= 4:
            yield line.partition(": ")[0]


def unknown_names(function: Function) -> list[str]:
    """What a docstring says is raised and is nothing that can be raised."""
    said = [name for line in _entries(section(function, "Raises") or "") for name in CAPITALISED.findall(line)]
    known = {kind.__name__ for kind in every_refusal()}
    return [name for name in said if name not in known and not _is_exception(function.__globals__.get(name))]


def _is_exception(value: object) -> bool:
    return isinstance(value, type) and issubclass(value, Exception)


def said_to_record(function: Function) -> frozenset[str]:
    """The events a docstring lists."""
    return frozenset(EVENT.findall(section(function, "Records") or ""))


def every_refusal(kind: type[Refusal] = Refusal) -> Iterator[type[Refusal]]:
    """Every refusal that has been imported."""
    for below in kind.__subclasses__():
        yield below
        yield from every_refusal(below)


@cache
def found_in(function: Function) -> Found:
    """What a function refuses and records, itself and through what it calls."""
    return _found(function, frozenset())


def _found(function: Function, above: frozenset[Function]) -> Found:
    if function in above:
        return Found(frozenset(), frozenset())
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    return _Walk(function, above | {function}).body(tree)


class _Walk:
    """One function body, its names looked up where it stands."""

    def __init__(self, function: Function, above: frozenset[Function]) -> None:
        self._function, self._above = function, above

    def body(self, tree: ast.AST) -> Found:
        refusals, events = self._of(tree)
        return Found(frozenset(refusals), frozenset(events))

    def _of(self, node: ast.AST) -> tuple[set[type[Refusal]], set[str]]:
        if isinstance(node, ast.Try):
            return self._try(node)
        refusals, events = self._here(node)
        for child in ast.iter_child_nodes(node):
            more_refusals, more_events = self._of(child)
            refusals |= more_refusals
            events |= more_events
        return refusals, events

    def _try(self, node: ast.Try) -> tuple[set[type[Refusal]], set[str]]:
        """What the handlers catch does not come out of the body."""
        caught = tuple(self._classes(handler.type) for handler in node.handlers if handler.type is not None)
        kinds = tuple(kind for some in caught for kind in some)
        refusals, events = self._of_all(node.body)
        refusals = {refusal for refusal in refusals if not issubclass(refusal, kinds)}
        for part in (node.handlers, node.orelse, node.finalbody):
            more_refusals, more_events = self._of_all(part)
            refusals |= more_refusals
            events |= more_events
        return refusals, events

    def _of_all(self, nodes: Any) -> tuple[set[type[Refusal]], set[str]]:
        both = [self._of(node) for node in nodes]
        return {one for some, _ in both for one in some}, {one for _, some in both for one in some}

    def _classes(self, node: ast.expr) -> tuple[type, ...]:
        nodes = node.elts if isinstance(node, ast.Tuple) else [node]
        return tuple(kind for one in nodes if isinstance(kind := self._value(one), type))

    def _here(self, node: ast.AST) -> tuple[set[type[Refusal]], set[str]]:
        made = node.func if isinstance(node, ast.Call) else node.exc if isinstance(node, ast.Raise) else None
        kind = None if made is None else self._value(made)
        if isinstance(kind, type) and issubclass(kind, Refusal):
            return {kind}, set()
        if made is not None and kind is Obstacle and isinstance(node, ast.Call):
            met = self._value(node.args[0])
            return ({met} if isinstance(met, type) else set()), set()
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "record":
            return set(), {ast.literal_eval(node.args[0])}
        if isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Load):
            return self._named(self._value(node))
        return set(), set()

    def _named(self, value: Any) -> tuple[set[type[Refusal]], set[str]]:
        """What a function that is named here brings with it."""
        called = inspect.unwrap(value) if callable(value) else None
        if not isinstance(called, FunctionType) or not called.__module__.startswith("schema."):
            return set(), set()
        found = _found(called, self._above)
        said = said_to_raise(called)
        return set(found.refusals if said is None else said), set(found.events)

    def _value(self, node: ast.expr) -> Any:
        """What a name stands for in the module of the function; None when it is the function's own."""
        if isinstance(node, ast.Name):
            return self._function.__globals__.get(node.id)
        if isinstance(node, ast.Attribute) and isinstance(owner := self._value(node.value), ModuleType):
            return getattr(owner, node.attr, None)
        return None
