"""The fields of signed statements. No document is guessed: what is verified is tested by itself."""

import base64
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import aliased

from schema.posts.models import PublicationState, Translation
from schema.statements.models import Signature, SigningKey, Statement
from tests.oracle.asking import Asking
from tests.oracle.resolving import resolves
from tests.oracle.seeing import may_read
from tests.oracle.wording import key_in, tag


class Stated:
    """A statement with whether its words are shown, and its one signature."""

    def __init__(self, statement: Statement, key: SigningKey | None, signature: Signature | None, words: bool) -> None:
        self.canonical = statement.canonical if words else None
        self.sha256 = statement.sha256.hex()
        self.issuer = signature and signature.issuer
        self.signed_at = signature and signature.signed_at
        self.key_id = key and key.key_id
        self.signature = signature and _unpadded(signature.signature)


def _unpadded(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).decode().rstrip("=")


async def _stated(asking: Asking, *named: Any) -> Stated | None:
    statement, text, signature, key = (aliased(model) for model in (Statement, Translation, Signature, SigningKey))
    found = await asking.rows(
        select(statement, text, signature, key)
        .join(text, text.id == statement.translation_id)
        .outerjoin(signature, signature.statement_id == statement.id)
        .outerjoin(key, key.id == signature.signing_key_id)
        .where(*(condition(statement, text) for condition in named), may_read(asking.asker, text))
    )
    for said, shown, signed, by in found:
        words = shown.state is PublicationState.LIVE and shown.revision_number == said.revision_number
        return Stated(said, by, signed, words)
    return None


@resolves("Translation.statement")
async def of_translation(text: Any, asking: Asking) -> Stated | None:
    if text.state is not PublicationState.LIVE:
        return None
    return await _stated(
        asking,
        lambda statement, row: row.id == text.id,
        lambda statement, row: statement.revision_number == text.revision_number,
    )


@resolves("Query.statement")
async def statement(source: None, asking: Asking, post: str, locale: str, revision: int) -> Stated | None:
    key, language = key_in(post, "Post"), tag(locale)
    return await _stated(
        asking,
        lambda statement, row: row.post_id == key,
        lambda statement, row: row.locale == language,
        lambda statement, row: statement.revision_number == revision,
    )


@resolves("Query.signingKeys")
async def signing_keys(source: None, asking: Asking) -> list[SigningKey]:
    rows = await asking.rows(select(SigningKey).order_by(SigningKey.used_from, SigningKey.id))
    return [key for (key,) in rows]


@resolves("SigningKey.publicKey")
def public_key(key: SigningKey, asking: Asking) -> str:
    return _unpadded(key.public_key)


@resolves("Query.verifyStatement")
async def verify_statement(source: None, asking: Asking, document: str) -> "Nothing":
    """No random text is a statement."""
    return Nothing()


class Nothing:
    """What there is to say of a text that is none."""

    is_valid = is_known = False
    problems = ("This is no signed statement: it is not a JSON object of that form.",)
    state = superseded_by = post = locale = revision = key_id = signed_at = None
