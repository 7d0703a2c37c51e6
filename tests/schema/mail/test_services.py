"""Letters, as the verbs write them; tests/gateway/duties has how they are sent."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from schema.change import Change
from schema.languages import UnknownLanguage
from schema.mail.models import Letter
from schema.mail.services import send_mail
from tests.makers.history import row_counts

FILLED = {"name": "Amina", "link": "https://ministry.example/in?t=1", "minutes": 15}


async def test_a_letter_is_one_row_of_the_change(change: Change) -> None:
    before, ends = await row_counts(change.db), change.now + timedelta(minutes=15)
    letter = await send_mail(
        change, to="amina@ministry.example", template="sign_in_link", data=FILLED, locale="AR", expires_at=ends
    )
    assert await row_counts(change.db) - before == {"letters": 1}
    await change.db.refresh(letter)
    assert (letter.recipient, letter.locale, letter.data, letter.tries) == ("amina@ministry.example", "ar", FILLED, 0)
    assert letter.sent_at is None
    assert letter.due_at <= letter.created_at


@pytest.mark.parametrize(
    ("error", "over"),
    [
        (KeyError, {"template": "circular"}),
        (LookupError, {"data": {}}),
        (LookupError, {"data": {**FILLED, "more": "1"}}),
        (UnknownLanguage, {"locale": "nobody speaks it"}),
    ],
)
async def test_a_letter_that_could_not_be_written_is_not_begun(
    change: Change, error: type[Exception], over: dict[str, object]
) -> None:
    before = await row_counts(change.db)
    with pytest.raises(error):
        await send_mail(
            change, **{"to": "a@ministry.example", "template": "sign_in_link", "data": FILLED, "locale": "en"} | over
        )
    assert await row_counts(change.db) == before


async def test_a_letter_wakes_the_worker_once_a_statement(change: Change) -> None:
    triggers = "select tgname from pg_trigger where tgrelid = cast(:table as regclass) and not tgisinternal"
    assert list(await change.db.scalars(text(triggers), {"table": Letter.__tablename__})) == ["wake_worker"]
