"""Sending the letters that verbs have written, each at least once."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import timedelta

from sqlalchemy import Row, func, or_, select, update

from gateway.duties import NOW, Duty, Work, log, seconds_from_now
from gateway.mail.letters import written
from gateway.outside.mail import Mailer, NotSent, mailer
from schema.mail.models import Letter

AT_ONCE = 10
PAUSES_SECONDS = (10, 60, 300, 1_800, 7_200, 21_600, 43_200)
"""After each try that failed; together a little less than a day. After the last one a letter is given up."""

FORGOTTEN: Mapping[str, object] = {"recipient": None, "data": {}, "leased_until": None}
"""What is left of a letter that nobody has to send any more."""


class SendLetters(Duty):
    """Sends what is due, several at a time."""

    def __init__(self, work: Work, mailer_: Mailer | None = None) -> None:
        super().__init__(work)
        self._mailer = mailer_ or mailer(work.settings)

    async def attend(self) -> float | None:
        """Send until nothing is due."""
        while claimed := await self._claim():
            await asyncio.gather(*(self._send(letter) for letter in claimed))
        free_at = func.greatest(Letter.due_at, Letter.leased_until)
        async with self.sessions() as db:
            waiting = select(seconds_from_now(func.min(free_at))).where(Letter.recipient.is_not(None))
            seconds: float | None = await db.scalar(waiting)
            return seconds

    async def _claim(self) -> Sequence[Row[Letter, bool]]:
        """Letters that are due and that nobody else has, each with whether it came too late."""
        free = or_(Letter.leased_until.is_(None), Letter.leased_until < NOW)
        due = (
            select(Letter.id)
            .where(Letter.recipient.is_not(None), Letter.due_at <= NOW, free)
            .order_by(Letter.due_at)
            .limit(AT_ONCE)
            .with_for_update(skip_locked=True)
        )
        lease = NOW + timedelta(seconds=self.settings.worker_lease_seconds)
        claim = update(Letter).where(Letter.id.in_(due)).values(leased_until=lease, tries=Letter.tries + 1)
        async with self.sessions.begin() as db:
            is_late = func.coalesce(Letter.expires_at < NOW, False)
            return (await db.execute(claim.returning(Letter, is_late))).all()

    async def _send(self, claimed: Row[Letter, bool]) -> None:
        letter, is_late = claimed
        if is_late:
            await self._give_up(letter, "it came too late")
            return
        try:
            await self._mailer.send(
                written(letter.template, letter.locale, letter.data, id=str(letter.id), recipient=str(letter.recipient))
            )
        except NotSent as failure:
            if failure.is_final or letter.tries > len(PAUSES_SECONDS):
                await self._give_up(letter, failure.reason)
                return
            pause = timedelta(seconds=PAUSES_SECONDS[letter.tries - 1])
            await self._note(letter, due_at=NOW + pause, leased_until=None, error=failure.reason)
            log.warning("letter_waits", id=str(letter.id), reason=failure.reason, seconds=pause.total_seconds())
        else:
            await self._note(letter, sent_at=NOW, error=None, **FORGOTTEN)
            log.info("letter_sent", id=str(letter.id), template=letter.template)

    async def _give_up(self, letter: Letter, reason: str) -> None:
        await self._note(letter, given_up_at=NOW, error=reason, **FORGOTTEN)
        log.error("letter_given_up", id=str(letter.id), template=letter.template, reason=reason)

    async def _note(self, letter: Letter, **values: object) -> None:
        """Write down what came of a letter, unless another worker has it by now."""
        is_ours = (Letter.id == letter.id, Letter.leased_until == letter.leased_until)
        async with self.sessions.begin() as db:
            await db.execute(update(Letter).where(*is_ours).values(**values))
