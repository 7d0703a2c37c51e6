"""Short words for documents in tests, and Hypothesis strategies that make them."""

from typing import Any
from uuid import UUID

from hypothesis import strategies as st

Json = dict[str, Any]

PHOTO = UUID("11111111-1111-4111-8111-111111111111")
OTHER_PHOTO = UUID("22222222-2222-4222-8222-222222222222")


def text(words: str, *marks: Json) -> Json:
    return {"type": "text", "text": words, "marks": list(marks)} if marks else {"type": "text", "text": words}


def mark(kind: str, **attrs: object) -> Json:
    return {"type": kind, "attrs": attrs} if attrs else {"type": kind}


def block(kind: str, *content: Json | str, **attrs: object) -> Json:
    inner = [text(part) if isinstance(part, str) else part for part in content]
    return {"type": kind, "attrs": attrs, "content": inner}


def photo(*caption: Json | str, **attrs: object) -> Json:
    return block("photo", *caption, **{"photo": str(PHOTO), **attrs})


def item(*content: Json) -> Json:
    return {"type": "listItem", "content": list(content)}


def doc(*blocks: Json) -> Json:
    return {"type": "doc", "content": list(blocks)}


def without_ids(node: Json) -> Json:
    """A node as ids do not count in a comparison."""
    copy = dict(node)
    if "attrs" in copy:
        copy["attrs"] = {key: value for key, value in copy["attrs"].items() if key != "id"}
    if "content" in copy:
        copy["content"] = [without_ids(child) for child in copy["content"]]
    return copy


LETTERS = st.sampled_from("abcXYZ019<>&\"'é\u0301ß中文שלוםمرحبا😀–“”.,;:!?()\u00a0\u200b")
WORD = st.text(LETTERS, min_size=1, max_size=8).filter(lambda word: bool(word.strip()) and word[0] not in "–\u00a0")
PHRASE = st.lists(WORD, min_size=1, max_size=4).map(" ".join)
HREFS = st.sampled_from(
    ["https://example.org/?a=1&b=2", "http://example.org", "mailto:press@example.org", "tel:+3222", "/visas", "#top"]
)
MARKS = st.lists(
    st.one_of(
        st.builds(lambda href: mark("link", href=href, title=None), HREFS),
        st.builds(lambda locale: mark("language", locale=locale), st.sampled_from(["fr", "ar", "he", "pt-BR"])),
        st.just(mark("strong")),
        st.just(mark("emphasis")),
    ),
    max_size=4,
    unique_by=lambda made: str(made["type"]),
)


@st.composite
def running_text(draw: st.DrawFn) -> list[Json]:
    """Text as a browser shows it: single spaces between words, none at the edges or beside a line break."""
    pieces: list[Json] = []
    for index in range(draw(st.integers(1, 4))):
        is_apart, is_break, is_marked = (draw(st.booleans()) for _ in range(3))
        if index and is_apart:
            gap: Json = {"type": "hardBreak"} if is_break else text(" ")
            pieces.append({**gap, "marks": pieces[-1].get("marks", [])} if is_marked else gap)
        pieces.append(text(draw(PHRASE), *draw(MARKS)))
    return pieces


PARAGRAPH = st.builds(lambda content: {"type": "paragraph", "content": content}, running_text())
PHOTO_BLOCK = st.builds(
    lambda caption, which, credit, alternative: {
        "type": "photo",
        "attrs": {
            "photo": str(which),
            "credit": credit,
            "alternative": "described" if alternative else None,
            "alternativeText": alternative,
        },
        "content": caption,
    },
    st.just([]) | running_text(),
    st.sampled_from([PHOTO, OTHER_PHOTO]),
    st.none() | PHRASE,
    st.none() | PHRASE,
)


def _listed(inner: st.SearchStrategy[Json]) -> st.SearchStrategy[Json]:
    items = st.lists(
        st.builds(lambda first, rest: item(first, *rest), PARAGRAPH, st.lists(inner, max_size=2)),
        min_size=1,
        max_size=3,
    )
    return st.one_of(
        st.builds(lambda made: {"type": "bulletList", "content": made}, items),
        st.builds(
            lambda made, start: {"type": "orderedList", "attrs": {"start": start}, "content": made},
            items,
            st.integers(0, 30),
        ),
    )


LIST = _listed(PARAGRAPH | _listed(PARAGRAPH | _listed(PARAGRAPH)))

BLOCK = st.one_of(
    PARAGRAPH,
    st.builds(
        lambda level, content: {"type": "heading", "attrs": {"level": level}, "content": content},
        st.integers(2, 4),
        running_text(),
    ),
    LIST,
    st.builds(
        lambda who, content: {"type": "quote", "attrs": {"attribution": who}, "content": content},
        st.none() | PHRASE,
        st.lists(PARAGRAPH, min_size=1, max_size=3),
    ),
    PHOTO_BLOCK,
    st.builds(lambda photos: {"type": "gallery", "content": photos}, st.lists(PHOTO_BLOCK, min_size=1, max_size=3)),
    st.builds(
        lambda url, title, provider: {"type": "embed", "attrs": {"url": url, "title": title, "provider": provider}},
        st.sampled_from(["https://youtu.be/abc", "https://maps.example/?q=1&z=2"]),
        st.none() | PHRASE,
        st.sampled_from([None, "youtube", "maps"]),
    ),
    st.just({"type": "divider"}),
)
DOCUMENT = st.builds(lambda blocks: doc(*blocks), st.lists(BLOCK, min_size=1, max_size=6))

ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(st.characters(codec=None)),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)
NAMES = st.sampled_from(
    [
        *("doc", "paragraph", "heading", "bulletList", "orderedList", "listItem", "quote", "photo", "gallery", "embed"),
        *("divider", "text", "hardBreak", "link", "language", "strong", "emphasis", "video"),
    ]
)
NEARLY = st.recursive(
    ANY_JSON,
    lambda inner: st.fixed_dictionaries(
        {"type": NAMES | ANY_JSON},
        optional={
            "attrs": st.dictionaries(
                st.sampled_from(
                    ["id", "level", "start", "photo", "href", "url", "locale", "dir", "title", "credit", "x"]
                ),
                ANY_JSON,
                max_size=4,
            )
            | ANY_JSON,
            "content": st.lists(inner, max_size=4) | ANY_JSON,
            "marks": st.lists(inner, max_size=3) | ANY_JSON,
            "text": st.text(st.characters(codec=None)) | ANY_JSON,
        },
    ),
    max_leaves=25,
)
"""Values that are almost documents: the right words in the wrong places."""
