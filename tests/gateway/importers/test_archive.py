import json
import os
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gateway.importers import NotAnExport, UnsafeArchive, archive, photos, read_archive, read_photo
from gateway.importers.records import ForeignArchive, ForeignImage
from gateway.importers.report import LossReport
from schema.errors import Refusal

ARCHIVES = Path(__file__).parent / "archives"
FEED = "Takeout/Blogger/Blogs/Embassy in Rabat/feed.atom"
ALBUM = "Takeout/Blogger/Albums/Embassy in Rabat"
TAKEOUT = (ARCHIVES / "takeout" / FEED).read_bytes()
ZipMaker = Callable[[dict[str, bytes]], Path]


def image(*candidates: str, address: str = "https://e.example/x.jpg") -> ForeignImage:
    return ForeignImage(address, candidates[0] if candidates else None, candidates, None, None, None)


def refused(path: Path) -> str:
    """The one line an operator sees."""
    with pytest.raises(Refusal) as refusal:
        read_archive(path, LossReport())
    assert "\n" not in refusal.value.message
    assert str(path.parent) not in refusal.value.message
    return refusal.value.message


def test_a_zip_and_a_folder_say_the_same(make_zip: ZipMaker, takeout: ForeignArchive) -> None:
    assert read_archive(make_zip({FEED: TAKEOUT}), LossReport()).blogs == takeout.blogs


def test_junk_and_designs_of_a_takeout_are_passed_over(make_zip: ZipMaker, report: LossReport) -> None:
    blog = FEED.rpartition("/")[0]
    path = make_zip({
        FEED: TAKEOUT,
        f"__MACOSX/{blog}/._feed.atom": b"\x00\x05",
        f"{blog}/._feed.atom": b"\x00\x05",
        f"{blog}/theme-classic.html": b"<html>",
        f"{blog}/theme-layouts.xml": b"<!DOCTYPE html><html/>",
        f"{blog}/other.xml": b"<rss/>",
        f"{ALBUM}/metadata.json": b"{}",
    })  # fmt: skip
    assert len(read_archive(path, report).blogs) == 1
    assert report.counts["template"].skipped.total() == 2
    assert report.warnings == [
        (f"{blog}/other.xml", "not read: its root element is <rss>, not <feed>; it looks like a WordPress export")
    ]


def test_a_file_that_is_there_twice_is_one_blog(make_zip: ZipMaker, report: LossReport) -> None:
    (blog,) = read_archive(make_zip({"a.atom": TAKEOUT, "b.atom": TAKEOUT}), report).blogs
    assert len(blog.posts) == 5
    assert report.counts["post"].skipped.total() == 3


@pytest.mark.parametrize("name", ["../feed.atom", "a/../../feed.atom", "/feed.atom", "C:/feed.atom", "..\\feed.atom"])
def test_a_zip_that_points_outside_is_refused(make_zip: ZipMaker, name: str) -> None:
    message = refused(make_zip({name: TAKEOUT}))
    assert message.startswith("“takeout.zip” was not opened, because “")
    assert message.endswith("in it points outside the archive.")


def test_a_symbolic_link_is_refused_in_a_zip_and_in_a_folder(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("feed.atom")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as packed:
        packed.writestr(link, "/etc/hostname")
    assert "symbolic link" in refused(tmp_path / "a.zip")
    (tmp_path / "folder").mkdir()
    os.symlink("/etc/hostname", tmp_path / "folder" / "feed.atom")
    assert "symbolic link" in refused(tmp_path / "folder")


def test_a_bomb_is_refused_unread(make_zip: ZipMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = make_zip({"feed.atom": b" " * (archive.RATIO_APPLIES_FROM_BYTES + 1)})
    monkeypatch.setattr(archive.Member, "open", None)
    assert "unpacks to more than 200 times its size" in refused(bomb)


def test_too_many_members_and_too_many_bytes_are_refused(make_zip: ZipMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    path = make_zip({f"{number}.atom": TAKEOUT for number in range(3)})
    monkeypatch.setattr(archive, "MAX_MEMBERS", 2)
    assert "has more than 2 files" in refused(path)
    monkeypatch.undo()
    monkeypatch.setattr(archive, "MAX_TOTAL_BYTES", 3 * len(TAKEOUT) - 1)
    assert "larger than" in refused(path)


def test_a_protected_zip_is_refused(make_zip: ZipMaker) -> None:
    path = make_zip({"feed.atom": TAKEOUT})
    content = bytearray(path.read_bytes())
    directory = content.index(b"PK\x01\x02")
    struct.pack_into("<H", content, directory + 8, 1)
    path.write_bytes(content)
    assert "protected by a password" in refused(path)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.xml", b"", "“a.xml” is not an export that can be read here: it is empty."),
        ("a.xml", b"  \n", "“a.xml” is not an export that can be read here: it is empty."),
        ("a.xml", b"hello", "“a.xml” is not an export that can be read here: it is not XML."),
        ("a.xml", b"<feed", "“a.xml” is not an export that can be read here: none of its 0 entries is Blogger's."),
        ("a.html", b"<!DOCTYPE html><p>x", "“a.html” is not an export that can be read here: it is a web page."),
        ("a.html", b"<HTML><p>x", "“a.html” is not an export that can be read here: it is a web page."),
        ("a.xml", b"<rss><channel/></rss>", "“a.xml” is not an export that can be read here: its root element is"
         " <rss>, not <feed>; it looks like a WordPress export."),
        ("a.json", b"[1, 2", "“a.json” is not an export that can be read here: it is not JSON."),
        ("a.json", b"[" * 100_000, "“a.json” is not an export that can be read here: it is not JSON."),
        ("a.json", b'{"items": [{"a": 1}]}', "“a.json” is not an export that can be read here: it is JSON, but holds"
         " no posts as Blogger's API gives them."),
        ("a.tgz", b"\x1f\x8b\x08", "“a.tgz” is not an export that can be read here: it is packed, but not as a ZIP;"
         " unpack it and name the folder."),
        ("a.zip", b"PK\x03\x04 no more", "“a.zip” is damaged and cannot be read: File is not a zip file."
         " Fetch the export again."),
    ],
)  # fmt: skip
def test_what_is_no_export_is_refused_in_one_line(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(content)
    assert refused(tmp_path / name) == message


def test_what_is_not_there_and_what_holds_no_feed(tmp_path: Path, make_zip: ZipMaker) -> None:
    assert refused(tmp_path / "none.xml").endswith("there is no such file or folder.")
    assert refused(make_zip({"a.txt": b"x"})).endswith("it holds no feed of a blog.")
    (tmp_path / "empty").mkdir()
    assert refused(tmp_path / "empty").endswith("it holds no feed of a blog.")


def test_a_feed_of_something_else_is_no_export(tmp_path: Path) -> None:
    (tmp_path / "podcast.xml").write_text("<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>x</id></entry></feed>")
    assert refused(tmp_path / "podcast.xml").endswith("none of its 1 entries is Blogger's.")


@pytest.mark.parametrize(
    ("stored", "wanted"),
    [
        ("IMG_01.jpg", "IMG_01.jpg"),
        ("img_01.JPG", "IMG_01.jpg"),
        ("The Hall.jpg", "The%20Hall.jpg"),
        ("The Hall.jpg", "The+Hall.jpg"),
        ("The_Hall.jpg", "The Hall.jpg"),
        ("photo(1).jpg", "photo.jpg"),
        ("photo.jpg", "photo (2).jpg"),
        ("Cafe\u0301.jpg", "Café.jpg"),
        ("photo.jpg", "photo.jpg=s640"),
    ],
)
def test_a_photo_is_found_though_its_name_was_changed(make_zip: ZipMaker, stored: str, wanted: str) -> None:
    found = read_archive(make_zip({FEED: TAKEOUT, f"{ALBUM}/{stored}": b"bytes"}), LossReport())
    assert read_photo(found, image(wanted)) == b"bytes"


def test_the_exact_name_goes_before_a_similar_one(make_zip: ZipMaker) -> None:
    both = {f"{ALBUM}/photo.jpg": b"one", f"{ALBUM}/photo(1).jpg": b"two"}
    found = read_archive(make_zip({FEED: TAKEOUT, **both}), LossReport())
    assert read_photo(found, image("photo.jpg")) == b"one"
    assert read_photo(found, image("photo(1).jpg", "photo.jpg")) == b"two"


def test_of_two_different_photos_of_one_name_neither_is_taken(make_zip: ZipMaker) -> None:
    files = {f"{ALBUM}/photo.jpg": b"one", "Takeout/Blogger/Albums/Other/photo.jpg": b"two"}
    found = read_archive(make_zip({FEED: TAKEOUT, **files}), LossReport())
    assert read_photo(found, image("photo.jpg")) is None
    same = {name: b"same" for name in files}
    assert read_photo(read_archive(make_zip({FEED: TAKEOUT, **same}), LossReport()), image("photo.jpg")) == b"same"


def test_photos_may_lie_in_a_folder_of_their_own(tmp_path: Path, report: LossReport) -> None:
    (tmp_path / "the-hall.jpg").write_bytes(b"bytes")
    found = read_archive(ARCHIVES / "classic.xml", report, tmp_path)
    assert read_photo(found, found.blogs[0].posts[0].images[0]) == b"bytes"
    assert read_photo(found, image("other.jpg")) is None


def test_a_photo_may_be_written_into_its_own_address(report: LossReport) -> None:
    found = read_archive(ARCHIVES / "classic.xml", report)
    assert read_photo(found, image(address="data:image/png;base64,aGVsbG8=")) == b"hello"
    assert read_photo(found, image(address="data:image/svg+xml,%3Csvg/%3E")) == b"<svg/>"
    assert read_photo(found, image(address="data:nothing")) is None


def test_a_photo_that_is_too_large_is_not_read(make_zip: ZipMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    found = read_archive(make_zip({FEED: TAKEOUT, f"{ALBUM}/photo.jpg": b"12345"}), LossReport())
    monkeypatch.setattr(photos, "MAX_PHOTO_BYTES", 4)
    assert read_photo(found, image("photo.jpg")) is None


def test_a_damaged_photo_does_not_end_the_import(make_zip: ZipMaker) -> None:
    path = make_zip({FEED: TAKEOUT, f"{ALBUM}/photo.jpg": b"12345" * 100})
    content = path.read_bytes()
    at = content.index(b"photo.jpg") + len("photo.jpg")
    path.write_bytes(content[:at] + b"\xff\xff\xff" + content[at + 3 :])
    assert read_photo(read_archive(path, LossReport()), image("photo.jpg")) is None


ATTEMPTS = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def only_refusals(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    try:
        read_archive(path, LossReport())
    except Refusal as refusal:
        assert refusal.message and "\n" not in refusal.message  # noqa: PT017, PT018


@ATTEMPTS
@given(
    content=st.binary(max_size=400),
    start=st.sampled_from([b"", b"PK\x03\x04", b"<feed>", b"<?xml ", b"{", b"\xff\xfe"]),
)
def test_any_bytes_are_read_or_refused(tmp_path: Path, start: bytes, content: bytes) -> None:
    only_refusals(tmp_path / "any", start + content)


@ATTEMPTS
@given(data=st.data(), source=st.sampled_from(["zip", "classic", "takeout", "json"]))
def test_a_damaged_export_is_read_or_refused(tmp_path: Path, data: st.DataObject, source: str) -> None:
    sources = {
        "zip": lambda: _zipped(tmp_path),
        "classic": (ARCHIVES / "classic.xml").read_bytes,
        "takeout": lambda: TAKEOUT,
        "json": (ARCHIVES / "api-v3.json").read_bytes,
    }
    content = bytearray(sources[source]())
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at : at + data.draw(st.integers(0, 30))] = data.draw(st.binary(max_size=12))
    only_refusals(tmp_path / "damaged", bytes(content))


@ATTEMPTS
@given(
    value=st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["kind", "items", "id", "title", "content", "published", "author", "labels", "replies",
                             "url", "blog", "displayName", "totalItems"]),
            inner | st.just("blogger#post"),
        ),
    )
)  # fmt: skip
def test_any_json_is_read_or_refused(tmp_path: Path, value: object) -> None:
    only_refusals(tmp_path / "a.json", json.dumps([value]).encode())


def _zipped(folder: Path) -> bytes:
    with zipfile.ZipFile(folder / "made.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(FEED, TAKEOUT)
        packed.writestr(f"{ALBUM}/photo.jpg", b"12345")
    return (folder / "made.zip").read_bytes()


def test_refusals_are_of_the_tree() -> None:
    assert issubclass(NotAnExport, Refusal)
    assert issubclass(UnsafeArchive, Refusal)
