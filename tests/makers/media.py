"""Photos for tests."""

from hashlib import sha256
from itertools import count
from typing import Any

from schema.change import Change
from schema.media import services
from schema.media.models import Photo
from schema.missions.models import Mission

_numbers = count(1)


async def make_photo(change: Change, mission: Mission, **over: Any) -> Photo:
    """A landscape photo of 1,200 by 800 pixels; every one is another file."""
    digest = sha256(str(next(_numbers)).encode()).hexdigest()
    values: dict[str, Any] = {
        "storage_key": f"{digest[:2]}/{digest}.jpg",
        "sha256": digest,
        "media_type": "image/jpeg",
        "size_bytes": 123_456,
        "width": 1_200,
        "height": 800,
        "file_name": "DSC_0042.jpg",
    }
    photo, _ = await services.store_photo(change, mission_id=mission.id, **values | over)
    return photo
