"""The demo archive from end to end, through the importer that everybody uses."""

import re
from collections import Counter
from typing import Any

from lxml import html as lxml_html
from sqlalchemy import ColumnElement, func, select

from gateway.demo import ARCHIVE, KINDS, MISSIONS, PEOPLE
from gateway.demo.loading import load_demo
from gateway.importers import LossReport, read_archive
from gateway.importers.records import ForeignPost
from gateway.outside.storage import MemoryStorage, key_of
from schema.change import Sessions
from schema.comments.models import Comment, CommentState
from schema.media.models import Photo
from schema.missions.models import Mission
from schema.people.models import Person
from schema.posts.models import (
    Address,
    AlternativeChoice,
    Byline,
    Placement,
    Post,
    PostTopic,
    PublicationState,
    Translation,
)
from schema.topics.models import Topic
from tests.gateway.importers.writing.blogs import figures, told
from tests.gateway.importers.writing.conftest import Loaded
from tests.makers.history import everything

LIVE, DRAFT = PublicationState.LIVE, PublicationState.DRAFT


def foreign_posts() -> list[ForeignPost]:
    return [post for blog in read_archive(ARCHIVE, LossReport()).blogs for post in blog.posts]


async def counted(demo: Sessions, *columns: ColumnElement[Any] | Any, **where: Any) -> Counter[Any]:
    async with demo() as db:
        return Counter(tuple(row) if len(row) > 1 else row[0] for row in await db.execute(select(*columns)))


def test_the_counts_add_up_to_what_the_archive_promises(loaded: Loaded) -> None:
    report = loaded.result.report
    assert {kind: figures(report, kind) for kind, count in report.counts.items() if count.read} == {
        "post": (18, 17, 0, 1),
        "page": (1, 1, 0, 0),
        "draft": (2, 2, 0, 0),
        "comment": (25, 25, 0, 0),
        "person": (11, 0, 11, 0),
        "photo": (16, 15, 0, 1),
        "placement": (17, 16, 0, 1),
        "tag": (30, 13, 16, 1),
        "redirect": (19, 18, 0, 1),
        "template": (3, 0, 0, 3),
    }


def test_the_result_says_what_there_is_now(loaded: Loaded) -> None:
    result = loaded.result
    assert (result.missions, result.people, result.topics) == (3, 10, 12)
    assert (result.live_posts, result.drafts, result.photos, result.comments) == (14, 2, 15, 25)
    assert result.languages == ("ar", "en", "fr")


def test_each_loss_is_told_in_its_own_words(loaded: Loaded) -> None:
    report = loaded.result.report
    (lost,) = [detail for what, detail in told(report, "placement") if "no file" in what]
    assert lost == "file-d-attente.jpg · caption: “La file d’attente, à huit heures cinq”"
    undescribed = [detail for what, detail in told(report, "placement") if "no alternative text" in what]
    assert sorted(undescribed) == [
        "charter-day-harbour.jpg", "mangrove-seedlings.jpg", "workshop-okonrad.jpg", "workshop-talwazi.jpg",
    ]  # fmt: skip
    assert [detail for what, detail in told(report, "post")] == [
        "Île aux Palans, Valdrenne", "Marsa al-Yamam, Murjan",
    ]  # fmt: skip
    assert Counter(loss.kind for loss in report.losses) == {"placement": 5, "post": 2, "comment": 3}
    assert report.warnings == [("About the embassy", "it was a page there; it is a notice here")]
    assert not report.recoveries


async def test_every_text_is_there_in_its_language_and_state(demo: Sessions) -> None:
    assert await counted(demo, Translation.locale, Translation.state, Translation.is_authentic) == {
        ("en", LIVE, True): 10, ("fr", LIVE, True): 3, ("ar", LIVE, True): 1, ("en", DRAFT, True): 2,
        ("ar", LIVE, False): 2, ("fr", LIVE, False): 1, ("en", LIVE, False): 1,
    }  # fmt: skip
    assert await counted(demo, Post.state) == {LIVE: 14, DRAFT: 2}


async def test_kinds_are_those_of_the_table_and_pages_are_notices(demo: Sessions) -> None:
    kinds = await counted(demo, Post.kind)
    expected = Counter(KINDS.values())
    assert {kind.value: number for kind, number in kinds.items()} == {
        "statement": expected["statement"], "speech": expected["speech"], "notice": expected["notice"] + 1,
        "blog_post": 16 - len(KINDS) - 1,
    }  # fmt: skip


async def test_posts_are_as_old_as_they_were(demo: Sessions) -> None:
    async with demo() as db:
        rows = await db.execute(
            select(Address.path, Translation.published_at, Translation.title)
            .join(Translation, Translation.id == Address.translation_id)
            .where(~Address.is_current)
        )
        here = {(row.path, row.published_at, row.title) for row in rows}
    there = foreign_posts()
    live = [post for post in there if post.status == "live" and not post.is_trashed]
    assert here == {(post.old_paths[0], post.published_at, post.title) for post in live}
    assert len(here) == 18


async def test_drafts_stay_where_nobody_reads_them(demo: Sessions) -> None:
    async with demo() as db:
        drafts = (await db.scalars(select(Post).where(Post.state == DRAFT))).all()
        hidden = (await db.scalars(select(Translation).where(Translation.state == DRAFT))).all()
    assert {post.first_published_at for post in drafts} == {None}
    assert {text.published_at for text in hidden} == {None}
    assert any("Edda Vintermoor" in text.plain_text for text in hidden)
    async with demo() as db:
        public = await db.scalars(select(Translation.plain_text).where(Translation.state == LIVE))
        assert not any("Edda Vintermoor" in text for text in public)


async def test_comments_answer_each_other_as_they_did(demo: Sessions) -> None:
    assert await counted(demo, Comment.depth) == {1: 11, 2: 10, 3: 2, 4: 1, 5: 1}
    assert await counted(demo, Comment.state) == {CommentState.VISIBLE: 25}
    comments = [one for blog in read_archive(ARCHIVE, LossReport()).blogs for one in blog.comments]
    by_key = {one.key: one for one in comments}
    answered = {(one.text, by_key[one.parent_key].text) for one in comments if one.parent_key}
    parent = Comment.__table__.alias()
    async with demo() as db:
        rows = await db.execute(
            select(Comment.plain_text, parent.c.plain_text).join(parent, parent.c.id == Comment.parent_id)
        )
        assert {tuple(row) for row in rows} == answered
        moments = await db.execute(select(Comment.author_name, Comment.written_at))
        assert {tuple(row) for row in moments} == {(one.author_name, one.written_at) for one in comments}


async def test_photos_are_stored_once_and_shown_where_they_were(demo: Sessions, loaded: Loaded) -> None:
    async with demo() as db:
        photos = (await db.scalars(select(Photo))).all()
        shown = (
            await db.execute(
                select(Photo.file_name, Placement.alternative, Placement.caption_text).join(
                    Photo, Photo.id == Placement.photo_id
                )
            )
        ).all()
    assert {photo.storage_key for photo in photos} == set(loaded.files)
    assert {(photo.width, photo.height, photo.media_type) for photo in photos} == {(1200, 800, "image/jpeg")}
    assert all(key_of(loaded.files[photo.storage_key], photo.media_type) == photo.storage_key for photo in photos)
    assert Counter(row.alternative for row in shown) == {AlternativeChoice.DESCRIBED: 12, None: 4}
    assert Counter(row.file_name for row in shown)["storm-shutters.jpg"] == 2
    assert sum(bool(row.caption_text) for row in shown) == 13


async def test_no_caption_and_no_alternative_text_is_lost_in_silence(demo: Sessions, loaded: Loaded) -> None:
    async with demo() as db:
        placed = (await db.execute(select(Placement.caption_text, Placement.alternative_text))).all()
        texts = " ".join(await db.scalars(select(Translation.plain_text)))
    here = {row.caption_text for row in placed} | {row.alternative_text for row in placed}
    lost = " ".join(loss.detail for loss in loaded.result.report.losses)
    images = [image for post in foreign_posts() for image in post.images]
    captions = {words(one.caption_html) for one in images if one.caption_html}
    alternatives = {one.alternative_text for one in images if one.alternative_text}
    assert (len(captions), len(alternatives)) == (14, 12)
    assert captions - here == {"La file d’attente, à huit heures cinq"}
    assert alternatives <= here
    for caption in captions - here:
        assert caption in lost
        assert caption in texts


async def test_every_word_of_every_post_is_kept(demo: Sessions) -> None:
    async with demo() as db:
        texts = {title: body for title, body in await db.execute(select(Translation.title, Translation.plain_text))}
    for post in foreign_posts():
        if not post.is_trashed:
            assert letters(texts[post.title]) == letters(words(post.html))


def words(html: str) -> str:
    return "".join(map(str, lxml_html.fromstring(f"<div>{html}</div>").itertext()))


def letters(text: str) -> str:
    return "".join(re.findall(r"\w", text))


async def test_a_byline_shows_the_office_of_that_day(demo: Sessions) -> None:
    async with demo() as db:
        rows = await db.execute(
            select(Person.name, Byline.office, Post.state)
            .join(Person, Person.id == Byline.person_id)
            .join(Post, Post.id == Byline.post_id)
        )
        signed = Counter((name, office) for name, office, state in rows if state is LIVE)
        missions = Counter(await db.scalars(select(Mission.slug).join(Byline, Byline.mission_id == Mission.id)))
        assert await db.scalar(select(func.count()).select_from(Person)) == len(PEOPLE)
    assert signed == {
        ("Ileana Torvask", "Minister of Foreign Affairs"): 1,
        ("Dorian Achterveld", "Director of Communication"): 1,
        ("Selma Okonrad", "Spokesperson"): 1,
        ("Samir Talwazi", "Press Officer"): 1,
        ("Hanne Vidrosky", "Deputy Head of Mission"): 1,
        ("Corwin Estrabal", "Ambassador"): 1,
        ("Apolline Desraviers", "Consule"): 1,
        ("Teodric Nwamba", "Vice-consul"): 1,
    }
    assert missions == {"kestrane": 2, "murjan": 3, "port-amarante": 1}


async def test_labels_are_the_topics_they_name(demo: Sessions) -> None:
    async with demo() as db:
        topics = Counter(await db.scalars(select(Topic.slug).join(PostTopic, PostTopic.topic_id == Topic.id)))
        assert await db.scalar(select(func.count()).select_from(Topic)) == 12
    assert topics["consular-services"] == 2
    assert topics["training"] == 1
    assert topics.keys() == {
        "statements", "speeches", "training", "practice", "bilateral-relations", "culture", "consular-services",
        "notices", "coasts",
    }  # fmt: skip


async def test_a_link_between_posts_leads_to_the_old_path_here(demo: Sessions) -> None:
    async with demo() as db:
        html = " ".join(await db.scalars(select(Translation.html)))
        paths = set(await db.scalars(select(Address.path).where(~Address.is_current)))
    links = re.findall(r'href="(/[^"]*)"', html)
    assert len(links) == 1
    assert set(links) <= paths
    assert "kestrane.example" not in html


async def test_slugs_are_those_of_the_old_addresses(demo: Sessions) -> None:
    async with demo() as db:
        slugs = set(await db.scalars(select(Translation.slug).where(Translation.state == LIVE)))
    hints = {post.slug_hint for post in foreign_posts() if post.status == "live" and not post.is_trashed}
    assert slugs == hints


async def test_loading_it_again_changes_nothing_at_all(demo: Sessions, loaded: Loaded) -> None:
    storage = MemoryStorage()
    storage.files = dict(loaded.files)
    async with demo() as db:
        before = await everything(db)
    result = await load_demo(demo, storage)
    async with demo() as db:
        assert await everything(db) == before
    assert storage.files == loaded.files
    assert {kind: count.written for kind, count in result.report.counts.items() if count.written} == {}
    assert {kind: count.unchanged for kind, count in result.report.counts.items() if count.unchanged} == {
        "post": 17, "page": 1, "draft": 2, "comment": 25, "person": 11, "photo": 15, "placement": 16, "tag": 29,
        "redirect": 18,
    }  # fmt: skip


def test_the_progress_of_each_stage_comes_to_its_end(loaded: Loaded) -> None:
    last = {(what, total): done for what, done, total in loaded.told}
    assert {what for what, _ in last} == {"pictures", "photos", "posts", "comments", "old paths"}
    assert all(done == total for (_, total), done in last.items())


def test_the_demo_names_each_blog_of_the_archive() -> None:
    blogs = read_archive(ARCHIVE, LossReport()).blogs
    assert {blog.title for blog in blogs} == {mission.blog for mission in MISSIONS}
