"""docs/reference/ tells of every setting, refusal, error and event, and of none that is not there."""

import ast
import os
import re
from collections.abc import Iterator

import pytest

from gateway.graph import SCHEMA
from gateway.routes.graphql import STATUS_OF
from gateway.settings import Settings
from gateway.settings_reference import variable
from schema.events import EVENTS
from tests.docs import references
from tests.docs.events_told import EVENTS_TOLD
from tests.house.tree import ROOT, Module, modules, sample

REFERENCE = ROOT / "docs/reference"
OPERATIONS = REFERENCE / "operations.md"


@pytest.mark.parametrize("name", references.PAGES)
def test_a_page_is_what_the_code_says(name: str) -> None:
    page = references.PAGES[name]()
    if os.environ.get("UPDATE_GOLDEN"):
        (REFERENCE / name).write_text(page)
    assert (REFERENCE / name).read_text() == page, f"run {references.UPDATE.strip('`')}"


def test_every_setting_has_a_place() -> None:
    page = (REFERENCE / "settings.md").read_text()
    assert [name for name in Settings.model_fields if f"`{variable(name)}`" not in page] == []


def test_every_refusal_has_a_place_and_says_something() -> None:
    page = (REFERENCE / "refusals.md").read_text()
    missing = [refusal.code() for refusal in references.refusals() if f"### `{refusal.code()}`" not in page]
    assert missing == []


def test_every_refusal_is_told_in_sentences() -> None:
    """Unless its sentence is made where it is raised."""
    said = {refusal.code(): references.sentence(refusal) for refusal in references.refusals()}
    odd = {code: text for code, text in said.items() if not re.fullmatch(r"[A-Z“{].+[.]|(.+ )?\{reason\}", text)}
    assert odd == {}


def test_every_mutation_is_among_those_that_meet_refusals() -> None:
    met = {name for names in references.met_in().values() for name in names}
    assert met == {f"`{name}`" for name in SCHEMA._schema.mutation_type.fields}  # type: ignore[union-attr]


def codes_in(module: Module) -> Iterator[str]:
    """The codes of errors that a module makes."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Dict):
            for key, value in zip(node.keys, node.values, strict=True):
                if isinstance(key, ast.Constant) and key.value == "code":
                    yield from _codes(value)
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in {
            "RequestRefused",
            "_refusal",
            "_with_code",
            "_like",
        }:
            for argument in node.args:
                yield from _codes(argument)


def _codes(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.fullmatch("[A-Z][A-Z_]+", node.value):
        yield node.value


def test_every_error_has_a_place() -> None:
    made = {code for module in modules("schema", "gateway") for code in codes_in(module)} | STATUS_OF.keys()
    told = {code for code in references.ERRORS if not code.startswith("HTTP_")} - {"UNKNOWN_LANGUAGE"}
    assert made == told


def test_a_new_error_is_noticed() -> None:
    made = 'raise RequestRefused("BAD_HAIR", "Comb it.")\nerror = GraphQLError("No.", extensions={"code": "BAD_TASTE"})'
    assert set(codes_in(sample(made))) == {"BAD_TASTE", "BAD_HAIR"}


def recorded_in(module: Module) -> Iterator[tuple[str, set[str]]]:
    """Each event that a module records, with the names of the details it carries and does not withhold."""
    for function in ast.walk(module.tree):
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        literals = {
            target.id: {ast.literal_eval(key) for key in node.value.keys if key is not None}
            for node in ast.walk(function)
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict)
            for target in node.targets
            if isinstance(target, ast.Name) and all(isinstance(key, ast.Constant) for key in node.value.keys)
        }
        for node in ast.walk(function):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "change.record":
                told = (keyword for keyword in node.keywords if not ast.unparse(keyword.value).startswith("Withheld("))
                names = {keyword.arg for keyword in told if keyword.arg is not None}
                for keyword in node.keywords:
                    if keyword.arg is None:
                        names |= literals[ast.unparse(keyword.value)]
                yield ast.literal_eval(node.args[0]), names


def test_every_event_is_told_with_what_it_carries() -> None:
    recorded: dict[str, set[str]] = {}
    for module in modules("schema"):
        for event, names in recorded_in(module):
            recorded.setdefault(event, set()).update(names)
    assert recorded == {event: set(told.details) for event, told in EVENTS_TOLD.items()}
    assert list(EVENTS_TOLD) == list(EVENTS), "in the order of schema/events.py"


def test_what_an_event_carries_is_read_from_the_code() -> None:
    verb = (
        'def f(change):\n    told = {"a": 1}\n'
        '    change.record("post.made", post, None, b=2, c=Withheld("no word"), **told)'
    )
    assert list(recorded_in(sample(verb))) == [("post.made", {"a", "b"})]


def test_the_limits_that_are_told_are_those_of_the_settings() -> None:
    """A row of the table names a setting; its default is what a visitor may, and the one for editors beside it."""
    rows = re.findall(r"^\|[^|]+\| (\S+) \| (\S+) \| `COMMUNIQUE_(\w+)` \|$", OPERATIONS.read_text(), re.MULTILINE)
    assert len(rows) > 10
    fields = Settings.model_fields
    for visitor, token, variable_name in rows:
        name = variable_name.lower()
        editors = fields.get(f"{name}_for_editors", fields[name])
        assert visitor == f"{fields[name].default:,}".removesuffix(".0"), name
        assert token in (f"{editors.default:,}".removesuffix(".0"), "–"), name
