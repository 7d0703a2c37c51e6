"""What posts show of their signed statements, and how a saved one is verified here."""

from typing import Any

import strawberry
from sqlalchemy import LargeBinary, Text, and_, case, func, literal, select
from sqlalchemy.orm import aliased

from schema.declaring import computed, field, object_type
from schema.posts import models
from schema.posts.models import PublicationState
from schema.sources import Computed, First, Row, key, known_locale, readable, sql
from schema.statements.models import SigningKey as SigningKeyRow
from schema.statements.models import Statement
from schema.statements.types import SHOWN, SignedStatement, SigningKey, StatementCheck, base64url
from schema.statements.verifying import check, digest_in


@object_type
class StatementOfTranslation:
    """What a text shows of its statements."""

    @field
    def statement(self) -> SignedStatement | None:
        """What is shown, as it was signed; null for a draft, and once it is taken back."""
        statement = aliased(Statement)
        own = select(statement).where(
            statement.translation_id == sql(self).id,
            statement.revision_number == sql(self).revision_number,
            sql(self).state == PublicationState.LIVE,
        )
        return sql(First(own, {SHOWN: lambda row: literal(True)}, is_limited=False))


@object_type
class StatementQueries:
    """Root fields of signed statements."""

    @field
    def statement(self, post: strawberry.ID, locale: str, revision: int) -> SignedStatement | None:
        """What a revision said that was published; null when there is none, or you may not know of it.

        Its words are there only while it is the one that is shown; its hash and signature stay, so that whoever has
        saved it can prove it.

        Args:
            post: The id of the post.
            locale: The language of the text, as a BCP 47 tag.
            revision: The number of the revision.
        """
        statement, text = aliased(Statement), aliased(models.Translation)
        tag = sql(locale).converted("tag", known_locale)
        named = (text.post_id == key("Post", post), text.locale == tag, statement.revision_number == revision)
        found = select(statement).join(text, text.id == statement.translation_id).where(*named)
        return sql(First(readable(found, text), {SHOWN: lambda row: _is_shown(row, text)}, is_limited=False))

    @field
    def signing_keys(self) -> list[SigningKey]:
        """The public keys by which statements are verified, the oldest first; none is ever taken away."""
        row = aliased(SigningKeyRow)
        return sql(select(row).order_by(row.used_from, row.id))

    @computed
    def verify_statement(self, info: strawberry.Info, document: str) -> StatementCheck:
        """Whether a saved statement is what was signed here, and what has become of it since.

        Args:
            document: What was saved: the JSON of /statements, or of the field `statement`.
        """
        inputs = {
            "document": document,
            "keys": _every_key(),
            "issuer": literal(info.context.public_url, Text()),
            "known": _known(sql(document).converted("digest", digest_in, LargeBinary())),
        }
        return sql(Computed(check, inputs, rows=100))


def _is_shown(statement: Row, text: Row) -> Any:
    return and_(statement.revision_number == text.revision_number, text.state == PublicationState.LIVE)


def _every_key() -> Any:
    row = aliased(SigningKeyRow)
    said = func.jsonb_build_object(
        *("key_id", row.key_id, "x", base64url(row.public_key), "used_from", row.used_from),
        *("used_until", row.used_until, "revoked_from", row.revoked_from),
    )
    everything = readable(select(row)).with_only_columns(func.jsonb_agg(said), maintain_column_froms=True)
    return func.coalesce(everything.scalar_subquery(), func.jsonb_build_array())


def _known(digest: Any) -> Any:
    """The state of the statement with this hash, and the revision that is shown now."""
    statement, text = aliased(Statement), aliased(models.Translation)
    state = case(
        (_is_shown(statement, text), "CURRENT"),
        (text.state == PublicationState.LIVE, "SUPERSEDED"),
        else_="WITHDRAWN",
    )
    said = func.jsonb_build_object("state", state, "shown", text.revision_number)
    found = select(statement).join(text, text.id == statement.translation_id).where(statement.sha256 == digest)
    return readable(found, text).with_only_columns(said, maintain_column_froms=True).scalar_subquery()
