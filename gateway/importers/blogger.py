"""Blogger's exports as records: each blog with its posts, comments and people, from however many files."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from gateway.importers.archive import Member, NotAnExport
from gateway.importers.blogger_atom import read_atom
from gateway.importers.blogger_json import read_json
from gateway.importers.comments import comments_of
from gateway.importers.document import Document
from gateway.importers.entries import Author, Entry, blog_identifier
from gateway.importers.posts import read_locale, read_post
from gateway.importers.records import ForeignBlog, ForeignComment, ForeignPerson, ForeignPost
from gateway.importers.report import Kind, LossReport
from gateway.importers.trees import plain_text

LANGUAGE_SETTINGS = (".settings.BLOG_LOCALE", ".settings.BLOG_LANGUAGE")
REASONS: dict[Kind, str] = {
    "template": "designs are not imported",
    "setting": "settings of a blog are not imported",
    "other": "neither a post, a page nor a comment",
}
TWICE = "the same entry stands in the archive twice"
CUT_OFF = "the file ends in the middle of it"
TOO_DAMAGED = "the markup is too damaged to be read"


@dataclass(frozen=True)
class Feed:
    """The entries of one blog in one file."""

    key: str
    title: str
    entries: list[Entry]


def read_feeds(member: Member, report: LossReport, *, is_json: bool) -> list[Feed]:
    """The feeds of one file: one for Atom, one for each blog for JSON.

    Raises:
        NotAnExport, UnsafeArchive, DamagedArchive.
    """
    if is_json:
        by_blog: dict[str, list[Entry]] = {}
        for entry in read_json(member):
            by_blog.setdefault(entry.blog_key, []).append(entry)
        if not any(entry.kind == "comment" for entries in by_blog.values() for entry in entries):
            report.warned(member.name, "this sort of export holds no comments, and drafts only if they were asked for")
        return [Feed(key, "", entries) for key, entries in by_blog.items()]
    document = read_atom(member, report)
    found = [*document.items, *([document.cut_off] if document.cut_off else [])]
    if not any(entry.kind != "other" for entry in found) and "blogger.com" not in document.head.get("id", ""):
        raise NotAnExport(name=member.name, reason=f"none of its {len(found)} entries is Blogger's")
    _skip_unreadable(document, member.name, report)
    entries = [_distrusted(e, report) if at in document.damaged else e for at, e in enumerate(document.items)]
    named = [blog_identifier(document.head.get("id", "")), *(entry.blog_key for entry in document.items)]
    key = next((name for name in named if name), member.name)
    return [Feed(key, " ".join(document.head.get("title", "").split()), entries)]


def blogs_of(feeds: Iterable[Feed], report: LossReport) -> tuple[ForeignBlog, ...]:
    """One blog for each key, with every post's original found among all of them."""
    together: dict[str, list[Feed]] = {}
    for feed in feeds:
        together.setdefault(feed.key, []).append(feed)
    blogs = [_read_blog(key, parts, report) for key, parts in together.items()]
    posts = [post for blog in blogs for post in blog.posts]
    return tuple(
        replace(blog, posts=tuple(_with_original(post, posts, report) for post in blog.posts)) for blog in blogs
    )


def _read_blog(key: str, feeds: list[Feed], report: LossReport) -> ForeignBlog:
    entries = _once([entry for feed in feeds for entry in feed.entries], report)
    skipped = _skip_others(entries, report)
    written = [entry for entry in entries if entry.kind in {"post", "page"}]
    answers = [entry for entry in entries if entry.kind == "comment"]
    posts = tuple(read_post(entry, report) for entry in written)
    report.read("tag", len({label for post in posts for label in post.labels}))
    report.read("photo", len({image.address for post in posts for image in post.images}))
    people = _people(written, report)
    titles = {entry.key: entry.where for entry in written}
    comments = comments_of(answers, titles, report)
    title = next((feed.title for feed in feeds if feed.title), "")
    _note_missing_comments(posts, comments, titles, report)
    _note_dropped_of_authors([entry.author for entry in answers], title, report)
    return ForeignBlog(key, title, _language(entries), posts, comments, people, tuple(sorted(skipped.items())))


def _once(entries: list[Entry], report: LossReport) -> list[Entry]:
    """Each entry once; settings and designs have no identity worth comparing."""
    kept: dict[tuple[str, str], Entry] = {}
    for position, entry in enumerate(entries):
        is_content = entry.kind in {"post", "page", "comment"} and entry.key
        identity = ("content", entry.key) if is_content else (entry.kind, str(position))
        if identity in kept:
            kind = _counted_as(entry)
            report.read(kind)
            report.skipped(kind, TWICE)
        else:
            kept[identity] = entry
    return list(kept.values())


def _counted_as(entry: Entry) -> Kind:
    return "draft" if entry.status == "draft" and entry.kind in {"post", "page"} else entry.kind


def _skip_others(entries: list[Entry], report: LossReport) -> Counter[str]:
    skipped: Counter[str] = Counter()
    for entry in entries:
        kind: Kind = entry.kind
        if reason := REASONS.get(kind):
            report.read(kind)
            report.skipped(kind, reason)
            skipped[kind] += 1
        if kind == "other":
            report.lost("other", entry.where, "an entry of an unknown sort was left out", plain_text(entry.html))
    return skipped


def _distrusted(entry: Entry, report: LossReport) -> Entry:
    """A damaged entry is never taken for public: what said that it was a draft may be among what is lost."""
    if entry.kind not in {"post", "page", "comment"}:
        return entry
    status = "pending" if entry.kind == "comment" else "draft"
    report.warned(entry.where, f"its markup was damaged; it is read as {status}, to be looked at")
    return replace(entry, status=status)


def _skip_unreadable(document: Document[Entry], name: str, report: LossReport) -> None:
    """Account for what a damaged file no longer gives away whole."""
    for words in document.unreadable:
        report.read("other")
        report.skipped("other", TOO_DAMAGED)
        report.lost("other", name, TOO_DAMAGED, words)
    if (entry := document.cut_off) is None:
        return
    kind = _counted_as(entry)
    report.read(kind)
    report.skipped(kind, CUT_OFF)
    report.lost(kind, entry.where, CUT_OFF, plain_text(entry.html))


def _people(written: list[Entry], report: LossReport) -> tuple[ForeignPerson, ...]:
    """Everybody who wrote posts or pages, once."""
    people: dict[str, ForeignPerson] = {}
    for who in (entry.author for entry in written):
        if who.key is not None:
            known = people.get(who.key, ForeignPerson(who.key, who.name, has_address=False))
            people[who.key] = replace(
                known, name=known.name or who.name, has_address=known.has_address or who.has_address
            )
    report.read("person", len(people))
    for person in people.values():
        if person.has_address:
            report.lost("person", person.name, "an e-mail address was dropped", "")
    return tuple(people.values())


def _note_dropped_of_authors(authors: list[Author], title: str, report: LossReport) -> None:
    """What the archive says about those who commented and we do not keep, as numbers only."""
    dropped = {
        "profile addresses of those who commented were dropped": sum(who.has_profile for who in authors),
        "profile pictures of those who commented were dropped": sum(who.has_avatar for who in authors),
        "e-mail addresses of those who commented were dropped": sum(who.has_address for who in authors),
    }
    for what, number in dropped.items():
        if number:
            report.lost("comment", title, what, f"{number} of {len(authors)}")


def _note_missing_comments(
    posts: tuple[ForeignPost, ...], comments: tuple[ForeignComment, ...], titles: dict[str, str], report: LossReport
) -> None:
    found = Counter(comment.post_key for comment in comments)
    for post in posts:
        expected = post.expected_comments or 0
        if expected > found[post.key]:
            detail = f"{expected} announced, {found[post.key]} found"
            report.lost("comment", titles[post.key], "comments are missing from the archive", detail)


def _language(entries: list[Entry]) -> str | None:
    """The language in the blog's settings, which only the classic backup holds."""
    settings = (plain_text(entry.html) for entry in entries if entry.key.endswith(LANGUAGE_SETTINGS))
    return next((locale for text in settings if (locale := read_locale(text)) is not None), None)


def _with_original(post: ForeignPost, posts: list[ForeignPost], report: LossReport) -> ForeignPost:
    """The post with its original named by that post's first path; left as written when no single post fits."""
    if post.translation_of is None:
        return post
    wanted = post.translation_of.removesuffix(".html").lstrip("/")
    paths = {
        other.old_paths[0]
        for other in posts
        if other is not post and any(_ends_with(path, wanted) for path in other.old_paths)
    }
    if len(paths) == 1:
        return replace(post, translation_of=paths.pop())
    report.lost("post", post.title, "the post it translates is not in the archive", post.translation_of)
    return post


def _ends_with(path: str, wanted: str) -> bool:
    return f"{path.removesuffix('.html')}".endswith(f"/{wanted}")
