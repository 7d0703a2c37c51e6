"""How large a document may be, measured in one walk before it is validated.

A fragment is measured once, so the walk is linear in the document; its size counts each time it is spread.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
)

from gateway.settings import Limits


@dataclass(frozen=True)
class Measure:
    """How large a selection is; introspection is measured by a rule of its own."""

    depth: int = 0
    aliases: int = 0
    fields: int = 0
    root_fields: int = 0

    def beside(self, other: "Measure") -> "Measure":
        """Both, in the same selection."""
        return Measure(
            max(self.depth, other.depth),
            self.aliases + other.aliases,
            self.fields + other.fields,
            self.root_fields + other.root_fields,
        )


class LimitExceeded(GraphQLError):
    """A document that is larger than this asker may send."""

    def __init__(self, what: str, figure: int, limit: int) -> None:
        super().__init__(
            f"This operation has {figure} {what}; at most {limit} are allowed. Ask for less, or in several requests.",
            extensions={"code": "LIMIT_EXCEEDED", "limit": limit, "figure": figure},
        )


def measure(document: DocumentNode) -> dict[str | None, tuple[OperationType, Measure]]:
    """The size of each operation of a document, by its name."""
    fragments = {
        definition.name.value: definition
        for definition in document.definitions
        if isinstance(definition, FragmentDefinitionNode)
    }
    walk = _Walk(fragments)
    return {
        operation.name.value if operation.name else None: (operation.operation, walk.selection(operation.selection_set))
        for operation in document.definitions
        if isinstance(operation, OperationDefinitionNode)
    }


def check(document: DocumentNode, limits: Limits) -> Iterator[LimitExceeded]:
    """What of a document is too large."""
    if document.token_count > limits.tokens:
        yield LimitExceeded("tokens", document.token_count, limits.tokens)
    for operation, size in measure(document).values():
        is_mutation = operation is OperationType.MUTATION
        most_root = limits.root_mutations if is_mutation else limits.root_fields
        for what, figure, limit in (
            ("levels", size.depth, limits.depth),
            ("aliases", size.aliases, limits.aliases),
            ("fields", size.fields, limits.fields),
            ("root mutations" if is_mutation else "root fields", size.root_fields, most_root),
        ):
            if figure > limit:
                yield LimitExceeded(what, figure, limit)


class _Walk:
    def __init__(self, fragments: dict[str, FragmentDefinitionNode]) -> None:
        self._fragments = fragments
        self._measured: dict[str, Measure] = {}

    def selection(self, selections: SelectionSetNode | None) -> Measure:
        total = Measure()
        for selected in selections.selections if selections else ():
            total = total.beside(self._one(selected))
        return total

    def _one(self, selected: Any) -> Measure:
        if isinstance(selected, FragmentSpreadNode):
            return self._fragment(selected.name.value)
        if not isinstance(selected, FieldNode):
            return self.selection(selected.selection_set)
        inner = Measure() if selected.name.value.startswith("__") else self.selection(selected.selection_set)
        return Measure(inner.depth + 1, inner.aliases + (selected.alias is not None), inner.fields + 1, 1)

    def _fragment(self, name: str) -> Measure:
        """Cycles and unknown names measure nothing here: validation reports them."""
        if name not in self._measured:
            self._measured[name] = Measure()
            if name in self._fragments:
                self._measured[name] = self.selection(self._fragments[name].selection_set)
        return self._measured[name]
