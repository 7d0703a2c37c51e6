"""The entrance for whoever came by a preview link."""

import strawberry
from sqlalchemy import select
from sqlalchemy.orm import aliased

from schema.declaring import field, object_type
from schema.posts.models import Translation
from schema.previews.types import Preview
from schema.sources import First, sql


@object_type
class PreviewQueries:
    """Root fields of previews."""

    @field
    def preview(self, info: strawberry.Info) -> Preview | None:
        """What the preview link shows by which you ask; null for everybody who asks without one."""
        text, viewer = aliased(Translation), info.context.viewer
        facts = {
            "expires_at": lambda row: viewer.preview_expires_at,
            "stands_for_authentic": lambda row: viewer.preview_stands_for_authentic,
        }
        return sql(First(select(text).where(text.id == viewer.preview_translation), facts, is_limited=False))
