"""What changes webhooks: inputs, and mutations that call one service each."""

import strawberry

from schema.change import Change
from schema.declaring import column, input_type, object_type, option
from schema.verbs import Payload, VerbInput, key_of, key_of_optional, stored, verb
from schema.webhooks import services
from schema.webhooks.types import Webhook


@input_type
class CreateWebhookInput(VerbInput):
    """An address that is to be told of events."""

    mission: strawberry.ID | None = option("Tell it of this mission and those below it; leave it out for everything.")
    url: str = column("Where events are sent; https://.")
    events: list[str] | None = option("The names of the events to tell it of; leave them out for all.")


@input_type
class ChangeWebhookInput(VerbInput):
    """What is to be different about a webhook."""

    webhook: strawberry.ID = column("Which webhook.")
    url: str | None = option("Another address; what is waiting goes there.")
    events: list[str] | None = option("The names of the events to tell it of, all of them if there are none here.")


@input_type
class RotateWebhookSecretInput(VerbInput):
    """A new secret."""

    webhook: strawberry.ID = column("Which webhook.")
    overlap_hours: int = option("For how long the old secret signs too, 0 to 168 hours.", default=24)


@input_type
class WebhookInput(VerbInput):
    """One webhook."""

    webhook: strawberry.ID = column("Which webhook.")


@input_type
class ReplayWebhookInput(VerbInput):
    """From where on a webhook is told once more."""

    webhook: strawberry.ID = column("Which webhook.")
    from_: strawberry.ID = strawberry.field(name="from", description="The first event it is told of again.")


@object_type
class WebhookPayload(Payload):
    """What came of a change to a webhook."""

    webhook: Webhook | None = option("The webhook.")


@object_type
class WebhookSecretPayload(Payload):
    """What came of making a secret."""

    webhook: Webhook | None = option("The webhook.")
    secret: str | None = option(
        "What to verify deliveries with. It is shown this once: null when the request was repeated."
    )


@object_type
class ReplayWebhookPayload(Payload):
    """What came of `replayWebhook`."""

    webhook: Webhook | None = option("The webhook.")
    count: int | None = option("How many events are sent again; null when the request was repeated.")


@object_type
class DeleteWebhookPayload(Payload):
    """What came of `deleteWebhook`."""


@object_type
class WebhookMutations:
    """What changes webhooks."""

    @verb
    async def create_webhook(self, change: Change, input: CreateWebhookInput) -> WebhookSecretPayload:
        """Let an address be told of events from now on. Takes an administrator of the mission, or of every mission."""
        webhook, secret = await services.create_webhook(
            change,
            mission_id=key_of_optional(input.mission, "Mission", "mission"),
            url=input.url,
            events=input.events or (),
        )
        return WebhookSecretPayload(webhook=stored(webhook), secret=secret)

    @verb
    async def change_webhook(self, change: Change, input: ChangeWebhookInput) -> WebhookPayload:
        """Tell another address, or of other events. Takes an administrator."""
        webhook_id = key_of(input.webhook, "Webhook", "webhook")
        webhook = await services.change_webhook(change, webhook_id=webhook_id, url=input.url, events=input.events)
        return WebhookPayload(webhook=stored(webhook))

    @verb
    async def rotate_webhook_secret(self, change: Change, input: RotateWebhookSecretInput) -> WebhookSecretPayload:
        """Sign with a new secret, and for a while with the old one too. Takes an administrator."""
        webhook_id = key_of(input.webhook, "Webhook", "webhook")
        webhook, secret = await services.rotate_secret(change, webhook_id=webhook_id, overlap_hours=input.overlap_hours)
        return WebhookSecretPayload(webhook=stored(webhook), secret=secret)

    @verb
    async def pause_webhook(self, change: Change, input: WebhookInput) -> WebhookPayload:
        """Tell it nothing for a time; what happens meanwhile waits. Takes an administrator."""
        webhook = await services.pause_webhook(change, webhook_id=key_of(input.webhook, "Webhook", "webhook"))
        return WebhookPayload(webhook=stored(webhook))

    @verb
    async def resume_webhook(self, change: Change, input: WebhookInput) -> WebhookPayload:
        """Go on telling it, beginning with what has been waiting. Takes an administrator."""
        webhook = await services.resume_webhook(change, webhook_id=key_of(input.webhook, "Webhook", "webhook"))
        return WebhookPayload(webhook=stored(webhook))

    @verb
    async def delete_webhook(self, change: Change, input: WebhookInput) -> DeleteWebhookPayload:
        """Forget it, with its secret and its log. Takes an administrator."""
        await services.delete_webhook(change, webhook_id=key_of(input.webhook, "Webhook", "webhook"))
        return DeleteWebhookPayload()

    @verb
    async def test_webhook(self, change: Change, input: WebhookInput) -> WebhookPayload:
        """Send it an event that happened to itself; its deliveries say what came of that. Takes an administrator."""
        webhook = await services.test_webhook(change, webhook_id=key_of(input.webhook, "Webhook", "webhook"))
        return WebhookPayload(webhook=stored(webhook))

    @verb
    async def replay_webhook(self, change: Change, input: ReplayWebhookInput) -> ReplayWebhookPayload:
        """Tell it once more of an event and of all after it, each under the id it had. Takes an administrator."""
        webhook, count = await services.replay_webhook(
            change,
            webhook_id=key_of(input.webhook, "Webhook", "webhook"),
            from_event_id=key_of(input.from_, "Event", "from"),
        )
        return ReplayWebhookPayload(webhook=stored(webhook), count=count)
