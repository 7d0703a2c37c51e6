"""The forms of single values, by their documentation: ids, moments, languages, cursors and refusals."""

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

import orjson
from graphql import GraphQLEnumType, GraphQLError, GraphQLInputObjectType, GraphQLList, GraphQLNonNull

from schema.languages import UnknownLanguage, canonical_locale

PAGING = ("first", "after", "last", "before")


def refusal(code: str) -> GraphQLError:
    """A refusal; only its code is compared."""
    return GraphQLError(f"refused: {code}", extensions={"code": code})


def id_of(type_name: str, key: UUID) -> str:
    """`Post:0198…`."""
    return f"{type_name}:{key}"


def parts_of_id(id: str) -> tuple[str, UUID]:
    """The type and the key in an id of any type."""
    type_name, colon, key = id.partition(":")
    try:
        is_canonical = bool(colon) and str(UUID(key)) == key
    except ValueError:
        is_canonical = False
    if not is_canonical:
        raise refusal("BAD_ID")
    return type_name, UUID(key)


def key_in(id: str, type_name: str) -> UUID:
    """The key in the id of one type."""
    found, key = parts_of_id(id)
    if found != type_name:
        raise refusal("BAD_ID")
    return key


def moment(value: datetime) -> str:
    """A moment with the zeros at the end of its fraction left out."""
    whole, _, fraction = value.isoformat(timespec="microseconds").removesuffix("+00:00").partition(".")
    fraction = fraction.rstrip("0")
    return f"{whole}{'.' + fraction if fraction else ''}+00:00"


def tag(locale: str) -> str:
    """The canonical form of a language tag."""
    try:
        return canonical_locale(locale)
    except UnknownLanguage:
        raise refusal("UNKNOWN_LANGUAGE") from None


def chain(locales: Sequence[str]) -> list[str]:
    """Language tags in the order of preference, each followed by the more general ones."""
    found: list[str] = []
    for locale in locales:
        parts = tag(locale).split("-")
        while parts:
            found.append("-".join(parts))
            parts.pop()
    return found


def in_languages(texts: Mapping[str, str], authentic: str | None, locales: Sequence[str] | None) -> str | None:
    """A short text in the first of some languages it exists in."""
    return next((texts[locale] for locale in chain(locales or ()) if locale in texts), authentic)


def mark_of(coordinate: str, arguments: Mapping[str, Any], types: Mapping[str, Any]) -> str:
    """What a cursor is bound to: its list, and the order and filter that were asked for."""
    said = {name: _said(value, types[name].type) for name, value in arguments.items() if name not in PAGING}
    given = sorted((name, value) for name, value in said.items() if value is not None)
    return hashlib.blake2b(orjson.dumps([coordinate, dict(given)], default=str), digest_size=6).hexdigest()


def _said(value: Any, type_: Any) -> Any:
    if value is None:
        return None
    if isinstance(type_, GraphQLNonNull):
        return _said(value, type_.of_type)
    if isinstance(type_, GraphQLList):
        return [_said(item, type_.of_type) for item in value]
    if isinstance(type_, GraphQLInputObjectType):
        members = sorted(
            (name, _said(part, type_.fields[name].type)) for name, part in value.items() if part is not None
        )
        return dict(members)
    return f"{type_.name}.{value}" if isinstance(type_, GraphQLEnumType) else value


def cursor_of(mark: str, keys: Sequence[Any]) -> str:
    """base64url of `["mark", key, …]` as Postgres writes JSON."""
    text = json.dumps([mark, *map(_key, keys)], ensure_ascii=False)
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _key(value: Any) -> Any:
    if isinstance(value, datetime):
        return moment(value)
    return value if isinstance(value, str | int) else str(value)


def keys_in(cursor: str, mark: str, types: Sequence[type]) -> list[Any]:
    """The keys a cursor holds, each of its type."""
    try:
        made_by, *keys = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        if made_by == mark and len(keys) == len(types):
            return [_read(key, type_) for key, type_ in zip(keys, types, strict=True)]
    except (ValueError, TypeError):
        pass
    raise refusal("BAD_CURSOR")


def _read(key: Any, type_: type) -> Any:
    if type_ in (datetime, date):
        return type_.fromisoformat(key)
    return type_(key)
