"""`communique import`: content from another system, and an account of what could not be kept."""

import asyncio
from contextlib import AsyncExitStack
from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal
from uuid import UUID

import typer

from gateway.cli.endings import CommandRefused, Exit
from gateway.cli.naming import mission_named
from gateway.cli.presenting import Json, Screen
from gateway.cli.reaching import current_database, open_sessions, operator

if TYPE_CHECKING:
    from gateway.importers.records import ForeignArchive, ForeignBlog
    from gateway.importers.writing import ImportResult, Progress
    from schema.change import Sessions

Kind = Literal["headquarters", "embassy", "consulate", "permanent_mission"]


def blogger(
    path: Annotated[
        Path, typer.Argument(metavar="EXPORT", help="The export: a Takeout as ZIP or folder, a backup, an API answer.")
    ],
    mission: Annotated[str, typer.Option(metavar="SLUG", help="The mission whose posts they become.")],
    blog: Annotated[str, typer.Option(metavar="TITLE", help="Which blog, if the export holds several.")] = "",
    photos: Annotated[
        Path | None, typer.Option(metavar="PATH", help="A folder or ZIP of pictures beside those in the export.")
    ] = None,
    fetch: Annotated[bool, typer.Option("--fetch", help="Ask the internet for pictures that are in neither.")] = False,
    locale: Annotated[
        str | None,
        typer.Option(metavar="TAG", help="The language of posts that do not say theirs; the blog’s own if left out."),
    ] = None,
    address: Annotated[
        list[str] | None, typer.Option(metavar="URL", help="Where the blog was served: links to its posts lead here.")
    ] = None,
    create_mission: Annotated[
        str, typer.Option(metavar="NAME", help="Make the mission first, with this name; it needs --time-zone.")
    ] = "",
    kind: Annotated[
        Kind,
        typer.Option(
            metavar="KIND", help="headquarters, embassy, consulate or permanent_mission: what the new one is."
        ),
    ] = "embassy",
    time_zone: Annotated[str, typer.Option(metavar="ZONE", help="Of the new mission, such as Europe/Lisbon.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Do everything, then take it back.")] = False,
    report: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the whole report there, as JSON.")] = None,
    json: Json = False,
) -> None:
    """Bring a blog over from Blogger: posts, pages, comments, people, photos, labels and old addresses.

    It is one transaction: a failure leaves nothing behind. Importing again changes only what changed there, and never
    what somebody here has worked on. The report counts everything in and out, and names every loss.

    With --json: `mission`, `blog`, `is_dry_run` and `report`. Losses do not change the exit code.
    """
    from gateway.importers import LossReport, read_archive
    from gateway.settings import load_settings

    _check(report, create_mission, time_zone, dry_run=dry_run)
    screen, settings, losses = Screen(json), load_settings(), LossReport()
    with screen.step("Reading") as step:
        archive = read_archive(path, losses, photos)
        chosen = _chosen(archive, blog)
        step.outcome = f"“{chosen.title}”: {len(chosen.posts):,} posts, {len(chosen.comments):,} comments"

    async def work(url: str, progress: "Progress") -> "ImportResult":
        from gateway.importers.writing import Destination, import_archive
        from gateway.outside.fetching import https_fetch
        from gateway.outside.storage import LocalStorage

        async with AsyncExitStack() as opened:
            sessions = await opened.enter_async_context(open_sessions(url))
            if create_mission:
                await _make_mission(sessions, mission, create_mission, kind, time_zone, locale or chosen.language)
            destination = Destination(await _mission_id(sessions, mission), locale, addresses=address or ())
            return await import_archive(
                sessions,
                LocalStorage(settings.media_folder),
                archive,
                lambda one: destination if one is chosen else None,
                report=losses,
                fetch=await opened.enter_async_context(https_fetch()) if fetch else None,
                is_dry_run=dry_run,
                progress=progress,
            )

    with current_database(settings) as url, screen.step("Rehearsing" if dry_run else "Writing") as step:
        result = asyncio.run(work(url, step.progress))
        step.outcome = f"to {mission}" + (", and taken back" if dry_run else "")
    _show(screen, result, mission, chosen.title, report)


def _check(report: Path | None, create_mission: str, time_zone: str, *, dry_run: bool) -> None:
    """What can be refused before anything is read."""
    if bool(create_mission) is not bool(time_zone):
        raise CommandRefused(
            "A new mission has a name and a time zone.",
            Exit.WRONG,
            'Add both: --create-mission "…" --time-zone Europe/Lisbon',
        )
    if create_mission and dry_run:
        message = "A trial run changes nothing, so it cannot make a mission."
        raise CommandRefused(message, Exit.WRONG, "Name one that is there, or leave --dry-run out.")
    if report and not report.absolute().parent.is_dir():
        raise CommandRefused(f"There is no folder {report.absolute().parent} for the report.", Exit.WRONG)


def _chosen(archive: "ForeignArchive", title: str) -> "ForeignBlog":
    """The blog of this title; the only one, if none is named."""
    found = [blog for blog in archive.blogs if not title or blog.title == title]
    if len(found) == 1:
        return found[0]
    titles = ", ".join(f"“{blog.title}”" for blog in archive.blogs)
    if not found:
        raise CommandRefused(f"The export holds no blog “{title}”.", Exit.WRONG, f"It holds {titles}.")
    raise CommandRefused(
        f"The export holds {len(found)} blogs, and each goes to a mission of its own.",
        Exit.WRONG,
        f"Name one with --blog and import them one by one: {titles}.",
    )


async def _mission_id(sessions: "Sessions", slug: str) -> UUID:
    from schema.change import begin_change

    async with begin_change(sessions, operator()) as change:
        return (await mission_named(change, slug)).id


async def _make_mission(
    sessions: "Sessions", slug: str, name: str, kind: Kind, time_zone: str, language: str | None
) -> None:
    from schema.change import begin_change
    from schema.missions.models import MissionKind
    from schema.missions.services import create_mission

    if language is None:
        raise CommandRefused("The export does not say its language.", Exit.WRONG, "Add --locale, such as --locale en.")
    async with begin_change(sessions, operator()) as change:
        await create_mission(
            change, kind=MissionKind(kind), slug=slug, name=name, time_zones=[time_zone], languages=[language]
        )


def _show(screen: Screen, result: "ImportResult", mission: str, blog: str, file: Path | None) -> None:
    report = result.report.as_json()
    if file is not None:
        file.write_text(dumps(report, indent=2, ensure_ascii=False) + "\n", "utf-8")
    screen.answer({"mission": mission, "blog": blog, "is_dry_run": result.is_dry_run, "report": report})
    if screen.is_json:
        return
    screen.line()
    result.report.as_table(screen.people)
    if file is not None:
        screen.line(f"The whole report is in {file}.")
    if result.is_dry_run:
        screen.line("Nothing was changed: leave --dry-run out to import it.")
