"""A body as HTML and as the flat list of blocks that is stored beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from schema.languages import canonical_locale, direction
from schema.posts.body.document import Document
from schema.posts.body.grammar import Node
from schema.posts.body.identities import identified
from schema.posts.body.inline_html import attributes_html, inline_html
from schema.posts.body.plain import plain
from schema.posts.body.refusals import PhotoNotFound
from schema.posts.body.sanitising import sanitised


@dataclass(frozen=True, slots=True)
class PhotoFacts:
    """What rendering must know of a photo: where its file is served, and its size in pixels."""

    path: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Rendered:
    """A body as HTML, and its blocks one by one.

    ``html`` is one ``<div>`` with the language and direction of the text. Each of ``blocks`` has ``kind``, ``id``,
    ``html``, ``text``, and what its kind adds:

    - ``paragraph``; ``heading``: ``level`` 2 to 4. Their html is the content only, WITHOUT ``<p>`` or ``<h2>``.
    - ``list``: ``ordered``; ``start``, null without numbers; ``items``: ``html`` (no ``<li>``) and ``text`` of each.
    - ``quote``: ``attribution``, which is in the html and not in the text.
    - ``photo``: html and text are those of the caption, without ``<figcaption>``.
    - ``gallery``: ``photos``, the ids of the photo blocks in it.
    - ``embed``: ``url``, ``title``, ``provider``.
    - ``divider``.

    The html of the others is the whole element.
    """

    html: str
    blocks: list[Node]


def render(document: Document, photos: Mapping[UUID, PhotoFacts], locale: str) -> Rendered:
    """Write a body as sanitised HTML; ``locale`` is the language of its text.

    An embed is written as a link: nothing is fetched from elsewhere until a front end decides so.

    Raises:
        PhotoNotFound: a photo of the document is not among ``photos``.
        UnknownLanguage.
    """
    _check_photos(document, photos)
    tag = canonical_locale(locale)
    written = [_element(block, photos) for block in document.blocks]
    opening = f"<div{attributes_html(lang=tag, dir=direction(tag))}>"
    return Rendered(
        html=sanitised(opening + "\n".join(written) + "</div>"),
        blocks=[_record(block, html) for block, html in zip(document.blocks, written, strict=True)],
    )


def _check_photos(document: Document, photos: Mapping[UUID, PhotoFacts]) -> None:
    for position, node in identified(document.blocks):
        if node["type"] == "photo" and UUID(node["attrs"]["photo"]) not in photos:
            label = f"Block {position} (photo, id “{node['attrs']['id']}”)"
            raise PhotoNotFound(path=("content", position - 1), label=label, photo=node["attrs"]["photo"])


def _element(node: Node, photos: Mapping[UUID, PhotoFacts]) -> str:
    """The whole element of a block, not yet sanitised."""
    attrs, content = node["attrs"], node.get("content", [])
    block = attributes_html(data_block=attrs["id"])
    match node["type"]:
        case "paragraph":
            return f"<p{block}>{inline_html(content)}</p>"
        case "heading":
            return f"<h{attrs['level']}{block}>{inline_html(content)}</h{attrs['level']}>"
        case "bulletList" | "orderedList":
            return _list_html(node, block)
        case "quote":
            return f"<blockquote{block}>{_quote_html(node)}</blockquote>"
        case "photo":
            return _figure_html(node, block, photos[UUID(attrs["photo"])])
        case "gallery":
            return f'<div class="gallery"{block}>{"".join(_element(photo, photos) for photo in content)}</div>'
        case "embed":
            return _embed_html(attrs, block)
        case _:
            return f"<hr{block}>"


def _list_html(node: Node, block: str = "") -> str:
    start = node.get("attrs", {}).get("start")
    tag = "ul" if node["type"] == "bulletList" else "ol"
    numbering = attributes_html(start=start if start != 1 else None)
    items = "".join(f"<li>{_item_html(item)}</li>" for item in node["content"])
    return f"<{tag}{block}{numbering}>{items}</{tag}>"


def _item_html(item: Node) -> str:
    """A list item without ``<li>``; its only paragraph stands without ``<p>``."""
    paragraphs = [child for child in item["content"] if child["type"] == "paragraph"]
    return "".join(
        _list_html(child) if child["type"] != "paragraph" else _paragraph_html(child, is_alone=len(paragraphs) == 1)
        for child in item["content"]
    )


def _paragraph_html(node: Node, *, is_alone: bool = False) -> str:
    html = inline_html(node.get("content", []))
    return html if is_alone else f"<p>{html}</p>"


def _quote_html(node: Node) -> str:
    attribution = node["attrs"]["attribution"]
    who = f"<footer><cite>{inline_html([{'type': 'text', 'text': attribution}])}</cite></footer>" if attribution else ""
    return "".join(map(_paragraph_html, node["content"])) + who


def _figure_html(node: Node, block: str, facts: PhotoFacts) -> str:
    attrs = node["attrs"]
    alt = "" if attrs["alternative"] in ("in_text", "decorative") else attrs["alternativeText"] or ""
    image = attributes_html(src=facts.path, width=facts.width, height=facts.height, alt=alt, loading="lazy")
    return f"<figure{block}><img{image}>{_figcaption_html(node)}</figure>"


def _figcaption_html(node: Node) -> str:
    credit = node["attrs"]["credit"]
    written = [inline_html(node.get("content", []))]
    if credit:
        written.append(f'<span class="credit">{inline_html([{"type": "text", "text": credit}])}</span>')
    caption = " ".join(part for part in written if part)
    return f"<figcaption>{caption}</figcaption>" if caption else ""


def _embed_html(attrs: Node, block: str) -> str:
    link = attributes_html(href=attrs["url"])
    shown = inline_html([{"type": "text", "text": attrs["title"] or attrs["url"]}])
    return f"<figure{block}{attributes_html(data_embed=attrs['provider'] or '')}><a{link}>{shown}</a></figure>"


def _record(node: Node, element: str) -> Node:
    """One block as it is stored for GraphQL; see ``Rendered``."""
    attrs, content = node["attrs"], node.get("content", [])
    record = {"kind": node["type"], "id": attrs["id"], "html": "", "text": plain(node)}
    match node["type"]:
        case "paragraph" | "photo":
            return record | {"html": sanitised(inline_html(content))}
        case "heading":
            return record | {"html": sanitised(inline_html(content)), "level": attrs["level"]}
        case "bulletList" | "orderedList":
            return record | {"kind": "list", "html": sanitised(element)} | _list_facts(node)
        case "quote":
            return record | {"html": sanitised(element), "attribution": attrs["attribution"]}
        case "gallery":
            return record | {"html": sanitised(element), "photos": [photo["attrs"]["id"] for photo in content]}
        case "embed":
            facts = {key: attrs[key] for key in ("url", "title", "provider")}
            return record | {"html": sanitised(element)} | facts
        case _:
            return record | {"html": sanitised(element)}


def _list_facts(node: Node) -> Node:
    return {
        "ordered": node["type"] == "orderedList",
        "start": node["attrs"].get("start"),
        "items": [{"html": sanitised(_item_html(item)), "text": plain(item)} for item in node["content"]],
    }
