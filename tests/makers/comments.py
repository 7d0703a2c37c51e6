"""Comments for tests."""

from typing import Any

from schema.change import Change
from schema.comments import services
from schema.comments.models import Comment
from schema.posts.models import Post


async def make_comment(change: Change, post: Post, **over: Any) -> Comment:
    """A comment by João."""
    values: dict[str, Any] = {"author_name": "João", "text": "When does the visa counter open?"}
    return await services.add_comment(change, post_id=post.id, **values | over)
