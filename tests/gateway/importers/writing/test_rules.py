"""What becomes of each sort of thing in a blog: its texts and its people."""

from collections import Counter

import pytest

from gateway.importers.writing.labels import IN_THE_BIN
from schema.change import begin_change
from schema.comments.models import Comment
from schema.context import SYSTEM
from schema.kinds import PostKind
from schema.people.models import Appointment, Person
from schema.posts.models import Byline, BylineRole, Post, PublicationState, Translation
from schema.topics.models import Tag
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
from tests.makers.people import make_appointment, make_person

LIVE, DRAFT = PublicationState.LIVE, PublicationState.DRAFT
LATER = "2026-06-02T09:00:00Z"


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
