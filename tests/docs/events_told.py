"""What is told of each event; tests hold it against what the verbs record."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Event:
    """What is told of an event: what it happened to, what happened, and what it carries beside that."""

    subject: str
    sentence: str
    details: Mapping[str, str]


HOST = "the host of its address"
NAMES = "the names of the events it is told of; none for all"
LOCALE = "the language of the text, as a BCP 47 tag"

EVENTS_TOLD: Mapping[str, Event] = {
    "mission.created": Event("Mission", "A mission was added.", {"slug": "its name in addresses"}),
    "mission.policy_set": Event(
        "Mission",
        "A mission chose who must agree before posts go out.",
        {
            "kind": "`blog_post`, `statement`, `speech` or `notice`; null for every kind without a choice of its own",
            "policy": "`free`, `four_eyes`, `headquarters` or `publish_then_review`",
            "allowed_below": "the policies that missions below may choose; null for any",
            "within_hours": "until when what goes out first must be reviewed",
            "allows_emergency": "whether editors may publish without clearance, with a reason",
            "requires_step_up": "whether who publishes must have proved again who they are",
        },
    ),
    "mission.policy_removed": Event(
        "Mission",
        "A mission took back what it had chosen; what the mission above chose holds again.",
        {"kind": "the kind of post; null for every kind without a choice of its own"},
    ),
    "person.created": Event("Person", "Someone was added who can be named over posts.", {}),
    "person.appointed": Event(
        "Appointment",
        "Someone was said to hold an office.",
        {
            "person": "the id of the person",
            "office": "the office in the mission's first language",
            "starts_on": "the first day in office, `YYYY-MM-DD`",
        },
    ),
    "photo.stored": Event(
        "Photo",
        "A picture was put into a mission's library.",
        {"sha256": "the digest of the file as it was given", "size_bytes": "the size of the file"},
    ),
    "topic.created": Event("Topic", "A subject was added to the hierarchy.", {"slug": "its name in addresses"}),
    "post.created": Event(
        "Post",
        "A post was begun, as a draft.",
        {
            "kind": "`blog_post`, `statement`, `speech` or `notice`",
            "locale": "the language of the authentic text",
            "slug": "the last part of its address",
        },
    ),
    "post.draft_saved": Event(
        "Post",
        "A new state of a text was saved. Nothing public changed.",
        {"locale": LOCALE, "revision": "the number of the new state"},
    ),
    "post.side_draft_kept": Event(
        "Post",
        "Somebody saved a text that somebody else had saved meanwhile; what they wrote was kept aside.",
        {
            "locale": LOCALE,
            "revision": "the number under which it was kept",
            "base": "the number it started from",
        },
    ),
    "post.revision_restored": Event(
        "Post",
        "An older state of a text was made its newest draft. Nothing public changed.",
        {
            "locale": LOCALE,
            "revision": "the number of the new state",
            "restored": "the number of the one whose text it is",
        },
    ),
    "post.translation_added": Event(
        "Post",
        "A text in one more language was begun, as a draft.",
        {"locale": LOCALE, "slug": "the last part of its address"},
    ),
    "post.translation_confirmed": Event(
        "Post",
        "Somebody compared blocks of a translation with the authentic text and let them stand as they are.",
        {
            "locale": LOCALE,
            "blocks": "the ids of the blocks of the authentic text, `@title` and `@summary`",
            "source_revision": "the revision of the authentic text they were compared with",
        },
    ),
    "post.bylines_set": Event(
        "Post",
        "The names over a post were replaced.",
        {"bylines": "the names in order, each `{of, role}`: the id of a person or mission, and what they did"},
    ),
    "post.topics_set": Event(
        "Post",
        "What a post is filed under was replaced.",
        {"topics": "the slugs of its topics", "tags": "the slugs of its tags"},
    ),
    "post.submitted": Event(
        "Post",
        "The newest state of a text was put before somebody who clears it.",
        {"locale": LOCALE, "revision": "the number of that state", "policy": "the clearance policy in force"},
    ),
    "post.returned": Event(
        "Post",
        "A text was handed back to who wrote it.",
        {"locale": LOCALE, "revision": "the number of the state", "remarks": "what is to be changed"},
    ),
    "post.cleared": Event(
        "Post",
        "Somebody agreed to a state of a text.",
        {
            "locale": LOCALE,
            "revision": "the number of the state, and of no other",
            "policy": "the clearance policy in force",
            "remarks": "what they had to say; null for nothing",
        },
    ),
    "post.published": Event(
        "Post",
        "The newest state of a text became public.",
        {
            "policy": "the clearance policy in force",
            "emergency": "why it went out without clearance; null when it did not",
            "locale": LOCALE,
            "revision": "the number of the state that is public now",
            "slug": "the last part of its address",
            "is_first": "whether the post had never been public before, in any language",
        },
    ),
    "post.reviewed": Event(
        "Post",
        "Somebody said of a text that went out first whether it should have.",
        {
            "locale": LOCALE,
            "revision": "the number of the state that went out",
            "verdict": "`approve` or `object`",
            "remarks": "why; null for nothing",
        },
    ),
    "post.review_overdue": Event(
        "Post",
        "Nobody has reviewed in time what went out first.",
        {"locale": LOCALE, "revision": "the number of the state that went out", "due_at": "until when it was to be"},
    ),
    "post.unpublished": Event(
        "Post",
        "A text was taken back; with the authentic one, the post in every language.",
        {"locales": "the languages that were taken back", "reason": "why, in the words of whoever did it"},
    ),
    "post.corrected": Event(
        "Post",
        "A live text was put right, with a public notice.",
        {
            "locale": LOCALE,
            "kind": "`correction` or `clarification`",
            "note": "what the public is told, in the language of the text",
            "revision": "the number of the state that is public now",
            "replaced": "the number of the state that was public before",
            "slug": "the last part of its address",
        },
    ),
    "post.notice_added": Event(
        "Post",
        "A live text was clarified by a public notice; its words are the same.",
        {"locale": LOCALE, "note": "what the public is told, in the language of the text"},
    ),
    "post.superseded": Event(
        "Post",
        "The public was told what to read instead of a post, which stays readable.",
        {
            "locale": "the language of the note",
            "note": "what the public is told",
            "superseded_by": "the id of the post to read instead",
        },
    ),
    "post.withdrawn": Event(
        "Post",
        "Texts were taken from the public, which finds the reason in their place.",
        {
            "locales": "the languages that were withdrawn",
            "is_whole": "whether the post was withdrawn as a whole, and not one translation of it",
            "kind": "`withdrawn`, or `retraction` when it was wrong",
            "reason": "why, as the public is told, in the first of the languages",
            "superseded_by": "the id of the post to read instead; null when none was named",
        },
    ),
    "post.restored": Event(
        "Post",
        "Withdrawn texts were made public again, as they were then.",
        {
            "locales": "the languages that are public again",
            "is_whole": "whether the post was restored as a whole, and not one translation of it",
            "note": "what the public is told, in the first of the languages",
        },
    ),
    "post.deleted": Event(
        "Post",
        "A draft was deleted in every language; it was never public.",
        {
            "kind": "`blog_post`, `statement`, `speech` or `notice`",
            "locale": "the language of the authentic text",
            "slug": "the last part of its address",
        },
    ),
    "post.translation_deleted": Event(
        "Post",
        "A text was deleted; it was never public.",
        {"locale": LOCALE, "slug": "the last part of its address"},
    ),
    "post.slug_changed": Event(
        "Post",
        "A text was given another address; if it was public, the old one leads to it.",
        {
            "locale": LOCALE,
            "slug": "the last part of its address",
            "before": "what that was before",
        },
    ),
    "post.scheduled": Event(
        "Post",
        "A text was given a moment at which it is to go out by itself, or another one.",
        {"locale": LOCALE, "at": "the moment, in UTC", "zone": "the zone by whose clocks it was chosen, or null"},
    ),
    "post.unscheduled": Event("Post", "A text is not to go out by itself after all.", {"locale": LOCALE}),
    "post.publication_waiting": Event(
        "Post",
        "The time of a scheduled text has come, and something keeps it.",
        {"locale": LOCALE, "code": "the code of the refusal", "reason": "its sentence"},
    ),
    "post.redirected": Event(
        "Post",
        "An address on another site was made to lead to a text.",
        {"locale": LOCALE, "path": "the address, from the first slash after the host"},
    ),
    "post.featured": Event(
        "Post",
        "A post was put on the front of its mission, or given another place there.",
        {"position": "its place, 1 for the first", "until": "when it leaves by itself, RFC 3339; null for never"},
    ),
    "post.unfeatured": Event("Post", "A post was taken off the front of its mission.", {}),
    "schedule.held": Event(
        "Hold",
        "Everything scheduled in some missions is kept from going out.",
        {"reason": "why", "includes_missions_below": "whether it reaches down the tree of missions"},
    ),
    "schedule.released": Event(
        "Hold",
        "What is scheduled may go out again.",
        {"missed": "how many should have gone out meanwhile", "retimed": "how many of them have a new time"},
    ),
    "post.preview_link_created": Event(
        "Post",
        "A link was made that shows a text before it is public. Its secret is never part of the event.",
        {
            "link": "the id of the link",
            "locale": LOCALE,
            "revision": "the number of the state it shows, or null for the newest",
            "expires_at": "when it expires, by RFC 3339",
        },
    ),
    "post.preview_link_revoked": Event(
        "Post",
        "A link that showed a text before it was public was made useless.",
        {"link": "the id of the link", "locale": LOCALE},
    ),
    "comment.added": Event(
        "Comment",
        "A comment was written, or brought from elsewhere.",
        {"post": "the id of the post", "state": "`visible`, `pending` until somebody has read it, or `hidden`"},
    ),
    "account.created": Event("Account", "Someone, or some program, may have roles from now on.", {"name": "its name"}),
    "account.invited": Event(
        "Account", "Somebody was let in, and written to.", {"role": "what they may do, as for `account.role_granted`"}
    ),
    "account.role_granted": Event(
        "Account",
        "An account was given a role, in one mission and those below it or in all.",
        {
            "role": "`reader`, `translator`, `author`, `editor`, `head` or `administrator`",
            "languages": "into which a translator may translate; null for every language",
        },
    ),
    "account.role_revoked": Event(
        "Account", "The role of an account in one mission, or in all, was taken.", {"role": "what it was"}
    ),
    "account.signed_in": Event(
        "Account", "Somebody signed in.", {"second_factor": "whether they proved a second factor"}
    ),
    "account.signed_out": Event("Account", "Somebody ended their session.", {}),
    "account.stepped_up": Event("Account", "Somebody proved once more that it is they.", {}),
    "account.sessions_revoked": Event("Account", "Sessions of an account were ended.", {"count": "how many"}),
    "account.password_set": Event("Account", "Somebody set their password. It is never part of the event.", {}),
    "account.factor_added": Event(
        "Account",
        "A second factor is used from now on.",
        {"kind": "`totp` or `passkey`", "name": "what its owner calls it"},
    ),
    "account.factor_removed": Event(
        "Account",
        "A second factor is used no more.",
        {"kind": "`totp` or `passkey`", "name": "what its owner called it"},
    ),
    "account.recovery_codes_made": Event("Account", "Somebody made new recovery codes; earlier ones work no more.", {}),
    "account.deactivated": Event("Account", "An account was taken out of use.", {}),
    "account.reactivated": Event("Account", "An account was taken back into use.", {}),
    "token.created": Event(
        "ApiToken",
        "A secret for a program was made. It is never part of the event.",
        {
            "name": "where it is used",
            "account": "the name of the account it acts for",
            "scopes": "what it may be used for",
        },
    ),
    "token.revoked": Event("ApiToken", "A secret was made useless.", {"name": "where it was used"}),
    "signing_key.created": Event(
        "SigningKey",
        "A key signs what is published from now on.",
        {"key": "its id, as it is published", "instead_of": "the id of the key that signed before; null for none"},
    ),
    "signing_key.revoked": Event(
        "SigningKey",
        "What a key has signed counts for nothing from a moment on.",
        {"key": "its id, as it is published", "at": "that moment", "reason": "why"},
    ),
    "webhook.created": Event("Webhook", "An address will be told of events.", {"host": HOST, "events": NAMES}),
    "webhook.changed": Event("Webhook", "Another address, or other events.", {"host": HOST, "events": NAMES}),
    "webhook.secret_rotated": Event(
        "Webhook",
        "Deliveries are signed with a new secret.",
        {"overlap_hours": "for how long with the old one too"},
    ),
    "webhook.paused": Event("Webhook", "It is told nothing for a time.", {}),
    "webhook.resumed": Event("Webhook", "It is told of events again, also of those meanwhile.", {}),
    "webhook.switched_off": Event("Webhook", "We stopped telling it.", {"reason": "why, in a sentence"}),
    "webhook.deleted": Event("Webhook", "It was forgotten.", {"host": HOST}),
    "webhook.tested": Event("Webhook", "It was sent a test; no other webhook is told of that.", {}),
    "webhook.replayed": Event("Webhook", "It is told of past events once more.", {"count": "of how many"}),
}
