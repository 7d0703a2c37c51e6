"""What sorts of writing there are: posts are told apart by them, and so are the policies under which they go out."""

import enum


class PostKind(enum.Enum):
    """What sort of writing a post is."""

    BLOG_POST = "blog_post"
    STATEMENT = "statement"
    SPEECH = "speech"
    NOTICE = "notice"
