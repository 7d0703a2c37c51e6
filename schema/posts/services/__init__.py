"""The verbs of posts: the only code that changes them. One file for each group of verbs; the names are here."""

from schema.posts.refusals import (
    AddressMalformed,
    AddressTaken,
    AlreadyPublished,
    AlternativeMissing,
    AuthenticNotLive,
    BodyAmbiguous,
    BodyNotKept,
    BylineMissing,
    BylineTwice,
    BylineUnclear,
    NothingToPublish,
    NotPublished,
    PhotoOfAnotherMission,
    PublishedInFuture,
    RevisionUnknown,
    StaleRevision,
    TooManyBylines,
    TooManyTopics,
    TranslationExists,
)
from schema.posts.services.addresses import add_redirect
from schema.posts.services.bylines import BylineDraft, set_bylines
from schema.posts.services.drafting import add_translation, create_post
from schema.posts.services.filing import set_topics
from schema.posts.services.importing import find_imported, find_touched, remember_imported, renew_imported
from schema.posts.services.loading import find_translation, get_post, get_translation
from schema.posts.services.publishing import publish_post, unpublish_post
from schema.posts.services.saving import SavedDraft, save_draft
from schema.posts.services.scheduling import (
    Moment,
    next_due,
    publish_next_due,
    resolve_wall_times,
    schedule_post,
    unschedule_post,
)
from schema.posts.services.text import BodyInput

__all__ = [
    "AddressMalformed",
    "AddressTaken",
    "AlreadyPublished",
    "AlternativeMissing",
    "AuthenticNotLive",
    "BodyAmbiguous",
    "BodyInput",
    "BodyNotKept",
    "BylineDraft",
    "BylineMissing",
    "BylineTwice",
    "BylineUnclear",
    "Moment",
    "NotPublished",
    "NothingToPublish",
    "PhotoOfAnotherMission",
    "PublishedInFuture",
    "RevisionUnknown",
    "SavedDraft",
    "StaleRevision",
    "TooManyBylines",
    "TooManyTopics",
    "TranslationExists",
    "add_redirect",
    "add_translation",
    "create_post",
    "find_imported",
    "find_touched",
    "find_translation",
    "get_post",
    "get_translation",
    "next_due",
    "publish_next_due",
    "publish_post",
    "remember_imported",
    "renew_imported",
    "resolve_wall_times",
    "save_draft",
    "schedule_post",
    "set_bylines",
    "set_topics",
    "unpublish_post",
    "unschedule_post",
]
