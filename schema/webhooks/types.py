"""Webhooks as GraphQL."""

from datetime import datetime
from typing import Annotated

import strawberry
from sqlalchemy import select
from sqlalchemy.orm import aliased

from schema.declaring import column, connection, enum_type, field, object_type
from schema.history.types import Event
from schema.missions.types import Mission
from schema.paging import Connection, Node
from schema.sources import Each, sql
from schema.webhooks import models

enum_type(models.WebhookState)
enum_type(models.DeliveryState)


@object_type
class Attempt:
    """One try to deliver."""

    at: datetime = column("When.")
    status: int | None = column("The HTTP status of the answer; null when there was none.")
    duration_ms: int = column("How long it took, in milliseconds.")
    error: str | None = column("What went wrong; null when it was taken.")


@object_type
class Delivery(Node):
    """One event that a webhook is told of; its id is the `webhook-id` under which it is sent, each time the same."""

    event: Event | None = column("What it is told.")
    state: models.DeliveryState = column("What came of it so far.")
    due_at: datetime = column("When it is tried next, or was; what comes before it about the same thing goes first.")
    delivered_at: datetime | None = column("When it was taken.")

    @field
    def attempts(self) -> list[Attempt]:
        """The latest tries, at most twenty, oldest first."""
        return sql(Each(sql(self).attempts, sql(self)))


@object_type
class Webhook(Node):
    """An address that is told of events. Only administrators of its mission see it; nobody sees its secret again."""

    url: str = column("Where events are sent.")
    mission: Mission | None = column("It is told of this mission and those below it; null: of everything.")
    events: list[str] = column("The names of the events it is told of; empty: of all.")
    state: models.WebhookState = column("Whether it is told of events.")
    off_reason: str | None = column("Why it was switched off; null while it is not.")
    previous_secret_until: datetime | None = column("Until when deliveries are signed with the old secret too.")

    @connection
    def deliveries(
        self,
        state: Annotated[
            list[models.DeliveryState] | None, strawberry.argument(description="Only those in one of these states.")
        ] = None,
    ) -> Connection[Delivery]:
        """What it is told, the latest first; kept for thirty days."""
        delivery = aliased(models.Delivery)
        told = select(delivery).where(delivery.webhook_id == sql(self).id)
        if state is not None:
            told = told.where(delivery.state.in_(state))
        return sql(told.order_by(delivery.sequence.desc(), delivery.id.desc()))
