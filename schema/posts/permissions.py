"""What a viewer may do with a post and with a text, as GraphQL: each field asks the rule of one verb beforehand."""

from collections.abc import Callable
from typing import Any

import strawberry
from sqlalchemy import ColumnElement, Select, and_, func, literal
from sqlalchemy.dialects.postgresql import JSONB

from schema.declaring import column, field, object_type
from schema.obstacles import answered
from schema.posts import obstacles
from schema.posts.obstacles import Rule, Subject
from schema.sources import Made, Row, known_locale, sql


@object_type
class Permission:
    """Whether you may do something now, and what stands in the way if not."""

    allowed: bool = column("Whether the mutation would be done now; what it is given may still be refused.")
    code: str | None = column("The code of the problem it would answer; null when it is allowed.")
    reason: str | None = column("What stands in the way and what to do next, for people; null when it is allowed.")


class Asked:
    """The post and the text that a viewer asks about."""

    def __init__(self, row: Row, which: Callable[[Subject], ColumnElement[bool]]) -> None:
        self.row, self.which = row, which

    def having(self, value: ColumnElement[Any]) -> "Asked":
        """The same for a usable value of an argument, which is looked at also where the rule has no use for it."""
        return Asked(self.row, lambda on: and_(self.which(on), value.is_not(None)))

    def permission(self, rule: Rule, info: strawberry.Info) -> Any:
        """What stands in the way of a verb, for whoever asks."""
        _, statement = obstacles.asked(rule, info.context.viewer, self.which, answered)
        return Made(_or_nothing(statement), self.row)


def of_post(post: Row) -> Asked:
    """A post with its authentic text."""
    return Asked(post, lambda on: and_(on.text.post_id == post.id, on.text.is_authentic))


def of_text(text: Row) -> Asked:
    """A text with its post."""
    return Asked(text, lambda on: on.text.id == text.id)


def _or_nothing(statement: Select[Any]) -> ColumnElement[Any]:
    """Where there is no such text, nothing may be done with it."""
    nothing = func.jsonb_build_object(literal("allowed"), literal(False), type_=JSONB)
    return func.coalesce(statement.scalar_subquery(), nothing)


@object_type
class ViewerCan:
    """What you may do with a text now. Each field is a mutation, and answers what that would answer."""

    @field
    def save(self, info: strawberry.Info) -> Permission:
        """Save a new state of the text: `saveDraft`."""
        return sql(sql(self).permission(obstacles.saving, info))

    @field
    def add_translation(self, info: strawberry.Info, locale: str) -> Permission:
        """Begin a text in one more language: `addTranslation`.

        Args:
            locale: The language, as a BCP 47 tag.
        """
        tag = sql(locale).converted("canonical", known_locale)
        return sql(sql(self).having(tag).permission(obstacles.adding_translation(tag), info))

    @field
    def set_bylines(self, info: strawberry.Info) -> Permission:
        """Say who is named over the post: `setBylines`."""
        return sql(sql(self).permission(obstacles.changing, info))

    @field
    def set_topics(self, info: strawberry.Info) -> Permission:
        """Say what the post is filed under: `setTopics`."""
        return sql(sql(self).permission(obstacles.changing, info))

    @field
    def publish(self, info: strawberry.Info) -> Permission:
        """Make the newest state of the text public: `publishPost`."""
        return sql(sql(self).permission(obstacles.publishing, info))

    @field
    def unpublish(self, info: strawberry.Info) -> Permission:
        """Take the text back, and with the authentic one the post: `unpublishPost`."""
        return sql(sql(self).permission(obstacles.unpublishing, info))

    @field
    def schedule(self, info: strawberry.Info) -> Permission:
        """Let the newest state of the text go out by itself: `schedulePost`."""
        return sql(sql(self).permission(obstacles.scheduling, info))

    @field
    def unschedule(self, info: strawberry.Info) -> Permission:
        """Let it not go out by itself after all: `unschedulePost`."""
        return sql(sql(self).permission(obstacles.unscheduling, info))
