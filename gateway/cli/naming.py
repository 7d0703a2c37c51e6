"""What an operator names in words, found in the database: accounts by their names, missions by their slugs."""

from typing import TYPE_CHECKING

from gateway.cli.endings import CommandRefused, Exit

if TYPE_CHECKING:
    from schema.accounts.models import Account
    from schema.change import Change
    from schema.missions.models import Mission


async def find_account(change: "Change", name: str) -> "Account | None":
    """The account of this name, or None."""
    from sqlalchemy import select

    from schema.accounts.models import Account

    return await change.db.scalar(select(Account).where(Account.name == name.strip()))


async def mission_named(change: "Change", slug: str) -> "Mission":
    from sqlalchemy import select

    from schema.missions.models import Mission
    from schema.missions.services import find_mission

    if found := await find_mission(change.db, slug):
        return found
    known = list(await change.db.scalars(select(Mission.slug).order_by(Mission.slug).limit(10)))
    raise CommandRefused(
        f"There is no mission “{slug}”.",
        Exit.FOUND,
        f"There are: {', '.join(known)}." if known else "There is none at all.",
    )
