"""Photos put into a mission's library."""

from datetime import date
from typing import Any

import pytest

from schema.change import Change
from schema.errors import NotAllowed, NotFound, Refusal
from schema.media import services
from schema.texts import TextMissing, TextTooLong, TextUnstorable
from tests.makers.accounts import Actors, as_actor
from tests.makers.history import events, refused, row_counts
from tests.makers.media import make_photo
from tests.makers.missions import make_mission
from tests.makers.uuids import NOWHERE

FILE: dict[str, Any] = {
    "storage_key": "ab/abcd.jpg",
    "sha256": "ab" * 32,
    "media_type": "image/jpeg",
    "size_bytes": 10,
    "width": 4,
    "height": 3,
    "file_name": "DSC_0042.jpg",
}


async def test_a_photo_is_one_row_and_one_event(change: Change) -> None:
    mission = await make_mission(change)
    before = await row_counts(change.db)
    facts: dict[str, Any] = {"credit": " R. Silva ", "licence": "", "taken_on": date(2026, 3, 9)}
    photo, is_new = await services.store_photo(change, mission_id=mission.id, **FILE | facts)
    assert is_new
    assert await row_counts(change.db) - before == {"photos": 1, "audit_entries": 1, "outbox_events": 1}
    assert (await events(change))[-1] == "photo.stored"
    assert (photo.credit, photo.licence, photo.taken_on) == ("R. Silva", None, date(2026, 3, 9))
    assert (photo.focal_x, photo.focal_y) == (0.5, 0.5)


async def test_the_same_file_is_one_row_a_mission(change: Change) -> None:
    mission, other = await make_mission(change), await make_mission(change)
    photo, _ = await services.store_photo(change, mission_id=mission.id, **FILE)
    before = await row_counts(change.db)
    again = FILE | {"file_name": "copy.jpg", "credit": "somebody"}
    assert await services.store_photo(change, mission_id=mission.id, **again) == (photo, False)
    assert (photo.file_name, photo.credit) == ("DSC_0042.jpg", None)
    assert await row_counts(change.db) == before
    elsewhere, is_new = await services.store_photo(change, mission_id=other.id, **FILE)
    assert is_new
    assert elsewhere.id != photo.id


@pytest.mark.parametrize(
    ("refusal", "over"),
    [
        (TextMissing, {"file_name": ""}),
        (TextTooLong, {"file_name": "x" * 256}),
        (TextUnstorable, {"file_name": "a\x00.jpg"}),
        (TextTooLong, {"credit": "x" * 301}),
        (TextUnstorable, {"credit": "\ud800"}),
        (TextTooLong, {"licence": "x" * 201}),
        (TextUnstorable, {"licence": "\x1b"}),
    ],
)
async def test_what_a_photo_cannot_be(change: Change, refusal: type[Refusal], over: dict[str, Any]) -> None:
    mission = await make_mission(change)
    async with refused(change, refusal):
        await make_photo(change, mission, **over)


async def test_authors_of_the_mission_add_photos(change: Change, actors: Actors) -> None:
    for actor in (actors.visitor, actors.reader):
        async with refused(change, NotAllowed):
            await make_photo(as_actor(change, actor), actors.mission)
    assert await make_photo(as_actor(change, actors.author), actors.mission)
    other = await make_mission(change)
    async with refused(change, NotAllowed):
        await make_photo(as_actor(change, actors.author), other)
    async with refused(change, NotFound):
        await services.store_photo(change, mission_id=NOWHERE, **FILE)
