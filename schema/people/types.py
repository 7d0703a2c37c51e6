"""People and appointments as GraphQL."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import strawberry
from sqlalchemy import select
from sqlalchemy.orm import aliased

from schema.declaring import column, connection, field, object_type
from schema.missions.types import Mission
from schema.paging import Connection, Node
from schema.people import models
from schema.sources import any_readable, filtered, in_languages, ordered, rows_of, sql

if TYPE_CHECKING:
    from schema.posts.filters import PostFilter, PostOrder
    from schema.posts.types import Post


@object_type
class Person(Node):
    """Someone who is named: over a post, in an office. They need not have an account."""

    slug: str = column("Their name in addresses; unique.")

    @field
    def name(self, locales: list[str] | None = None) -> str:
        """Their name in the first of `locales` it is written in, else as it was first written."""
        return in_languages(sql(self).names, sql(self).name, locales)

    @connection
    def appointments(self) -> "Connection[Appointment]":
        """The offices they hold or held; the latest first."""
        appointment = aliased(models.Appointment)
        held = select(appointment).where(appointment.person_id == sql(self).id)
        return sql(held.order_by(appointment.starts_on.desc(), appointment.id.desc()))

    @connection
    def posts(
        self,
        filter: Annotated["PostFilter", strawberry.lazy("schema.posts.filters")] | None = None,
        order: Annotated["PostOrder", strawberry.lazy("schema.posts.filters")] | None = None,
    ) -> Connection[Annotated["Post", strawberry.lazy("schema.posts.types")]]:
        """What they are named over; newest first unless another order is asked for."""
        post, byline = rows_of("Post"), rows_of("Byline")
        named = any_readable(select(byline).where(byline.post_id == post.id, byline.person_id == sql(self).id))
        keys = ordered(post, order, post.sort_at.desc(), post.id.desc())
        return sql(filtered(select(post).where(named), post, filter).order_by(*keys))


@object_type
class Appointment(Node):
    """One office held by one person in one mission, from one day to another."""

    person: Person | None = column("Who holds it.")
    mission: Mission = column("Where.")
    is_ad_interim: bool = column("Whether it is held for the time being, beside or instead of its holder.")
    starts_on: date = column("The first day in office.")
    ends_on: date | None = column("The last day in office; null while it is held.")

    @field
    def office(self, locales: list[str] | None = None) -> str:
        """The office in the first of `locales` it is written in, else in the mission's own language."""
        return in_languages(sql(self).offices, sql(self).office, locales)
