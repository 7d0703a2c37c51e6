"""What earlier imports of the same source made here, so that importing again changes nothing."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from uuid import UUID

from schema.base import Base
from schema.change import Change
from schema.posts import services
from schema.posts.models import ImportedRecord


@dataclass
class Memory:
    """The records of one mission and source, by the source's key."""

    mission_id: UUID
    source: str
    records: dict[str, ImportedRecord] = field(default_factory=dict)
    noted: dict[str, tuple[Base, str]] = field(default_factory=dict)
    """What is to be remembered, until it is written down in one go."""

    def find(self, kind: str, key: str) -> ImportedRecord | None:
        return self.records.get(foreign_key(kind, key))

    def remember(self, kind: str, key: str, subject: Base, digest: str) -> None:
        """Note what a foreign record became, or what it says now."""
        self.noted.setdefault(foreign_key(kind, key), (subject, digest))

    async def write_down(self, change: Change) -> None:
        """Write everything that was noted."""
        for name in self.noted.keys() & self.records.keys():
            services.renew_imported(change, self.records[name], self.noted[name][1])
        became = {name: noted for name, noted in self.noted.items() if name not in self.records}
        await services.remember_imported(change, mission_id=self.mission_id, source=self.source, became=became)
        await change.db.flush()


def foreign_key(kind: str, key: str) -> str:
    """``post:4711``; what is too long for a key is named by its SHA-256."""
    return f"{kind}:{key if len(key) <= 200 else sha256(key.encode(errors='replace')).hexdigest()}"


def digest_of(values: Mapping[str, Any]) -> str:
    """SHA-256 of plain values, in hexadecimal."""
    text = json.dumps(values, sort_keys=True, ensure_ascii=True, default=str)
    return sha256(text.encode()).hexdigest()
