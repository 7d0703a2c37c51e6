"""Query and Mutation, put together from the nouns."""

from typing import Any

from schema.comments.queries import CommentQueries
from schema.declaring import object_type
from schema.history.types import AuditEntry
from schema.media.queries import PhotoQueries
from schema.missions.queries import MissionQueries
from schema.nodes import NodeQueries
from schema.people.queries import PersonQueries
from schema.people.types import Appointment
from schema.posts.queries import PostQueries
from schema.posts.types import Byline, Placement, Revision, Translation
from schema.topics.queries import TopicQueries


@object_type
class Query(NodeQueries, PostQueries, MissionQueries, PersonQueries, PhotoQueries, TopicQueries, CommentQueries):
    """Everything that can be asked."""


TYPES: list[Any] = [Appointment, AuditEntry, Byline, Placement, Revision, Translation]
"""Types that are reached only through `Node`."""
