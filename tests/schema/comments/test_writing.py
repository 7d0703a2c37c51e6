"""What a comment's writer typed, as HTML."""

import time

import pytest

from schema.comments.writing import comment_html


def link(address: str) -> str:
    return f'<a href="{address}" rel="nofollow ugc noopener">{address}</a>'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("One.", "<p>One.</p>"),
        ("One\ntwo\n\nThree\n\n \n\nFour", "<p>One<br>two</p><p>Three</p><p>Four</p>"),
        ("\n\n One \n\n", "<p>One</p>"),
        ("", ""),
        ("<script>alert('x')</script> & \"y\"", "<p>&lt;script&gt;alert('x')&lt;/script&gt; &amp; \"y\"</p>"),
        ("&lt;b&gt;", "<p>&amp;lt;b&amp;gt;</p>"),
        ("javascript:alert(1) data:text/html,x", "<p>javascript:alert(1) data:text/html,x</p>"),
        ("شكراً\nجزيلاً", "<p>شكراً<br>جزيلاً</p>"),
    ],
)
def test_text_is_paragraphs_and_line_breaks_and_nothing_else(text: str, html: str) -> None:
    assert comment_html(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("https://example.org", link("https://example.org")),
        ("HTTPS://EXAMPLE.org/x", link("HTTPS://EXAMPLE.org/x")),
        ("See http://example.org/a?b=1&c=2.", f"See {link('http://example.org/a?b=1&amp;c=2')}."),
        ("(https://example.org/x)", f"({link('https://example.org/x')})"),
        ("https://example.org/a_(b)!", f"{link('https://example.org/a_(b)')}!"),
        ("«https://example.org/x»، ok", f"«{link('https://example.org/x')}»، ok"),
        ('"https://example.org/x"', f'"{link("https://example.org/x")}"'),
        ("https://example.org/it's", link("https://example.org/it&#x27;s").replace(">https://example.org/it&#x27;s", ">https://example.org/it's")),
        ("<https://example.org/x>", f"&lt;{link('https://example.org/x')}&gt;"),
        ("https://example.org/زيارة", link("https://example.org/زيارة")),
        ("a https://a.org\nb https://b.org", f"a {link('https://a.org')}<br>b {link('https://b.org')}"),
        ("https://bank.example@evil.example/", "https://bank.example@evil.example/"),
        ("https://", "https://"),
        ("https://...", "https://..."),
        ("https://[::1", "https://[::1"),
        ("https://[zz]/", "https://[zz]/"),
        ("https:///x", "https:///x"),
        ("https://example.org/\u202egpj.exe", f"{link('https://example.org/')}\u202egpj.exe"),
        ('https://example.org/"onmouseover="x', f'{link("https://example.org/")}"onmouseover="x'),
        ("https://example.org/" + "x" * 2_048, "https://example.org/" + "x" * 2_048),
    ],
)  # fmt: skip
def test_addresses_become_links(text: str, html: str) -> None:
    assert comment_html(text) == f"<p>{html}</p>"


@pytest.mark.parametrize("piece", ["http://", "https://a", ")", "https://a.b/(", "\n", "&", "https://a.b/)))", "\n \n"])
def test_hostile_text_takes_no_time(piece: str) -> None:
    started = time.perf_counter()
    comment_html((piece * 5_000)[:5_000])
    assert time.perf_counter() - started < 0.5
