"""What changes preview links: inputs, and mutations that call one service each."""

from datetime import datetime

import strawberry

from schema.change import Change
from schema.declaring import column, field, input_type, object_type, option
from schema.previews import services
from schema.previews.types import PreviewLink
from schema.verbs import Payload, VerbInput, key_of, stored, verb

SECRET = "{secret}"
"""What the secret takes the place of in the template of addresses."""


@input_type
class CreatePreviewLinkInput(VerbInput):
    """A text to show before it is public."""

    post: strawberry.ID = column("The post.")
    locale: str | None = option("The language of the text, as a BCP 47 tag; the authentic one when it is left out.")
    revision: int | None = option("The revision to show; when it is left out, whichever is the newest.")
    expires_at: datetime | None = option("At most 30 days from now; 48 hours when it is left out.")


@input_type
class RevokePreviewLinkInput(VerbInput):
    """A preview link to make useless."""

    preview_link: strawberry.ID = column("The link.")


@object_type
class CreatePreviewLinkPayload(Payload):
    """What came of `createPreviewLink`."""

    preview_link: PreviewLink | None = option("The link.")
    secret: str | None = option(
        "What goes out as `Authorization: Preview …`. It is answered once: null when the request is repeated."
    )

    @field
    def url(self, info: strawberry.Info) -> str | None:
        """The address to send on, by this server's template; null when there is no template, or no secret."""
        template: str | None = info.context.preview_url_template
        return template.replace(SECRET, self.secret) if template and self.secret else None


@object_type
class RevokePreviewLinkPayload(Payload):
    """What came of `revokePreviewLink`."""

    preview_link: PreviewLink | None = option("The link as it is now.")


@object_type
class PreviewMutations:
    """What changes preview links."""

    @verb
    async def create_preview_link(self, change: Change, input: CreatePreviewLinkInput) -> CreatePreviewLinkPayload:
        """Make a link that shows one text as if it were public. Takes whoever may write the text."""
        link, secret = await services.create_preview_link(
            change,
            post_id=key_of(input.post, "Post", "post"),
            locale=input.locale,
            revision=input.revision,
            expires_at=input.expires_at,
        )
        return CreatePreviewLinkPayload(preview_link=stored(link), secret=secret)

    @verb
    async def revoke_preview_link(self, change: Change, input: RevokePreviewLinkInput) -> RevokePreviewLinkPayload:
        """Make a preview link useless from now on. Takes whoever may write the text."""
        link_id = key_of(input.preview_link, "PreviewLink", "previewLink")
        link = await services.revoke_preview_link(change, link_id=link_id)
        return RevokePreviewLinkPayload(preview_link=stored(link))
