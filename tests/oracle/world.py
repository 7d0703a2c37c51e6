"""A small world with everything in it that a reader can come across, the same in every run but for its keys."""

from random import Random

from sqlalchemy import delete, update

from schema.change import Change
from schema.comments.models import CommentState
from schema.kinds import PostKind
from schema.posts.models import Placement, Post, PublicationState, Translation
from schema.previews.services import create_preview_link, revoke_preview_link
from tests.makers.comments import make_comment
from tests.makers.statements import sign_everything
from tests.makers.webhooks import make_told_webhook
from tests.oracle.articles import make_article, make_thread, put_right
from tests.oracle.ministry import World, make_ministry

POSTS = 44


async def make_world(change: Change, seed: int = 1) -> World:
    """Fill a database through the services, and break a few promises that they keep."""
    world = World(change, Random(seed))
    await make_ministry(world)
    made = [await make_article(world, number) for number in range(POSTS)]
    for post in made[::2]:
        await make_thread(world, post)
    for post in made[::3]:
        await _make_links(world, post)
    await put_right(world, made)
    await make_told_webhook(world.change, mission_id=world.missions[1].id)
    await _break_promises(world, made)
    await sign_everything(change)
    await change.db.commit()
    return world


async def _make_links(world: World, post: Post) -> None:
    """Two links to a text, of which one is revoked."""
    await create_preview_link(world.change, post_id=post.id, revision=1)
    link, _ = await create_preview_link(world.change, post_id=post.id)
    await revoke_preview_link(world.change, link_id=link.id)


async def _break_promises(world: World, made: list[Post]) -> None:
    """What no service does: live posts without their authentic text, photo blocks without a photo, and a bare post."""
    db = world.change.db
    live = [post for post in made if post.state is PublicationState.LIVE]
    for post in (live[4], live[11], live[18], live[23]):
        mine = (Translation.post_id == post.id, Translation.is_authentic)
        await db.execute(update(Translation).where(*mine).values(state=PublicationState.DRAFT))
    await db.execute(delete(Placement).where(Placement.position == 3))
    bare = Post(mission_id=world.missions[1].id, kind=PostKind.NOTICE, state=PublicationState.DRAFT)
    db.add(bare)
    await db.flush()
    await make_comment(world.change, bare, state=CommentState.VISIBLE)
