import json
import shlex

import pytest

from gateway.cli.first_steps import Invitation, losses_in_a_few_lines
from gateway.importers import LossReport

INVITATION = Invitation("http://127.0.0.1:8000", "cq_secret", 1, "Mission:7", None)


@pytest.mark.parametrize("command", [INVITATION.first_query, INVITATION.first_write], ids=["query", "write"])
def test_what_is_to_be_typed_is_one_command_with_json(command: str) -> None:
    words = shlex.split(command.removeprefix("export TOKEN=cq_secret\n").replace("\\\n", ""))
    assert words[:3] == ["curl", "-s", "http://127.0.0.1:8000/graphql"]
    assert words.count("curl") == 1
    json.loads(words[words.index("-d") + 1])


def test_what_is_to_be_typed_fits_a_small_window() -> None:
    assert all(len(line) <= 76 for line in INVITATION.first_query.split("\n"))


def test_losses_are_counted_and_the_most_frequent_come_first() -> None:
    report = LossReport("x")
    report.read("post", 1_200)
    report.wrote("post", 1_190)
    report.unchanged("post", 4)
    report.skipped("post", "in the wastebasket", 6)
    for number, what in enumerate(["a", "b", "c", "d", "e", "f"], 1):
        for _ in range(number):
            report.lost("comment", "here", what)
    assert list(losses_in_a_few_lines(report)) == [
        "1,200 records: 1,190 written, 4 were here, 6 left out, 21 losses",
        "  6 comments: f",
        "  5 comments: e",
        "  4 comments: d",
        "  3 comments: c",
        "  … and 3 more",
    ]


def test_a_single_loss_is_one() -> None:
    report = LossReport("x")
    report.lost("placement", "here", "no file of this name came with the archive")
    assert list(losses_in_a_few_lines(report)) == [
        "0 records: 0 written, 0 left out, 1 loss",
        "  1 placement: no file of this name came with the archive",
    ]
