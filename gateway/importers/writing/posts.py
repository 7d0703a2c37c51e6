"""Writing the texts: authentic ones as posts, the others as translations of them, all as drafts at first."""

from gateway.importers.report import Kind
from gateway.importers.writing.documents import Converting, Links, host_of
from gateway.importers.writing.gathering import NOT_FOUND, addresses_of
from gateway.importers.writing.labels import labels_of
from gateway.importers.writing.wording import first_words, fitted
from gateway.importers.writing.work import Text, Work, naming
from schema.posts import services
from schema.posts.body import BodyInvalid, Document, parse_body
from schema.posts.body.conversion.losses import LossKind
from schema.posts.models import BylineRole, Post, PostKind, Translation
from schema.posts.services import BodyInput, BylineDraft
from schema.posts.services.text import MAX_SUMMARY, MAX_TITLE

TITLE_CHARACTERS = 80
SENTENCES: dict[LossKind, str] = {
    "photo": "a picture was left out of a text",
    "link": "a link was not kept; its words were",
    "embed": "something embedded from elsewhere was left out",
    "language": "the language of a passage was not kept",
    "markup": "formatting was not kept; the words were",
}
NO_ALTERNATIVE = "no alternative text: nobody has said what the photo shows"


async def write_posts(work: Work) -> None:
    """Write each authentic text as a draft, with its topics."""
    await _write(work, [text for text in work.to_be_written if text.original is None])


async def write_translations(work: Work) -> None:
    """Write the others as drafts of translations; without their original they become posts of their own."""
    await _write(work, [text for text in work.to_be_written if text.original is not None])


async def sign(work: Work) -> None:
    """Put the names over new posts: the author, then translators who are somebody else."""
    for text in work.to_be_written:
        if text.original is None and text.state == "new" and text.post_id:
            await services.set_bylines(work.change, post_id=text.post_id, bylines=_bylines(work, text))
        elif text.original is not None and text.original.state != "new" and text.state == "new":
            what = "it is a new translation of a post that is here already: look at that post's bylines and topics"
            work.report.warned(text.where, what)


async def _write(work: Work, texts: list[Text]) -> None:
    links = links_of(work)
    for done, text in enumerate(texts, 1):
        document = _document(work, text, links)
        if document is not None:
            with naming(text):
                await _write_text(work, text, document)
            work.report.wrote(text.kind)
        work.progress("posts", done, len(texts))
    if links.elsewhere:
        detail = f"{links.elsewhere} links may lead to posts of this blog at its old address; name that address"
        work.report.warned(work.blog.title, detail)


def links_of(work: Work) -> Links:
    """The addresses at which the blog's posts were found."""
    return Links(
        frozenset(map(host_of, work.destination.addresses)),
        frozenset(path for text in work.texts.values() for path in text.post.old_paths),
    )


def _document(work: Work, text: Text, links: Links) -> Document | None:
    """The body of a text, its losses noted; None when it cannot be a body at all."""
    addresses = addresses_of(text.post.images)
    converting = Converting({one: work.photos[one].id for one in addresses if one in work.photos})
    try:
        document = parse_body(converting.convert(text.post.html, links))
    except BodyInvalid as refusal:
        text.state = "refused"
        work.report.skipped(text.kind, "its text cannot be kept")
        work.report.lost(text.kind, text.where, "its text cannot be kept", f"{refusal.message} {text.post.html}")
        work.report.skipped("placement", "its post cannot be kept", len(text.post.images))
        work.report.skipped("redirect", "its post cannot be kept", len(text.post.old_paths))
        return None
    _account(work, text, converting)
    return document


def _account(work: Work, text: Text, converting: Converting) -> None:
    """Note what of a text was not kept, and every picture that is in it or is not."""
    for loss in converting.losses:
        kind: Kind = "placement" if loss.kind == "photo" else "post"
        detail = f"{loss.detail} ({loss.source})" if loss.source else loss.detail
        work.report.lost(kind, text.where, SENTENCES[loss.kind], detail)
    names = {image.address: image.file_name for image in text.post.images}
    unread = sum(address not in names for address, _, _ in converting.left_out)
    work.report.read("placement", unread)
    for address, caption, alternative in converting.left_out:
        gathered = work.pictures.get(address)
        why = (gathered.missing if gathered else "") or NOT_FOUND
        said = [names.get(address) or address[:200], gathered.detail if gathered else ""]
        said += [
            f"caption: “{caption}”" if caption else "",
            f"alternative text: “{alternative}”" if alternative else "",
        ]
        work.report.lost("placement", text.where, why, " · ".join(filter(None, said)))
        work.report.skipped("placement", why)
    by_id = {str(photo_id): address for address, photo_id in converting.photos.items()}
    for block in converting.placed:
        if block["attrs"]["alternative"] is None:
            address = by_id[block["attrs"]["photo"]]
            work.report.lost("placement", text.where, NO_ALTERNATIVE, names[address] or address[:200])
    work.report.wrote("placement", len(converting.placed))
    if rest := len(text.post.images) + unread - len(converting.placed) - len(converting.left_out):
        work.report.skipped("placement", "it stood where a text can have no picture", rest)
        work.report.lost("placement", text.where, "a picture stood where a text can have none", f"{rest} of them")


async def _write_text(work: Work, text: Text, document: Document) -> None:
    title, summary = _title(work, text, document), _summary(work, text)
    has_embeds = any(block["type"] == "embed" for block in document.blocks)
    text.has_words = bool(title and (document.text.strip() or document.photos or has_embeds))
    body = BodyInput(json=document.json)
    if text.state == "changed":
        translation = await _save_again(work, text, title, summary, body)
    elif text.original is not None and text.original.post_id is not None:
        translation = await services.add_translation(
            work.change,
            post_id=text.original.post_id,
            locale=text.locale,
            title=title,
            summary=summary,
            body=body,
            slug=text.post.slug_hint,
        )
    else:
        text.original = None
        translation = await _create(work, text, title, summary, body)
    text.post_id, text.translation_id = translation.post_id, translation.id
    if text.original is None:
        topics, tags = labels_of(work, text)
        await services.set_topics(work.change, post_id=translation.post_id, topic_ids=topics, tags=tags)
    work.memory.remember("post", text.post.key, translation, text.digest)
    if text.post.location:
        work.report.lost("post", text.where, "the place it was written at was dropped", text.post.location)


async def _create(work: Work, text: Text, title: str, summary: str, body: BodyInput) -> Translation:
    post: Post = await services.create_post(
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
    """What changed there since the last import and was never worked on here becomes the newest text here."""
    assert text.post_id is not None
    post = await services.get_post(work.change, text.post_id)
    standing = await services.get_translation(work.change, post, text.locale)
    return await services.save_draft(
        work.change,
        post_id=post.id,
        locale=text.locale,
        base_revision=standing.newest_revision_number,
        title=title,
        summary=summary,
        body=body,
    )


def _title(work: Work, text: Text, document: Document) -> str:
    """The title; for a post without one, its first words, because nothing goes out without a title."""
    title, rest = fitted(text.post.title, MAX_TITLE)
    if rest:
        work.report.lost("post", text.where, f"a title was cut to {MAX_TITLE} characters", rest)
    if not title and (title := first_words(document.text, TITLE_CHARACTERS)):
        work.report.warned(text.where, f"it had no title; its first words are its title now: “{title}”")
    return title


def _summary(work: Work, text: Text) -> str:
    summary, rest = fitted(text.post.summary or "", MAX_SUMMARY)
    if rest:
        work.report.lost("post", text.where, f"a summary was cut to {MAX_SUMMARY:,} characters", rest)
    return summary


def _kind(work: Work, text: Text) -> PostKind:
    named = next((kind for path in text.post.old_paths if (kind := work.destination.kinds.get(path))), None)
    if text.post.kind == "page" and named is None:
        work.report.warned(text.where, "it was a page there; it is a notice here")
        return PostKind.NOTICE
    return named or PostKind.BLOG_POST


def _bylines(work: Work, text: Text) -> list[BylineDraft]:
    """Who signs: a post of which nobody is named as the author is signed by the mission."""
    author = work.authors.get(text.post.author_key or "")
    if author is None:
        work.report.warned(text.where, "nobody is named as its author; it is signed by the mission")
        author = BylineDraft(mission_id=work.mission.id)
    names = {(author.person_id, author.mission_id): author}
    for one in text.translations:
        translator = work.authors.get(one.post.author_key or "")
        if translator is not None:
            named = BylineDraft(translator.person_id, translator.mission_id, BylineRole.TRANSLATOR)
            names.setdefault((named.person_id, named.mission_id), named)
    return list(names.values())
