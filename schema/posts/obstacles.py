"""What stands in the way of each verb of posts, in the order in which it is told.

One function for each verb, of the post and the text it is about. Verbs ask through `schema/posts/services/loading.py`,
readers through `schema/posts/permissions.py`. What depends on the input alone, such as a number that is no longer the
newest, is decided by the verb.
"""

from typing import Any

from sqlalchemy import ColumnElement, and_, case, exists, func, literal_column, or_, select
from sqlalchemy.orm import aliased

from schema.clearance.models import Clearance
from schema.context import Role
from schema.errors import NotAllowed
from schema.kinds import PostKind
from schema.missions.models import Mission
from schema.obstacles import Obstacle, Obstacles, unless, weighed
from schema.posts import models
from schema.posts.models import PublicationState, ReviewState
from schema.posts.refusals import (
    AlreadyCleared,
    AlreadyPublished,
    AlreadySubmitted,
    AlternativeMissing,
    AuthenticNotLive,
    BylineMissing,
    EmergencyNotAllowed,
    HeadquartersDecides,
    NotATranslation,
    NotCleared,
    NothingToPublish,
    NothingToReview,
    NotPublished,
    NotScheduled,
    NotSubmitted,
    OwnPublication,
    OwnSubmission,
    OwnWords,
    StepUpMissing,
    TextWithdrawn,
    TombstoneStands,
    TooManyPreviewLinks,
    TranslationExists,
)
from schema.posts.subject import SPACES, Rule, Subject
from schema.schedules.access import is_in_force
from schema.schedules.models import Schedule
from schema.sources import Row, rows_of

IN_POST = ("input", "post")
IN_LOCALE = ("input", "locale")
PUBLISH = "publish or take back this post"
SIGNED = (PostKind.BLOG_POST, PostKind.SPEECH)
IN_PREVIEW_LINK = ("input", "previewLink")
MOST_PREVIEW_LINKS = 50
"""Of one text, expired and revoked ones not counted."""
"""The kinds that go out under a name."""
SHOWS_WITHOUT_WORDS: Any = literal_column("""'strict $.** ? (@.type == "photo" || @.type == "embed")'::jsonpath""")


def changing(on: Subject) -> Obstacles:
    """What is not its text: bylines, topics, tags."""
    yield Obstacle(NotAllowed, unless(_may_write(on)), {"verb": "change this post", "role": "editor"}, IN_POST)


def saving(on: Subject) -> Obstacles:
    """Writing the text."""
    yield _not_a_writer(on)
    locale, is_authentic, may_write = on.text.locale, on.text.is_authentic, _may_write(on)
    yield _not_theirs("the authentic text", and_(is_authentic, unless(may_write)))
    translates = on.viewer.translates(on.post.mission_id, locale)
    yield _not_theirs(func.concat("the text in “", locale, "”"), unless(or_(may_write, translates)))


def confirming(on: Subject) -> Obstacles:
    """Saying that parts of the text stand as they are: as writing it, for what is a translation."""
    yield from saving(on)
    yield Obstacle(NotATranslation, on.text.is_authentic, {"locale": on.text.locale}, IN_LOCALE)


def adding_translation(locale: Any) -> Rule:
    """Beginning the text in one more language: the rule for a language tag, which must be canonical."""

    def rule(on: Subject) -> Obstacles:
        yield _not_a_writer(on)
        may_write = or_(_may_write(on), on.viewer.translates(on.post.mission_id, locale))
        yield _not_theirs(func.concat("the text in “", locale, "”"), unless(may_write))
        other: Row = aliased(models.Translation)
        there = select(other.id).where(other.post_id == on.post.id, other.locale == locale)
        yield Obstacle(TranslationExists, exists(weighed(there)), {"locale": locale}, IN_LOCALE)

    return rule


def submitting(on: Subject) -> Obstacles:
    """Putting the newest revision before somebody who clears it. Whoever may write the text may submit it."""
    yield from saving(on)
    yield _public_already(on)
    yield from incomplete(on)
    revision = {"locale": on.text.locale, "revision": on.text.newest_revision_number}
    is_pending = on.review.state == ReviewState.PENDING
    yield Obstacle(AlreadySubmitted, is_pending, {"submitted_by": on.review.submitted_by, **revision}, IN_LOCALE)
    yield Obstacle(AlreadyCleared, _is_cleared(on), revision, IN_LOCALE)


def returning(on: Subject) -> Obstacles:
    """Handing the newest revision back to who wrote it, also when it was cleared and has not gone out yet."""
    yield not_an_editor(on, "return this text")
    yield _not_submitted(on)


def clearing(on: Subject) -> Obstacles:
    """Agreeing to the newest revision: by another editor, or by the headquarters where those decide."""
    yield not_an_editor(on, "clear this text")
    yield _not_submitted(on)
    revision = {"locale": on.text.locale, "revision": on.text.newest_revision_number}
    yield Obstacle(AlreadyCleared, _is_cleared(on), revision, IN_LOCALE)
    is_central = on.policy.clearance == Clearance.HEADQUARTERS
    yield _not_at_headquarters(on, is_central)
    yield Obstacle(OwnSubmission, _is_theirs(on, on.review.submitted_by_id), {}, IN_LOCALE)
    yield Obstacle(OwnWords, and_(unless(is_central), _is_theirs(on, on.newest.account_id)), {}, IN_LOCALE)


def publishing(on: Subject) -> Obstacles:
    """Making the newest revision of the text public."""
    yield from _unready(on)
    yield from uncleared(on)
    yield from unproved(on)


def publishing_in_emergency(on: Subject) -> Obstacles:
    """As publishing, without clearance and to be reviewed afterwards."""
    yield from _unready(on)
    yield Obstacle(EmergencyNotAllowed, unless(on.policy.allows_emergency), {"kind": _kind(on)})
    yield from unproved(on)


def scheduling(on: Subject) -> Obstacles:
    """Letting the newest revision go out by itself. What may change until then, as a clearance, is asked then."""
    yield not_an_editor(on)
    yield is_withdrawn(on)
    yield from nothing_to_show(on)
    yield from unproved(on)


def unscheduling(on: Subject) -> Obstacles:
    """Letting the text not go out by itself after all."""
    yield not_an_editor(on)
    schedule: Row = aliased(Schedule)
    set_for = select(schedule.id).where(schedule.translation_id == on.text.id, is_in_force(schedule, on.text))
    yield Obstacle(NotScheduled, ~exists(weighed(set_for)), {"locale": on.text.locale}, IN_LOCALE)


def publishing_what_was_public(on: Subject) -> Obstacles:
    """As publishing, for an import: photos of which nobody has said what they show go out as they are."""
    return (obstacle for obstacle in publishing(on) if obstacle.refusal is not AlternativeMissing)


def reviewing(on: Subject) -> Obstacles:
    """Looking at what went out first: by another editor, or by the headquarters where those decide."""
    yield not_an_editor(on, "review this text")
    yield Obstacle(NothingToReview, on.due.id.is_(None), {"locale": on.text.locale}, IN_LOCALE)
    yield _not_at_headquarters(on, on.due.clearance == Clearance.HEADQUARTERS)
    yield Obstacle(OwnPublication, _is_theirs(on, on.due.submitted_by_id), {}, IN_LOCALE)


def uncleared(on: Subject) -> Obstacles:
    """What goes out under a policy that wants it cleared, and is not: a review clears an exact revision.

    The system passes by: it publishes what an import finds public elsewhere, and what was decided before.
    """
    if on.viewer.is_system:
        return
    by_headquarters, locale = on.policy.clearance == Clearance.HEADQUARTERS, on.text.locale
    needed = or_(by_headquarters, on.policy.clearance == Clearance.FOUR_EYES)
    remedy = case(
        (on.review.state == ReviewState.PENDING, "It is submitted and waits."),
        (on.review.state == ReviewState.RETURNED, "It was returned: change it and submit it again."),
        (on.review.state == ReviewState.CLEARED, "The mission has cleared it; have the headquarters clear it too."),
        else_="Submit it first.",
    )
    whom = case((by_headquarters, "the headquarters"), else_="a second editor")
    details = {"revision": on.text.newest_revision_number, "locale": locale, "kind": _kind(on), "whom": whom}
    yield Obstacle(NotCleared, and_(needed, unless(_is_cleared(on))), {**details, "reason": remedy}, IN_LOCALE)


def unproved(on: Subject) -> Obstacles:
    """What goes out under a policy that wants to know again who publishes it. The system passes by."""
    if not on.viewer.is_system:
        missing = and_(on.policy.requires_step_up, unless(on.viewer.is_stepped_up))
        yield Obstacle(StepUpMissing, missing, {"kind": _kind(on)})


def incomplete(on: Subject) -> Obstacles:
    """What a text still lacks before it can go out."""
    locale = on.text.locale
    yield Obstacle(NothingToPublish, on.newest.title == "", {"locale": locale, "part": "title"}, IN_LOCALE)
    has_words = func.btrim(on.newest.plain_text, SPACES) != ""
    shows = func.jsonb_path_exists(on.newest.body, SHOWS_WITHOUT_WORDS)
    yield Obstacle(NothingToPublish, unless(or_(has_words, shows)), {"locale": locale, "part": "body"}, IN_LOCALE)
    photo = on.undescribed
    details = {"file_name": photo.file_name, "block": photo.block}
    yield Obstacle(AlternativeMissing, photo.block.is_not(None), details)
    byline: Row = aliased(models.Byline)
    named = exists(weighed(select(byline.id).where(byline.post_id == on.post.id)))
    yield Obstacle(BylineMissing, and_(on.post.kind.in_(SIGNED), ~named), {"kind": _kind(on)})


def previewing(on: Subject) -> Obstacles:
    """Making a link that shows the text before it is public."""
    yield from saving(on)
    link = rows_of("PreviewLink")
    is_usable = and_(link.translation_id == on.text.id, link.revoked_at.is_(None), link.expires_at > func.now())
    links = weighed(select(link)).where(is_usable).with_only_columns(func.count(), maintain_column_froms=True)
    has_most = links.scalar_subquery() >= MOST_PREVIEW_LINKS
    yield Obstacle(TooManyPreviewLinks, has_most, {"limit": MOST_PREVIEW_LINKS}, ("input",))


def revoking_preview(on: Subject) -> Obstacles:
    """Making a link to the text useless: whoever may write the text."""
    translates = and_(unless(on.text.is_authentic), on.viewer.translates(on.post.mission_id, on.text.locale))
    may_write = or_(_may_write(on), translates)
    yield Obstacle(NotAllowed, unless(may_write), {"verb": "revoke this link", "role": "editor"}, IN_PREVIEW_LINK)


def unpublishing(on: Subject) -> Obstacles:
    """Taking the text back; with the authentic one, the whole post."""
    yield not_an_editor(on)
    is_live = on.text.state == PublicationState.LIVE
    yield Obstacle(NotPublished, unless(is_live), {"locale": on.text.locale}, IN_LOCALE)
    other: Row = aliased(models.Translation)
    tombstones = weighed(
        select(other.locale).where(other.post_id == on.post.id, other.state == PublicationState.WITHDRAWN)
    )
    first = tombstones.order_by(other.locale).limit(literal_column("1")).scalar_subquery()
    stands = and_(on.text.is_authentic, exists(tombstones))
    yield Obstacle(TombstoneStands, stands, {"locale": first}, IN_LOCALE)


def _may_write(on: Subject) -> ColumnElement[bool]:
    """Editors of its mission; authors, what they began themselves."""
    is_own = on.post.created_by_id == on.viewer.account_id
    here = on.post.mission_id
    return or_(on.viewer.has(Role.EDITOR, here), and_(is_own, on.viewer.has(Role.AUTHOR, here)))


def _not_a_writer(on: Subject) -> Obstacle:
    """Whoever may write the post, or translate for its mission into any language, may write some text of it."""
    may_write = or_(_may_write(on), on.viewer.has(Role.TRANSLATOR, on.post.mission_id))
    return Obstacle(NotAllowed, unless(may_write), {"verb": "change this post", "role": "editor"}, IN_POST)


def _not_theirs(what: Any, stands: ColumnElement[bool]) -> Obstacle:
    verb = func.concat("change ", what, " of this post")
    return Obstacle(NotAllowed, stands, {"verb": verb, "role": "editor"}, IN_LOCALE)


def not_an_editor(on: Subject, verb: str = PUBLISH) -> Obstacle:
    """Editors of the mission decide what is public."""
    is_editor = on.viewer.has(Role.EDITOR, on.post.mission_id)
    return Obstacle(NotAllowed, unless(is_editor), {"verb": verb, "role": "editor"}, IN_POST)


def _not_at_headquarters(on: Subject, is_central: ColumnElement[bool]) -> Obstacle:
    """A role of the mission alone is not enough; one at the top of the tree holds here too."""
    top: Row = aliased(Mission)
    name = weighed(select(top.name).where(top.id == on.policy.headquarters_id)).scalar_subquery()
    is_editor = on.viewer.has(Role.EDITOR, on.policy.headquarters_id)
    details = {"kind": _kind(on), "headquarters": name}
    return Obstacle(HeadquartersDecides, and_(is_central, unless(is_editor)), details, IN_POST)


def _not_submitted(on: Subject) -> Obstacle:
    is_before_somebody = on.review.state.in_([ReviewState.PENDING, ReviewState.CLEARED])
    details = {"locale": on.text.locale, "revision": on.text.newest_revision_number}
    return Obstacle(NotSubmitted, unless(is_before_somebody), details, IN_LOCALE)


def _is_cleared(on: Subject) -> ColumnElement[bool]:
    """The newest revision, under a policy that asked for no less than the one in force."""
    is_enough = or_(on.policy.clearance != Clearance.HEADQUARTERS, on.review.clearance == Clearance.HEADQUARTERS)
    return and_(on.review.state == ReviewState.CLEARED, is_enough)


def _is_theirs(on: Subject, account_id: Any) -> ColumnElement[bool]:
    """Whether an account is the one that asks; an operator is none, and not two."""
    return and_(account_id.is_not_distinct_from(on.viewer.account_id))


def _unready(on: Subject) -> Obstacles:
    yield not_an_editor(on)
    yield is_withdrawn(on)
    yield is_withdrawn_as_a_whole(on)
    yield Obstacle(AuthenticNotLive, _follows_what_is_not_public(on), {"locale": authentic_locale(on)}, IN_LOCALE)
    yield from nothing_to_show(on)


def nothing_to_show(on: Subject) -> Obstacles:
    """Whether the newest revision is not public yet, and is whole."""
    yield _public_already(on)
    yield from incomplete(on)


def _public_already(on: Subject) -> Obstacle:
    shows_newest = on.text.revision_number == on.text.newest_revision_number
    is_live = on.text.state == PublicationState.LIVE
    return Obstacle(AlreadyPublished, and_(is_live, shows_newest), {"locale": on.text.locale}, IN_LOCALE)


def _kind(on: Subject) -> ColumnElement[str]:
    """The kind of the post, in words."""
    return case({kind.name: kind.value.replace("_", " ") for kind in PostKind}, value=on.post.kind)


def is_withdrawn(on: Subject) -> Obstacle:
    """A withdrawn text is restored before anything else is done to it."""
    stands = on.text.state == PublicationState.WITHDRAWN
    return Obstacle(TextWithdrawn, stands, {"locale": on.text.locale}, IN_LOCALE)


def is_withdrawn_as_a_whole(on: Subject) -> Obstacle:
    """And so is the text that it follows."""
    stands = on.post.state == PublicationState.WITHDRAWN
    return Obstacle(TextWithdrawn, stands, {"locale": authentic_locale(on)}, IN_LOCALE)


def _follows_what_is_not_public(on: Subject) -> ColumnElement[bool]:
    return and_(~on.text.is_authentic, on.post.state != PublicationState.LIVE)


def authentic_locale(on: Subject) -> ColumnElement[str]:
    """The language of the authentic text."""
    authentic: Row = aliased(models.Translation)
    its = select(authentic.locale).where(authentic.post_id == on.post.id, authentic.is_authentic)
    return weighed(its).scalar_subquery()
