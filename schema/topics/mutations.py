"""What changes topics: inputs, and mutations that call one service each."""

import strawberry

from schema.change import Change
from schema.declaring import column, input_type, object_type, option
from schema.names import NameInput, by_locale
from schema.topics import services
from schema.topics.types import Topic
from schema.verbs import Payload, VerbInput, key_of_optional, stored, verb


@input_type
class CreateTopicInput(VerbInput):
    """A subject to add to the network's hierarchy."""

    slug: str = column("Its name in addresses; unique.")
    name: str = column("Its name.")
    names: list[NameInput] | None = option("Its name in other languages.")
    parent: strawberry.ID | None = option("The topic it is part of; none at the top.")


@object_type
class CreateTopicPayload(Payload):
    """What came of `createTopic`."""

    topic: Topic | None = option("The new topic.")


@object_type
class TopicMutations:
    """What changes topics."""

    @verb
    async def create_topic(self, change: Change, input: CreateTopicInput) -> CreateTopicPayload:
        """Add a subject to the network's hierarchy. Takes an editor."""
        topic = await services.create_topic(
            change,
            slug=input.slug,
            name=input.name,
            names=by_locale(input.names),
            parent_id=key_of_optional(input.parent, "Topic", "parent"),
        )
        return CreateTopicPayload(topic=stored(topic))
