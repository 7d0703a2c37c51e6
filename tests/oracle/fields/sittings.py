"""The lines of the history of a text, found by windows over its revisions, and who had a hand in it."""

from datetime import timedelta
from typing import Any

from sqlalchemy import and_, exists, func, or_, select
from sqlalchemy.orm import aliased

from schema.history.models import AuditEntry
from schema.posts.models import Review, ReviewState, Revision, Translation
from tests.oracle.asking import Asking
from tests.oracle.lists import PARENT, Listing, by
from tests.oracle.resolving import lists, resolves

SAVES = ("post.draft_saved", "post.side_draft_kept")
KINDS = {
    "post.draft_saved": "WRITTEN",
    "post.published": "PUBLISHED",
    "post.revision_restored": "RESTORED",
    "post.side_draft_kept": "KEPT_ASIDE",
}


def _last_ones() -> Any:
    """The last revision of each sitting of every text: `id`, `translation_id`, `number`."""
    revision: Any = aliased(Revision)

    def following(column: Any) -> Any:
        return func.lead(column).over(partition_by=revision.translation_id, order_by=revision.number)

    every = select(
        revision.id,
        revision.translation_id,
        revision.number,
        and_(
            revision.event == SAVES[0],
            following(revision.event) == SAVES[0],
            revision.account_id.is_not_distinct_from(following(revision.account_id)),
            following(revision.created_at) - revision.created_at <= timedelta(minutes=30),
        ).label("may_go_on"),
        revision.created_at,
        following(revision.created_at).label("next_at"),
    ).subquery()
    text: Any = aliased(Translation)
    entry: Any = aliased(AuditEntry)
    between = and_(entry.happened_at > every.c.created_at, entry.happened_at <= every.c.next_at)
    decided = exists().where(text.id == every.c.translation_id, _is_decision(entry, text), between)
    ends = or_(every.c.may_go_on.is_not(True), decided)
    return select(every.c.id, every.c.translation_id, every.c.number).where(ends)


def _is_decision(entry: Any, text: Any) -> Any:
    about = or_(
        entry.details["locale"].astext == text.locale,
        entry.details["locales"].contains(func.to_jsonb(text.locale)),
    )
    return and_(entry.subject_id == text.post_id, about, entry.event.not_in(SAVES))


async def _line(last: Revision, asking: Asking) -> list[Revision]:
    """The revisions of the sitting that a revision ends."""

    async def batch(keys: list[Any]) -> list[Any]:
        ends = _last_ones().subquery()
        return [set(found) for found in [[id for (id,) in await asking.rows(select(ends.c.id))]] * len(keys)]

    ended = await asking.load("last ones", batch, last.translation_id)
    before = [
        one
        for one in await asking.many(Revision, "translation_id", last.translation_id, "-number")
        if one.number < last.number
    ]
    line = [last]
    for one in before:
        if one.id in ended:
            break
        line.append(one)
    return line


@resolves("HistoryLine.kind")
def kind(last: Revision, asking: Asking) -> str:
    return KINDS.get(last.event, "BEGUN")


@resolves("HistoryLine.from")
async def first_number(last: Revision, asking: Asking) -> int:
    return (await _line(last, asking))[-1].number


@resolves("HistoryLine.to")
def last_number(last: Revision, asking: Asking) -> int:
    return last.number


@resolves("HistoryLine.count")
async def count(last: Revision, asking: Asking) -> int:
    return len(await _line(last, asking))


@resolves("HistoryLine.startedAt")
async def started_at(last: Revision, asking: Asking) -> Any:
    return (await _line(last, asking))[-1].created_at


@resolves("HistoryLine.endedAt", "Contribution.at")
def ended_at(last: Revision, asking: Asking) -> Any:
    return last.created_at


@resolves("HistoryLine.events")
async def events(last: Revision, asking: Asking) -> list[AuditEntry]:
    text: Any = await asking.one(Translation, last.translation_id)
    beside = await asking.many(Revision, "translation_id", last.translation_id, "number")
    until = next((one.created_at for one in beside if one.number == last.number + 1), None)
    told = await asking.many(AuditEntry, "subject_id", text.post_id, "happened_at", "id")
    return [
        entry
        for entry in told
        if entry.event not in SAVES
        and (entry.details.get("locale") == text.locale or text.locale in entry.details.get("locales", ()))
        and last.created_at <= entry.happened_at
        and (until is None or entry.happened_at < until)
    ]


def _of_line(asking: Asking, revision: Any, arguments: Any) -> Any:
    """The revisions of the sitting that the parent ends."""
    last: Any = aliased(Revision)
    ends, others = _last_ones().subquery(), _last_ones().subquery()
    earlier = select(func.coalesce(func.max(others.c.number), 0)).where(
        others.c.translation_id == last.translation_id, others.c.number < last.number
    )
    return exists().where(
        last.id == PARENT,
        last.id == ends.c.id,
        revision.translation_id == last.translation_id,
        revision.number <= last.number,
        revision.number > earlier.scalar_subquery(),
    )


lists(Listing("HistoryLine.revisions", Revision, by("-number", "-id"), of=_of_line))
lists(
    Listing(
        "Translation.history",
        Revision,
        by("-number", "-id"),
        of=lambda asking, revision, arguments: and_(
            revision.translation_id == PARENT, revision.id.in_(select(_last_ones().subquery().c.id))
        ),
    )
)


@resolves("Revision.writtenBy")
async def written_by(revision: Revision, asking: Asking) -> list[Revision]:
    is_aside = revision.is_side_draft or revision.merged_into_number is not None
    until = (revision.base_number or 0) if is_aside else revision.number
    last: dict[Any, Revision] = {}
    for one in await asking.many(Revision, "translation_id", revision.translation_id, "number"):
        on_the_way = one.number <= until and not one.is_side_draft
        if one.event != "post.published" and (on_the_way or one.id == revision.id):
            last[one.account_id] = one
    return sorted(last.values(), key=lambda one: one.number)


@resolves("Revision.publishedBy")
async def published_by(revision: Revision, asking: Asking) -> Revision | None:
    beside = await asking.many(Revision, "translation_id", revision.translation_id, "number")
    published = (one for one in beside if one.event == "post.published")
    return next((one for one in published if revision.number in (one.number, one.base_number)), None)


@resolves("Revision.clearedBy")
async def cleared_by(revision: Revision, asking: Asking) -> list[Review]:
    numbers = {revision.number, revision.base_number if revision.event == "post.published" else None}
    reviews = await asking.many(Review, "translation_id", revision.translation_id, "decided_at", "id")
    return [one for one in reviews if one.revision_number in numbers and one.state is ReviewState.CLEARED]


@resolves("Clearing.name")
def cleared_name(review: Review, asking: Asking) -> str:
    return review.decided_by or "system"


@resolves("Clearing.at")
def cleared_at(review: Review, asking: Asking) -> Any:
    return review.decided_at


@resolves("Clearing.revision")
def cleared_revision(review: Review, asking: Asking) -> int:
    return review.revision_number


@resolves("Contribution.name")
def name(revision: Revision, asking: Asking) -> str:
    return revision.actor_name


@resolves("Contribution.revision")
def number(revision: Revision, asking: Asking) -> int:
    return revision.number
