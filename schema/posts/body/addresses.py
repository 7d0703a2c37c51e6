"""Which addresses a body may carry: of links, and of things embedded from elsewhere."""

import re
from html import escape
from urllib.parse import urlsplit

from schema.posts.body.sanitising import sanitised

MAX_ADDRESS = 2048
LINK_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
UNSAFE = re.compile(r"[\x00-\x20\x7f-\xa0\\\u2028\u2029\ud800-\udfff\ufffe\uffff]")

PROVIDERS = {
    "youtube.com": "youtube",
    "youtu.be": "youtube",
    "youtube-nocookie.com": "youtube",
    "vimeo.com": "vimeo",
    "player.vimeo.com": "vimeo",
}


class WrongValue(ValueError):
    """A value that cannot stand where it is; its text ends a sentence that begins with the name of the value."""


def link_address(value: object) -> str:
    """The address of a link: http, https, mailto, tel, a path from "/" or a fragment from "#".

    Raises:
        WrongValue.
    """
    address = _checked(value)
    if address.startswith("//"):
        raise WrongValue("must name its scheme: write “https:” before the “//”")
    if not address.startswith(("/", "#")) and _scheme(address) not in LINK_SCHEMES:
        raise WrongValue("must begin with “https://”, “http://”, “mailto:”, “tel:”, “/” or “#”")
    return _kept(address)


def embed_address(value: object) -> str:
    """The address of an embed: https, with a host and without a user name.

    Raises:
        WrongValue.
    """
    address = _checked(value)
    if not address.lower().startswith("https://"):
        raise WrongValue("must begin with “https://”")
    if "@" in urlsplit(address).netloc:
        raise WrongValue("must not carry a user name")
    return _kept(address)


def provider_of(address: str) -> str | None:
    """``youtube`` or ``vimeo`` for an https address of theirs, else None."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    return PROVIDERS.get(host) if parts.scheme == "https" else None


def _checked(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise WrongValue("is missing")
    if len(value) > MAX_ADDRESS:
        raise WrongValue(f"is {len(value):,} characters long; the limit is {MAX_ADDRESS:,}")
    if UNSAFE.search(value):
        raise WrongValue("must not contain spaces, backslashes or invisible characters")
    return value


def _scheme(address: str) -> str:
    try:
        return urlsplit(address).scheme
    except ValueError:
        raise WrongValue("cannot be read as an address") from None


def _kept(address: str) -> str:
    """The address, if the sanitiser will keep it: what rendering would take out is refused on writing."""
    if _scheme(address) in {"http", "https"} and not urlsplit(address).hostname:
        raise WrongValue("names no site")
    if " href=" not in sanitised(f'<a href="{escape(address)}">a</a>'):
        raise WrongValue("cannot be read as an address")
    return address
