"""What becomes of each sort of thing in a blog: its texts, people, labels, links, comments and old paths."""

from collections import Counter
from typing import Any

import pytest
from sqlalchemy import ColumnElement, select

from gateway.importers.report import LossReport
from gateway.importers.writing.labels import IN_THE_BIN
from schema.change import begin_change
from schema.comments.models import Comment, CommentState
from schema.context import SYSTEM
from schema.missions.models import Mission
from schema.people.models import Appointment, Person
from schema.posts.models import (
    Address,
    Byline,
    BylineRole,
    Post,
    PostKind,
    PostTag,
    PostTopic,
    PublicationState,
    Translation,
)
from schema.topics.models import Tag, Topic
from tests.gateway.importers.writing.blogs import NOW, Blog, Entry, comment, figures, told
from tests.makers.missions import make_mission
from tests.makers.people import make_appointment, make_person
from tests.makers.topics import make_topic

LIVE, DRAFT = PublicationState.LIVE, PublicationState.DRAFT
LATER = "2026-06-02T09:00:00Z"
HOURS = "/2026/03/hours.html"


async def rows(blog: Blog, *columns: ColumnElement[Any] | Any) -> list[Any]:
    """The values of every row, in the order in which the rows were made; of one column, without a tuple around each."""
    async with blog.sessions() as db:
        found = (await db.execute(select(*columns).order_by(columns[0].class_.id))).all()
    return [tuple(row) if len(row) > 1 else row[0] for row in found]


def warnings(report: LossReport) -> list[str]:
    return [what for _, what in report.warnings]


# Texts.


async def test_a_page_is_a_notice(blog: Blog) -> None:
    report = await blog.read_in(Entry(7, type="PAGE", filename="/p/about.html"))
    assert await rows(blog, Post.kind) == [PostKind.NOTICE]
    assert warnings(report) == ["it was a page there; it is a notice here"]
    assert figures(report, "page") == (1, 1, 0, 0)


async def test_a_kind_is_found_by_an_old_path(blog: Blog) -> None:
    blog.destination = {"kinds": {HOURS: PostKind.STATEMENT, "/p/a.html": PostKind.SPEECH}}
    await blog.read_in(Entry(7, filename=HOURS), Entry(8), Entry(9, type="PAGE", filename="/p/a.html"))
    assert Counter(await rows(blog, Post.kind)) == {PostKind.STATEMENT: 1, PostKind.BLOG_POST: 1, PostKind.SPEECH: 1}


@pytest.mark.parametrize(
    ("labels", "locale", "expected"),
    [([], None, "en"), ([], "pt", "pt"), (["lang:ar"], "pt", "ar"), (["lang:iw"], None, "he")],
)
async def test_the_language_is_that_of_the_label_or_the_destination_or_the_mission(
    blog: Blog, labels: list[str], locale: str | None, expected: str
) -> None:
    blog.destination = {"locale": locale}
    await blog.read_in(Entry(7, labels=labels))
    assert await rows(blog, Translation.locale) == [expected]


async def test_a_post_without_a_title_goes_out_under_its_first_words(blog: Blog) -> None:
    words = "word " * 40
    report = await blog.read_in(Entry(7, f"<p>{words}</p>", title=""), Entry(8, "<p>Short.</p>", title=" "))
    assert await rows(blog, Translation.title, Translation.state) == [
        (f"{'word ' * 15}word…".replace("word word…", "word…"), LIVE), ("Short.", LIVE),
    ]  # fmt: skip
    assert any(one.startswith("it had no title; its first words are its title now") for one in warnings(report))


async def test_a_long_title_is_cut_and_the_rest_is_told(blog: Blog) -> None:
    report = await blog.read_in(Entry(7, title="t" * 310, description="s" * 1_005))
    assert await rows(blog, Translation.title, Translation.summary) == [("t" * 300, "s" * 1_000)]
    assert told(report, "post") == [
        ("a title was cut to 300 characters", "t" * 10), ("a summary was cut to 1,000 characters", "s" * 5),
    ]  # fmt: skip


async def test_the_words_before_the_break_are_the_summary(blog: Blog) -> None:
    teaser = "<p>Nine to five.</p><p>On <b>Sundays</b>, too.</p>"
    report = await blog.read_in(
        Entry(7, f"{teaser}<a name='more'></a><p>The rest.</p>"),
        Entry(8, f"{teaser}<!--more--><p>The rest.</p>", description="For search engines."),
        Entry(9, f"<p>{'long ' * 300}</p><a name='more'></a>"),
    )
    one, two, three = await rows(blog, Translation.summary)
    assert one == "Nine to five. On Sundays, too."
    assert two == "For search engines."
    assert three.endswith(" long…")
    assert len(three) <= 1_000
    assert (await rows(blog, Translation.plain_text))[0] == "Nine to five.\n\nOn Sundays, too.\n\nThe rest."
    assert told(report, "post") == []


async def test_a_post_that_says_nothing_stays_a_draft(blog: Blog) -> None:
    report = await blog.read_in(Entry(7, "", title="Empty"), Entry(8, "<br>", title=""))
    assert await rows(blog, Translation.state) == [DRAFT, DRAFT]
    silent = "it was public and says nothing that could be kept; it is a draft"
    assert set(report.warnings) == {("Empty", silent), ("/2026/03/post-8.html", silent)}


async def test_what_cannot_be_seen_is_no_title_name_or_label(blog: Blog) -> None:
    hidden = "\u200b\u2060"
    report = await blog.read_in(
        Entry(7, title=hidden, author=hidden, labels=[hidden], description=hidden), comment(1, 7, author=hidden)
    )
    assert await rows(blog, Translation.title, Translation.summary) == [("The counter opens at nine.", "")]
    assert await rows(blog, Byline.mission_id) == [blog.mission.id]
    assert await rows(blog, Comment.author_name) == ["Anonymous"]
    assert await rows(blog, Tag.id) == []
    assert figures(report, "person") == (1, 0, 0, 1)
    assert told(report, "tag") == [("nothing of it can be seen", hidden)]
    assert figures(report, "tag") == (1, 0, 0, 1)


async def test_a_film_alone_is_something_to_publish(blog: Blog) -> None:
    await blog.read_in(Entry(7, "<iframe src='https://www.youtube.com/embed/abc'></iframe>"))
    assert await rows(blog, Translation.state) == [LIVE]


@pytest.mark.parametrize(
    ("entry", "warning"),
    [
        (Entry(7, published=LATER), "it was to go out on 2026-06-02 09:00 UTC; it is a draft"),
        (Entry(7, status="SCHEDULED", published=LATER), "it was to go out on 2026-06-02 09:00 UTC; it is a draft"),
        (Entry(7, status="SCHEDULED"), "its state there is “scheduled”; it is a draft"),
        (Entry(7, status="GHOSTED"), "its state there is “ghosted”; it is a draft"),
    ],
)  # fmt: skip
async def test_what_was_not_public_is_a_draft(blog: Blog, entry: Entry, warning: str) -> None:
    report = await blog.read_in(entry)
    assert await rows(blog, Post.state) == [DRAFT]
    assert warning in warnings(report)


async def test_what_cannot_be_a_body_is_left_out_with_its_words(blog: Blog) -> None:
    paragraphs = "".join(f"<p>{number}</p>" for number in range(5_001))
    report = await blog.read_in(Entry(7, paragraphs, filename=HOURS), Entry(8), comment(9, 7))
    assert figures(report, "post") == (2, 1, 0, 1)
    assert figures(report, "redirect") == (2, 1, 0, 1)
    assert figures(report, "comment") == (1, 0, 0, 1)
    (lost,) = told(report, "post")
    assert lost[0] == "its text cannot be kept"
    assert lost[1].endswith("5000")


async def test_a_picture_where_none_can_stand_is_told_with_its_words(blog: Blog) -> None:
    html = "<p>Look:</p><pre>code <img src='https://e.example/a.png' alt='A quay.'></pre>"
    report = await blog.read_in(Entry(7, html))
    assert figures(report, "placement") == (1, 0, 0, 1)
    assert told(report, "placement") == [
        ("a picture stood where a text can have none", "a.png · alternative text: “A quay.”")
    ]


async def test_formatting_that_is_not_kept_is_told(blog: Blog) -> None:
    table = "<table><tr><td>1</td><td>2</td></tr></table>"
    html = "<p>Nine <u>sharp</u>, see <a href='javascript:alert(1)'>here</a></p>"
    report = await blog.read_in(Entry(7, html + table))
    assert Counter(what for what, _ in told(report, "post")) == {
        "a link was not kept; its words were": 1, "formatting was not kept; the words were": 2,
    }  # fmt: skip
    (link,) = [detail for what, detail in told(report, "post") if "link" in what]
    assert "javascript:alert(1)" in link
    assert await rows(blog, Translation.plain_text) == ["Nine sharp, see here\n\n1 | 2"]


# Translations.


def translation(key: int, locale: str, of: str = HOURS, **over: Any) -> Entry:
    labels = [f"lang:{locale}", f"translation-of:{of}", *over.pop("labels", [])]
    return Entry(key, labels=labels, title=f"Hours {locale} {key}", **over)


async def test_translations_are_texts_of_one_post(blog: Blog) -> None:
    chain = translation(9, "fr", of="/2026/03/post-8.html", published="2026-01-01T00:00:00Z", author="Marie Lune")
    entries = [Entry(7, filename=HOURS, labels=["a"]), translation(8, "pt", labels=["b"]), chain, comment(10, 9)]
    await blog.read_in(*entries)
    assert len(await rows(blog, Post.id)) == 1
    assert set(await rows(blog, Translation.locale, Translation.is_authentic)) == {
        ("en", True), ("pt", False), ("fr", False),
    }  # fmt: skip
    assert set(await rows(blog, Translation.state)) == {LIVE}
    assert len(await rows(blog, Comment.id)) == 1
    assert set(await rows(blog, Tag.name)) == {"a", "b"}
    assert [role for role in await rows(blog, Byline.role)] == [BylineRole.AUTHOR, BylineRole.TRANSLATOR]
    assert await rows(blog, Post.first_published_at) == [NOW.replace(month=3, day=1, hour=9)]


async def test_a_second_text_in_one_language_stands_alone(blog: Blog) -> None:
    report = await blog.read_in(
        Entry(7, filename=HOURS), translation(8, "pt"), translation(9, "pt"), translation(10, "en")
    )
    assert len(await rows(blog, Post.id)) == 3
    assert "the post it translates has a text in “pt” already; it stands alone" in warnings(report)
    assert "the post it translates has a text in “en” already; it stands alone" in warnings(report)


async def test_a_translation_without_its_original_stands_alone(blog: Blog) -> None:
    report = await blog.read_in(translation(8, "pt"), translation(9, "fr", of="/2026/03/post-9.html"))
    assert await rows(blog, Translation.is_authentic, Translation.state) == [(True, LIVE), (True, LIVE)]
    assert "the post it translates is not imported with it; it stands alone" in warnings(report)


async def test_a_translation_of_what_is_in_the_bin_stands_alone(blog: Blog) -> None:
    binned = Entry(7, filename=HOURS, trashed="2026-03-03T00:00:00Z")
    report = await blog.read_in(binned, translation(8, "pt"))
    assert await rows(blog, Translation.is_authentic) == [True]
    assert figures(report, "post") == (2, 1, 0, 1)


async def test_a_translation_of_a_draft_waits_for_it(blog: Blog) -> None:
    empty = Entry(7, "", filename=HOURS)
    report = await blog.read_in(empty, translation(8, "pt"))
    assert await rows(blog, Translation.state) == [DRAFT, DRAFT]
    assert "its original is not public; it is a draft until that is" in warnings(report)


# People.


async def test_a_new_author_is_somebody_without_an_office(blog: Blog) -> None:
    report = await blog.read_in(Entry(7), Entry(8))
    assert await rows(blog, Person.name) == ["Adaeze Okafor"]
    assert await rows(blog, Appointment.id) == []
    assert set(await rows(blog, Byline.office)) == {None}
    assert figures(report, "person") == (1, 1, 0, 0)


async def test_somebody_who_is_known_by_a_name_in_another_script_is_the_same(blog: Blog) -> None:
    async with begin_change(blog.sessions, SYSTEM) as change:
        person = await make_person(change, name="Samir Talwazi", names={"ar": "سمير طلوازي"})
        await make_appointment(change, person, blog.mission, office="Press Officer")
    report = await blog.read_in(Entry(7, author="سمير طلوازي"))
    assert await rows(blog, Byline.person_id, Byline.office) == [(person.id, "Press Officer")]
    assert figures(report, "person") == (1, 0, 1, 0)


async def test_of_two_of_one_name_it_is_who_held_an_office_here(blog: Blog) -> None:
    async with begin_change(blog.sessions, SYSTEM) as change:
        first, second, third = [await make_person(change) for _ in range(3)]
        await make_appointment(change, second, blog.mission)
    report = await blog.read_in(Entry(7))
    assert await rows(blog, Byline.person_id) == [second.id]
    assert first.id != third.id
    assert warnings(report) == ["3 people here bear this name; look whether the bylines name the right one"]


async def test_a_post_of_the_mission_is_signed_by_it(blog: Blog) -> None:
    report = await blog.read_in(Entry(7, author=blog.mission.name))
    assert await rows(blog, Byline.mission_id, Byline.person_id) == [(blog.mission.id, None)]
    assert await rows(blog, Person.id) == []
    assert figures(report, "person") == (1, 0, 1, 0)


@pytest.mark.parametrize("author", ["", "Unknown"])
async def test_a_post_of_nobody_is_signed_by_the_mission_and_told_of(blog: Blog, author: str) -> None:
    report = await blog.read_in(Entry(7, author=author))
    assert await rows(blog, Byline.mission_id) == [blog.mission.id]
    assert "nobody is named as its author; it is signed by the mission" in warnings(report)


async def test_who_wrote_only_what_is_in_the_bin_is_left_out(blog: Blog) -> None:
    report = await blog.read_in(Entry(7, trashed="2026-03-03T00:00:00Z", labels=["test"]))
    assert await rows(blog, Person.id) == []
    assert figures(report, "person") == (1, 0, 0, 1)
    assert report.counts["tag"].skipped == {IN_THE_BIN: 1}


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
