"""Reading foreign archives into neutral records, with an account of everything that was lost on the way.

``read_archive`` is the whole reading half: it detects what it was handed and returns a ``ForeignArchive``. Nothing
here writes; ``writing`` makes content of the records through services and goes on filling the same ``LossReport``.
"""

from pathlib import Path, PurePosixPath

from gateway.importers.archive import Archive, DamagedArchive, Member, NotAnExport, UnsafeArchive, open_archive
from gateway.importers.blogger import Feed, blogs_of, read_feeds
from gateway.importers.photos import Photos, album_photos, picture_files
from gateway.importers.records import ForeignArchive, ForeignImage
from gateway.importers.report import LossReport

__all__ = ["DamagedArchive", "LossReport", "NotAnExport", "UnsafeArchive", "read_archive", "read_photo"]

FEED_ENDINGS = (".xml", ".atom", ".json")


def read_archive(path: Path, report: LossReport, photos: Path | None = None) -> ForeignArchive:
    """Everything an export holds: a file, a ZIP or a folder of Blogger's classic, Takeout or API shape.

    ``photos`` is a folder or ZIP of pictures beside those in the export's own albums. The report receives what
    was read, skipped, lost and repaired.

    Raises:
        NotAnExport, UnsafeArchive, DamagedArchive.
    """
    archive = open_archive(path)
    report.archive_name, report.source = archive.name, "blogger"
    pictures = album_photos(archive) + (picture_files(open_archive(photos)) if photos is not None else [])
    blogs = blogs_of(_feeds(archive, report), report)
    return ForeignArchive("blogger", blogs, Photos(pictures))


def read_photo(archive: ForeignArchive, image: ForeignImage) -> bytes | None:
    """The picture from the albums or the photos folder; None when no one file is certainly it, or it is over 40 MB."""
    return archive.photos.read(image)


def _feeds(archive: Archive, report: LossReport) -> list[Feed]:
    """The feeds of all files that are exports; the others are named in the report, unless there is nothing else."""
    if archive.is_single_file:
        return read_feeds(archive.members[0], report, is_json=_is_json(archive.members[0]))
    feeds: list[Feed] = []
    refused: list[NotAnExport] = []
    for member in archive.members:
        if _is_design(member):
            report.read("template")
            report.skipped("template", "designs are not imported")
        elif member.name.lower().endswith(FEED_ENDINGS) and "Albums" not in PurePosixPath(member.name).parts:
            try:
                feeds += read_feeds(member, report, is_json=_is_json(member))
            except NotAnExport as refusal:
                refused.append(refusal)
    if not feeds:
        raise refused[0] if len(refused) == 1 else NotAnExport(name=archive.name, reason="it holds no feed of a blog")
    for other in refused:
        report.warned(other.details["name"], f"not read: {other.details['reason']}")
    return feeds


def _is_design(member: Member) -> bool:
    """The files of a Takeout that hold how a blog looks."""
    return PurePosixPath(member.name).name.startswith("theme-")


def _is_json(member: Member) -> bool:
    """Whether the content begins as JSON does, whatever the file is called."""
    with member.open() as stream:
        return stream.read(4096).removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in {b"{", b"["}
