import re

from gateway.cli.endings import Exit
from tests.gateway.cli.typed import Type

CREATE = ["account", "create", "--email", "Selma@Ministry.example", "--role", "administrator"]


def test_the_first_account_is_let_in_by_a_link(type_: Type, own_database: str) -> None:
    made = type_(*CREATE, "--json").json
    assert (made["name"], made["email"]) == ("Selma", "selma@ministry.example")
    assert re.fullmatch(r"http://127\.0\.0\.1:8000/sign-in\?link=[\w-]{43}", made["link"])
    shown = type_("account", "link", "selma@ministry.example")
    assert "/sign-in?link=" in shown.out
    assert made["link"] not in shown.out


def test_an_address_is_taken_once(type_: Type, own_database: str) -> None:
    type_(*CREATE)
    ran = type_(*CREATE, "--name", "Another")
    assert ran.code != Exit.DONE
    assert "already an account with this e-mail address" in ran.err


def test_a_link_for_nobody_is_refused_with_what_to_type(type_: Type, own_database: str) -> None:
    ran = type_("account", "link", "nobody@ministry.example")
    assert ran.code == Exit.FOUND
    assert "communique account create --email nobody@ministry.example" in ran.err
