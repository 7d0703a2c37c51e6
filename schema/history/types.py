"""What happened, as GraphQL."""

from datetime import datetime

from schema.declaring import column, object_type
from schema.paging import Node


@object_type
class AuditEntry(Node):
    """One decision: what happened, when, and who took it."""

    event: str = column("What happened, such as post.published.")
    happened_at: datetime = column("When.")
    actor_name: str = column("Who: the name of an account, “visitor”, “system” or “operator”.")
    subject_type: str = column("What sort of thing it happened to.")
