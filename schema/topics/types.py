"""Topics and tags as GraphQL."""

from typing import TYPE_CHECKING, Annotated

import strawberry
from sqlalchemy import select
from sqlalchemy.orm import aliased

from schema.declaring import column, connection, field, object_type
from schema.paging import Connection, Node
from schema.sources import any_readable, filtered, in_languages, ordered, rows_of, sql
from schema.topics import models

if TYPE_CHECKING:
    from schema.posts.filters import PostFilter, PostOrder
    from schema.posts.types import Post


@object_type
class Topic(Node):
    """A subject the network keeps, in a hierarchy."""

    slug: str = column("Its name in addresses; unique.")
    parent: "Topic | None" = column("The subject it is part of; null at the top.")

    @field
    def name(self, locales: list[str] | None = None) -> str:
        """Its name in the first of `locales` it has one in, else as it was first written."""
        return in_languages(sql(self).names, sql(self).name, locales)

    @connection
    def topics(self) -> "Connection[Topic]":
        """The subjects that are part of it, by name."""
        topic = aliased(models.Topic)
        return sql(select(topic).where(topic.parent_id == sql(self).id).order_by(topic.name, topic.id))

    @connection
    def posts(
        self,
        filter: Annotated["PostFilter", strawberry.lazy("schema.posts.filters")] | None = None,
        order: Annotated["PostOrder", strawberry.lazy("schema.posts.filters")] | None = None,
    ) -> Connection[Annotated["Post", strawberry.lazy("schema.posts.types")]]:
        """What is filed under it, not under its parts; newest first unless another order is asked for."""
        post, filed = rows_of("Post"), rows_of("PostTopic")
        under = any_readable(select(filed).where(filed.post_id == post.id, filed.topic_id == sql(self).id))
        keys = ordered(post, order, post.sort_at.desc(), post.id.desc())
        return sql(filtered(select(post).where(under), post, filter).order_by(*keys))


@object_type
class Tag(Node):
    """A free word a writer added."""

    slug: str = column("Its name in addresses; unique.")
    name: str = column("As it was first written.")
