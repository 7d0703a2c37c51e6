"""Random operations: valid documents over the whole schema with variables in every place, from a seed."""

import json
from dataclasses import dataclass, field
from random import Random
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLSchema,
    get_named_type,
    is_abstract_type,
    is_composite_type,
    is_leaf_type,
    is_non_null_type,
    is_required_argument,
    parse,
    validate,
)

from tests.oracle.values import Known

ALIASES = ["a", "b", "c", "x", "a_b", "b_c", "v", "first", "v_first", "title", "nodes", "id"]
PAGING = ("first", "after", "last", "before")
Scope = dict[str, str]
"""What each response name of one selection stands for."""


@dataclass
class Asked:
    """One operation with its variables; `cursors` names the variables that turn pages."""

    text: str
    variables: dict[str, Any]
    cursors: list[str]


def random_operation(schema: GraphQLSchema, known: Known, random: Random) -> Asked:
    """A valid operation; of those that two selections make invalid another is tried."""
    while True:
        asked = _Writer(schema, known, random).operation()
        if not validate(schema, parse(asked.text)):
            return asked


@dataclass
class _Writer:
    schema: GraphQLSchema
    known: Known
    random: Random
    variables: dict[str, Any] = field(default_factory=dict)
    declared: dict[str, str] = field(default_factory=dict)
    cursors: list[str] = field(default_factory=list)
    fragments: list[tuple[str, Any, str]] = field(default_factory=list)
    fields_left: int = 45

    def operation(self) -> Asked:
        for number in range(self.random.choice([0, 0, 1, 2])):
            self._fragment(number)
        query = self.schema.query_type
        assert query is not None
        selection = self._selection(query, self.random.randint(3, 7), {}, most=3)
        declared = ", ".join(f"${name}: {type_}" for name, type_ in self.declared.items())
        text = "\n".join(
            [
                f"query Asked{f'({declared})' if declared else ''} {selection}",
                *(text for name, _, text in self.fragments if f"...{name} " in selection or self._is_used(name)),
            ]
        )
        return Asked(text, self.variables, self.cursors)

    def _is_used(self, name: str) -> bool:
        return any(f"...{name} " in text for _, _, text in self.fragments)

    def _fragment(self, number: int) -> None:
        types = [
            type_
            for type_ in self.schema.type_map.values()
            if is_composite_type(type_) and not type_.name.startswith("__") and self._is_readable(type_)
        ]
        favourites = ["Post", "Comment", "Translation", "Node", "PostConnection", "Placement", "Block", "Byline"]
        name = self.random.choice([*favourites, *(type_.name for type_ in types)])
        type_ = self.schema.type_map[name]
        text = self._selection(type_, self.random.randint(1, 3), {}, most=4)
        self.fragments.append((f"F{number}", type_, f"fragment F{number} on {name} {text}"))

    def _is_readable(self, type_: Any) -> bool:
        ends = ("Payload", "Problem", "Mutation", "Refused", "InvalidBody", "StaleRevision")
        return not type_.name.endswith(ends)

    def _selection(self, type_: Any, depth: int, scope: Scope, most: int = 5) -> str:
        parts: list[str] = []
        for _ in range(self.random.randint(1, most)):
            part = self._part(type_, depth, scope)
            if part:
                parts.append(part)
        return "{ " + " ".join(parts or ["__typename"]) + " }"

    def _part(self, type_: Any, depth: int, scope: Scope) -> str | None:
        chance = self.random.random()
        if chance < 0.06:
            return f"__typename{self._directive()}"
        if chance < 0.12:
            spread = self._spread(type_)
            if spread:
                return spread
        if is_abstract_type(type_) and (chance < 0.8 or not isinstance(type_, GraphQLInterfaceType)):
            member = self.random.choice(list(self.schema.get_possible_types(type_)))
            return f"... on {member.name}{self._directive()} {self._selection(member, depth, dict(scope))}"
        if chance < 0.2:
            condition = self.random.choice([f" on {type_.name}", ""])
            return f"...{condition}{self._directive()} {self._selection(type_, depth, scope, most=2)}"
        return self._field(type_, depth, scope)

    def _spread(self, type_: Any) -> str | None:
        here = set(self._possible(type_))
        fitting = [name for name, other, _ in self.fragments if here & set(self._possible(other))]
        return f"...{self.random.choice(fitting)} {self._directive()}" if fitting else None

    def _possible(self, type_: Any) -> list[str]:
        return [one.name for one in self.schema.get_possible_types(type_)] if is_abstract_type(type_) else [type_.name]

    def _field(self, type_: Any, depth: int, scope: Scope) -> str | None:
        if self.fields_left <= 0:
            return None
        candidates = [
            (name, one) for name, one in type_.fields.items() if depth > 1 or is_leaf_type(get_named_type(one.type))
        ]
        if not candidates:
            return None
        name, chosen = self.random.choice(candidates)
        self.fields_left -= 1
        arguments = self._arguments(f"{type_.name}.{name}", chosen, depth)
        response = self._response_name(name, f"{name}{arguments}", scope)
        below = get_named_type(chosen.type)
        inside = f" {self._selection(below, depth - 1, {})}" if is_composite_type(below) else ""
        alias = "" if response == name else f"{response}: "
        return f"{alias}{name}{arguments}{self._directive()}{inside}"

    def _response_name(self, name: str, says: str, scope: Scope) -> str:
        options = [name] * 6 + self.random.sample(ALIASES, 4)
        self.random.shuffle(options)
        for option in (*options, *(f"a{number}" for number in range(100))):
            if scope.setdefault(option, says) == says and (option == name or self.random.random() < 0.7):
                return option
        raise AssertionError("there are more names than fields")

    def _directive(self) -> str:
        if self.random.random() > 0.06:
            return ""
        value = self.random.choice(["true", "false", self._variable("Boolean!", self.random.random() < 0.5)])
        return f" @{self.random.choice(['include', 'skip'])}(if: {value})"

    def _arguments(self, coordinate: str, chosen: GraphQLField, depth: int) -> str:
        said = {}
        for name, argument in chosen.args.items():
            if name in PAGING:
                continue
            if is_required_argument(argument) or self.random.random() < 0.35:
                said[name] = self._value(argument.type, f"{coordinate}.{name}")
        if "first" in chosen.args:
            said |= self._paging(depth)
        if coordinate in ("Query.post", "Query.mission", "Query.person", "Query.topic", "Query.tag"):
            said = self._one_way(coordinate, chosen)
        return f"({', '.join(f'{name}: {value}' for name, value in said.items())})" if said else ""

    def _one_way(self, coordinate: str, chosen: GraphQLField) -> dict[str, str]:
        """By id, or by slug."""
        names = self.random.choice([["id"], [name for name in chosen.args if name != "id"]])
        return {name: self._value(GraphQLNonNull(chosen.args[name].type), f"{coordinate}.{name}") for name in names}

    def _paging(self, depth: int) -> dict[str, str]:
        said = {}
        if self.random.random() < 0.75:
            size = self.random.choice([0, 1, 1, 2, 2, 3, 5, 100 if depth < 4 else 4])
            said[self.random.choice(["first", "first", "last"])] = self._maybe_variable("Int", size, str(size))
        if self.random.random() < 0.5:
            name = f"cursor{len(self.cursors)}"
            self.cursors.append(name)
            self.declared[name] = "String"
            said[self.random.choice(["after", "after", "before"])] = f"${name}"
        return said

    def _variable(self, type_: str, value: Any, default: str | None = None) -> str:
        same = [name for name, other in self.declared.items() if other == type_ and self.variables.get(name) == value]
        if same and self.random.random() < 0.5:
            return f"${same[0]}"
        name = self.random.choice([*ALIASES, "v"])
        while name in self.declared:
            name += self.random.choice("abc_")
        self.declared[name] = f"{type_} = {default}" if default is not None else type_
        if default is None or self.random.random() < 0.6:
            self.variables[name] = value
        return f"${name}"

    def _maybe_variable(self, type_: str, value: Any, text: str) -> str:
        if self.random.random() > 0.3:
            return text
        default = text if self.random.random() < 0.2 else None
        return self._variable(type_, value, default)

    def _value(self, type_: Any, place: str) -> str:
        """A value as it stands in a document: a literal, a variable, or a literal with variables in it."""
        if self.random.random() < 0.3:
            if self.random.random() < 0.1 and not is_non_null_type(type_):
                return self._variable(str(type_), None)
            value = self._plain(type_, place)
            default = self._literal(type_, value) if self.random.random() < 0.2 else None
            return self._variable(str(type_), value, default)
        if isinstance(type_, GraphQLNonNull):
            return self._value(type_.of_type, place) if not self._is_leaf(type_) else self._literal_of(type_, place)
        if self.random.random() < 0.05:
            return "null"
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
        return self._literal_of(type_, place)

    def _is_leaf(self, type_: Any) -> bool:
        return is_leaf_type(type_.of_type if isinstance(type_, GraphQLNonNull) else type_)

    def _literal_of(self, type_: Any, place: str) -> str:
        return self._literal(type_, self._plain(type_, place))

    def _members(self, type_: GraphQLInputObjectType) -> list[str]:
        count = self.random.choice([0, 1, 1, 1, 2, 2, 3])
        names = [name for name in type_.fields if name not in ("and", "or", "not") or self.random.random() < 0.6]
        return self.random.sample(names, min(count, len(names)))

    def _length(self, type_: GraphQLList[Any]) -> int:
        return self.random.choice(
            [0, 1, 2] if isinstance(get_named_type(type_), GraphQLInputObjectType) else [0, 1, 2, 3, 5]
        )

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
        return {
            "ID": lambda: self.known.id(place, self.random),
            "String": lambda: self.known.text(place, self.random),
            "Boolean": lambda: self.random.random() < 0.5,
            "DateTime": lambda: self.random.choice(self.known.moments),
        }[type_.name]()

    def _literal(self, type_: Any, value: Any) -> str:
        if isinstance(type_, GraphQLNonNull):
            return self._literal(type_.of_type, value)
        if value is None:
            return "null"
        if isinstance(type_, GraphQLList):
            return f"[{', '.join(self._literal(type_.of_type, item) for item in value)}]"
        if isinstance(type_, GraphQLInputObjectType):
            parts = (f"{name}: {self._literal(type_.fields[name].type, part)}" for name, part in value.items())
            return "{" + ", ".join(parts) + "}"
        return str(value) if isinstance(type_, GraphQLEnumType) else json.dumps(value, ensure_ascii=False)
