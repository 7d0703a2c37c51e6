"""The entries of Blogger's two Atom shapes: the classic backup and the feed of a Takeout."""

from collections.abc import Iterator
from html import escape

from lxml import etree

from gateway.importers.archive import Member
from gateway.importers.characters import usable
from gateway.importers.document import Document, local_name, text_of
from gateway.importers.entries import (
    SOUND_KEY,
    Author,
    Entry,
    EntryKind,
    author,
    blog_identifier,
    first_moment,
    identifier,
    moment,
    paths_of,
    status_word,
)  # fmt: skip
from gateway.importers.markup import read_document
from gateway.importers.report import LossReport

KIND_MARK = "#kind"
CLASSIC_KINDS: dict[str, EntryKind] = {
    "post": "post", "page": "page", "comment": "comment", "template": "template", "settings": "setting",
}  # fmt: skip
TAKEOUT_KINDS: dict[str, EntryKind] = {"POST": "post", "PAGE": "page", "COMMENT": "comment"}


def read_atom(member: Member, report: LossReport) -> Document[Entry]:
    """Every entry of a feed, of whichever of the two shapes each one is.

    Raises:
        NotAnExport, UnsafeArchive, DamagedArchive.
    """
    return read_document(member, report, root="feed", item="entry", convert=read_entry)


def read_entry(element: etree._Element) -> Entry:
    """One ``<entry>``; names are compared without namespace, since broken archives lose theirs."""
    kind = _kind(element)
    if kind != "other" and not SOUND_KEY.fullmatch(identifier(_text(element, "id"))):
        return Entry(key="", kind="other", html=escape(text_of(element), quote=False))
    own_id = _text(element, "id")
    published_at, unreadable = first_moment(
        _text(element, "published"), _text(element, "created"), _text(element, "updated")
    )
    html, is_only_summary = _content(element)
    return Entry(
        key=identifier(own_id),
        kind=kind,
        blog_key=blog_identifier(own_id),
        title=_title(element),
        html=html,
        is_only_summary=is_only_summary,
        status=_status(element),
        is_trashed=bool(_text(element, "trashed")) or _status(element) == "soft_trashed",
        is_removed=_property(element, "blogger.contentRemoved") == "true",
        author=_author(element),
        published_at=published_at,
        updated_at=moment(_text(element, "updated")),
        unreadable_moment=unreadable,
        labels=_labels(element),
        summary=_text(element, "metaDescription") or None,
        paths=_paths(element) if kind in {"post", "page"} else (),
        location=_location(element),
        enclosures=tuple(_links(element, "enclosure")),
        post_key=_post_key(element),
        parent_key=_parent_key(element),
        expected_comments=_number(_text(element, "total")),
    )


def _children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    return (child for child in element if local_name(child) == name)


def _text(element: etree._Element, name: str) -> str:
    """The text of the first child of that name; empty where there is none."""
    return usable(text_of(next(_children(element, name), None)))


def _kind(element: etree._Element) -> EntryKind:
    """From Takeout's type or the classic kind; else from the form of the id, as in a blog's public feed."""
    if kind := TAKEOUT_KINDS.get(_text(element, "type").upper()):
        return kind
    for category in _children(element, "category"):
        if (category.get("scheme") or "").endswith(KIND_MARK):
            return CLASSIC_KINDS.get((category.get("term") or "").rpartition("#")[2], "other")
    own_id = _text(element, "id")
    if "blogger.com" not in own_id:
        return "other"
    if ".page-" in own_id:
        return "page"
    if ".post-" in own_id and not _text(element, "type"):
        return "comment" if next(_children(element, "in-reply-to"), None) is not None else "post"
    return "other"


def _title(element: etree._Element) -> str:
    return " ".join(_text(element, "title").split())


def _content(element: etree._Element) -> tuple[str, bool]:
    """The body as HTML, and whether the entry holds a summary only."""
    for name in ("content", "summary"):
        for child in _children(element, name):
            is_html = child.get("type") not in {None, "text"}
            if len(child):
                inner = [usable(str(etree.tostring(part, encoding="unicode", method="html"))) for part in child]
                return escape(child.text or "", quote=False) + "".join(inner), name == "summary"
            text = usable("".join(str(part) for part in child.itertext()))
            return text if is_html else escape(text, quote=False), name == "summary"
    return "", False


def _status(element: etree._Element) -> str:
    for control in _children(element, "control"):
        if _text(control, "draft").lower() == "yes":
            return "draft"
    return status_word(_text(element, "status"))


def _property(element: etree._Element, name: str) -> str:
    """The value of an extended property of the classic shape."""
    found = (child for child in _children(element, "extendedProperty") if child.get("name") == name)
    return next((child.get("value") or "" for child in found), "")


def _author(element: etree._Element) -> Author:
    for child in _children(element, "author"):
        return author(
            _text(child, "name"),
            profile=_text(child, "uri"),
            address=_text(child, "email"),
            is_anonymous=_text(child, "type").upper() == "ANONYMOUS",
            has_avatar=next(_children(child, "image"), None) is not None,
        )
    return Author(None, "")


def _labels(element: etree._Element) -> tuple[str, ...]:
    """Every label once: one element each, or all of them in one element, a line each."""
    terms = [
        category.get("term") or ""
        for category in _children(element, "category")
        if not (category.get("scheme") or "").endswith(KIND_MARK)
    ]
    lines = [" ".join(usable(line).split()) for term in terms for line in term.splitlines()]
    return tuple(dict.fromkeys(line for line in lines if line))


def _links(element: etree._Element, relation: str) -> Iterator[str]:
    return (
        link.get("href") or ""
        for link in _children(element, "link")
        if link.get("rel") == relation and link.get("href")
    )


def _paths(element: etree._Element) -> tuple[str, ...]:
    addresses = [_text(element, "filename"), *_links(element, "alternate")]
    return tuple(dict.fromkeys(path for address in addresses for path in paths_of(address)))


def _location(element: etree._Element) -> str | None:
    for place in _children(element, "location"):
        return _text(place, "name") or None
    return _text(element, "featurename") or None


def _post_key(element: etree._Element) -> str | None:
    for reply in _children(element, "in-reply-to"):
        return identifier(reply.get("ref") or "") or None
    parent = _text(element, "parent")
    return identifier(parent) if parent else None


def _parent_key(element: etree._Element) -> str | None:
    """The comment that is answered: Takeout's element, or the classic link to it."""
    if answered := _text(element, "inReplyTo"):
        return identifier(answered)
    for address in _links(element, "related"):
        return identifier(address.rstrip("/").rpartition("/")[2]) or None
    return None


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
