"""What a viewer may do with a post and with a text, as GraphQL: each field asks the rule of one verb beforehand."""

from collections.abc import Callable
from typing import Any

import strawberry
from sqlalchemy import ColumnElement, Select, and_, case, func, literal
from sqlalchemy.dialects.postgresql import JSONB

from schema.clearance.choices import Clearance
from schema.context import Role
from schema.declaring import column, field, object_type
from schema.obstacles import answered
from schema.posts import obstacles
from schema.posts import obstacles_afterwards as afterwards
from schema.posts.subject import Rule, Subject, asked
from schema.sources import Made, Row, known_locale, sql


@object_type
class Permission:
    """Whether you may do something now, and what stands in the way if not."""

    allowed: bool = column("Whether the mutation would be done now; what it is given may still be refused.")
    code: str | None = column("The code of the problem it would answer; null when it is allowed.")
    reason: str | None = column("What stands in the way and what to do next, for people; null when it is allowed.")

    @field
    def policy(self, info: strawberry.Info) -> Clearance | None:
        """The clearance policy in force for the post; null to whoever is no member of its mission."""
        return sql(sql(self).parent.policy(info))


class Asked:
    """The post and the text that a viewer asks about."""

    def __init__(self, which: Callable[[Subject], ColumnElement[bool]]) -> None:
        self.which = which

    def having(self, value: ColumnElement[Any]) -> "Asked":
        """The same for a usable value of an argument, which is looked at also where the rule has no use for it."""
        return Asked(lambda on: and_(self.which(on), value.is_not(None)))

    def permission(self, rule: Rule, info: strawberry.Info) -> Any:
        """What stands in the way of a verb, for whoever asks."""
        _, statement = asked(rule, info.context.viewer, self.which, answered)
        return Made(_or_nothing(statement), self)

    def policy(self, info: strawberry.Info) -> Any:
        """The policy in force, for members."""
        viewer = info.context.viewer
        if viewer.kind == "visitor":
            return None
        on = Subject(viewer)
        is_member = viewer.has(Role.READER, on.post.mission_id)
        told = case((is_member, on.policy.clearance))
        return on.statement(told, self.which(on)).scalar_subquery()


def of_post(post: Row) -> Asked:
    """A post with its authentic text."""
    return Asked(lambda on: and_(on.text.post_id == post.id, on.text.is_authentic))


def of_text(text: Row) -> Asked:
    """A text with its post."""
    return Asked(lambda on: on.text.id == text.id)


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
    def confirm_translation(self, info: strawberry.Info) -> Permission:
        """Say that blocks of the text stand as they are: `confirmTranslation`."""
        return sql(sql(self).permission(obstacles.confirming, info))

    @field
    def set_bylines(self, info: strawberry.Info) -> Permission:
        """Say who is named over the post: `setBylines`."""
        return sql(sql(self).permission(obstacles.changing, info))

    @field
    def set_topics(self, info: strawberry.Info) -> Permission:
        """Say what the post is filed under: `setTopics`."""
        return sql(sql(self).permission(obstacles.changing, info))

    @field
    def submit(self, info: strawberry.Info) -> Permission:
        """Put the newest state before somebody who clears it: `submitPost`."""
        return sql(sql(self).permission(obstacles.submitting, info))

    @field
    def return_text(self, info: strawberry.Info) -> Permission:
        """Hand the newest state back with remarks: `returnPost`."""
        return sql(sql(self).permission(obstacles.returning, info))

    @field
    def clear(self, info: strawberry.Info) -> Permission:
        """Agree to the newest state: `clearPost`."""
        return sql(sql(self).permission(obstacles.clearing, info))

    @field
    def publish_in_emergency(self, info: strawberry.Info) -> Permission:
        """Make the newest state public without clearance: `publishPost` with `emergency`."""
        return sql(sql(self).permission(obstacles.publishing_in_emergency, info))

    @field
    def review(self, info: strawberry.Info) -> Permission:
        """Say whether what went out first should have: `reviewPost`."""
        return sql(sql(self).permission(obstacles.reviewing, info))

    @field
    def publish(self, info: strawberry.Info) -> Permission:
        """Make the newest state of the text public: `publishPost`."""
        return sql(sql(self).permission(obstacles.publishing, info))

    @field
    def create_preview_link(self, info: strawberry.Info) -> Permission:
        """Make a link that shows the text before it is public: `createPreviewLink`."""
        return sql(sql(self).permission(obstacles.previewing, info))

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

    @field
    def correct(self, info: strawberry.Info) -> Permission:
        """Make the newest state of the text public with a notice: `correctPost`."""
        return sql(sql(self).permission(afterwards.correcting, info))

    @field
    def add_notice(self, info: strawberry.Info) -> Permission:
        """Clarify the text with a notice: `addNotice`."""
        return sql(sql(self).permission(afterwards.noting, info))

    @field
    def supersede(self, info: strawberry.Info) -> Permission:
        """Say what is to be read instead of the post: `supersedePost`."""
        return sql(sql(self).permission(afterwards.superseding, info))

    @field
    def withdraw(self, info: strawberry.Info) -> Permission:
        """Withdraw the text, and with the authentic one the post: `withdrawPost`."""
        return sql(sql(self).permission(afterwards.withdrawing, info))

    @field
    def restore(self, info: strawberry.Info) -> Permission:
        """Restore the text, and with the authentic one the post: `restorePost`."""
        return sql(sql(self).permission(afterwards.restoring, info))

    @field
    def delete(self, info: strawberry.Info) -> Permission:
        """Delete the post in every language: `deletePost`."""
        return sql(sql(self).permission(afterwards.deleting, info))

    @field
    def delete_translation(self, info: strawberry.Info) -> Permission:
        """Delete the text alone: `deleteTranslation`."""
        return sql(sql(self).permission(afterwards.deleting_translation, info))

    @field
    def change_slug(self, info: strawberry.Info) -> Permission:
        """Give the text another address: `changeSlug`."""
        return sql(sql(self).permission(afterwards.changing_slug, info))

    @field
    def feature(self, info: strawberry.Info) -> Permission:
        """Put the post on the front of its mission: `featurePost`."""
        return sql(sql(self).permission(afterwards.featuring, info))

    @field
    def unfeature(self, info: strawberry.Info) -> Permission:
        """Take the post off the front of its mission: `unfeaturePost`."""
        return sql(sql(self).permission(afterwards.unfeaturing, info))
