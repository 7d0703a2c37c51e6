"""What holds for every body, tried on many."""

import json
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schema.posts.body import BodyInvalid, PhotoFacts, from_html, from_markdown, parse_body, render
from schema.posts.body.grammar import SCHEMA
from tests.schema.posts.body.documents import (
    ANY_JSON,
    DOCUMENT,
    NEARLY,
    OTHER_PHOTO,
    PHOTO,
    Json,
    without_ids,
)

PHOTOS = {PHOTO: PhotoFacts("/media/a.jpg", 4, 3), OTHER_PHOTO: PhotoFacts("/media/b.jpg", 3, 4)}
TRIED = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
PATHS = {facts.path: photo_id for photo_id, facts in PHOTOS.items()}

TAGS = """
<p> </p> <div> </div> <b> </b> <a|href='/x'> <a|href='javascript:x'> </a> <br> | <ul> </ul> <ol|start=2> <li>
<blockquote> </blockquote> <cite> </cite> <hr> x é
<figure> </figure> <figcaption> </figcaption> <img|src=/media/a.jpg|alt=q>
<img|src=no> <table> <tr> <td> </table> <iframe|src=https://a.org/></iframe> <h1> </h1> &#11 <div|class=gallery>
<span|class=credit> <span|lang=ar> </span> <pre> <q> <sub>
"""
SIGNS = """
#| >| -| 1.| ; ;; || |||| ** * ` ```; ---; x ![a](/media/a.jpg|'t') ![a](no) [l](/x) [l](javascript:x)
https://youtu.be/x <b> \\
"""


def joined(parts: str) -> st.SearchStrategy[str]:
    """Texts of some of the parts in any order; ``|`` in a part is a space, ``;`` the end of a line."""
    choices = [part.replace("|", " ").replace(";", "\n") for part in parts.split()]
    return st.lists(st.sampled_from(choices), max_size=40).map("".join)


MARKUP = joined(TAGS)
MARKDOWN = joined(SIGNS)


def photo_for(address: str) -> UUID | None:
    return PATHS.get(address)


def again(document: Json) -> Json:
    """A document written as HTML and read back."""
    html = render(parse_body(document), PHOTOS, "en").html
    read = from_html(html, photo_for)
    assert read.losses == ()
    return parse_body(read.document).json


@given(DOCUMENT)
@TRIED
def test_what_was_parsed_parses_to_itself(document: Json) -> None:
    parsed = parse_body(document)
    assert parse_body(parsed.json).json == parsed.json
    assert parse_body(json.loads(json.dumps(parsed.json))).json == parsed.json


@given(DOCUMENT)
@TRIED
def test_html_says_all_that_the_document_says(document: Json) -> None:
    assert without_ids(again(document)) == without_ids(parse_body(document).json)


@given(DOCUMENT)
@TRIED
def test_the_editor_schema_takes_what_is_stored(document: Json) -> None:
    SCHEMA.node_from_json(parse_body(document).json).check()


@given(DOCUMENT)
@TRIED
def test_parsing_leaves_its_argument_alone(document: Json) -> None:
    before = json.dumps(document)
    parse_body(document)
    assert json.dumps(document) == before


@given(ANY_JSON | NEARLY | st.lists(NEARLY, max_size=4).map(lambda blocks: {"type": "doc", "content": blocks}))
@TRIED
def test_any_value_is_a_body_or_a_refusal_that_can_be_sent(value: object) -> None:
    refusal = None
    try:
        parsed = parse_body(value)
    except BodyInvalid as raised:
        refusal = raised
    if refusal is None:
        assert parse_body(parsed.json).json == parsed.json
    else:
        assert 1 <= len(refusal.problems) <= 20
        assert all(each.message.encode() and each.message[0].isupper() for each in refusal.problems)
        assert refusal.message == refusal.problems[0].message


@given(MARKUP)
@TRIED
def test_any_html_becomes_a_body(source: str) -> None:
    parse_body(from_html(source, photo_for).document)


@given(MARKDOWN)
@TRIED
def test_any_markdown_becomes_a_body(source: str) -> None:
    parse_body(from_markdown(source, photo_for).document)


@given(MARKUP)
@TRIED
def test_html_read_once_says_the_same_when_read_again(source: str) -> None:
    once = parse_body(from_html(source, photo_for).document).json
    assert without_ids(again(once)) == without_ids(once)
