"""What changes posts: mutations that call one service each. Their inputs stand in `inputs.py`."""

from schema.change import Change
from schema.declaring import object_type, option
from schema.missions.types import Mission
from schema.posts import inputs, services
from schema.posts.models import BylineRole
from schema.posts.revisions import Revision
from schema.posts.types import Post, Translation
from schema.verbs import Payload, key_of, key_of_optional, stored, verb


@object_type
class PostPayload(Payload):
    """What came of a mutation of a post."""

    post: Post | None = option("The post as it is now.")


@object_type
class TranslationPayload(Payload):
    """What came of a mutation of a text."""

    translation: Translation | None = option("The text as it is now.")


@object_type
class DraftPayload(TranslationPayload):
    """What came of a save."""

    revision: Revision | None = option("The newest text, with what you sent in it: what the next save may start from.")
    sent: Revision | None = option(
        "The text exactly as you sent it. It is another one than `revision` when it was brought together with what"
        " others had saved: then take that text over, or go on writing and start the next save from this one."
    )


@object_type
class DeletePostPayload(Payload):
    """What came of deleting a post."""

    mission: Mission | None = option("The mission whose draft it was.")


@object_type
class PostMutations:
    """What changes posts."""

    @verb
    async def create_post(self, change: Change, input: inputs.CreatePostInput) -> PostPayload:
        """Begin a post as a draft with its authentic text. Takes an author."""
        post = await services.create_post(
            change,
            mission_id=key_of(input.mission, "Mission", "mission"),
            kind=input.kind,
            locale=input.locale,
            title=input.title,
            summary=input.summary or "",
            body=inputs.body_of(input.body),
            slug=input.slug,
            comment_policy=input.comment_policy,
        )
        return PostPayload(post=stored(post))

    @verb
    async def save_draft(self, change: Change, input: inputs.SaveDraftInput) -> DraftPayload:
        """Save a new state of a text; it never publishes. What is live stays as it is until it is published again.

        If others saved first, what each changed is brought together. What you both changed is named in the problem, and
        what you sent is kept as a side draft.
        """
        saved = await services.save_draft(
            change,
            post_id=key_of(input.post, "Post", "post"),
            locale=input.locale,
            base_revision=input.base_revision,
            title=input.title,
            summary=input.summary,
            body=inputs.body_of(input.body),
            source_revision=input.source_revision,
        )
        return DraftPayload(
            translation=stored(saved.translation), revision=stored(saved.revision), sent=stored(saved.sent)
        )

    @verb
    async def restore_revision(self, change: Change, input: inputs.RestoreRevisionInput) -> DraftPayload:
        """Make an older text the newest draft. What is live stays as it is until the draft is published."""
        translation, revision = await services.restore_revision(
            change,
            post_id=key_of(input.post, "Post", "post"),
            locale=input.locale,
            revision=input.revision,
            base_revision=input.base_revision,
        )
        return DraftPayload(translation=stored(translation), revision=stored(revision), sent=stored(revision))

    @verb
    async def add_translation(self, change: Change, input: inputs.AddTranslationInput) -> TranslationPayload:
        """Begin a post's text in another language, as a draft. Takes an editor, or the author of the post."""
        translation = await services.add_translation(
            change,
            post_id=key_of(input.post, "Post", "post"),
            locale=input.locale,
            title=input.title,
            summary=input.summary or "",
            body=inputs.body_of(input.body),
            slug=input.slug,
            is_copied=input.start_from is inputs.TranslationStart.SOURCE,
            source_revision=input.source_revision,
        )
        return TranslationPayload(translation=stored(translation))

    @verb
    async def confirm_translation(self, change: Change, input: inputs.ConfirmTranslationInput) -> TranslationPayload:
        """Say that blocks of a translation stand as they are, although the authentic text has changed. No word changes.

        What is missing counts as left out on purpose, and what was taken out of the authentic text as its own.
        """
        translation = await services.confirm_translation(
            change,
            post_id=key_of(input.post, "Post", "post"),
            locale=input.locale,
            base_revision=input.base_revision,
            parts=input.blocks,
            source_revision=input.source_revision,
        )
        return TranslationPayload(translation=stored(translation))

    @verb
    async def set_bylines(self, change: Change, input: inputs.SetBylinesInput) -> PostPayload:
        """Say who is named over a post. Who stays keeps the office shown, who is new has the one held now."""
        bylines = [_byline(given, index) for index, given in enumerate(input.bylines)]
        post = await services.set_bylines(change, post_id=key_of(input.post, "Post", "post"), bylines=bylines)
        return PostPayload(post=stored(post))

    @verb
    async def set_topics(self, change: Change, input: inputs.SetTopicsInput) -> PostPayload:
        """Say what a post is filed under."""
        topics = [key_of(id, "Topic", "topics", index) for index, id in enumerate(input.topics)]
        post_id = key_of(input.post, "Post", "post")
        post = await services.set_topics(change, post_id=post_id, topic_ids=topics, tags=input.tags)
        return PostPayload(post=stored(post))

    @verb
    async def submit_post(self, change: Change, input: inputs.SubmitPostInput) -> TranslationPayload:
        """Put the newest state of a text before somebody who clears it. Takes whoever may write the text."""
        post_id = key_of(input.post, "Post", "post")
        translation = await services.submit_post(change, post_id=post_id, locale=input.locale)
        return TranslationPayload(translation=stored(translation))

    @verb
    async def return_post(self, change: Change, input: inputs.ReturnPostInput) -> TranslationPayload:
        """Hand a submitted text back with remarks, also when it was cleared and is not out yet. Takes an editor."""
        translation = await services.return_post(
            change, post_id=key_of(input.post, "Post", "post"), locale=input.locale, remarks=input.remarks
        )
        return TranslationPayload(translation=stored(translation))

    @verb
    async def clear_post(self, change: Change, input: inputs.ClearPostInput) -> TranslationPayload:
        """Agree to a submitted revision, and to no later one. Takes another editor than who submitted and who wrote it.

        Where the policy is `HEADQUARTERS`, it takes an editor of the headquarters.
        """
        translation = await services.clear_post(
            change,
            post_id=key_of(input.post, "Post", "post"),
            locale=input.locale,
            revision=input.revision,
            remarks=input.remarks,
        )
        return TranslationPayload(translation=stored(translation))

    @verb
    async def publish_post(self, change: Change, input: inputs.PublishPostInput) -> PostPayload:
        """Make the newest state of a text public. The first time, bylines keep the offices of that day.

        Under a policy that wants it cleared, that takes a review of exactly this state, or an emergency.
        """
        post = await services.publish_post(
            change,
            post_id=key_of(input.post, "Post", "post"),
            locale=input.locale,
            revision=input.revision,
            emergency=input.emergency.reason if input.emergency else None,
        )
        return PostPayload(post=stored(post))

    @verb
    async def review_post(self, change: Change, input: inputs.ReviewPostInput) -> TranslationPayload:
        """Say of a text that went out first whether it should have. Takes another editor than who published it.

        An objection takes nothing back by itself.
        """
        translation = await services.review_post(
            change,
            post_id=key_of(input.post, "Post", "post"),
            locale=input.locale,
            verdict=input.verdict,
            remarks=input.remarks,
        )
        return TranslationPayload(translation=stored(translation))

    @verb
    async def unpublish_post(self, change: Change, input: inputs.UnpublishPostInput) -> PostPayload:
        """Take a text back that should not have gone out; with the authentic text the whole post goes. Takes an editor.

        It leaves no trace for readers. What they have relied on is withdrawn instead: see `withdrawPost`.
        """
        post = await services.unpublish_post(
            change, post_id=key_of(input.post, "Post", "post"), locale=input.locale, reason=input.reason
        )
        return PostPayload(post=stored(post))

    @verb
    async def schedule_post(self, change: Change, input: inputs.SchedulePostInput) -> TranslationPayload:
        """Let the newest state of a text go out by itself at a moment, instead of any moment chosen before."""
        post_id, at = key_of(input.post, "Post", "post"), inputs.moment_of(input.at)
        translation = await services.schedule_post(change, post_id=post_id, locale=input.locale, at=at)
        return TranslationPayload(translation=stored(translation))

    @verb
    async def unschedule_post(self, change: Change, input: inputs.UnschedulePostInput) -> TranslationPayload:
        """Let a text not go out by itself after all."""
        post_id = key_of(input.post, "Post", "post")
        translation = await services.unschedule_post(change, post_id=post_id, locale=input.locale)
        return TranslationPayload(translation=stored(translation))

    @verb
    async def delete_post(self, change: Change, input: inputs.DeletePostInput) -> DeletePostPayload:
        """Delete a draft in every language. What was ever public is not deleted: see `withdrawPost`."""
        mission = await services.delete_post(change, post_id=key_of(input.post, "Post", "post"))
        return DeletePostPayload(mission=stored(mission))

    @verb
    async def delete_translation(self, change: Change, input: inputs.DeleteTranslationInput) -> PostPayload:
        """Delete a post's text in one language. What was ever public is not deleted: see `withdrawPost`."""
        post_id = key_of(input.post, "Post", "post")
        post = await services.delete_translation(change, post_id=post_id, locale=input.locale)
        return PostPayload(post=stored(post))

    @verb
    async def change_slug(self, change: Change, input: inputs.ChangeSlugInput) -> TranslationPayload:
        """Give a text another address; the old one leads to it for ever. Takes an editor once it was public."""
        translation = await services.change_slug(
            change, post_id=key_of(input.post, "Post", "post"), locale=input.locale, slug=input.slug
        )
        return TranslationPayload(translation=stored(translation))

    @verb
    async def feature_post(self, change: Change, input: inputs.FeaturePostInput) -> PostPayload:
        """Put a live post on the front of its mission, or give it another place there. Takes an editor."""
        post_id, position = key_of(input.post, "Post", "post"), 1 if input.position is None else input.position
        post = await services.feature_post(change, post_id=post_id, position=position, until=input.until)
        return PostPayload(post=stored(post))

    @verb
    async def unfeature_post(self, change: Change, input: inputs.UnfeaturePostInput) -> PostPayload:
        """Take a post off the front of its mission. Takes an editor."""
        post = await services.unfeature_post(change, post_id=key_of(input.post, "Post", "post"))
        return PostPayload(post=stored(post))


def _byline(given: inputs.BylineInput, index: int) -> services.BylineDraft:
    return services.BylineDraft(
        person_id=key_of_optional(given.person, "Person", "bylines", index, "person"),
        mission_id=key_of_optional(given.mission, "Mission", "bylines", index, "mission"),
        role=given.role or BylineRole.AUTHOR,
        is_personal=given.is_personal,
    )
