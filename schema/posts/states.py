"""The enumerations of posts: what their columns may hold, and GraphQL shows."""

import enum


class PublicationState(enum.Enum):
    """Whether a text is public."""

    DRAFT = "draft"
    LIVE = "live"
    UNPUBLISHED = "unpublished"
    WITHDRAWN = "withdrawn"


PUBLIC = (PublicationState.LIVE, PublicationState.WITHDRAWN)
"""The states in which everyone can read a text, or what stands in its place."""


class NoticeKind(enum.Enum):
    """What the public is told of a text that was public before."""

    CLARIFICATION = "clarification"
    CORRECTION = "correction"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    RETRACTION = "retraction"
    RESTORED = "restored"


WITHDRAWALS = (NoticeKind.WITHDRAWN, NoticeKind.RETRACTION)
"""The kinds that take the words of a text from the public."""


class BylineRole(enum.Enum):
    """What someone did for a post."""

    AUTHOR = "author"
    CONTRIBUTOR = "contributor"
    TRANSLATOR = "translator"
    PHOTOGRAPHER = "photographer"


class AlternativeChoice(enum.Enum):
    """How somebody who cannot see a photo learns what it shows."""

    DESCRIBED = "described"
    IN_TEXT = "in_text"
    DECORATIVE = "decorative"


class CommentPolicy(enum.Enum):
    """Who may comment on a post, and when it is seen."""

    OPEN = "open"
    PREMODERATED = "premoderated"
    CLOSED = "closed"


class ReviewKind(enum.Enum):
    """Whether somebody agrees to a text before it goes out, or looks at it afterwards."""

    BEFORE = "before"
    AFTER = "after"


class ReviewState(enum.Enum):
    """What came of a review."""

    PENDING = "pending"
    CLEARED = "cleared"
    RETURNED = "returned"
    OBJECTED = "objected"
    LAPSED = "lapsed"


class Verdict(enum.Enum):
    """What somebody finds of a text that went out first."""

    APPROVE = "approve"
    OBJECT = "object"
