"""A translation beside the authentic text, block by block, as GraphQL."""

from collections.abc import Mapping
from functools import reduce
from types import SimpleNamespace
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Uuid,
    and_,
    case,
    cast,
    column,
    func,
    literal,
    literal_column,
    null,
    or_,
    select,
    true,
)
from sqlalchemy.dialects.postgresql import JSONB, aggregate_order_by
from sqlalchemy.orm import aliased

from schema.declaring import column as member
from schema.declaring import enum_type, field, object_type
from schema.posts import models
from schema.posts.blocks import Block
from schema.posts.comparison import Comparison
from schema.posts.origins import CHANGED, SUMMARY, TITLE, WAITING, PartState
from schema.sources import Each, JsonRow, Readable, Row, readable, sql

enum_type(PartState)

EMPTY: ColumnElement[Any] = literal_column("'[]'::jsonb", JSONB)
NO_PARTS: ColumnElement[Any] = literal_column("'{}'::jsonb", JSONB)


@object_type
class ComparedBlock:
    """A block of the authentic text and what stands for it in a translation; one of the two may be missing."""

    block_id: str = member("The id of the block, `@title` or `@summary`.")
    state: PartState = member("What is to be done about it.")
    source_text: str | None = member("The words of the authentic text; null where it has none here.")
    target_text: str | None = member("The words of the translation; null where it has none here.")
    source_before: str | None = member(
        "What the authentic text said when this was translated; null while it says the same, and for visitors."
    )
    source_revision: int | None = member("In which revision it said that; null while it says the same.")

    @field
    def source(self) -> Block | None:
        """The block of the authentic text; null for the title and the summary, and where there is none."""
        return sql(_block(self, "source"))

    @field
    def target(self) -> Block | None:
        """The block of the translation; null for the title and the summary, and where there is none."""
        return sql(_block(self, "target"))


def side_by_side(post_id: Any, locale: Any, parent: Row, *, only_open: bool = False) -> Each:
    """Every block of the authentic text beside that of a text in another language, which there need not be.

    Who may read drafts sees the newest of both, everyone else what is shown.
    """
    source, target = aliased(models.Translation), aliased(models.Translation)
    held = _held(target)
    is_public = func.coalesce(held.c.is_public, literal(False))
    number = func.coalesce(held.c.authentic_revision_number, source.newest_revision_number)
    there = _said(source, number, is_public)
    here = _said(target, held.c.revision_number, is_public)
    lines = _elements(func.coalesce(held.c.rows, case((target.id.is_(None), _untouched(there)), else_=EMPTY)))
    element = _element(lines.c.element, source, target, there, here)
    of_post = and_(target.post_id == post_id, target.locale == locale, ~target.is_authentic, Readable(target))
    found = (
        select(func.jsonb_agg(aggregate_order_by(element, lines.c.position), type_=JSONB))
        .select_from(source)
        .outerjoin(target, of_post)
        .outerjoin(held, true())
        .join(there, true())
        .join(here, true())
        .join(lines, true())
        .where(source.post_id == post_id, source.is_authentic, source.locale != locale, Readable(source))
    )
    if only_open:
        found = found.where(lines.c.element["state"].astext.in_([state.name for state in CHANGED | WAITING]))
    return Each(found.scalar_subquery(), parent)


def _held(target: Row) -> Any:
    """How a text stands: the newest of it, or what is shown to whoever may not read that."""
    comparison = aliased(Comparison)
    held = readable(select(comparison).where(comparison.translation_id == target.id)).with_only_columns(
        comparison.rows,
        comparison.is_public,
        comparison.revision_number,
        comparison.authentic_revision_number,
        maintain_column_froms=True,
    )
    return held.order_by(comparison.is_public).limit(literal_column("1")).lateral()


def _said(text: Row, number: Any, is_public: Any) -> Any:
    """What a text says at a revision: its title, summary and blocks, and its `parts` by key."""
    revision = aliased(models.Revision)
    at = and_(revision.translation_id == text.id, revision.number == number, ~is_public, Readable(revision))
    title = func.coalesce(revision.title, text.title)
    summary = func.coalesce(revision.summary, text.summary)
    blocks = func.coalesce(revision.blocks, text.blocks)
    of_body = _elements(blocks)
    by_id = select(func.jsonb_object_agg(of_body.c.element["id"].astext, of_body.c.element, type_=JSONB))
    named = {TITLE: func.jsonb_build_object("text", title), SUMMARY: func.jsonb_build_object("text", summary)}
    parts = _object(named).op("||")(func.coalesce(by_id.select_from(of_body).scalar_subquery(), NO_PARTS))
    said = select(
        title.label("title"), summary.label("summary"), blocks.label("blocks"), sql(parts).label("parts")
    ).select_from(_one_row().outerjoin(revision, at))
    # Without the offset Postgres would make the parts anew for each line.
    return said.offset(literal_column("0")).lateral()


def _one_row() -> Any:
    return select(literal(1).label("one")).subquery()


def _untouched(there: Any) -> ColumnElement[Any]:
    """The lines of a text nobody has begun: everything that is said there is missing."""
    blocks = _elements(there.c.blocks)
    block = blocks.c.element
    says = or_(block["text"].astext != "", block["kind"].astext.not_in(["paragraph", "heading"]))
    of_body = select(func.jsonb_agg(aggregate_order_by(_missing(block["id"]), blocks.c.position), type_=JSONB))
    return _joined(
        case((there.c.title != "", func.jsonb_build_array(_missing(TITLE))), else_=EMPTY),
        case((there.c.summary != "", func.jsonb_build_array(_missing(SUMMARY))), else_=EMPTY),
        func.coalesce(of_body.select_from(blocks).where(says).scalar_subquery(), EMPTY),
    )


def _joined(*arrays: Any) -> ColumnElement[Any]:
    first, *rest = arrays
    return reduce(lambda left, right: sql(left).op("||", return_type=JSONB())(right), rest, first)


def _missing(key: Any) -> ColumnElement[Any]:
    return _object({"there": key, "here": null(), "state": PartState.MISSING_HERE.name})


def _element(line: Any, source: Row, target: Row, there: Any, here: Any) -> ColumnElement[Any]:
    block, ours = there.c.parts[line["there"].astext], here.c.parts[line["here"].astext]
    return _object(
        {
            "block_id": func.coalesce(line["there"].astext, line["here"].astext),
            "state": line["state"],
            "source": block,
            "source_text": block["text"],
            "source_of": source.id,
            "source_before": line["said"],
            "source_revision": line["revision"],
            "target": ours,
            "target_text": ours["text"],
            "target_of": target.id,
        }
    )


def _block(compared: Any, side: str) -> JsonRow:
    """One of the two blocks, with the text it stands in, where its photos are placed."""
    row = sql(compared)
    return JsonRow(getattr(row, side), SimpleNamespace(id=cast(row.text_of(f"{side}_of"), Uuid)))


def _elements(array: Any) -> Any:
    elements = func.jsonb_array_elements(array).table_valued(column("element", JSONB), with_ordinality="position")
    return elements.render_derived()


def _object(members: Mapping[str, Any]) -> ColumnElement[Any]:
    return func.jsonb_build_object(*(part for name, value in members.items() for part in (name, value)), type_=JSONB)
