"""Tables of comments."""

import enum
from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, SmallInteger, Text, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from schema.base import Base, one_of
from schema.posts.models import Post


class CommentState(enum.Enum):
    """Whether a comment is public."""

    PENDING = "pending"
    VISIBLE = "visible"
    HIDDEN = "hidden"


class Comment(Base):
    """One row is one comment. It holds no address of its writer."""

    __tablename__ = "comments"
    __table_args__ = (
        Index(None, "post_id", "written_at", "id", postgresql_where=text("parent_id is null")),
        Index(None, "parent_id", "written_at", "id"),
        Index("ix_comments_post_id_state", "post_id", "state"),
        Index("ix_comments_newest", text("written_at desc"), text("id desc")),
        CheckConstraint("(parent_id is null) = (depth = 1)", name="depth_follows_parent"),
    )

    post_id: Mapped[UUID] = mapped_column(ForeignKey("posts.id", ondelete="CASCADE"))
    parent_id: Mapped[UUID | None] = mapped_column(ForeignKey("comments.id"), doc="Null at the top of the thread.")
    depth: Mapped[int] = mapped_column(SmallInteger, doc="1 at the top of the thread.")
    state: Mapped[CommentState] = mapped_column(one_of(CommentState))
    author_name: Mapped[str] = mapped_column(doc="As the writer gave it.")
    locale: Mapped[str | None] = mapped_column(doc="BCP 47; null when the writer did not say.")
    plain_text: Mapped[str] = mapped_column(Text, doc="As written, line breaks kept.")
    html: Mapped[str] = mapped_column(Text, doc="Paragraphs, line breaks and links; nothing else.")
    written_at: Mapped[datetime]

    post: Mapped[Post] = relationship(lazy="raise")
    parent: Mapped["Comment | None"] = relationship(remote_side="Comment.id", lazy="raise")
