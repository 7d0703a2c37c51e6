"""Missions as GraphQL."""

import json
from typing import TYPE_CHECKING, Annotated

import strawberry
from sqlalchemy import literal_column, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import aliased

from schema.declaring import column, connection, enum_type, field, object_type
from schema.kinds import PostKind
from schema.missions import models
from schema.paging import Connection, Node
from schema.sources import Each, filtered, in_languages, ordered, readable, rows_of, sql

if TYPE_CHECKING:
    from schema.clearance.types import ClearanceOfKind
    from schema.history.types import AuditEntry
    from schema.people.types import Appointment
    from schema.posts.filters import PostFilter, PostOrder
    from schema.posts.grid import TranslationGrid
    from schema.posts.types import Post

enum_type(models.MissionKind)


@object_type
class Mission(Node):
    """A ministry's headquarters, an embassy, a consulate or a permanent mission."""

    kind: models.MissionKind = column("What it is.")
    slug: str = column("Its name in addresses; unique.")
    host_country: str | None = column("ISO 3166-1 alpha-2 code of its host country; null for a headquarters.")
    city: str | None = column("The city it sits in.")
    time_zones: list[str] = column("IANA zone names; the first is where it sits.")
    languages: list[str] = column("BCP 47 tags of the languages it writes in; the first is its own.")
    parent: "Mission | None" = column("The mission it reports to; null for a headquarters.")

    @field
    def name(self, locales: list[str] | None = None) -> str:
        """Its name in the first of `locales` it has one in, else in its own language."""
        return in_languages(sql(self).names, sql(self).name, locales)

    @connection
    def missions(self) -> "Connection[Mission]":
        """The missions that report to it, by name."""
        mission = aliased(models.Mission)
        return sql(select(mission).where(mission.parent_id == sql(self).id).order_by(mission.name, mission.id))

    @connection
    def posts(
        self,
        filter: Annotated["PostFilter", strawberry.lazy("schema.posts.filters")] | None = None,
        order: Annotated["PostOrder", strawberry.lazy("schema.posts.filters")] | None = None,
    ) -> Connection[Annotated["Post", strawberry.lazy("schema.posts.types")]]:
        """What it has written; newest first unless another order is asked for."""
        post = rows_of("Post")
        keys = ordered(post, order, post.sort_at.desc(), post.id.desc())
        return sql(filtered(select(post).where(post.mission_id == sql(self).id), post, filter).order_by(*keys))

    @field
    def featured_posts(self) -> list[Annotated["Post", strawberry.lazy("schema.posts.types")]]:
        """What stands on its front now, in order; at most ten."""
        post, feature = rows_of("Post"), rows_of("Feature")
        on_front = select(post).join(feature, feature.post_id == post.id)
        here = on_front.where(feature.mission_id == sql(self).id)
        return sql(readable(here, feature).order_by(feature.position))

    @field
    def translation_grid(self) -> Annotated["TranslationGrid", strawberry.lazy("schema.posts.grid")]:
        """How far its posts are in its languages."""
        return sql(self)

    @connection
    def appointments(self) -> Connection[Annotated["Appointment", strawberry.lazy("schema.people.types")]]:
        """Who holds or held which office in it; the latest first."""
        appointment = rows_of("Appointment")
        here = select(appointment).where(appointment.mission_id == sql(self).id)
        return sql(here.order_by(appointment.starts_on.desc(), appointment.id.desc()))

    @field
    def clearance_policies(self) -> list[Annotated["ClearanceOfKind", strawberry.lazy("schema.clearance.types")]]:
        """Who must agree before posts go out: for each kind, and for every kind for which nothing else was chosen."""
        kinds = [{"kind": None}, *({"kind": kind.name} for kind in PostKind)]
        return sql(Each(literal_column(f"'{json.dumps(kinds)}'::jsonb", JSONB), sql(self)))

    @connection
    def audit_entries(self) -> Connection[Annotated["AuditEntry", strawberry.lazy("schema.history.types")]]:
        """The decisions taken in it, the latest first. Only its members see any."""
        entry = rows_of("AuditEntry")
        here = select(entry).where(entry.mission_id == sql(self).id)
        return sql(here.order_by(entry.happened_at.desc(), entry.id.desc()))
