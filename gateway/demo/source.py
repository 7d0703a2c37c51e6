"""How a file in ``posts/`` is read: a header, a body in a small part of Markdown, and the comments below it."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, cast

POSTS = Path(__file__).parent / "posts"
FOLDERS = {"kestrane": "halmere", "murjan": "marsa", "port-amarante": "port-amarante"}
"""The folder of each mission's texts."""

COMMENTS = "=== comments"
HEADER = frozenset(
    {"title", "type", "status", "filename", "author", "published", "updated", "trashed", "labels", "description"}
    | {"location", "markup"}
)

Writer = Literal["account", "name", "anonymous"]
"""Signed in, or under a name that anybody may type, or under none."""


@dataclass(frozen=True, slots=True)
class Comment:
    """``path`` says where it hangs: 1.2 is the second reply to the first comment."""

    path: str
    author: str
    writer: Writer
    published: str
    text: str

    @property
    def parent(self) -> str | None:
        """The path of the comment it answers."""
        return self.path.rpartition(".")[0] or None


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture in the text; no ``alt`` means that the post says nothing about it, as most old posts do."""

    file: str
    alt: str | None = None
    caption: str | None = None


@dataclass(frozen=True, slots=True)
class Video:
    address: str


@dataclass(frozen=True, slots=True)
class Heading:
    text: str


@dataclass(frozen=True, slots=True)
class Items:
    texts: list[str]


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str


@dataclass(frozen=True, slots=True)
class More:
    """Where the excerpt ends."""


Block = Photo | Video | Heading | Items | Paragraph | More


@dataclass(frozen=True, slots=True)
class Source:
    """One file of ``posts/``."""

    name: str
    header: dict[str, str]
    blocks: list[Block]
    comments: list[Comment] = field(default_factory=list)

    @property
    def labels(self) -> list[str]:
        return [label.strip() for label in self.header.get("labels", "").split(";") if label.strip()]

    @property
    def locale(self) -> str | None:
        """What the post says about its language; None means the blog's own."""
        return next((label.removeprefix("lang:") for label in self.labels if label.startswith("lang:")), None)


def read_sources(mission: str) -> list[Source]:
    """The texts of a mission, oldest first."""
    files = sorted((POSTS / FOLDERS[mission]).glob("*.md"))
    return sorted(
        (parse(path.stem, path.read_text("utf-8")) for path in files), key=lambda one: one.header["published"]
    )


def parse(name: str, text: str) -> Source:
    """Raises: ValueError, for a header nobody would read."""
    head, _, rest = text.partition("\n\n")
    header = dict(line.split(": ", 1) for line in head.splitlines())
    if unknown := header.keys() - HEADER:
        raise ValueError(f"{name}: unknown header {', '.join(sorted(unknown))}")
    body, _, thread = rest.partition(COMMENTS)
    return Source(
        name=name,
        header=header,
        blocks=[parse_block(chunk) for chunk in body.split("\n\n") if chunk.strip()],
        comments=[parse_comment(chunk) for chunk in thread.split("\n@ ")[1:]],
    )


def parse_block(chunk: str) -> Block:
    first, *others = chunk.strip().splitlines()
    if first == "[more]":
        return More()
    if first.startswith("[photo: "):
        details = dict(line.split(": ", 1) for line in others)
        return Photo(first[len("[photo: ") : -1], details.get("alt"), details.get("caption"))
    if first.startswith("[video: "):
        return Video(first[len("[video: ") : -1])
    if first.startswith("## "):
        return Heading(first[3:])
    if first.startswith("- "):
        return Items([line[2:] for line in (first, *others)])
    return Paragraph(" ".join((first, *others)))


def parse_comment(chunk: str) -> Comment:
    head, text = chunk.strip().split("\n", 1)
    path, author, writer, published = (part.strip() for part in head.split("|"))
    return Comment(path, author, cast("Writer", writer), published, text.strip())
