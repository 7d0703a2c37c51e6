"""How large a module and a function may be, what a module may be called, and what a file may not hold."""

import re

import pytest

from tests.house.tree import ROOT, Module, functions, modules, sample, tracked

LONGEST_MODULE = 600
LOOK_AGAIN = 400
LONGEST_FUNCTION = 80

NAMES_WITHOUT_IDEA = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers", "core", "shared"}

UNDONE = re.compile("|".join(("TO" + "DO", "FIX" + "ME", "X" * 3)))
# A path of somebody's own folder; the placeholders that documentation uses are nobody's.
PERSONAL = re.compile(r"/(?:home|Users)/(?!user\b|you\b|me\b|\.\.\.)[A-Za-z][\w.-]*/|[A-Z]:\\\\?Users\\")

BINARY = {".jpg", ".png", ".webp", ".gif", ".avif", ".woff2", ".ttf", ".ico"}
TEXTS_OF_OTHERS = ("gateway/static/explorer/bundle/", "web/explorer/package-lock.json", "requirements/")


def too_long(module: Module, limit: int) -> str | None:
    """A module that is longer than a limit, with its length."""
    return f"{module.name}: {module.lines} lines" if module.lines > limit else None


def test_no_module_is_too_long() -> None:
    assert [found for module in modules() if (found := too_long(module, LONGEST_MODULE))] == []
    assert too_long(sample("pass\n" * 601), LONGEST_MODULE) == "sample.py: 601 lines"


def test_no_module_needs_a_second_look() -> None:
    """A revision is written once and never changed; every other module that grows past this is two modules."""
    looked_at = (module for module in modules() if not module.name.startswith("alembic/versions/"))
    assert [found for module in looked_at if (found := too_long(module, LOOK_AGAIN))] == []


def long_functions(module: Module) -> list[str]:
    """Functions of more than 80 lines, docstrings and decorators included."""
    return [
        f"{module.name}: {function.name}"
        for function in functions(module)
        if (function.end_lineno or 0) - function.lineno + 1 > LONGEST_FUNCTION
    ]


def test_no_function_is_too_long() -> None:
    looked_at = (module for module in modules() if not module.name.startswith("alembic/versions/"))
    assert [found for module in looked_at for found in long_functions(module)] == []
    assert long_functions(sample("def endless():\n" + "    pass\n" * 80)) == ["sample.py: endless"]


def is_without_idea(module: Module) -> bool:
    """Whether a module is named for nothing in particular."""
    parts = module.name.removesuffix(".py").split("/")
    return bool(NAMES_WITHOUT_IDEA & set(parts))


def test_every_module_is_named_for_its_idea() -> None:
    assert [module.name for module in modules() if is_without_idea(module)] == []
    assert is_without_idea(Module(ROOT / "schema/posts/utils.py", ""))
    assert is_without_idea(Module(ROOT / "gateway/common/dates.py", ""))
    assert not is_without_idea(Module(ROOT / "gateway/routes/media.py", ""))


def test_every_module_begins_with_what_is_in_it() -> None:
    """Tests may be named so well that a sentence would repeat it."""
    silent = [module.name for module in modules("schema", "gateway", "alembic") if '"""' not in module.text[:3]]
    assert silent == []


def test_the_folder_of_migrations_is_no_package() -> None:
    """Else `import alembic.command` would find the folder and not the library."""
    assert list((ROOT / "alembic").rglob("__init__.py")) == []


def texts_of_ours() -> list[Module]:
    """Every tracked text that we wrote ourselves."""
    names = [(path, path.relative_to(ROOT).as_posix()) for path in tracked() if path.suffix not in BINARY]
    return [
        Module(path, path.read_text(errors="replace")) for path, name in names if not name.startswith(TEXTS_OF_OTHERS)
    ]


def undone(module: Module) -> list[str]:
    """Lines that promise to be finished later."""
    return [f"{module.name}:{n}" for n, line in enumerate(module.text.splitlines(), 1) if UNDONE.search(line)]


def test_nothing_is_left_to_be_done_later() -> None:
    assert [found for module in texts_of_ours() for found in undone(module)] == []
    assert undone(sample("pass  # TO" + "DO: think")) == ["sample.py:1"]


def paths_of_a_machine(module: Module) -> list[str]:
    """Lines that name a folder of the machine the file was written on."""
    return [
        f"{module.name}:{n}: {line.strip()[:100]}"
        for n, line in enumerate(module.text.splitlines(), 1)
        if PERSONAL.search(line) or str(ROOT) + "/" in line
    ]


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    assert [found for module in texts_of_ours() for found in paths_of_a_machine(module)] == []
    assert len(paths_of_a_machine(sample('HERE = "/home/' + 'rosa/communique/"'))) == 1
    assert len(paths_of_a_machine(sample(f"cd {ROOT}/schema"))) == 1


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "LICENSE"])
def test_what_a_stranger_looks_for_is_there(name: str) -> None:
    assert (ROOT / name).stat().st_size > 200
