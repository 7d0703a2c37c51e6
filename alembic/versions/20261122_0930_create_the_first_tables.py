"""Create the first tables.

Why: a database needs them before the first post: missions, people, topics, accounts, photos, posts, comments, and the
history of all of them.
Locks: none that anyone waits for, since the tables are new; under a second.
Back: taking it back drops every table with every row. Back up first.
Needs: none. It is the first.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "create_the_first_tables"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_missions()
    _create_people()
    _create_appointments()
    _create_tags()
    _create_topics()
    _create_accounts()
    _create_api_tokens()
    _create_memberships()
    _create_photos()
    _create_imported_records()
    _create_posts()
    _create_bylines()
    _create_post_tags()
    _create_post_topics()
    _create_translations()
    _create_addresses()
    _create_placements()
    _create_revisions()
    _create_comments()
    _create_kept_answers()
    _create_outbox_events()
    _create_audit_entries()


def _table(name: str, *parts: sa.schema.SchemaItem) -> None:
    """A table between its key, which is first, and the two moments that every row ends in."""
    now = sa.text("now()")
    op.create_table(
        name,
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        *parts,
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=now, nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=now, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )


def _one_of(table: str, column: str, kind: str, values: list[str]) -> sa.CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return sa.CheckConstraint(f"{column} in ({listed})", name=op.f(f"ck_{table}_{kind}"))


def _create_missions() -> None:
    _table(
        "missions",
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("names", postgresql.JSONB(), server_default=sa.text("'{}'::jsonb"), nullable=False),
        sa.Column("parent_id", sa.Uuid(), nullable=True),
        sa.Column("host_country", sa.String(), nullable=True),
        sa.Column("city", sa.String(), nullable=True),
        sa.Column("time_zones", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("languages", postgresql.ARRAY(sa.Text()), nullable=False),
        _one_of("missions", "kind", "missionkind", ["HEADQUARTERS", "EMBASSY", "CONSULATE", "PERMANENT_MISSION"]),
        sa.CheckConstraint("cardinality(languages) > 0", name=op.f("ck_missions_has_a_language")),
        sa.CheckConstraint("cardinality(time_zones) > 0", name=op.f("ck_missions_has_a_time_zone")),
        sa.ForeignKeyConstraint(["parent_id"], ["missions.id"], name=op.f("fk_missions_parent_id")),
        sa.UniqueConstraint("slug", name=op.f("uq_missions_slug")),
    )
    op.create_index(op.f("ix_missions_name_id"), "missions", ["name", "id"])
    op.create_index(op.f("ix_missions_parent_id"), "missions", ["parent_id"])


def _create_people() -> None:
    _table(
        "people",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("names", postgresql.JSONB(), server_default=sa.text("'{}'::jsonb"), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.UniqueConstraint("slug", name=op.f("uq_people_slug")),
    )
    op.create_index(op.f("ix_people_name_id"), "people", ["name", "id"])


def _create_appointments() -> None:
    _table(
        "appointments",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("mission_id", sa.Uuid(), nullable=False),
        sa.Column("office", sa.String(), nullable=False),
        sa.Column("offices", postgresql.JSONB(), server_default=sa.text("'{}'::jsonb"), nullable=False),
        sa.Column("is_ad_interim", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "ends_on is null or ends_on >= starts_on", name=op.f("ck_appointments_ends_after_it_starts")
        ),
        sa.ForeignKeyConstraint(["mission_id"], ["missions.id"], name=op.f("fk_appointments_mission_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_appointments_person_id")),
    )
    op.create_index(op.f("ix_appointments_mission_id_starts_on_id"), "appointments", ["mission_id", "starts_on", "id"])
    op.create_index(op.f("ix_appointments_person_id_starts_on_id"), "appointments", ["person_id", "starts_on", "id"])


def _create_tags() -> None:
    _table(
        "tags",
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.UniqueConstraint("slug", name=op.f("uq_tags_slug")),
    )
    op.create_index(op.f("ix_tags_name_id"), "tags", ["name", "id"])


def _create_topics() -> None:
    _table(
        "topics",
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("names", postgresql.JSONB(), server_default=sa.text("'{}'::jsonb"), nullable=False),
        sa.Column("parent_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["parent_id"], ["topics.id"], name=op.f("fk_topics_parent_id")),
        sa.UniqueConstraint("slug", name=op.f("uq_topics_slug")),
    )
    op.create_index(op.f("ix_topics_name_id"), "topics", ["name", "id"])
    op.create_index(op.f("ix_topics_parent_id"), "topics", ["parent_id"])


def _create_accounts() -> None:
    _table(
        "accounts",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("is_active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_accounts_person_id")),
        sa.UniqueConstraint("name", name=op.f("uq_accounts_name")),
    )
    op.create_index(op.f("ix_accounts_person_id"), "accounts", ["person_id"])


def _create_api_tokens() -> None:
    _table(
        "api_tokens",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("scopes", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("cardinality(scopes) > 0", name=op.f("ck_api_tokens_has_a_scope")),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_api_tokens_account_id")),
        sa.UniqueConstraint("digest", name=op.f("uq_api_tokens_digest")),
    )
    op.create_index(op.f("ix_api_tokens_account_id"), "api_tokens", ["account_id"])


def _create_memberships() -> None:
    _table(
        "memberships",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("mission_id", sa.Uuid(), nullable=True),
        sa.Column("role", sa.String(40), nullable=False),
        _one_of("memberships", "role", "role", ["READER", "AUTHOR", "EDITOR", "ADMIN"]),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_memberships_account_id")),
        sa.ForeignKeyConstraint(["mission_id"], ["missions.id"], name=op.f("fk_memberships_mission_id")),
        sa.UniqueConstraint(
            "account_id",
            "mission_id",
            name=op.f("uq_memberships_account_id_mission_id"),
            postgresql_nulls_not_distinct=True,
        ),
    )
    op.create_index(op.f("ix_memberships_mission_id"), "memberships", ["mission_id"])


def _create_photos() -> None:
    _table(
        "photos",
        sa.Column("mission_id", sa.Uuid(), nullable=False),
        sa.Column("storage_key", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("size_bytes", sa.Integer(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("credit", sa.String(), nullable=True),
        sa.Column("licence", sa.String(), nullable=True),
        sa.Column("taken_on", sa.Date(), nullable=True),
        sa.Column("focal_x", sa.Double(), server_default="0.5", nullable=False),
        sa.Column("focal_y", sa.Double(), server_default="0.5", nullable=False),
        sa.CheckConstraint(
            "focal_x between 0 and 1 and focal_y between 0 and 1", name=op.f("ck_photos_focus_is_inside")
        ),
        sa.CheckConstraint("width > 0 and height > 0", name=op.f("ck_photos_has_a_size")),
        sa.ForeignKeyConstraint(["mission_id"], ["missions.id"], name=op.f("fk_photos_mission_id")),
        sa.UniqueConstraint("mission_id", "sha256", name=op.f("uq_photos_mission_id_sha256")),
    )
    op.create_index(op.f("ix_photos_mission_id_id"), "photos", ["mission_id", "id"])


def _create_imported_records() -> None:
    _table(
        "imported_records",
        sa.Column("mission_id", sa.Uuid(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("foreign_key", sa.String(), nullable=False),
        sa.Column("subject_type", sa.String(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["mission_id"], ["missions.id"], name=op.f("fk_imported_records_mission_id")),
        sa.UniqueConstraint(
            "mission_id", "source", "foreign_key", name=op.f("uq_imported_records_mission_id_source_foreign_key")
        ),
    )


def _create_posts() -> None:
    _table(
        "posts",
        sa.Column("mission_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("state", sa.String(40), server_default="DRAFT", nullable=False),
        sa.Column("first_published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "sort_at",
            sa.DateTime(timezone=True),
            sa.Computed("coalesce(first_published_at, '9999-01-01 00:00:00+00'::timestamptz)", persisted=True),
            nullable=False,
        ),
        sa.Column("comment_policy", sa.String(40), server_default="OPEN", nullable=False),
        sa.Column("created_by_id", sa.Uuid(), nullable=True),
        _one_of("posts", "kind", "postkind", ["BLOG_POST", "STATEMENT", "SPEECH", "NOTICE"]),
        _one_of("posts", "state", "publicationstate", ["DRAFT", "LIVE", "UNPUBLISHED"]),
        _one_of("posts", "comment_policy", "commentpolicy", ["OPEN", "PREMODERATED", "CLOSED"]),
        sa.CheckConstraint(
            "(state = 'DRAFT') = (first_published_at is null)", name=op.f("ck_posts_live_posts_have_a_date")
        ),
        sa.ForeignKeyConstraint(["created_by_id"], ["accounts.id"], name=op.f("fk_posts_created_by_id")),
        sa.ForeignKeyConstraint(["mission_id"], ["missions.id"], name=op.f("fk_posts_mission_id")),
    )
    op.create_index(op.f("ix_posts_created_by_id"), "posts", ["created_by_id"])
    op.create_index("ix_posts_kind_newest", "posts", ["kind", sa.text("sort_at desc"), sa.text("id desc")])
    op.create_index(
        "ix_posts_live_newest",
        "posts",
        [sa.text("sort_at desc"), sa.text("id desc")],
        postgresql_where=sa.text("state = 'LIVE'"),
    )
    op.create_index("ix_posts_mission_newest", "posts", ["mission_id", sa.text("sort_at desc"), sa.text("id desc")])
    op.create_index("ix_posts_recently_changed", "posts", [sa.text("updated_at desc"), sa.text("id desc")])


def _create_bylines() -> None:
    _table(
        "bylines",
        sa.Column("post_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("mission_id", sa.Uuid(), nullable=True),
        sa.Column("role", sa.String(40), nullable=False),
        sa.Column("is_personal", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("office", sa.String(), nullable=True),
        sa.Column("offices", postgresql.JSONB(), server_default=sa.text("'{}'::jsonb"), nullable=False),
        _one_of("bylines", "role", "bylinerole", ["AUTHOR", "CONTRIBUTOR", "TRANSLATOR", "PHOTOGRAPHER"]),
        sa.CheckConstraint(
            "num_nonnulls(person_id, mission_id) = 1", name=op.f("ck_bylines_names_one_person_or_mission")
        ),
        sa.ForeignKeyConstraint(["mission_id"], ["missions.id"], name=op.f("fk_bylines_mission_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_bylines_person_id")),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name=op.f("fk_bylines_post_id"), ondelete="CASCADE"),
        sa.UniqueConstraint(
            "post_id", "position", deferrable=True, initially="DEFERRED", name=op.f("uq_bylines_post_id_position")
        ),
    )
    op.create_index(op.f("ix_bylines_mission_id_post_id"), "bylines", ["mission_id", "post_id"])
    op.create_index(op.f("ix_bylines_person_id_post_id"), "bylines", ["person_id", "post_id"])


def _create_post_tags() -> None:
    _table(
        "post_tags",
        sa.Column("post_id", sa.Uuid(), nullable=False),
        sa.Column("tag_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name=op.f("fk_post_tags_post_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["tag_id"], ["tags.id"], name=op.f("fk_post_tags_tag_id")),
        sa.UniqueConstraint("post_id", "tag_id", name=op.f("uq_post_tags_post_id_tag_id")),
    )
    op.create_index(op.f("ix_post_tags_tag_id_post_id"), "post_tags", ["tag_id", "post_id"])


def _create_post_topics() -> None:
    _table(
        "post_topics",
        sa.Column("post_id", sa.Uuid(), nullable=False),
        sa.Column("topic_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name=op.f("fk_post_topics_post_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["topic_id"], ["topics.id"], name=op.f("fk_post_topics_topic_id")),
        sa.UniqueConstraint("post_id", "topic_id", name=op.f("uq_post_topics_post_id_topic_id")),
    )
    op.create_index(op.f("ix_post_topics_topic_id_post_id"), "post_topics", ["topic_id", "post_id"])


def _create_translations() -> None:
    _table(
        "translations",
        sa.Column("post_id", sa.Uuid(), nullable=False),
        sa.Column("locale", sa.String(), nullable=False),
        sa.Column("direction", sa.String(), nullable=False),
        sa.Column("is_authentic", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(40), server_default="DRAFT", nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("summary", sa.String(), nullable=False),
        sa.Column("body", postgresql.JSONB(), nullable=False),
        sa.Column("blocks", postgresql.JSONB(), nullable=False),
        sa.Column("html", sa.Text(), nullable=False),
        sa.Column("plain_text", sa.Text(), nullable=False),
        sa.Column("word_count", sa.Integer(), nullable=False),
        sa.Column("revision_number", sa.Integer(), nullable=False),
        sa.Column("newest_revision_number", sa.Integer(), nullable=False),
        sa.Column("revision_count", sa.Integer(), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("search_configuration", postgresql.REGCONFIG(), nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.Column(
            "search",
            postgresql.TSVECTOR(),
            sa.Computed(
                "setweight(to_tsvector(search_configuration, title), 'A') || "
                "setweight(to_tsvector(search_configuration, summary), 'B') || "
                "setweight(to_tsvector(search_configuration, search_text), 'C')",
                persisted=True,
            ),
            nullable=False,
        ),
        _one_of("translations", "state", "publicationstate", ["DRAFT", "LIVE", "UNPUBLISHED"]),
        sa.CheckConstraint(
            "state <> 'LIVE' or published_at is not null", name=op.f("ck_translations_live_texts_have_a_date")
        ),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name=op.f("fk_translations_post_id")),
        sa.UniqueConstraint("post_id", "locale", name=op.f("uq_translations_post_id_locale")),
    )
    op.create_index(
        op.f("ix_translations_locale_post_id"),
        "translations",
        ["locale", "post_id"],
        postgresql_where=sa.text("state = 'LIVE'"),
    )
    op.create_index(op.f("ix_translations_search"), "translations", ["search"], postgresql_using="gin")
    op.create_index(
        "uq_translations_authentic", "translations", ["post_id"], unique=True, postgresql_where=sa.text("is_authentic")
    )


def _create_addresses() -> None:
    _table(
        "addresses",
        sa.Column("mission_id", sa.Uuid(), nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("translation_id", sa.Uuid(), nullable=False),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["mission_id"], ["missions.id"], name=op.f("fk_addresses_mission_id")),
        sa.ForeignKeyConstraint(
            ["translation_id"], ["translations.id"], name=op.f("fk_addresses_translation_id"), ondelete="CASCADE"
        ),
        sa.UniqueConstraint("mission_id", "path", name=op.f("uq_addresses_mission_id_path")),
    )
    op.create_index(op.f("ix_addresses_translation_id"), "addresses", ["translation_id"])
    op.create_index(
        "uq_addresses_current", "addresses", ["translation_id"], unique=True, postgresql_where=sa.text("is_current")
    )


def _create_placements() -> None:
    _table(
        "placements",
        sa.Column("translation_id", sa.Uuid(), nullable=False),
        sa.Column("photo_id", sa.Uuid(), nullable=False),
        sa.Column("block_id", sa.String(), nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.Column("caption_html", sa.Text(), nullable=False),
        sa.Column("caption_text", sa.Text(), nullable=False),
        sa.Column("credit", sa.String(), nullable=True),
        sa.Column("alternative", sa.String(40), nullable=True),
        sa.Column("alternative_text", sa.String(), nullable=True),
        _one_of("placements", "alternative", "alternativechoice", ["DESCRIBED", "IN_TEXT", "DECORATIVE"]),
        sa.ForeignKeyConstraint(["photo_id"], ["photos.id"], name=op.f("fk_placements_photo_id")),
        sa.ForeignKeyConstraint(
            ["translation_id"], ["translations.id"], name=op.f("fk_placements_translation_id"), ondelete="CASCADE"
        ),
        sa.UniqueConstraint("translation_id", "block_id", name=op.f("uq_placements_translation_id_block_id")),
        sa.UniqueConstraint(
            "translation_id",
            "position",
            deferrable=True,
            initially="DEFERRED",
            name=op.f("uq_placements_translation_id_position"),
        ),
    )
    op.create_index(op.f("ix_placements_photo_id_translation_id"), "placements", ["photo_id", "translation_id"])


def _create_revisions() -> None:
    _table(
        "revisions",
        sa.Column("translation_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("base_number", sa.Integer(), nullable=True),
        sa.Column("is_side_draft", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("event", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("summary", sa.String(), nullable=False),
        sa.Column("body", postgresql.JSONB(), nullable=False),
        sa.Column("html", sa.Text(), nullable=False),
        sa.Column("plain_text", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("actor_name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_revisions_account_id")),
        sa.ForeignKeyConstraint(
            ["translation_id"], ["translations.id"], name=op.f("fk_revisions_translation_id"), ondelete="CASCADE"
        ),
        sa.UniqueConstraint("translation_id", "number", name=op.f("uq_revisions_translation_id_number")),
    )
    op.create_index(
        op.f("ix_revisions_account_id"), "revisions", ["account_id"], postgresql_where=sa.text("account_id is not null")
    )


def _create_comments() -> None:
    _table(
        "comments",
        sa.Column("post_id", sa.Uuid(), nullable=False),
        sa.Column("parent_id", sa.Uuid(), nullable=True),
        sa.Column("depth", sa.SmallInteger(), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("author_name", sa.String(), nullable=False),
        sa.Column("locale", sa.String(), nullable=True),
        sa.Column("plain_text", sa.Text(), nullable=False),
        sa.Column("html", sa.Text(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        _one_of("comments", "state", "commentstate", ["PENDING", "VISIBLE", "HIDDEN"]),
        sa.CheckConstraint("(parent_id is null) = (depth = 1)", name=op.f("ck_comments_depth_follows_parent")),
        sa.ForeignKeyConstraint(["parent_id"], ["comments.id"], name=op.f("fk_comments_parent_id")),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name=op.f("fk_comments_post_id"), ondelete="CASCADE"),
    )
    op.create_index("ix_comments_newest", "comments", [sa.text("written_at desc"), sa.text("id desc")])
    op.create_index(op.f("ix_comments_parent_id_written_at_id"), "comments", ["parent_id", "written_at", "id"])
    op.create_index("ix_comments_post_id_state", "comments", ["post_id", "state"])
    op.create_index(
        op.f("ix_comments_post_id_written_at_id"),
        "comments",
        ["post_id", "written_at", "id"],
        postgresql_where=sa.text("parent_id is null"),
    )


def _create_kept_answers() -> None:
    _table(
        "kept_answers",
        sa.Column("actor_key", sa.String(), nullable=False),
        sa.Column("idempotency_key", sa.String(), nullable=False),
        sa.Column("request_digest", sa.LargeBinary(), nullable=False),
        sa.Column("outcome", postgresql.JSONB(), nullable=False),
        sa.UniqueConstraint("actor_key", "idempotency_key", name=op.f("uq_kept_answers_actor_key_idempotency_key")),
    )
    op.create_index(op.f("ix_kept_answers_created_at"), "kept_answers", ["created_at"])


def _create_outbox_events() -> None:
    _table(
        "outbox_events",
        sa.Column("sequence", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("event", sa.String(), nullable=False),
        sa.Column("subject_type", sa.String(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("happened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("payload", postgresql.JSONB(), nullable=False),
        sa.Column("delivered_at", sa.DateTime(timezone=True), nullable=True),
        sa.UniqueConstraint("sequence", name=op.f("uq_outbox_events_sequence")),
    )
    op.create_index(
        op.f("ix_outbox_events_sequence"),
        "outbox_events",
        ["sequence"],
        postgresql_where=sa.text("delivered_at is null"),
    )
    op.create_index(op.f("ix_outbox_events_subject_id_sequence"), "outbox_events", ["subject_id", "sequence"])


def _create_audit_entries() -> None:
    _table(
        "audit_entries",
        sa.Column("event", sa.String(), nullable=False),
        sa.Column("subject_type", sa.String(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("mission_id", sa.Uuid(), nullable=True),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("actor_name", sa.String(), nullable=False),
        sa.Column("happened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("details", postgresql.JSONB(), server_default=sa.text("'{}'::jsonb"), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_audit_entries_account_id")),
        sa.ForeignKeyConstraint(["mission_id"], ["missions.id"], name=op.f("fk_audit_entries_mission_id")),
    )
    op.create_index(
        op.f("ix_audit_entries_account_id"),
        "audit_entries",
        ["account_id"],
        postgresql_where=sa.text("account_id is not null"),
    )
    op.create_index(
        op.f("ix_audit_entries_mission_id_happened_at_id"), "audit_entries", ["mission_id", "happened_at", "id"]
    )
    op.create_index(
        op.f("ix_audit_entries_subject_id_happened_at_id"), "audit_entries", ["subject_id", "happened_at", "id"]
    )


def downgrade() -> None:
    for name in (
        "audit_entries",
        "outbox_events",
        "kept_answers",
        "comments",
        "revisions",
        "placements",
        "addresses",
        "translations",
        "post_topics",
        "post_tags",
        "bylines",
        "posts",
        "imported_records",
        "photos",
        "memberships",
        "api_tokens",
        "accounts",
        "topics",
        "tags",
        "appointments",
        "people",
        "missions",
    ):
        op.drop_table(name)
