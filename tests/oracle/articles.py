"""What is written in the oracle's world: posts in every state and language, and the comments on them."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import insert

from schema.comments.models import Comment, CommentState
from schema.errors import Refusal
from schema.kinds import PostKind
from schema.posts import services as posts
from schema.posts.models import Address, BylineRole, CommentPolicy, NoticeKind, Post, PublicationState, Verdict
from schema.posts.services.publishing import texts_in
from tests.makers.comments import make_comment
from tests.makers.posts import make_post
from tests.oracle.bodies import LOCALES, body_in, title_in
from tests.oracle.ministry import NOW, World

TAGS = ("visa", "Überseehafen", "data", "summit", "50 years", "عيد")
COMMENTS = ("Bravo!", "One\n\ntwo\twith a tab", 'See https://example.org/?a=1&b="2" <b>', "\\t")
REDACTED = "only-in-drafts"


async def make_article(world: World, number: int) -> Post:
    """One post with everything on it but comments; its number decides what becomes of it."""
    random, mission = world.random, world.missions[number % 5 if number % 11 else 5]
    locale, published = random.choice(LOCALES), 400 - 8 * (number - number % 3)
    post = await make_post(
        world.at(published + 1),
        mission,
        kind=random.choice(list(PostKind)),
        locale=locale,
        title=title_in(locale, number),
        summary=random.choice(["", "What was agreed.", 'A "short" <summary>\u2028here']),
        body=body_in(random, locale, world.photos[mission.id]),
        comment_policy=random.choice(list(CommentPolicy)),
    )
    await _name(world, post, is_named=post.kind in (PostKind.BLOG_POST, PostKind.SPEECH))
    for other in world.some([each for each in LOCALES if each != locale], 3):
        await posts.add_translation(
            world.at(published),
            post_id=post.id,
            locale=other,
            title=title_in(other, number),
            body=body_in(random, other, world.photos[mission.id]),
        )
    if number % 7 != 3:
        await _publish(world, post, locale, published)
    await _file(world, post, is_draft=number % 7 == 3)
    await _move(world, post, number // 5)
    if number % 5 == 1:
        await _save_more(world, post)
    if number % 7 == 3 or number % 5 == 1:
        await _schedule(world, post)
    await _put_before_somebody(world, post, number)
    if number % 9 == 4 and post.state is PublicationState.LIVE:
        await posts.unpublish_post(world.at(3), post_id=post.id, reason="Wrong.")
    return post


async def put_right(world: World, made: list[Post]) -> None:
    """Notices on some posts, some of them withdrawn, and some put on the front of their missions."""
    live = [post for post in made if post.state is PublicationState.LIVE]
    for number, post in enumerate(live):
        if number % 3 == 0:
            await _note(world, post, instead=live[number - 1])
        if number % 4 == 1:
            until = world.random.choice([None, NOW + timedelta(days=40_000), NOW + timedelta(days=2)])
            await posts.feature_post(world.at(0), post_id=post.id, position=number % 5 + 1, until=until)
    for number, post in enumerate(live):
        if number % 5 == 2:
            await _withdraw(world, post, instead=live[number - 1])
    await world.change.db.flush()


async def _note(world: World, post: Post, instead: Post) -> None:
    await posts.add_notice(world.at(2), post_id=post.id, note="The <second> is meant.")
    if world.random.random() < 0.5:
        notes = {"fr": "Voir l’autre.", "ar": "انظر الآخر."}
        said = {"superseded_by_id": instead.id, "note": "See the other one.", "notes": notes}
        await posts.supersede_post(world.at(1), post_id=post.id, **said)


async def _withdraw(world: World, post: Post, instead: Post) -> None:
    """A translation or the whole post, and sometimes back again."""
    texts = await texts_in(world.change, post, PublicationState.LIVE)
    locales = [None, *(text.locale for text in texts)]
    for locale in dict.fromkeys([world.random.choice(locales), None]):
        kind = world.random.choice([NoticeKind.WITHDRAWN, NoticeKind.RETRACTION])
        over = {"locale": locale, "keeps_title": world.random.random() < 0.5}
        if instead.state is PublicationState.LIVE and world.random.random() < 0.5:
            over["superseded_by_id"] = instead.id
        reasons = world.random.choice([None, {"fr": "C’était faux.", "en": "It was wrong."}])
        text = await posts.find_translation(world.change.db, post, locale)
        if text is None or text.state is not PublicationState.LIVE or world.random.random() < 0.3:
            continue
        await posts.withdraw_post(world.at(1), post_id=post.id, kind=kind, reason="Wrong.", reasons=reasons, **over)
        if world.random.random() < 0.4:
            await posts.restore_post(world.at(0), post_id=post.id, locale=locale, note="It was right.")


async def _name(world: World, post: Post, is_named: bool) -> None:
    people = world.some(world.people[:9], 3)
    drafts = [
        posts.BylineDraft(person_id=one.id, role=world.random.choice(list(BylineRole)), is_personal=not index)
        for index, one in enumerate(people)
    ]
    if is_named or world.random.random() < 0.3:
        drafts.insert(0, posts.BylineDraft(mission_id=world.random.choice(world.missions).id))
    if people and world.random.random() < 0.3:
        named = next(draft for draft in drafts if draft.person_id)
        drafts.append(posts.BylineDraft(person_id=named.person_id, role=_other_role(named.role)))
    await posts.set_bylines(world.change, post_id=post.id, bylines=drafts)


def _other_role(role: BylineRole) -> BylineRole:
    return BylineRole.TRANSLATOR if role is not BylineRole.TRANSLATOR else BylineRole.PHOTOGRAPHER


async def _publish(world: World, post: Post, locale: str, days: int) -> None:
    at, accepts = NOW - timedelta(days=days), {"accepts_missing_alternatives": True}
    for tag in (locale, *world.some(LOCALES, 3)):
        translation = await posts.find_translation(world.change.db, post, tag)
        if translation is not None and translation.state is not PublicationState.LIVE:
            await posts.publish_post(world.at(days), post_id=post.id, locale=tag, at=at, **accepts)
    for tag in world.some(LOCALES, 1):
        translation = await posts.find_translation(world.change.db, post, tag)
        if translation is not None and translation.state is PublicationState.LIVE and not translation.is_authentic:
            await posts.unpublish_post(world.change, post_id=post.id, locale=tag, reason="Badly translated.")


async def _file(world: World, post: Post, is_draft: bool) -> None:
    tags = [*world.some(TAGS, 3), *([REDACTED] if is_draft else [])]
    topic_ids = [topic.id for topic in world.some(world.topics[:5], 3)]
    await posts.set_topics(world.change, post_id=post.id, topic_ids=topic_ids, tags=tags)


async def _move(world: World, post: Post, number: int) -> None:
    """An address on the site before this one, and one that the post had here."""
    translation = await posts.find_translation(world.change.db, post, world.random.choice([None, "fr"]))
    if translation is not None:
        await posts.add_redirect(world.change, translation_id=translation.id, path=f"/2019/{number}.html?m=1")
        old = {"mission_id": post.mission_id, "translation_id": translation.id, "is_current": False}
        await world.change.db.execute(insert(Address).values(path=f"old-{number}-{post.id.hex[-4:]}", **old))


async def _schedule(world: World, post: Post) -> None:
    """A moment at which some text is to go out, if it is ready; now and then a publication has ended it since."""
    change = world.at(world.random.choice([0, 3]))
    moment = NOW + timedelta(days=world.random.randint(1, 3))
    wall = posts.Moment(wall=moment.replace(tzinfo=None), zone="Africa/Casablanca")
    try:
        async with change.db.begin_nested():
            chosen = world.random.choice([wall, posts.Moment(instant=moment)])
            await posts.schedule_post(change, post_id=post.id, at=chosen)
    except Refusal:
        return


async def _save_more(world: World, post: Post) -> None:
    """A draft that is newer than what is shown, one that was merged into it, and one that was kept aside."""
    translation = await posts.find_translation(world.change.db, post, None)
    assert translation is not None
    newest, body = translation.newest_revision_number, body_in(world.random, "en", [])
    await posts.save_draft(world.at(2), post_id=post.id, base_revision=newest, title="Newer", body=body)
    await posts.save_draft(world.at(2), post_id=post.id, base_revision=newest, summary="Beside")
    try:
        await posts.save_draft(world.at(1), post_id=post.id, base_revision=newest, title="Too late")
    except posts.StaleRevision:
        await world.change.db.flush()


async def _put_before_somebody(world: World, post: Post, number: int) -> None:
    """Some texts wait, some were returned or cleared, and some went out first."""
    editor = replace(world.at(2), actor=world.member if world.random.random() < 0.5 else world.administrator)
    for tag in (post_locale for post_locale in LOCALES if world.random.random() < 0.5):
        try:
            await posts.submit_post(editor, post_id=post.id, locale=tag)
            text = await posts.get_translation(editor, post, tag)
            second = replace(world.at(1), actor=world.administrator)
            if number % 3 == 0:
                await posts.return_post(second, post_id=post.id, locale=tag, remarks="Shorter.\n\nAnd “kinder”.")
            if number % 4 == 1:
                newest = text.newest_revision_number
                await posts.clear_post(second, post_id=post.id, locale=tag, revision=newest)
            if number % 4 < 3:
                emergency = world.random.choice([None, "It cannot wait."])
                await posts.publish_post(second, post_id=post.id, locale=tag, emergency=emergency)
            if number % 7 == 1:
                await posts.review_post(editor, post_id=post.id, locale=tag, verdict=Verdict.OBJECT, remarks="No.")
        except Refusal:
            await world.change.db.flush()


async def make_thread(world: World, post: Post) -> None:
    """Some comments in every state, nested up to five levels."""
    thread: list[Comment] = []
    for number in range(world.random.choice([0, 1, 4, 9])):
        parent = world.random.choice([None, *(one for one in thread[-3:] if one.depth < 5)])
        comment = await make_comment(
            world.change,
            post,
            parent_id=parent and parent.id,
            author_name=world.random.choice(["João", 'A "B" C', "م"]),
            text=world.random.choice(COMMENTS),
            locale=world.random.choice([None, "en", "pt", "ar"]),
            state=world.random.choice([CommentState.VISIBLE] * 3 + [CommentState.HIDDEN, CommentState.PENDING]),
            written_at=NOW - timedelta(days=number // 2, microseconds=world.random.choice([0, 120, 123456])),
        )
        thread.append(comment)
