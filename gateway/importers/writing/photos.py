"""The pictures that were found, as photos of the mission."""

from gateway.importers.writing.gathering import Gathered, addresses_of
from gateway.importers.writing.wording import fitted
from gateway.importers.writing.work import Work
from schema.media.models import Photo
from schema.media.services import MAX_FILE_NAME, store_photo

IN_THE_BIN = "shown only in posts in the wastebasket"
NOT_NEEDED = "shown only in posts that are kept as they are here"


async def write_photos(work: Work) -> None:
    """Add the photos of texts that are to be written, and account for every picture of the blog."""
    needed = set(addresses_of(image for text in work.to_be_written for image in text.post.images))
    everything = addresses_of(image for post in work.blog.posts for image in post.images)
    for done, address in enumerate(everything, 1):
        gathered = work.pictures.get(address)
        if gathered is None:
            work.report.skipped("photo", IN_THE_BIN)
        elif gathered.missing:
            work.report.skipped("photo", gathered.missing)
        elif not gathered.storage_key:
            await _use_known(work, gathered, is_needed=address in needed)
        elif address in needed:
            await _write(work, gathered)
        else:
            work.report.skipped("photo", NOT_NEEDED)
        work.progress("photos", done, len(everything))


async def _use_known(work: Work, gathered: Gathered, *, is_needed: bool) -> None:
    work.report.unchanged("photo")
    record = work.memory.find("photo", gathered.image.address)
    if is_needed and record and (photo := await work.change.db.get(Photo, record.subject_id)):
        work.photos[gathered.image.address] = photo


async def _write(work: Work, gathered: Gathered) -> None:
    assert gathered.sha256 is not None
    photo, is_new = await store_photo(
        work.change,
        mission_id=work.mission.id,
        storage_key=gathered.storage_key,
        sha256=gathered.sha256,
        media_type=gathered.media_type,
        size_bytes=gathered.size_bytes,
        width=gathered.width,
        height=gathered.height,
        file_name=fitted(gathered.image.file_name or "", MAX_FILE_NAME)[0] or "picture",
    )
    work.photos[gathered.image.address] = photo
    work.memory.remember("photo", gathered.image.address, photo, gathered.sha256)
    if is_new:
        work.report.wrote("photo")
    else:
        work.report.unchanged("photo")
