from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from gateway.importers import read_archive
from gateway.importers.records import ForeignArchive, ForeignPost, kind_of
from gateway.importers.report import Loss, LossReport

ARCHIVES = Path(__file__).parent / "archives"
SAMPLES = Path(__file__).parents[3].parent / "shared" / "samples" / "blogger"

needs_samples = pytest.mark.skipif(not SAMPLES.is_dir(), reason="export files written by others are not here")


def entry(number: int, kind: str = "POST", **fields: str) -> str:
    """One entry of a Takeout feed."""
    values = {"title": f"Post {number}", "content": "Text.", "published": "2026-01-02T03:04:05Z"} | fields
    extra = values.pop("extra", "")
    title, content = values["title"], values["content"]
    return (
        f"<entry><id>tag:blogger.com,1999:blog-1.post-{number}</id><blogger:type>{kind}</blogger:type>"
        f"<blogger:status>{values.get('status', 'LIVE')}</blogger:status><title>{title}</title>"
        f"<author><name>{values.get('author', 'A')}</name></author><published>{values['published']}</published>"
        f"<content type='html'>{content}</content>{extra}</entry>"
    )


@pytest.fixture
def read(tmp_path: Path, report: LossReport) -> Callable[..., ForeignArchive]:
    """Read a Takeout feed made of the given entries."""

    def read(*entries: str) -> ForeignArchive:
        path = tmp_path / "feed.atom"
        text = "".join(entries)
        path.write_text(
            "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'>"
            f"<id>tag:blogger.com,1999:blog-1</id><title>B</title>{text}</feed>",
            encoding="utf-8",
        )
        return read_archive(path, report)

    return read


def by_key(archive: ForeignArchive, key: str) -> ForeignPost:
    return next(post for blog in archive.blogs for post in blog.posts if post.key == key)


def test_a_classic_backup(classic: ForeignArchive) -> None:
    (blog,) = classic.blogs
    assert (blog.key, blog.title, blog.language) == ("700", "Embassy in Lisbon", "pt-PT")
    assert [(post.key, kind_of(post)) for post in blog.posts] == [("11", "post"), ("12", "draft"), ("13", "page")]
    assert [(comment.key, comment.parent_key) for comment in blog.comments] == [
        ("21", None),
        ("22", "21"),
        ("23", None),
    ]
    assert blog.skipped == (("setting", 2), ("template", 1))


def test_a_classic_post_in_every_field(classic: ForeignArchive) -> None:
    post = by_key(classic, "11")
    assert post.title == "A workshop on digital diplomacy"
    assert post.html == (
        '<p>Opening words.</p><figure><img src="https://1.bp.blogspot.com/-a/b/s0/The%20Hall.JPG">'
        "<figcaption>The hall, <i>full</i></figcaption></figure><br>Closing words."
    )
    assert post.excerpt_html == "<p>Opening words.</p>"
    assert (post.language, post.labels, post.location) == ("pt", ("Workshop",), "Lisbon, Portugal")
    assert (post.old_paths, post.slug_hint) == (("/2012/03/workshop.html",), "workshop")
    assert post.published_at == datetime(2012, 3, 5, 8, 30, tzinfo=UTC)
    assert post.updated_at == datetime(2012, 3, 6, 9, 0, tzinfo=UTC)
    assert post.expected_comments == 4


def test_the_losses_of_a_classic_backup_in_their_own_words(classic: ForeignArchive, report: LossReport) -> None:
    title = "A workshop on digital diplomacy"
    lost = {(loss.kind, loss.where, loss.detail) for loss in report.losses}
    assert lost == {
        ("post", title, "http://lisbon.example/speech.mp3"),
        ("comment", title, "A title of its own"),
        ("comment", title, "Rui: An answer to something deleted."),
        ("comment", title, "4 announced, 3 found"),
        ("comment", "Rui", "Under a post that is gone."),
        ("comment", "Embassy in Lisbon", "3 of 4"),
        ("comment", "Embassy in Lisbon", "1 of 4"),
        ("person", "Inês Sá", ""),
    }


def test_no_address_of_a_person_is_kept_anywhere(classic: ForeignArchive, report: LossReport) -> None:
    assert classic.blogs[0].people[0].has_address
    assert "@" not in repr(classic) + str(report.as_json())
    assert "profile/" not in repr(classic) + str(report.as_json())


def test_a_takeout_folder(takeout: ForeignArchive, report: LossReport) -> None:
    (blog,) = takeout.blogs
    assert (blog.key, blog.title, blog.language) == ("800", "Embassy in Rabat", None)
    assert [kind_of(post) for post in blog.posts] == ["post", "post", "post", "draft", "page"]
    assert report.counts["comment"].read == 3
    assert not report.recoveries


def test_labels_in_one_term_a_line_each(takeout: ForeignArchive) -> None:
    post = by_key(takeout, "31")
    assert (post.labels, post.language) == (("Speeches", "Digital diplomacy"), "en")


def test_a_translation_names_its_original_by_path(takeout: ForeignArchive) -> None:
    assert by_key(takeout, "32").translation_of == "/2026/06/more-independence.html"
    assert by_key(takeout, "32").language == "fr"
    assert by_key(takeout, "32").labels == ("Discours",)


def test_what_was_thrown_away_is_marked_though_it_says_live(takeout: ForeignArchive) -> None:
    assert [post.key for post in takeout.blogs[0].posts if post.is_trashed] == ["33"]


def test_an_empty_draft(takeout: ForeignArchive) -> None:
    draft = by_key(takeout, "34")
    assert (draft.title, draft.html, draft.old_paths, draft.slug_hint) == ("", "", (), None)
    assert draft.published_at == datetime(2026, 6, 18, 8, tzinfo=UTC)


def test_a_comment_may_stand_before_the_one_it_answers(takeout: ForeignArchive) -> None:
    comments = {comment.key: comment for comment in takeout.blogs[0].comments}
    assert comments["42"].parent_key == "41"
    assert comments["41"].is_anonymous
    assert not comments["42"].is_anonymous
    assert comments["43"].status == "spam"


def test_the_api_shape(report: LossReport) -> None:
    (blog,) = read_archive(ARCHIVES / "api-v3.json", report).blogs
    assert [person.name for person in blog.people] == ["Press & Culture"]
    assert blog.posts[0].published_at == datetime(2019, 6, 20, 4, 32, tzinfo=UTC)
    assert blog.posts[0].old_paths == ("/2019/06/a-visit.html",)
    assert report.losses == [
        Loss("comment", "A visit", "comments are missing from the archive", "3 announced, 0 found")
    ]


def test_answers_in_a_circle_are_opened(read: Callable[..., ForeignArchive], report: LossReport) -> None:
    def answer(number: int, to: int) -> str:
        parent = "<blogger:parent>tag:blogger.com,1999:blog-1.post-1</blogger:parent>"
        return entry(number, "COMMENT", extra=f"{parent}<blogger:inReplyTo>x.post-{to}</blogger:inReplyTo>")

    comments = read(entry(1), answer(2, 4), answer(3, 2), answer(4, 3), answer(5, 5)).blogs[0].comments
    assert [(comment.key, comment.parent_key) for comment in comments] == [
        ("2", None), ("3", "2"), ("4", "3"), ("5", None),
    ]  # fmt: skip
    assert len([loss for loss in report.losses if "circle" in loss.what]) == 2


def test_an_answer_under_another_post_moves_to_the_top(read: Callable[..., ForeignArchive]) -> None:
    def comment(number: int, post: int, to: str = "") -> str:
        parent = f"<blogger:parent>x.post-{post}</blogger:parent>"
        return entry(number, "COMMENT", extra=f"{parent}<blogger:inReplyTo>{to}</blogger:inReplyTo>")

    comments = read(entry(1), entry(2), comment(3, 1), comment(4, 2, "x.post-3")).blogs[0].comments
    assert [comment.parent_key for comment in comments] == [None, None]


def test_the_same_entry_twice_is_read_once(read: Callable[..., ForeignArchive], report: LossReport) -> None:
    assert len(read(entry(1), entry(1)).blogs[0].posts) == 1
    assert report.counts["post"].read == 2
    assert report.counts["post"].skipped.total() == 1


def test_a_name_that_is_an_address_is_shortened(read: Callable[..., ForeignArchive], report: LossReport) -> None:
    archive = read(entry(1, author="ana@lisbon.example"))
    assert [(person.name, person.has_address) for person in archive.blogs[0].people] == [("ana", True)]
    assert "@" not in repr(archive) + str(report.as_json())


def test_a_date_that_cannot_be_read_is_told(read: Callable[..., ForeignArchive], report: LossReport) -> None:
    post = read(entry(1, published="yesterday", extra="<updated>2026-02-03T00:00:00</updated>")).blogs[0].posts[0]
    assert post.published_at == datetime(2026, 2, 3, tzinfo=UTC)
    assert Loss("post", "Post 1", "a date could not be read", "yesterday") in report.losses


def test_a_state_of_another_sort_is_not_taken_for_public(
    read: Callable[..., ForeignArchive], report: LossReport
) -> None:
    posts = read(entry(1, status="SCHEDULED"), entry(2, status="SOFT_TRASHED"), entry(3, status="NEW")).blogs[0].posts
    assert [(post.status, post.is_trashed) for post in posts] == [("scheduled", False), ("draft", True), ("new", False)]
    assert [where for where, _ in report.warnings] == ["Post 3"]


def test_a_label_that_names_no_language_stays_a_label(read: Callable[..., ForeignArchive], report: LossReport) -> None:
    label = "<category term='lang:klingonese'/><category term='translation-of:/2020/01/lost.html'/>"
    post = read(entry(1, extra=label)).blogs[0].posts[0]
    assert (post.labels, post.language) == (("lang:klingonese",), None)
    assert Loss("post", "Post 1", "the post it translates is not in the archive", "/2020/01/lost.html") in report.losses
    assert len(report.warnings) == 1


@needs_samples
def test_a_real_classic_backup(report: LossReport) -> None:
    (blog,) = read_archive(SAMPLES / "classic-2008.xml", report).blogs
    assert (len(blog.posts), len(blog.comments), blog.language) == (4, 3, "en")
    assert blog.skipped == (("setting", 47), ("template", 1))
    assert {kind: count.read for kind, count in report.counts.items() if count.read} == {
        "post": 4, "comment": 3, "person": 1, "photo": 1, "placement": 1, "tag": 4, "redirect": 8,
        "setting": 47, "template": 1,
    }  # fmt: skip
    assert all(comment.parent_key is None and comment.post_key for comment in blog.comments)
    assert not report.recoveries


@needs_samples
def test_a_real_answer_of_the_api(report: LossReport) -> None:
    (blog,) = read_archive(SAMPLES / "api-v3.json", report).blogs
    assert [post.title for post in blog.posts] == ["Lorem", "Ipsum", "Dolor"]
    assert blog.posts[0].labels == ("books", "This & That", "Good & Bad")
    assert blog.posts[2].html.startswith('<figure><img src="https://3.bp.blogspot.com/-dQmeqRna7MA/')
    assert len(blog.posts[2].images) == 1
