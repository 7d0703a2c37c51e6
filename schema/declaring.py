"""How a noun declares its GraphQL face: Strawberry's decorators, with docstrings as the public descriptions."""

import enum
import functools
import inspect
from collections.abc import Callable
from typing import Any, TypeVar, dataclass_transform

import strawberry

from schema.sources import Page, WithFacts

Class = TypeVar("Class", bound=type)
EnumClass = TypeVar("EnumClass", bound=type[enum.Enum])
PAGING: dict[str, Any] = {"first": int | None, "after": str | None, "last": int | None, "before": str | None}


def _description(documented: Any) -> str | None:
    """The docstring of a class or function, its sections for Python readers left out."""
    text = documented.__dict__.get("__doc__") if inspect.isclass(documented) else documented.__doc__
    return inspect.cleandoc(text) if text else None


@dataclass_transform(kw_only_default=True)
def object_type(cls: Class) -> Class:
    """A GraphQL object type, described by its docstring."""
    return strawberry.type(cls, description=_description(cls))


@dataclass_transform(kw_only_default=True)
def interface_type(cls: Class) -> Class:
    """A GraphQL interface, described by its docstring."""
    return strawberry.interface(cls, description=_description(cls))


@dataclass_transform(kw_only_default=True)
def input_type(cls: Class) -> Class:
    """A GraphQL input, described by its docstring."""
    return strawberry.input(cls, description=_description(cls))


@dataclass_transform(kw_only_default=True)
def choice_type(cls: Class) -> Class:
    """A GraphQL input of which exactly one field is given, described by its docstring."""
    return strawberry.input(cls, description=_description(cls), one_of=True)


def enum_type(cls: EnumClass) -> EnumClass:
    """A GraphQL enum, described by its docstring."""
    strawberry.enum(cls, description=_description(cls))
    return cls


def column(description: str) -> Any:
    """A field that is the attribute of the same name of its row: a column, a relationship, or a member."""
    return strawberry.field(description=description)


def option(description: str, name: str | None = None, default: Any = None) -> Any:
    """A field of an input that may be left out, or of a payload that may be empty."""
    return strawberry.field(default=default, description=description, name=name)


def field(resolver: Callable[..., Any]) -> Any:
    """A field that is SQL made by a method, described by its docstring."""
    return strawberry.field(resolver=resolver, description=_description(resolver))


def connection(resolver: Callable[..., Any]) -> Any:
    """A list that can grow: adds `first`, `after`, `last` and `before` to the arguments of a method.

    The method returns a statement whose ORDER BY ends in the primary key.
    """

    @functools.wraps(resolver)
    def resolve(*arguments: Any, **options: Any) -> Page:
        paging = {name: options.pop(name, None) for name in PAGING}
        rows = resolver(*arguments, **options)
        return Page(rows.statement, facts=rows.facts, **paging) if isinstance(rows, WithFacts) else Page(rows, **paging)

    signature = inspect.signature(resolver)
    extra = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=annotation)
        for name, annotation in PAGING.items()
    ]
    resolve.__signature__ = signature.replace(  # type: ignore[attr-defined]
        parameters=[*signature.parameters.values(), *extra]
    )
    resolve.__annotations__ = {**resolver.__annotations__, **PAGING}
    return strawberry.field(resolver=resolve, description=_description(resolver))
