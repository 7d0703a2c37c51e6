"""Every table, and who may read its rows. A table without a rule here cannot be read at all.

A rule takes a viewer and a row of SQL and gives the condition under which the viewer may read the row; None lets
everyone read every row.
"""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement

from schema.accounts import access as accounts_access
from schema.accounts import models as accounts
from schema.base import Base
from schema.clearance import access as clearance_access
from schema.clearance import models as clearance
from schema.comments import access as comments_access
from schema.comments import models as comments
from schema.context import Viewer
from schema.history import access as history_access
from schema.history import models as history
from schema.mail import models as mail
from schema.media import models as media
from schema.missions import models as missions
from schema.people import models as people
from schema.posts import access as posts_access
from schema.posts import models as posts
from schema.posts.comparison import Comparison
from schema.previews import access as previews_access
from schema.previews import models as previews
from schema.schedules import access as schedules_access
from schema.schedules import models as schedules
from schema.statements import models as statements
from schema.topics import models as topics
from schema.webhooks import access as webhooks_access
from schema.webhooks import models as webhooks

metadata = Base.metadata

Rule = Callable[[Viewer, Any], ColumnElement[bool] | None]


def everyone(viewer: Viewer, row: Any) -> None:
    """Every row, to everyone: what it holds is public by its nature."""


VISIBILITY: dict[type[Base], Rule] = {
    missions.Mission: everyone,
    clearance.ClearancePolicy: clearance_access.policy_is_visible,
    people.Person: posts_access.person_is_visible,
    people.Appointment: everyone,
    accounts.Account: accounts_access.account_is_visible,
    accounts.Membership: accounts_access.membership_is_visible,
    accounts.ApiToken: accounts_access.is_of_readable_account,
    accounts.AccountSession: accounts_access.is_of_readable_account,
    accounts.Factor: accounts_access.is_of_readable_account,
    accounts.RecoveryCode: accounts_access.nobody,
    accounts.SignInLink: accounts_access.nobody,
    accounts.SignInFailure: accounts_access.nobody,
    media.Photo: posts_access.photo_is_visible,
    topics.Topic: everyone,
    topics.Tag: posts_access.tag_is_visible,
    schedules.Schedule: schedules_access.schedule_is_visible,
    schedules.Hold: schedules_access.hold_is_visible,
    posts.Post: posts_access.post_is_visible,
    posts.Translation: posts_access.translation_is_visible,
    posts.Revision: posts_access.revision_is_visible,
    posts.Review: posts_access.review_is_visible,
    Comparison: posts_access.comparison_is_visible,
    posts.Address: posts_access.part_of_translation_is_visible,
    posts.Byline: posts_access.part_of_post_is_visible,
    posts.Placement: posts_access.part_of_translation_is_visible,
    posts.Notice: posts_access.notice_is_visible,
    posts.Feature: posts_access.feature_is_visible,
    posts.PostTopic: posts_access.part_of_post_is_visible,
    posts.PostTag: posts_access.part_of_post_is_visible,
    posts.ImportedRecord: accounts_access.nobody,
    previews.PreviewLink: previews_access.preview_link_is_visible,
    statements.Statement: posts_access.part_of_translation_is_visible,
    statements.Signature: posts_access.signature_is_visible,
    statements.SigningKey: everyone,
    comments.Comment: comments_access.comment_is_visible,
    history.AuditEntry: history_access.audit_entry_is_visible,
    history.AuditChain: accounts_access.nobody,
    history.AuditLink: accounts_access.nobody,
    history.Event: history_access.event_is_visible,
    history.KeptAnswer: accounts_access.nobody,
    mail.Letter: accounts_access.nobody,
    webhooks.Webhook: webhooks_access.webhook_is_visible,
    webhooks.Delivery: webhooks_access.delivery_is_visible,
}

MODELS = {mapper.class_.__name__: mapper.class_ for mapper in Base.registry.mappers}


def _check_every_table_has_a_rule() -> None:
    unruled = sorted(name for name, model in MODELS.items() if model not in VISIBILITY)
    if unruled:
        raise LookupError(f"tables without a visibility rule: {unruled}")


_check_every_table_has_a_rule()
