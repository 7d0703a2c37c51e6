"""Writing to somebody: the row is part of the change, and the worker sends it once that is committed."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from schema.change import Change
from schema.languages import canonical_locale
from schema.mail.models import Letter

TEMPLATES: Final[Mapping[str, frozenset[str]]] = {
    "invitation": frozenset({"name", "inviter", "mission", "link", "days"}),
    "sign_in_link": frozenset({"name", "link", "minutes"}),
}
"""Every letter there is, and what it must be filled with. The worker knows what each says, in every language."""


async def send_mail(
    change: Change,
    *,
    to: str,
    template: str,
    data: Mapping[str, str | int],
    locale: str,
    expires_at: datetime | None = None,
) -> Letter:
    """Write to one address once this change is committed; nothing is sent when it is not.

    It is sent at least once: after a crash perhaps twice, then with the same Message-ID. Once it was sent, or given up
    after a day, address and data are forgotten.

    Args:
        to: an address that was checked.
        data: what the template is filled with, all of it and nothing else; a value is text and never a template.
        expires_at: when it is of no use any more, such as the end of the link in it.

    Raises:
        UnknownLanguage.
    """
    if set(data) != TEMPLATES[template]:
        raise LookupError(f"{template} is filled with {sorted(TEMPLATES[template])}, not with {sorted(data)}")
    letter = Letter(
        recipient=to, template=template, data=dict(data), locale=canonical_locale(locale), expires_at=expires_at
    )
    change.db.add(letter)
    await change.db.flush()
    return letter
