"""The enumerations of posts, known to GraphQL from here on: import them from here wherever they are in its schema."""

from schema.clearance.choices import Clearance, PostKind
from schema.clocks import Occurrence
from schema.declaring import enum_type
from schema.posts.models import (
    AlternativeChoice,
    BylineRole,
    CommentPolicy,
    NoticeKind,
    PublicationState,
    ReviewKind,
    ReviewState,
    Verdict,
)

for choice in (
    AlternativeChoice,
    BylineRole,
    CommentPolicy,
    NoticeKind,
    Occurrence,
    PublicationState,
    ReviewKind,
    ReviewState,
    Verdict,
):
    enum_type(choice)

__all__ = [
    "AlternativeChoice",
    "BylineRole",
    "Clearance",
    "CommentPolicy",
    "NoticeKind",
    "Occurrence",
    "PostKind",
    "PublicationState",
    "ReviewKind",
    "ReviewState",
    "Verdict",
]
