"""What people read about the settings: the page docs/reference/settings.md and the line that refuses a wrong value."""

import inspect
import types
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import SecretStr, ValidationError
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings

from gateway.settings_types import DoesNotFit, Rule

PREFIX = "COMMUNIQUE_"

KINDS: dict[Any, str] = {
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    str: "a text",
    Path: "a folder",
    SecretStr: "a secret text",
}

HEAD = """# Settings

Each is an environment variable, read once at start. A wrong value stops the start with one line that says what is
allowed. On a server with files in `/run/secrets`, a file of the variable's name, in small letters, does the same.

This page is made from gateway/settings.py: `UPDATE_GOLDEN=1 pytest tests/gateway/test_settings.py`.
"""


def page(groups: Sequence[type[BaseSettings]]) -> str:
    """The reference of all settings, grouped by the door that uses them."""
    return "\n".join([HEAD, *(line for group in groups for line in _section(group))])


def variable(name: str) -> str:
    """The environment variable of a setting."""
    return PREFIX + name.upper()


def allowed(field: FieldInfo) -> str:
    """What a setting may be: ``a whole number from 1 to 65,535``."""
    for part in field.metadata:
        if isinstance(part, Rule):
            return part.allowed
    return _kind(field.annotation) + _range(field.metadata)


def refusal(error: ValidationError, fields: Mapping[str, FieldInfo]) -> str:
    """One line about the first wrong value: which setting, what it is (unless it is secret), what is allowed."""
    first = error.errors(include_url=False)[0]
    problem = first.get("ctx", {}).get("error")
    name = problem.name if isinstance(problem, DoesNotFit) else str(first["loc"][0])
    if name not in fields:
        return f"There is no setting {variable(name)}. See docs/reference/settings.md."
    value = first["input"].get(name) if isinstance(problem, DoesNotFit) else first["input"]
    shown = "has a value that" if _is_secret(fields[name]) else f"is “{_shown(value)}”, which"
    return f"{variable(name)} {shown} cannot be used. Allowed: {problem or allowed(fields[name])}."


def default(field: FieldInfo) -> str:
    """A setting's default as it would be written in the environment; empty if it depends on something else."""
    if field.default_factory is not None or field.default is None or _is_secret(field):
        return ""
    value = field.default.value if isinstance(field.default, Enum) else field.default
    if isinstance(value, tuple):
        return ",".join(value)
    return str(value).lower() if isinstance(value, bool) else f"{value:g}" if isinstance(value, float) else str(value)


def _section(group: type[BaseSettings]) -> Iterator[str]:
    yield f"## {(group.__doc__ or '').rstrip('.')}\n"
    for name in group.__annotations__:
        if name in group.model_fields:
            yield from _entry(name, group.model_fields[name])


def _entry(name: str, field: FieldInfo) -> Iterator[str]:
    yield f"### `{variable(name)}`\n"
    yield " ".join(inspect.cleandoc(field.description or "").split()) + "\n"
    yield f"Allowed: {allowed(field)}."
    if default(field):
        yield f"Default: `{default(field)}`."
    yield ""


def _kind(annotation: Any) -> str:
    if get_origin(annotation) is Literal:
        return ", ".join(f"`{value}`" for value in get_args(annotation))
    if get_origin(annotation) in (Union, types.UnionType):
        return _kind(next(kind for kind in get_args(annotation) if kind is not type(None)))
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return ", ".join(f"`{member.value}`" for member in annotation)
    return KINDS[annotation]


def _range(metadata: Sequence[Any]) -> str:
    bounds = {name: getattr(part, name) for part in metadata for name in ("ge", "gt", "le") if hasattr(part, name)}
    if "le" in bounds:
        return f" from {bounds['ge']:,} to {bounds['le']:,}"
    if "ge" in bounds:
        return f" of at least {bounds['ge']:,}"
    return f" above {bounds['gt']:,}" if "gt" in bounds else ""


def _is_secret(field: FieldInfo) -> bool:
    return SecretStr in (field.annotation, *get_args(field.annotation))


def _shown(value: object) -> str:
    """A value in one line, and not a long one."""
    text = "".join(character for character in str(value) if character.isprintable())
    return text if len(text) <= 60 else text[:59] + "…"
