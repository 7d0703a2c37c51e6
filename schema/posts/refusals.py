"""The refusals of posts: what stands in the way, and what to do about it."""

from schema.errors import Conflict, Invalid, NotAllowed, NotReady


class StaleRevision(Conflict):
    """“{saved_by}” saved this text before you did: it is at revision {current_revision} now. {kept} Read the newest text, bring the two together and start again from revision {current_revision}."""  # noqa: E501

    keeps_changes = True


class RevisionUnknown(Invalid):
    """This text has no revision {number}. Read it again and start from its newest revision."""


class PhotosGone(Conflict):
    """Revision {number} cannot be restored as it is: photos in it are no longer in this mission's library: {photos}. Add them again, or save its text without them."""  # noqa: E501


class TranslationExists(Conflict):
    """This post has a text in “{locale}” already. Save a draft of it instead."""


class NotATranslation(Invalid):
    """The text in “{locale}” is the authentic one, which was made from no other. Name a translation of it."""


class PartUnknown(Invalid):
    """Neither of the two texts has a block “{part}”. Read them side by side again, and name what you have compared."""


class StartAmbiguous(Invalid):
    """A translation begins with the words of the authentic text or with a body of its own. Leave one of the two out."""


class BodyAmbiguous(Invalid):
    """A body is given in exactly one form: as a document, as Markdown or as HTML. Choose one."""


class BodyNotKept(Invalid):
    """Not everything in the body can be kept. {loss} Change it, or send the body as a document."""


class PhotoOfAnotherMission(Invalid):
    """The photo in block “{block}” is not in this mission's library. Add it there first, or choose another one."""


class NothingToPublish(NotReady):
    """The text in “{locale}” has no {part} yet. Write one first."""


class AlternativeMissing(NotReady):
    """Nobody has said yet how readers who cannot see the photo “{file_name}” (block “{block}”) learn what it shows. Describe it, or say that the text tells it or that it is decoration."""  # noqa: E501


class BylineMissing(NotReady):
    """A {kind} goes out under a name. Set its bylines first."""


class AuthenticNotLive(NotReady):
    """A translation follows the authentic text, which is not public. Publish the text in “{locale}” first."""


class AlreadyPublished(NotReady):
    """The newest text in “{locale}” is public already. Save a change first."""


class NotPublished(NotReady):
    """The text in “{locale}” is not public, so it cannot be taken back."""


class TextWithdrawn(NotReady):
    """The text in “{locale}” is withdrawn. Restore it first."""


class NotWithdrawn(NotReady):
    """The text in “{locale}” is not withdrawn, so there is nothing to restore."""


class TombstoneStands(NotReady):
    """The text in “{locale}” was withdrawn, and what stands in its place stays as long as the post is known. Withdraw the whole post instead, or restore that text first."""  # noqa: E501


class NothingToCorrect(NotReady):
    """The text in “{locale}” is not public, so nobody has read what you would put right. Change it and publish it."""


class TooManyNotices(NotReady):
    """This post has {limit} notices already. Withdraw it, and write what is so in a new post."""


class SupersededByItself(Invalid):
    """A post cannot supersede itself. Name the other one."""


class SupersedingNotLive(NotReady):
    """The post that is to be read instead is not public. Publish it first, or name another one."""


class WasPublic(NotReady):
    """This was public, and what was public is not deleted. Withdraw it with a reason instead."""


class AuthenticStays(NotReady):
    """The text in “{locale}” is the authentic one, without which there is no post. Delete the whole post instead."""


class SlugUnusable(Invalid):
    """Nothing of “{slug}” can stand in an address. Use at least one letter or digit."""


class NotFeaturable(NotReady):
    """Only what is public can stand on the front of a mission. Publish the post first."""


class NotFeatured(NotReady):
    """This post does not stand on the front of its mission, so there is nothing to take off."""


class TooManyFeatured(NotReady):
    """{limit} posts stand on the front of this mission already. Take one off first."""


class PlaceUnknown(Invalid):
    """There is no place {position} on the front of a mission: they are numbered from 1 to {limit}."""


class FeaturedInPast(Invalid):
    """A post cannot be featured until {until}, which has passed. Name a later moment, or leave it out."""


class PublishedInFuture(Invalid):
    """A post cannot have been published at {at}, which is still to come. Leave the moment out to publish now."""


class MomentUnclear(Invalid):
    """A moment is given in exactly one form: as what the clocks of a zone show, or as an instant. Choose one."""


class ScheduledInPast(Invalid):
    """{at} is past, so nothing can go out then. Choose a later moment, or publish it now."""


class PublicationFailed(NotReady):
    """It could not go out by a fault of ours, and is tried again every minute. Tell the operator: the log says more."""


class NotScheduled(NotReady):
    """The text in “{locale}” is not scheduled, so there is nothing to take back."""


class BylineUnclear(Invalid):
    """A byline names one person or one mission. Name exactly one."""


class BylineTwice(Invalid):
    """The same name stands over the post twice in the same role. Leave one of the two out."""


class TooManyBylines(Invalid):
    """A post has at most {limit} bylines; here are {count}. Leave some out."""


class TooManyTopics(Invalid):
    """A post has at most {limit} topics and as many tags. Leave some out."""


class TooManyPreviewLinks(NotReady):
    """This text has {limit} preview links already. Revoke one that nobody needs any more, then make another."""


class AddressMalformed(Invalid):
    """“{address}” cannot be an address here. Begin it with “/”, without a host, and use at most 500 characters."""


class AddressTaken(Conflict):
    """“{address}” leads to “{holder}” in this mission already. Choose another address."""


class AlreadySubmitted(NotReady):
    """“{submitted_by}” has submitted revision {revision} in “{locale}” already. Wait until somebody has read it."""


class AlreadyCleared(NotReady):
    """Revision {revision} in “{locale}” is cleared already. It can be published."""


class NotSubmitted(NotReady):
    """Revision {revision} in “{locale}” is not before anybody. It must be submitted first."""


class NotCleared(NotReady):
    """Revision {revision} in “{locale}” is not cleared: in this mission a {kind} takes the agreement of {whom}. {reason}"""  # noqa: E501


class HeadquartersDecides(NotAllowed):
    """In this mission a {kind} is for the headquarters to decide. Ask an editor of “{headquarters}”."""


class OwnSubmission(NotAllowed):
    """You have submitted this text yourself, so somebody else must clear it. Ask another editor of the mission."""


class OwnWords(NotAllowed):
    """You have written this revision yourself, so somebody else must clear it. Ask another editor of the mission."""


class OwnPublication(NotAllowed):
    """You have published this text yourself, so somebody else must review it. Ask another editor of the mission."""


class NothingToReview(NotReady):
    """No publication of the text in “{locale}” waits for a review. There is nothing to do."""


class EmergencyNotAllowed(NotReady):
    """In this mission a {kind} cannot be published in an emergency. Have it cleared, or ask an administrator to change the policy."""  # noqa: E501


class StepUpMissing(NotReady):
    """In this mission, publishing a {kind} takes a proof in the last ten minutes that it is you. Sign in again with your second factor; a token cannot give that proof."""  # noqa: E501
