"""A letter as it is sent: plain text, and the same as simple HTML."""

import html
from collections.abc import Mapping
from datetime import timedelta
from typing import Literal
from urllib.parse import urlsplit

from babel.dates import format_timedelta

from gateway.mail.texts import TEXTS, Words
from gateway.outside.mail import Mail
from schema.languages import direction

UNITS: Mapping[str, Literal["day", "minute"]] = {"days": "day", "minutes": "minute"}
"""What is a length of time, and its unit; it is never told in a greater one."""

NEVER = 1e9
OTHERWISE = "en"
ISOLATED = "\u2068{}\u2069"


def written(template: str, locale: str, data: Mapping[str, str | int], *, id: str, recipient: str) -> Mail:
    """A letter in the nearest language we write."""
    language = nearest(template, locale)
    words = TEXTS[template][language]
    told = {name: _told(name, value, language) for name, value in data.items()}
    subject, link = words.subject.format_map(told), _checked(str(data["link"]))
    return Mail(
        id=id,
        recipient=recipient,
        locale=language,
        subject=" ".join(subject.split()),
        text=_text(words, told, link),
        html=_html(words, told, link, language, subject),
    )


def nearest(template: str, locale: str) -> str:
    """The language a letter is written in: fr for fr-CA, and English for one we do not write."""
    language = locale.split("-")[0]
    return language if language in TEXTS[template] else OTHERWISE


def _told(name: str, value: str | int, language: str) -> str:
    """A value as it stands in a sentence: with its unit, or kept from turning the words beside it around."""
    if name in UNITS:
        length = timedelta(**{name: int(value)})
        return format_timedelta(length, granularity=UNITS[name], threshold=NEVER, locale=language)
    text = " ".join(str(value).split())
    return text if text.isascii() and direction(language) == "ltr" else ISOLATED.format(text)


def _text(words: Words, told: Mapping[str, str], link: str) -> str:
    before, after = ([part.format_map(told) for part in parts] for parts in (words.before, words.after))
    return "\n\n".join([*before, f"{words.link}:\n{link}", *after]) + "\n"


def _html(words: Words, told: Mapping[str, str], link: str, language: str, subject: str) -> str:
    def paragraphs(parts: tuple[str, ...]) -> str:
        return "".join(f"<p>{html.escape(part.format_map(told))}</p>\n" for part in parts)

    action = f'<p><a href="{html.escape(link)}">{html.escape(words.link)}</a></p>\n'
    return (
        f'<!doctype html>\n<html lang="{language}" dir="{direction(language)}">\n'
        f'<head><meta charset="utf-8"><title>{html.escape(subject)}</title></head>\n'
        f"<body>\n{paragraphs(words.before)}{action}{paragraphs(words.after)}</body>\n</html>\n"
    )


def _checked(link: str) -> str:
    if urlsplit(link).scheme not in ("http", "https"):
        raise LookupError("the link of a letter leads to no site")
    return link
