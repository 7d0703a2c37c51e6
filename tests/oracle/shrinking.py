"""An operation on which two answers differ, made as small as it can be while they still do."""

from collections.abc import Awaitable, Callable, Iterator
from typing import Any

from graphql import (
    REMOVE,
    DocumentNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLSchema,
    Node,
    OperationDefinitionNode,
    VariableDefinitionNode,
    VariableNode,
    Visitor,
    parse,
    print_ast,
    validate,
    visit,
)

MOST_TRIES = 400
LISTS = ("selections", "arguments", "directives", "fields", "values", "variable_definitions")
"""Where a node holds parts that it may do without."""

StillDiffers = Callable[[str], Awaitable[bool]]


async def shrunk(schema: GraphQLSchema, text: str, still_differs: StillDiffers) -> str:
    """The smallest document found by leaving parts out, the largest first, until nothing more can go."""
    tries = 0
    is_smaller = True
    while is_smaller and tries < MOST_TRIES:
        is_smaller = False
        for smaller in _smaller(parse(text)):
            if validate(schema, smaller):
                continue
            tries += 1
            candidate = print_ast(smaller)
            if await still_differs(candidate):
                text, is_smaller = candidate, True
                break
            if tries >= MOST_TRIES:
                break
    return text


def _smaller(document: DocumentNode) -> Iterator[DocumentNode]:
    """The same document with one part left out, for each part, those nearer to the root first."""
    found: list[Any] = [document]
    for node in found:
        found.extend(part for key in node.keys for part in _parts(getattr(node, key, None)))
    for node in found:
        for name in LISTS:
            parts = getattr(node, name, None) or ()
            if len(parts) > 1 or name != "selections":
                yield from (_tidied(visit(document, _Leaving([part]))) for part in parts)


def _parts(value: Any) -> list[Node]:
    if isinstance(value, Node):
        return [value]
    return [part for part in value if isinstance(part, Node)] if isinstance(value, list | tuple) else []


def _tidied(document: DocumentNode) -> DocumentNode:
    """Without the fragments and variables that nothing uses any more."""
    while True:
        used = _Used()
        visit(document, used)
        unused: list[Node] = []
        for definition in document.definitions:
            if isinstance(definition, FragmentDefinitionNode) and definition.name.value not in used.fragments:
                unused.append(definition)
            if isinstance(definition, OperationDefinitionNode):
                variables = definition.variable_definitions or ()
                unused += [one for one in variables if one.variable.name.value not in used.variables]
        if not unused:
            return document
        document = visit(document, _Leaving(unused))


class _Leaving(Visitor):
    """Leaves nodes out."""

    def __init__(self, nodes: list[Node]) -> None:
        super().__init__()
        self._nodes = nodes

    def enter(self, node: Node, *rest: Any) -> Any:
        return REMOVE if any(node is one for one in self._nodes) else None


class _Used(Visitor):
    """Notes which fragments and variables are used."""

    def __init__(self) -> None:
        super().__init__()
        self.fragments: set[str] = set()
        self.variables: set[str] = set()

    def enter_fragment_spread(self, node: FragmentSpreadNode, *rest: Any) -> None:
        self.fragments.add(node.name.value)

    def enter_variable(self, node: VariableNode, key: Any, parent: Any, *rest: Any) -> None:
        if not isinstance(parent, VariableDefinitionNode):
            self.variables.add(node.name.value)
