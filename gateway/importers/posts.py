"""One entry as a post: its labels told apart, its body read, and every loss noted under its title."""

import re

from gateway.importers.bodies import read_body
from gateway.importers.entries import Entry
from gateway.importers.records import ForeignPost, kind_of
from gateway.importers.report import LossReport
from schema.errors import Invalid
from schema.languages import canonical_locale

LANGUAGE_LABEL = re.compile(r"lang\s*:\s*(\S+)$", re.IGNORECASE)
TRANSLATION_LABEL = re.compile(r"translation-of\s*:\s*(\S.*)$", re.IGNORECASE)
STATUSES = frozenset({"live", "draft", "scheduled", "soft_trashed"})


def read_post(entry: Entry, report: LossReport) -> ForeignPost:
    """The post or page of an entry; counts it, its pictures and its old paths as read."""
    body = read_body(entry.html)
    labels, language, translation_of = _labels(entry, report)
    post = ForeignPost(
        key=entry.key,
        kind="page" if entry.kind == "page" else "post",
        title=entry.title,
        html=body.html,
        excerpt_html=body.excerpt_html,
        summary=entry.summary,
        status="draft" if entry.status == "soft_trashed" else entry.status,
        is_trashed=entry.is_trashed,
        language=language,
        translation_of=translation_of,
        author_key=entry.author.key,
        published_at=entry.published_at,
        updated_at=entry.updated_at,
        labels=labels,
        old_paths=entry.paths,
        slug_hint=entry.paths[0].rpartition("/")[2].removesuffix(".html") or None if entry.paths else None,
        location=entry.location,
        expected_comments=entry.expected_comments,
        images=body.images,
    )
    report.read(kind_of(post))
    report.read("placement", len(post.images))
    report.read("redirect", len(post.old_paths))
    for lost in body.lost:
        report.lost(lost.kind, entry.where, lost.what, lost.detail)
    _note(entry, report)
    return post


def read_locale(tag: str) -> str | None:
    """A language tag in its canonical form; None when it is none."""
    try:
        return canonical_locale(tag.strip().replace("_", "-"))
    except Invalid:
        return None


def _labels(entry: Entry, report: LossReport) -> tuple[tuple[str, ...], str | None, str | None]:
    """The labels proper, the language and the name of the original, which two prefixes set apart."""
    labels: list[str] = []
    languages: list[str] = []
    originals: list[str] = []
    for label in entry.labels:
        if match := LANGUAGE_LABEL.match(label):
            if (locale := read_locale(match.group(1))) is not None:
                languages.append(locale)
                continue
            report.warned(entry.where, f"the label “{label}” names no language; it was kept as a label")
        elif match := TRANSLATION_LABEL.match(label):
            originals.append(match.group(1).strip())
            continue
        labels.append(label)
    for several in (languages, originals):
        if len(several) > 1:
            report.lost("post", entry.where, "only the first of several such labels could be used", ", ".join(several))
    return tuple(labels), languages[0] if languages else None, originals[0] if originals else None


def _note(entry: Entry, report: LossReport) -> None:
    """Losses and doubts about the entry itself."""
    if entry.unreadable_moment:
        report.lost("post", entry.where, "a date could not be read", entry.unreadable_moment)
    elif entry.published_at is None:
        report.warned(entry.where, "it bears no date")
    if entry.is_only_summary:
        report.lost("post", entry.where, "the archive holds only a summary of it", "")
    for address in entry.enclosures:
        report.lost("post", entry.where, "an attached file was dropped", address)
    if entry.status not in STATUSES:
        report.warned(entry.where, f"its state “{entry.status}” is not known here; it is treated as not public")
    if not entry.author.name:
        report.lost("person", entry.where, "nobody is named as its author", "")
