"""What a preview shows: one text put in place as if it were published now, in a change that is rolled back."""

from uuid import UUID

from sqlalchemy import select, update

from schema.change import Change
from schema.posts import models
from schema.posts.models import PublicationState
from schema.posts.services.loading import FOR_CHANGE, get_revision
from schema.posts.services.publishing import make_public
from schema.posts.services.text import text_of, written


async def show_unpublished(change: Change, *, translation_id: UUID, revision: int) -> None:
    """Put a text in place in one state, as publishing it would. The change must be rolled back when it has been read.

    What is live in just this state stays as it is, and where the text is gone nothing is done. Nothing is asked for
    that publishing asks for: a draft may be looked at before it is complete.

    Raises:
        RevisionUnknown, PhotoOfAnotherMission.
    """
    post = await change.db.scalar(
        select(models.Post)
        .join(models.Translation, models.Translation.post_id == models.Post.id)
        .where(models.Translation.id == translation_id)
        .with_for_update(key_share=True, of=models.Post)
    )
    translation = await change.db.get(models.Translation, translation_id, **FOR_CHANGE)
    if post is None or translation is None:
        return
    if translation.state is PublicationState.LIVE and translation.revision_number == revision:
        return
    if post.state is not PublicationState.LIVE and not translation.is_authentic:
        await _stand_for_authentic(change, translation)
    kept = await get_revision(change.db, translation, revision, ())
    text = await written(change.db, post.mission_id, translation.locale, text_of(kept))
    await make_public(change, post, translation, text, change.now)
    translation.revision_number = revision
    await change.db.flush()


async def _stand_for_authentic(change: Change, translation: models.Translation) -> None:
    """Let a text take the place of the authentic one, which is not public: the post is shown in this language only."""
    text = models.Translation
    authentic = (text.post_id == translation.post_id, text.is_authentic)
    await change.db.execute(update(text).where(*authentic).values(is_authentic=False))
    translation.is_authentic = True
