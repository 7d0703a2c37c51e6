"""Write the feeds of the demo archive from the texts in ``posts/``: ``python -m gateway.demo.write``.

The feeds have the shape of a Google Takeout export, down to the habits that make one hard to read: replies come before
what they answer, half of the posts break their lines with ``<br />``, and labels say what Blogger has no field for
(``lang:fr``, ``translation-of:/2026/01/….html``).
"""

import re
from base64 import urlsafe_b64encode
from hashlib import sha256
from html import escape
from pathlib import Path

from gateway.demo import ARCHIVE, MISSIONS, Mission
from gateway.demo.source import Block, Comment, Heading, Items, More, Paragraph, Photo, Source, Video, read_sources

LABELS = "http://www.blogger.com/atom/ns#"
PICTURES = "https://blogger.googleusercontent.com/img/b/R29vZ2xl"
RIGHT_TO_LEFT = {"ar"}
CENTRED = "margin-left: auto; margin-right: auto;"

SETTINGS = """\
blog_name,blog_locale,blog_time_zone,blog_comment_access,blog_comment_moderation
"{name}",{locale},{zone},ANYONE,ALWAYS
"""
THEME = """\
<!DOCTYPE html>
<html><head><title><data:blog.pageTitle/></title></head>
<body><!-- The blog's old theme. It is of no use anywhere else. --><data:post.body/></body></html>
"""


def main() -> None:
    for path, text in files().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")


def files() -> dict[Path, str]:
    """Every text file of the archive, by path."""
    written: dict[Path, str] = {}
    for mission in MISSIONS:
        folder = ARCHIVE / "Takeout" / "Blogger" / "Blogs" / mission.blog
        written[folder / "feed.atom"] = feed(mission)
        written[folder / "settings.csv"] = SETTINGS.format(
            name=mission.blog, locale=mission.languages[0], zone=mission.time_zones[0]
        )
        written[folder / "theme-classic.html"] = THEME
    return written


def feed(mission: Mission) -> str:
    """The whole feed of a blog, newest entry first."""
    sources = read_sources(mission.slug)
    entries = [(source.header["published"], entry(mission, source)) for source in sources]
    entries += [(one.published, reply(mission, source, one)) for source in sources for one in source.comments]
    newest_first = [text for _, text in sorted(entries, reverse=True)]
    return "\n".join(
        [
            "<?xml version='1.0' encoding='utf-8'?>",
            "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'>",
            f"  <id>{blog_id(mission)}</id>",
            f"  <title>{escape(mission.blog)}</title>",
            *newest_first,
            "</feed>\n",
        ]
    )


def entry(mission: Mission, source: Source) -> str:
    """A post or a page."""
    header = source.header
    status = header.get("status", "live").upper()
    return element(
        "entry",
        element("id", post_id(mission, source)),
        element("blogger:type", header.get("type", "post").upper()),
        element("blogger:status", status),
        author(header["author"], "BLOGGER"),
        element("title", escape(header["title"], quote=False)),
        content(body(mission, source)),
        element("blogger:metaDescription", escape(header.get("description", ""), quote=False)),
        element("blogger:created", header["published"]),
        element("published", header["published"]),
        element("updated", header.get("updated", header["published"])),
        location(header.get("location")),
        *(f"<category scheme='{LABELS}' term='{escape(label)}'/>" for label in source.labels),
        element("blogger:filename", header.get("filename", "")),
        "<link/>",
        "<enclosure/>",
        element("blogger:trashed", header.get("trashed", "")),
        depth=1,
    )


def reply(mission: Mission, source: Source, comment: Comment) -> str:
    """A comment; ``inReplyTo`` is empty when it answers the post itself."""
    return element(
        "entry",
        element("id", comment_id(mission, source, comment.path)),
        element("blogger:parent", post_id(mission, source)),
        element("blogger:inReplyTo", comment_id(mission, source, comment.parent) if comment.parent else ""),
        element("blogger:type", "COMMENT"),
        element("blogger:status", "LIVE"),
        author(comment.author, "BLOGGER" if comment.writer == "account" else "ANONYMOUS"),
        element("title", ""),
        content(escape(comment.text, quote=False).replace("\n\n", "<br /><br />")),
        element("blogger:created", comment.published),
        element("published", comment.published),
        element("updated", comment.published),
        element("blogger:trashed", ""),
        depth=1,
    )


def element(name: str, *inner: str, depth: int = 0) -> str:
    """``<name>text</name>``, ``<name/>`` for nothing, and with ``depth`` one line for each part."""
    if depth:
        margin = "  " * depth
        return "\n".join([f"{margin}<{name}>", *(f"{margin}  {one}" for one in inner), f"{margin}</{name}>"])
    text = "".join(inner)
    return f"<{name}>{text}</{name}>" if text else f"<{name}/>"


def author(name: str, kind: str) -> str:
    profile = f"https://www.blogger.com/profile/{number(name) % 10**6:020d}" if kind == "BLOGGER" else ""
    return element(
        "author",
        element("name", escape(name, quote=False)),
        element("uri", profile),
        element("blogger:type", kind),
    )


def content(html: str) -> str:
    return f"<content type='html'>{escape(html, quote=False)}</content>"


def location(place: str | None) -> str:
    """Only a name: an invented place has no coordinates."""
    return element("blogger:location", element("blogger:name", escape(place, quote=False)) if place else "")


def number(text: str) -> int:
    """A number that is always the same for the same text."""
    return int.from_bytes(sha256(text.encode()).digest()[:7], "big")


def blog_id(mission: Mission) -> str:
    return f"tag:blogger.com,1999:blog-{number(mission.slug)}"


def post_id(mission: Mission, source: Source) -> str:
    kind = "page" if source.header.get("type") == "page" else "post"
    return f"{blog_id(mission)}.{kind}-{number(f'{mission.slug}/{source.name}')}"


def comment_id(mission: Mission, source: Source, path: str) -> str:
    return f"{blog_id(mission)}.post-{number(f'{mission.slug}/{source.name}#{path}')}"


def body(mission: Mission, source: Source) -> str:
    """A post's HTML as Blogger keeps it: paragraphs as ``<p>`` or as lines between ``<br />``."""
    broken = source.header.get("markup") == "br"
    parts: list[str] = []
    for before, block in zip([None, *source.blocks], source.blocks, strict=False):
        if broken and isinstance(block, Paragraph | More) and isinstance(before, Paragraph):
            parts.append("<br /><br />")
        parts.append(block_html(mission, block, broken))
    html = ("" if broken else "\n").join(parts)
    if (source.locale or mission.languages[0]) in RIGHT_TO_LEFT:
        return f'<div dir="rtl" style="text-align: right;" trbidi="on">{html}</div>'
    return html


def block_html(mission: Mission, block: Block, broken: bool) -> str:
    match block:
        case Paragraph(text):
            return inline(mission, text) if broken else f"<p>{inline(mission, text)}</p>"
        case Heading(text):
            return f"<h3>{inline(mission, text)}</h3>"
        case Items(texts):
            return "<ul>" + "".join(f"<li>{inline(mission, text)}</li>" for text in texts) + "</ul>"
        case More():
            return "<a name='more'></a>"
        case Video(address):
            video = address.rpartition("/")[2]
            return (
                '<div class="separator" style="clear: both; text-align: center;">'
                '<iframe allowfullscreen="" class="BLOG_video_class" height="266" width="320" '
                f'src="{escape(address)}" youtube-src-id="{escape(video)}"></iframe></div>'
            )
        case Photo():
            return photo_html(block)


def photo_html(photo: Photo) -> str:
    """A thumbnail that links to the full size, in a table when it has a caption."""
    token = urlsafe_b64encode(sha256(photo.file.encode()).digest()).decode().rstrip("=")
    small, full = (f"{PICTURES}/AVvXsEdemo{token}/{size}/{photo.file}" for size in ("s320", "s1600"))
    alt = f'alt="{escape(photo.alt)}" ' if photo.alt is not None else ""
    image = (
        f'<a href="{full}" style="{CENTRED}"><img {alt}border="0" data-original-height="800" '
        f'data-original-width="1200" height="213" src="{small}" width="320" /></a>'
    )
    if photo.caption is None:
        return f'<div class="separator" style="clear: both; text-align: center;">{image}</div>'
    return (
        '<table align="center" cellpadding="0" cellspacing="0" class="tr-caption-container" '
        f'style="{CENTRED}"><tbody><tr><td style="text-align: center;">{image}</td></tr>'
        f'<tr><td class="tr-caption" style="text-align: center;">{escape(photo.caption, quote=False)}</td></tr>'
        "</tbody></table>"
    )


def inline(mission: Mission, text: str) -> str:
    """Strong, emphasis and links; a link to ``post:/…`` is one to another post of the same blog."""
    html = escape(text, quote=False)
    html = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", html)
    html = re.sub(r"\*(.+?)\*", r"<i>\1</i>", html)
    return re.sub(
        r"\[([^]]+)\]\(([^)]+)\)",
        lambda match: f'<a href="{match[2].replace("post:", mission.address)}">{match[1]}</a>',
        html,
    )


if __name__ == "__main__":
    main()
