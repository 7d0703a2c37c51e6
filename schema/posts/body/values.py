"""The checks of single values: each takes anything, and gives back the form that is stored."""

import re
import unicodedata
from collections.abc import Callable
from uuid import UUID

from schema.languages import UnknownLanguage, canonical_locale
from schema.posts.body.addresses import WrongValue
from schema.texts import balanced

Check = Callable[[object], object]

BLOCK_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
UUID_FORM = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
LOCALE_FORM = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,8}")

# Postgres cannot store NUL, UTF-8 has no lone surrogates, and XML 1.0, which the feeds are, knows none of the others.
UNSTORABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LINE_ENDS = re.compile(r"\r\n?")


def plain_text(value: object) -> str:
    """Text in NFC with a line feed for every line end, and its directional signs closed; nothing else is changed.

    Raises:
        WrongValue.
    """
    if not isinstance(value, str):
        raise WrongValue("must be text")
    if found := UNSTORABLE.search(value):
        raise WrongValue(f"holds an invisible character (U+{ord(found[0]):04X}); delete it or type the passage again")
    return balanced(unicodedata.normalize("NFC", LINE_ENDS.sub("\n", value)))


def text_up_to(limit: int) -> Check:
    """A check for optional text of at most ``limit`` characters; empty text is null."""

    def check(value: object) -> str | None:
        text = None if value is None else plain_text(value)
        if text and len(text) > limit:
            raise WrongValue(f"is {len(text):,} characters long; the limit is {limit:,}")
        return text or None

    return check


def one_of(*choices: str | None) -> Check:
    """A check for one of a few words."""
    words = " or ".join(f"“{choice}”" for choice in choices if choice is not None)

    def check(value: object) -> str | None:
        if value is not None and not isinstance(value, str):
            raise WrongValue(f"must be {words}")
        if value not in choices:
            raise WrongValue(f"must be {words}")
        return value

    return check


def whole_number(low: int, high: int) -> Check:
    """A check for an integer between two bounds, both allowed."""

    def check(value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            raise WrongValue(f"must be a whole number from {low:,} to {high:,}")
        return value

    return check


def block_id(value: object) -> str | None:
    """The id of a block; null until it is given one."""
    if value is None:
        return None
    if not isinstance(value, str) or not BLOCK_ID.fullmatch(value):
        raise WrongValue("must be 1 to 64 letters, digits, “-” or “_”")
    return value


def photo_id(value: object) -> str:
    """The id of a photo in the library, in lower case."""
    if value is None or value == "":
        raise WrongValue("is missing: choose one from the library")
    if not isinstance(value, str) or not UUID_FORM.fullmatch(value):
        raise WrongValue("must be the id of a photo in the library (a UUID)")
    return str(UUID(value))


def locale(value: object) -> str:
    """A language tag in its canonical form."""
    if not isinstance(value, str) or not LOCALE_FORM.fullmatch(value):
        raise WrongValue("must be a language tag such as “en”, “fr-CA” or “ar”")
    try:
        return canonical_locale(value)
    except UnknownLanguage:
        raise WrongValue("must be a language tag such as “en”, “fr-CA” or “ar”") from None
