"""Entrances to topics and tags: root fields and filters."""

from typing import Any

import strawberry
from sqlalchemy import select
from sqlalchemy.orm import aliased

from schema.declaring import connection, field, input_type, object_type, option
from schema.paging import Connection
from schema.sources import Filter, Row, among, filtered, given, key, keys, one_by, sql
from schema.topics import models
from schema.topics.types import Tag, Topic


@input_type
class TopicFilter(Filter):
    """Which topics. Every field that is given must hold."""

    id: list[strawberry.ID] | None = option("One of these.")
    parent: strawberry.ID | None = option("Part of this topic.")
    is_top: bool | None = option("At the top of the hierarchy, or below it.")
    and_: list["TopicFilter"] | None = option("All of these hold.", name="and")
    or_: list["TopicFilter"] | None = option("At least one of these holds.", name="or")
    not_: "TopicFilter | None" = option("This does not hold.", name="not")

    def own_conditions(self, topic: Row) -> list[Any]:
        """A condition per field."""
        return [
            among(topic.id, keys("Topic", self.id)) if given(self.id) else None,
            topic.parent_id == key("Topic", self.parent) if given(self.parent) else None,
            topic.parent_id.is_(None) == self.is_top if given(self.is_top) else None,
        ]


@object_type
class TopicQueries:
    """Root fields of topics and tags."""

    @field
    def topic(self, id: strawberry.ID | None = None, slug: str | None = None) -> Topic | None:
        """One topic, by id or by slug."""
        return sql(one_by(models.Topic, id=id, slug=slug))

    @connection
    def topics(self, filter: TopicFilter | None = None) -> Connection[Topic]:
        """Every topic that fits, by name."""
        topic = aliased(models.Topic)
        return sql(filtered(select(topic), topic, filter).order_by(topic.name, topic.id))

    @field
    def tag(self, id: strawberry.ID | None = None, slug: str | None = None) -> Tag | None:
        """One tag, by id or by slug."""
        return sql(one_by(models.Tag, id=id, slug=slug))

    @connection
    def tags(self) -> Connection[Tag]:
        """Every tag in use, by name."""
        tag = aliased(models.Tag)
        return sql(select(tag).order_by(tag.name, tag.id))
