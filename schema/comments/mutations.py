"""What changes comments: inputs, and mutations that call one service each."""

import strawberry

from schema.change import Change
from schema.comments import services
from schema.comments.types import Comment
from schema.declaring import column, input_type, object_type, option
from schema.verbs import Payload, VerbInput, key_of, key_of_optional, stored, verb


@input_type
class AddCommentInput(VerbInput):
    """A comment to add."""

    post: strawberry.ID = column("The post it answers.")
    parent: strawberry.ID | None = option("The comment it answers; none to answer the post itself.")
    author_name: str = column("The name to show; at most 80 characters.")
    text: str = column("Plain text; line breaks are kept, addresses become links. At most 5,000 characters.")
    locale: str | None = option("The language it is written in, as a BCP 47 tag.")


@object_type
class AddCommentPayload(Payload):
    """What came of `addComment`."""

    comment: Comment | None = option("The comment; null also while it waits to be read by somebody.")


@object_type
class CommentMutations:
    """What changes comments."""

    @verb
    async def add_comment(self, change: Change, input: AddCommentInput) -> AddCommentPayload:
        """Answer a post, or another comment on it. Needs no account."""
        comment = await services.add_comment(
            change,
            post_id=key_of(input.post, "Post", "post"),
            parent_id=key_of_optional(input.parent, "Comment", "parent"),
            author_name=input.author_name,
            text=input.text,
            locale=input.locale,
        )
        return AddCommentPayload(comment=stored(comment))
