"""What is done with one blog, in order."""

from collections.abc import Awaitable, Callable

from gateway.importers.writing.comments import write_comments
from gateway.importers.writing.labels import file_labels
from gateway.importers.writing.people import write_people
from gateway.importers.writing.photos import write_photos
from gateway.importers.writing.posts import write_posts, write_translations
from gateway.importers.writing.publishing import publish
from gateway.importers.writing.redirects import write_redirects
from gateway.importers.writing.signing import sign
from gateway.importers.writing.texts import read_texts
from gateway.importers.writing.work import Work


async def remember(work: Work) -> None:
    """Write down which foreign record became what."""
    await work.memory.write_down(work.change)


STEPS: tuple[Callable[[Work], Awaitable[None]], ...] = (
    read_texts,  # what is new, changed or unchanged; who is whose translation
    write_people,  # the authors: people known here, the mission itself, new people
    write_photos,  # pictures that were found, as photos of the mission
    file_labels,  # labels as topics and tags
    write_posts,  # authentic texts, as drafts; links between them lead to their old paths
    write_translations,  # and their translations
    sign,  # the names over them
    publish,  # what was public, from the moment it was
    write_comments,  # each after the one it answers
    write_redirects,  # old paths lead to the new posts
    remember,  # which foreign record became what
)
