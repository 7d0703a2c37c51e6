"""Blogs small enough to read, in the shape of a Takeout, and importing them."""

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image
from sqlalchemy import ColumnElement, select

from gateway.importers import LossReport, read_archive
from gateway.importers.writing import Destination, ImportResult, import_archive
from gateway.outside.storage import MemoryStorage, Storage
from schema.change import Sessions
from schema.missions.models import Mission

BLOG = "tag:blogger.com,1999:blog-1"
NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
HOURS = "/2026/03/hours.html"
HOST = "https://blogger.googleusercontent.com/img/b/R29vZ2xl"

FEED = """\
<?xml version='1.0' encoding='utf-8'?>
<feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'>
<id>{id}</id><title>{title}</title>
{entries}
</feed>
"""
ENTRY = """\
<entry><id>{blog}.{sort}-{key}</id><blogger:type>{type}</blogger:type><blogger:status>{status}</blogger:status>
<author><name>{author}</name><uri>{profile}</uri><blogger:type>{writer}</blogger:type></author>
<title>{title}</title><content type='html'>{html}</content>
<blogger:metaDescription>{description}</blogger:metaDescription>
<published>{published}</published><updated>{updated}</updated>
{labels}
<blogger:parent>{parent}</blogger:parent><blogger:inReplyTo>{answers}</blogger:inReplyTo>
<blogger:filename>{filename}</blogger:filename><blogger:trashed>{trashed}</blogger:trashed></entry>
"""


@dataclass
class Entry:
    """A post, a page or a comment of the blog."""

    key: int
    html: str = "<p>The counter opens at nine.</p>"
    title: str = "Opening hours"
    type: str = "POST"
    status: str = "LIVE"
    author: str = "Adaeze Okafor"
    published: str = "2026-03-01T09:00:00Z"
    updated: str = ""
    filename: str = ""
    labels: Sequence[str] = ()
    description: str = ""
    trashed: str = ""
    parent: str = ""
    answers: str = ""
    blog: str = BLOG

    def __post_init__(self) -> None:
        if not self.filename and self.type == "POST" and self.status == "LIVE":
            self.filename = f"/2026/03/post-{self.key}.html"

    def xml(self) -> str:
        values = {name: escape(value) for name, value in vars(self).items() if isinstance(value, str)}
        labels = "".join(
            f"<category scheme='http://www.blogger.com/atom/ns#' term='{escape(label)}'/>" for label in self.labels
        )
        values |= {"labels": labels, "updated": self.updated or self.published, "key": str(self.key)}
        is_anonymous = self.author in ("", "Anonymous")
        profile = "" if is_anonymous else f"https://www.blogger.com/profile/{sum(map(ord, self.author)):020d}"
        sort = "page" if self.type == "PAGE" else "post"
        writer = "ANONYMOUS" if is_anonymous else "BLOGGER"
        return ENTRY.format(**{**values, "sort": sort, "profile": profile, "writer": writer})


def comment(key: int, post: int, text: str = "Thank you.", answers: int | None = None, **over: Any) -> Entry:
    """A comment by João."""
    parent = f"{BLOG}.post-{post}"
    values: dict[str, Any] = {"html": text, "title": "", "author": "João", "published": "2026-03-02T09:00:00Z"}
    values |= {"parent": parent, "answers": f"{BLOG}.post-{answers}" if answers else ""}
    return Entry(key, type="COMMENT", **values | over)


def photo(name: str, caption: str | None = None, alt: str | None = None) -> str:
    """A picture as Blogger's editor sets it."""
    said = f' alt="{escape(alt)}"' if alt is not None else ""
    image = f'<a href="{HOST}/s1600/{name}"><img{said} src="{HOST}/s320/{name}" width="320" /></a>'
    if caption is None:
        return f'<div class="separator">{image}</div>'
    return (
        f'<table class="tr-caption-container"><tbody><tr><td>{image}</td></tr>'
        f'<tr><td class="tr-caption">{caption}</td></tr></tbody></table>'
    )


def picture(shade: int = 0) -> bytes:
    """A JPEG of 30 by 20 pixels."""
    file = BytesIO()
    Image.new("RGB", (30, 20), (shade, 0, 0)).save(file, "JPEG")
    return file.getvalue()


@dataclass
class Blog:
    """What an operator hands in, and where it goes."""

    folder: Path
    mission: Mission
    sessions: Sessions
    storage: Storage = field(default_factory=MemoryStorage)
    destination: Mapping[str, Any] = field(default_factory=dict)

    async def read_in(
        self, *entries: Entry, photos: Mapping[str, bytes] | None = None, title: str = "A blog", **over: Any
    ) -> LossReport:
        """Import a Takeout of these entries; the report."""
        return (await self.run(*entries, photos=photos, title=title, **over)).report

    async def run(
        self, *entries: Entry, photos: Mapping[str, bytes] | None = None, title: str = "A blog", **over: Any
    ) -> ImportResult:
        report = LossReport()
        path = self.folder / "takeout.zip"
        with zipfile.ZipFile(path, "w") as packed:
            feed = FEED.format(id=BLOG, title=title, entries="".join(entry.xml() for entry in entries))
            packed.writestr(f"Takeout/Blogger/Blogs/{title}/feed.atom", feed)
            for name, content in (photos or {}).items():
                packed.writestr(f"Takeout/Blogger/Albums/{title}/{name}", content)
        options: dict[str, Any] = {"report": report, "now": NOW}
        destination = Destination(self.mission.id, **self.destination)
        archive = read_archive(path, report)
        return await import_archive(self.sessions, self.storage, archive, lambda _: destination, **options | over)


def told(report: LossReport, kind: str) -> list[tuple[str, str]]:
    """The losses of one kind: what was lost, and the words."""
    return [(loss.what, loss.detail) for loss in report.losses if loss.kind == kind]


def figures(report: LossReport, kind: str) -> tuple[int, int, int, int]:
    """Read, written, unchanged, skipped."""
    count = report.counts[kind]  # type: ignore[index]
    return count.read, count.written, count.unchanged, count.skipped.total()


async def rows(blog: Blog, *columns: ColumnElement[Any] | Any) -> list[Any]:
    """The values of every row, in the order in which the rows were made; of one column, without a tuple around each."""
    async with blog.sessions() as db:
        found = (await db.execute(select(*columns).order_by(columns[0].class_.id))).all()
    return [tuple(row) if len(row) > 1 else row[0] for row in found]


def warnings(report: LossReport) -> list[str]:
    return [what for _, what in report.warnings]


def translation(key: int, locale: str, of: str = HOURS, **over: Any) -> Entry:
    labels = [f"lang:{locale}", f"translation-of:{of}", *over.pop("labels", [])]
    return Entry(key, labels=labels, title=f"Hours {locale} {key}", **over)
