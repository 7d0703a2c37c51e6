"""A foreign post's body, title and summary as ours, with every loss noted in the report."""

from collections import Counter
from collections.abc import Iterator

from gateway.importers.records import ForeignImage
from gateway.importers.report import Kind
from gateway.importers.trees import plain_text
from gateway.importers.writing.documents import Converting
from gateway.importers.writing.gathering import NOT_FOUND, addresses_of
from gateway.importers.writing.wording import first_words, fitted
from gateway.importers.writing.work import Text, Work
from schema.posts.body import BodyInvalid, Document, parse_body
from schema.posts.body.conversion.losses import LossKind
from schema.posts.body.plain import plain
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
NO_PLACE = "a picture stood where a text can have none"
NOT_KEPT = "its text cannot be kept"


def converted_document(work: Work, text: Text) -> Document | None:
    """The body of a text; None when it cannot be a body at all."""
    addresses = addresses_of(text.post.images)
    converting = Converting({one: work.photos[one].id for one in addresses if one in work.photos})
    try:
        document = parse_body(converting.convert(text.post.html, work.links))
    except BodyInvalid as refusal:
        _give_up(work, text, refusal)
        return None
    _account(work, text, converting)
    return document


def converted_title(work: Work, text: Text, document: Document) -> str:
    """The title; for a post without one, its first words, because nothing goes out without a title."""
    title, rest = fitted(text.post.title, MAX_TITLE)
    if rest:
        work.report.lost("post", text.where, f"a title was cut to {MAX_TITLE} characters", rest)
    if not title and (title := first_words(document.text, TITLE_CHARACTERS)):
        work.report.warned(text.where, f"it had no title; its first words are its title now: “{title}”")
    return title


def converted_summary(work: Work, text: Text) -> str:
    """The description for search engines, else the words before the "read more" break; they stay in the text too."""
    summary, rest = fitted(text.post.summary or "", MAX_SUMMARY)
    if rest:
        work.report.lost("post", text.where, f"a summary was cut to {MAX_SUMMARY:,} characters", rest)
    return summary or _teaser(work, text)


def _teaser(work: Work, text: Text) -> str:
    if not text.post.excerpt_html:
        return ""
    blocks = Converting({}).convert(text.post.excerpt_html, work.links)["content"]
    words = " ".join(plain(block) for block in blocks if block["type"] not in ("photo", "gallery", "embed"))
    return first_words(words, MAX_SUMMARY - 1)


def _give_up(work: Work, text: Text, refusal: BodyInvalid) -> None:
    text.state = "refused"
    work.report.skipped(text.kind, NOT_KEPT)
    work.report.skipped("placement", NOT_KEPT, len(text.post.images))
    work.report.skipped("redirect", NOT_KEPT, len(text.post.old_paths))
    work.report.lost(text.kind, text.where, NOT_KEPT, f"{refusal.message} {plain_text(text.post.html)}")
    for image in text.post.images:
        work.report.lost("placement", text.where, NOT_KEPT, " · ".join(_said(image)))


def _account(work: Work, text: Text, converting: Converting) -> None:
    """Note what of a text was not kept, and every picture that is in it or is not."""
    for loss in converting.losses:
        kind: Kind = "placement" if loss.kind == "photo" else "post"
        detail = f"{loss.detail} ({loss.source})" if loss.source else loss.detail
        work.report.lost(kind, text.where, SENTENCES[loss.kind], detail)
    _account_left_out(work, text, converting)
    _account_undescribed(work, text, converting)
    work.report.wrote("placement", len(converting.placed))
    _settle(work, text, converting)


def _account_left_out(work: Work, text: Text, converting: Converting) -> None:
    """Pictures without a file."""
    names = {image.address: image.file_name for image in text.post.images}
    for address, caption, alternative in converting.left_out:
        gathered = work.pictures.get(address)
        why = (gathered.missing if gathered else "") or NOT_FOUND
        said = [names.get(address) or address[:200], gathered.detail if gathered else ""]
        said += [f"caption: “{caption}”" if caption else ""]
        said += [f"alternative text: “{alternative}”" if alternative else ""]
        work.report.lost("placement", text.where, why, " · ".join(filter(None, said)))
        work.report.skipped("placement", why)


def _account_undescribed(work: Work, text: Text, converting: Converting) -> None:
    names = {image.address: image.file_name or image.address[:200] for image in text.post.images}
    by_id = {str(photo_id): names[address] for address, photo_id in converting.photos.items()}
    for block in converting.placed:
        if block["attrs"]["alternative"] is None:
            work.report.lost("placement", text.where, NO_ALTERNATIVE, by_id[block["attrs"]["photo"]])


def _settle(work: Work, text: Text, converting: Converting) -> None:
    """Account for pictures that only one of reader and writer saw.

    A body has no place for a picture within preformatted text or a caption, and a page's program may put in pictures
    that the reader could not know of.
    """
    met = Counter(block["attrs"]["photo"] for block in converting.placed)
    met.update(address for address, _, _ in converting.left_out)
    for image in text.post.images:
        met[str(converting.photos.get(image.address, image.address))] -= 1
        if met[str(converting.photos.get(image.address, image.address))] < 0:
            work.report.skipped("placement", NO_PLACE)
            work.report.lost("placement", text.where, NO_PLACE, " · ".join(_said(image)))
    work.report.read("placement", (+met).total())


def _said(image: ForeignImage) -> Iterator[str]:
    """What is known of a picture, in words."""
    yield image.file_name or image.address[:200]
    if image.caption_html:
        yield f"caption: “{plain_text(image.caption_html)}”"
    if image.alternative_text:
        yield f"alternative text: “{image.alternative_text}”"
