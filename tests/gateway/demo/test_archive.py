"""The committed archive is what the scripts make, and it holds what the demo promises."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from lxml import etree, html
from PIL import Image, ImageChops, ImageStat

from gateway.demo import ARCHIVE, KINDS, MISSIONS, PEOPLE, TOPICS, Mission
from gateway.demo.draw import pictures
from gateway.demo.write import files

ATOM = "{http://www.w3.org/2005/Atom}"
BLOGGER = "{http://schemas.google.com/blogger/2018}"
SECRET = "Edda Vintermoor"

slugs = pytest.mark.parametrize("mission", MISSIONS, ids=lambda mission: mission.slug)


def entries(mission: Mission) -> list[etree._Element]:
    path = ARCHIVE / "Takeout" / "Blogger" / "Blogs" / mission.blog / "feed.atom"
    return list(etree.parse(path).getroot().iter(f"{ATOM}entry"))


def said(entry: etree._Element, name: str) -> str:
    return entry.findtext(f"{BLOGGER}{name}") or ""


def text(entry: etree._Element, name: str) -> str:
    return entry.findtext(f"{ATOM}{name}") or ""


def labels(entry: etree._Element) -> list[str]:
    return [str(one.get("term")) for one in entry.iter(f"{ATOM}category")]


def posts(mission: Mission) -> list[etree._Element]:
    return [entry for entry in entries(mission) if said(entry, "type") == "POST"]


def comments(mission: Mission) -> list[etree._Element]:
    return [entry for entry in entries(mission) if said(entry, "type") == "COMMENT"]


def state(entry: etree._Element) -> str:
    return "TRASHED" if said(entry, "trashed") else said(entry, "status")


def language(mission: Mission, entry: etree._Element) -> str:
    return next((one[5:] for one in labels(entry) if one.startswith("lang:")), mission.languages[0])


def body(entry: etree._Element) -> html.HtmlElement:
    return html.fragment_fromstring(text(entry, "content"), create_parent="div")


def images(mission: Mission) -> Iterator[tuple[etree._Element, html.HtmlElement]]:
    for entry in entries(mission):
        if said(entry, "type") != "COMMENT":
            yield from ((entry, image) for image in body(entry).iter("img"))


def test_the_texts_are_what_the_script_writes() -> None:
    for path, expected in files().items():
        assert path.read_text("utf-8") == expected, f"run python -m gateway.demo.write: {path.name}"


def test_the_pictures_are_what_the_script_draws() -> None:
    for path, drawn in pictures().items():
        with Image.open(path) as kept:
            assert kept.format == "JPEG"
            assert kept.size == drawn.size == (1200, 800)
            difference = ImageStat.Stat(ImageChops.difference(kept.convert("RGB"), drawn)).mean
        assert max(difference) < 3, f"run python -m gateway.demo.draw: {path.name}"


def test_no_two_pictures_look_alike() -> None:
    small = {path.name: picture.resize((48, 32)) for path, picture in pictures().items()}
    for name, one in small.items():
        for other_name, other in small.items():
            if name < other_name:
                assert sum(ImageStat.Stat(ImageChops.difference(one, other)).mean) / 3 > 20, (name, other_name)


def test_nothing_else_lies_in_the_archive_and_it_stays_small() -> None:
    there = {path for path in ARCHIVE.rglob("*") if path.is_file()}
    assert there == {*files(), *pictures()}
    assert sum(path.stat().st_size for path in pictures()) < 1_500_000


@pytest.mark.parametrize(
    ("slug", "expected"),
    [
        (
            "kestrane",
            {
                ("LIVE", "en"): 4,
                ("LIVE", "fr"): 1,
                ("LIVE", "ar"): 1,
                ("DRAFT", "en"): 1,
                "comments": 9,
                "deepest": 5,
                "photos": 2,
                "captions": 1,
                "alts": 2,
            },
        ),
        (
            "murjan",
            {
                ("LIVE", "en"): 5,
                ("LIVE", "ar"): 2,
                ("DRAFT", "en"): 1,
                ("TRASHED", "en"): 1,
                "pages": 1,
                "comments": 12,
                "deepest": 3,
                "photos": 10,
                "captions": 8,
                "alts": 6,
                "videos": 1,
            },
        ),
        (
            "port-amarante",
            {
                ("LIVE", "fr"): 3,
                ("LIVE", "en"): 1,
                "comments": 4,
                "deepest": 2,
                "photos": 5,
                "captions": 5,
                "alts": 4,
                "missing": 1,
            },
        ),
    ],
)
def test_each_blog_holds_exactly(slug: str, expected: dict[object, int]) -> None:
    mission = next(mission for mission in MISSIONS if mission.slug == slug)
    album = ARCHIVE / "Takeout" / "Blogger" / "Albums" / mission.blog
    held: Counter[object] = Counter((state(post), language(mission, post)) for post in posts(mission))
    held["pages"] = sum(said(entry, "type") == "PAGE" for entry in entries(mission))
    held["comments"] = len(comments(mission))
    held["deepest"] = max(depths(mission))
    held["photos"] = sum(1 for _ in images(mission))
    held["captions"] = sum(text(entry, "content").count('class="tr-caption"') for entry in entries(mission))
    held["alts"] = sum(image.get("alt") is not None for _, image in images(mission))
    held["videos"] = sum(text(entry, "content").count("<iframe") for entry in entries(mission))
    held["missing"] = sum(not (album / Path(str(image.get("src"))).name).exists() for _, image in images(mission))
    assert +held == Counter(expected)


def depths(mission: Mission) -> list[int]:
    parents = {text(one, "id"): said(one, "inReplyTo") for one in comments(mission)}

    def depth(comment: str) -> int:
        return 1 + depth(parents[comment]) if parents[comment] else 1

    return [depth(comment) for comment in parents]


@slugs
def test_every_comment_hangs_on_a_post_that_is_there(mission: Mission) -> None:
    ids = [text(entry, "id") for entry in entries(mission)]
    assert len(ids) == len(set(ids))
    post_of = {text(one, "id"): said(one, "parent") for one in comments(mission)}
    assert set(post_of.values()) <= {text(post, "id") for post in posts(mission)}
    for one in comments(mission):
        if said(one, "inReplyTo"):
            assert post_of[said(one, "inReplyTo")] == said(one, "parent")


@slugs
def test_only_live_posts_have_an_address(mission: Mission) -> None:
    for post in posts(mission):
        assert bool(said(post, "filename")) == (said(post, "status") == "LIVE")


@slugs
def test_a_translation_names_a_live_post_in_another_language(mission: Mission) -> None:
    live = {said(post, "filename"): post for post in posts(mission) if state(post) == "LIVE"}
    for post in live.values():
        for label in labels(post):
            if label.startswith("translation-of:"):
                authentic = live[label.removeprefix("translation-of:")]
                assert language(mission, authentic) == mission.languages[0] != language(mission, post)
                assert body(post).text_content() != body(authentic).text_content()


def test_the_statement_is_there_in_three_languages() -> None:
    mission = MISSIONS[0]
    family = [
        post
        for post in posts(mission)
        if said(post, "filename") == "/2026/01/statement-storm-murjan.html"
        or "translation-of:/2026/01/statement-storm-murjan.html" in labels(post)
    ]
    assert {language(mission, post) for post in family} == {"en", "fr", "ar"}
    assert {len(body(post).findall(".//p")) for post in family} == {5}


@slugs
def test_arabic_bodies_run_from_right_to_left(mission: Mission) -> None:
    for post in posts(mission):
        assert ('dir="rtl"' in text(post, "content")) == (language(mission, post) == "ar")


def test_a_label_with_a_slash_is_the_path_of_a_topic() -> None:
    by_slug = {topic.slug: topic for topic in TOPICS}
    paths = {f"{by_slug[topic.parent].names['en']}/{topic.names['en']}" for topic in TOPICS if topic.parent}
    used = {
        label
        for mission in MISSIONS
        for post in posts(mission)
        for label in labels(post)
        if "/" in label and not label.startswith("translation-of:")
    }
    assert used == paths


def test_everybody_who_signs_is_known() -> None:
    known = {person.name for person in PEOPLE} | {mission.name for mission in MISSIONS}
    for mission in MISSIONS:
        for entry in entries(mission):
            if said(entry, "type") != "COMMENT":
                assert entry.findtext(f"{ATOM}author/{ATOM}name") in known


def test_a_caption_names_the_office_held_on_the_day() -> None:
    shown = Counter(
        person.name
        for mission in MISSIONS
        for entry in entries(mission)
        for cell in body(entry).find_class("tr-caption")
        for person in PEOPLE
        for name in {person.names["en"], person.names["ar"]}
        if name in cell.text_content()
    )
    for mission in MISSIONS:
        for entry in entries(mission):
            day = date.fromisoformat(text(entry, "published")[:10])
            for cell in body(entry).find_class("tr-caption"):
                caption = cell.text_content().lower()
                for person in PEOPLE:
                    name = person.names["ar" if language(mission, entry) == "ar" else "en"].lower()
                    if name in caption and person.appointments:
                        offices = [
                            one.office[language(mission, entry)].lower()
                            for one in person.appointments
                            if one.since <= day and (one.until is None or day <= one.until)
                        ]
                        assert any(office in caption for office in offices), caption
    assert shown == Counter(
        {
            "Ileana Torvask": 1,
            "Dorian Achterveld": 1,
            "Selma Okonrad": 1,
            "Ludovine Harrast": 1,
            "Teodric Nwamba": 2,
            "Samir Talwazi": 2,
            "Apolline Desraviers": 1,
        }
    )


def test_appointments_and_parents_point_to_what_is_there() -> None:
    missions = {mission.slug for mission in MISSIONS}
    assert {one.mission for person in PEOPLE for one in person.appointments} <= missions
    assert {mission.parent for mission in MISSIONS} - {None} <= missions
    assert {topic.parent for topic in TOPICS} - {None} <= {topic.slug for topic in TOPICS}
    for mission in MISSIONS:
        assert set(mission.languages) <= mission.names.keys()


def test_kinds_are_told_of_authentic_posts_only() -> None:
    authentic = {
        said(post, "filename")
        for mission in MISSIONS
        for post in posts(mission)
        if not any(label.startswith("translation-of:") for label in labels(post))
    }
    assert KINDS.keys() <= authentic - {""}


def test_the_secret_stands_in_one_draft_and_nowhere_else() -> None:
    holders = [
        state(entry)
        for mission in MISSIONS
        for entry in entries(mission)
        if SECRET in text(entry, "content") or SECRET in text(entry, "title")
    ]
    assert holders == ["DRAFT"]


def test_every_address_is_invented_or_a_picture_host() -> None:
    hosts = Counter(
        host
        for mission in MISSIONS
        for entry in entries(mission)
        for host in re.findall(r'(?:src|href)="https?://([^/"]+)', text(entry, "content"))
    )
    assert hosts.keys() == {"blogger.googleusercontent.com", "www.youtube.com", "halmere.kestrane.example"}
    assert hosts["halmere.kestrane.example"] == hosts["www.youtube.com"] == 1


def test_the_one_link_between_posts_leads_to_a_post() -> None:
    mission = MISSIONS[0]
    addresses = {mission.address + said(post, "filename") for post in posts(mission) if state(post) == "LIVE"}
    links = [
        str(link.get("href"))
        for post in posts(mission)
        for link in body(post).iter("a")
        if str(link.get("href")).startswith(mission.address)
    ]
    assert len(links) == 1
    assert set(links) <= addresses
