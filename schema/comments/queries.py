"""Entrances to comments: root fields."""

import strawberry
from sqlalchemy import select
from sqlalchemy.orm import aliased

from schema.comments import models
from schema.comments.filters import CommentFilter, CommentOrder
from schema.comments.types import Comment
from schema.declaring import connection, field, object_type
from schema.paging import Connection
from schema.sources import filtered, one_by, sql


@object_type
class CommentQueries:
    """Root fields of comments."""

    @field
    def comment(self, id: strawberry.ID) -> Comment | None:
        """One comment, by id."""
        return sql(one_by(models.Comment, id=id))

    @connection
    def comments(
        self, filter: CommentFilter | None = None, order: CommentOrder = CommentOrder.NEWEST
    ) -> Connection[Comment]:
        """Every comment that fits, on every post; newest first unless another order is asked for."""
        comment = aliased(models.Comment)
        return sql(filtered(select(comment), comment, filter).order_by(*order.keys(comment)))
