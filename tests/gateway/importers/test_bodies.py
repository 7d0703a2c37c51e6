import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.importers.bodies import read_body
from gateway.importers.comments import read_comment
from gateway.importers.trees import MAX_DEPTH

HOST = "https://1.bp.blogspot.com/-a/b"


def caption_table(images: str, caption: str) -> str:
    return (
        f"<table align='center' class='tr-caption-container'><tbody><tr><td>{images}</td></tr>"
        f"<tr><td class='tr-caption' style='text-align: center;'>{caption}</td></tr></tbody></table>"
    )


def linked(name: str, **attributes: str) -> str:
    more = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f'<a href="{HOST}/s1600/{name}"><img src="{HOST}/s320/{name}"{more}></a>'


def test_a_caption_table_becomes_a_figure() -> None:
    body = read_body("A" + caption_table(linked("x.jpg", alt="Two people"), "The <b>hall</b>") + "B")
    assert body.html == (
        f'A<figure><img src="{HOST}/s0/x.jpg" alt="Two people"><figcaption>The <b>hall</b></figcaption></figure>B'
    )
    (image,) = body.images
    assert image.address == image.full_size_address == f"{HOST}/s0/x.jpg"
    assert (image.file_name, image.alternative_text, image.caption_html) == ("x.jpg", "Two people", "The <b>hall</b>")


def test_two_pictures_in_one_table_share_no_caption() -> None:
    table = (
        "<table class='tr-caption-container'>"
        "<tr><td><img src='a.jpg'></td></tr><tr><td class='tr-caption'>A</td></tr>"
        "<tr><td><img src='b.jpg'></td></tr><tr><td class='tr-caption'>B</td></tr></table>"
    )
    assert [(image.address, image.caption_html) for image in read_body(table).images] == [
        ("a.jpg", "A"),
        ("b.jpg", "B"),
    ]


def test_words_and_films_beside_a_picture_in_a_table_stay() -> None:
    html = read_body(caption_table("<img src='a.jpg'>before <iframe src='https://e.example/f'></iframe>", "A")).html
    assert "before" in html
    assert "<iframe" in html


def test_a_table_of_figures_is_no_caption_table() -> None:
    table = "<table><tbody><tr><td>1</td></tr></tbody></table>"
    assert read_body(table).html == table


@pytest.mark.parametrize("tag", ["div", "p"])
def test_a_separator_becomes_figures(tag: str) -> None:
    html = f"<{tag} class='separator' style='clear: both'>{linked('a.jpg')}<br>{linked('b.jpg')}</{tag}>x"
    assert read_body(html).html == (
        f'<figure><img src="{HOST}/s0/a.jpg"></figure><figure><img src="{HOST}/s0/b.jpg"></figure>x'
    )


def test_a_separator_with_words_keeps_them() -> None:
    assert "words" in read_body("<div class='separator'><img src='a.jpg'>words</div>").html


@pytest.mark.parametrize(
    ("thumbnail", "full"),
    [
        ("//3.bp.blogspot.com/-x/y/s320/p.jpg", "https://3.bp.blogspot.com/-x/y/s0/p.jpg"),
        ("http://3.bp.blogspot.com/-x/y/w320-h214/p.jpg", "https://3.bp.blogspot.com/-x/y/s0/p.jpg"),
        ("https://blogger.googleusercontent.com/img/b/R/A/s1600-h/p.jpg", "https://blogger.googleusercontent.com/img/b/R/A/s0/p.jpg"),
        ("https://blogger.googleusercontent.com/img/a/AVv=s640", "https://blogger.googleusercontent.com/img/a/AVv=s0"),
        ("https://lh3.googleusercontent.com/AVv=w320-h214-p-k-no", "https://lh3.googleusercontent.com/AVv=s0"),
        ("https://e.example/s320/p.jpg", "https://e.example/s320/p.jpg"),
    ],
)  # fmt: skip
def test_the_original_is_shown(thumbnail: str, full: str) -> None:
    assert read_body(f"<img src='{thumbnail}'>").images[0].address == full


def test_a_link_to_the_larger_picture_goes_and_any_other_stays() -> None:
    assert read_body(linked("x.jpg")).html == f'<img src="{HOST}/s0/x.jpg">'
    elsewhere = '<a href="https://e.example/page"><img src="https://e.example/t.jpg"></a>'
    assert read_body(elsewhere).html == elsewhere
    page = '<a href="https://commons.example/File:T.jpg"><img src="https://upload.example/t.jpg"></a>'
    assert read_body(page).html == page


def test_what_a_figure_has_no_place_for_is_told() -> None:
    picture = "<a href='https://e.example/page'><img src='a.jpg' title='A tooltip'></a>"
    lost = read_body(f"<div class='separator'>{picture}</div>").lost
    assert [(loss.kind, loss.detail) for loss in lost] == [
        ("placement", "https://e.example/page"), ("placement", "A tooltip"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("html", "excerpt", "whole"),
    [
        ("<p>a</p><a name='more'></a><p>b</p>", "<p>a</p>", "<p>a</p><p>b</p>"),
        ("<div><p>a<a name='more'></a>b</p>c</div>d", "<div><p>a</p></div>", "<div><p>ab</p>c</div>d"),
        ("a<!--more-->b", "a", "ab"),
        ("a<a name=more>b", "a", "ab"),
        ("<a name='more'></a>b", None, "b"),
        ("a<a name='moreover'></a>b", None, 'a<a name="moreover"></a>b'),
    ],
)
def test_the_break_before_read_more(html: str, excerpt: str | None, whole: str) -> None:
    body = read_body(html)
    assert (body.excerpt_html, body.html) == (excerpt, whole)


def test_a_counting_pixel_goes_and_is_told() -> None:
    body = read_body("a<img src='https://blogger.com/tracker/1' width='1' height='1'>b")
    assert (body.html, body.images) == ("ab", ())
    assert body.lost[0].detail == "https://blogger.com/tracker/1"


def test_a_film_kept_by_blogger_is_told() -> None:
    film = "<iframe class='BLOG_video_class' src='https://www.blogger.com/video.g?token=x'></iframe>"
    assert read_body(film).lost[0].detail == "https://www.blogger.com/video.g?token=x"


def test_a_film_of_another_host_is_kept() -> None:
    film = '<iframe class="BLOG_video_class" src="https://www.youtube.com/embed/kestrane001"></iframe>'
    body = read_body(film)
    assert (body.html, body.lost) == (film, ())


def test_nesting_without_end_keeps_the_words() -> None:
    body = read_body("<div>" * (MAX_DEPTH + 1) + "deep &amp; <b>down</b>" + "<font>" * 100_000 + "end")
    assert body.html == "<p>deep &amp; </p><p>down</p><p>end</p>".replace(" </p>", "</p>")
    assert len(body.lost) == 1


@pytest.mark.parametrize("inside", ["deep", "<img src='https://e.example/x.jpg'>"])
def test_depth_that_only_a_parser_sees_loses_nothing_in_silence(inside: str) -> None:
    body = read_body("<table><tr><td>" * 150 + inside)
    told = [loss.detail for loss in body.lost]
    assert body.html == "<p>deep</p>" if inside == "deep" else "https://e.example/x.jpg" in told
    assert "nested" in body.lost[0].what


def test_a_comment_keeps_its_lines() -> None:
    assert read_comment("One<BR/>two<p>three</p>") == ("One<br>two<p>three</p>", "One\ntwo\nthree")


PIECES = st.sampled_from(
    ["<p>", "</p>", "<table class='tr-caption-container'>", "<tr>", "<td>", "<td class='tr-caption'>", "</td>", "</tr>",
     "</table>", "<div class='separator'>", "</div>", "<a href='//1.bp.blogspot.com/a/s1600/x.jpg'>", "</a>",
     "<img src='//1.bp.blogspot.com/a/s320/x.jpg'>", "<a name='more'>", "<br />", "<b>", "</b>", "<!-- c -->",
     "</body>", "<figure>", "</figure>", "&nbsp;", "&amp;", "< ", "\x00", "\ud800", "one ", "two ", "<li>", "<ul>"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40))
def test_no_word_and_no_picture_is_ever_lost(pieces: list[str]) -> None:
    html = "".join(pieces)
    body = read_body(html)
    for word in ("one", "two"):
        assert len(re.findall(word, body.html)) == pieces.count(f"{word} ")
    assert len(body.images) == len(re.findall("<img", body.html))
    again = read_body(body.html)
    assert len(again.images) == len(body.images)


@given(st.text())
def test_any_text_can_be_a_body_and_a_comment(text: str) -> None:
    read_body(text).html.encode()
    read_comment(text)[1].encode()
