from uuid import UUID

import pytest

from schema.posts.body import Converted, from_markdown, parse_body
from tests.schema.posts.body.documents import PHOTO, Json, mark, text


def photo_for(address: str) -> UUID | None:
    return PHOTO if address.startswith("known") else None


def read(source: str) -> Converted:
    made = from_markdown(source, photo_for)
    parse_body(made.document)
    return made


def blocks(source: str) -> list[Json]:
    content: list[Json] = read(source).document["content"]
    return content


def kinds(source: str) -> list[str]:
    return [each["type"] for each in blocks(source)]


def test_nothing_is_an_empty_paragraph() -> None:
    assert blocks(" \n") == [{"type": "paragraph"}]


@pytest.mark.parametrize(("marker", "level"), [("#", 2), ("##", 2), ("###", 3), ("####", 4), ("######", 4)])
def test_headings_are_levels_2_to_4(marker: str, level: int) -> None:
    assert blocks(f"{marker} Visas") == [{"type": "heading", "attrs": {"level": level}, "content": [text("Visas")]}]


def test_running_text() -> None:
    source = 'a **b *c*** [d](https://a.org/ "T")\ne  \nf'
    strong, link = mark("strong"), mark("link", href="https://a.org/", title="T")
    assert blocks(source) == [
        {
            "type": "paragraph",
            "content": [
                text("a "),
                text("b ", strong),
                text("c", strong, mark("emphasis")),
                text(" "),
                text("d", link),
                text(" e"),
                {"type": "hardBreak"},
                text("f"),
            ],
        }
    ]


def test_a_picture_alone_is_a_photo() -> None:
    assert blocks('![The *hall*](known.jpg "A caption")') == [
        {
            "type": "photo",
            "attrs": {"photo": str(PHOTO), "credit": None, "alternative": "described", "alternativeText": "The hall"},
            "content": [text("A caption")],
        }
    ]


def test_a_picture_in_a_sentence_divides_it() -> None:
    assert kinds("before ![x](known.jpg) after") == ["paragraph", "photo", "paragraph"]
    assert kinds("# H ![x](known.jpg)") == ["heading", "photo"]


def test_a_picture_without_words_leaves_the_choice_open() -> None:
    attrs = blocks("![](known.jpg)")[0]["attrs"]
    assert (attrs["alternative"], attrs["alternativeText"]) == (None, None)


def test_a_picture_the_library_has_not_is_a_loss_with_all_its_words() -> None:
    made = read('![The hall](lost.jpg "A caption")')
    assert made.document["content"] == [{"type": "paragraph"}]
    (loss,) = made.losses
    assert (loss.kind, loss.source) == ("photo", "lost.jpg")
    assert loss.detail == (
        "A photo was left out: it is not in the library. Its caption: “A caption”. Its alternative text: “The hall”."
    )


def test_where_a_photo_led_is_a_loss_unless_it_is_the_picture() -> None:
    assert [each.kind for each in read("[![x](known.jpg)](https://a.org/page)").losses] == ["link"]
    assert read("[![x](known.jpg)](https://a.org/large.JPG)").losses == ()


def test_lists_and_their_levels() -> None:
    made = blocks("4. a\n   - b\n5. c")[0]
    assert made["attrs"] == {"start": 4}
    assert [child["type"] for child in made["content"][0]["content"]] == ["paragraph", "bulletList"]


def test_lists_below_the_fifth_level_become_paragraphs() -> None:
    made = read("\n".join("  " * level + f"- {level}" for level in range(8)))
    assert [each.kind for each in made.losses] == ["markup"]
    assert all(str(level) in parse_body(made.document).text for level in range(8))


def test_quotes_hold_paragraphs_and_photos_move_below() -> None:
    made = read("> # one\n> - two\n> ![x](known.jpg)\n>\n> > three")
    assert [each["type"] for each in made.document["content"]] == ["quote", "photo"]
    assert parse_body(made.document).text == "one\ntwo\nthree"
    assert "A photo inside a quote was moved below it." in [each.detail for each in made.losses]


def test_rules_are_dividers() -> None:
    assert kinds("a\n\n---\n\nb") == ["paragraph", "divider", "paragraph"]


@pytest.mark.parametrize(
    ("source", "provider"),
    [
        ("https://www.youtube.com/watch?v=x", "youtube"),
        ("<https://youtu.be/x>", "youtube"),
        ("https://vimeo.com/1", "vimeo"),
    ],
)
def test_a_video_alone_is_an_embed(source: str, provider: str) -> None:
    made = blocks(source)
    assert [(each["type"], each["attrs"]["provider"]) for each in made] == [("embed", provider)]


@pytest.mark.parametrize("source", ["https://a.org/x", "http://youtu.be/x", "https://notyoutube.com/x"])
def test_any_other_address_alone_is_a_link(source: str) -> None:
    assert blocks(source) == [{"type": "paragraph", "content": [text(source, mark("link", href=source, title=None))]}]


def test_a_link_that_cannot_stand_keeps_its_text() -> None:
    made = read("[press](javascript:alert(1))")
    assert made.document["content"] == [{"type": "paragraph", "content": [text("press")]}]
    assert [(each.kind, each.source) for each in made.losses] == [("link", "javascript:alert(1)")]


def test_html_in_markdown_is_text() -> None:
    assert parse_body(read("<b>x</b> <script>y</script>").document).text == "<b>x</b> <script>y</script>"


def test_code_is_text_and_a_loss() -> None:
    made = read("`a`\n\n```\nb\n  c\n```")
    assert parse_body(made.document).text == "a\n\nb\nc"
    assert [each.detail for each in made.losses] == ["Code was not kept in 2 places; the text was."]


@pytest.mark.parametrize(
    "source", [">" * 2_000 + " a", "- " * 2_000 + "a", "*" * 5_000 + "a", "[" * 2_000, "a\x00b\ud800c"]
)
def test_hostile_sources_become_something(source: str) -> None:
    read(source)


def test_what_is_nested_without_end_is_reported() -> None:
    assert read(">" * 2_000 + " a").losses[0].kind == "markup"


def test_long_words_are_cut_where_a_body_ends_and_quoted() -> None:
    made = read(f"![{'x' * 1_000}rest](known.jpg)")
    assert made.losses[0].detail.endswith("Cut off: “rest”.")
