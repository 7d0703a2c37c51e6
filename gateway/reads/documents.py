"""Documents: parsed, measured and validated once, kept within bounds together with their plans."""

from collections.abc import Collection, Hashable, Iterable, Mapping
from typing import Any

from cachetools import LRUCache
from graphql import (
    DocumentNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
    Undefined,
    VariableNode,
    Visitor,
    coerce_input_value,
    get_nullable_type,
    is_leaf_type,
    parse,
    specified_rules,
    validate,
    visit,
)
from graphql.execution.get_variable_signature import GraphQLVariableSignature, get_variable_signature
from graphql.execution.values import VariableValues, VariableValueSource, get_variable_values
from strawberry.schema.validation_rules.maybe_null import MaybeNullValidationRule
from strawberry.schema.validation_rules.one_of import OneOfInputValidationRule

from gateway.limits import LimitExceeded, check
from gateway.reads.parameters import parts_in, shape
from gateway.settings import Limits

MOST_ERRORS = 10
MOST_INPUT_PARTS = 200
"""Input objects and their fields in the variables of one request: each may become SQL."""
RULES = (*specified_rules, MaybeNullValidationRule, OneOfInputValidationRule)


class Document:
    """A document that passed validation, with the plans made of it."""

    def __init__(self, schema: GraphQLSchema, ast: DocumentNode, most_plans: int) -> None:
        self.schema, self.ast = schema, ast
        self.plans: LRUCache[Hashable, Any] = LRUCache(most_plans)
        self.fitting: set[Limits] = set()
        """The limits it was found to be within."""
        self._used: dict[Hashable, frozenset[str]] = {}
        self.fragments = {
            definition.name.value: definition
            for definition in ast.definitions
            if isinstance(definition, FragmentDefinitionNode)
        }
        self._declared: dict[str | None, list[GraphQLVariableSignature]] = {}
        self._operations = {
            definition.name.value if definition.name else None: definition
            for definition in ast.definitions
            if isinstance(definition, OperationDefinitionNode)
        }

    def operation(self, name: str | None) -> OperationDefinitionNode:
        """The operation of that name; the only one when no name is given."""
        if name is None and len(self._operations) == 1:
            return next(iter(self._operations.values()))
        if name is None or name not in self._operations:
            known = ", ".join(str(known) for known in self._operations)
            message = f"There is no operation named {name}." if name else "Say which operation to run by its name."
            raise GraphQLError(f"{message} This document has: {known}.", extensions={"code": "BAD_REQUEST"})
        return self._operations[name]

    def coerce(
        self, operation: OperationDefinitionNode, variables: Mapping[str, Any], *, suggests: bool
    ) -> VariableValues:
        """The variables as the operation declares them; raises the first that does not fit.

        ``suggests`` lets errors name what was perhaps meant, which tells of the schema.
        """
        if not operation.variable_definitions:
            return VariableValues({}, {})
        if at_once := self._coerced_at_once(operation, variables):
            return at_once
        coerced = get_variable_values(
            self.schema, operation.variable_definitions, dict(variables), MOST_ERRORS, hide_suggestions=not suggests
        )
        if isinstance(coerced, list):
            raise GraphQLErrors([_with_code(error, "BAD_USER_INPUT") for error in coerced])
        values = coerced.coerced
        types = self._variable_types(operation)
        parts = sum(parts_in(values[name], type_) for name, type_ in types.items() if name in values)
        if parts > MOST_INPUT_PARTS:
            raise GraphQLErrors([LimitExceeded("parts in its variables", parts, MOST_INPUT_PARTS)])
        return coerced

    def _coerced_at_once(
        self, operation: OperationDefinitionNode, variables: Mapping[str, Any]
    ) -> VariableValues | None:
        """The variables when all of them are scalars that are given and fit, which need no second look."""
        sources, coerced = {}, {}
        for signature in self._signatures(operation):
            value = variables.get(signature.name, Undefined)
            fits = (
                coerce_input_value(value, signature.type)
                if is_leaf_type(get_nullable_type(signature.type))
                else Undefined
            )
            if value is Undefined or fits is Undefined:
                return None
            sources[signature.name] = VariableValueSource(signature, value)
            coerced[signature.name] = fits
        return VariableValues(sources, coerced)

    def shape(
        self, operation: OperationDefinitionNode, values: Mapping[str, Any], used: Collection[str] | None = None
    ) -> Hashable:
        """What of the variables, or of those that are used, belongs to the key of a plan."""
        return tuple(
            (name, shape(values[name], type_))
            for name, type_ in self._variable_types(operation).items()
            if name in values and (used is None or name in used)
        )

    def variables_below(self, place: Hashable, details: Any) -> frozenset[str]:
        """The variables that a selection uses, fragments included; walked once for each place of the document."""
        if place not in self._used:
            used: set[str] = set()
            _note_variables([detail.node for detail in details], self.fragments, used, set())
            self._used[place] = frozenset(used)
        return self._used[place]

    def _variable_types(self, operation: OperationDefinitionNode) -> dict[str, Any]:
        return {signature.name: signature.type for signature in self._signatures(operation)}

    def _signatures(self, operation: OperationDefinitionNode) -> list[GraphQLVariableSignature]:
        name = operation.name.value if operation.name else None
        if name not in self._declared:
            found = [get_variable_signature(self.schema, node) for node in operation.variable_definitions or ()]
            self._declared[name] = [one for one in found if isinstance(one, GraphQLVariableSignature)]
        return self._declared[name]


def _note_variables(
    nodes: Iterable[Any], fragments: Mapping[str, FragmentDefinitionNode], used: set[str], seen: set[str]
) -> None:
    """Note the variables in some nodes, those of spread fragments once."""

    class Noting(Visitor):
        def enter_variable(self, node: VariableNode, *_: Any) -> None:
            used.add(node.name.value)

        def enter_fragment_spread(self, node: FragmentSpreadNode, *_: Any) -> None:
            name = node.name.value
            if name not in seen:
                seen.add(name)
                _note_variables([fragments[name]], fragments, used, seen)

    for node in nodes:
        visit(node, Noting())


class GraphQLErrors(Exception):
    """Several errors of one request."""

    def __init__(self, errors: list[GraphQLError]) -> None:
        super().__init__(errors[0].message)
        self.errors = errors[:MOST_ERRORS]


class Documents:
    """The documents in use, the least recently used forgotten first."""

    def __init__(self, schema: GraphQLSchema, most_documents: int = 500, most_plans: int = 32) -> None:
        self._schema = schema
        self._most_plans = most_plans
        self._known: LRUCache[str, Document] = LRUCache(most_documents)

    def get(self, text: str, limits: Limits, *, suggests: bool) -> Document:
        """A document for a text; limits are checked before it is validated, and for every asker.

        ``suggests`` lets errors name what was perhaps meant, which tells of the schema.

        Raises:
            GraphQLErrors: it is not GraphQL, is too large, or does not fit the schema.
        """
        known = self._known.get(text)
        if known and limits in known.fitting:
            return known
        ast = known.ast if known else _parse(text, limits)
        if too_large := list(check(ast, limits)):
            raise GraphQLErrors(list(too_large))
        if known is None:
            if wrong := validate(self._schema, ast, RULES, MOST_ERRORS, hide_suggestions=not suggests):
                raise GraphQLErrors([_with_code(error, "GRAPHQL_VALIDATION_FAILED") for error in wrong])
            known = self._known[text] = Document(self._schema, ast, self._most_plans)
        known.fitting.add(limits)
        return known


def _parse(text: str, limits: Limits) -> DocumentNode:
    try:
        return parse(text, max_tokens=limits.tokens)
    except GraphQLError as error:
        raise GraphQLErrors([_with_code(error, "GRAPHQL_PARSE_FAILED")]) from None


def _with_code(error: GraphQLError, code: str) -> GraphQLError:
    error.extensions = {"code": code, **(error.extensions or {})}
    return error


def is_mutation(operation: OperationDefinitionNode) -> bool:
    """Whether an operation writes."""
    return operation.operation is OperationType.MUTATION
