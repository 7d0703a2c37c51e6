"""Preview links, and what the one shows by which somebody asks, as GraphQL."""

from datetime import datetime

from schema.declaring import column, field, object_type
from schema.paging import Node
from schema.posts.types import Post, Translation
from schema.sources import fact, sql


@object_type
class PreviewLink(Node):
    """A secret that shows one text as if it were public. Only who may write for the mission sees any."""

    translation: Translation | None = column("The text it shows.")
    revision: int | None = column("The revision it shows; null: whichever is the newest.")
    expires_at: datetime = column("When it expires.")
    revoked_at: datetime | None = column("When it was made useless; null when it was not.")
    last_used_at: datetime | None = column("When somebody last came by it, to the minute; null when nobody has.")

    @field
    def made_by(self) -> str:
        """Who made it."""
        return sql(self).actor_name

    @field
    def made_at(self) -> datetime:
        """When it was made."""
        return sql(self).created_at


@object_type
class Preview:
    """What the preview link shows by which you ask."""

    locale: str = column("The language of the text it shows, as a BCP 47 tag.")
    post: Post | None = column("The post, as it would be read.")

    @field
    def translation(self) -> Translation:
        """The text it shows."""
        return sql(self)

    @field
    def revision(self) -> int:
        """Which revision of the text is shown."""
        return sql(self).revision_number

    @field
    def expires_at(self) -> datetime:
        """When the link expires."""
        return fact(sql(self), "expires_at", None)

    @field
    def stands_for_authentic(self) -> bool:
        """Whether the text stands for the authentic one, which is not public: no other language is shown."""
        return fact(sql(self), "stands_for_authentic", None)
