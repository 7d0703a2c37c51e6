"""What the public is told when something that was public changes: mutations that call one service each."""

import enum
from collections.abc import Sequence

import strawberry

from schema.change import Change
from schema.declaring import column, enum_type, input_type, object_type, option
from schema.posts import services
from schema.posts.choices import NoticeKind
from schema.posts.mutations import PostPayload
from schema.verbs import VerbInput, key_of, key_of_optional, stored, verb


@enum_type
class CorrectionKind(enum.Enum):
    """How a live text is put right."""

    CLARIFICATION = NoticeKind.CLARIFICATION
    CORRECTION = NoticeKind.CORRECTION


@enum_type
class WithdrawalKind(enum.Enum):
    """Why a text is taken from the public: for whatever reason, or because it was wrong."""

    WITHDRAWN = NoticeKind.WITHDRAWN
    RETRACTION = NoticeKind.RETRACTION


@input_type
class NoteInput:
    """What is said, in one more language."""

    locale: str = column("The language, as a BCP 47 tag.")
    note: str = column("What is said in that language, to everyone.")


@input_type
class CorrectPostInput(VerbInput):
    """A live text to put right."""

    post: strawberry.ID = column("The post.")
    locale: str | None = option("The language of the text, as a BCP 47 tag; the authentic one when it is left out.")
    kind: CorrectionKind = column("Whether it was wrong, or only unclear.")
    note: str = column("What was changed and why, in the language of the text; everyone reads it.")
    revision: int | None = option("The revision you have read; correcting is refused if there is a newer one.")


@input_type
class AddNoticeInput(VerbInput):
    """A live text to clarify beside its words."""

    post: strawberry.ID = column("The post.")
    locale: str | None = option("The language of the text, as a BCP 47 tag; the authentic one when it is left out.")
    note: str = column("What is to be known, in the language of the text; everyone reads it.")


@input_type
class SupersedePostInput(VerbInput):
    """A live post beside which another one is to be read."""

    post: strawberry.ID = column("The post.")
    superseded_by: strawberry.ID = column("The live post to read instead, of any mission.")
    note: str = column("Why, in the language of the authentic text; everyone reads it.")
    notes: list[NoteInput] | None = option("The same in other languages.")


@input_type
class WithdrawPostInput(VerbInput):
    """A live text to take from the public."""

    post: strawberry.ID = column("The post.")
    locale: str | None = option("The language of the text; without it, or with the authentic one, every language.")
    kind: WithdrawalKind = column("Whether it was wrong.")
    reason: str = column("Why, in the language of the text; everyone reads it, at its address and for ever.")
    reasons: list[NoteInput] | None = option("The same in other languages.")
    keeps_title: bool = option("Whether its title stays to be read.", default=False)
    superseded_by: strawberry.ID | None = option("A live post to read instead, of any mission.")


@input_type
class RestorePostInput(VerbInput):
    """A withdrawn text to make public again."""

    post: strawberry.ID = column("The post.")
    locale: str | None = option("The language of the text; without it, every language withdrawn with the authentic.")
    note: str = column("Why it is public again, in the language of the text; everyone reads it.")
    notes: list[NoteInput] | None = option("The same in other languages.")


@object_type
class CorrectionMutations:
    """What corrects, withdraws and restores what was public."""

    @verb
    async def correct_post(self, change: Change, input: CorrectPostInput) -> PostPayload:
        """Make the newest state of a live text public, with a public notice of what was put right. Takes an editor."""
        post = await services.correct_post(
            change,
            post_id=key_of(input.post, "Post", "post"),
            locale=input.locale,
            kind=input.kind.value,
            note=input.note,
            revision=input.revision,
        )
        return PostPayload(post=stored(post))

    @verb
    async def add_notice(self, change: Change, input: AddNoticeInput) -> PostPayload:
        """Clarify a live text with a public notice, without changing its words. Takes an editor."""
        post_id = key_of(input.post, "Post", "post")
        post = await services.add_notice(change, post_id=post_id, locale=input.locale, note=input.note)
        return PostPayload(post=stored(post))

    @verb
    async def supersede_post(self, change: Change, input: SupersedePostInput) -> PostPayload:
        """Say on a live post what is to be read instead; it stays readable. Takes an editor."""
        post = await services.supersede_post(
            change,
            post_id=key_of(input.post, "Post", "post"),
            superseded_by_id=key_of(input.superseded_by, "Post", "supersededBy"),
            note=input.note,
            notes=_by_locale(input.notes),
        )
        return PostPayload(post=stored(post))

    @verb
    async def withdraw_post(self, change: Change, input: WithdrawPostInput) -> PostPayload:
        """Take a text from the public; the reason stands at its address for ever. Takes an editor.

        With the authentic text the whole post goes, in every language. Members still find the words in `revisions`.
        """
        post = await services.withdraw_post(
            change,
            post_id=key_of(input.post, "Post", "post"),
            locale=input.locale,
            kind=input.kind.value,
            reason=input.reason,
            reasons=_by_locale(input.reasons),
            keeps_title=input.keeps_title,
            superseded_by_id=key_of_optional(input.superseded_by, "Post", "supersededBy"),
        )
        return PostPayload(post=stored(post))

    @verb
    async def restore_post(self, change: Change, input: RestorePostInput) -> PostPayload:
        """Make a withdrawn text public again as it was then, with a public notice. Takes an editor."""
        post = await services.restore_post(
            change,
            post_id=key_of(input.post, "Post", "post"),
            locale=input.locale,
            note=input.note,
            notes=_by_locale(input.notes),
        )
        return PostPayload(post=stored(post))


def _by_locale(notes: Sequence[NoteInput] | None) -> dict[str, str] | None:
    return None if notes is None else {said.locale: said.note for said in notes}
