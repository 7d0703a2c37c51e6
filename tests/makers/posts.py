"""Posts and their bodies for tests."""

from typing import Any

from schema.change import Change
from schema.kinds import PostKind
from schema.media.models import Photo
from schema.missions.models import Mission
from schema.posts import services
from schema.posts.models import Post
from schema.posts.services import BodyInput


def body(*paragraphs: str) -> BodyInput:
    """A body of paragraphs."""
    return document(*map(paragraph, paragraphs))


def document(*blocks: dict[str, Any]) -> BodyInput:
    """A body of blocks."""
    return BodyInput(json={"type": "doc", "content": list(blocks)})


def paragraph(text: str) -> dict[str, Any]:
    """A paragraph; empty when the text is."""
    return {"type": "paragraph", "content": [{"type": "text", "text": text}] if text else []}


def photo_block(photo: Photo, caption: str = "", **attributes: Any) -> dict[str, Any]:
    """A photo of which nobody has said yet what it shows."""
    content = [{"type": "text", "text": caption}] if caption else []
    return {"type": "photo", "attrs": {"photo": str(photo.id)} | attributes, "content": content}


async def make_post(change: Change, mission: Mission, *, publish: bool = False, **over: Any) -> Post:
    """A statement in English with one paragraph: a draft, unless it is to be published."""
    values: dict[str, Any] = {
        "kind": PostKind.STATEMENT,
        "locale": "en",
        "title": "Statement on the visit",
        "summary": "What was agreed.",
        "body": body("The ministers met."),
    }
    post = await services.create_post(change, mission_id=mission.id, **values | over)
    return await services.publish_post(change, post_id=post.id) if publish else post
