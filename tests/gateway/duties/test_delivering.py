"""Telling webhooks: what they are sent, in which order, when again, and what is never asked."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import groupby
from typing import Any

import asyncpg
import pytest
from standardwebhooks import Webhook as Verifier
from standardwebhooks import WebhookVerificationError
from structlog.testing import capture_logs

from gateway.deliveries.timetable import JITTER, PAUSES_SECONDS
from gateway.duties import Work
from gateway.duties.delivering import DeliverEvents
from gateway.worker import working
from schema.change import begin_change
from schema.context import SYSTEM
from schema.missions.models import Mission
from schema.webhooks import services
from tests.client import execute
from tests.gateway.duties.conftest import WorkWith
from tests.gateway.duties.receiver import Receiver, receiving
from tests.makers.missions import make_mission
from tests.makers.webhooks import make_webhook, with_means

LOCAL = {"allows_local_webhooks": True}


@pytest.fixture
async def receiver(anyio_backend: str) -> AsyncIterator[Receiver]:
    async with receiving() as receiver:
        yield receiver


async def webhook(work: Work, receiver: Receiver, **over: Any) -> tuple[Any, str]:
    """The key of a webhook at the receiver, and its secret; earlier events are not told to it."""
    async with begin_change(work.sessions, SYSTEM) as change:
        made, secret = await make_webhook(change, **{"url": receiver.url, "events": ["mission.created"], **over})
    return made.id, secret


async def happen(work: Work, *slugs: str, **over: Any) -> list[Mission]:
    """Missions that are made, one change each."""
    made = []
    for slug in slugs:
        async with begin_change(work.sessions, SYSTEM) as change:
            made.append(await make_mission(change, slug=slug, **over))
    return made


async def happen_again(work: Work, mission: Mission, number: int) -> None:
    """One more event about a thing, which says its number."""
    async with begin_change(work.sessions, SYSTEM) as change:
        change.record("mission.created", mission, mission.id, slug=str(number))


async def settle(duty: DeliverEvents) -> float | None:
    """Send until nothing is due; in how many seconds something is again."""
    woken = asyncio.Event()
    duty.wake = woken.set
    while True:
        woken.clear()
        seconds = await duty.attend()
        if duty.under_way:
            await woken.wait()
        elif seconds is None or seconds > 0:
            return seconds


async def sent(work: Work) -> float | None:
    """What one worker sends, which then stops."""
    duty = DeliverEvents(work)
    try:
        return await settle(duty)
    finally:
        await duty.finish()


async def one(url: str, query: str) -> Any:
    connection = await asyncpg.connect(url)
    try:
        return await connection.fetchval(query)
    finally:
        await connection.close()


def told(receiver: Receiver) -> list[str]:
    """What the events were about, in the order they were received."""
    return [message.said["data"]["slug"] for message in receiver.received]


async def make_due(url: str) -> None:
    await execute(url, "update deliveries set due_at = now()", "update webhooks set quiet_until = null")


async def test_an_event_is_told_as_the_standard_says(
    own_database: str, work_with: WorkWith, receiver: Receiver
) -> None:
    work = work_with(**LOCAL)
    _, secret = await webhook(work, receiver)
    (mission,) = await happen(work, "lisbon")
    assert await sent(work) is None
    (message,) = receiver.received
    told = Verifier(secret).verify(message.body, message.headers)
    id = f"Mission:{mission.id}"
    assert told == {
        "type": "mission.created",
        "timestamp": told["timestamp"],
        "data": {"id": id, "slug": "lisbon", "mission": id},
    }
    assert datetime.fromisoformat(told["timestamp"]).tzinfo == UTC
    assert message.path == "/hook"
    assert message.headers["content-type"] == "application/json"
    assert message.id == f"Delivery:{await one(own_database, 'select id from deliveries')}"
    assert await one(own_database, "select state = 'DELIVERED' and delivered_at > created_at from deliveries")


async def test_both_secrets_sign_while_one_is_rotated(
    own_database: str, work_with: WorkWith, receiver: Receiver
) -> None:
    work = work_with(**LOCAL)
    key, old = await webhook(work, receiver)
    async with begin_change(work.sessions, SYSTEM) as change:
        _, new = await services.rotate_secret(with_means(change), webhook_id=key, overlap_hours=24)
    await happen(work, "lisbon")
    await sent(work)
    await execute(own_database, "update webhooks set previous_secret_until = now()")
    await happen(work, "rabat")
    await sent(work)
    during, after = receiver.received
    for secret in (old, new):
        Verifier(secret).verify(during.body, during.headers)
    Verifier(new).verify(after.body, after.headers)
    with pytest.raises(WebhookVerificationError):
        Verifier(old).verify(after.body, after.headers)


async def test_it_is_tried_ten_times_with_longer_pauses_then_the_webhook_is_switched_off(
    own_database: str, work_with: WorkWith, receiver: Receiver
) -> None:
    work, receiver.answers = work_with(**LOCAL), lambda received: (500, "")
    await webhook(work, receiver)
    await happen(work, "lisbon")
    for pause in PAUSES_SECONDS:
        seconds = await sent(work)
        assert seconds is not None
        assert pause - 5 < seconds < pause * (1 + JITTER)
        await make_due(own_database)
    assert await sent(work) is None
    assert len(receiver.received) == 10
    assert len({message.id for message in receiver.received}) == 1
    assert await one(own_database, "select state || jsonb_array_length(attempts) from deliveries") == "FAILED10"
    assert await one(own_database, "select attempts->9->>'error' from deliveries") == "it answered 500"
    assert await one(own_database, "select state || off_reason from webhooks") == (
        "OFFIt did not take an event in ten tries."
    )
    assert await one(own_database, "select count(*) from outbox_events where event = 'webhook.switched_off'") == 1


async def test_who_is_gone_is_told_nothing_more_until_resumed(
    own_database: str, work_with: WorkWith, receiver: Receiver
) -> None:
    work, receiver.answers = work_with(**LOCAL), lambda received: (410, "")
    key, _ = await webhook(work, receiver)
    await happen(work, "lisbon")
    await sent(work)
    await happen(work, "rabat")
    assert await sent(work) is None
    assert await one(own_database, "select state from webhooks") == "OFF"
    receiver.answers = lambda received: (200, "")
    async with begin_change(work.sessions, SYSTEM) as change:
        await services.resume_webhook(change, webhook_id=key)
    await sent(work)
    assert sorted(told(receiver)) == ["lisbon", "lisbon", "rabat"]


@pytest.mark.parametrize("in_words", [True, False])
async def test_who_asks_for_rest_gets_it(work_with: WorkWith, receiver: Receiver, in_words: bool) -> None:
    asked = format_datetime(datetime.now(UTC) + timedelta(seconds=900), usegmt=True) if in_words else "900"
    work, receiver.answers = work_with(**LOCAL), lambda received: (503, f"retry-after: {asked}\r\n")
    await webhook(work, receiver)
    await happen(work, "lisbon")
    assert await sent(work) == pytest.approx(900, abs=10)
    await happen(work, "rabat")
    assert await sent(work) == pytest.approx(900, abs=20)
    assert len(receiver.received) == 1


async def test_events_of_one_thing_wait_for_each_other_and_others_go_on(
    own_database: str, work_with: WorkWith, receiver: Receiver
) -> None:
    work = work_with(**LOCAL)
    await webhook(work, receiver)
    lisbon, rabat = await happen(work, "lisbon", "rabat")
    await happen_again(work, lisbon, 2)
    await happen_again(work, rabat, 2)
    receiver.answers = lambda received: (500 if received.said["data"]["slug"] == "lisbon" else 200, "")
    assert await sent(work) == pytest.approx(PAUSES_SECONDS[0], abs=1)
    assert sorted(told(receiver)) == ["2", "lisbon", "rabat"]
    receiver.answers = lambda received: (200, "")
    await make_due(own_database)
    assert await sent(work) is None
    assert told(receiver)[-2:] == ["lisbon", "2"]
    assert receiver.received[-1].subject == f"Mission:{lisbon.id}"


async def test_who_is_too_slow_is_not_waited_for(work_with: WorkWith, receiver: Receiver, own_database: str) -> None:
    work, receiver.pause = work_with(**LOCAL, webhook_timeout_seconds=0.3), asyncio.Event()
    await webhook(work, receiver)
    await happen(work, "lisbon")
    assert await sent(work) is not None
    assert await one(own_database, "select attempts->0->>'error' from deliveries") == "it did not answer in time"
    receiver.pause.set()


async def test_no_redirect_is_followed(work_with: WorkWith, receiver: Receiver, own_database: str) -> None:
    work, receiver.answers = work_with(**LOCAL), lambda received: (307, f"location: {receiver.url}/elsewhere\r\n")
    await webhook(work, receiver)
    await happen(work, "lisbon")
    await sent(work)
    assert [message.path for message in receiver.received] == ["/hook"]
    assert await one(own_database, "select attempts->0->>'status' from deliveries") == "307"


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://127.0.0.1:1/", "only https:// is asked"),
        ("https://127.0.0.1/", "its host is not on the public internet"),
        ("https://[::ffff:127.0.0.1]/", "its host is not on the public internet"),
        ("https://2130706433/", "its host is not on the public internet"),
        ("https://0x7f.1/", "its host is not on the public internet"),
        ("https://169.254.169.254/latest", "its host is not on the public internet"),
        ("https://localhost/", "its host is not on the public internet"),
        ("https://nowhere.invalid/", "there is no such host"),
    ],
)
async def test_nobody_inside_is_asked(
    own_database: str, work_with: WorkWith, receiver: Receiver, url: str, reason: str
) -> None:
    work = work_with()
    await webhook(work, receiver, url=url)
    await happen(work, "lisbon")
    await sent(work)
    assert await one(own_database, "select attempts->0->>'error' from deliveries") == f"it was not asked: {reason}"


async def test_two_workers_share_and_keep_the_order_of_each_thing(
    own_database: str, work_with: WorkWith, receiver: Receiver
) -> None:
    work = work_with(**LOCAL)
    await webhook(work, receiver)
    missions = await happen(work, *(f"m{number}" for number in range(6)))
    for number in range(8):
        for mission in missions:
            await happen_again(work, mission, number)
    await asyncio.gather(sent(work), sent(work))
    while await one(own_database, "select count(*) from deliveries where state = 'WAITING'"):
        await sent(work)
    assert len(receiver.received) == len({message.id for message in receiver.received}) == 6 * 9
    by_subject = sorted(receiver.received, key=lambda message: message.subject)
    for _, messages in groupby(by_subject, key=lambda message: message.subject):
        assert [message.said["data"]["slug"] for message in messages][1:] == [str(number) for number in range(8)]


async def test_what_a_killed_worker_had_claimed_is_sent_again_under_the_same_id(
    own_database: str, work_with: WorkWith, receiver: Receiver
) -> None:
    work = work_with(**LOCAL)
    await webhook(work, receiver)
    await happen(work, "lisbon")
    await sent(work)
    claimed = "state = 'WAITING', leased_until = now() + interval '60 seconds'"
    await execute(own_database, f"update deliveries set {claimed}")
    assert await sent(work) == pytest.approx(60, abs=5)
    await execute(own_database, "update deliveries set leased_until = now() - interval '1 second'")
    assert await sent(work) is None
    first, second = receiver.received
    assert first.id == second.id


async def test_a_worker_that_stops_gives_back_what_is_under_way(
    own_database: str, work_with: WorkWith, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gateway.duties.delivering.FINISH_SECONDS", 0.1)
    work, receiver.pause = work_with(**LOCAL), asyncio.Event()
    await webhook(work, receiver)
    await happen(work, "lisbon")
    duty = DeliverEvents(work)
    await duty.attend()
    assert duty.under_way == 1
    await duty.finish()
    receiver.pause.set()
    assert await one(own_database, "select leased_until is null and state = 'WAITING' from deliveries")
    await sent(work)
    assert len({message.id for message in receiver.received}) == 1


async def test_it_is_told_what_it_asked_for_and_nothing_else(
    own_database: str, work_with: WorkWith, receiver: Receiver
) -> None:
    """Of its mission and those below it, and of events by name; of everything, unless something is named."""
    work = work_with(**LOCAL)
    (lisbon,) = await happen(work, "lisbon")
    await sent(work)
    await webhook(work, receiver, url=f"{receiver.url}/mission", mission_id=lisbon.id)
    await webhook(work, receiver, url=f"{receiver.url}/names", events=["topic.created"])
    key, _ = await webhook(work, receiver, url=f"{receiver.url}/all", events=[])
    async with begin_change(work.sessions, SYSTEM) as change:
        await services.test_webhook(change, webhook_id=key)
    await happen(work, "porto", parent_id=lisbon.id)
    await happen(work, "rabat")
    await sent(work)
    found = sorted((message.path.split("/")[2], message.said["type"]) for message in receiver.received)
    assert found == [
        ("all", "mission.created"),
        ("all", "mission.created"),
        ("all", "webhook.created"),
        ("all", "webhook.created"),
        ("all", "webhook.created"),
        ("all", "webhook.tested"),
        ("mission", "mission.created"),
    ]
    assert next(message for message in receiver.received if "mission" in message.path).said["data"]["slug"] == "porto"


async def test_what_happened_before_can_be_told_again_under_the_same_ids(
    own_database: str, work_with: WorkWith, receiver: Receiver
) -> None:
    work = work_with(**LOCAL)
    await happen(work, "before")
    await sent(work)
    key, _ = await webhook(work, receiver)
    await happen(work, "lisbon", "rabat")
    await sent(work)
    for slug in ("lisbon", "before"):
        event = await one(own_database, f"select id from outbox_events where payload->>'slug' = '{slug}'")
        async with begin_change(work.sessions, SYSTEM) as change:
            await services.replay_webhook(change, webhook_id=key, from_event_id=event)
        await sent(work)
    ids = {message.id for message in receiver.received}
    assert sorted(told(receiver)) == sorted(["lisbon", "rabat", "lisbon", "rabat", "before", "lisbon", "rabat"])
    assert len(ids) == 3


async def test_what_is_too_much_to_tell_is_cut(work_with: WorkWith, receiver: Receiver) -> None:
    work = work_with(**LOCAL)
    await webhook(work, receiver)
    (mission,) = await happen(work, "lisbon")
    async with begin_change(work.sessions, SYSTEM) as change:
        change.record("mission.created", mission, mission.id, slug="x" * 30_000)
    await sent(work)
    long = next(message for message in receiver.received if "is_cut" in message.said["data"])
    id = f"Mission:{mission.id}"
    assert long.said["data"] == {"id": id, "mission": id, "is_cut": True}
    assert len(long.body) < 20_000


async def test_a_secret_that_cannot_be_read_any_more_is_said_and_not_sent_without(
    own_database: str, work_with: WorkWith, receiver: Receiver
) -> None:
    await webhook(work_with(**LOCAL), receiver)
    await happen(work_with(**LOCAL), "lisbon")
    await sent(work_with(**LOCAL, secret="another secret of more than thirty-two characters"))
    assert receiver.received == []
    assert "rotate it" in await one(own_database, "select attempts->0->>'error' from deliveries")


async def test_what_is_committed_is_told_at_once_and_no_log_knows_the_secret(
    own_database: str, work_with: WorkWith, receiver: Receiver
) -> None:
    work = work_with(**LOCAL)
    _, secret = await webhook(work, receiver)
    with capture_logs() as logs:
        async with working(own_database, work.settings):
            await happen(work, "lisbon")
            await asyncio.wait_for(receiver.came.wait(), 20)
    assert secret not in str(logs)
    assert secret not in await one(own_database, "select string_agg(payload::text, '') from outbox_events")
