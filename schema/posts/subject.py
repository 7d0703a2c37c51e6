"""What the rule of a verb is about: a post and one of its texts, as rows of SQL."""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, and_, column, func, literal_column, or_, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import aliased

from schema.clearance.policy import policy_in_force
from schema.context import Viewer
from schema.media.models import Photo
from schema.obstacles import Obstacle, Obstacles, taken, unless, weighed
from schema.posts import models
from schema.sources import Row

_SPACES = "".join(rf"\u{code:04x}" for code in range(0x3001) if chr(code).isspace())
SPACES: ColumnElement[str] = literal_column(f"E'{_SPACES}'")
"""What is no word, to Postgres as to Python."""
PHOTOS: Any = literal_column("""'strict $.** ? (@.type == "photo").attrs'::jsonpath""")


class Subject:
    """A post and one of its texts, as rows of SQL, and what a rule may want to know of them.

    What is asked for joins itself to the statement, so that a short rule is a short statement.
    """

    def __init__(self, viewer: Viewer) -> None:
        self.viewer = viewer
        self.post: Row = aliased(models.Post)
        self.text: Row = aliased(models.Translation)
        self._joined: list[tuple[Any, Any]] = []

    @cached_property
    def newest(self) -> Row:
        """The newest revision of the text: what would go out."""
        newest: Row = aliased(models.Revision)
        is_newest = (newest.translation_id == self.text.id, newest.number == self.text.newest_revision_number)
        self._joined.append((newest, and_(*is_newest)))
        return newest

    @cached_property
    def policy(self) -> Any:
        """The clearance policy in force for the post: the columns of `policy_in_force`."""
        return self._beside(policy_in_force(self.post.mission_id, self.post.kind)).c

    @cached_property
    def review(self) -> Row:
        """The last review that the newest revision was put before, if any."""
        review: Row = aliased(models.Review)
        number, kind = self.text.newest_revision_number, models.ReviewKind.BEFORE
        its = (review.translation_id == self.text.id, review.revision_number == number, review.kind == kind)
        last: Row = aliased(models.Review)
        newest = weighed(select(review.id).where(*its)).order_by(review.id.desc()).limit(literal_column("1"))
        self._joined.append((last, last.id == newest.scalar_subquery()))
        return last

    @cached_property
    def due(self) -> Row:
        """The review that the text still waits for after it went out, if any."""
        due: Row = aliased(models.Review)
        is_after = and_(due.kind == models.ReviewKind.AFTER, due.state == models.ReviewState.PENDING)
        self._joined.append((due, and_(due.translation_id == self.text.id, is_after)))
        return due

    @cached_property
    def undescribed(self) -> Any:
        """The first photo of the newest revision of which nobody has said what it shows: `block`, `file_name`."""
        shown = func.jsonb_path_query(self.newest.body, PHOTOS, type_=JSONB)
        use = shown.table_valued(column("attrs", JSONB), with_ordinality="position").render_derived()
        photo: Row = aliased(Photo)
        alternative, said = use.c.attrs["alternative"].astext, use.c.attrs["alternativeText"].astext
        is_said = or_(
            alternative.in_(["in_text", "decorative"]),
            and_(alternative == "described", func.btrim(said, SPACES) != ""),
        )
        first = (
            select(use.c.attrs["id"].astext.label("block"), photo.file_name.label("file_name"))
            .select_from(use)
            .join(photo, photo.id == use.c.attrs["photo"].astext.cast(photo.id.type))
            .where(unless(is_said))
            .order_by(use.c.position)
            .limit(literal_column("1"))
        )
        return self._beside(weighed(first)).c

    def statement(self, value: ColumnElement[Any], which: ColumnElement[bool]) -> Select[Any]:
        """A value for the text that is meant."""
        asked = select(value).select_from(self.text).join(self.post, self.post.id == self.text.post_id)
        for row, condition in self._joined:
            asked = asked.outerjoin(row, condition)
        rows = (row for row, _ in self._joined if not isinstance(row, FromClause))
        return weighed(asked.where(which), self.text, self.post, *rows)

    def _beside(self, statement: Select[Any]) -> FromClause:
        beside = statement.lateral()
        self._joined.append((beside, literal_column("true")))
        return beside


Rule = Callable[[Subject], Obstacles]


def asked(
    rule: Rule,
    viewer: Viewer,
    which: Callable[[Subject], ColumnElement[bool]],
    answer: Callable[[list[Obstacle]], ColumnElement[Any]],
    *,
    is_first_only: bool = False,
) -> tuple[list[Obstacle], Select[Any]]:
    """The obstacles of a verb for a viewer, and the statement that says which of them stands."""
    on = Subject(viewer)
    obstacles = taken(rule(on), is_first_only=is_first_only or viewer.kind == "visitor")
    return obstacles, on.statement(answer(obstacles), which(on))
