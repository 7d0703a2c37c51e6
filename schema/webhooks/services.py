"""The verbs of webhooks. What they are told is sent by the worker."""

import base64
import secrets
from collections.abc import Collection
from datetime import timedelta
from urllib.parse import urlsplit
from uuid import UUID

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from schema.change import Change
from schema.errors import Invalid, NotAllowed, NotFound, NotReady
from schema.events import EVENTS
from schema.history.models import Event
from schema.missions.services import get_mission
from schema.sources import encode_id
from schema.texts import line, shown
from schema.webhooks import access
from schema.webhooks.means import WebhookMeans, place_of_secret
from schema.webhooks.models import Delivery, DeliveryState, Webhook, WebhookState

MAX_ADDRESS = 2_000
MOST_REPLAYED = 10_000
LONGEST_OVERLAP_HOURS = 168
SECRET_PREFIX = "whsec_"
SECRET_BYTES = 32
THIS_MACHINE = ("localhost", "127.0.0.1", "::1")


class WebhookAddressUnusable(Invalid):
    """“{address}” cannot be told of events. Use an https:// address without a password and without a #."""


class EventUnknown(Invalid):
    """“{name}” is not the name of an event. The reference of events lists them, such as post.published."""


class OverlapOutOfRange(Invalid):
    """Two secrets can sign together for 0 to 168 hours. Choose a number between them."""


class WebhookNotActive(NotReady):
    """This webhook is paused or switched off. Resume it first."""


class ReplayTooLong(Invalid):
    """That would send {count:,} events again; at most 10,000 can be. Begin later, or read them with `events`."""


async def create_webhook(
    change: Change, *, mission_id: UUID | None, url: str, events: Collection[str]
) -> tuple[Webhook, str]:
    """Let an address be told of events from now on. Show the secret once: it is kept only to sign with.

    Args:
        mission_id: of this mission and those below it; None: of everything.
        events: of these; of all, if there are none.

    Raises:
        NotAllowed, NotFound, WebhookAddressUnusable, EventUnknown, TextMissing, TextTooLong, TextUnstorable.

    Records:
        webhook.created
    """
    if mission_id is not None:
        await get_mission(change.db, mission_id)
    if not access.may_manage(change.actor, mission_id):
        raise NotAllowed(verb="manage webhooks", role="administrator", path=("input", "mission"))
    address, names = _checked_address(url), _checked_names(events)
    webhook = Webhook(mission_id=mission_id, url=address, events=names, secret=b"")
    change.db.add(webhook)
    await change.db.flush()
    secret = _new_secret(change, webhook)
    change.record("webhook.created", webhook, mission_id, host=_host(address), events=names)
    await change.db.flush()
    return webhook, secret


async def change_webhook(
    change: Change, *, webhook_id: UUID, url: str | None = None, events: Collection[str] | None = None
) -> Webhook:
    """Tell another address, or of other events. What is waiting goes to the new address.

    Args:
        url: None leaves it.
        events: None leaves them; none of them means all.

    Raises:
        NotFound, WebhookAddressUnusable, EventUnknown, TextMissing, TextTooLong, TextUnstorable.

    Records:
        webhook.changed
    """
    webhook = await _loaded(change, webhook_id)
    if url is not None:
        webhook.url = _checked_address(url)
    if events is not None:
        webhook.events = _checked_names(events)
    change.record("webhook.changed", webhook, webhook.mission_id, host=_host(webhook.url), events=webhook.events)
    await change.db.flush()
    return webhook


async def rotate_secret(change: Change, *, webhook_id: UUID, overlap_hours: int) -> tuple[Webhook, str]:
    """Sign with a new secret from now on, and for some hours with the old one too.

    Raises:
        NotFound, OverlapOutOfRange.

    Records:
        webhook.secret_rotated
    """
    webhook = await _loaded(change, webhook_id)
    if not 0 <= overlap_hours <= LONGEST_OVERLAP_HOURS:
        raise OverlapOutOfRange(path=("input", "overlapHours"))
    webhook.previous_secret = webhook.secret
    webhook.previous_secret_until = change.now + timedelta(hours=overlap_hours)
    secret = _new_secret(change, webhook)
    change.record("webhook.secret_rotated", webhook, webhook.mission_id, overlap_hours=overlap_hours)
    await change.db.flush()
    return webhook, secret


async def pause_webhook(change: Change, *, webhook_id: UUID) -> Webhook:
    """Tell it nothing for a time; what happens meanwhile waits. Pausing it again changes nothing.

    Raises:
        NotFound.

    Records:
        webhook.paused
    """
    webhook = await _loaded(change, webhook_id)
    if webhook.state is WebhookState.ACTIVE:
        webhook.state = WebhookState.PAUSED
        change.record("webhook.paused", webhook, webhook.mission_id)
        await change.db.flush()
    return webhook


async def resume_webhook(change: Change, *, webhook_id: UUID) -> Webhook:
    """Go on telling it, with what has been waiting. What had failed is sent again only by a replay.

    Raises:
        NotFound.

    Records:
        webhook.resumed
    """
    webhook = await _loaded(change, webhook_id)
    if webhook.state is not WebhookState.ACTIVE:
        webhook.state, webhook.off_reason, webhook.quiet_until = WebhookState.ACTIVE, None, None
        waiting = (Delivery.webhook_id == webhook.id, Delivery.state == DeliveryState.WAITING)
        await change.db.execute(update(Delivery).where(*waiting).values(due_at=func.now(), tries=0))
        change.record("webhook.resumed", webhook, webhook.mission_id)
        await change.db.flush()
    return webhook


async def switch_off_webhook(change: Change, *, webhook_id: UUID, reason: str) -> None:
    """Stop telling an address that is gone, or that failed for too long; what happens meanwhile waits.

    Raises:
        NotFound.

    Records:
        webhook.switched_off
    """
    webhook = await _loaded(change, webhook_id)
    if webhook.state is WebhookState.ACTIVE:
        webhook.state, webhook.off_reason = WebhookState.OFF, reason
        change.record("webhook.switched_off", webhook, webhook.mission_id, reason=reason)
        await change.db.flush()


async def delete_webhook(change: Change, *, webhook_id: UUID) -> None:
    """Forget an address, its secret and its log of deliveries.

    Raises:
        NotFound.

    Records:
        webhook.deleted
    """
    webhook = await _loaded(change, webhook_id)
    change.record("webhook.deleted", webhook, webhook.mission_id, host=_host(webhook.url))
    await change.db.flush()
    await change.db.execute(delete(Webhook).where(Webhook.id == webhook.id))


async def test_webhook(change: Change, *, webhook_id: UUID) -> Webhook:
    """Send it an event that happened to itself; its log says what came of that.

    Raises:
        NotFound, WebhookNotActive.

    Records:
        webhook.tested
    """
    webhook = await _loaded(change, webhook_id)
    if webhook.state is not WebhookState.ACTIVE:
        raise WebhookNotActive(path=("input", "webhook"))
    change.record("webhook.tested", webhook, webhook.mission_id)
    await change.db.flush()
    return webhook


async def replay_webhook(change: Change, *, webhook_id: UUID, from_event_id: UUID) -> tuple[Webhook, int]:
    """Tell it once more of an event and of all after it that it is told of, each under the id it had.

    Returns:
        The webhook, and how many events are sent again.

    Raises:
        NotFound, WebhookNotActive, ReplayTooLong.

    Records:
        webhook.replayed
    """
    webhook = await _loaded(change, webhook_id)
    if webhook.state is not WebhookState.ACTIVE:
        raise WebhookNotActive(path=("input", "webhook"))
    first = await _event_told_to(change.db, webhook, from_event_id)
    told = (
        select(Webhook.id, Event.id, Event.subject_id, Event.sequence)
        .join(Event, access.is_told(Webhook, Event))
        .where(Webhook.id == webhook.id, Event.sequence >= first.sequence, Event.delivered_at.is_not(None))
    )
    count = await change.db.scalar(select(func.count()).select_from(told.subquery())) or 0
    if count > MOST_REPLAYED:
        raise ReplayTooLong(count=count, path=("input", "from"))
    again = {"state": DeliveryState.WAITING, "tries": 0, "due_at": func.now(), "leased_until": None}
    asked = insert(Delivery).from_select(["webhook_id", "event_id", "subject_id", "sequence"], told)
    await change.db.execute(asked.on_conflict_do_update(index_elements=["webhook_id", "event_id"], set_=again))
    change.record("webhook.replayed", webhook, webhook.mission_id, count=count)
    await change.db.flush()
    return webhook, count


async def _loaded(change: Change, webhook_id: UUID) -> Webhook:
    """A webhook this actor manages, locked; one they may not manage is like none.

    Raises:
        NotFound.
    """
    webhook = await change.db.get(Webhook, webhook_id, with_for_update=True, populate_existing=True)
    if webhook is None or not access.may_manage(change.actor, webhook.mission_id):
        raise NotFound(noun="webhook", key=encode_id("Webhook", webhook_id), path=("input", "webhook"))
    return webhook


async def _event_told_to(db: AsyncSession, webhook: Webhook, event_id: UUID) -> Event:
    """An event this webhook is told of; another one is like none.

    Raises:
        NotFound.
    """
    told = select(Event).join(Webhook, access.is_told(Webhook, Event))
    event = await db.scalar(told.where(Event.id == event_id, Webhook.id == webhook.id))
    if event is None:
        raise NotFound(noun="event", key=encode_id("Event", event_id), path=("input", "from"))
    return event


def _new_secret(change: Change, webhook: Webhook) -> str:
    """Give a webhook a secret; what whoever receives its deliveries verifies them with."""
    random = secrets.token_bytes(SECRET_BYTES)
    webhook.secret = change.handed(WebhookMeans).seal.close(random, place_of_secret(webhook.id))
    return SECRET_PREFIX + base64.b64encode(random).decode()


def _checked_address(url: str) -> str:
    """An address that can be told of events, as far as its form says so.

    Raises:
        WebhookAddressUnusable, TextMissing, TextTooLong, TextUnstorable.
    """
    address = line(url, "The address", MAX_ADDRESS, ("input", "url"))
    try:
        parts = urlsplit(address)
        is_plain = bool(parts.hostname) and parts.username is None and not parts.fragment and parts.port != 0
    except ValueError:
        is_plain = False
    if not (is_plain and (parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in THIS_MACHINE))):
        raise WebhookAddressUnusable(address=shown(address), path=("input", "url"))
    return address


def _checked_names(names: Collection[str]) -> list[str]:
    """The names of events, each once and in the order of the reference.

    Raises:
        EventUnknown.
    """
    for number, name in enumerate(names):
        if name not in EVENTS:
            raise EventUnknown(name=shown(name), path=("input", "events", number))
    return [name for name in EVENTS if name in names]


def _host(url: str) -> str:
    return urlsplit(url).hostname or ""
