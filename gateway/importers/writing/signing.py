"""The names over new posts."""

from gateway.importers.writing.work import Text, Work, naming
from schema.posts import services
from schema.posts.models import BylineRole
from schema.posts.services import BylineDraft

NOBODY = "nobody is named as its author; it is signed by the mission"
LATE = "it is a new translation of a post that is here already: look at that post's bylines and topics"


async def sign(work: Work) -> None:
    """Name the author of each new post, then those who translated it and are somebody else."""
    for text in work.to_be_written:
        if text.original is None and text.state == "new":
            with naming(text):
                await services.set_bylines(work.change, post_id=text.here.post_id, bylines=_bylines(work, text))
        elif text.original is not None and text.original.state != "new" and text.state == "new":
            work.report.warned(text.where, LATE)


def _bylines(work: Work, text: Text) -> list[BylineDraft]:
    """Who signs: a post of which nobody is named as the author is signed by the mission."""
    author = work.authors.get(text.post.author_key or "")
    if author is None:
        work.report.warned(text.where, NOBODY)
        author = BylineDraft(mission_id=work.mission.id)
    names = {(author.person_id, author.mission_id): author}
    for one in text.translations:
        if translator := work.authors.get(one.post.author_key or ""):
            named = BylineDraft(translator.person_id, translator.mission_id, BylineRole.TRANSLATOR)
            names.setdefault((named.person_id, named.mission_id), named)
    return list(names.values())
