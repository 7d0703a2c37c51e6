"""What a webhook is sent: a body of JSON, and headers by which its receiver knows that it is ours.

webhook-id: the same however often it is sent
webhook-timestamp: of this try
webhook-signature: v1, and the HMAC-SHA256 of "id.timestamp.body"; two of them while a secret is being rotated
"""

import base64
import hmac
from collections.abc import Sequence
from datetime import datetime

import orjson

from schema.history.models import Event

MOST_BYTES = 20_000


def body_of(event: Event) -> bytes:
    """What happened, as JSON; where there is too much to tell, only to what it happened."""
    told = {"type": event.event, "timestamp": event.happened_at.isoformat().replace("+00:00", "Z")}
    body = orjson.dumps({**told, "data": event.payload})
    if len(body) < MOST_BYTES:
        return body
    short = {name: event.payload[name] for name in ("id", "mission") if name in event.payload}
    return orjson.dumps({**told, "data": {**short, "is_cut": True}})


def headers_of(id: str, moment: datetime, body: bytes, secrets: Sequence[bytes]) -> dict[str, str]:
    """The headers of one try."""
    timestamp = str(int(moment.timestamp()))
    return {
        "content-type": "application/json",
        "user-agent": "communique-webhooks",
        "webhook-id": id,
        "webhook-timestamp": timestamp,
        "webhook-signature": " ".join(_signature(secret, id, timestamp, body) for secret in secrets),
    }


def _signature(secret: bytes, id: str, timestamp: str, body: bytes) -> str:
    signed = b".".join((id.encode(), timestamp.encode(), body))
    return f"v1,{base64.b64encode(hmac.digest(secret, signed, 'sha256')).decode()}"
