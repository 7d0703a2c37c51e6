"""The enumerations of clearance and of kinds of posts, known to GraphQL from here on."""

from schema.clearance.models import Clearance
from schema.declaring import enum_type
from schema.kinds import PostKind

for choice in (Clearance, PostKind):
    enum_type(choice)

__all__ = ["Clearance", "PostKind"]
