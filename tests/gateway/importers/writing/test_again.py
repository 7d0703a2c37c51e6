"""Importing again: nothing twice, nothing that was worked on here overwritten, and nothing half."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from gateway.importers import LossReport, read_archive
from gateway.importers.writing import ImportRunning, NotImported, import_archive
from gateway.importers.writing.texts import CHANGED_HERE, IN_THE_BIN
from gateway.outside.storage import LocalStorage, MemoryStorage
from schema.change import begin_change
from schema.comments.models import Comment
from schema.context import SYSTEM, Role
from schema.media.models import Photo
from schema.posts import services
from schema.posts.models import Placement, Post, PublicationState, Revision, Translation
from tests.gateway.importers.writing.blogs import NOW, Blog, Entry, comment, figures, photo, picture
from tests.makers.accounts import as_actor, make_actor
from tests.makers.history import everything, row_counts
from tests.makers.posts import body

POST = Entry(7, photo("quay.jpg", "The quay", "A quay at dusk."), labels=["Harbour"])
THREAD = [comment(1, 7), comment(2, 7, "And on Sundays?", answers=1)]


async def standing(blog: Blog) -> dict[str, str]:
    async with blog.sessions() as db:
        return await everything(db)


async def test_the_same_again_changes_no_row(blog: Blog) -> None:
    await blog.read_in(POST, *THREAD, photos={"quay.jpg": picture()})
    before = await standing(blog)
    result = await blog.run(POST, *THREAD, photos={"quay.jpg": picture()})
    assert await standing(blog) == before
    assert not result.blogs[0].is_new
    for kind in ("post", "comment", "photo", "placement", "redirect", "tag", "person"):
        read, written, unchanged, skipped = figures(result.report, kind)
        assert (read, written, skipped) == (unchanged, 0, 0)
        assert read > 0


async def test_without_the_albums_the_same_again_changes_no_row(blog: Blog) -> None:
    await blog.read_in(POST, photos={"quay.jpg": picture()})
    before = await standing(blog)
    report = await blog.read_in(POST)
    assert await standing(blog) == before
    assert figures(report, "placement") == (1, 0, 1, 0)


async def test_a_trial_changes_no_row_and_tells_the_same(blog: Blog) -> None:
    before = await standing(blog)
    entries = [POST, *THREAD, Entry(8, photo("lost.jpg", "Lost")), Entry(9, trashed="2026-03-03T00:00:00Z")]
    trial = await blog.run(*entries, photos={"quay.jpg": picture()}, is_dry_run=True)
    assert await standing(blog) == before
    assert blog.storage.files == {}  # type: ignore[attr-defined]
    assert trial.is_dry_run
    real = await blog.run(*entries, photos={"quay.jpg": picture()})
    assert trial.report.as_json() == real.report.as_json()
    assert trial.blogs == real.blogs
    assert await standing(blog) != before


async def test_what_changed_there_and_was_never_touched_here_is_published_anew(blog: Blog) -> None:
    await blog.read_in(Entry(7, "<p>Nine.</p>"))
    report = await blog.read_in(Entry(7, "<p>Ten.</p>", updated="2026-04-01T08:00:00Z"))
    assert figures(report, "post") == (1, 1, 0, 0)
    async with blog.sessions() as db:
        translation = (await db.scalars(select(Translation))).one()
        first_published_at = await db.scalar(select(Post.first_published_at))
        revisions = list(await db.scalars(select(Revision.event).order_by(Revision.number)))
    assert translation.plain_text == "Ten."
    assert translation.state is PublicationState.LIVE
    assert translation.published_at == datetime(2026, 4, 1, 8, tzinfo=UTC)
    assert first_published_at == datetime(2026, 3, 1, 9, tzinfo=UTC)
    assert revisions == ["post.created", "post.published", "post.draft_saved", "post.published"]
    before = await standing(blog)
    await blog.read_in(Entry(7, "<p>Ten.</p>", updated="2026-04-01T08:00:00Z"))
    assert await standing(blog) == before


async def test_a_draft_that_went_out_there_goes_out_here(blog: Blog) -> None:
    await blog.read_in(Entry(7, status="DRAFT"))
    await blog.read_in(Entry(7))
    async with blog.sessions() as db:
        post = (await db.scalars(select(Post))).one()
    assert post.state is PublicationState.LIVE


async def test_what_was_worked_on_here_stays_as_it_is(blog: Blog) -> None:
    await blog.read_in(Entry(7, "<p>Nine.</p>"))
    async with begin_change(blog.sessions, SYSTEM, NOW) as change:
        editor = await make_actor(change, Role.EDITOR, blog.mission)
        post = (await change.db.scalars(select(Post))).one()
        await services.save_draft(
            as_actor(change, editor), post_id=post.id, base_revision=2, body=body("Half past nine.")
        )
    before = await standing(blog)
    report = await blog.read_in(Entry(7, "<p>Ten.</p>"))
    assert await standing(blog) == before
    assert report.counts["post"].skipped == {CHANGED_HERE: 1}
    assert report.warnings == [("Opening hours", CHANGED_HERE)]


async def test_what_was_taken_back_here_stays_taken_back(blog: Blog) -> None:
    await blog.read_in(Entry(7, "<p>Nine.</p>"))
    async with begin_change(blog.sessions, SYSTEM, NOW) as change:
        post = (await change.db.scalars(select(Post))).one()
        await services.unpublish_post(change, post_id=post.id, reason="Not so")
    report = await blog.read_in(Entry(7, "<p>Ten.</p>"))
    async with blog.sessions() as db:
        assert await db.scalar(select(Post.state)) is PublicationState.UNPUBLISHED
    assert ("Opening hours", "it is public there and was taken back here; it stays taken back") in report.warnings


async def test_what_went_into_the_bin_there_is_still_here_and_told_of(blog: Blog) -> None:
    await blog.read_in(Entry(7))
    report = await blog.read_in(Entry(7, trashed="2026-05-01T00:00:00Z"))
    assert report.counts["post"].skipped == {IN_THE_BIN: 1}
    assert [what for _, what in report.warnings] == [
        "it was imported before and is in the wastebasket there now; it is still here"
    ]


async def test_what_is_not_public_there_any_more_is_told_of(blog: Blog) -> None:
    await blog.read_in(Entry(7, "<p>Nine.</p>"))
    report = await blog.read_in(Entry(7, "<p>Nine.</p>", status="DRAFT"))
    assert ("Opening hours", "it is not public there any more; it is still public here") in report.warnings


async def test_new_comments_join_their_thread(blog: Blog) -> None:
    await blog.read_in(POST, *THREAD)
    report = await blog.read_in(POST, *THREAD, comment(3, 7, "On Sundays too.", answers=2))
    assert figures(report, "comment") == (3, 1, 2, 0)
    async with blog.sessions() as db:
        assert list(await db.scalars(select(Comment.depth).order_by(Comment.depth))) == [1, 2, 3]


async def test_a_comment_that_was_removed_there_stays_here_and_is_told_of(blog: Blog) -> None:
    await blog.read_in(POST, *THREAD)
    report = await blog.read_in(POST, THREAD[0], comment(2, 7, "And on Sundays?", trashed="2026-05-01T00:00:00Z"))
    assert figures(report, "comment") == (2, 0, 1, 1)
    assert ("Opening hours", "a comment by João changed there") in report.warnings


async def test_a_picture_that_is_found_later_takes_its_place(blog: Blog) -> None:
    report = await blog.read_in(POST)
    assert figures(report, "placement") == (1, 0, 0, 1)
    report = await blog.read_in(POST, photos={"quay.jpg": picture()})
    assert figures(report, "placement") == (1, 1, 0, 0)
    async with blog.sessions() as db:
        placement = (await db.scalars(select(Placement))).one()
        assert (placement.caption_text, placement.alternative_text) == ("The quay", "A quay at dusk.")
        assert await db.scalar(select(Translation.plain_text)) == "The quay"


async def test_a_new_translation_joins_its_original(blog: Blog) -> None:
    original = Entry(7, filename="/2026/03/hours.html")
    await blog.read_in(original)
    labels = ["lang:pt", "translation-of:/2026/03/hours.html"]
    report = await blog.read_in(original, Entry(8, "<p>Às nove.</p>", title="Horário", labels=labels))
    async with blog.sessions() as db:
        assert await db.scalar(select(func.count()).select_from(Post)) == 1
        assert set(await db.scalars(select(Translation.locale))) == {"en", "pt"}
    assert [what for where, what in report.warnings if where == "Horário"] == [
        "it is a new translation of a post that is here already: look at that post's bylines and topics"
    ]


async def test_a_translation_into_a_language_that_was_added_here_stands_alone(blog: Blog) -> None:
    original = Entry(7, filename="/2026/03/hours.html")
    await blog.read_in(original)
    async with begin_change(blog.sessions, SYSTEM, NOW) as change:
        post = (await change.db.scalars(select(Post))).one()
        await services.add_translation(change, post_id=post.id, locale="pt", title="Horário")
    labels = ["lang:pt", "translation-of:/2026/03/hours.html"]
    report = await blog.read_in(original, Entry(8, "<p>Às nove.</p>", title="Horário", labels=labels))
    assert figures(report, "post") == (2, 1, 1, 0)
    assert report.warnings == [("Horário", "the post it translates has a text in “pt” already; it stands alone")]


async def test_an_answer_finds_no_parent_under_another_post(blog: Blog) -> None:
    await blog.read_in(Entry(7), Entry(8), comment(1, 7))
    report = await blog.read_in(Entry(7), Entry(8), comment(1, 8), comment(2, 8, answers=1))
    assert figures(report, "comment") == (2, 1, 1, 0)
    async with blog.sessions() as db:
        assert list(await db.scalars(select(Comment.depth))) == [1, 1]


async def test_a_refusal_nobody_foresaw_names_the_post_and_leaves_nothing(blog: Blog) -> None:
    before = await standing(blog)
    blog.destination = {"locale": "no language"}
    with pytest.raises(NotImported) as caught:
        await blog.read_in(Entry(6, photo("quay.jpg")), photos={"quay.jpg": picture()})
    assert caught.value.message.startswith("“Opening hours” could not be imported, and so nothing of its blog was. ")
    assert await standing(blog) == before
    assert blog.storage.files == {}  # type: ignore[attr-defined]


@pytest.mark.parametrize("stage", ["pictures", "photos", "posts", "comments", "old paths"])
async def test_a_crash_at_any_stage_leaves_nothing(blog: Blog, stage: str, tmp_path: Path) -> None:
    blog.storage = LocalStorage(tmp_path / "media")
    before = await standing(blog)

    def crash(what: str, done: int, total: int) -> None:
        if what == stage and done == total:
            raise RuntimeError("the power went")

    with pytest.raises(RuntimeError, match="the power went"):
        await blog.read_in(POST, *THREAD, photos={"quay.jpg": picture()}, progress=crash)
    assert await standing(blog) == before
    assert [path for path in (tmp_path / "media").rglob("*") if path.is_file()] == []
    report = await blog.read_in(POST, *THREAD, photos={"quay.jpg": picture()})
    assert figures(report, "comment") == (2, 2, 0, 0)


async def test_a_crash_spares_the_files_that_were_there_before(blog: Blog) -> None:
    await blog.read_in(POST, photos={"quay.jpg": picture()})
    files = dict(blog.storage.files)  # type: ignore[attr-defined]
    other = Entry(8, photo("quay-again.jpg") + photo("new.jpg"))

    def crash(what: str, done: int, total: int) -> None:
        if what == "posts":
            raise RuntimeError("the power went")

    photos = {"quay.jpg": picture(), "quay-again.jpg": picture(), "new.jpg": picture(9)}
    with pytest.raises(RuntimeError, match="the power went"):
        await blog.read_in(POST, other, photos=photos, progress=crash)
    assert blog.storage.files == files  # type: ignore[attr-defined]


class FullStorage(MemoryStorage):
    """Has room for one file."""

    async def put(self, content: bytes, media_type: str) -> tuple[str, bool]:
        if self.files:
            raise OSError(28, "No space left on device")
        return await super().put(content, media_type)


async def test_a_full_disk_leaves_nothing(blog: Blog) -> None:
    before = await standing(blog)
    blog.storage = storage = FullStorage()
    with pytest.raises(OSError, match="No space left"):
        await blog.read_in(Entry(7, photo("a.jpg") + photo("b.jpg")), photos={"a.jpg": picture(1), "b.jpg": picture(2)})
    assert await standing(blog) == before
    assert storage.files == {}


async def test_only_one_import_runs_at_a_time(blog: Blog) -> None:
    async with blog.sessions() as db:
        await db.execute(text("select pg_advisory_xact_lock(7205759404)"))
        with pytest.raises(ImportRunning):
            await blog.read_in(POST)
    assert (await blog.run(POST)).blogs[0].is_new


async def test_a_blog_without_a_destination_is_counted_as_left_out(blog: Blog, tmp_path: Path) -> None:
    await blog.read_in(POST, *THREAD, photos={"quay.jpg": picture()})
    report = LossReport()
    archive = read_archive(tmp_path / "takeout.zip", report)
    async with blog.sessions() as db:
        before = await row_counts(db)
    result = await import_archive(blog.sessions, blog.storage, archive, lambda _: None, report=report)
    assert result.blogs == ()
    assert {kind: count.skipped.total() for kind, count in report.counts.items() if count.read} == {
        kind: count.read for kind, count in report.counts.items() if count.read
    }
    async with blog.sessions() as db:
        assert await row_counts(db) == before
        assert await db.scalar(select(func.count()).select_from(Photo)) == 1
