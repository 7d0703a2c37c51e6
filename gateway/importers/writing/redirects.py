"""The paths a post was reached under before: from now on they lead to it here."""

from uuid import UUID

from sqlalchemy import select

from gateway.importers.writing.many import among_texts
from gateway.importers.writing.work import Text, Work
from schema.posts.models import Address
from schema.posts.services import AddressMalformed, add_redirect

TAKEN = "an old path leads to another text here"
ELSEWHERE = "{} links may lead to posts of this blog at its old address; name that address"
MALFORMED = "an old path cannot be an address here"


async def write_redirects(work: Work) -> None:
    """Let every old path of a text that is here lead to it."""
    standing = await _standing(work)
    kept = [text for text in work.texts.values() if text.state != "refused"]
    for done, text in enumerate(kept, 1):
        for path in text.post.old_paths:
            await _write(work, text, path, standing)
        work.progress("old paths", done, len(kept))
    if work.links.elsewhere:
        work.report.warned(work.blog.title, ELSEWHERE.format(work.links.elsewhere))


async def _write(work: Work, text: Text, path: str, standing: dict[str, UUID]) -> None:
    if text.known is None:
        work.report.skipped("redirect", "its text is not here")
    elif standing.get(path) == text.known.translation_id:
        work.report.unchanged("redirect")
    elif path in standing:
        _skip(work, text, path, TAKEN)
    else:
        try:
            await add_redirect(work.change, translation_id=text.known.translation_id, path=path)
        except AddressMalformed:
            _skip(work, text, path, MALFORMED)
            return
        standing[path] = text.known.translation_id
        work.report.wrote("redirect")


def _skip(work: Work, text: Text, path: str, why: str) -> None:
    work.report.skipped("redirect", why)
    work.report.lost("redirect", text.where, why, path)


async def _standing(work: Work) -> dict[str, UUID]:
    """Where the mission's addresses lead already, as far as they are old paths of this blog."""
    paths = {path for text in work.texts.values() for path in text.post.old_paths}
    address = Address
    found = await work.change.db.execute(
        select(address.path, address.translation_id).where(
            address.mission_id == work.mission.id, among_texts(address.path, paths)
        )
    )
    return {row.path: row.translation_id for row in found}
