"""The entries of Blogger's API v3 as JSON: lists of posts, pages or comments, and lists of such lists."""

import json
from collections.abc import Iterator
from html import unescape
from typing import Any

from gateway.importers.archive import Member, NotAnExport
from gateway.importers.characters import usable
from gateway.importers.entries import (
    Author,
    Entry,
    EntryKind,
    author,
    first_moment,
    identifier,
    moment,
    paths_of,
    status_word,
)

MAX_JSON_BYTES = 200 * 1024**2
MAX_LISTS = 10
KINDS: dict[str, EntryKind] = {"blogger#post": "post", "blogger#page": "page", "blogger#comment": "comment"}


def read_json(member: Member) -> list[Entry]:
    """Every post, page and comment of the file.

    Raises:
        NotAnExport, DamagedArchive.
    """
    entries = [read_item(item, kind) for item, kind in _items(_load(member), 0)]
    if not entries:
        raise NotAnExport(name=member.name, reason="it is JSON, but holds no posts as Blogger's API gives them")
    return entries


def read_item(item: dict[str, Any], kind: EntryKind) -> Entry:
    """One post, page or comment; the API escapes names, titles and labels once more than JSON needs."""
    published_at, unreadable = first_moment(_text(item, "published"), _text(item, "updated"))
    status = status_word(_text(item, "status"))
    return Entry(
        key=identifier(_text(item, "id")),
        kind=kind,
        blog_key=_text(_part(item, "blog"), "id"),
        title=" ".join(unescape(_text(item, "title")).split()),
        html=_text(item, "content"),
        status=status,
        is_trashed=bool(_text(item, "trashed")) or status == "soft_trashed",
        is_removed=status == "emptied",
        author=_author(_part(item, "author")),
        published_at=published_at,
        updated_at=moment(_text(item, "updated")),
        unreadable_moment=unreadable,
        labels=_labels(item.get("labels")),
        summary=_text(item, "customMetaData") or None,
        paths=paths_of(_text(item, "url")) if kind != "comment" else (),
        location=_text(_part(item, "location"), "name") or None,
        post_key=_text(_part(item, "post"), "id") or None,
        parent_key=_text(_part(item, "inReplyTo"), "id") or None,
        expected_comments=_number(_text(_part(item, "replies"), "totalItems")),
    )


def _load(member: Member) -> Any:
    content = member.read(MAX_JSON_BYTES)
    if content is None:
        raise NotAnExport(name=member.name, reason=f"it is larger than {MAX_JSON_BYTES // 1024**2} MB")
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as error:
        raise NotAnExport(name=member.name, reason="it is not JSON") from error


def _items(value: Any, depth: int) -> Iterator[tuple[dict[str, Any], EntryKind]]:
    """Posts, pages and comments, however the lists of the API were put together."""
    if isinstance(value, list) and depth < MAX_LISTS:
        for part in value:
            yield from _items(part, depth + 1)
    elif isinstance(value, dict):
        if (kind := _kind(value)) is not None:
            yield value, kind
            yield from _items(_part(value, "replies").get("items"), depth + 1)
        else:
            yield from _items(value.get("items"), depth + 1)


def _kind(item: dict[str, Any]) -> EntryKind | None:
    if (kind := KINDS.get(_text(item, "kind"))) is not None:
        return kind
    is_post = {"id", "title", "content", "published"} <= item.keys() and "kind" not in item
    return "post" if is_post else None


def _part(item: dict[str, Any], name: str) -> dict[str, Any]:
    part = item.get(name)
    return part if isinstance(part, dict) else {}


def _text(item: dict[str, Any], name: str) -> str:
    value = item.get(name)
    return usable(str(value)).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _author(item: dict[str, Any]) -> Author:
    return author(
        unescape(_text(item, "displayName")),
        profile=_text(item, "url"),
        key=_text(item, "id"),
        has_avatar=bool(_part(item, "image")),
    )


def _labels(value: Any) -> tuple[str, ...]:
    labels = (
        [" ".join(unescape(usable(label)).split()) for label in value if isinstance(label, str)]
        if isinstance(value, list)
        else []
    )
    return tuple(dict.fromkeys(label for label in labels if label))


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
