"""What the mutations of posts take."""

import enum
from datetime import date as Date
from datetime import datetime

import strawberry
from strawberry.scalars import JSON

from schema.clocks import time_of_day
from schema.declaring import choice_type, column, enum_type, input_type, option
from schema.posts.choices import BylineRole, CommentPolicy, Occurrence, PostKind, Verdict
from schema.posts.services import BodyInput as Body
from schema.posts.services import Moment
from schema.verbs import VerbInput


@choice_type
class BodyInput:
    """A text in exactly one of three forms. In Markdown and HTML a photo's address is its id."""

    json: strawberry.Maybe[JSON] = column("ProseMirror JSON, as `Body.json` answers it.")
    markdown: strawberry.Maybe[str] = column("CommonMark. A picture alone in a paragraph is a photo block.")
    html: strawberry.Maybe[str] = column("HTML. What a body cannot keep is refused, never dropped.")


def body_of(given: BodyInput | None) -> Body | None:
    """A text as services take it."""
    if given is None:
        return None
    return Body(
        json=given.json.value if given.json else None,
        markdown=given.markdown.value if given.markdown else None,
        html=given.html.value if given.html else None,
    )


SOURCE_REVISION = (
    "Of a translation: the revision of the authentic text you had before you, so that nothing that was saved meanwhile "
    "passes for translated. The newest when it is left out."
)


@enum_type
class TranslationStart(enum.Enum):
    """What a translation begins with."""

    EMPTY = "empty"
    SOURCE = "source"


@input_type
class CreatePostInput(VerbInput):
    """A piece of writing to begin."""

    mission: strawberry.ID = column("The mission that writes it.")
    kind: PostKind = column("What sort of writing it is.")
    locale: str = column("The language of the authentic text, as a BCP 47 tag.")
    title: str = column("The title; may still be empty.")
    summary: str | None = option("The summary.")
    body: BodyInput | None = option("The text.")
    slug: str | None = option("The last part of its address; made from the title when it is left out.")
    comment_policy: CommentPolicy | None = option("Who may comment; open when it is left out.")


@input_type
class SaveDraftInput(VerbInput):
    """A new state of a text. What is left out stays as it is."""

    post: strawberry.ID = column("The post.")
    locale: str | None = option("The language of the text, as a BCP 47 tag; the authentic one when it is left out.")
    base_revision: int = column(
        "The revision your text comes from: `Translation.newestRevisionNumber`, or `revision` or `sent` of a save."
    )
    title: str | None = option("The title.")
    summary: str | None = option("The summary.")
    body: BodyInput | None = option("The text.")
    source_revision: int | None = option(SOURCE_REVISION)


@input_type
class RestoreRevisionInput(VerbInput):
    """An older text to go back to."""

    post: strawberry.ID = column("The post.")
    locale: str | None = option("The language of the text, as a BCP 47 tag; the authentic one when it is left out.")
    revision: int = column("The revision whose text is to be the newest again; it may be a side draft.")
    base_revision: int = column("The newest revision you have read; restoring is refused if there is a newer one.")


@input_type
class AddTranslationInput(VerbInput):
    """A post's text in another language."""

    post: strawberry.ID = column("The post.")
    locale: str = column("The language, as a BCP 47 tag.")
    title: str = column("The title; may still be empty.")
    summary: str | None = option("The summary.")
    body: BodyInput | None = option("The text.")
    slug: str | None = option("The last part of its address; made from the title when it is left out.")
    start_from: TranslationStart = option("What it begins with when there is no text.", default=TranslationStart.EMPTY)
    source_revision: int | None = option(SOURCE_REVISION)


@input_type
class ConfirmTranslationInput(VerbInput):
    """Blocks of a translation that stand as they are."""

    post: strawberry.ID = column("The post.")
    locale: str = column("The language of the translation, as a BCP 47 tag.")
    base_revision: int = column("The newest revision of the translation: `Translation.newestRevisionNumber`.")
    blocks: list[str] = column("The blocks, as `ComparedBlock.blockId` names them.")
    source_revision: int | None = option(SOURCE_REVISION)


@input_type
class BylineInput:
    """A name over a post: a person or a mission."""

    person: strawberry.ID | None = option("The person.")
    mission: strawberry.ID | None = option("The mission, when no person is named.")
    role: BylineRole | None = option("What they did for it; the author when it is left out.")
    is_personal: bool = option("Written in a personal capacity: no office is shown.", default=False)


@input_type
class SetBylinesInput(VerbInput):
    """Who is to be named over a post."""

    post: strawberry.ID = column("The post.")
    bylines: list[BylineInput] = column("The names in order; they replace those there are.")


@input_type
class SetTopicsInput(VerbInput):
    """What a post is to be filed under."""

    post: strawberry.ID = column("The post.")
    topics: list[strawberry.ID] = column("The topics; they replace those there are.")
    tags: list[str] = column("The tags, as words; they replace those there are.")


@input_type
class SubmitPostInput(VerbInput):
    """A text to put before somebody who clears it."""

    post: strawberry.ID = column("The post.")
    locale: str | None = option("The language of the text, as a BCP 47 tag; the authentic one when it is left out.")


@input_type
class ReturnPostInput(VerbInput):
    """A text to hand back."""

    post: strawberry.ID = column("The post.")
    locale: str | None = option("The language of the text, as a BCP 47 tag; the authentic one when it is left out.")
    remarks: str = column("What is to be changed; members of the mission can read it.")


@input_type
class ClearPostInput(VerbInput):
    """A revision to agree to."""

    post: strawberry.ID = column("The post.")
    locale: str | None = option("The language of the text, as a BCP 47 tag; the authentic one when it is left out.")
    revision: int = column("The revision you have read; clearing is refused if there is a newer one.")
    remarks: str | None = option("What you have to say of it; members of the mission can read it.")


@input_type
class ReviewPostInput(VerbInput):
    """What you find of a text that went out first."""

    post: strawberry.ID = column("The post.")
    locale: str | None = option("The language of the text, as a BCP 47 tag; the authentic one when it is left out.")
    verdict: Verdict = column("Whether it should have gone out as it did.")
    remarks: str | None = option("Why; an objection needs it. Members of the mission can read it.")


@input_type
class EmergencyInput:
    """Publication without clearance, to be reviewed afterwards."""

    reason: str = column("Why it cannot wait; it stays in the audit trail.")


@input_type
class PublishPostInput(VerbInput):
    """A text to make public."""

    post: strawberry.ID = column("The post.")
    locale: str | None = option("The language of the text, as a BCP 47 tag; the authentic one when it is left out.")
    revision: int | None = option("The revision you have read; publishing is refused if there is a newer one.")
    emergency: EmergencyInput | None = option("To publish without clearance, where the policy allows it.")


@input_type
class UnpublishPostInput(VerbInput):
    """A text to take back."""

    post: strawberry.ID = column("The post.")
    locale: str | None = option("The language of the text; without it, or with the authentic one, every language.")
    reason: str = column("Why; members of the mission can read it.")


@input_type
class WallTimeInput:
    """What the clocks of a zone show, whatever the rules of the zone turn out to be by then."""

    date: Date = column("The day there.")
    time: str = column("The time there: hours and minutes, such as 07:00.")
    zone: str | None = option("The IANA name of the zone; that of the mission when it is left out.")
    occurrence: Occurrence | None = option("Which of the two is meant, on the day clocks are put back.")


@choice_type
class MomentInput:
    """A moment to come, in exactly one of two forms."""

    wall: strawberry.Maybe[WallTimeInput] = column("By the clocks of a place.")
    instant: strawberry.Maybe[datetime] = column("The same moment all over the world.")


def moment_of(given: MomentInput) -> Moment:
    """A moment as services take it."""
    if not given.wall:
        return Moment(instant=given.instant.value if given.instant else None)
    wall = given.wall.value
    shown = datetime.combine(wall.date, time_of_day(wall.time, ("input", "at", "wall", "time")))
    return Moment(wall=shown, zone=wall.zone, occurrence=wall.occurrence)


@input_type
class SchedulePostInput(VerbInput):
    """A text to let out by itself."""

    post: strawberry.ID = column("The post.")
    locale: str | None = option("The language of the text, as a BCP 47 tag; the authentic one when it is left out.")
    at: MomentInput = column("When.")


@input_type
class UnschedulePostInput(VerbInput):
    """A text not to let out by itself after all."""

    post: strawberry.ID = column("The post.")
    locale: str | None = option("The language of the text, as a BCP 47 tag; the authentic one when it is left out.")


@input_type
class DeletePostInput(VerbInput):
    """A draft to delete."""

    post: strawberry.ID = column("The post.")


@input_type
class DeleteTranslationInput(VerbInput):
    """A text to delete that was never public."""

    post: strawberry.ID = column("The post.")
    locale: str = column("The language of the text, as a BCP 47 tag.")


@input_type
class ChangeSlugInput(VerbInput):
    """Another address for a text."""

    post: strawberry.ID = column("The post.")
    locale: str | None = option("The language of the text, as a BCP 47 tag; the authentic one when it is left out.")
    slug: str = column("The last part of its address from now on; brought into form.")


@input_type
class FeaturePostInput(VerbInput):
    """A live post for the front of its mission."""

    post: strawberry.ID = column("The post.")
    position: int | None = option("Its place there, 1 to 10; the first when it is left out.")
    until: datetime | None = option("When it is to leave by itself; never when it is left out.")


@input_type
class UnfeaturePostInput(VerbInput):
    """A post to take off the front of its mission."""

    post: strawberry.ID = column("The post.")
