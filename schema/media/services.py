"""The verbs of photos. Their bytes are checked and put into storage before, by the gateway."""

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from schema.change import Change
from schema.errors import NotAllowed
from schema.media import access, models
from schema.missions.services import get_mission
from schema.texts import line, optional_line

MAX_FILE_NAME = 255
MAX_CREDIT = 300
MAX_LICENCE = 200


async def store_photo(
    change: Change,
    *,
    mission_id: UUID,
    storage_key: str,
    sha256: str,
    media_type: str,
    size_bytes: int,
    width: int,
    height: int,
    file_name: str,
    credit: str | None = None,
    licence: str | None = None,
    taken_on: date | None = None,
) -> tuple[models.Photo, bool]:
    """Put a photo into a mission's library. A file that is there already stays as it is.

    Args:
        storage_key: where its bytes lie, below /media/.
        sha256: of the file as it was given, in hexadecimal.
        width: pixels, after the orientation was applied; so is ``height``.
        file_name: as it was given; at most 255 characters.
        credit: at most 300 characters; ``licence`` at most 200.

    Returns:
        The photo, and whether it is new.

    Raises:
        NotFound, NotAllowed, TextMissing, TextTooLong, TextUnstorable.

    Records:
        photo.stored
    """
    await get_mission(change.db, mission_id)
    if not access.may_store(change.actor, mission_id):
        raise NotAllowed(verb="add a photo", role="author", path=("input", "mission"))
    values = {
        "mission_id": mission_id,
        "storage_key": storage_key,
        "sha256": sha256,
        "media_type": media_type,
        "size_bytes": size_bytes,
        "width": width,
        "height": height,
        "file_name": line(file_name, "The file name", MAX_FILE_NAME, ("input", "fileName")),
        "credit": optional_line(credit, "The credit", MAX_CREDIT, ("input", "credit")),
        "licence": optional_line(licence, "The licence", MAX_LICENCE, ("input", "licence")),
        "taken_on": taken_on,
    }
    made = insert(models.Photo).values(values).on_conflict_do_nothing(index_elements=["mission_id", "sha256"])
    photo = await change.db.scalar(made.returning(models.Photo))
    if photo is not None:
        change.record("photo.stored", photo, mission_id, sha256=sha256, size_bytes=size_bytes)
        await change.db.flush()
        return photo, True
    same_file = (models.Photo.mission_id == mission_id, models.Photo.sha256 == sha256)
    return (await change.db.scalars(select(models.Photo).where(*same_file))).one(), False
