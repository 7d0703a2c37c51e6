"""Who may read and manage webhooks, and what each is told of."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, any_, func, or_, select
from sqlalchemy.orm import aliased

from schema.context import Actor, Role, Viewer
from schema.missions.models import Mission
from schema.sources import any_readable
from schema.webhooks.models import Webhook

TEST = "webhook.tested"
"""The event that only the webhook itself is told of, whatever else it is told."""


def webhook_is_visible(viewer: Viewer, webhook: Any) -> ColumnElement[bool]:
    """Administrators of its mission; of a webhook for everything, administrators of every mission."""
    return viewer.has(Role.ADMINISTRATOR, webhook.mission_id)


def delivery_is_visible(viewer: Viewer, delivery: Any) -> ColumnElement[bool]:
    """Whoever may read its webhook."""
    webhook: Any = aliased(Webhook)
    return any_readable(select(webhook).where(webhook.id == delivery.webhook_id))


def may_manage(actor: Actor, mission_id: UUID | None) -> bool:
    """Administrators of the mission; for everything, administrators of every mission."""
    return actor.may(Role.ADMINISTRATOR, mission_id)


def is_told(webhook: Any, event: Any) -> ColumnElement[bool]:
    """Whether a webhook is told of an event: by its name, and by its mission or one above that."""
    mission: Any = aliased(Mission)
    below = or_(mission.id == webhook.mission_id, webhook.mission_id == any_(mission.lineage))
    concerns = or_(
        webhook.mission_id.is_(None), select(mission.id).where(mission.id == event.mission_id, below).exists()
    )
    is_wanted = or_(func.cardinality(webhook.events) == 0, event.event == any_(webhook.events))
    return or_(
        and_(event.event == TEST, event.subject_id == webhook.id), and_(event.event != TEST, is_wanted, concerns)
    )
