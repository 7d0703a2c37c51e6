from collections.abc import Callable
from pathlib import Path

import pytest

from gateway.importers import UnsafeArchive, lines, markup, read_archive
from gateway.importers.records import ForeignPost
from gateway.importers.report import LossReport

ARCHIVES = Path(__file__).parent / "archives"
CLASSIC = (ARCHIVES / "classic.xml").read_text("utf-8")
TAKEOUT = (ARCHIVES / "takeout/Takeout/Blogger/Blogs/Embassy in Rabat/feed.atom").read_text("utf-8")
Reader = Callable[[str | bytes], tuple[ForeignPost, ...]]


@pytest.fixture
def read(tmp_path: Path, report: LossReport) -> Reader:
    """The posts of a feed."""

    def read(text: str | bytes) -> tuple[ForeignPost, ...]:
        path = tmp_path / "feed.xml"
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return tuple(post for blog in read_archive(path, report).blogs for post in blog.posts)

    return read


def feed(content: str, *, declaration: str = "", root: str = "") -> str:
    return (
        f"{declaration}<feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'"
        f"{root}>\n<id>tag:blogger.com,1999:blog-1</id>\n<entry><id>tag:blogger.com,1999:blog-1.post-1</id>\n"
        f"<blogger:type>POST</blogger:type><title>T</title><published>2026-01-01T00:00:00Z</published>\n"
        f"<content type='html'>{content}</content></entry></feed>"
    )


def repairs(report: LossReport) -> list[tuple[list[int], str]]:
    return [(recovery.lines, recovery.what) for recovery in report.recoveries]


def test_a_well_formed_file_needs_no_repair(read: Reader, report: LossReport) -> None:
    assert len(read(CLASSIC)) == 3
    assert repairs(report) == []


@pytest.mark.parametrize(("text", "prefix"), [(CLASSIC, "thr"), (CLASSIC, "gd"), (TAKEOUT, "blogger")])
def test_a_prefix_without_declaration_is_declared(read: Reader, report: LossReport, text: str, prefix: str) -> None:
    whole = read(text)
    broken = text.replace(f" xmlns:{prefix}=", " not-xmlns=")
    assert broken != text
    assert read(broken) == whole
    (repair,) = repairs(report)
    first = next(number for number, line in enumerate(broken.splitlines(), 1) if f"<{prefix}:" in line)
    assert repair == ([first], f"the prefix {prefix}: was used without being declared")


def test_a_prefix_nobody_knows_is_passed_over(read: Reader, report: LossReport) -> None:
    (post,) = read(feed("a").replace("<title>", "<odd:thing/><title>"))
    assert (post.title, post.html) == ("T", "a")
    assert repairs(report) == [([4], "Namespace prefix odd on thing is not defined")]


def test_control_characters_are_dropped(read: Reader, report: LossReport) -> None:
    (post,) = read(feed("a\x0bb\x00c&#8;d&#x1F;e"))
    assert post.html == "abcde"
    assert ([5], "control characters were dropped") in repairs(report)
    assert len(repairs(report)) == 3


def test_names_and_ampersands_of_html_are_read(read: Reader, report: LossReport) -> None:
    (post,) = read(feed("a&nbsp;b &eacute; AT&T &lt;i&gt;x&lt;/i&gt; &unknown; &amp;amp; &"))
    assert post.html == "a\xa0b é AT&amp;T <i>x</i> &amp;unknown; &amp; &amp;"
    assert len(repairs(report)) == 5


def test_nothing_is_repaired_inside_cdata(read: Reader, report: LossReport) -> None:
    (post,) = read(feed("<![CDATA[a &nbsp; & <b>b</b>]]>&nbsp;"))
    assert post.html == "a \xa0 &amp; <b>b</b>"
    assert len(repairs(report)) == 1


def test_bytes_of_another_encoding_are_read_as_what_they_are(read: Reader, report: LossReport) -> None:
    declaration = "<?xml version='1.0' encoding='UTF-8'?>"
    (post,) = read(feed("caf\xe9 — “ok”", declaration=declaration).encode("cp1252"))
    assert post.html == "café — “ok”"
    assert repairs(report) == [([1], "bytes that are not UTF-8 were read as Windows-1252")]


def test_utf_8_under_another_name_is_read_as_utf_8(read: Reader, report: LossReport) -> None:
    (post,) = read(feed("café", declaration="<?xml version='1.0' encoding='ISO-8859-1'?>"))
    assert post.html == "café"
    assert repairs(report) == [([1], "the file says it is ISO-8859-1 but is UTF-8; it was read as UTF-8")]


def test_an_encoding_nobody_knows(read: Reader, report: LossReport) -> None:
    (post,) = read(feed("café", declaration="<?xml version='1.0' encoding='rot13'?>"))
    assert post.html == "café"
    assert repairs(report) == [([1], "the encoding “rot13” is unknown; the file was read as UTF-8")]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-32"])
def test_a_byte_order_mark_is_enough(read: Reader, report: LossReport, encoding: str) -> None:
    assert read(feed("café").encode(encoding))[0].html == "café"
    assert repairs(report) == []


@pytest.mark.parametrize("encoding", ["iso-8859-1", "windows-1251", "shift_jis"])
def test_an_encoding_rightly_declared(read: Reader, report: LossReport, encoding: str) -> None:
    word = {"iso-8859-1": "café", "windows-1251": "посольство", "shift_jis": "大使館"}[encoding]
    text = feed(word, declaration=f"<?xml version='1.0' encoding='{encoding}'?>")
    assert read(text.encode(encoding))[0].html == word
    assert repairs(report) == []


def test_an_entry_the_file_ends_in_is_not_taken_for_whole(read: Reader, report: LossReport) -> None:
    posts = read(TAKEOUT[: TAKEOUT.index("Il le faut.") + 5])
    assert [post.key for post in posts] == ["31"]
    assert report.counts["post"].skipped == {"the file ends in the middle of it": 1}
    assert [(loss.where, loss.detail) for loss in report.losses] == [("Davantage d’indépendance", "Il le")]
    assert repairs(report) == [
        ([30], "Opening and ending tag mismatch: content and feed"),
        ([24], "the file ends inside the entry that begins here"),
    ]


def test_a_broken_tag_costs_no_entry(read: Reader, report: LossReport) -> None:
    posts = read(TAKEOUT.replace("<title>More independence</title>", "<title>More independence"))
    assert [post.status for post in posts] == ["draft", "live", "live", "draft", "live"]
    assert "its markup was damaged" in report.warnings[0][1]


def test_an_entry_that_lost_its_begin_keeps_its_words(read: Reader, report: LossReport) -> None:
    begin = TAKEOUT.index("<entry>", TAKEOUT.index("blog-800.post-31"))
    posts = read(TAKEOUT[:begin] + TAKEOUT[begin + len("<entry>") :])
    assert [post.key for post in posts] == ["31", "33", "34", "35"]
    assert report.counts["other"].skipped.total() == 1
    assert "Il le faut." in report.losses[0].detail


def test_a_tag_lost_in_the_middle_of_one_entry_stays_in_it(read: Reader, report: LossReport) -> None:
    whole = read(CLASSIC)
    for tag in ("</entry>", "</title>", "<content type='html'>", "</author>", "/>", "'/>", "<"):
        at = CLASSIC.index(tag, CLASSIC.index("blog-700.post-12"))
        posts = read(CLASSIC[:at] + CLASSIC[at + len(tag) :])
        assert [post for post in posts if post.key != "12"] == [post for post in whole if post.key != "12"]
        assert all(post.status == "draft" for post in posts if post.key == "12")


def test_an_entry_too_large_for_the_parser_is_told(read: Reader, report: LossReport) -> None:
    entry = "<entry><id>tag:blogger.com,1999:blog-1.post-2</id><title>U</title></entry>"
    posts = read(feed("x" * 10_500_000).replace("</feed>", f"{entry}</feed>"))
    told = sum(count.skipped.total() for count in report.counts.values())
    assert len(posts) + told == 2
    assert repairs(report)


@pytest.mark.parametrize(
    "declaration",
    [
        "<!DOCTYPE feed [<!ENTITY a 'lol'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>",
        "<!DOCTYPE feed [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>",
        "<!DOCTYPE feed SYSTEM 'http://e.example/feed.dtd'>",
        "<?xml version='1.0'?><!-- <a> --><?x y?>\n<!doctype feed [<!ENTITY % p SYSTEM 'x'> %p;]>",
    ],
)
def test_a_document_type_is_refused(read: Reader, declaration: str) -> None:
    with pytest.raises(UnsafeArchive, match="declares a document type or entities"):
        read(feed("&a;", declaration=declaration))


def test_entities_are_refused_by_the_parser_too(read: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markup, "_check_prolog", lambda member, encoding: None)
    with pytest.raises(UnsafeArchive, match="declares a document type or entities"):
        read(feed("&a;", declaration="<!DOCTYPE feed [<!ENTITY a 'lol'>]>"))


@pytest.mark.parametrize("quote", ["'", '"'])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_labels_on_lines_of_their_own(read: Reader, quote: str, ending: str) -> None:
    term = f"<category scheme={quote}x{quote} term={quote}A b{ending}C{ending}{ending} D{quote} /><category/>"
    (post,) = read(feed("x").replace("<title>", f"{term}<category term='A b'/><title>"))
    assert post.labels == ("A b", "C", "D")


def test_lines_keep_their_numbers_behind_joined_labels(read: Reader, report: LossReport) -> None:
    read(feed("a\x01").replace("<title>", "<category term='A\nB\nC'/><title>"))
    assert repairs(report)[0] == ([7], "control characters were dropped")


def test_a_line_longer_than_memory_allows_comes_in_parts(read: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "LINE_CHARACTERS", 7)
    monkeypatch.setattr(markup, "PIECE_CHARACTERS", 5)
    assert len(read(CLASSIC)) == 3
