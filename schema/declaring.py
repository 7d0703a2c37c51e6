"""How a noun declares its GraphQL face: Strawberry's decorators, with docstrings as the public descriptions."""

import enum
import functools
import inspect
from collections.abc import Callable
from typing import Annotated, Any, TypeVar, dataclass_transform

import strawberry

from schema.sources import Page, WithFacts

Class = TypeVar("Class", bound=type)
EnumClass = TypeVar("EnumClass", bound=type[enum.Enum])

COMPUTED = "computed"
"""What the metadata of a field say when it is not SQL alone."""

ARGUMENTS = {
    "first": "How many items to answer from the beginning, 0 to 100; 20 when `last` is left out too.",
    "after": "Begin behind the item with this cursor, which this list gave with the same filter and order.",
    "last": "How many items to answer from the end, 0 to 100; not together with `first`.",
    "before": "End ahead of the item with this cursor, which this list gave with the same filter and order.",
    "filter": "Which items; every one that you may see when it is left out.",
    "order": "In which order.",
    "locales": "Language tags by BCP 47, the preferred one first; each also stands for its more general forms.",
    "id": "Its id.",
    "slug": "Its name in addresses.",
}
"""What an argument of this name means on every field whose docstring does not describe it under `Args`."""


def described(annotation: Any, description: str, name: str | None = None) -> Any:
    """The type of an argument with its public description, and its public name when that is a word of Python."""
    return Annotated[annotation, strawberry.argument(description=description, name=name)]


PAGING: dict[str, Any] = {
    name: described(type_, ARGUMENTS[name])
    for name, type_ in {"first": int | None, "after": str | None, "last": int | None, "before": str | None}.items()
}


def _description(documented: Any) -> str | None:
    """The docstring of a class."""
    text = documented.__dict__.get("__doc__")
    return inspect.cleandoc(text) if text else None


def _public_name(name: str) -> str | None:
    """What a name is called in public when it is a word of Python, which is written `from_` here; else as usual."""
    return name.rstrip("_") if name.endswith("_") else None


def _describe(resolver: Callable[..., Any]) -> str:
    """The docstring of a method up to its `Args`; its arguments are given the descriptions that stand there."""
    text, _, arguments = (inspect.getdoc(resolver) or "").partition("\n\nArgs:\n")
    own = dict(line.strip().split(": ", 1) for line in arguments.splitlines())
    for name, annotation in resolver.__annotations__.items():
        if description := own.get(name) or ARGUMENTS.get(name):
            resolver.__annotations__[name] = described(annotation, description, _public_name(name))
    return text


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
    """A field that is SQL made by a method, described by its docstring; `from_` is called `from`."""
    name = _public_name(resolver.__name__)
    return strawberry.field(resolver=resolver, description=_describe(resolver), name=name)


def computed(resolver: Callable[..., Any]) -> Any:
    """A field whose method returns `Computed`: SQL selects what it is made of, and Python makes it."""
    return strawberry.field(resolver=resolver, description=_describe(resolver), metadata={COMPUTED: True})


def is_computed(field_: Any) -> bool:
    """Whether a field of the schema is made by Python of what SQL selects."""
    return bool(field_.extensions["strawberry-definition"].metadata.get(COMPUTED))


def connection(resolver: Callable[..., Any]) -> Any:
    """A list that can grow: adds `first`, `after`, `last` and `before` to the arguments of a method.

    The method returns a statement whose ORDER BY ends in the primary key.
    """

    @functools.wraps(resolver)
    def resolve(*arguments: Any, **options: Any) -> Page:
        paging = {name: options.pop(name, None) for name in PAGING}
        rows = resolver(*arguments, **options)
        return Page(rows.statement, facts=rows.facts, **paging) if isinstance(rows, WithFacts) else Page(rows, **paging)

    description = _describe(resolver)
    signature = inspect.signature(resolver)
    extra = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=annotation)
        for name, annotation in PAGING.items()
    ]
    resolve.__signature__ = signature.replace(  # type: ignore[attr-defined]
        parameters=[*signature.parameters.values(), *extra]
    )
    resolve.__annotations__ = {**resolver.__annotations__, **PAGING}
    return strawberry.field(resolver=resolve, description=description)
