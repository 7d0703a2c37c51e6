import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from gateway.importers.report import KINDS, LossReport, Unbalanced


def printed(report: LossReport, *, is_terminal: bool = False) -> str:
    out = io.StringIO()
    report.as_table(Console(file=out, force_terminal=is_terminal, width=100))
    return out.getvalue()


@given(st.lists(st.tuples(st.sampled_from(KINDS), st.sampled_from(["wrote", "unchanged", "skipped"]))))
def test_a_report_balances_when_everything_read_is_answered_for(records: list[tuple[str, str]]) -> None:
    report = LossReport("x")
    for kind, outcome in records:
        report.read(kind)  # type: ignore[arg-type]
        arguments = (kind, "because") if outcome == "skipped" else (kind,)
        getattr(report, outcome)(*arguments)
    report.assert_balanced()
    assert report.as_json()["is_balanced"] is True


@pytest.mark.parametrize(("read", "written"), [(2, 1), (1, 2)])
def test_a_report_that_does_not_add_up_names_the_kind(read: int, written: int) -> None:
    report = LossReport()
    report.read("comment", read)
    report.wrote("comment", written)
    with pytest.raises(Unbalanced, match=f"comment: {read} read is not {written} written"):
        report.assert_balanced()


def test_the_shape_of_the_json() -> None:
    report = LossReport("a.zip")
    report.read("photo", 3)
    report.wrote("photo")
    report.skipped("photo", "too large", 2)
    report.lost("placement", "A visit", "a caption was dropped", "The hall")
    report.recovered("feed.atom", 7, "a control character was dropped")
    report.recovered("feed.atom", 9, "a control character was dropped")
    report.warned("feed.atom", "odd")
    report.warned("feed.atom", "odd")
    shape = json.loads(json.dumps(report.as_json()))
    assert shape.pop("counts")["photo"] == {
        "read": 3, "written": 1, "unchanged": 0, "skipped": 2, "open": 0, "reasons": {"too large": 2},
    }  # fmt: skip
    assert shape == {
        "version": 1,
        "source": "",
        "archive": "a.zip",
        "is_balanced": True,
        "losses": [{"kind": "placement", "where": "A visit", "what": "a caption was dropped", "detail": "The hall"}],
        "recoveries": [{"where": "feed.atom", "what": "a control character was dropped", "times": 2, "lines": [7, 9]}],
        "warnings": [{"where": "feed.atom", "what": "odd"}],
    }


def test_the_table_is_plain_where_nobody_looks_at_a_screen() -> None:
    report = LossReport("a.xml")
    report.read("post", 1200)
    report.wrote("post", 1200)
    assert "\x1b" not in printed(report)
    assert "| posts | 1,200 |   1,200 |         · |       · |" in printed(report)
    assert "Nothing was lost." in printed(report)
    assert "\x1b" in printed(report, is_terminal=True)


def test_what_is_not_yet_answered_for_has_its_own_column() -> None:
    report = LossReport("a.xml")
    report.read("post")
    assert "still open" in printed(report)
    report.wrote("post")
    assert "still open" not in printed(report)


def test_words_of_the_archive_cannot_steer_the_terminal() -> None:
    report = LossReport("[red]a[/red]\x1b[2J.xml")
    report.lost("post", "[bold]title[/bold]", "gone\x1b]0;x\x07", "\u202eevil\nline\x9b")
    report.recovered("\x1b[1m", 1, "\x1b[31m")
    report.warned("w\x1b", "\x1b")
    text = printed(report)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "[bold]title[/bold]" in text


def test_many_losses_of_a_sort_are_counted_and_a_few_shown() -> None:
    report = LossReport()
    for number in range(12):
        report.lost("placement", f"Post {number}", "a caption was dropped", "x" * 500)
    lines = printed(report).splitlines()
    assert "     12  placements: a caption was dropped" in lines
    assert "         … and 7 more in the full report" in lines
    assert max(map(len, lines)) <= 110
    assert len(report.as_json()["losses"]) == 12
