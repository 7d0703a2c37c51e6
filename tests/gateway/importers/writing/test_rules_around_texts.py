"""What becomes of each sort of thing in a blog: its labels, links, comments and old paths."""

from collections import Counter

import pytest
from sqlalchemy import select

from schema.change import begin_change
from schema.comments.models import Comment, CommentState
from schema.context import SYSTEM
from schema.missions.models import Mission
from schema.people.models import Person
from schema.posts.models import (
    Address,
    Post,
    PostTag,
    PostTopic,
    PublicationState,
    Translation,
)
from schema.topics.models import Tag, Topic
from tests.gateway.importers.writing.blogs import (
    HOURS,
    NOW,
    Blog,
    Entry,
    comment,
    figures,
    rows,
    told,
    translation,
    warnings,
)
from tests.makers.missions import make_mission
from tests.makers.topics import make_topic

LIVE, DRAFT = PublicationState.LIVE, PublicationState.DRAFT
LATER = "2026-06-02T09:00:00Z"


# Labels.


async def test_labels_are_topics_or_tags(blog: Blog) -> None:
    async with begin_change(blog.sessions, SYSTEM) as change:
        await make_topic(change, slug="press", name="Press", names={"pt": "Imprensa"})
    labels = ["imprensa", "press", "Culture/Music", "#quay", "Quay", "a/" * 9, "/"]
    report = await blog.read_in(Entry(7, labels=labels))
    assert set(await rows(blog, Topic.name)) == {"Press", "Culture", "Music"}
    assert set(await rows(blog, Tag.slug)) == {"quay", "a-a-a-a-a-a-a-a-a", "/"}
    assert len(await rows(blog, PostTopic.id)) == 2
    assert len(await rows(blog, PostTag.id)) == 3
    assert figures(report, "tag") == (7, 5, 2, 0)


async def test_a_name_that_two_topics_share_is_a_tag(blog: Blog) -> None:
    async with begin_change(blog.sessions, SYSTEM) as change:
        for slug in ("press", "printing"):
            await make_topic(change, slug=slug, name="The press")
    await blog.read_in(Entry(7, labels=["The Press"]))
    assert await rows(blog, Tag.name) == ["The Press"]


async def test_labels_without_end_are_cut_and_told(blog: Blog) -> None:
    report = await blog.read_in(Entry(7, labels=["x" * 120, *(f"label {number}" for number in range(60))]))
    assert len(await rows(blog, PostTag.id)) == 50
    assert told(report, "tag") == [("a label was cut to 100 characters", "x" * 20)]
    assert told(report, "post") == [("it had more than 50 labels of one sort", "11 tags")]


# Links and old paths.


@pytest.mark.parametrize(
    ("link", "href"),
    [
        ("https://quay.blogspot.com/2026/03/hours.html", "/2026/03/hours.html"),
        ("http://quay.blogspot.co.uk/2026/03/hours.html?m=1#c2", "/2026/03/hours.html#c2"),
        ("//quay.blogspot.de/2026/03/hours.html", "/2026/03/hours.html"),
        ("https://www.quay.example/2026/03/hours.html", "/2026/03/hours.html"),
        ("https://quay.blogspot.com/2026/03/gone.html", "https://quay.blogspot.com/2026/03/gone.html"),
        ("https://pier.blogspot.com/2026/03/hours.html", "https://pier.blogspot.com/2026/03/hours.html"),
        ("mailto:press@quay.example", "mailto:press@quay.example"),
    ],
)
async def test_a_link_to_a_post_of_the_blog_leads_here(blog: Blog, link: str, href: str) -> None:
    blog.destination = {"addresses": ["https://quay.blogspot.com/", "www.quay.example"]}
    await blog.read_in(
        Entry(7, filename=HOURS), Entry(8, f"<ul><li><p><b><a href='{link}'>there</a></b></p></li></ul>")
    )
    (html,) = [one for one in await rows(blog, Translation.html) if "there" in one]
    assert f'href="{href}"' in html


async def test_links_that_may_be_the_blogs_own_are_told_of(blog: Blog) -> None:
    entry = Entry(8, "<a href='https://quay.example/2026/03/hours.html'>there</a>")
    report = await blog.read_in(Entry(7, filename=HOURS), entry)
    assert warnings(report) == ["1 links may lead to posts of this blog at its old address; name that address"]


async def test_every_old_path_leads_to_its_text(blog: Blog) -> None:
    await blog.read_in(Entry(7, filename=HOURS), translation(8, "pt"))
    async with blog.sessions() as db:
        found = await db.execute(
            select(Address.path, Translation.locale, Address.is_current).join(
                Translation, Translation.id == Address.translation_id
            )
        )
        assert {tuple(row) for row in found} == {
            (HOURS, "en", False), ("hours", "en", True), ("/2026/03/post-8.html", "pt", False), ("post-8", "pt", True),
        }  # fmt: skip


async def test_an_old_path_that_is_taken_or_unusable_is_told_of(blog: Blog) -> None:
    report = await blog.read_in(Entry(7, filename=HOURS), Entry(8, filename=HOURS), Entry(9, filename="/2026/a b.html"))
    assert figures(report, "redirect") == (3, 1, 0, 2)
    assert Counter(told(report, "redirect")) == {
        ("an old path leads to another text here", HOURS): 1,
        ("an old path cannot be an address here", "/2026/a b.html"): 1,
    }


# Comments.


async def test_what_may_be_seen_of_the_comments_is_what_was(blog: Blog) -> None:
    states = ["LIVE", "PENDING", "GHOSTED", "SPAM"]
    report = await blog.read_in(Entry(7), *(comment(10 + at, 7, status=state) for at, state in enumerate(states)))
    assert await rows(blog, Comment.state) == [CommentState.VISIBLE, CommentState.PENDING, CommentState.HIDDEN]
    assert report.counts["comment"].skipped == {"taken for spam there": 1}


async def test_an_answer_to_what_is_left_out_moves_up(blog: Blog) -> None:
    thread = [
        comment(1, 7, "first"),
        comment(2, 7, "binned", answers=1, trashed="2026-03-03T00:00:00Z"),
        comment(3, 7, "answer", answers=2, published="2026-03-01T00:00:00Z"),
        comment(4, 7, "", answers=3),
    ]
    report = await blog.read_in(Entry(7), *reversed(thread))
    assert await rows(blog, Comment.plain_text, Comment.depth) == [("first", 1), ("answer", 2)]
    assert [detail for what, detail in told(report, "comment") if "moved up" in what] == ["João: answer"]
    assert report.counts["comment"].skipped == {"in the wastebasket": 1, "it has no words": 1}


async def test_a_thread_without_end_is_kept_as_deep_as_one_may_be(blog: Blog) -> None:
    thread = [comment(101, 7), *(comment(key, 7, f"answer {key}", answers=key - 1) for key in range(102, 154))]
    report = await blog.read_in(Entry(7), *thread)
    assert Counter(await rows(blog, Comment.depth))[50] == 4
    assert sum("moved up" in what for what, _ in told(report, "comment")) == 3


async def test_long_comments_names_and_hidden_links_are_told(blog: Blog) -> None:
    html = "See <a href='https://e.example/a'>this</a> and <a href='https://e.example/b'>https://e.example/b</a>"
    report = await blog.read_in(
        Entry(7),
        comment(1, 7, html),
        comment(2, 7, "w" * 5_010),
        comment(3, 7, author="n" * 90),
        comment(4, 7, author=""),
    )
    assert [one for one in told(report, "comment") if "of those who" not in one[0]] == [
        ("the link behind words of a comment was dropped", "this → https://e.example/a"),
        ("a comment was cut", "w" * 10),
        ("a long name was cut", "n" * 10),
    ]
    assert (await rows(blog, Comment.author_name))[-1] == "Anonymous"


async def test_a_comment_from_the_future_is_from_now(blog: Blog) -> None:
    await blog.read_in(Entry(7), comment(1, 7, published="2030-01-01T00:00:00Z"))
    assert await rows(blog, Comment.written_at) == [NOW]


async def test_comments_in_the_bin_with_their_post_are_counted(blog: Blog) -> None:
    report = await blog.read_in(Entry(7, trashed="2026-03-03T00:00:00Z"), comment(1, 7))
    assert report.counts["comment"].skipped == {"under a post in the wastebasket": 1}


# Missions.


async def test_two_missions_import_one_blog_apart(blog: Blog) -> None:
    async with begin_change(blog.sessions, SYSTEM) as change:
        other = await make_mission(change, slug="porto")
    await blog.read_in(Entry(7, labels=["a"]), comment(1, 7))
    blog.mission = other
    report = await blog.read_in(Entry(7, labels=["a"]), comment(1, 7))
    assert figures(report, "post") == (1, 1, 0, 0)
    async with blog.sessions() as db:
        slugs = list(await db.scalars(select(Mission.slug).join(Post, Post.mission_id == Mission.id)))
    assert sorted(slugs) == ["lisbon", "porto"]
    assert len(await rows(blog, Person.id)) == 1
