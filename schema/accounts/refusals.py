"""What the verbs of accounts refuse."""

from schema.errors import Conflict, Invalid, NotAllowed, NotReady


class AccountNameTaken(Conflict):
    """There is already an account named “{name}”. Choose another name."""


class EmailTaken(Conflict):
    """There is already an account with this e-mail address. Grant it a role instead of adding another."""


class EmailMalformed(Invalid):
    """This is not an e-mail address. Write one such as name@embassy.example, at most 254 characters."""


class ScopeMissing(Invalid):
    """A token needs at least one scope. Name what it may be used for."""


class LanguagesAreForTranslators(Invalid):
    """Only the role “translator” is limited to languages. Leave the languages out, or choose that role."""


class LanguagesOfTranslatorMissing(Invalid):
    """A translator who is limited to languages needs at least one. Name them, or leave the limit out."""


class TokenExpiresInThePast(Invalid):
    """A token must expire after now. Choose a later moment."""


class SignInRefused(NotAllowed):
    """The e-mail address or the password is wrong. Try again, or ask for a sign-in link."""

    keeps_changes = True


class SecondFactorRefused(NotAllowed):
    """This does not prove that it is you: it is wrong, was used before, or came too late. Try again."""

    keeps_changes = True


class TooManyAttempts(NotReady):
    """There were too many attempts from here. Wait {seconds} seconds and try again."""


class LinkRefused(NotAllowed):
    """This link was used before, is too old, or was never ours. Ask for another one."""

    keeps_changes = True


class SessionNeeded(NotAllowed):
    """Only somebody who is signed in can do this; a token cannot. Sign in first."""


class StepUpNeeded(NotAllowed):
    """It was too long ago that you proved it is you. Do it once more with `stepUp`, then try again."""


class PasswordUnfit(Invalid):
    """A password has 12 to 1,000 characters and is neither your name nor your e-mail address. Choose another one."""


class PasskeyRefused(Invalid):
    """This passkey cannot be added: the answer of the browser does not fit what was asked. Begin again."""


class TooManyFactors(NotReady):
    """An account has at most 10 second factors. Remove one first."""


class ThisIsYou(NotReady):
    """You cannot do this to your own account. Ask another administrator."""


class AccountInactive(NotReady):
    """This account is not in use. Reactivate it first."""


class NobodyKnown(NotAllowed):
    """Nobody here has the e-mail address you signed in with, or the account is not in use. Ask an administrator."""


class NobodyToSignIn(NotReady):
    """This account has no e-mail address, so that nobody can sign in to it. Invite somebody instead."""
