"""Where pictures come from, what is kept of them, and what is kept in the place of those that are lost."""

import base64
import zipfile
from collections import Counter
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from sqlalchemy import select

from gateway.importers import LossReport, read_archive
from gateway.importers.writing import Destination, import_archive
from gateway.importers.writing.converting import NO_ALTERNATIVE
from gateway.importers.writing.gathering import NOT_CERTAIN, NOT_FOUND, UNREADABLE
from gateway.outside.fetching import NotFetched
from schema.media.models import Photo
from schema.posts.models import AlternativeChoice, Placement, PublicationState, Translation
from tests.gateway.importers.writing.blogs import BLOG, FEED, HOST, NOW, Blog, Entry, figures, photo, picture, told

SAMPLES = Path(__file__).parents[4].parent / "shared" / "samples" / "blogger"
needs_samples = pytest.mark.skipif(not SAMPLES.is_dir(), reason="export files written by others are not here")


class FakeFetch:
    """Answers from a table, and notes who was asked."""

    def __init__(self, answers: Mapping[str, bytes]) -> None:
        self.answers, self.asked = answers, list[str]()

    async def __call__(self, address: str) -> bytes:
        self.asked.append(address)
        if address in self.answers:
            return self.answers[address]
        raise NotFetched(address=address, reason="its host answered 404")


async def blocks(blog: Blog) -> list[dict[str, Any]]:
    """The blocks of the only post."""
    async with blog.sessions() as db:
        content: list[dict[str, Any]] = (await db.scalars(select(Translation.body))).one()["content"]
    return content


async def placements(blog: Blog) -> list[Placement]:
    async with blog.sessions() as db:
        return list(await db.scalars(select(Placement).order_by(Placement.position)))


async def test_a_photo_is_shown_with_its_caption_and_what_is_said_in_its_place(blog: Blog) -> None:
    html = photo("quay.jpg", "The <i>quay</i> at <a href='https://e.example/'>dusk</a>", "A quay.")
    report = await blog.read_in(Entry(7, html), photos={"quay.jpg": picture()})
    (shown,) = await placements(blog)
    assert shown.caption_html == 'The <em>quay</em> at <a href="https://e.example/" rel="noopener">dusk</a>'
    assert (shown.alternative, shown.alternative_text) == (AlternativeChoice.DESCRIBED, "A quay.")
    assert figures(report, "placement") == figures(report, "photo") == (1, 1, 0, 0)
    assert report.losses == []


async def test_a_photo_nobody_described_goes_out_undescribed_and_is_told_of(blog: Blog) -> None:
    report = await blog.read_in(Entry(7, photo("quay.jpg", "The quay")), photos={"quay.jpg": picture()})
    (shown,) = await placements(blog)
    assert (shown.alternative, shown.alternative_text) == (None, None)
    assert told(report, "placement") == [(NO_ALTERNATIVE, "quay.jpg")]
    async with blog.sessions() as db:
        assert await db.scalar(select(Translation.state)) is PublicationState.LIVE


async def test_a_lost_picture_leaves_its_caption_in_the_text_and_all_its_words_in_the_report(blog: Blog) -> None:
    caption = "The <b>quay</b> at <a href='https://e.example/'>dusk</a>"
    report = await blog.read_in(Entry(7, f"<p>Before</p>{photo('quay.jpg', caption, 'A quay.')}<p>After</p>"))
    before, kept, after = await blocks(blog)
    assert [block["type"] for block in (before, kept, after)] == ["paragraph"] * 3
    assert "".join(node["text"] for node in kept["content"]) == "The quay at dusk"
    marks = [{mark["type"] for mark in node["marks"]} for node in kept["content"]]
    assert marks == [{"emphasis"}, {"emphasis", "strong"}, {"emphasis"}, {"emphasis", "link"}]
    assert told(report, "placement") == [
        (NOT_FOUND, "quay.jpg · caption: “The quay at dusk” · alternative text: “A quay.”")
    ]
    assert figures(report, "placement") == figures(report, "photo") == (1, 0, 0, 1)


async def test_a_lost_picture_without_words_leaves_nothing(blog: Blog) -> None:
    report = await blog.read_in(Entry(7, f"<p>Before</p>{photo('quay.jpg')}"))
    assert [block["type"] for block in await blocks(blog)] == ["paragraph"]
    assert told(report, "placement") == [(NOT_FOUND, "quay.jpg")]


async def test_a_gallery_keeps_the_photos_that_are_there(blog: Blog) -> None:
    images = "".join(f'<img src="{HOST}/s1600/{name}.jpg" alt="{name}">' for name in ("a", "b", "c"))
    report = await blog.read_in(
        Entry(7, f'<div class="gallery">{images}</div>'), photos={"a.jpg": picture(1), "c.jpg": picture(2)}
    )
    (gallery,) = await blocks(blog)
    assert gallery["type"] == "gallery"
    assert [one["attrs"]["alternativeText"] for one in gallery["content"]] == ["a", "c"]
    assert told(report, "placement") == [(NOT_FOUND, "b.jpg · alternative text: “b”")]


async def test_one_file_under_two_names_is_one_photo(blog: Blog) -> None:
    html = photo("a.jpg", alt="a") + photo("b.jpg", alt="b") + photo("a.jpg", alt="again")
    report = await blog.read_in(Entry(7, html), photos={"a.jpg": picture(), "b.jpg": picture()})
    assert [shown.alternative_text for shown in await placements(blog)] == ["a", "b", "again"]
    assert len({shown.photo_id for shown in await placements(blog)}) == 1
    assert figures(report, "photo") == (2, 1, 1, 0)
    assert figures(report, "placement") == (3, 3, 0, 0)


async def test_of_two_files_of_one_name_neither_is_taken(blog: Blog) -> None:
    photos = {"quay.jpg": picture(1), "other/quay.jpg": picture(200)}
    report = await blog.read_in(Entry(7, photo("quay.jpg", "The quay")), photos=photos)
    assert told(report, "placement") == [(NOT_CERTAIN, "quay.jpg · caption: “The quay”")]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"<svg/>", "“quay.jpg” is an SVG drawing, which can carry programs and is not kept. Save it as PNG or WebP."),
        (picture()[:200], "“quay.jpg” is damaged or cut off and cannot be shown. Fetch the original again."),
        (b"", "“quay.jpg” is not a picture that can be kept. Use JPEG, PNG, WebP, GIF or AVIF."),
    ],
)
async def test_a_file_that_cannot_be_kept_is_told_of_in_its_own_sentence(
    blog: Blog, content: bytes, sentence: str
) -> None:
    report = await blog.read_in(Entry(7, photo("quay.jpg", "The quay")), photos={"quay.jpg": content})
    assert told(report, "placement") == [("its file cannot be kept", f"quay.jpg · {sentence} · caption: “The quay”")]
    assert report.counts["photo"].skipped == {"its file cannot be kept": 1}
    assert blog.storage.files == {}  # type: ignore[attr-defined]


async def test_a_file_beyond_the_limit_is_told_of(blog: Blog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gateway.importers.photos.MAX_PHOTO_BYTES", 10)
    report = await blog.read_in(Entry(7, photo("quay.jpg")), photos={"quay.jpg": picture()})
    assert told(report, "placement") == [(UNREADABLE, "quay.jpg")]


async def test_where_it_was_taken_is_not_stored(blog: Blog) -> None:
    tags = Image.Exif()
    tags[0x013B] = "Adaeze Okafor"
    tags[0x0112] = 6
    file = BytesIO()
    Image.new("RGB", (30, 20)).save(file, "JPEG", exif=tags)
    await blog.read_in(Entry(7, photo("quay.jpg")), photos={"quay.jpg": file.getvalue()})
    async with blog.sessions() as db:
        stored = (await db.scalars(select(Photo))).one()
    content = await blog.storage.read(stored.storage_key)
    assert b"Okafor" not in content
    assert (stored.width, stored.height, stored.size_bytes) == (20, 30, len(content))


async def test_a_picture_written_into_the_text_is_kept(blog: Blog) -> None:
    address = "data:image/jpeg;base64," + base64.b64encode(picture()).decode()
    report = await blog.read_in(Entry(7, f'<p>Look:</p><img src="{address}" alt="A quay.">'))
    assert [shown.alternative_text for shown in await placements(blog)] == ["A quay."]
    async with blog.sessions() as db:
        assert await db.scalar(select(Photo.file_name)) == "picture"
    assert report.losses == []


async def test_nobody_is_asked_for_pictures_that_are_there(blog: Blog) -> None:
    fetch = FakeFetch({})
    await blog.read_in(Entry(7, photo("quay.jpg")), photos={"quay.jpg": picture()}, fetch=fetch)
    assert fetch.asked == []


async def test_a_missing_picture_is_fetched_in_full_size_when_that_was_asked_for(blog: Blog) -> None:
    elsewhere = "http://e.example/pier.jpg"
    fetch = FakeFetch({f"{HOST}/s0/quay.jpg": picture(1), "https://e.example/pier.jpg": picture(2)})
    html = photo("quay.jpg", "The quay") + f'<img src="{elsewhere}">' + photo("gone.jpg", "Gone")
    report = await blog.read_in(Entry(7, html), fetch=fetch)
    assert Counter(fetch.asked) == Counter([*fetch.answers, f"{HOST}/s0/gone.jpg"])
    assert figures(report, "photo") == (3, 2, 0, 1)
    ((what, detail),) = [loss for loss in told(report, "placement") if loss[0] != NO_ALTERNATIVE]
    assert what == "its file could not be fetched"
    assert "its host answered 404" in detail
    assert "caption: “Gone”" in detail
    again = FakeFetch(fetch.answers)
    await blog.read_in(Entry(7, html), fetch=again)
    assert again.asked == [f"{HOST}/s0/gone.jpg"]


async def test_photos_may_lie_in_a_folder_beside_the_archive(blog: Blog, tmp_path: Path) -> None:
    folder = tmp_path / "photos"
    folder.mkdir()
    (folder / "quay.jpg").write_bytes(picture())
    feed = FEED.format(id=BLOG, title="A blog", entries=Entry(7, photo("quay.jpg", alt="A quay.")).xml())
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as packed:
        packed.writestr("feed.atom", feed)
    report = LossReport()
    archive = read_archive(tmp_path / "export.zip", report, folder)
    destination = Destination(blog.mission.id)
    await import_archive(blog.sessions, blog.storage, archive, lambda _: destination, report=report, now=NOW)
    assert figures(report, "placement") == (1, 1, 0, 0)


async def test_a_picture_the_reader_passed_over_is_counted(blog: Blog) -> None:
    """Only an address for later, which the page's program would have put in."""
    report = await blog.read_in(Entry(7, '<p>Look:</p><img data-src="https://e.example/later.jpg" alt="Later.">'))
    assert report.is_balanced
    assert told(report, "placement") == [(NOT_FOUND, "https://e.example/later.jpg · alternative text: “Later.”")]


@needs_samples
async def test_a_classic_export_of_somebody_else(blog: Blog) -> None:
    report = LossReport()
    archive = read_archive(SAMPLES / "classic-2008.xml", report)
    destination = Destination(blog.mission.id)
    await import_archive(blog.sessions, blog.storage, archive, lambda _: destination, report=report, now=NOW)
    assert {kind: figures(report, kind) for kind, count in report.counts.items() if count.read} == {
        "post": (4, 4, 0, 0), "comment": (3, 3, 0, 0), "person": (1, 1, 0, 0), "redirect": (8, 8, 0, 0),
        "setting": (47, 0, 0, 47), "template": (1, 0, 0, 1), "tag": (4, 4, 0, 0), "photo": (1, 0, 0, 1),
        "placement": (1, 0, 0, 1),
    }  # fmt: skip


@needs_samples
async def test_an_answer_of_the_interface_of_somebody_else(blog: Blog) -> None:
    report = LossReport()
    archive = read_archive(SAMPLES / "api-v3.json", report)
    destination = Destination(blog.mission.id)
    await import_archive(blog.sessions, blog.storage, archive, lambda _: destination, report=report, now=NOW)
    assert report.counts["post"].written == report.counts["post"].read > 0
