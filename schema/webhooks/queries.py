"""Entrances to webhooks: root fields."""

import strawberry
from sqlalchemy import select
from sqlalchemy.orm import aliased

from schema.declaring import connection, field, object_type
from schema.paging import Connection
from schema.sources import one_by, sql
from schema.webhooks import models
from schema.webhooks.types import Webhook


@object_type
class WebhookQueries:
    """Root fields of webhooks."""

    @field
    def webhook(self, id: strawberry.ID) -> Webhook | None:
        """One webhook, by id."""
        return sql(one_by(models.Webhook, id=id))

    @connection
    def webhooks(self) -> Connection[Webhook]:
        """Every webhook that you may manage, in the order they were made."""
        webhook = aliased(models.Webhook)
        return sql(select(webhook).order_by(webhook.id))
