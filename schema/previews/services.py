"""The verbs of preview links, and finding what one shows."""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import and_, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from schema.accounts.models import Account
from schema.change import Change
from schema.context import Preview
from schema.errors import Invalid, NotFound
from schema.posts import obstacles
from schema.posts.models import Post, PublicationState, Translation
from schema.posts.obstacles import IN_PREVIEW_LINK
from schema.posts.services import check, get_revision, get_text_to
from schema.previews import access, models
from schema.sources import encode_id

SECRET_PREFIX = "pv_"
SECRET_BYTES = 32
USUAL_LIFE = timedelta(hours=48)
LONGEST_LIFE = timedelta(days=30)
USE_NOTED_EVERY = timedelta(minutes=1)
"""How exactly it is remembered when a link was last used: one write a minute, however often a page is looked at."""

EXPIRES_AT = ("input", "expiresAt")


class PreviewExpiresInThePast(Invalid):
    """A preview link must expire after now. Choose a later moment, or leave it out for {hours} hours."""


class PreviewLastsTooLong(Invalid):
    """A preview link lasts at most {days} days. Choose an earlier moment, and make another link when it has expired."""


async def create_preview_link(
    change: Change,
    *,
    post_id: UUID,
    locale: str | None = None,
    revision: int | None = None,
    expires_at: datetime | None = None,
) -> tuple[models.PreviewLink, str]:
    """Make a secret that shows one text as if it were public. The secret is not kept: show it once.

    Args:
        locale: the authentic text when left out.
        revision: which state it shows; the newest, whichever that is by then, when left out.
        expires_at: at most 30 days from now; 48 hours when left out.

    Raises:
        NotFound, NotAllowed, UnknownLanguage, RevisionUnknown, PreviewExpiresInThePast, PreviewLastsTooLong,
        TooManyPreviewLinks.

    Records:
        post.preview_link_created
    """
    post, translation = await get_text_to(change, obstacles.previewing, post_id, locale)
    if revision is not None:
        await get_revision(change.db, translation, revision, ("input", "revision"))
    expires_at = _checked_end(change, expires_at)
    secret = SECRET_PREFIX + secrets.token_urlsafe(SECRET_BYTES)
    link = models.PreviewLink(
        translation_id=translation.id,
        digest=_digest(secret),
        revision=revision,
        account_id=change.actor.account_id,
        actor_name=change.actor.name,
        expires_at=expires_at,
    )
    change.db.add(link)
    await change.db.flush()
    details = {"link": encode_id("PreviewLink", link.id), "locale": translation.locale, "revision": revision}
    change.record("post.preview_link_created", post, post.mission_id, **details, expires_at=expires_at.isoformat())
    await change.db.flush()
    return link, secret


async def revoke_preview_link(change: Change, *, link_id: UUID) -> models.PreviewLink:
    """Make a preview link useless from now on. Revoking it again changes nothing.

    Raises:
        NotFound, NotAllowed.

    Records:
        post.preview_link_revoked
    """
    link, translation, post = await _get_link(change, link_id)
    await check(change, obstacles.revoking_preview, post, translation)
    if link.revoked_at is None:
        link.revoked_at = change.now
        details = {"link": encode_id("PreviewLink", link.id), "locale": translation.locale}
        change.record("post.preview_link_revoked", post, post.mission_id, **details)
        await change.db.flush()
    return link


async def open_preview(db: AsyncSession, secret: str, now: datetime) -> Preview | None:
    """What the link with this secret shows; None when there is none, or it is expired or revoked.

    Whoever made it must still be allowed to sign in.

    Statements: 1, and once a minute another that notes the use.
    """
    link, translation = models.PreviewLink, Translation
    shown: Any = (
        select(
            link.id,
            link.last_used_at,
            translation.post_id,
            link.translation_id,
            translation.locale,
            func.coalesce(link.revision, translation.newest_revision_number),
            link.expires_at,
            and_(translation.is_authentic.is_(False), Post.state != PublicationState.LIVE),
        )
        .join(translation, translation.id == link.translation_id)
        .join(Post, Post.id == translation.post_id)
        .outerjoin(Account, Account.id == link.account_id)
        .where(link.digest == _digest(secret), link.expires_at > now, link.revoked_at.is_(None))
        .where(or_(link.account_id.is_(None), Account.is_active))
    )
    row = (await db.execute(shown)).one_or_none()
    if row is None:
        return None
    link_id, last_used_at, *what = row
    if last_used_at is None or last_used_at <= now - USE_NOTED_EVERY:
        await db.execute(update(link).where(link.id == link_id).values(last_used_at=now, updated_at=link.updated_at))
    return Preview(*what)


async def _get_link(change: Change, link_id: UUID) -> tuple[models.PreviewLink, Translation, Post]:
    """The link with this key, locked, with the text it shows and the post.

    Raises:
        NotFound: there is none, or this actor may not know of it.
    """
    found = (
        select(models.PreviewLink, Translation, Post)
        .join(Translation, Translation.id == models.PreviewLink.translation_id)
        .join(Post, Post.id == Translation.post_id)
        .where(models.PreviewLink.id == link_id)
        .with_for_update(of=models.PreviewLink)
        .execution_options(populate_existing=True)
    )
    row = (await change.db.execute(found)).one_or_none()
    if row is None or not access.may_read(change.actor, row[2]):
        raise NotFound(noun="preview link", key=encode_id("PreviewLink", link_id), path=IN_PREVIEW_LINK)
    return row[0], row[1], row[2]


def _checked_end(change: Change, expires_at: datetime | None) -> datetime:
    if expires_at is None:
        return change.now + USUAL_LIFE
    if expires_at <= change.now:
        raise PreviewExpiresInThePast(hours=USUAL_LIFE // timedelta(hours=1), path=EXPIRES_AT)
    if expires_at > change.now + LONGEST_LIFE:
        raise PreviewLastsTooLong(days=LONGEST_LIFE.days, path=EXPIRES_AT)
    return expires_at


def _digest(secret: str) -> bytes:
    return hashlib.sha256(secret.encode(errors="replace")).digest()
