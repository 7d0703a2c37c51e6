"""Random operations: valid documents over the whole schema, from a seed.

Each sets out for one type of the schema, by a way that leads to it, and picks up whatever else lies beside the way.
"""

from dataclasses import dataclass, field
from functools import cache
from random import Random
from typing import Any

from graphql import (
    GraphQLSchema,
    get_named_type,
    is_abstract_type,
    is_composite_type,
    is_interface_type,
    is_leaf_type,
    is_object_type,
    parse,
    validate,
)

from tests.oracle.arguments import ALIASES, Arguments
from tests.oracle.values import Known

RICH = ("Post", "Translation", "Comment", "Mission", "Notice", "Revision", "Permission") * 2
"""Types that are set out for more often: most of their fields are made in a way of their own."""

Way = list[tuple[str, str]]
"""Types and the fields of them that lead on; at the end the type to be reached, with no field."""


@dataclass
class Asked:
    """One operation with its variables; `cursors` names the variables that turn pages."""

    text: str
    variables: dict[str, Any]
    cursors: list[str]


@dataclass
class Named:
    """What a response name stands for on some types."""

    types: frozenset[str]
    says: str
    returns: str
    below: "Scope"


class Scope(dict[str, list[Named]]):
    """The response names of one selection, fragments included."""

    def claim(self, name: str, types: frozenset[str], says: str, returns: str) -> "Scope | None":
        """The scope below a response name, or None when it would clash with what the name stands for already."""
        below = Scope()
        for other in self.get(name, ()):
            if (other.says != says) if other.types & types else (other.returns != returns):
                return None
            below = other.below
        self.setdefault(name, []).append(Named(types, says, returns, below))
        return below


def random_operation(schema: GraphQLSchema, known: Known, random: Random) -> Asked:
    """A valid operation; where a fragment clashes with what is beside it, another one is tried."""
    while True:
        asked = _Writer(schema, Arguments(known, random), random).operation()
        if not validate(schema, parse(asked.text)):
            return asked


@dataclass
class _Writer:
    schema: GraphQLSchema
    arguments: Arguments
    random: Random
    fragments: dict[str, tuple[Any, str]] = field(default_factory=dict)
    fields_left: int = 32

    def operation(self) -> Asked:
        for number in range(self.random.choice([0, 0, 1, 2])):
            self._fragment(f"F{number}")
        query, scope = self.schema.query_type, Scope()
        ways = [self._way() for _ in range(self.random.choice([1, 1, 2]))]
        parts = [self._field(query, scope, 3, way) for way in ways] + self._parts(
            query, scope, 3, self.random.randint(0, 2)
        )
        self.random.shuffle(parts)
        text = "{ " + " ".join(part for part in parts if part) + " }"
        used = self._used(text)
        declared = ", ".join(
            f"${name}: {type_}" for name, type_ in self.arguments.declared.items() if _is_in(name, [text, *used])
        )
        head = f"query Asked{f'({declared})' if declared else ''}"
        return Asked("\n".join([f"{head} {text}", *used]), self.arguments.variables, self.arguments.cursors)

    def _used(self, text: str) -> list[str]:
        """The fragments that are used, also by one another."""
        used: dict[str, str] = {}
        for name, (_, fragment) in reversed(self.fragments.items()):
            if any(f"...{name} " in other for other in (text, *used.values())):
                used[name] = fragment
        return list(used.values())

    def _way(self) -> Way:
        """A way from the top of a query to some type, rarely a long one."""
        leading = _leading(self.schema)
        type_ = self.random.choice([*(name for name in leading if name != "Query"), *RICH])
        way: Way = [(type_, "")]
        while type_ != "Query":
            steps = leading[type_]
            nearer = [step for step in steps if _distance(self.schema)[step[0]] < _distance(self.schema)[type_]]
            step = self.random.choice(nearer if len(way) > 3 or self.random.random() < 0.7 else steps)
            way.insert(0, step)
            type_ = step[0]
        return way

    def _fragment(self, name: str) -> None:
        favourites = ["Post", "Comment", "Translation", "Node", "PostConnection", "Placement", "Block", "Byline"]
        type_ = self.schema.type_map[self.random.choice([*favourites, *_leading(self.schema)])]
        parts = self._parts(type_, Scope(), 2, self.random.randint(1, 4))
        self.fragments[name] = (type_, f"fragment {name} on {type_.name} {{ {' '.join(parts or ['__typename'])} }}")

    def _parts(self, type_: Any, scope: Scope, depth: int, count: int) -> list[str]:
        parts = (self._part(type_, scope, depth) for _ in range(count))
        return [part for part in parts if part]

    def _part(self, type_: Any, scope: Scope, depth: int) -> str | None:
        chance = self.random.random()
        if chance < 0.06:
            return f"__typename{self._directive()}"
        if chance < 0.12:
            here = _possible(self.schema, type_)
            fitting = [name for name, (other, _) in self.fragments.items() if here & _possible(self.schema, other)]
            if fitting:
                return f"...{self.random.choice(fitting)} {self._directive()}"
        if is_abstract_type(type_) and (chance < 0.85 or not is_interface_type(type_)):
            return self._on(self.random.choice(sorted(_possible(self.schema, type_))), scope, depth)
        if chance < 0.2:
            condition = self.random.choice([f" on {type_.name}", ""])
            parts = self._parts(type_, scope, depth, 2)
            return f"...{condition}{self._directive()} {{ {' '.join(parts)} }}" if parts else None
        return self._field(type_, scope, depth)

    def _on(self, name: str, scope: Scope, depth: int, way: Way | None = None) -> str | None:
        """A part for one type of an abstract one."""
        type_ = self.schema.type_map[name]
        parts = self._below(type_, scope, depth, way or [])
        return f"... on {name}{self._directive()} {{ {' '.join(parts)} }}" if parts else None

    def _field(self, type_: Any, scope: Scope, depth: int, way: Way | None = None) -> str | None:
        self.fields_left -= 1
        if self.fields_left < 0 and not way:
            return None
        name = way[0][1] if way else self._some_field(type_, depth)
        return None if name is None else self._named_field(type_, name, scope, depth, way or [])

    def _named_field(self, type_: Any, name: str, scope: Scope, depth: int, way: Way) -> str:
        chosen = type_.fields[name]
        arguments = self.arguments.of(f"{type_.name}.{name}", chosen, leads_to=way[1][0] if way else None)
        response, inner = self._response_name(type_, name, arguments, scope)
        alias = "" if response == name else f"{response}: "
        below = get_named_type(chosen.type)
        if is_leaf_type(below):
            return f"{alias}{name}{arguments}{self._directive()}"
        parts = self._below(below, inner, depth - 1, way[1:]) or ["__typename"]
        return f"{alias}{name}{arguments}{'' if way else self._directive()} {{ {' '.join(parts)} }}"

    def _below(self, type_: Any, scope: Scope, depth: int, way: Way) -> list[str]:
        """What is asked of a type: the next step of the way, and some more; at the end of the way, much of it."""
        step, more = None, self.random.randint(0, 2)
        if way == [(type_.name, "")]:
            return self._much(type_, scope, depth)
        if way:
            is_here = way[0][0] == type_.name
            step = self._field(type_, scope, depth, way) if is_here else self._on(way[0][0], scope, depth, way)
        parts = [*([step] if step else []), *self._parts(type_, scope, depth, more)]
        self.random.shuffle(parts)
        return parts

    def _much(self, type_: Any, scope: Scope, depth: int) -> list[str]:
        """Most of the leaves of a type, and some of the rest."""
        leaves = [name for name, one in type_.fields.items() if is_leaf_type(get_named_type(one.type))]
        chosen = [name for name in leaves if self.random.random() < 0.7]
        parts = [self._named_field(type_, name, scope, depth, []) for name in chosen]
        parts += self._parts(type_, scope, max(depth, 1), self.random.randint(1, 3))
        self.random.shuffle(parts)
        return parts

    def _some_field(self, type_: Any, depth: int) -> str | None:
        leaves = [name for name, one in type_.fields.items() if is_leaf_type(get_named_type(one.type))]
        others = [name for name in type_.fields if name not in leaves] if depth > 0 else []
        choices = self.random.choice([leaves or others, others or leaves])
        return self.random.choice(choices) if choices else None

    def _response_name(self, type_: Any, name: str, arguments: str, scope: Scope) -> tuple[str, Scope]:
        options = [name] * 6 + self.random.sample(ALIASES, 4)
        self.random.shuffle(options)
        returns = str(type_.fields[name].type)
        for option in (*options, *(f"a{number}" for number in range(100))):
            inner = scope.claim(option, _possible(self.schema, type_), f"{name}{arguments}", returns)
            if inner is not None:
                return option, inner
        raise AssertionError("there are more names than fields")

    def _directive(self) -> str:
        if self.random.random() > 0.05:
            return ""
        return f" @{self.random.choice(['include', 'skip'])}(if: {self.arguments.flag()})"


def _is_in(variable: str, texts: list[str]) -> bool:
    return any(f"${variable}{end}" in text for text in texts for end in " ,)]}")


def _possible(schema: GraphQLSchema, type_: Any) -> frozenset[str]:
    """The names of the object types a value of a type may be of."""
    return (
        frozenset(one.name for one in schema.get_possible_types(type_))
        if is_abstract_type(type_)
        else frozenset([type_.name])
    )


@cache
def _leading(schema: GraphQLSchema) -> dict[str, Way]:
    """For each object type that a query can reach, the fields that lead to it."""
    found: dict[str, Way] = {"Query": []}
    for reached in (waiting := ["Query"]):
        for name, one in schema.type_map[reached].fields.items():  # type: ignore[attr-defined]
            named = get_named_type(one.type)
            for below in sorted(_possible(schema, named)) if is_composite_type(named) else ():
                if below not in found:
                    waiting.append(below)
                found.setdefault(below, []).append((reached, name))
    return {name: way for name, way in found.items() if is_object_type(schema.type_map[name])}


@cache
def _distance(schema: GraphQLSchema) -> dict[str, int]:
    """How many fields each type is away from the top of a query."""
    distances = {"Query": 0}
    while len(distances) < len(_leading(schema)):
        for name, steps in _leading(schema).items():
            known = [distances[step[0]] for step in steps if step[0] in distances]
            if known and name not in distances:
                distances[name] = min(known) + 1
    return distances
