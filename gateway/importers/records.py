"""What an archive holds, in words of our own: the same records whatever system wrote the archive.

No record holds an e-mail address, a profile address or an IP address; the loss report counts what was left behind.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from gateway.importers.photos import Photos

PostKind = Literal["post", "page"]


@dataclass(frozen=True)
class ForeignPerson:
    """Someone who wrote posts or pages there."""

    key: str
    """Unique within the blog: the profile's number, else the name."""
    name: str
    has_address: bool
    """The archive held an e-mail address of this person; it was not kept."""


@dataclass(frozen=True)
class ForeignImage:
    """One picture in the text of a post, in the order of the text."""

    address: str
    """The ``src`` exactly as it stands in the post's ``html``."""
    file_name: str | None
    candidates: tuple[str, ...]
    """File names to look for among the photos, best first."""
    full_size_address: str | None
    """Where the original was served; None when the host is not one whose sizes we understand."""
    alternative_text: str | None
    caption_html: str | None


@dataclass(frozen=True)
class ForeignPost:
    """A post or a page, ready to be written."""

    key: str
    """Unique within the blog and the same in every export of it."""
    kind: PostKind
    title: str
    html: str
    """Generic HTML: pictures with captions are ``<figure>``; nothing of the source's own conventions is left."""
    excerpt_html: str | None
    """What stood before the "read more" break; None when there was none."""
    summary: str | None
    status: str
    """``live | draft | scheduled``, or the source's own word in lower case. Only ``live`` was public."""
    is_trashed: bool
    """In the bin over there, whatever ``status`` says."""
    language: str | None
    """BCP 47, from the label ``lang:<tag>``; None means the language of the blog."""
    translation_of: str | None
    """From the label ``translation-of:<filename>``: matches one of another post's ``old_paths``."""
    author_key: str | None
    published_at: datetime | None
    """UTC. None when the archive holds no readable moment at all."""
    updated_at: datetime | None
    labels: tuple[str, ...]
    old_paths: tuple[str, ...]
    """Paths it was reached under, best first; empty on drafts."""
    slug_hint: str | None
    location: str | None
    expected_comments: int | None
    """How many comments the source says it has; None when it does not say."""
    images: tuple[ForeignImage, ...]


@dataclass(frozen=True)
class ForeignComment:
    """A comment under a post or a page; parents may come later in the list."""

    key: str
    post_key: str
    parent_key: str | None
    author_name: str
    is_anonymous: bool
    html: str
    text: str
    written_at: datetime | None
    status: str
    """``live``, ``trashed``, ``removed`` (its text was taken away), or the source's own word in lower case."""


@dataclass(frozen=True)
class ForeignBlog:
    """One site of the archive."""

    key: str
    title: str
    language: str | None
    posts: tuple[ForeignPost, ...]
    comments: tuple[ForeignComment, ...]
    people: tuple[ForeignPerson, ...]
    skipped: tuple[tuple[str, int], ...]
    """What was not made a record of, counted per kind: ``("setting", 47)``."""


@dataclass(frozen=True)
class ForeignArchive:
    """Everything one archive holds."""

    source: str
    blogs: tuple[ForeignBlog, ...]
    photos: Photos = field(compare=False, repr=False)
    """The pictures that came with it, by file name; read them with ``read_photo``."""


def kind_of(post: ForeignPost) -> Literal["post", "page", "draft"]:
    """The kind under which the loss report counts it: a draft is a draft, whether of a post or of a page."""
    return "draft" if post.status == "draft" else post.kind
