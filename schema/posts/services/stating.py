"""Writing down what goes out, in the form that is signed."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import func, select

from schema.change import Change
from schema.missions.models import Mission
from schema.people.models import Person
from schema.posts import models
from schema.posts.services.text import Written
from schema.sources import encode_id
from schema.statements.form import Said
from schema.statements.services import keep_statement


async def state(
    change: Change,
    post: models.Post,
    translation: models.Translation,
    text: Written,
    notice: Mapping[str, str] | None = None,
) -> None:
    """Write down what a text says that has just been made the one that is shown, with its bylines as they stand.

    Args:
        notice: ``kind`` and ``note`` of what the public is told of it, when it corrects what was said before.
    """
    assert translation.published_at is not None
    mission = await change.db.get_one(Mission, post.mission_id)
    said = Said(
        post=encode_id("Post", post.id),
        kind=post.kind.name,
        mission={"id": encode_id("Mission", mission.id), "slug": mission.slug, "name": mission.name},
        locale=translation.locale,
        is_authentic=translation.is_authentic,
        slug=translation.slug,
        revision=translation.revision_number,
        published_at=translation.published_at,
        title=text.text.title,
        summary=text.text.summary,
        body=text.text.document.json,
        photos=[{"id": encode_id("Photo", key), "sha256": text.photos[key].sha256} for key in _photos(text)],
        bylines=await _bylines(change, post),
        notice=notice,
    )
    await keep_statement(change, translation.id, said)


def _photos(text: Written) -> list[UUID]:
    """The photos that are shown, each once, in reading order."""
    return list(dict.fromkeys(use.photo_id for use in text.text.document.photos))


async def _bylines(change: Change, post: models.Post) -> list[dict[str, object]]:
    byline, person, mission = models.Byline, Person, Mission
    named = (
        select(byline, func.coalesce(person.name, mission.name))
        .outerjoin(person, person.id == byline.person_id)
        .outerjoin(mission, mission.id == byline.mission_id)
        .where(byline.post_id == post.id)
        .order_by(byline.position)
    )
    return [
        {
            "id": encode_id("Person", row.person_id) if row.person_id else encode_id("Mission", row.mission_id),
            "name": name,
            "role": row.role.name,
            "office": row.office,
            "is_personal": row.is_personal,
        }
        for row, name in (await change.db.execute(named)).all()
    ]
