"""Who sits at a browser in the world: signed in, or halfway; and what signs them in."""

from datetime import UTC, datetime

from schema.accounts.models import Account
from schema.change import Change
from tests.makers.accounts import PASSWORDS, make_factor, make_link, make_recovery_code, make_session

EMAIL, PASSWORD, RECOVERY_CODE = "amman@ministry.example", "nobody guesses this", "ABCD-EFGH-IJKL-MNOP"
LINK, INVITATION = "link-of-the-world", "invitation-to-the-world"
FOR_EVER = datetime(2120, 1, 1, tzinfo=UTC)


async def sit_at_browsers(change: Change, administrator: Account, head: Account) -> dict[str, str]:
    """An administrator signed in, a head who still owes a second factor, and links; the secrets of their cookies."""
    administrator.email, administrator.password_hash = EMAIL, await PASSWORDS.hashed(PASSWORD)
    await make_factor(change, head, "Telephone")
    await make_factor(change, administrator, "New telephone", is_confirmed=False)
    await make_recovery_code(change, head, RECOVERY_CODE)
    for secret, is_invitation in ((LINK, False), (INVITATION, True)):
        await make_link(change, administrator, secret, is_invitation=is_invitation, until=FOR_EVER)
    return {
        "Amman administrator at a browser": await make_session(change, administrator, until=FOR_EVER),
        "Amman head halfway": await make_session(change, head, is_half=True, until=FOR_EVER),
    }
