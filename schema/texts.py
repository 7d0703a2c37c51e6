"""What a text that somebody typed may hold, how long it may be, and the slug made from it."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from slugify import slugify

from schema.errors import Invalid
from schema.languages import UnknownLanguage, canonical_locale

Path = Sequence[str | int]

MAX_NAME = 200
MAX_SLUG = 80

# Postgres cannot store NUL, UTF-8 has no lone surrogates, and XML 1.0 knows none of the others.
UNSTORABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LINE_ENDS = re.compile(r"\r\n?|[\x85\u2028\u2029]")
SPACES = re.compile(r"[ \t\n]+")

# Signs that are optional in writing and lost when an address is typed: Hebrew points, Arabic vowels, tatweel, joiners.
OPTIONAL_SIGNS = re.compile(r"[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670\u200c\u200d]")

EMBEDDINGS, OVERRIDES, ISOLATES = "\u202a\u202b", "\u202d\u202e", "\u2066\u2067\u2068"
POP_EMBEDDING, POP_ISOLATE = "\u202c", "\u2069"


class TextMissing(Invalid):
    """{label} is missing. Write it and try again."""


class TextTooLong(Invalid):
    """{label} is {length:,} characters long; the limit is {limit:,}. Shorten it."""


class TextUnstorable(Invalid):
    """{label} holds an invisible character that cannot be stored (U+{number:04X}). Delete it or type the text again."""


def line(value: str | None, label: str, limit: int, path: Path) -> str:
    """A single line in NFC: spaces tidied, directions closed, at least one visible character.

    Raises:
        TextMissing, TextTooLong, TextUnstorable.
    """
    text = optional_line(value, label, limit, path)
    if text is None:
        raise TextMissing(label=label, path=path)
    return text


def optional_line(value: str | None, label: str, limit: int, path: Path) -> str | None:
    """As `line`; None when nothing can be seen in it.

    Raises:
        TextTooLong, TextUnstorable.
    """
    text = SPACES.sub(" ", stored(value or "", label, path)).strip()
    if len(text) > limit:
        raise TextTooLong(label=label, length=len(text), limit=limit, path=path)
    return balanced(text) if is_visible(text) else None


def lines(value: str, label: str, limit: int, path: Path) -> str:
    """Text of several lines in NFC, line breaks kept, with at least one visible character.

    Raises:
        TextMissing, TextTooLong, TextUnstorable.
    """
    text = stored(value, label, path).strip()
    if len(text) > limit:
        raise TextTooLong(label=label, length=len(text), limit=limit, path=path)
    if not is_visible(text):
        raise TextMissing(label=label, path=path)
    return "\n".join(balanced(each.rstrip()) for each in text.split("\n"))


def stored(value: str, label: str, path: Path) -> str:
    """Text in NFC with a line feed for every line end.

    Raises:
        TextUnstorable.
    """
    if found := UNSTORABLE.search(value):
        raise TextUnstorable(label=label, number=ord(found[0]), path=path)
    return unicodedata.normalize("NFC", LINE_ENDS.sub("\n", value))


def is_visible(text: str) -> bool:
    """Whether there is anything to see."""
    return any(character.isprintable() and not character.isspace() for character in text)


def shown(value: str) -> str:
    """A value as a message may show it: cut at 40 characters, and without characters no one can see."""
    return "".join(character if character.isprintable() else "\ufffd" for character in value[:40])


def language(locale: str, path: Path) -> str:
    """The canonical form of a language tag.

    Raises:
        UnknownLanguage.
    """
    try:
        return canonical_locale(locale)
    except UnknownLanguage:
        raise UnknownLanguage(locale=shown(locale), path=path) from None


def names_by_locale(names: Mapping[str, str] | None, label: str, path: Path, limit: int = MAX_NAME) -> dict[str, str]:
    """Names, or other lines, in several languages under canonical tags.

    Raises:
        UnknownLanguage, TextMissing, TextTooLong, TextUnstorable.
    """
    return {
        language(locale, path): line(name, f"{label} in “{shown(locale)}”", limit, (*path, locale))
        for locale, name in (names or {}).items()
    }


def balanced(text: str) -> str:
    """One line whose directional signs end where it ends, so that it cannot turn what stands beside it.

    Overrides are dropped, as are closing signs that close nothing; what is left open is closed.

    Source:
        UAX #9, and docs "Trojan Source" (CVE-2021-42574).
    """
    written: list[str] = []
    standing: list[str] = []
    for character in text:
        if character in OVERRIDES:
            standing.append("")
        elif character in EMBEDDINGS + ISOLATES:
            standing.append(POP_ISOLATE if character in ISOLATES else POP_EMBEDDING)
            written.append(character)
        elif character in (POP_EMBEDDING, POP_ISOLATE):
            written.append(_closing(character, standing))
        else:
            written.append(character)
    return "".join(written + standing[::-1])


def _closing(character: str, standing: list[str]) -> str:
    """What a closing sign is worth where it stands; takes what it closes off ``standing``."""
    if character == POP_EMBEDDING:
        return standing.pop() if standing and standing[-1] != POP_ISOLATE else ""
    if POP_ISOLATE not in standing:
        return ""
    closed = ""
    while not closed.endswith(POP_ISOLATE):
        closed += standing.pop()
    return closed


def slug_of(text: str, locale: str | None = None) -> str:
    """Words in lower case joined by hyphens, in their own script, at most 80 characters; empty when there are none.

    Lower case is that of the language: in Turkish and Azerbaijani “I” becomes “ı”.
    """
    composed = unicodedata.normalize("NFC", text).replace("\u0130", "i")
    if (locale or "").split("-")[0] in ("tr", "az"):
        composed = composed.replace("I", "\u0131")
    slug = slugify(
        OPTIONAL_SIGNS.sub("", composed),
        entities=False,
        decimal=False,
        hexadecimal=False,
        max_length=MAX_SLUG,
        word_boundary=True,
        save_order=True,
        allow_unicode=True,
        algorithm="modern",
    )
    return unicodedata.normalize("NFC", slug)
