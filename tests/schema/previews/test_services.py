"""Making, revoking and finding preview links."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from schema.accounts.models import Account
from schema.change import Change
from schema.context import Preview
from schema.errors import NotAllowed, NotFound
from schema.posts import services as posts
from schema.posts.models import Post
from schema.posts.obstacles import MOST_PREVIEW_LINKS
from schema.posts.refusals import TooManyPreviewLinks
from schema.posts.services import RevisionUnknown
from schema.previews.models import PreviewLink
from schema.previews.services import (
    PreviewExpiresInThePast,
    PreviewLastsTooLong,
    create_preview_link,
    open_preview,
    revoke_preview_link,
)
from tests.makers.accounts import Actors, as_actor
from tests.makers.history import events, everything, refused, row_counts
from tests.makers.posts import body, make_post

MINUTE = timedelta(minutes=1)
TWO_DAYS, THIRTY_DAYS = timedelta(hours=48), timedelta(days=30)


@pytest.fixture
async def post(change: Change, actors: Actors) -> Post:
    """A draft with one revision, and a text in French."""
    post = await make_post(change, actors.mission)
    await posts.add_translation(change, post_id=post.id, locale="fr", title="La visite", body=body("Ils ont parlé."))
    return post


async def test_a_link_shows_whatever_is_newest_for_two_days(change: Change, actors: Actors, post: Post) -> None:
    before = await row_counts(change.db)
    link, secret = await create_preview_link(as_actor(change, actors.editor), post_id=post.id)
    assert await row_counts(change.db) - before == {"preview_links": 1, "audit_entries": 1, "outbox_events": 1}
    assert (await events(change))[-1] == "post.preview_link_created"
    assert (secret[:3], len(secret) >= 43, link.actor_name) == ("pv_", True, actors.editor.name)
    shown = Preview(post.id, link.translation_id, "en", 1, change.now + TWO_DAYS, stands_for_authentic=False)
    assert await open_preview(change.db, secret, change.now) == shown
    await posts.save_draft(change, post_id=post.id, base_revision=1, title="Another")
    assert await open_preview(change.db, secret, change.now) == replace(shown, revision=2)


async def test_a_link_can_show_one_state_for_good(change: Change, post: Post) -> None:
    _, secret = await create_preview_link(change, post_id=post.id, revision=1)
    await posts.save_draft(change, post_id=post.id, base_revision=1, title="Another")
    shown = await open_preview(change.db, secret, change.now)
    assert shown is not None
    assert shown.revision == 1


async def test_the_secret_is_kept_nowhere(change: Change, post: Post) -> None:
    _, secret = await create_preview_link(change, post_id=post.id)
    tables = ("preview_links", "audit_entries", "outbox_events")
    connection = await change.db.connection()
    rows = [str((await connection.exec_driver_sql(f"select * from {table}")).all()) for table in tables]
    assert not any(secret[3:] in row for row in rows)


async def test_another_language_stands_for_the_authentic_text_until_that_is_public(change: Change, post: Post) -> None:
    _, secret = await create_preview_link(change, post_id=post.id, locale="fr")
    for stands in (True, False):
        shown = await open_preview(change.db, secret, change.now)
        assert shown is not None
        assert (shown.locale, shown.stands_for_authentic) == ("fr", stands)
        if stands:
            await posts.publish_post(change, post_id=post.id)


async def test_what_makes_a_link_useless(change: Change, actors: Actors, post: Post) -> None:
    by = as_actor(change, actors.editor)
    link, secret = await create_preview_link(by, post_id=post.id, expires_at=change.now + MINUTE)
    assert await open_preview(change.db, secret, change.now + MINUTE) is None
    for useless in (secret[:-1], secret[3:], "", "pv_\ud800"):
        assert await open_preview(change.db, useless, change.now) is None

    maker = update(Account).where(Account.id == actors.editor.account_id)
    for is_active in (False, True):
        await change.db.execute(maker.values(is_active=is_active))
        assert (await open_preview(change.db, secret, change.now) is not None) == is_active
    await revoke_preview_link(by, link_id=link.id)
    assert await open_preview(change.db, secret, change.now) is None


async def test_a_link_goes_with_its_text(change: Change, post: Post) -> None:
    _, secret = await create_preview_link(change, post_id=post.id, locale="fr")
    connection = await change.db.connection()
    for table in ("addresses", "revisions", "translations"):
        text = "id" if table == "translations" else "translation_id"
        french = "select id from translations where locale = 'fr'"
        await connection.exec_driver_sql(f"delete from {table} where {text} in ({french})")
    assert await open_preview(change.db, secret, change.now) is None


async def test_its_use_is_noted_once_a_minute(change: Change, post: Post, statements: list[str]) -> None:
    link, secret = await create_preview_link(change, post_id=post.id)
    written = []
    for at in (change.now, change.now + MINUTE / 2, change.now + MINUTE):
        statements.clear()
        await open_preview(change.db, secret, at)
        await change.db.refresh(link)
        written.append((sum("UPDATE" in statement for statement in statements), link.last_used_at))
    assert written == [(1, change.now), (0, change.now), (1, change.now + MINUTE)]


async def test_a_link_ends_after_now_and_within_thirty_days(change: Change, post: Post) -> None:
    async with refused(change, PreviewExpiresInThePast, hours=48):
        await create_preview_link(change, post_id=post.id, expires_at=change.now)
    async with refused(change, PreviewLastsTooLong, days=30):
        await create_preview_link(change, post_id=post.id, expires_at=change.now + THIRTY_DAYS + MINUTE)
    link, _ = await create_preview_link(change, post_id=post.id, expires_at=change.now + THIRTY_DAYS)
    assert link.expires_at == change.now + THIRTY_DAYS


async def test_a_text_has_so_many_links_and_no_more(change: Change, post: Post) -> None:
    change = replace(change, now=datetime.now(UTC))
    links = [(await create_preview_link(change, post_id=post.id))[0] for _ in range(MOST_PREVIEW_LINKS)]
    async with refused(change, TooManyPreviewLinks, limit=MOST_PREVIEW_LINKS):
        await create_preview_link(change, post_id=post.id)
    await create_preview_link(change, post_id=post.id, locale="fr")
    await revoke_preview_link(change, link_id=links[0].id)
    await create_preview_link(change, post_id=post.id)
    async with refused(change, TooManyPreviewLinks):
        await create_preview_link(change, post_id=post.id)
    links[1].expires_at = change.now - MINUTE
    await create_preview_link(change, post_id=post.id)


async def test_who_may_not_write_a_text_makes_no_link_to_it(change: Change, actors: Actors, post: Post) -> None:
    for actor, refusal in ((actors.visitor, NotFound), (actors.reader, NotAllowed), (actors.translator, NotAllowed)):
        async with refused(change, refusal):
            await create_preview_link(as_actor(change, actor), post_id=post.id)
    await create_preview_link(as_actor(change, actors.translator), post_id=post.id, locale="fr")


async def test_what_is_not_there_has_no_link(change: Change, post: Post) -> None:
    async with refused(change, RevisionUnknown, number=2):
        await create_preview_link(change, post_id=post.id, revision=2)
    async with refused(change, NotFound, noun="text of this post"):
        await create_preview_link(change, post_id=post.id, locale="he")


async def test_a_link_is_revoked_once(change: Change, actors: Actors, post: Post) -> None:
    link, _ = await create_preview_link(change, post_id=post.id)
    await revoke_preview_link(as_actor(change, actors.editor), link_id=link.id)
    assert (link.revoked_at, (await events(change))[-1]) == (change.now, "post.preview_link_revoked")
    before = await everything(change.db)
    await revoke_preview_link(replace(change, now=change.now + MINUTE), link_id=link.id)
    assert await everything(change.db) == before


async def test_who_may_not_write_the_text_revokes_nothing(change: Change, actors: Actors, post: Post) -> None:
    link, _ = await create_preview_link(change, post_id=post.id)
    french, _ = await create_preview_link(change, post_id=post.id, locale="fr")
    for actor, refusal in ((actors.visitor, NotFound), (actors.reader, NotFound), (actors.translator, NotAllowed)):
        async with refused(change, refusal):
            await revoke_preview_link(as_actor(change, actor), link_id=link.id)
    await revoke_preview_link(as_actor(change, actors.translator), link_id=french.id)
    async with refused(change, NotFound, noun="preview link"):
        await revoke_preview_link(change, link_id=post.id)
    assert isinstance(await change.db.get(PreviewLink, link.id), PreviewLink)
