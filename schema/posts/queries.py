"""Entrances to posts: root fields and search."""

from typing import Any

import strawberry
from graphql import GraphQLError
from sqlalchemy import select
from sqlalchemy.orm import aliased

from schema.declaring import connection, field, object_type
from schema.paging import Connection
from schema.posts import models
from schema.posts.choices import PublicationState
from schema.posts.filters import PostFilter, PostOrder
from schema.posts.search import SearchHit, query_of, rank
from schema.posts.types import Post
from schema.sources import First, WithFacts, any_readable, filtered, known_locale, one_by, readable, rows_of, sql


@object_type
class PostQueries:
    """Root fields of posts."""

    @field
    def post(self, id: strawberry.ID | None = None, mission: str | None = None, slug: str | None = None) -> Post | None:
        """One post: by id, or by the slug of its mission and an address it has or had there.

        An old address, and a path on a site it was imported from, lead here too; `redirect` says where they moved.
        What was withdrawn is still found here, with its `withdrawal` in place of its words.

        Args:
            mission: The slug of the mission that wrote it.
            slug: The last part of an address, or the whole path on a site it was imported from.
        """
        if id is not None and mission is None and slug is None:
            return sql(one_by(models.Post, id=id))
        if id is not None or mission is None or slug is None:
            message = "Ask for a post by its id, or by `mission` and `slug` together."
            raise GraphQLError(message, extensions={"code": "BAD_USER_INPUT"})
        return sql(First(_at_address(mission, slug), is_limited=False))

    @connection
    def posts(self, filter: PostFilter | None = None, order: PostOrder = PostOrder.NEWEST) -> Connection[Post]:
        """Every post that fits, of every mission; newest first unless another order is asked for."""
        post = aliased(models.Post)
        return sql(filtered(select(post), post, filter).order_by(*order.keys(post)))

    @connection
    def search(self, text: str, locale: str | None = None, filter: PostFilter | None = None) -> Connection[SearchHit]:
        """Texts that hold these words, the best first.

        Words are matched by the rules of the text's language. “Quotes” keep words together, `or` and `-` work as on
        the web. With `locale` only texts in that language are searched.

        Args:
            text: The words; at most 200 characters.
            locale: A language tag by BCP 47.
            filter: Of which posts; every one that you may see when it is left out.
        """
        hit = aliased(models.Translation)
        query = query_of(text, locale)
        found = select(hit).where(hit.search.bool_op("@@")(query), hit.state != PublicationState.WITHDRAWN)
        if locale is not None:
            found = found.where(hit.locale == sql(locale).converted("canonical", known_locale))
        if filter is not None:
            post = aliased(models.Post)
            found = found.where(any_readable(filtered(select(post).where(post.id == hit.post_id), post, filter)))
        best_first = found.order_by(rank(hit, query).desc(), hit.id.desc())
        return sql(WithFacts(best_first, {"query": lambda row: query}))


def _at_address(mission: Any, slug: Any) -> Any:
    post, text, address, here = (
        aliased(models.Post),
        aliased(models.Translation),
        aliased(models.Address),
        rows_of("Mission"),
    )
    mission_id = readable(select(here.id).where(here.slug == mission)).scalar_subquery()
    found = (
        select(text.post_id)
        .join(address, address.translation_id == text.id)
        .where(address.path == slug, address.mission_id == mission_id)
    )
    return select(post).where(post.id == readable(found, address).scalar_subquery())
