"""Keys for tests."""

from uuid import UUID

NOWHERE = UUID("00000000-0000-7000-8000-000000000000")
"""The key of nothing."""
