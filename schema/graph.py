"""Query and Mutation, put together from the nouns, and the refusals that are problems of their own type."""

from collections.abc import Callable
from typing import Any

from schema.accounts.mutations import AccountMutations
from schema.accounts.problems import TooManyAttempts, too_many_attempts
from schema.accounts.queries import AccountQueries
from schema.accounts.refusals import TooManyAttempts as TooManyAttemptsRefusal
from schema.accounts.types import Account, AccountSession, ApiToken, Factor, Membership
from schema.clearance.mutations import ClearanceMutations
from schema.comments.mutations import CommentMutations
from schema.comments.queries import CommentQueries
from schema.declaring import object_type
from schema.errors import Refusal
from schema.history.queries import EventQueries
from schema.history.types import AuditEntry
from schema.media.queries import PhotoQueries
from schema.missions.mutations import MissionMutations
from schema.missions.queries import MissionQueries
from schema.nodes import NodeQueries
from schema.people.mutations import PersonMutations
from schema.people.queries import PersonQueries
from schema.people.types import Appointment
from schema.posts.body import BodyInvalid
from schema.posts.corrections import CorrectionMutations
from schema.posts.mutations import PostMutations
from schema.posts.problems import InvalidBody, StaleRevision, invalid_body, stale_revision
from schema.posts.queries import PostQueries
from schema.posts.reviews import ReviewQueries
from schema.posts.revisions import Revision
from schema.posts.services import StaleRevision as StaleRevisionRefusal
from schema.posts.statements import StatementQueries
from schema.posts.types import Byline, Placement, Translation
from schema.previews.mutations import PreviewMutations
from schema.previews.queries import PreviewQueries
from schema.previews.types import PreviewLink
from schema.problems import Problem, Refused, refused
from schema.schedules.mutations import ScheduleMutations
from schema.schedules.queries import ScheduleQueries
from schema.topics.mutations import TopicMutations
from schema.topics.queries import TopicQueries
from schema.webhooks.mutations import WebhookMutations
from schema.webhooks.queries import WebhookQueries


@object_type
class Query(
    NodeQueries,
    PostQueries,
    ReviewQueries,
    PreviewQueries,
    ScheduleQueries,
    MissionQueries,
    PersonQueries,
    PhotoQueries,
    TopicQueries,
    CommentQueries,
    EventQueries,
    StatementQueries,
    WebhookQueries,
    AccountQueries,
):
    """Everything that can be asked."""


@object_type
class Mutation(
    PostMutations,
    ScheduleMutations,
    CommentMutations,
    MissionMutations,
    ClearanceMutations,
    PreviewMutations,
    CorrectionMutations,
    PersonMutations,
    TopicMutations,
    WebhookMutations,
    AccountMutations,
):
    """Everything that can be decided. Each field is one verb, and one transaction."""


TYPES: list[Any] = [
    Account,
    AccountSession,
    ApiToken,
    Factor,
    Membership,
    TooManyAttempts,
    Appointment,
    AuditEntry,
    Byline,
    Placement,
    PreviewLink,
    Revision,
    Translation,
    Refused,
    StaleRevision,
    InvalidBody,
]
"""Types that are reached only through an interface."""

PROBLEMS: dict[type[Refusal], Callable[[Any], Problem]] = {
    StaleRevisionRefusal: stale_revision,
    BodyInvalid: invalid_body,
    TooManyAttemptsRefusal: too_many_attempts,
}
"""Refusals whose problem carries more than a sentence."""


def problem_of(refusal: Refusal) -> Problem:
    """A refusal as an answer."""
    return PROBLEMS.get(type(refusal), refused)(refusal)
