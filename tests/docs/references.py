"""The pages of docs/reference/ that are made from the code: refusals, errors and events.

What a refusal says and who can meet it stands in the code. What an error means to a client, and what an event carries,
is told here; tests hold it against the code.
"""

import ast
import inspect
import pkgutil
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from types import ModuleType

import gateway
import schema
from gateway.routes.graphql import STATUS_OF
from schema.errors import Conflict, Invalid, NotAllowed, NotFound, NotReady, Refusal
from schema.events import EVENTS
from schema.graph import Mutation
from schema.verbs import key_of, key_of_optional
from tests.docs.events_told import EVENTS_TOLD
from tests.house.calls import every_refusal, said_to_raise

UPDATE = "`UPDATE_GOLDEN=1 pytest tests/docs/test_references.py`"

GROUPS: dict[type[Refusal], str] = {
    NotFound: "What was named does not exist, or the one who asks may not know that it does. Both answer alike.",
    NotAllowed: "It exists and may be seen, and this account may not do this to it.",
    NotReady: "It may be done, and not in the present state of things.",
    Invalid: "The input cannot be used as it is. The same input will be refused again.",
    Conflict: "Somebody or something else was there first. Read the present state, then decide.",
}

DOORS = {
    "IDEMPOTENCY_KEY_REUSED": "every mutation with an `idempotencyKey`",
    "IDEMPOTENCY_KEY_TOO_LONG": "every mutation with an `idempotencyKey`",
    "TOO_MANY_COMMENTS": "`addComment` by a visitor",
    "TOO_MANY_COMMENTS_ON_POST": "`addComment` by a visitor",
}
"""Refusals that are decided before a verb is called."""


@dataclass(frozen=True)
class Told:
    """What a client should know of an error."""

    meaning: str
    remedy: str


ERRORS: Mapping[str, Told] = {
    "CROSS_ORIGIN": Told(
        "A browser sent the cookie of a session from a page that is not ours, or did not say where from.",
        "Ask from a page of this server; a program sends a token instead of a cookie.",
    ),
    "BAD_CURSOR": Told(
        "A cursor was damaged, or another list made it: another field, order or filter.",
        "Ask for the first page again and follow its cursors.",
    ),
    "BAD_ID": Told(
        "An id is not one of ours, or is the id of another type.",
        "Send ids back exactly as they were answered.",
    ),
    "BAD_REQUEST": Told(
        "The request is no GraphQL request: its JSON, one of its parts, or the name of its operation.",
        "Read the message; it names the part.",
    ),
    "BAD_USER_INPUT": Told(
        "A variable or an argument does not fit its type, or two arguments do not go together.",
        "Correct the value. The same request will fail again.",
    ),
    "CLIENT_LEFT": Told("The body ended before it was complete.", "Nobody reads this; it is there for the log."),
    "COST_EXCEEDED": Told(
        "The query could read more rows than its asker may. `figure` is what it costs, `limit` what is allowed.",
        "Ask for smaller pages, or for less inside them; see [operations](operations.md#what-a-query-costs).",
    ),
    "GRAPHQL_PARSE_FAILED": Told("The text is not GraphQL, or has too many tokens.", "Correct the document."),
    "GRAPHQL_VALIDATION_FAILED": Told(
        "The document does not fit the schema: a field, an argument or a type is not there.",
        "Check it against `schema/schema.graphql`, best when it is built.",
    ),
    "HTTP_400": Told(
        "The header `host` names a host that this server does not answer at.",
        "Use the server's own address; its operator can allow another one.",
    ),
    "HTTP_404": Told("There is nothing at this address.", "The API is at `/graphql`."),
    "HTTP_405": Told("The address does not take this method.", "See the header `allow`."),
    "HTTP_413": Told("The request is larger than the server takes.", "Send less, or in several requests."),
    "INTERNAL_SERVER_ERROR": Told(
        "A fault of ours, or a value that the schema promises and the data lack.",
        "Tell the operator the `reference`, if there is one; it stands in the log beside the whole story.",
    ),
    "INTROSPECTION_OFF": Told(
        "Visitors may not ask for the schema on this server.",
        "Take `schema/schema.graphql`, or a token with the scope `introspect`.",
    ),
    "LIMIT_EXCEEDED": Told(
        "The document is too large: in tokens, levels, aliases, fields, root fields or parts of its variables."
        " `figure` and `limit` say by how much.",
        "Split it.",
    ),
    "MUTATION_BY_GET": Told("A mutation came by GET.", "Send it by POST."),
    "NOT_ACCEPTABLE": Told("The header `accept` names no type that answers can have.", "Accept `application/json`."),
    "PAGE_SIZE": Told("`first` or `last` is not between 0 and 100.", "Ask for less and follow the cursor."),
    "PREFLIGHT_REQUIRED": Told(
        "A request by GET lacks the header that another site cannot make a browser send.",
        "Send `graphql-require-preflight: 1`.",
    ),
    "PREVIEW_READS_ONLY": Told(
        "A mutation came with a preview link, which only shows a text.",
        "Send it with the token of an account.",
    ),
    "REQUEST_TIMEOUT": Told("The body took too long to arrive.", "Send it again."),
    "SERVICE_UNAVAILABLE": Told(
        "The database is busy, restarting or out of reach.",
        "Try again after the seconds in `retry-after`. A mutation with an `idempotencyKey` can be sent again as it is.",
    ),
    "TIMEOUT": Told("The answer took too long and was given up.", "Ask for less, or try again after `retry-after`."),
    "UNAUTHENTICATED": Told(
        "The token, or the preview link, is unknown, expired or revoked. Without one a request is a visitor's, and not"
        " an error.",
        "Get another token from the operator, or another link from whoever sent it.",
    ),
    "UNKNOWN_LANGUAGE": Told("An argument of a query is not a language tag.", "Use BCP 47: `en`, `fr-CA`, `ar`."),
    "UNSUPPORTED_MEDIA_TYPE": Told(
        "The body is not JSON in UTF-8, or is compressed.",
        "Send `content-type: application/json`, uncompressed.",
    ),
}


@cache
def everything_imported() -> None:
    """Import every module, so that every refusal is known."""
    for package in (schema, gateway):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not found.name.endswith("__main__"):
                import_module(found.name)


def refusals() -> list[type[Refusal]]:
    """Every refusal of ours that is raised as such, by its code."""
    everything_imported()
    ours = {kind for kind in every_refusal() if kind.__module__.partition(".")[0] in ("schema", "gateway")}
    ours -= {NotReady, Invalid, Conflict}
    return sorted(ours, key=lambda kind: kind.code())


def group_of(refusal: type[Refusal]) -> type[Refusal]:
    """What sort of refusal it is."""
    return next(group for group in GROUPS if issubclass(refusal, group))


@cache
def met_in() -> dict[str, list[str]]:
    """The mutations that can answer with each code, beside those that all share."""
    found: dict[str, list[str]] = {}
    for mutations in Mutation.__mro__[1:-1]:
        module = inspect.getmodule(mutations)
        assert module is not None
        for name, raised in _mutations_of(mutations, module):
            for refusal in raised:
                found.setdefault(refusal.code(), []).append(f"`{name}`")
    return {code: sorted(names) for code, names in found.items()}


def _mutations_of(mutations: type, module: ModuleType) -> Iterator[tuple[str, set[type[Refusal]]]]:
    """Each mutation of a noun with what it can refuse: what its service says, and what its ids may be."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(mutations)))
    for method in ast.walk(tree):
        if isinstance(method, ast.AsyncFunctionDef):
            yield _camel(method.name), {refusal for node in ast.walk(method) for refusal in _raised(node, module)}


def _raised(node: ast.AST, module: ModuleType) -> frozenset[type[Refusal]]:
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "services":
        service = getattr(module.__dict__["services"], node.attr)
        return (said_to_raise(service) if inspect.isfunction(service) else None) or frozenset()
    if isinstance(node, ast.Name) and (function := module.__dict__.get(node.id)) in (key_of, key_of_optional):
        return said_to_raise(key_of) or frozenset() if function else frozenset()
    return frozenset()


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


def sentence(refusal: type[Refusal]) -> str:
    """What a refusal says, its details as `{names}`."""
    return " ".join((refusal.__doc__ or "").split("\n\n")[0].split())


def refusals_page() -> str:
    """docs/reference/refusals.md."""
    lines = [
        "# Refusals",
        "",
        "A refusal is an expected “no”: the answer of a mutation in `problems`, with a `code` for programs, a `message`"
        " for people and the `path` of the input it is about. Then nothing was changed, unless the message says so."
        " A code never changes its meaning. What stands in `{braces}` is filled in.",
        "",
        "Broken requests and faults are errors, which are [another list](errors.md).",
        "",
        f"This page is made from the code: {UPDATE}.",
    ]
    for group, meaning in GROUPS.items():
        own = [refusal for refusal in refusals() if group_of(refusal) is group]
        lines += ["", f"## {_words(group)}", "", meaning]
        for refusal in own:
            lines += ["", f"### `{refusal.code()}`", "", f"> {sentence(refusal)}", "", f"Where: {where(refusal)}."]
    return "\n".join(lines) + "\n"


def where(refusal: type[Refusal]) -> str:
    """Who can meet a refusal."""
    if refusal.code() in DOORS:
        return DOORS[refusal.code()]
    if found := met_in().get(refusal.code()):
        return ", ".join(found)
    return "`communique token create`" if refusal.__module__.startswith("schema.accounts") else "an import"


def _words(group: type[Refusal]) -> str:
    return {"NotFound": "Not found", "NotAllowed": "Not allowed", "NotReady": "Not ready"}.get(
        group.__name__, group.__name__
    )


def errors_page() -> str:
    """docs/reference/errors.md."""
    lines = [
        "# Errors",
        "",
        "An error is a broken request or a fault, never an editorial “no”; those are [refusals](refusals.md). Every one"
        " stands in `errors` with a `message` for people and `extensions.code` for programs. None shows SQL, a path or"
        " the words of a driver. At most ten are listed.",
        "",
        "The status is that of an answer without `data`. To a client that accepts only `application/json`, a"
        " well-formed request that cannot be answered says 200, as the specification of GraphQL over HTTP wants it.",
        "",
        f"This page is made from tests/docs/references.py: {UPDATE}.",
        "",
        "| code | status | what it means | what to do |",
        "|---|---|---|---|",
    ]
    for code, told in sorted(ERRORS.items()):
        lines.append(f"| `{code}` | {status(code)} | {told.meaning} | {told.remedy} |")
    return "\n".join(lines) + "\n"


def status(code: str) -> int:
    """The HTTP status of an answer that has no data because of this error."""
    return int(code.removeprefix("HTTP_")) if code.startswith("HTTP_") else STATUS_OF.get(code, 400)


def events_page() -> str:
    """docs/reference/events.md."""
    lines = [
        "# Events",
        "",
        "An event is something that happened, in the past tense: `noun.past_verb`. Each is written in the transaction"
        " of the change it tells of, once into the audit log and once into the outbox, and stands there in the order in"
        " which changes were committed.",
        "",
        "The audit entry says who, when, and to what; members of the mission read it as `Mission.auditEntries`. The"
        " event is for programs. Members read it as `Query.events`: whoever keeps the last cursor and asks for what"
        " comes after it misses nothing and reads nothing twice. Its `payload` is JSON: `id` of the subject, `mission`"
        " when it concerns one, and the details below. That is a promise like the schema's: nothing is renamed or"
        " taken away. It never holds an e-mail address or a remark that not every member may read.",
        "",
        f"This page is made from schema/events.py and tests/docs/events_told.py: {UPDATE}.",
        "",
        "| event | subject | what happened | payload, beside `id` and `mission` |",
        "|---|---|---|---|",
    ]
    for name in EVENTS:
        told = EVENTS_TOLD[name]
        carried = "; ".join(f"`{key}`: {meaning}" for key, meaning in told.details.items()) or "nothing"
        lines.append(f"| `{name}` | `{told.subject}` | {told.sentence} | {carried} |")
    return "\n".join(lines) + "\n"


PAGES = {"refusals.md": refusals_page, "errors.md": errors_page, "events.md": events_page}
