"""Who may read what happened."""

from typing import Any

from sqlalchemy import ColumnElement, false

from schema.context import Viewer


def audit_entry_is_visible(viewer: Viewer, entry: Any) -> ColumnElement[bool] | None:
    """Entries of their missions, to members; every entry, to administrators of the whole."""
    if viewer.kind == "administrator":
        return None
    return viewer.is_member_of(entry.mission_id) if viewer.kind == "member" else false()


def event_is_visible(viewer: Viewer, event: Any) -> ColumnElement[bool] | None:
    """As the audit entry beside it."""
    return audit_entry_is_visible(viewer, event)
