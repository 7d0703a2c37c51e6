"""Every thing that can happen, by name: the word in the audit log, in the outbox and in a webhook.

Each name is `noun.past_verb`. The reference in docs/reference/events.md says what an event carries.
"""

from typing import Final, Literal, get_args

EventName = Literal[
    "mission.created",
    "mission.policy_set",
    "mission.policy_removed",
    "person.created",
    "person.appointed",
    "photo.stored",
    "topic.created",
    "post.created",
    "post.draft_saved",
    "post.side_draft_kept",
    "post.revision_restored",
    "post.translation_added",
    "post.bylines_set",
    "post.topics_set",
    "post.submitted",
    "post.returned",
    "post.cleared",
    "post.published",
    "post.reviewed",
    "post.review_overdue",
    "post.unpublished",
    "post.corrected",
    "post.notice_added",
    "post.superseded",
    "post.withdrawn",
    "post.restored",
    "post.deleted",
    "post.translation_deleted",
    "post.slug_changed",
    "post.scheduled",
    "post.unscheduled",
    "post.publication_waiting",
    "post.redirected",
    "post.featured",
    "post.unfeatured",
    "schedule.held",
    "schedule.released",
    "post.preview_link_created",
    "post.preview_link_revoked",
    "comment.added",
    "account.created",
    "account.role_granted",
    "token.created",
    "token.revoked",
    "signing_key.created",
    "signing_key.revoked",
]

EVENTS: Final[tuple[str, ...]] = get_args(EventName)
