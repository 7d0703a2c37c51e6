"""What the verbs of webhooks are handed: the means to keep a secret that is needed again."""

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID


class Sealing(Protocol):
    """Encrypts what is stored, for one place each."""

    def close(self, content: bytes, place: str) -> bytes:
        """Encrypt for a place."""

    def open(self, sealed: bytes, place: str) -> bytes:
        """What was sealed for this place."""


@dataclass(frozen=True)
class WebhookMeans:
    """Everything the verbs of webhooks are handed by the door."""

    seal: Sealing


def place_of_secret(webhook_id: UUID) -> str:
    """Where the secrets of a webhook are sealed for."""
    return f"Webhook:{webhook_id}"
