"""E-mail addresses: how they are compared, and what is one."""

import re
import unicodedata

from schema.accounts.refusals import EmailMalformed
from schema.texts import Path

LONGEST = 254
FORM = re.compile(r"[^@\s\x00-\x1f\x7f<>\"(),:;\\\[\]]+@[^@\s\x00-\x1f\x7f<>\"(),:;\\\[\]]+\.[^@\s.]+")


def folded(address: str) -> str:
    """An address as it is compared: what differs only in case, or in how it was composed, is one address."""
    storable = address.strip().encode(errors="replace").decode().replace("\0", "?")
    return unicodedata.normalize("NFKC", storable).casefold()


def email_address(address: str, path: Path) -> str:
    """An address as it is kept.

    Raises:
        EmailMalformed.
    """
    kept = folded(address)
    if len(kept) > LONGEST or not FORM.fullmatch(kept) or not kept.isprintable():
        raise EmailMalformed(path=path)
    return kept
