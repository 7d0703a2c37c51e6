import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from structlog.testing import capture_logs

from gateway.duties import Work
from gateway.duties.letters import PAUSES_SECONDS, SendLetters
from schema.change import begin_change
from schema.context import SYSTEM
from schema.mail.services import send_mail
from tests.client import execute
from tests.gateway.cli.conftest import _free_port
from tests.gateway.duties.conftest import WorkWith
from tests.gateway.duties.postman import PASSWORD, USER, certificate_for, post_office

FILLED = {"name": "Amina", "link": "https://ministry.example/in?t=secret", "minutes": 15}
NOTHING_LEFT = "recipient is null and data = '{}' and leased_until is null"


@pytest.fixture
def port() -> int:
    return _free_port()


def to(port: int, **over: Any) -> dict[str, Any]:
    """Settings that lead to a post office at a port."""
    return {"mail_host": "127.0.0.1", "mail_port": port, "mail_security": "none"} | over


async def write(work: Work, *recipients: str, **over: Any) -> None:
    async with begin_change(work.sessions, SYSTEM) as change:
        for recipient in recipients:
            values = {"to": recipient, "template": "sign_in_link", "data": FILLED, "locale": "en", **over}
            await send_mail(change, **values)


async def one(url: str, query: str) -> Any:
    connection = await asyncpg.connect(url)
    try:
        return await connection.fetchval(query)
    finally:
        await connection.close()


async def test_a_letter_is_sent_and_forgotten(own_database: str, work_with: WorkWith, port: int) -> None:
    work = work_with(**to(port, mail_from="press@ministry.example"))
    await write(work, "amina@ministry.example", locale="ar")
    with post_office(port) as postman:
        assert await SendLetters(work).attend() is None
        assert await SendLetters(work).attend() is None
    (message,) = postman.taken
    id = await one(own_database, "select id from letters")
    assert message["message-id"] == f"<{id}@ministry.example>"
    assert (message["to"], message["from"]) == ("amina@ministry.example", "press@ministry.example")
    assert (message["content-language"], message["auto-submitted"]) == ("ar", "auto-generated")
    plain, marked_up = message.iter_parts()
    assert FILLED["link"] in plain.get_content()
    assert 'dir="rtl"' in marked_up.get_content()
    assert await one(own_database, f"select sent_at is not null and {NOTHING_LEFT} from letters")


async def test_a_server_that_is_away_is_tried_again(own_database: str, work_with: WorkWith, port: int) -> None:
    work = work_with(**to(port))
    await write(work, "amina@ministry.example")
    with capture_logs() as logs:
        seconds = await SendLetters(work).attend()
    assert seconds == pytest.approx(PAUSES_SECONDS[0], abs=5)
    assert [line["event"] for line in logs] == ["letter_waits"]
    assert "amina" not in str(logs) + str(await one(own_database, "select error from letters"))
    await execute(own_database, "update letters set due_at = now()")
    with post_office(port) as postman:
        assert await SendLetters(work).attend() is None
    assert len(postman.taken) == 1
    assert await one(own_database, "select tries from letters") == 2


async def test_what_is_refused_for_now_waits_and_what_is_refused_for_ever_is_given_up(
    own_database: str, work_with: WorkWith, port: int
) -> None:
    work, given_up = work_with(**to(port)), f"from letters where given_up_at >= created_at and {NOTHING_LEFT}"
    await write(work, "nobody@ministry.example", "later@ministry.example")
    with post_office(port) as postman, capture_logs() as logs:
        assert await SendLetters(work).attend() == pytest.approx(PAUSES_SECONDS[0], abs=5)
        assert await one(own_database, f"select array_agg(error) {given_up}") == ["the recipient was refused with 550"]
        await execute(own_database, f"update letters set tries = {len(PAUSES_SECONDS)}, due_at = now()")
        assert await SendLetters(work).attend() is None
        assert await one(own_database, f"select count(*) {given_up}") == 2
    assert postman.taken == []
    assert sorted(line["event"] for line in logs) == ["letter_given_up", "letter_given_up", "letter_waits"]
    assert "@ministry.example" not in str(logs)


async def test_what_comes_too_late_is_not_sent(own_database: str, work_with: WorkWith, port: int) -> None:
    work = work_with(**to(port))
    await write(work, "amina@ministry.example", expires_at=datetime.now(UTC) - timedelta(seconds=1))
    with post_office(port) as postman:
        assert await SendLetters(work).attend() is None
    assert postman.taken == []
    assert await one(own_database, "select error from letters") == "it came too late"


async def test_two_workers_share_and_send_nothing_twice(own_database: str, work_with: WorkWith, port: int) -> None:
    work = work_with(**to(port))
    recipients = [f"p{number}@ministry.example" for number in range(30)]
    await write(work, *recipients)
    with post_office(port) as postman:
        await asyncio.gather(SendLetters(work).attend(), SendLetters(work).attend())
    assert sorted(message["to"] for message in postman.taken) == sorted(recipients)


async def test_what_a_killed_worker_had_claimed_is_sent_by_another(
    own_database: str, work_with: WorkWith, port: int
) -> None:
    work = work_with(**to(port))
    await write(work, "amina@ministry.example")
    await execute(own_database, "update letters set leased_until = now() + interval '60 seconds', tries = 1")
    with post_office(port) as postman:
        assert await SendLetters(work).attend() == pytest.approx(60, abs=5)
        assert postman.taken == []
        await execute(own_database, "update letters set leased_until = now() - interval '1 second'")
        assert await SendLetters(work).attend() is None
    assert len(postman.taken) == 1


async def test_the_connection_is_secured_before_anybody_signs_in(
    own_database: str, work_with: WorkWith, port: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate = certificate_for("localhost", tmp_path)
    work = work_with(
        **to(port, mail_host="localhost", mail_security="starttls", mail_user=USER, mail_password=PASSWORD)
    )
    await write(work, "amina@ministry.example")
    with post_office(port, certificate) as postman:
        assert await SendLetters(work).attend() is not None, "nobody trusts that certificate"
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
        await execute(own_database, "update letters set due_at = now()")
        assert await SendLetters(work).attend() is None
    assert postman.was_secured == [True]


async def test_without_a_server_the_log_says_what_it_was_about(own_database: str, work_with: WorkWith) -> None:
    work = work_with()
    await write(work, "amina@ministry.example")
    with capture_logs() as logs:
        assert await SendLetters(work).attend() is None
    assert [(line["event"], line.get("subject")) for line in logs] == [
        ("mail_not_sent", "Your link to sign in"),
        ("letter_sent", None),
    ]
    assert "amina" not in str(logs)
    assert FILLED["link"] not in str(logs)
    assert await one(own_database, f"select {NOTHING_LEFT} from letters")
