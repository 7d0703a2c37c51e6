"""What a comment's writer typed, as HTML: paragraphs, line breaks and links, everything else escaped."""

import re
from collections.abc import Iterator
from html import escape
from urllib.parse import urlsplit

# What ends an address: spaces, quotes and brackets of markup, and characters that no one can see.
ADDRESS = re.compile(r"https?://[^\s<>\"“”«»\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+", re.IGNORECASE)
TRAILING = ".,;:!?'’…،؛؟۔。、"
BRACKETS = {")": "(", "]": "[", "}": "{"}
MAX_ADDRESS = 2_048
RELATION = "nofollow ugc noopener"
PARAGRAPHS = re.compile(r"\n(?:[ \t]*\n)+")


def comment_html(text: str) -> str:
    """Plain text → HTML. A blank line begins a paragraph; http and https addresses become links."""
    return "".join(f"<p>{_paragraph(part.strip())}</p>" for part in PARAGRAPHS.split(text) if part.strip())


def _paragraph(text: str) -> str:
    return "".join(_pieces(text)).replace("\n", "<br>")


def _pieces(text: str) -> Iterator[str]:
    """The text in order, escaped, its addresses as links."""
    end = 0
    for found in ADDRESS.finditer(text):
        address = _without_trailing(found[0])
        if not _is_linkable(address):
            continue
        yield escape(text[end : found.start()], quote=False)
        end = found.start() + len(address)
        yield f'<a href="{escape(address)}" rel="{RELATION}">{escape(address, quote=False)}</a>'
    yield escape(text[end:], quote=False)


def _without_trailing(address: str) -> str:
    """An address without the punctuation of the sentence around it; a bracket it opened itself stays."""
    while address and (address[-1] in TRAILING or _is_unopened(address)):
        address = address[:-1]
    return address


def _is_unopened(address: str) -> bool:
    opening = BRACKETS.get(address[-1])
    return opening is not None and address.count(opening) < address.count(address[-1])


def _is_linkable(address: str) -> bool:
    """Whether an address has a host, and no user name to pass for one."""
    try:
        parts = urlsplit(address)
        return len(address) <= MAX_ADDRESS and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        return False
