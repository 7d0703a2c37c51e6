"""One entry of an export before anything is concluded from it: the values that the three shapes have in common."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from gateway.importers.addresses import split
from gateway.importers.characters import name_without_address, usable

EntryKind = Literal["post", "page", "comment", "template", "setting", "other"]

IDENTIFIER = re.compile(r"\.(?:post|page)-([\w-]+)$")
SOUND_KEY = re.compile(r"[\w.:,;/#@%+-]{1,200}")
BLOG_IDENTIFIER = re.compile(r"blog-(\d+)")
DATED_PATH = re.compile(r"/(?:\d{4}/\d{2}|p)/[^/]+$")
NO_ADDRESS = re.compile(r"^no-?reply@", re.IGNORECASE)
# What Blogger calls somebody who gave no name, in the languages of its interface.
NAMELESS = frozenset({
    "", "anonymous", "unknown", "anonym", "anonyme", "anónimo", "anônimo", "anonimo", "anonymní", "anoniem",
    "anonyymi", "adsız", "аноним", "анонім", "ανώνυμος", "匿名", "익명", "مجهول", "غير معرف", "אנונימי",
})  # fmt: skip


@dataclass(frozen=True)
class Author:
    """Who is named as the writer; what was not kept is told as facts only."""

    key: str | None
    name: str
    is_anonymous: bool = False
    has_address: bool = False
    has_profile: bool = False
    has_avatar: bool = False


@dataclass(frozen=True)
class Entry:
    """A post, a page, a comment, or something that is never imported."""

    key: str
    kind: EntryKind
    blog_key: str = ""
    title: str = ""
    html: str = ""
    is_only_summary: bool = False
    status: str = "live"
    is_trashed: bool = False
    is_removed: bool = False
    author: Author = Author(None, "")
    published_at: datetime | None = None
    updated_at: datetime | None = None
    unreadable_moment: str = ""
    labels: tuple[str, ...] = ()
    summary: str | None = None
    paths: tuple[str, ...] = ()
    location: str | None = None
    enclosures: tuple[str, ...] = ()
    post_key: str | None = None
    parent_key: str | None = None
    expected_comments: int | None = None

    @property
    def where(self) -> str:
        """By what an editor finds it: its title, else its path, else its number."""
        return self.title or (self.paths[0] if self.paths else f"(without a title, {self.key})")


def identifier(text: str) -> str:
    """``tag:blogger.com,1999:blog-1.post-2`` → ``2``; anything else stays whole."""
    match = IDENTIFIER.search(text.strip())
    return match.group(1) if match else usable(text).strip()


def blog_identifier(text: str) -> str:
    """``tag:blogger.com,1999:blog-1.archive`` → ``1``; empty where no blog is named."""
    match = BLOG_IDENTIFIER.search(text)
    return match.group(1) if match else ""


def moment(text: str) -> datetime | None:
    """A moment in UTC; None when it cannot be read. Without an offset it is taken as UTC."""
    try:
        value = datetime.fromisoformat(text.strip())
        return (value if value.tzinfo else value.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def first_moment(*texts: str) -> tuple[datetime | None, str]:
    """The first moment that can be read, and the first text that could not."""
    unreadable = next((text for text in texts if text.strip() and moment(text) is None), "")
    return next((value for text in texts if (value := moment(text)) is not None), None), unreadable


def author(
    name: str,
    *,
    profile: str = "",
    address: str = "",
    key: str = "",
    is_anonymous: bool = False,
    has_avatar: bool = False,
) -> Author:
    """Who wrote it, without the addresses that the export names."""
    plain, was_address = name_without_address(name)
    number = re.search(r"(\d{6,})/?$", profile)
    identity = key or (number.group(1) if number else plain.casefold())
    return Author(
        key=identity or None,
        name=plain,
        is_anonymous=is_anonymous or (not profile and plain.casefold() in NAMELESS),
        has_address=was_address or bool(address.strip() and not NO_ADDRESS.match(address.strip())),
        has_profile=bool(profile.strip()),
        has_avatar=has_avatar,
    )


def paths_of(address: str) -> tuple[str, ...]:
    """The path a post was reached under, and behind the name of a blog also the path without that name."""
    parts = split(address)
    if parts is None or parts.path in {"", "/"}:
        return ()
    path = parts.path if parts.path.startswith("/") else f"/{parts.path}"
    short = DATED_PATH.search(path)
    return tuple(dict.fromkeys([*([short.group()] if short else []), path]))


def status_word(text: str, default: str = "live") -> str:
    """The source's word for a state in lower case."""
    return "_".join(usable(text).split()).lower() or default
