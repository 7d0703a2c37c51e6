"""Entrances to accounts."""

import strawberry
from sqlalchemy import select
from sqlalchemy.orm import aliased

from schema.accounts import models
from schema.accounts.types import Viewer
from schema.declaring import field, object_type
from schema.sources import sql


@object_type
class AccountQueries:
    """Root fields of accounts."""

    @field
    def viewer(self, info: strawberry.Info) -> Viewer | None:
        """You; null for a visitor, and until a second factor that is owed has been proved."""
        account = aliased(models.Account)
        return sql(select(account).where(account.id == info.context.viewer.account_id))
