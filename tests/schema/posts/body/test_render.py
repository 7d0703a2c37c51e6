import time
from uuid import UUID

import pytest

from schema.languages import UnknownLanguage
from schema.posts.body import PhotoFacts, PhotoNotFound, Rendered, parse_body, render
from tests.schema.posts.body.documents import OTHER_PHOTO, PHOTO, Json, block, doc, item, mark, photo, text

PHOTOS = {PHOTO: PhotoFacts("/media/ab/x.jpg", 800, 600), OTHER_PHOTO: PhotoFacts("/media/cd/y.jpg", 10, 20)}


def rendered(*blocks: Json, locale: str = "en") -> Rendered:
    return render(parse_body(doc(*blocks)), PHOTOS, locale)


def inner(*blocks: Json) -> str:
    return rendered(*blocks).html.removeprefix('<div lang="en" dir="ltr">').removesuffix("</div>")


def test_the_whole_says_its_language_and_direction() -> None:
    html = rendered(block("paragraph", "سلام", id="a"), locale="ar").html
    assert html == '<div lang="ar" dir="rtl"><p data-block="a">سلام</p></div>'


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(UnknownLanguage):
        rendered(block("divider"), locale="zz")


def test_paragraphs_and_headings_are_stored_without_their_element() -> None:
    made = rendered(block("paragraph", "a < b", id="p"), block("heading", "H", level=3, id="h"))
    assert made.html.endswith('<p data-block="p">a &lt; b</p>\n<h3 data-block="h">H</h3></div>')
    assert made.blocks == [
        {"kind": "paragraph", "id": "p", "html": "a &lt; b", "text": "a < b"},
        {"kind": "heading", "id": "h", "html": "H", "text": "H", "level": 3},
    ]


def test_a_mark_over_several_pieces_is_one_element() -> None:
    link = mark("link", href="https://a.org/?a=1&b=2", title="T")
    html = inner(block("paragraph", text("one ", link), text("two", link, mark("strong")), " three", id="p"))
    assert html == (
        '<p data-block="p"><a href="https://a.org/?a=1&amp;b=2" title="T" rel="noopener">'
        "one <strong>two</strong></a> three</p>"
    )


def test_a_passage_in_another_language_says_which_and_its_direction() -> None:
    html = inner(block("paragraph", text("שלום", mark("language", locale="he")), id="p"))
    assert html == '<p data-block="p"><span lang="he" dir="rtl">שלום</span></p>'


def test_lists() -> None:
    inner_list = block("bulletList", item(block("paragraph", "b")))
    made = rendered(
        block(
            "orderedList",
            item(block("paragraph", "a"), inner_list),
            item(*[block("paragraph", "c")] * 2),
            id="l",
            start=3,
        )
    )
    record = made.blocks[0]
    assert record.pop("html") == (
        '<ol data-block="l" start="3"><li>a<ul><li>b</li></ul></li><li><p>c</p><p>c</p></li></ol>'
    )
    assert record == {
        "kind": "list",
        "id": "l",
        "text": "a\nb\nc\nc",
        "ordered": True,
        "start": 3,
        "items": [{"html": "a<ul><li>b</li></ul>", "text": "a\nb"}, {"html": "<p>c</p><p>c</p>", "text": "c\nc"}],
    }


def test_a_list_without_numbers_has_no_start() -> None:
    record = rendered(block("bulletList", item(block("paragraph", "a")))).blocks[0]
    assert (record["ordered"], record["start"]) == (False, None)


def test_a_quote_names_who_is_quoted() -> None:
    record = rendered(block("quote", block("paragraph", "Yes."), attribution="A & B", id="q")).blocks[0]
    assert record == {
        "kind": "quote",
        "id": "q",
        "html": '<blockquote data-block="q"><p>Yes.</p><footer><cite>A &amp; B</cite></footer></blockquote>',
        "text": "Yes.",
        "attribution": "A & B",
    }


def test_a_photo_with_caption_credit_and_alternative_text() -> None:
    made = rendered(
        photo(
            "The ", text("hall", mark("emphasis")), id="k", credit="C", alternative="described", alternativeText='"A"'
        )
    )
    assert made.html.endswith(
        '<figure data-block="k"><img src="/media/ab/x.jpg" width="800" height="600" alt="&quot;A&quot;" loading="lazy">'
        '<figcaption>The <em>hall</em> <span class="credit">C</span></figcaption></figure></div>'
    )
    assert made.blocks == [{"kind": "photo", "id": "k", "html": "The <em>hall</em>", "text": "The hall"}]


@pytest.mark.parametrize("choice", ["in_text", "decorative"])
def test_a_photo_that_needs_no_words_has_an_empty_alternative(choice: str) -> None:
    html = inner(photo(id="k", alternative=choice, alternativeText="kept, not shown"))
    assert 'alt=""' in html
    assert "figcaption" not in html


def test_a_gallery_names_its_photos() -> None:
    record = rendered(
        block("gallery", photo("one", id="a"), photo("two", id="b", photo=str(OTHER_PHOTO)), id="g")
    ).blocks[0]
    assert (record["kind"], record["photos"], record["text"]) == ("gallery", ["a", "b"], "one\ntwo")
    assert record["html"].startswith(
        '<div class="gallery" data-block="g"><figure data-block="a"><img src="/media/ab/x.jpg"'
    )


def test_an_embed_is_a_link_until_a_front_end_decides_otherwise() -> None:
    record = rendered(block("embed", url="https://youtu.be/x", title="Film", provider="youtube", id="e")).blocks[0]
    assert record == {
        "kind": "embed",
        "id": "e",
        "html": '<figure data-block="e" data-embed="youtube">'
        '<a href="https://youtu.be/x" rel="noopener">Film</a></figure>',
        "text": "Film",
        "url": "https://youtu.be/x",
        "title": "Film",
        "provider": "youtube",
    }


def test_a_divider() -> None:
    assert rendered(block("divider", id="d")).blocks == [
        {"kind": "divider", "id": "d", "html": '<hr data-block="d">', "text": ""}
    ]


@pytest.mark.parametrize("in_gallery", [False, True])
def test_a_photo_that_is_gone_is_named(in_gallery: bool) -> None:
    gone = photo(id="k3", photo=str(UUID(int=1)))
    with pytest.raises(PhotoNotFound) as caught:
        rendered(block("divider"), block("gallery", gone) if in_gallery else gone)
    assert caught.value.message == (
        "Block 2 (photo, id “k3”): the photo it shows is not in the library. Choose another photo, or delete the block."
    )
    assert caught.value.path == ("content", 1)


def test_text_that_looks_like_markup_stays_text() -> None:
    hostile = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    made = rendered(
        block("paragraph", hostile),
        block("quote", block("paragraph", hostile), attribution=hostile),
        photo(hostile, credit=hostile, alternative="described", alternativeText=f'" onerror="alert(1){hostile}'),
        block("embed", url='https://a.org/"onload="x', title=hostile, provider='"><script>'),
        block("paragraph", text(hostile, mark("link", href='/"onclick="x', title='"onclick="x'))),
    )
    for html in (made.html, *(each["html"] for each in made.blocks)):
        assert "<script" not in html
        assert "<img src=x" not in html
        for attribute in (' onerror="', ' onload="', ' onclick="'):
            assert attribute not in html.replace('alt="&quot; onerror=&quot;', "")


def test_a_file_outside_the_schemes_is_not_shown() -> None:
    html = render(parse_body(doc(photo())), {PHOTO: PhotoFacts("javascript:alert(1)", 1, 1)}, "en").html
    assert "javascript" not in html


def test_600_blocks_take_well_under_200_milliseconds() -> None:
    document = parse_body(doc(*[block("paragraph", "word " * 40, text("x", mark("strong")))] * 600))
    started = time.perf_counter()
    render(document, {}, "en")
    assert time.perf_counter() - started < 0.2
