"""The enumerations of posts, known to GraphQL from here on: import them from here wherever they are in its schema."""

from schema.clocks import Occurrence
from schema.declaring import enum_type
from schema.posts.models import AlternativeChoice, BylineRole, CommentPolicy, PostKind, PublicationState

for choice in (AlternativeChoice, BylineRole, CommentPolicy, Occurrence, PostKind, PublicationState):
    enum_type(choice)

__all__ = ["AlternativeChoice", "BylineRole", "CommentPolicy", "Occurrence", "PostKind", "PublicationState"]
