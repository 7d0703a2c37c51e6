"""What the documentation shows is run, and must come to what it shows."""

from pathlib import Path

import pytest
from httpx2 import AsyncClient

from tests.docs.pages import PAGES, RUN_IN, Example, examples
from tests.docs.running import Asker, Differs, Shell, compare, fits_text
from tests.house.tree import ROOT

ASKED = ("asked", "variables", "answered", "compiled")
TYPED = ("typed", "serving", "printed")


def kind(example: Example) -> str:
    """The first word of what is done with an example."""
    return example.how.partition(" ")[0]


def is_typed(page: Path) -> bool:
    """Whether a page is a session in a shell; its operations then go to the server it starts."""
    return any(kind(example) in TYPED for example in examples(page))


def is_asked(page: Path) -> bool:
    return any(kind(example) in ASKED for example in examples(page))


TYPED_PAGES = [page for page in PAGES if is_typed(page)]
ASKED_PAGES = [page for page in PAGES if is_asked(page) and page not in TYPED_PAGES]


@pytest.mark.parametrize("page", ASKED_PAGES, ids=lambda page: page.stem)
async def test_the_operations_of_a_page_are_answered_as_it_shows(page: Path, asker: Asker) -> None:
    for example in examples(page):
        if kind(example) == "variables":
            asker.note_variables(example)
        elif kind(example) == "asked":
            await asker.ask(example)
        elif kind(example) == "answered":
            asker.compare(example)
        elif kind(example) == "compiled":
            asker.compare_sql(example)


@pytest.mark.parametrize("page", TYPED_PAGES, ids=lambda page: page.stem)
async def test_the_commands_of_a_page_do_what_it_shows(page: Path, shell: Shell) -> None:
    async with AsyncClient(base_url=f"http://{shell.address}", timeout=30) as http:
        asker = Asker(http, {})
        for example in examples(page):
            if kind(example) == "serving":
                shell.serve(example)
            elif kind(example) == "typed":
                shell.type(example)
                asker.note_ids(shell.printed)
            elif kind(example) == "printed":
                shell.compare(example)
            elif kind(example) == "variables":
                asker.note_variables(example)
            elif kind(example) == "asked":
                await asker.ask(example, shell.variable("TOKEN") if " by " in example.how else None)
            elif kind(example) == "answered":
                asker.compare(example)


def is_made(page: Path) -> bool:
    """Whether a page is made from the code, and checked where it is made."""
    return "This page is made" in page.read_text()


def test_every_example_says_what_is_done_with_it() -> None:
    known = (*ASKED, *TYPED, "not")
    unsaid = [
        example.place
        for page in PAGES
        for example in examples(page)
        if not is_made(page)
        if (example.language in RUN_IN or example.how) and kind(example) not in known
    ]
    assert unsaid == []


def test_what_is_not_run_has_a_reason() -> None:
    skipped = [example for page in PAGES for example in examples(page) if kind(example) == "not"]
    assert [one.place for one in skipped if not one.how.startswith("not run, because ")] == []


def test_a_page_that_shows_something_else_is_noticed() -> None:
    compare({"a": [1, "Post:…"], "b": "…"}, {"a": [1, "Post:7"], "b": [2]}, "here")
    for other in ({"b": [2], "a": [1, "Post:7"]}, {"a": [1, "Post:7"]}, {"a": [True, "Post:7"], "b": 0}):
        with pytest.raises(Differs):
            compare({"a": [1, "Post:…"], "b": "…"}, other, "here")
    assert fits_text("made in … s", "made in 3.1 s")
    assert not fits_text("made in … s", "made in 3.1 minutes")


def test_the_examples_of_a_page_are_found() -> None:
    page = "# A page\n\n<!-- example: asked -->\n```graphql\n{ a }\n```\n\nText.\n\n```json\n{}\n```\n"
    found = [(one.line, one.language, one.how, one.text) for one in examples(ROOT / "page.md", page)]
    assert found == [(4, "graphql", "asked", "{ a }"), (10, "json", "", "{}")]
