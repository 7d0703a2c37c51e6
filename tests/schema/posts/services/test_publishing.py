"""Making posts public and taking them back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from schema.change import Change
from schema.context import Role
from schema.errors import NotAllowed, NotFound
from schema.history.models import AuditEntry, Event
from schema.kinds import PostKind
from schema.media.models import Photo
from schema.posts import services
from schema.posts.models import Byline, BylineRole, Placement, PublicationState, Revision
from schema.posts.services import BylineDraft
from schema.sources import encode_id
from schema.texts import TextMissing, TextTooLong, TextUnstorable
from tests.makers.accounts import Actors, as_actor, make_actor
from tests.makers.history import events, refused, row_counts
from tests.makers.media import make_photo
from tests.makers.missions import make_mission
from tests.makers.people import make_appointment, make_person
from tests.makers.posts import body, document, make_post, paragraph, photo_block
from tests.makers.uuids import NOWHERE

PUBLISHED = {"revisions": 1, "statements": 1, "audit_entries": 1, "outbox_events": 1}
"""The rows that a publication adds."""


async def test_publishing_is_one_revision_one_audit_entry_and_one_event(change: Change, actors: Actors) -> None:
    post = await make_post(change, actors.mission)
    before = await row_counts(change.db)
    await services.publish_post(as_actor(change, actors.editor), post_id=post.id)
    assert await row_counts(change.db) - before == PUBLISHED
    assert (await events(change))[-1] == "post.published"
    assert (post.state, post.first_published_at) == (PublicationState.LIVE, change.now)
    text = await services.get_translation(change, post, None)
    assert (text.state, text.published_at) == (PublicationState.LIVE, change.now)
    assert (text.revision_number, text.newest_revision_number, text.revision_count) == (2, 2, 2)
    kept = (await change.db.scalars(select(Revision).where(Revision.number == 2))).one()
    assert (kept.event, kept.base_number, kept.title) == ("post.published", 1, "Statement on the visit")
    assert kept.account_id == actors.editor.account_id
    details: dict[str, Any] = {"locale": "en", "revision": 2, "slug": "statement-on-the-visit", "is_first": True}
    details |= {"policy": "free", "emergency": None}
    audit = (await change.db.scalars(select(AuditEntry).where(AuditEntry.event == "post.published"))).one()
    sent = (await change.db.scalars(select(Event).where(Event.event == "post.published"))).one()
    assert (audit.details, audit.mission_id, audit.happened_at) == (details, actors.mission.id, change.now)
    ids = {"id": encode_id("Post", post.id), "mission": encode_id("Mission", actors.mission.id)}
    assert sent.payload == ids | details


async def test_only_editors_of_the_mission_publish(change: Change, actors: Actors) -> None:
    post = await make_post(as_actor(change, actors.author), actors.mission)
    stranger = await make_actor(change, Role.ADMINISTRATOR, await make_mission(change))
    for actor in (actors.reader, actors.author):
        async with refused(change, NotAllowed):
            await services.publish_post(as_actor(change, actor), post_id=post.id)
    for actor in (actors.visitor, stranger):
        async with refused(change, NotFound):
            await services.publish_post(as_actor(change, actor), post_id=post.id)
    await services.publish_post(as_actor(change, actors.editor), post_id=post.id)
    for actor in (actors.visitor, actors.reader, actors.author, stranger):
        async with refused(change, NotAllowed):
            await services.unpublish_post(as_actor(change, actor), post_id=post.id, reason="x")


async def test_publishing_twice_is_refused(change: Change) -> None:
    post = await make_post(change, await make_mission(change), publish=True)
    async with refused(change, services.AlreadyPublished, locale="en"):
        await services.publish_post(change, post_id=post.id)


async def test_the_newest_text_goes_out_whole(change: Change) -> None:
    mission = await make_mission(change)
    first, second = await make_photo(change, mission), await make_photo(change, mission)
    shown = photo_block(first, "First", alternative="decorative")
    post = await make_post(change, mission, body=document(paragraph("One."), shown), publish=True)
    instead = photo_block(second, "Second", alternative="described", alternativeText="A quay.")
    await services.save_draft(
        change,
        post_id=post.id,
        base_revision=2,
        title="Two",
        summary="More.",
        body=document(paragraph("Two."), instead),
    )
    later = replace(change, now=change.now + timedelta(hours=1))
    before = await row_counts(change.db)
    await services.publish_post(later, post_id=post.id)
    assert await row_counts(change.db) - before == PUBLISHED
    text = await services.get_translation(change, post, None)
    assert (text.title, text.summary, text.plain_text) == ("Two", "More.", "Two.\n\nSecond")
    assert (text.search_text, text.word_count) == ("Two\nMore.\nTwo.\n\nSecond", 2)
    assert "A quay." in text.html
    assert [block["kind"] for block in text.blocks] == ["paragraph", "photo"]
    assert (text.revision_number, text.newest_revision_number) == (4, 4)
    assert (text.published_at, post.first_published_at) == (later.now, change.now)
    assert (await change.db.scalars(select(Placement.photo_id))).all() == [second.id]
    audit = (await change.db.scalars(select(AuditEntry).where(AuditEntry.happened_at == later.now))).one()
    assert audit.details["is_first"] is False


async def test_an_editor_publishes_what_they_have_read(change: Change) -> None:
    post = await make_post(change, await make_mission(change))
    await services.save_draft(change, post_id=post.id, base_revision=1, title="Changed meanwhile")
    for number in (1, 3, 0):
        async with refused(change, services.StaleRevision, current_revision=2, side_draft_revision_id=None) as caught:
            await services.publish_post(change, post_id=post.id, revision=number)
        assert caught.value.path == ("input", "revision")
        assert "Nothing was published." in caught.value.message
    assert (await services.publish_post(change, post_id=post.id, revision=2)).state is PublicationState.LIVE


async def test_a_side_draft_does_not_go_out(change: Change) -> None:
    post = await make_post(change, await make_mission(change))
    await services.save_draft(change, post_id=post.id, base_revision=1, title="Kept")
    with pytest.raises(services.StaleRevision):
        await services.save_draft(change, post_id=post.id, base_revision=1, title="Lost")
    await services.publish_post(change, post_id=post.id)
    assert (await services.get_translation(change, post, None)).title == "Kept"


@pytest.mark.parametrize(
    ("over", "part"),
    [
        ({"title": ""}, "title"),
        ({"body": None}, "body"),
        ({"body": body("", " ")}, "body"),
        ({"body": document({"type": "divider"})}, "body"),
        ({"body": document({"type": "heading", "attrs": {"level": 2}})}, "body"),
    ],
)
async def test_nothing_is_not_published(change: Change, over: dict[str, Any], part: str) -> None:
    post = await make_post(change, await make_mission(change), **over)
    async with refused(change, services.NothingToPublish, part=part, locale="en"):
        await services.publish_post(change, post_id=post.id)


async def test_a_body_of_an_embed_alone_is_something(change: Change) -> None:
    embed = {"type": "embed", "attrs": {"url": "https://www.youtube.com/watch?v=1"}}
    assert await make_post(change, await make_mission(change), body=document(embed), publish=True)


def gallery(photo: Photo, **attributes: Any) -> dict[str, Any]:
    return {"type": "gallery", "content": [photo_block(photo, alternative="in_text"), photo_block(photo, **attributes)]}


@pytest.mark.parametrize("block", [photo_block, gallery])
@pytest.mark.parametrize(
    "attributes",
    [
        {},
        {"alternative": None, "alternativeText": "A quay."},
        {"alternative": "described"},
        {"alternative": "described", "alternativeText": " "},
    ],
)
async def test_how_a_photo_is_known_to_those_who_cannot_see_it_must_be_said(
    change: Change, block: Callable[..., dict[str, Any]], attributes: dict[str, Any]
) -> None:
    mission = await make_mission(change)
    photo = await make_photo(change, mission, file_name="DSC_0042.jpg")
    post = await make_post(change, mission, body=document(paragraph("x"), block(photo, id="k2", **attributes)))
    async with refused(change, services.AlternativeMissing, file_name="DSC_0042.jpg", block="k2") as caught:
        await services.publish_post(change, post_id=post.id)
    assert "“DSC_0042.jpg” (block “k2”)" in caught.value.message


@pytest.mark.parametrize(
    "attributes",
    [
        {"alternative": "described", "alternativeText": "A quay."},
        {"alternative": "in_text"},
        {"alternative": "decorative"},
    ],
)
async def test_each_choice_of_alternative_text_will_do(change: Change, attributes: dict[str, Any]) -> None:
    mission = await make_mission(change)
    photo = await make_photo(change, mission)
    assert await make_post(change, mission, body=document(photo_block(photo, **attributes)), publish=True)


@pytest.mark.parametrize("kind", [PostKind.BLOG_POST, PostKind.SPEECH])
async def test_what_somebody_says_goes_out_under_a_name(change: Change, kind: PostKind) -> None:
    mission = await make_mission(change)
    post = await make_post(change, mission, kind=kind)
    async with refused(change, services.BylineMissing):
        await services.publish_post(change, post_id=post.id)
    await services.set_bylines(change, post_id=post.id, bylines=[BylineDraft(mission_id=mission.id)])
    assert await services.publish_post(change, post_id=post.id)


@pytest.mark.parametrize("kind", [PostKind.STATEMENT, PostKind.NOTICE])
async def test_what_a_mission_says_needs_no_name(change: Change, kind: PostKind) -> None:
    assert await make_post(change, await make_mission(change), kind=kind, publish=True)


async def test_a_translation_follows_the_authentic_text(change: Change) -> None:
    post = await make_post(change, await make_mission(change))
    text = await services.add_translation(change, post_id=post.id, locale="fr", title="")
    async with refused(change, services.AuthenticNotLive, locale="en"):
        await services.publish_post(change, post_id=post.id, locale="fr")
    await services.publish_post(change, post_id=post.id)
    async with refused(change, services.NothingToPublish, locale="fr"):
        await services.publish_post(change, post_id=post.id, locale="fr")
    await services.save_draft(
        change, post_id=post.id, locale="fr", base_revision=1, title="Déclaration", body=body("Ils se sont vus.")
    )
    later = replace(change, now=change.now + timedelta(hours=1))
    before = await row_counts(change.db)
    await services.publish_post(later, post_id=post.id, locale="FR")
    assert await row_counts(change.db) - before == PUBLISHED
    assert (text.state, text.published_at) == (PublicationState.LIVE, later.now)
    assert post.first_published_at == change.now
    async with refused(change, NotFound):
        await services.publish_post(change, post_id=post.id, locale="de")


async def test_an_import_says_when_a_post_went_out(change: Change) -> None:
    post = await make_post(change, await make_mission(change))
    async with refused(change, services.PublishedInFuture):
        await services.publish_post(change, post_id=post.id, at=change.now + timedelta(microseconds=1))
    at = change.now - timedelta(days=900)
    await services.publish_post(change, post_id=post.id, at=at)
    text = await services.get_translation(change, post, None)
    assert (post.first_published_at, text.published_at) == (at, at)


async def test_what_was_public_before_comes_in_though_nobody_described_its_photos(
    change: Change, actors: Actors
) -> None:
    post = await make_post(change, actors.mission, body=document(photo_block(await make_photo(change, actors.mission))))
    before = change.now - timedelta(days=900)
    for actor, at in ((actors.administrator, before), (change.actor, None)):
        async with refused(change, NotAllowed, role="system"):
            await services.publish_post(
                as_actor(change, actor), post_id=post.id, at=at, accepts_missing_alternatives=True
            )
    await services.publish_post(change, post_id=post.id, at=before, accepts_missing_alternatives=True)
    assert post.first_published_at == before
    await services.save_draft(change, post_id=post.id, base_revision=2, title="Again")
    async with refused(change, services.AlternativeMissing):
        await services.publish_post(change, post_id=post.id)


async def test_a_byline_keeps_the_office_of_the_day_it_went_out(change: Change) -> None:
    mission, person = await make_mission(change), await make_person(change)
    held = await make_appointment(change, person, mission, office="Consul", offices={"pt": "Cônsul"})
    post = await make_post(change, mission)
    names = [
        BylineDraft(person_id=person.id),
        BylineDraft(mission_id=mission.id),
        BylineDraft(person_id=(await make_person(change)).id),
        BylineDraft(person_id=person.id, role=BylineRole.PHOTOGRAPHER, is_personal=True),
    ]
    await services.set_bylines(change, post_id=post.id, bylines=names)
    drafts = (await change.db.scalars(select(Byline.office))).all()
    assert set(drafts) == {None}
    await services.publish_post(change, post_id=post.id)
    held.office, held.offices = "Ambassador", {}
    await change.db.flush()
    await services.save_draft(change, post_id=post.id, base_revision=2, title="Again")
    await services.publish_post(replace(change, now=change.now + timedelta(days=400)), post_id=post.id)
    shown = (await change.db.scalars(select(Byline).order_by(Byline.position))).all()
    assert [byline.office for byline in shown] == ["Consul", None, None, None]
    assert [byline.offices for byline in shown] == [{"en": "Consul", "pt": "Cônsul"}, {}, {}, {}]


async def test_the_day_is_counted_where_the_mission_sits(change: Change) -> None:
    mission = await make_mission(change, time_zones=["Pacific/Auckland", "UTC"])
    person = await make_person(change)
    await make_appointment(change, person, mission, office="Consul", ends_on=date(2026, 3, 10))
    await make_appointment(change, person, mission, office="Ambassador", starts_on=date(2026, 3, 11))
    post = await make_post(change, mission)
    await services.set_bylines(change, post_id=post.id, bylines=[BylineDraft(person_id=person.id)])
    await services.publish_post(replace(change, now=change.now.replace(hour=12)), post_id=post.id)
    assert (await change.db.scalars(select(Byline.office))).one() == "Ambassador"


async def test_an_imported_post_has_the_office_of_its_own_day(change: Change) -> None:
    mission, person = await make_mission(change), await make_person(change)
    await make_appointment(
        change, person, mission, office="Attaché", starts_on=date(2019, 1, 1), ends_on=date(2020, 1, 1)
    )
    await make_appointment(change, person, mission, office="Ambassador")
    post = await make_post(change, mission)
    await services.set_bylines(change, post_id=post.id, bylines=[BylineDraft(person_id=person.id)])
    await services.publish_post(change, post_id=post.id, at=change.now.replace(year=2019))
    assert (await change.db.scalars(select(Byline.office))).one() == "Attaché"


async def test_taking_back_the_authentic_text_takes_back_the_post(change: Change, actors: Actors) -> None:
    post = await make_post(change, actors.mission, publish=True)
    french = await services.add_translation(
        change, post_id=post.id, locale="fr", title="Déclaration", body=body("Ils se sont vus.")
    )
    await services.publish_post(change, post_id=post.id, locale="fr")
    german = await services.add_translation(change, post_id=post.id, locale="de", title="Erklärung")
    before = await row_counts(change.db)
    await services.unpublish_post(as_actor(change, actors.editor), post_id=post.id, reason=" The date  was wrong. ")
    assert await row_counts(change.db) - before == {"audit_entries": 1, "outbox_events": 1}
    assert (post.state, post.first_published_at) == (PublicationState.UNPUBLISHED, change.now)
    authentic = await services.get_translation(change, post, None)
    assert (authentic.state, french.state) == (PublicationState.UNPUBLISHED, PublicationState.UNPUBLISHED)
    assert german.state is PublicationState.DRAFT
    audit = (await change.db.scalars(select(AuditEntry).where(AuditEntry.event == "post.unpublished"))).one()
    assert audit.details == {"locales": ["en", "fr"], "reason": "The date was wrong."}
    async with refused(change, services.NotPublished, locale="en"):
        await services.unpublish_post(change, post_id=post.id, reason="again")
    async with refused(change, services.AuthenticNotLive):
        await services.publish_post(change, post_id=post.id, locale="fr")


async def test_taking_back_a_translation_leaves_the_others(change: Change) -> None:
    post = await make_post(change, await make_mission(change), publish=True)
    french = await services.add_translation(
        change, post_id=post.id, locale="fr", title="Déclaration", body=body("Ils se sont vus.")
    )
    async with refused(change, services.NotPublished, locale="fr"):
        await services.unpublish_post(change, post_id=post.id, locale="fr", reason="x")
    await services.publish_post(change, post_id=post.id, locale="fr")
    await services.unpublish_post(change, post_id=post.id, locale="fr", reason="x")
    assert (post.state, french.state) == (PublicationState.LIVE, PublicationState.UNPUBLISHED)
    audit = (await change.db.scalars(select(AuditEntry).where(AuditEntry.event == "post.unpublished"))).one()
    assert audit.details["locales"] == ["fr"]


async def test_a_post_can_go_out_again(change: Change) -> None:
    mission, person = await make_mission(change), await make_person(change)
    await make_appointment(change, person, mission, office="Consul", ends_on=date(2026, 3, 31))
    post = await make_post(change, mission)
    await services.set_bylines(change, post_id=post.id, bylines=[BylineDraft(person_id=person.id)])
    await services.publish_post(change, post_id=post.id)
    await services.unpublish_post(change, post_id=post.id, reason="Wrong date")
    later = replace(change, now=change.now + timedelta(days=60))
    await services.publish_post(later, post_id=post.id)
    text = await services.get_translation(change, post, None)
    assert (post.state, post.first_published_at) == (PublicationState.LIVE, change.now)
    assert (text.state, text.published_at, text.revision_number) == (PublicationState.LIVE, later.now, 3)
    assert (await change.db.scalars(select(Byline.office))).one() == "Consul"


@pytest.mark.parametrize(
    ("refusal", "reason"), [(TextMissing, " "), (TextTooLong, "x" * 1_001), (TextUnstorable, "x\x00")]
)
async def test_taking_back_needs_a_reason(change: Change, refusal: Any, reason: str) -> None:
    post = await make_post(change, await make_mission(change), publish=True)
    async with refused(change, refusal):
        await services.unpublish_post(change, post_id=post.id, reason=reason)


async def test_what_is_not_there_is_neither_published_nor_taken_back(change: Change) -> None:
    async with refused(change, NotFound):
        await services.publish_post(change, post_id=NOWHERE)
    async with refused(change, NotFound):
        await services.unpublish_post(change, post_id=NOWHERE, reason="x")
