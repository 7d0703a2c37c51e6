"""Comments as GraphQL."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import aliased

from schema.comments import models
from schema.comments.filters import CommentFilter, CommentOrder
from schema.declaring import column, connection, field, object_type
from schema.paging import Connection, Node
from schema.posts.types import Post
from schema.sources import count_readable, filtered, sql


@object_type
class Comment(Node):
    """An answer to a post, or to another comment."""

    author_name: str = column("As the writer gave it.")
    state: models.CommentState = column("Whether it is public.")
    depth: int = column("1 at the top of the thread.")
    locale: str | None = column("Its language, as a BCP 47 tag; null when the writer did not say.")
    html: str = column("Its words as HTML: paragraphs, line breaks and links; safe to show.")
    written_at: datetime = column("When it was written.")
    post: Post | None = column("The post it answers.")
    parent: "Comment | None" = column("The comment it answers; null at the top of the thread.")

    @field
    def text(self) -> str:
        """Its words as they were written."""
        return sql(self).plain_text

    @connection
    def replies(
        self, filter: CommentFilter | None = None, order: CommentOrder = CommentOrder.OLDEST
    ) -> "Connection[Comment]":
        """The answers to it; each has its own. Oldest first unless asked otherwise."""
        reply = aliased(models.Comment)
        own = select(reply).where(reply.parent_id == sql(self).id)
        return sql(filtered(own, reply, filter).order_by(*order.keys(reply)))

    @field
    def reply_count(self) -> int:
        """How many direct answers you can read."""
        reply = aliased(models.Comment)
        return sql(count_readable(select(reply).where(reply.parent_id == sql(self).id)))
