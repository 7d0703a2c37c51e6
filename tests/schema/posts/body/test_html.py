from uuid import UUID

import pytest

from schema.posts.body import BodyInvalid, Converted, Loss, from_html, parse_body
from tests.schema.posts.body.documents import OTHER_PHOTO, PHOTO, Json, mark, text

LIBRARY = {"a.jpg": PHOTO, "b.jpg": OTHER_PHOTO}


def photo_for(address: str) -> UUID | None:
    return LIBRARY.get(address)


def read(source: str) -> Converted:
    made = from_html(source, photo_for)
    parse_body(made.document)
    return made


def blocks(source: str) -> list[Json]:
    content: list[Json] = read(source).document["content"]
    return content


def kinds(source: str) -> list[str]:
    return [each["type"] for each in blocks(source)]


def words(source: str) -> str:
    return parse_body(read(source).document).text


def losses(source: str) -> tuple[Loss, ...]:
    return read(source).losses


@pytest.mark.parametrize("source", ["", " \n ", "<p>&nbsp;</p>", "<!-- x -->", "<script>x</script><style>y</style>"])
def test_nothing_is_an_empty_paragraph_without_loss(source: str) -> None:
    assert read(source) == Converted({"type": "doc", "content": [{"type": "paragraph"}]}, ())


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<b>a</b> <i>b</i>", "a b"),
        ("<b>a </b><i> b</i>", "a b"),
        ("a\n  b\t c", "a b c"),
        ("<p> a </p> <p> b </p>", "a\n\nb"),
        ("<div>a<div>b</div>c</div>", "a\n\nb\n\nc"),
        ("a<br>b", "a\nb"),
        ("a <br> b", "a\nb"),
        ("a<br><br>b", "a\n\nb"),
        ("a<br> <br>\n<br>b<br>", "a\n\nb"),
        ("<q>a</q>", "“a”"),
        ("a&nbsp;b", "a\u00a0b"),
        ("a<!-- c -->b", "ab"),
        ("<pre>a\n b</pre>", "a\nb"),
        ("<dl><dt>a</dt><dd>b</dd></dl>", "a\n\nb"),
    ],
)
def test_space_is_what_a_browser_shows(source: str, expected: str) -> None:
    assert words(source) == expected


def test_marks() -> None:
    strong, emphasis = mark("strong"), mark("emphasis")
    source = '<strong>a</strong><b>b</b><em>c</em><i>d</i><span style="font-weight: 700">e</span>'
    source += '<b style="font-weight:normal">f</b><a href="/x" title="T"><b>g</b></a>'
    assert blocks(source)[0]["content"] == [
        text("ab", strong),
        text("cd", emphasis),
        text("e", strong),
        text("f"),
        text("g", mark("link", href="/x", title="T"), strong),
    ]


def test_the_language_of_a_passage() -> None:
    made = read('<p lang="en">a <i lang="AR">ب</i> <span lang="zz">c</span></p>')
    assert made.document["content"][0]["content"] == [
        text("a "),
        text("ب", mark("emphasis"), mark("language", locale="ar")),
        text(" c"),
    ]
    assert [each.kind for each in made.losses] == ["language"]


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "JAVA\nSCRIPT:x", "data:text/html,x", "page.html", "http://["]
)
def test_a_link_that_cannot_stand_keeps_its_text(address: str) -> None:
    made = read(f'<p><a href="{address}">press</a></p>')
    assert made.document["content"] == [{"type": "paragraph", "content": [text("press")]}]
    assert [each.kind for each in made.losses] == ["link"]


@pytest.mark.parametrize(
    ("address", "href"),
    [("//a.org/x", "https://a.org/x"), (" /a b ", "/a%20b"), ("ht\ntps://a.org/", "https://a.org/")],
)
def test_addresses_are_read_as_a_browser_reads_them(address: str, href: str) -> None:
    assert parse_body(read(f'<a href="{address}">x</a>').document).links == (href,)


@pytest.mark.parametrize(("tag", "level"), [("h1", 2), ("h2", 2), ("h3", 3), ("h4", 4), ("h6", 4)])
def test_headings_are_levels_2_to_4(tag: str, level: int) -> None:
    assert blocks(f"<{tag}>a<br><br>b</{tag}>") == [
        {"type": "heading", "attrs": {"level": level}, "content": [text("a"), {"type": "hardBreak"}, text("b")]}
    ]


def test_a_figure_is_a_photo_with_caption_and_credit() -> None:
    source = '<figure><img src="a.jpg" alt="Two people"><figcaption>The <b>hall</b> '
    source += '<span class="photo-Credit">Photo: <i>N</i></span></figcaption></figure>'
    assert blocks(source) == [
        {
            "type": "photo",
            "attrs": {
                "photo": str(PHOTO),
                "credit": "Photo: N",
                "alternative": "described",
                "alternativeText": "Two people",
            },
            "content": [text("The "), text("hall", mark("strong"))],
        }
    ]


def test_a_credit_beside_the_caption_counts() -> None:
    made = blocks('<figure><img src="a.jpg"><div class="credit">N</div><figcaption>C</figcaption></figure>')
    assert (made[0]["attrs"]["credit"], made[0]["content"], len(made)) == ("N", [text("C")], 1)


def test_a_photo_divides_the_paragraph_it_is_in() -> None:
    assert kinds('<p>a <a href="a.jpg"><img src="a.jpg"></a> b</p>') == ["paragraph", "photo", "paragraph"]
    assert kinds('<p><b>a<img src="a.jpg">b</b></p>') == ["paragraph", "photo", "paragraph"]


def test_a_photo_the_library_has_not_is_a_loss_with_all_its_words() -> None:
    (loss,) = losses('<figure><img src="lost.jpg" alt="A"><figcaption>C <i class="credit">N</i></figcaption></figure>')
    assert loss == Loss(
        "photo",
        "A photo was left out: it is not in the library. Its caption: “C”. Its credit: “N”. Its alternative text: “A”.",
        "lost.jpg",
    )


def test_figures_of_several_photos_are_galleries() -> None:
    made = blocks('<figure><img src="a.jpg"><img src="b.jpg"><figcaption>Both</figcaption></figure>')
    assert [each["type"] for each in made] == ["gallery", "paragraph"]
    source = (
        '<div class="wp-gallery"><figure><img src="a.jpg"><figcaption>1</figcaption></figure><img src="b.jpg"></div>'
    )
    (gallery,) = blocks(source)
    assert [each.get("content") for each in gallery["content"]] == [[text("1")], []]
    assert kinds('<ul class="gallery"><li><img src="a.jpg"></li><li><img src="b.jpg"></li></ul>') == ["gallery"]


def test_a_lazy_image_is_found_and_its_title_is_the_caption() -> None:
    (made,) = blocks(
        '<img src="data:image/gif;base64,AA" data-src="a.jpg" title="C"><noscript><img src="a.jpg"></noscript>'
    )
    assert made["content"] == [text("C")]


@pytest.mark.parametrize(
    "source",
    [
        "<blockquote>Yes.<cite>— A</cite></blockquote>",
        "<blockquote><p>Yes.</p><footer>– <cite>A</cite></footer></blockquote>",
        "<blockquote><p>Yes.</p><p>— <cite>A</cite></p></blockquote>",
        "<figure><blockquote>Yes.</blockquote><figcaption>— A</figcaption></figure>",
    ],
)
def test_quotes_name_who_is_quoted(source: str) -> None:
    assert blocks(source) == [
        {"type": "quote", "attrs": {"attribution": "A"}, "content": [{"type": "paragraph", "content": [text("Yes.")]}]}
    ]


def test_a_work_cited_within_a_quote_stays_in_it() -> None:
    assert words("<blockquote><p>Read <cite>The Book</cite> now.</p></blockquote>") == "Read The Book now."


def test_a_name_too_long_for_an_attribution_is_a_paragraph_of_the_quote() -> None:
    made = blocks(f"<blockquote>a<cite>{'x' * 301}</cite></blockquote>")[0]
    assert (made["attrs"]["attribution"], len(made["content"])) == (None, 2)


def test_lists() -> None:
    source = '<ol start="3"><li>a<ul><li>b</li></ul></li>\n<ul><li>c</li></ul><li><p>d</p><p>e</p></li></ol>'
    (made,) = blocks(source)
    assert made["attrs"] == {"start": 3}
    assert [[child["type"] for child in each["content"]] for each in made["content"]] == [
        ["paragraph", "bulletList", "bulletList"],
        ["paragraph", "paragraph"],
    ]


def test_a_list_in_a_quote_leaves_no_empty_paragraph() -> None:
    assert len(blocks("<blockquote><ul><ul>x")[0]["content"]) == 1


def test_photos_of_a_list_move_below_it() -> None:
    made = read('<ul><li>a<img src="a.jpg"></li><li><h3>b</h3></li></ul>')
    assert [each["type"] for each in made.document["content"]] == ["bulletList", "photo"]
    assert [each.kind for each in made.losses] == ["markup", "markup"]


def test_tables_are_a_paragraph_for_each_row() -> None:
    source = (
        "<table><caption>T</caption><tr><th>a</th><th>b</th></tr><tr><td>1</td><td></td><td><b>2</b></td></tr></table>"
    )
    assert words(source) == "T\n\na | b\n\n1 | 2"
    assert [each.kind for each in losses(source)] == ["markup"]


def test_a_table_that_only_arranges_the_page_keeps_what_is_in_it() -> None:
    assert kinds('<table><tr><td><p>a</p><img src="a.jpg"><p>b</p></td></tr></table>') == [
        "paragraph",
        "photo",
        "paragraph",
    ]


def test_frames_are_embeds() -> None:
    (made,) = blocks('<iframe src="//www.youtube.com/embed/x" title="Film"></iframe>')
    assert made["attrs"] == {"url": "https://www.youtube.com/embed/x", "title": "Film", "provider": "youtube"}
    assert blocks('<iframe src="http://youtu.be/x"></iframe>')[0]["attrs"]["url"] == "https://youtu.be/x"
    assert blocks('<iframe src="https://maps.example/"></iframe>')[0]["attrs"]["provider"] is None


@pytest.mark.parametrize(
    "source",
    [
        '<iframe src="http://a.org"></iframe>',
        '<iframe src="javascript:x"></iframe>',
        '<video src="v.mp4"></video>',
        "<iframe></iframe>",
    ],
)
def test_what_cannot_be_embedded_is_a_loss(source: str) -> None:
    assert [each.kind for each in losses(source)] == ["embed"]


def test_formatting_that_a_body_has_not_is_counted() -> None:
    made = read("H<sub>2</sub>O, m<sup>2</sup>, CO<sub>2</sub>")
    assert parse_body(made.document).text == "H2O, m2, CO2"
    assert [each.detail for each in made.losses] == [
        "Subscript was not kept in 2 places; the text was.",
        "Superscript was not kept in 1 place; the text was.",
    ]


@pytest.mark.parametrize(
    "source",
    [
        "<blockquote>" * 2_000 + "a",
        "<div>" * 4_000 + "a",
        "<ul><li>" * 1_000 + "a",
        "<ul>" * 1_000 + "a",
        "<table><tr><td>" * 500 + "a",
        "<figure class=gallery><img src=a.jpg>" * 500 + "a",
        '<div class="gallery"><img src=a.jpg>' * 500 + "a",
        "<b><i><q>" * 1_000 + "a",
    ],
)
def test_what_is_nested_deep_keeps_its_text(source: str) -> None:
    assert "a" in words(source)


def test_what_is_nested_without_end_is_refused() -> None:
    with pytest.raises(BodyInvalid, match="nested more than 5,000 elements deep"):
        read("<div>" * 100_000)


def test_markup_that_is_merely_old_is_not_deep() -> None:
    assert words("<p><br>" * 6_000 + "a") == "a"


@pytest.mark.parametrize(
    "source", ["a\x00b", "a\ud800b", "a&#0;b&#11;&#xd800;&#xffff;", '<img src="a.jpg" alt="&#1;">', "<p title='"]
)
def test_characters_that_cannot_be_stored_do_not_stop_it(source: str) -> None:
    read(source)


def test_handlers_and_data_addresses_are_left_behind() -> None:
    made = read('<img src=x onerror=alert(1)><p onclick=x>a</p><svg onload=x><a href="data:x">b</a></svg>')
    assert "onerror" not in str(made.document)
    assert [each["type"] for each in made.document["content"]] == ["paragraph"]
