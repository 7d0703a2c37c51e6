import asyncio
import re
from datetime import UTC, datetime, timedelta
from typing import Any, get_args

import pytest
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from gateway.cli.endings import Exit
from gateway.cli.tokens import RoleName, ScopeName
from schema.accounts.services import find_actor
from schema.change import begin_change
from schema.context import SYSTEM, Actor, Role, Scope
from tests.database import open_engine
from tests.gateway.cli.typed import Type
from tests.makers.missions import make_mission

EDITOR = ["token", "create", "--account", "Web team", "--role", "editor", "--mission", "lisbon"]
BOTH = ["--scope", "read", "--scope", "write"]


@pytest.fixture
async def lisbon(own_database: str) -> str:
    """A database with one mission, “lisbon”."""
    async with (
        open_engine(own_database) as engine,
        begin_change(async_sessionmaker(engine, expire_on_commit=False), SYSTEM) as change,
    ):
        await make_mission(change, slug="lisbon")
    return own_database


def actor_of(url: str, secret: str) -> Actor | None:
    """Who a server would take the sender of this secret for."""

    async def find() -> Actor | None:
        async with open_engine(url) as engine, AsyncSession(engine) as db:
            return await find_actor(db, secret, datetime.now(UTC))

    return asyncio.run(find())


def test_the_roles_and_scopes_are_those_there_are() -> None:
    assert get_args(RoleName) == tuple(role.name.lower() for role in Role)
    assert [(one.name, one.value) for one in ScopeName] == [(one.name, one.value) for one in Scope]


def test_a_token_may_do_what_was_typed(type_: Type, lisbon: str) -> None:
    document = type_(*EDITOR, *BOTH, "--name", "ci", "--json").json
    actor = actor_of(lisbon, document.pop("secret"))
    assert actor is not None
    assert (actor.name, set(actor.roles.values()), actor.role_everywhere) == ("Web team", {Role.EDITOR}, None)
    assert actor.scopes == {Scope.READ, Scope.WRITE}
    assert document.pop("is_new_account")
    assert type_("token", "list", "--json").json == {"tokens": [document]}
    assert document["roles"] == [{"role": "editor", "mission": "lisbon"}]
    assert (document["name"], document["account"], document["state"]) == ("ci", "Web team", "active")
    expires_at = datetime.fromisoformat(document["expires_at"])
    assert abs(expires_at - datetime.now(UTC) - timedelta(days=90)) < timedelta(minutes=5)


def test_a_token_for_every_mission_may_only_read_unless_more_is_said(type_: Type, own_database: str) -> None:
    document = type_("token", "create", "--account", "A", "--role", "administrator", "--everywhere", "--json").json
    actor = actor_of(own_database, document["secret"])
    assert actor is not None
    assert actor.role_everywhere is Role.ADMINISTRATOR
    assert actor.scopes == {Scope.READ}


def test_the_secret_is_shown_once_and_never_again(type_: Type, lisbon: str) -> None:
    ran = type_(*EDITOR)
    [secret] = re.findall(r"cq_\S+", ran.out)
    assert ran.out.startswith(f"  {secret}\n")
    assert ran.err == "  The secret is shown this once. Only its digest is kept.\n"
    assert actor_of(lisbon, secret)
    listed = type_("token", "list")
    assert "Web team" in listed.out
    assert "cq_" not in listed.out + listed.err


def test_an_account_keeps_its_roles_and_can_be_given_another(type_: Type, lisbon: str) -> None:
    type_(*EDITOR)
    again = type_("token", "create", "--account", "Web team", "--json").json
    assert (again["is_new_account"], again["roles"]) == (False, [{"role": "editor", "mission": "lisbon"}])
    lower = type_("token", "create", "--account", "Web team", "--role", "reader", "--mission", "lisbon", "--json").json
    assert lower["roles"] == [{"role": "reader", "mission": "lisbon"}]


@pytest.mark.parametrize(
    ("words", "code", "said", "next"),
    [
        (
            ["--account", "New"],
            Exit.WRONG,
            "There is no account “New” yet.",
            "Make it: communique token create --account New --role editor --everywhere",
        ),
        (
            ["--account", "New", "--role", "editor"],
            Exit.WRONG,
            "A role is for missions, or for all of them.",
            "Add --mission SLUG, or --everywhere.",
        ),
        (
            ["--account", "New", "--role", "editor", "--mission", "lisbon", "--everywhere"],
            Exit.WRONG,
            "A role is for missions, or for all of them.",
            "Add --mission SLUG, or --everywhere.",
        ),
        (
            ["--account", "New", "--mission", "lisbon"],
            Exit.WRONG,
            "A mission without a role says nothing.",
            "Add --role, such as --role editor.",
        ),
        (
            ["--account", "New", "--role", "editor", "--mission", "porto"],
            Exit.FOUND,
            "There is no mission “porto”.",
            "There are: lisbon.",
        ),
        (
            ["--account", "New", "--role", "editor", "--everywhere", "--expires", "soon"],
            Exit.WRONG,
            "“soon” is no time to expire.",
            "Write 12h, 90d or 8w, or a day such as 2027-06-30.",
        ),
        (
            ["--account", "New", "--role", "editor", "--everywhere", "--expires", "2020-01-01"],
            Exit.FOUND,
            "A token must expire after now. Choose a later moment.",
            "",
        ),
    ],
)
def test_what_cannot_be_made_is_refused_and_nothing_is_made(
    type_: Type, lisbon: str, words: list[str], code: Exit, said: str, next: str
) -> None:
    ran = type_("token", "create", *words, "--json")
    assert (ran.code, ran.json) == (code, {"error": {"exit_code": code, "message": said, "next": next}})
    assert type_("token", "create", *words).err == f"{said}\n{next}\n".replace("\n\n", "\n")
    assert type_("token", "list", "--all", "--json").json == {"tokens": []}


@pytest.mark.parametrize(("text", "days"), [("12h", 0.5), ("1d", 1), ("8w", 56)])
def test_a_token_lasts_as_long_as_was_said(type_: Type, own_database: str, text: str, days: float) -> None:
    words = ["token", "create", "--account", "A", "--role", "reader", "--everywhere", "--expires", text]
    expires_at = datetime.fromisoformat(type_(*words, "--json").json["expires_at"])
    assert abs(expires_at - datetime.now(UTC) - timedelta(days=days)) < timedelta(minutes=5)


def test_a_token_lasts_to_the_end_of_a_day(type_: Type, own_database: str) -> None:
    words = ["token", "create", "--account", "A", "--role", "reader", "--everywhere", "--expires", "2096-02-29"]
    assert type_(*words, "--json").json["expires_at"] == "2096-02-29T23:59:59+00:00"


def test_a_revoked_token_is_useless(type_: Type, lisbon: str) -> None:
    made = type_(*EDITOR, "--name", "ci", "--json").json
    assert type_("token", "revoke", "ci") == (Exit.DONE, "  “ci” is revoked.\n", "")
    assert actor_of(lisbon, made["secret"]) is None
    assert type_("token", "list", "--json").json == {"tokens": []}
    [listed] = type_("token", "list", "--all", "--json").json["tokens"]
    assert (listed["id"], listed["state"]) == (made["id"], "revoked")


def test_of_two_with_one_name_the_id_decides(type_: Type, lisbon: str) -> None:
    ids: list[Any] = [type_(*EDITOR, "--name", "ci", "--json").json["id"] for _ in range(2)]
    ran = type_("token", "revoke", "ci")
    assert ran == (Exit.FOUND, "", f"2 tokens are named “ci”.\nName one by its id: {', '.join(ids)}\n")
    assert type_("token", "revoke", ids[0], "--json").json["id"] == ids[0]
    assert type_("token", "revoke", "ci", "--json").json["id"] == ids[1]
    ran = type_("token", "revoke", "ci")
    assert ran == (Exit.FOUND, "", "No token is named “ci”.\nSee them: communique token list --all\n")
