"""Tables of what is told by e-mail."""

from datetime import datetime
from typing import Any, cast

from sqlalchemy import Index, Table, func, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Base
from schema.waking import wakes_worker


class Letter(Base):
    """One row is one e-mail to one person, written with the change that tells them something, and sent afterwards."""

    __tablename__ = "letters"
    __table_args__ = (Index(None, "due_at", postgresql_where=text("recipient is not null")), Index(None, "created_at"))

    recipient: Mapped[str | None] = mapped_column(doc="Null once it was sent or given up: the address is forgotten.")
    template: Mapped[str]
    locale: Mapped[str] = mapped_column(doc="The language it was asked for in; it is written in the nearest there is.")
    data: Mapped[dict[str, Any]] = mapped_column(JSONB, doc="What the template is filled with; empty once it was sent.")
    expires_at: Mapped[datetime | None] = mapped_column(doc="When it is of no use any more, and not sent.")
    due_at: Mapped[datetime] = mapped_column(server_default=func.now(), doc="When it is to be tried next.")
    leased_until: Mapped[datetime | None] = mapped_column(doc="Until then one worker has it, and the others leave it.")
    tries: Mapped[int] = mapped_column(server_default=text("0"))
    sent_at: Mapped[datetime | None]
    given_up_at: Mapped[datetime | None]
    error: Mapped[str | None] = mapped_column(doc="Why the last try failed; never with the address.")


wakes_worker(cast(Table, Letter.__table__))
