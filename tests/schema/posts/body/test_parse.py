import unicodedata
from typing import Any

import pytest

from schema.posts.body import BodyInvalid, parse_body
from tests.schema.posts.body.documents import PHOTO, Json, block, doc, item, mark, photo, text


def refused(document: object) -> BodyInvalid:
    with pytest.raises(BodyInvalid) as caught:
        parse_body(document)
    return caught.value


def linked(href: object) -> Json:
    return doc(block("paragraph", text("click here", mark("link", href=href))))


def attrs_of(document: object, index: int = 0) -> Json:
    attrs: Json = parse_body(document).json["content"][index]["attrs"]
    return attrs


def test_what_is_stored_has_every_attribute_and_an_id() -> None:
    parsed = parse_body(doc(block("quote", block("paragraph", "We need independence."), id="q1")))
    assert parsed.json == {
        "type": "doc",
        "content": [
            {
                "type": "quote",
                "attrs": {"id": "q1", "attribution": None},
                "content": [{"type": "paragraph", "content": [{"type": "text", "text": "We need independence."}]}],
            }
        ],
    }


def test_the_same_words_have_the_same_id_wherever_they_stand() -> None:
    alone = attrs_of(doc(block("paragraph", "Hello")))["id"]
    assert attrs_of(doc(block("divider"), block("paragraph", "Hello")), 1)["id"] == alone


def test_words_said_twice_have_two_ids() -> None:
    ids = [each["attrs"]["id"] for each in parse_body(doc(*[block("paragraph", "Hello")] * 3)).blocks]
    assert len(set(ids)) == 3


def test_a_given_id_is_never_taken_by_a_block_without_one() -> None:
    made = attrs_of(doc(block("paragraph", "Hello")))["id"]
    parsed = parse_body(doc(block("paragraph", "Hello"), block("divider", id=made)))
    assert parsed.blocks[0]["attrs"]["id"] != made


def test_photos_of_a_gallery_have_ids_too() -> None:
    parsed = parse_body(doc(block("gallery", photo("one", id="a"), photo("two"))))
    assert parsed.photos[0].block_id == "a"
    assert parsed.photos[1].block_id


def test_ids_are_used_once() -> None:
    error = refused(doc(block("paragraph", id="a"), block("gallery", photo(id="a"))))
    assert error.message == "Block 2 (gallery), photo 1 (id “a”): its id is already that of block 1. Use each id once."


def test_the_id_of_a_paragraph_inside_a_quote_is_given_up() -> None:
    parsed = parse_body(doc(block("paragraph", id="a"), block("quote", block("paragraph", "x", id="a"))))
    assert "attrs" not in parsed.blocks[1]["content"][0]


def test_what_editors_add_is_dropped() -> None:
    document = doc(block("paragraph", "x", id="a", dir="auto", textAlign=None)) | {"attrs": {"dir": "auto"}}
    assert attrs_of(document) == {"id": "a"}


def test_the_first_wrong_block_is_named_and_all_are_listed() -> None:
    error = refused(
        doc(block("paragraph", "fine"), block("divider"), block("photo", id="k3"), block("heading", level=7, id="h"))
    )
    assert error.message == "Block 3 (photo, id “k3”): its photo is missing: choose one from the library."
    assert error.path == ("content", 2, "attrs", "photo")
    assert [(each.block, each.position, each.path) for each in error.problems] == [
        ("k3", 3, "/content/2/attrs/photo"),
        ("h", 4, "/content/3/attrs/level"),
    ]
    assert error.code() == "BODY_INVALID"


def test_no_more_than_twenty_problems_are_listed() -> None:
    assert len(refused(doc(*[{"type": "video"}] * 100)).problems) == 20


@pytest.mark.parametrize(
    ("document", "message"),
    [
        (None, "The body: it must be a document: an object with the type “doc” and a list of blocks."),
        ("{}", "The body: it must be a document: an object with the type “doc” and a list of blocks."),
        (doc(), "The body: it is empty; it needs blocks."),
        ({"type": "doc", "content": {}}, "The body: its content must be a list."),
        (doc() | {"version": 2}, "The body: it has “version”, which cannot stand there."),
        (doc({"type": "video"}), "Block 1: “video” is not a kind of block that a body knows."),
        ({"type": "doc", "content": [3]}, "Block 1: every part of a body must be an object with a type."),
        (doc(text("x")), "Block 1 (text): text cannot stand here; the body holds blocks."),
        (doc(block("gallery")), "Block 1 (gallery): the gallery is empty; it needs photos."),
        (
            doc(block("quote", block("quote"))),
            "Block 1 (quote): a quote cannot stand here; the quote holds paragraphs.",
        ),
        (
            doc(block("bulletList", item(block("bulletList")))),
            "Block 1 (bulleted list): a bulleted list cannot stand here; "
            "the list item holds a paragraph first, then paragraphs and lists.",
        ),
        (
            doc(block("paragraph", photo())),
            "Block 1 (paragraph): a photo cannot stand here; the paragraph holds text and line breaks.",
        ),
        (
            doc(block("embed", "x", url="https://a.org/")),
            "Block 1 (embed): text cannot stand here; the embed holds nothing.",
        ),
        (
            doc(block("paragraph", colour="red")),
            "Block 1 (paragraph): it has an attribute “colour”, which a body does not know.",
        ),
        (
            doc(block("paragraph", id="a b")),
            "Block 1 (paragraph, id “a b”): its id must be 1 to 64 letters, digits, “-” or “_”.",
        ),
        (doc(block("heading")), "Block 1 (heading): its level must be a whole number from 2 to 4."),
        (doc(block("heading", level=True)), "Block 1 (heading): its level must be a whole number from 2 to 4."),
        (doc(photo(photo="x")), "Block 1 (photo): its photo must be the id of a photo in the library (a UUID)."),
        (doc(photo(credit="x" * 301)), "Block 1 (photo): its credit is 301 characters long; the limit is 300."),
        (
            doc(photo(alternative="none")),
            "Block 1 (photo): its choice of alternative text must be “described” or “in_text” or “decorative”.",
        ),
        (doc(block("embed", url="http://a.org/")), "Block 1 (embed): its address must begin with “https://”."),
        (
            doc(block("paragraph", text("x", mark("underline")))),
            "Block 1 (paragraph): the text “x” has “underline”, which a body does not know.",
        ),
        (
            doc(block("paragraph", text("x", mark("strong"), mark("strong")))),
            "Block 1 (paragraph): the text “x” has strong emphasis twice.",
        ),
        (
            doc(block("paragraph", text("x", mark("language", locale="zz")))),
            "Block 1 (paragraph): the language of “x”: its language must be a language tag such as “en”, "
            "“fr-CA” or “ar”.",
        ),
        (
            linked("javascript:alert(1)"),
            "Block 1 (paragraph): the link of “click here”: its address must begin with “https://”, “http://”, "
            "“mailto:”, “tel:”, “/” or “#”.",
        ),
        (
            doc(block("paragraph", "a\x00b")),
            "Block 1 (paragraph): its text holds an invisible character (U+0000); delete it or type the passage again.",
        ),
    ],
)
def test_refusals_say_where_and_what(document: object, message: str) -> None:
    assert refused(document).message == message


@pytest.mark.parametrize(
    "href",
    [
        "https://example.org/a?b=c&d=e",
        "http://пример.рф/",
        "mailto:a@b.org",
        "tel:+32 2".replace(" ", ""),
        "/visas",
        "#a",
    ],
)
def test_links_lead_to_sites_people_and_places_here(href: str) -> None:
    assert parse_body(linked(href)).links == (href,)


@pytest.mark.parametrize(
    "href",
    [
        *("javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)", "vbscript:x"),
        *("data:text/html,<script>", "file:///etc/passwd", "//evil.example", "/\\evil.example", "visas.html", "?a=b"),
        *("", None, 3, [], {}, "https://", "https:///x", "http://exa mple.org", "https://[::1", "https://1.2.3.999/"),
        *("https://ex%ample.org", "https://a.org/\x00", "https://a.org/\ud800", "https://a.org/" + "x" * 2048),
    ],
)
def test_every_other_address_is_refused(href: object) -> None:
    assert refused(linked(href)).problems[0].path == "/content/0/content/0/marks/0/attrs/href"


@pytest.mark.parametrize(
    "url", ["http://a.org", "https://user:secret@a.org/", "/a", "javascript:x", "https://", None, 1]
)
def test_embeds_are_https_and_name_no_user(url: object) -> None:
    assert refused(doc(block("embed", url=url))).problems[0].path == "/content/0/attrs/url"


def test_a_language_is_stored_in_its_canonical_form() -> None:
    parsed = parse_body(doc(block("paragraph", text("שלום", mark("language", locale="iw-il")))))
    assert parsed.blocks[0]["content"][0]["marks"] == [{"type": "language", "attrs": {"locale": "he-IL"}}]


def test_marks_are_stored_from_the_outermost_to_the_innermost() -> None:
    marks = [mark("emphasis"), mark("strong"), mark("link", href="/")]
    piece = parse_body(doc(block("paragraph", text("x", *marks)))).blocks[0]["content"][0]
    assert [each["type"] for each in piece["marks"]] == ["link", "strong", "emphasis"]


def test_letters_typed_in_two_pieces_are_one() -> None:
    parsed = parse_body(doc(block("paragraph", "caf", "e", "\u0301", "", "s")))
    assert parsed.blocks[0]["content"] == [text("cafés")]
    assert unicodedata.is_normalized("NFC", parsed.text)


def test_the_text_is_what_a_reader_reads() -> None:
    parsed = parse_body(
        doc(
            block("heading", "Visas", level=2),
            block("paragraph", "One", {"type": "hardBreak"}, "two"),
            block("bulletList", item(block("paragraph", "a"), block("bulletList", item(block("paragraph", "b"))))),
            block("quote", block("paragraph", "Yes."), attribution="The consul"),
            block("divider"),
            photo("The caption", credit="Nobody"),
            block("embed", url="https://a.org/", title="A film"),
        )
    )
    assert parsed.text == "Visas\n\nOne\ntwo\n\na\nb\n\nYes.\n— The consul\n\nThe caption\n\nA film"
    assert parsed.word_count == 12


@pytest.mark.parametrize(
    ("words", "count"), [("", 0), ("one two – three", 3), ("हिन्दी भाषा", 2), ("外交部声明", 5), ("don't “stop”", 2)]
)
def test_words_are_counted_as_people_count_them(words: str, count: int) -> None:
    assert parse_body(doc(block("paragraph", words))).word_count == count


def test_photos_come_in_reading_order_with_their_captions() -> None:
    parsed = parse_body(
        doc(
            photo("A ", text("b", mark("strong")), id="p1", credit="C", alternative="described"),
            block("gallery", photo(id="p2", alternative="in_text"), photo(id="p3", photo=str(PHOTO).upper())),
        )
    )
    assert [(use.block_id, use.position, use.photo_id) for use in parsed.photos] == [
        ("p1", 1, PHOTO),
        ("p2", 2, PHOTO),
        ("p3", 3, PHOTO),
    ]
    first = parsed.photos[0]
    assert (first.caption_html, first.caption_text, first.credit) == ("A <strong>b</strong>", "A b", "C")
    assert (first.alternative, first.alternative_text) == ("described", None)


def test_each_address_is_listed_once() -> None:
    parsed = parse_body(
        doc(
            *linked("/a")["content"],
            *linked("/b")["content"],
            *linked("/a")["content"],
            photo(text("x", mark("link", href="/c"))),
        )
    )
    assert parsed.links == ("/a", "/b", "/c")


def nested(kind: str, depth: int) -> Json:
    node: Json = block("paragraph", "deep")
    for _ in range(depth):
        node = {"type": kind, "content": [node]}
    return doc(node)


def nested_lists(levels: int) -> Json:
    node = block("bulletList", item(block("paragraph", "x")))
    for _ in range(levels - 1):
        node = block("bulletList", item(block("paragraph", "x"), node))
    return doc(node)


def test_lists_nest_five_levels() -> None:
    parse_body(nested_lists(5))
    assert "nested more than 12 levels deep" in refused(nested_lists(6)).message


def test_2_000_nested_quotes_are_refused() -> None:
    assert refused(nested("quote", 2_000)).problems[0].position == 1
    assert refused(nested_lists(2_000)).problems[0].position == 1


def test_values_nested_without_end_are_refused() -> None:
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    refused(deep)
    refused(doc(block("paragraph", colour=deep, id=deep)))
    refused(doc({"type": deep, "content": deep, "marks": deep}))
    while deep:  # taken apart by hand: the interpreter would recurse
        deep = deep.pop()


def test_a_megabyte_of_text_is_the_limit() -> None:
    parse_body(doc(block("paragraph", "x" * 1_000_000)))
    error = refused(doc(block("paragraph", "x" * 600_000), block("paragraph", "x" * 400_001)))
    assert error.message == (
        "The body: its text has 1,000,001 characters; the limit is 1,000,000. Divide it into several posts."
    )


def test_5_000_blocks_are_the_limit() -> None:
    parse_body(doc(*[block("paragraph")] * 5_000))
    assert "more than 5,000 blocks" in refused(doc(*[block("paragraph")] * 5_001)).message


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1b", "\ud800", "\uffff"])
@pytest.mark.parametrize("where", ["text", "credit", "alternativeText"])
def test_characters_that_cannot_be_stored_are_refused_everywhere(character: str, where: str) -> None:
    words = f"a{character}b"
    error = refused(doc(photo(words) if where == "text" else photo(**{where: words})))
    assert f"U+{ord(character):04X}" in error.message


def test_messages_show_no_character_that_cannot_be_sent() -> None:
    error = refused(doc({"type": "\ud800\x00" + "x" * 100}, block("paragraph", **{"\udfff": 1})))
    assert all(each.message.encode() for each in error.problems)
