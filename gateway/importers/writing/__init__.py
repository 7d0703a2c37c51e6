"""Writing what an archive holds: each blog through the services, as the system, in one transaction.

``import_archive`` is the whole writing half. What it does is decided in the modules of the steps, which ``steps`` lists
in order; what it could not keep is told by the report. Importing the same archive again changes nothing. A post that
changed there since is saved and published anew, as a new revision, unless an account has worked on it here: then it
stays as it is here, and the report says so. What is deleted there stays here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from gateway.importers.records import ForeignArchive, ForeignBlog, kind_of
from gateway.importers.report import LossReport
from gateway.importers.writing.errand import BlogResult, Errand, ImportRunning, turn
from gateway.importers.writing.gathering import addresses_of
from gateway.importers.writing.work import Destination, NotImported, Progress
from gateway.outside.fetching import Fetch
from gateway.outside.pictures import picture_reader
from gateway.outside.storage import Storage
from schema.change import Sessions

__all__ = [
    "BlogResult",
    "Destination",
    "ImportResult",
    "ImportRunning",
    "NotImported",
    "Progress",
    "import_archive",
]

NO_DESTINATION = "no mission was named for this blog"


@dataclass(frozen=True)
class ImportResult:
    """What became of an archive; the report has the counts and every loss."""

    blogs: tuple[BlogResult, ...]
    report: LossReport
    is_dry_run: bool


async def import_archive(
    sessions: Sessions,
    storage: Storage,
    archive: ForeignArchive,
    destination_of: Callable[[ForeignBlog], Destination | None],
    *,
    report: LossReport,
    fetch: Fetch | None = None,
    is_dry_run: bool = False,
    progress: Progress | None = None,
    now: datetime | None = None,
) -> ImportResult:
    """Write the blogs of an archive, one transaction each: a failure leaves nothing of that blog behind.

    Pictures are found, checked and stored before the transaction begins; files that no photo needs are removed again.

    Args:
        destination_of: where each blog goes; None leaves it out, and the report counts it as skipped.
        report: the one that ``read_archive`` filled; it is balanced afterwards.
        fetch: asks the internet for pictures that no album holds; None asks nobody.
        is_dry_run: do everything and take it back, and store no file; the report is the same.

    Raises:
        ImportRunning.
        NotFound: there is no such mission.
        NotImported: something that no rule of the import foresees was refused; nothing of its blog is here.
    """
    chosen = [(blog, destination_of(blog)) for blog in archive.blogs]
    for blog, destination in chosen:
        if destination is None:
            _skip(blog, report)
    wanted = [(blog, destination) for blog, destination in chosen if destination is not None]
    with picture_reader() as reader:
        moment = now or datetime.now(UTC)
        errand = Errand(sessions, storage, archive, report, reader, fetch, progress or _silent, moment)
        async with turn(sessions):
            results = await (errand.rehearse(wanted) if is_dry_run else errand.carry_out(wanted))
    report.assert_balanced()
    return ImportResult(tuple(results), report, is_dry_run)


def _skip(blog: ForeignBlog, report: LossReport) -> None:
    """Count a whole blog as left out."""
    for post in blog.posts:
        report.skipped(kind_of(post), NO_DESTINATION)
        report.skipped("placement", NO_DESTINATION, len(post.images))
        report.skipped("redirect", NO_DESTINATION, len(post.old_paths))
    report.skipped("comment", NO_DESTINATION, len(blog.comments))
    report.skipped("person", NO_DESTINATION, len(blog.people))
    report.skipped("tag", NO_DESTINATION, len({label for post in blog.posts for label in post.labels}))
    report.skipped("photo", NO_DESTINATION, len(addresses_of(image for post in blog.posts for image in post.images)))


def _silent(what: str, done: int, total: int) -> None:
    """Tell nobody."""
