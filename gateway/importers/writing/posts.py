"""Writing the texts: authentic ones as posts, the others as translations of them, all as drafts at first."""

from collections.abc import Sequence

from gateway.importers.writing.converting import converted_document, converted_summary, converted_title
from gateway.importers.writing.labels import labels_of
from gateway.importers.writing.work import Here, Text, Work, naming
from schema.kinds import PostKind
from schema.posts import services
from schema.posts.body import Document
from schema.posts.models import Translation
from schema.posts.services import BodyInput

PAGE = "it was a page there; it is a notice here"
ALONE = "the post it translates could not be kept; it stands alone"


async def write_posts(work: Work) -> None:
    """Write each authentic text as a draft, with its topics."""
    await _write(work, [text for text in work.to_be_written if text.original is None])


async def write_translations(work: Work) -> None:
    """Write the others as drafts of translations; without their original they become posts of their own."""
    await _write(work, [text for text in work.to_be_written if text.original is not None])


async def _write(work: Work, texts: Sequence[Text]) -> None:
    for done, text in enumerate(texts, 1):
        document = converted_document(work, text)
        if document is not None:
            with naming(text):
                await _write_text(work, text, document)
            work.report.wrote(text.kind)
        work.progress("posts", done, len(texts))


async def _write_text(work: Work, text: Text, document: Document) -> None:
    title, summary = converted_title(work, text, document), converted_summary(work, text)
    has_embeds = any(block["type"] == "embed" for block in document.blocks)
    text.has_words = bool(title and (document.text.strip() or document.photos or has_embeds))
    translation = await _written(work, text, title, summary, BodyInput(json=document.json))
    text.known = Here(translation.post_id, translation.id)
    if translation.is_authentic:
        topics, tags = labels_of(work, text)
        if topics or tags or text.state == "changed":
            await services.set_topics(work.change, post_id=translation.post_id, topic_ids=topics, tags=tags)
    work.memory.remember("post", text.post.key, translation, text.digest)
    if text.post.location:
        work.report.lost("post", text.where, "the place it was written at was dropped", text.post.location)


async def _written(work: Work, text: Text, title: str, summary: str, body: BodyInput) -> Translation:
    """The text as a draft: saved again, as a translation, or as a new post."""
    if text.state == "changed":
        return await _save_again(work, text, title, summary, body)
    if text.original is not None and text.original.known is None:
        work.report.warned(text.where, ALONE)
        text.original = None
    if text.original is not None:
        return await services.add_translation(
            work.change,
            post_id=text.original.here.post_id,
            locale=text.locale,
            title=title,
            summary=summary,
            body=body,
            slug=text.post.slug_hint,
        )
    post = await services.create_post(
        work.change,
        mission_id=work.mission.id,
        kind=_kind(work, text),
        locale=text.locale,
        title=title,
        summary=summary,
        body=body,
        slug=text.post.slug_hint,
    )
    return await services.get_translation(work.change, post, None)


async def _save_again(work: Work, text: Text, title: str, summary: str, body: BodyInput) -> Translation:
    """What changed there since the last import, and was never worked on here, becomes the newest text here."""
    post = await services.get_post(work.change, text.here.post_id)
    standing = await services.get_translation(work.change, post, text.locale)
    saved = await services.save_draft(
        work.change,
        post_id=post.id,
        locale=text.locale,
        base_revision=standing.newest_revision_number,
        title=title,
        summary=summary,
        body=body,
    )
    return saved.translation


def _kind(work: Work, text: Text) -> PostKind:
    named = next((kind for path in text.post.old_paths if (kind := work.destination.kinds.get(path))), None)
    if text.post.kind == "page" and named is None:
        work.report.warned(text.where, PAGE)
        return PostKind.NOTICE
    return named or PostKind.BLOG_POST
