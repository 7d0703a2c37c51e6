"""Telling webhooks of events: each at least once, those about one thing in their order."""

import asyncio
from collections import Counter
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Row, select, update

from gateway.deliveries.claiming import claim, hand_on, seconds_until_due
from gateway.deliveries.messages import body_of, headers_of
from gateway.deliveries.timetable import GONE, OVERLOADED, REST_SECONDS, pause_after, rest_asked
from gateway.duties import NOW, Duty, Work, log
from gateway.outside.posting import Post, Posted, posting
from gateway.outside.reaching import Reach
from gateway.secrets import NotUnsealed, webhook_seal
from schema.change import begin_change
from schema.context import SYSTEM
from schema.history.models import Event
from schema.sources import encode_id
from schema.webhooks.means import place_of_secret
from schema.webhooks.models import Delivery, DeliveryState, Webhook
from schema.webhooks.services import switch_off_webhook

UNDER_WAY, UNDER_WAY_EACH = 20, 4
"""How many deliveries one worker sends at once, and how many of them to one webhook."""

MOST_ATTEMPTS = 20
FINISH_SECONDS = 10.0

GONE_REASON = "It answered that it is gone for good (410)."
FAILED_REASON = "It did not take an event in ten tries."
UNREADABLE = "its secret cannot be read, since COMMUNIQUE_SECRET was changed: rotate it"


class DeliverEvents(Duty):
    """Hands new events on to the webhooks that are told of them, and sends what is due.

    It waits for no receiver: what is under way ends by itself, and then it looks again.
    """

    def __init__(self, work: Work) -> None:
        super().__init__(work)
        self._seal = webhook_seal(work.settings.secret)
        self._opened = AsyncExitStack()
        self._post: Post | None = None
        self._under_way: dict[asyncio.Task[None], Delivery] = {}

    @property
    def under_way(self) -> int:
        """How many deliveries are being sent."""
        return len(self._under_way)

    async def attend(self) -> float | None:
        """Begin to send whatever is due and has its turn."""
        is_more = is_begun = True
        while is_more or is_begun:
            async with self.sessions.begin() as db:
                is_more = await hand_on(db)
            is_begun = await self._begin()
            if is_more and not is_begun:
                return 0.0
        if len(self._under_way) >= UNDER_WAY:
            return None
        async with self.sessions() as db:
            return await seconds_until_due(db)

    async def _begin(self) -> bool:
        """Send as much as one may at once; whether there was anything."""
        busy = Counter(delivery.webhook_id for delivery in self._under_way.values())
        free = UNDER_WAY - len(self._under_way)
        if free <= 0:
            return False
        async with self.sessions.begin() as db:
            claimed = await claim(
                db,
                most=free,
                most_each=UNDER_WAY_EACH,
                busy=[webhook for webhook, count in busy.items() if count >= UNDER_WAY_EACH],
                lease_seconds=self.settings.worker_lease_seconds,
            )
        post = self._post or await self._open()
        for row in claimed:
            task = asyncio.create_task(self._deliver(post, row))
            self._under_way[task] = row[0]
            task.add_done_callback(self._ended)
        return bool(claimed)

    async def _open(self) -> Post:
        reach = Reach(allows_this_machine=self.settings.allows_local_webhooks)
        self._post = await self._opened.enter_async_context(posting(reach, self.settings.webhook_timeout_seconds))
        return self._post

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._under_way.pop(task)
        if not task.cancelled() and (error := task.exception()):
            log.error("delivery_crashed", error=f"{type(error).__name__}: {error}"[:300])
        self.wake()

    async def _deliver(self, post: Post, claimed: Row[Delivery, Webhook, Event]) -> None:
        delivery, webhook, event = claimed
        now, body = datetime.now(UTC), body_of(event)
        try:
            secrets = self._secrets(webhook, now)
        except NotUnsealed:
            posted = Posted(0, error=UNREADABLE)
        else:
            headers = headers_of(encode_id("Delivery", delivery.id), now, body, secrets)
            posted = await post(webhook.url, body, headers)
        await self._note(delivery, webhook, posted, now)

    def _secrets(self, webhook: Webhook, now: datetime) -> list[bytes]:
        """What to sign with: the secret, and for a while the one before it."""
        sealed = [webhook.secret]
        if webhook.previous_secret and webhook.previous_secret_until and now < webhook.previous_secret_until:
            sealed.append(webhook.previous_secret)
        return [self._seal.open(one, place_of_secret(webhook.id)) for one in sealed]

    async def _note(self, delivery: Delivery, webhook: Webhook, posted: Posted, now: datetime) -> None:
        """Write down what came of it, unless it is no longer ours: then whoever has it now will."""
        attempt = {"at": now.isoformat(), "status": posted.status, "duration_ms": posted.duration_ms}
        attempts = [*delivery.attempts, {**attempt, "error": posted.error}][-MOST_ATTEMPTS:]
        values: dict[str, Any] = {"attempts": attempts, "leased_until": None}
        rest, pause = rest_asked(posted.retry_after, now), pause_after(delivery.tries)
        off_reason = None
        if posted.is_taken:
            values |= {"state": DeliveryState.DELIVERED, "delivered_at": NOW}
        elif posted.status == GONE:
            off_reason = GONE_REASON
        elif pause is None:
            values |= {"state": DeliveryState.FAILED}
            off_reason = FAILED_REASON
        else:
            values |= {"due_at": NOW + timedelta(seconds=max(pause, rest))}
        is_ours = (Delivery.id == delivery.id, Delivery.leased_until == delivery.leased_until)
        async with begin_change(self.sessions, SYSTEM) as change:
            # As the verbs do, which lock a webhook before its deliveries.
            await change.db.execute(select(Webhook.id).where(Webhook.id == webhook.id).with_for_update(key_share=True))
            noted = await change.db.scalar(update(Delivery).where(*is_ours).values(**values).returning(Delivery.id))
            if noted and off_reason:
                await switch_off_webhook(change, webhook_id=webhook.id, reason=off_reason)
            if posted.status is None or posted.status in OVERLOADED:
                quiet = {"quiet_until": NOW + timedelta(seconds=max(rest, REST_SECONDS))}
                await change.db.execute(update(Webhook).where(Webhook.id == webhook.id).values(**quiet))
        if posted.error:
            said = {"delivery": str(delivery.id), "webhook": str(webhook.id), "tries": delivery.tries}
            log.warning("not_delivered", **said, error=posted.error, webhook_is_off=bool(off_reason))

    async def finish(self) -> None:
        """Let end what is under way, for ten seconds; then give it back."""
        under_way = dict(self._under_way)
        if under_way:
            _, unfinished = await asyncio.wait(under_way, timeout=FINISH_SECONDS)
            for task in unfinished:
                task.cancel()
            await asyncio.gather(*unfinished, return_exceptions=True)
            given_back = Delivery.id.in_([under_way[task].id for task in unfinished])
            async with self.sessions.begin() as db:
                await db.execute(update(Delivery).where(given_back).values(leased_until=None))
        await self._opened.aclose()
