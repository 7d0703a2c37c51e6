"""What the steps of one blog's import share: where it goes, what is known of it, and what became of it so far."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal
from uuid import UUID

from gateway.importers.records import ForeignBlog, ForeignPost, kind_of
from gateway.importers.report import Kind, LossReport
from gateway.importers.writing.documents import Links, host_of
from gateway.importers.writing.gathering import Gathered
from gateway.importers.writing.memory import Memory
from schema.change import Change
from schema.errors import NotReady, Refusal
from schema.kinds import PostKind
from schema.media.models import Photo
from schema.missions.models import Mission
from schema.posts.services import BylineDraft

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is."""

TextState = Literal["new", "changed", "unchanged", "kept", "refused"]

WHERE_CHARACTERS = 120


@dataclass(frozen=True)
class Destination:
    """Where the posts of a blog go."""

    mission_id: UUID
    locale: str | None = None
    """The language of posts that do not say theirs; None is the blog's own, else the mission's first."""
    kinds: Mapping[str, PostKind] = field(default_factory=dict)
    """What kind a post is, by one of its old paths; the others are blog posts, and pages are notices."""
    addresses: Sequence[str] = ()
    """Where the blog was served (``https://murjan.example``): links to its posts are made to lead here."""


@dataclass(frozen=True)
class Here:
    """Where a foreign post is in our rows."""

    post_id: UUID
    translation_id: UUID


@dataclass
class Text:
    """One foreign post, and the text it is here."""

    post: ForeignPost
    locale: str
    digest: str
    state: TextState = "new"
    original: "Text | None" = None
    """The authentic text this is a translation of; None when it is authentic itself."""
    translations: list["Text"] = field(default_factory=list)
    has_words: bool = True
    """Whether there is something to publish."""
    known: Here | None = None
    """None while, or because, it is not here."""

    @property
    def where(self) -> str:
        """By what an editor finds it."""
        return where(self.post)

    @property
    def kind(self) -> Kind:
        """How the loss report counts it."""
        return kind_of(self.post)

    @property
    def here(self) -> Here:
        """Where it is, when it is known to be here."""
        if self.known is None:
            raise LookupError(f"{self.where} is not here")
        return self.known

    @property
    def is_to_be_written(self) -> bool:
        return self.state in ("new", "changed")

    @property
    def family(self) -> list["Text"]:
        """An authentic text and its translations."""
        return [self, *self.translations]


@dataclass(frozen=True)
class Filing:
    """What a label became: a topic, or a tag."""

    topic_id: UUID | None
    tag: str | None


@dataclass
class Work:
    """The import of one blog while it goes on."""

    change: Change
    blog: ForeignBlog
    mission: Mission
    destination: Destination
    memory: Memory
    pictures: Mapping[str, Gathered]
    """By address: the pictures that were found, before or now."""
    report: LossReport
    progress: Progress
    texts: dict[str, Text] = field(default_factory=dict)
    """By the key of the foreign post; posts in the wastebasket are not among them."""
    authors: dict[str, BylineDraft] = field(default_factory=dict)
    photos: dict[str, Photo] = field(default_factory=dict)
    """By address."""
    filings: dict[str, Filing] = field(default_factory=dict)

    @cached_property
    def links(self) -> Links:
        """Which links lead to posts of this blog."""
        hosts = frozenset(map(host_of, self.destination.addresses))
        return Links(hosts, frozenset(path for text in self.texts.values() for path in text.post.old_paths))

    @property
    def to_be_written(self) -> list[Text]:
        """The texts that are new or changed, authentic ones first, oldest first."""
        return [text for text in self.texts.values() if text.is_to_be_written]


class NotImported(NotReady):
    """“{where}” could not be imported, and so nothing of its blog was. {reason}"""


@contextmanager
def naming(text: Text) -> Iterator[None]:
    """Say of a refusal which post it was about.

    Raises:
        NotImported.
    """
    try:
        yield
    except Refusal as refusal:
        raise NotImported(where=text.where, reason=refusal.message) from refusal


def where(post: ForeignPost) -> str:
    """A post's title, else its path, else its key."""
    return post.title[:WHERE_CHARACTERS] or (post.old_paths[0] if post.old_paths else f"(without a title, {post.key})")
