"""Random arguments: literals, variables, and literals with variables in them, in every place that takes a value."""

import json
from dataclasses import dataclass, field
from random import Random
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    get_named_type,
    is_leaf_type,
    is_non_null_type,
    is_required_argument,
)

from tests.oracle.values import Known

ALIASES = ["a", "b", "c", "x", "a_b", "b_c", "v", "first", "v_first", "title", "nodes", "id"]
"""Names for response names and variables alike: few, so that they meet."""
PAGING = ("first", "after", "last", "before")
BY_ID_OR_SLUG = ("Query.post", "Query.mission", "Query.person", "Query.topic", "Query.tag")


@dataclass
class Arguments:
    """The arguments of one operation, and the variables they use."""

    known: Known
    random: Random
    variables: dict[str, Any] = field(default_factory=dict)
    declared: dict[str, str] = field(default_factory=dict)
    cursors: list[str] = field(default_factory=list)
    """The variables that turn pages."""
    _wanted: str | None = None
    """The type of which ids are wanted where every type fits."""

    def of(self, coordinate: str, chosen: GraphQLField, *, leads_to: str | None) -> str:
        """The arguments of a field as they stand in a document; few and harmless when it is to lead to a type."""
        is_wide, self._wanted = leads_to is not None, leads_to
        if coordinate in BY_ID_OR_SLUG:
            said = self._one_way(coordinate, chosen)
        else:
            said = {
                name: self._value(argument.type, f"{coordinate}.{name}")
                for name, argument in chosen.args.items()
                if name not in PAGING
                and (is_required_argument(argument) or self.random.random() < self._chance(name, is_wide))
            }
        if "first" in chosen.args:
            said |= self._paging([2, 3, 5, 20] if is_wide else [0, 1, 1, 2, 3, 5, 100])
        return f"({', '.join(f'{name}: {value}' for name, value in said.items())})" if said else ""

    def flag(self) -> str:
        """A Boolean for a directive."""
        return self.random.choice(["true", "false", self._variable("Boolean!", self.random.random() < 0.5)])

    def _chance(self, name: str, is_wide: bool) -> float:
        return 0.12 if name == "filter" and is_wide else 0.4

    def _one_way(self, coordinate: str, chosen: GraphQLField) -> dict[str, str]:
        """By id, or by slug."""
        names = self.random.choice([["id"], [name for name in chosen.args if name != "id"]])
        return {name: self._value(GraphQLNonNull(chosen.args[name].type), f"{coordinate}.{name}") for name in names}

    def _paging(self, sizes: list[int]) -> dict[str, str]:
        said = {}
        if self.random.random() < 0.75:
            size = self.random.choice(sizes)
            said[self.random.choice(["first", "first", "last"])] = self._maybe_variable("Int", size, str(size))
        if self.random.random() < 0.4:
            name = f"cursor{len(self.cursors)}"
            self.cursors.append(name)
            self.declared[name] = "String"
            said[self.random.choice(["after", "after", "before"])] = f"${name}"
        return said

    def _variable(self, type_: str, value: Any, default: str | None = None) -> str:
        same = [name for name, other in self.declared.items() if other == type_ and self.variables.get(name) == value]
        if same and self.random.random() < 0.5:
            return f"${same[0]}"
        name = self.random.choice(ALIASES)
        while name in self.declared:
            name += self.random.choice("abc_")
        self.declared[name] = f"{type_} = {default}" if default is not None else type_
        if default is None or self.random.random() < 0.6:
            self.variables[name] = value
        return f"${name}"

    def _maybe_variable(self, type_: str, value: Any, text: str) -> str:
        if self.random.random() > 0.3:
            return text
        return self._variable(type_, value, text if self.random.random() < 0.2 else None)

    def _value(self, type_: Any, place: str) -> str:
        """A value as it stands in a document."""
        if self.random.random() < 0.3:
            if self.random.random() < 0.1 and not is_non_null_type(type_):
                return self._variable(str(type_), None)
            value = self._plain(type_, place)
            default = _literal(type_, value) if self.random.random() < 0.2 else None
            return self._variable(str(type_), value, default)
        if isinstance(type_, GraphQLNonNull):
            is_leaf = is_leaf_type(type_.of_type)
            return _literal(type_, self._plain(type_, place)) if is_leaf else self._written(type_.of_type, place)
        return "null" if self.random.random() < 0.05 else self._written(type_, place)

    def _written(self, type_: Any, place: str) -> str:
        """A value that is neither null nor, as a whole, a variable."""
        if isinstance(type_, GraphQLList):
            if self.random.random() < 0.1:
                return self._value(type_.of_type, place)
            items = [self._value(type_.of_type, place) for _ in range(self._length(type_))]
            return f"[{', '.join(items)}]"
        if isinstance(type_, GraphQLInputObjectType):
            members = {
                name: self._value(type_.fields[name].type, f"{type_.name}.{name}") for name in self._members(type_)
            }
            return "{" + ", ".join(f"{name}: {value}" for name, value in members.items()) + "}"
        return _literal(type_, self._plain(type_, place))

    def _members(self, type_: GraphQLInputObjectType) -> list[str]:
        count = self.random.choice([0, 1, 1, 1, 1, 1, 2, 3])
        names = [name for name in type_.fields if name not in ("and", "or") or self.random.random() < 0.6]
        return self.random.sample(names, min(count, len(names)))

    def _length(self, type_: GraphQLList[Any]) -> int:
        holds_objects = isinstance(get_named_type(type_), GraphQLInputObjectType)
        return self.random.choice([0, 1, 2, 2] if holds_objects else [0, 1, 2, 3, 5])

    def _plain(self, type_: Any, place: str) -> Any:
        """A value as it stands in variables."""
        if isinstance(type_, GraphQLNonNull):
            return self._plain(type_.of_type, place)
        if isinstance(type_, GraphQLList):
            return [self._plain(type_.of_type, place) for _ in range(self._length(type_))]
        if isinstance(type_, GraphQLInputObjectType):
            return {name: self._plain(type_.fields[name].type, f"{type_.name}.{name}") for name in self._members(type_)}
        if isinstance(type_, GraphQLEnumType):
            return self.random.choice(list(type_.values))
        if type_.name == "ID":
            return self.known.id(place, self.random, self._wanted)
        if type_.name == "String":
            return self.known.text(place, self.random)
        if type_.name == "Int":
            return self.random.randint(1, 3)
        return self.random.random() < 0.5 if type_.name == "Boolean" else self.random.choice(self.known.moments)


def _literal(type_: Any, value: Any) -> str:
    """A value of variables as it stands in a document."""
    if isinstance(type_, GraphQLNonNull):
        return _literal(type_.of_type, value)
    if value is None:
        return "null"
    if isinstance(type_, GraphQLList):
        return f"[{', '.join(_literal(type_.of_type, item) for item in value)}]"
    if isinstance(type_, GraphQLInputObjectType):
        parts = (f"{name}: {_literal(type_.fields[name].type, part)}" for name, part in value.items())
        return "{" + ", ".join(parts) + "}"
    return str(value) if isinstance(type_, GraphQLEnumType) else json.dumps(value, ensure_ascii=False)
