"""What a language tag means here: its canonical form, its direction and how its text is searched."""

import unicodedata
from functools import lru_cache

import langcodes
from langcodes.tag_parser import LanguageTagError

from schema.errors import Invalid

RIGHT_TO_LEFT_SCRIPTS = frozenset(
    "Adlm Arab Aran Hebr Mand Mend Nkoo Rohg Samr Sogd Syrc Syre Syrj Syrn Thaa Yezi".split()  # noqa: SIM905 - a table
)

# What every Postgres 18 ships; a text in another language is searched word by word.
SEARCH_CONFIGURATIONS = {
    "ar": "arabic", "hy": "armenian", "eu": "basque", "ca": "catalan", "da": "danish", "nl": "dutch",
    "en": "english", "et": "estonian", "fi": "finnish", "fr": "french", "de": "german", "el": "greek",
    "hi": "hindi", "hu": "hungarian", "id": "indonesian", "ga": "irish", "it": "italian", "lt": "lithuanian",
    "ne": "nepali", "no": "norwegian", "nb": "norwegian", "nn": "norwegian", "pt": "portuguese", "ro": "romanian",
    "ru": "russian", "sr": "serbian", "es": "spanish", "sv": "swedish", "ta": "tamil", "tr": "turkish",
    "yi": "yiddish",
}  # fmt: skip


class UnknownLanguage(Invalid):
    """“{locale}” is not a language tag. Use a BCP 47 tag such as “en”, “fr-CA” or “ar”."""


@lru_cache(maxsize=1024)
def canonical_locale(locale: str) -> str:
    """The BCP 47 form of a language tag: ``iw`` becomes ``he``, ``EN-gb`` becomes ``en-GB``.

    Raises:
        UnknownLanguage.
    """
    try:
        tag = langcodes.standardize_tag(locale)
        if not langcodes.Language.get(tag).is_valid():
            raise UnknownLanguage(locale=locale)
    except LanguageTagError:
        raise UnknownLanguage(locale=locale) from None
    return tag


@lru_cache(maxsize=1024)
def direction(locale: str) -> str:
    """``rtl`` or ``ltr``, from the script the language is written in."""
    script = langcodes.Language.get(locale).maximize().script
    return "rtl" if script in RIGHT_TO_LEFT_SCRIPTS else "ltr"


def search_configuration(locale: str) -> str:
    """The Postgres text search configuration for a language."""
    return SEARCH_CONFIGURATIONS.get(locale.split("-")[0], "simple")


def fold(text: str) -> str:
    """Text without accents or vowel signs, for finding "Médéa" by "medea"."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(character for character in decomposed if unicodedata.category(character) != "Mn")
