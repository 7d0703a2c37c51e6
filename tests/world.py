"""A small network of missions with everything in it that a visitor may and may not see, made by the services.

Every text that a visitor may not read holds the word of `WITHHELD`. Moments are fixed; of random keys the name is kept.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from schema.accounts.models import Account
from schema.accounts.services import create_token, grant_role
from schema.change import Change
from schema.clearance.models import Clearance
from schema.clearance.services import set_clearance_policy
from schema.comments.models import Comment, CommentState
from schema.context import SYSTEM, Actor, Role, Scope
from schema.kinds import PostKind
from schema.media.models import Photo
from schema.missions.models import Mission, MissionKind
from schema.people.models import Person
from schema.posts import services as posts
from schema.posts.models import BylineRole, CommentPolicy, Post
from schema.posts.services import BylineDraft, Moment
from schema.previews.services import create_preview_link, revoke_preview_link
from schema.schedules.services import place_hold, release_hold
from schema.topics.models import Topic
from tests.browsers import sit_at_browsers
from tests.corrected import FOR_EVER, put_right
from tests.makers.accounts import make_account
from tests.makers.comments import make_comment
from tests.makers.media import make_photo
from tests.makers.missions import make_mission
from tests.makers.people import make_appointment, make_person
from tests.makers.posts import make_post
from tests.makers.statements import sign_everything
from tests.makers.topics import make_topic
from tests.makers.webhooks import make_told_webhook
from tests.naming import ids_by_name, with_names
from tests.wording import block, body, moment, said, shown, workshop

WITHHELD = "embargoed"
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class World:
    """What a test knows of the network without asking: who is who, and the secrets of its tokens."""

    tokens: Mapping[str, str]
    """The secret of each account, by its name; of some, the one in the cookie of a browser."""
    ids: Mapping[str, str]
    """The id of each row, by its name: `Post:workshop` → `Post:0198…`."""

    def named(self, written: str) -> str:
        """A text with the names of rows in place of their keys."""
        return with_names(written, self.ids)

    def keyed(self, written: str) -> str:
        """A text with the ids of rows in place of their names, longest first: `Post:workshop` begins others."""
        for name in sorted(self.ids, key=len, reverse=True):
            written = written.replace(f'"{name}"', f'"{self.ids[name]}"')
        return written


async def make_world(engine: AsyncEngine) -> World:
    """Fill an empty database, and commit."""
    async with AsyncSession(engine, expire_on_commit=False) as session:
        tokens = await _Making(Change(session, SYSTEM, moment("2025-12-01"))).everything()
        await session.commit()
        return World(tokens, await ids_by_name(session))


class _Making:
    """One change after another, each at its moment and by its actor."""

    def __init__(self, change: Change) -> None:
        self.change = change
        self.tokens: dict[str, str] = {}
        self.actors: dict[str, Actor] = {}
        self.members: dict[str, Account] = {}

    def on(self, day: str, hour: int = 9, by: str | None = None) -> Change:
        return replace(self.change, now=moment(day, hour), actor=self.actors[by] if by else SYSTEM)

    async def everything(self) -> dict[str, str]:
        await self.missions()
        await self.accounts()
        await self.policies()
        await self.people()
        await self.topics()
        await self.workshop()
        await self.storm()
        await self.hours()
        await self.book_fair()
        await self.short_notes()
        await self.taken_back()
        await self.drafts()
        await self.holds()
        await self.reviews()
        await put_right(self, WITHHELD)
        await sign_everything(self.on("2026-03-06"))
        await make_told_webhook(self.on("2026-03-06", by="Amman administrator"), mission_id=self.amman.id)
        return self.tokens

    async def mission(self, kind: MissionKind, slug: str, name: str, **over: Any) -> Mission:
        return await make_mission(self.change, kind=kind, slug=slug, name=name, **over)

    async def missions(self) -> None:
        self.ministry = await self.mission(
            MissionKind.HEADQUARTERS, "ministry", "Ministry of Foreign Affairs", languages=["en", "fr"],
            names={"fr": "Ministère des Affaires étrangères"},
        )  # fmt: skip
        self.amman = await self.mission(
            MissionKind.EMBASSY, "amman", "Embassy in Amman", parent_id=self.ministry.id, languages=["en", "ar"],
            names={"ar": "السفارة في عمّان"}, host_country="JO", city="Amman", time_zones=["Asia/Amman"],
        )  # fmt: skip
        self.aqaba = await self.mission(
            MissionKind.CONSULATE, "aqaba", "القنصلية في العقبة", parent_id=self.amman.id, languages=["ar", "en"],
            names={"en": "Consulate in Aqaba"}, host_country="JO", city="Aqaba", time_zones=["Asia/Amman"],
        )  # fmt: skip
        self.dakar = await self.mission(
            MissionKind.EMBASSY, "dakar", "Ambassade à Dakar", parent_id=self.ministry.id, languages=["fr", "en"],
            names={"en": "Embassy in Dakar"}, host_country="SN", city="Dakar", time_zones=["Africa/Dakar"],
        )  # fmt: skip

    async def accounts(self) -> None:
        for role in Role:
            limits = ["fr"] if role is Role.TRANSLATOR else None
            await self.account(f"Amman {role.name.lower()}", role, self.amman, languages=limits)
        await self.account("Dakar editor", Role.EDITOR, self.dakar)
        await self.account("Dakar admin", Role.ADMINISTRATOR, self.dakar)
        await self.account("Ministry admin", Role.ADMINISTRATOR, None)
        await self.account("Amman display", Role.EDITOR, self.amman, scopes=[Scope.READ])
        await self.account("Amman intern", Role.EDITOR, self.amman, expires_at=datetime(2020, 1, 2, tzinfo=UTC))
        self.tokens |= await sit_at_browsers(
            self.change, self.members["Amman administrator"], self.members["Amman head"]
        )

    async def account(
        self,
        name: str,
        role: Role,
        mission: Mission | None,
        *,
        languages: list[str] | None = None,
        scopes: Any = tuple(Scope),
        expires_at: Any = FOR_EVER,
    ) -> Account:
        account = await make_account(self.change, name)
        await grant_role(self.change, account, mission.id if mission else None, role, languages)
        then = replace(self.change, now=LONG_AGO)
        _, secret = await create_token(then, account=account, name="tests", scopes=scopes, expires_at=expires_at)
        self.tokens[name], self.members[name] = secret, account
        roles: Any = {mission.id: role} if mission else {}
        limits = dict.fromkeys(roles, frozenset(languages)) if languages else {}
        self.actors[name] = Actor(name, account.id, roles, None if roles else role, limits, frozenset(scopes))
        return account

    async def policies(self) -> None:
        """Statements go out freely in Amman, speeches as the ministry wants it, and Dakar must prove who publishes."""
        await self.choose(
            self.ministry, PostKind.SPEECH, Clearance.HEADQUARTERS, allows_emergency=True,
            allowed_below=[Clearance.FOUR_EYES, Clearance.HEADQUARTERS],
        )  # fmt: skip
        await self.choose(self.amman, None, Clearance.FREE)
        await self.choose(self.amman, PostKind.BLOG_POST, Clearance.FOUR_EYES, allows_emergency=True)
        await self.choose(self.amman, PostKind.NOTICE, Clearance.PUBLISH_THEN_REVIEW, review_within_hours=12)
        await self.choose(self.dakar, PostKind.STATEMENT, Clearance.FREE, requires_step_up=True)

    async def choose(self, mission: Mission, kind: PostKind | None, clearance: Clearance, **terms: Any) -> None:
        change = self.on("2025-12-02")
        await set_clearance_policy(change, mission_id=mission.id, kind=kind, clearance=clearance, **terms)

    async def reviews(self) -> None:
        """What waits and what was decided: on the blog post in two languages, and on the speech for the ministry."""
        workshop, speech = self.workshop_post, self.speech_post
        await posts.submit_post(self.on("2026-02-02", by="Amman author"), post_id=workshop.id)
        await posts.submit_post(self.on("2026-02-03", by="Amman editor"), post_id=workshop.id, locale="ar")
        await posts.clear_post(
            self.on("2026-02-04", by="Amman head"), post_id=workshop.id, locale="ar", revision=1, remarks=WITHHELD
        )
        await posts.submit_post(self.on("2026-03-01", by="Amman editor"), post_id=speech.id)
        remarks = f"The {WITHHELD} figure is still wrong."
        await posts.return_post(self.on("2026-03-02", by="Amman head"), post_id=speech.id, remarks=remarks)
        await posts.submit_post(self.on("2026-03-03", by="Ministry admin"), post_id=speech.id)

    async def people(self) -> None:
        self.selma: Person = await make_person(self.change, name="Selma Harrast", names={"ar": "سلمى حرّاست"})
        await make_appointment(
            self.change, self.selma, self.ministry, office="Spokesperson", offices={"fr": "Porte-parole"},
            starts_on=date(2022, 9, 1), ends_on=date(2025, 6, 30),
        )  # fmt: skip
        await make_appointment(
            self.change, self.selma, self.amman, offices={"ar": "السفيرة"}, starts_on=date(2025, 7, 1)
        )
        self.dorian = await make_person(self.change, name="Dorian Okonrad")
        await make_appointment(
            self.change, self.dorian, self.aqaba, office="القنصل", offices={"en": "Consul"}, is_ad_interim=True
        )
        self.ludovine = await make_person(self.change, name="Ludovine Achterveld")
        self.guest = await make_person(self.change, name=f"Guest {WITHHELD}")
        await make_person(self.change, name=f"Nobody {WITHHELD}")

    async def topics(self) -> None:
        self.diplomacy: Topic = await make_topic(
            self.change, slug="diplomacy", name="Diplomacy", names={"fr": "Diplomatie"}
        )
        self.digital = await make_topic(self.change, parent_id=self.diplomacy.id)
        self.workshops = await make_topic(self.change, slug="workshops", name="Workshops", parent_id=self.digital.id)
        await make_topic(self.change, slug="culture", name="Culture")
        self.elections = await make_topic(self.change, slug="elections", name="Elections")

    async def photo(self, mission: Mission, name: str, **over: Any) -> Photo:
        return await make_photo(self.change, mission, file_name=f"{name}.jpg", storage_key=f"ab/{name}.jpg", **over)

    async def workshop(self) -> None:
        """A post with every sort of block, in two public languages and a third, with a thread and a newer draft."""
        lectern = await self.photo(
            self.amman, "lectern", credit="Samir Talwazi", licence="CC BY 4.0", taken_on=date(2026, 1, 9)
        )
        self.hall = await self.photo(self.amman, "hall", credit="Samir Talwazi")
        crowd = await self.photo(self.amman, "crowd")
        self.workshop_post = post = await self.begin(
            self.on("2026-01-10", by="Amman author"), self.amman, PostKind.BLOG_POST, "Workshop",
            summary="Two days on digital diplomacy.", body=workshop(lectern, self.hall, crowd),
        )  # fmt: skip
        french = body(
            block("paragraph", "p1", "Nous avons besoin de plus d’indépendance."),
            shown(lectern, "ph1", "Au pupitre.", alternativeText="Un homme au pupitre."),
        )
        await posts.add_translation(
            self.on("2026-01-11"), post_id=post.id, locale="fr", title="Atelier", summary="Deux jours.", body=french
        )
        await posts.add_translation(
            self.on("2026-01-11"), post_id=post.id, locale="ar", title=f"ورشة {WITHHELD}",
            summary=f"يومان {WITHHELD}.", body=said(f"نص {WITHHELD}"),
        )  # fmt: skip
        names = [
            BylineDraft(person_id=self.selma.id),
            BylineDraft(person_id=self.ludovine.id, role=BylineRole.PHOTOGRAPHER, is_personal=True),
            BylineDraft(mission_id=self.amman.id, role=BylineRole.CONTRIBUTOR),
        ]
        await posts.set_bylines(self.on("2026-01-11", 10), post_id=post.id, bylines=names)
        await self.file(post, "2026-01-11", [self.digital, self.workshops], ["Tools", "#Training"])
        await self.publish(post, "2026-01-12")
        await self.publish(post, "2026-01-13", "fr")
        await self.redirect(post, "2026-01-15", "en", "/2019/01/workshop.html")
        await self.redirect(post, "2026-01-15", "ar", f"/2019/01/{WITHHELD}-workshop.html")
        self.workshop_post = post
        await self.workshop_thread(post)
        embargo = await self.photo(self.amman, f"next-{WITHHELD}", credit=WITHHELD)
        newer = body(block("paragraph", "p1", f"A newer {WITHHELD} text."), shown(embargo, "ph9", WITHHELD))
        await posts.save_draft(
            self.on("2026-02-01", by="Amman author"), post_id=post.id, base_revision=2, body=newer, title=WITHHELD
        )

    async def workshop_thread(self, post: Post) -> None:
        first = await self.comment(post, 1, "Amina", "When is the next one?\nhttps://example.org/next")
        answer = await self.comment(post, 2, "Embassy in Amman", "In autumn.", first, locale="en")
        await self.comment(post, 3, "Amina", "Thank you!", answer)
        await self.comment(post, 4, "Zaid", "شكراً", locale="ar")
        spam = await self.comment(post, 5, "Spammer", f"Buy {WITHHELD} now", first, state=CommentState.HIDDEN)
        await self.comment(post, 8, "Reader", f"No {WITHHELD} here, please.", spam)
        pending = await self.comment(post, 6, "Waiting", f"May I? {WITHHELD}", state=CommentState.PENDING)
        await self.comment(post, 7, "Waiting too", f"Me too {WITHHELD}", pending, state=CommentState.PENDING)

    async def comment(
        self, post: Post, hour: int, name: str, said: str, parent: Comment | None = None, **over: Any
    ) -> Comment:
        values = {"state": CommentState.VISIBLE, "written_at": moment("2026-01-14", hour), **over}
        return await make_comment(
            self.on("2026-03-01"), post, author_name=name, text=said, parent_id=parent and parent.id, **values
        )

    async def storm(self) -> None:
        """A statement whose authentic text is French, with a language that was taken back."""
        post = await self.begin(
            self.on("2026-02-02"), self.ministry, PostKind.STATEMENT, "Tempête", locale="fr",
            body=said("Nos bureaux sont fermés."), comment_policy=CommentPolicy.CLOSED,
        )  # fmt: skip
        for locale, title, sentence in (("en", "Storm", "Our offices are closed."), ("ar", WITHHELD, WITHHELD)):
            await posts.add_translation(
                self.on("2026-02-02"), post_id=post.id, locale=locale, title=title, body=said(sentence)
            )
        await self.file(post, "2026-02-02", [self.diplomacy], ["Travel"])
        await self.publish(post, "2026-02-03")
        await self.publish(post, "2026-02-03", "en")
        await self.publish(post, "2026-02-03", "ar")
        await posts.unpublish_post(self.on("2026-02-04"), post_id=post.id, locale="ar", reason=f"Wrong, {WITHHELD}.")

    async def hours(self) -> None:
        """A notice of the consulate in Arabic only."""
        post = await self.begin(
            self.on("2026-02-10"), self.aqaba, PostKind.NOTICE, "ساعات العمل", locale="ar", body=said("من التاسعة.")
        )
        await posts.set_bylines(self.on("2026-02-10"), post_id=post.id, bylines=[BylineDraft(person_id=self.dorian.id)])
        await self.publish(post, "2026-02-11")

    async def book_fair(self) -> None:
        """A post of another mission, whose comments wait to be read."""
        stand = await self.photo(self.dakar, "stand", credit="Awa Nwamba")
        text = body(block("paragraph", "p1", "Le salon du livre."), shown(stand, "ph1", "Notre stand."))
        post = await self.begin(
            self.on("2026-02-14"), self.dakar, PostKind.BLOG_POST, "Salon du livre", locale="fr", body=text,
            comment_policy=CommentPolicy.PREMODERATED,
        )  # fmt: skip
        names = [BylineDraft(person_id=self.selma.id), BylineDraft(mission_id=self.dakar.id)]
        await posts.set_bylines(self.on("2026-02-14"), post_id=post.id, bylines=names)
        await self.file(post, "2026-02-14", [], ["Tools"])
        await self.publish(post, "2026-02-15")
        await self.comment(post, 8, "Lecteur", f"Où donc ? {WITHHELD}", state=CommentState.PENDING)

    async def short_notes(self) -> None:
        """Two more for the archive, of which one went out first and still waits to be looked at."""
        for day, title in (("2026-02-20", "Library opens"), ("2026-02-24", "Mangroves")):
            post = await self.begin(self.on(day), self.amman, PostKind.NOTICE, title, body=said(f"{title} today."))
            by = "Amman editor" if title == "Mangroves" else None
            await posts.publish_post(self.on(day, 12, by=by), post_id=post.id)

    async def taken_back(self) -> None:
        """A speech that was public once, with all that hangs on it."""
        flag = await self.photo(self.amman, f"flag-{WITHHELD}", credit=WITHHELD)
        post = await self.begin(
            self.on("2026-02-25"), self.amman, PostKind.SPEECH, f"Charter {WITHHELD}",
            body=body(block("paragraph", "p1", f"My {WITHHELD} friends."), shown(flag, "ph1", WITHHELD)),
        )  # fmt: skip
        names = [BylineDraft(person_id=self.selma.id), BylineDraft(person_id=self.guest.id)]
        await posts.set_bylines(self.on("2026-02-25"), post_id=post.id, bylines=names)
        await self.file(post, "2026-02-25", [self.elections], [f"{WITHHELD} once", "Tools"])
        await self.publish(post, "2026-02-26")
        await self.redirect(post, "2026-02-26", "en", f"/2019/02/{WITHHELD}.html")
        await self.comment(post, 9, f"Reader {WITHHELD}", f"Bravo {WITHHELD}")
        self.speech_post = post
        await posts.unpublish_post(self.on("2026-02-27"), post_id=post.id, reason=f"A {WITHHELD} figure was wrong.")

    async def holds(self) -> None:
        """One that is over, and two that are not: of an embassy with its consulate, and of another embassy."""
        over = await place_hold(self.on("2026-01-02"), mission_id=None, reason=f"Mourning {WITHHELD}")
        await release_hold(self.on("2026-01-04"), hold_id=over.id)
        await place_hold(self.on("2026-03-06"), mission_id=self.amman.id, reason=f"Elections {WITHHELD}")
        await place_hold(self.on("2026-03-06"), mission_id=self.dakar.id, reason=f"A strike, {WITHHELD}")

    async def drafts(self) -> None:
        """A draft with everything, a draft with nothing, and one of another mission."""
        vault = await self.photo(self.amman, f"vault-{WITHHELD}", credit=WITHHELD)
        post = await self.begin(
            self.on("2026-03-02", by="Amman author"), self.amman, PostKind.STATEMENT, f"Budget {WITHHELD}",
            summary=WITHHELD, body=body(block("paragraph", "p1", f"{WITHHELD} sum."), shown(vault, "ph1", WITHHELD)),
        )  # fmt: skip
        await posts.set_bylines(self.on("2026-03-02"), post_id=post.id, bylines=[BylineDraft(person_id=self.guest.id)])
        await self.file(post, "2026-03-02", [self.elections, self.digital], [f"{WITHHELD} only", "Tools"])
        await self.redirect(post, "2026-03-02", "en", f"/2019/03/{WITHHELD}.html")
        await posts.save_draft(
            self.on("2026-03-03", by="Amman editor"), post_id=post.id, base_revision=1, summary=f"Later {WITHHELD}."
        )
        await posts.schedule_post(
            self.on("2026-03-03", by="Amman editor"), post_id=post.id,
            at=Moment(wall=datetime.fromisoformat("2030-10-26T09:30"), zone="Asia/Amman"),
        )  # fmt: skip
        await self.begin(self.on("2026-03-04"), self.amman, PostKind.NOTICE, "", slug=f"empty-{WITHHELD}", body=None)
        secret = await self.begin(
            self.on("2026-03-05", by="Dakar editor"), self.dakar, PostKind.STATEMENT, f"Dakar {WITHHELD}", locale="fr",
            body=said(f"{WITHHELD}, Dakar."),
        )  # fmt: skip
        await self.file(secret, "2026-03-05", [self.elections], [f"{WITHHELD} dakar"])
        await self.several_save(secret)
        await self.photo(self.dakar, f"unused-{WITHHELD}", credit=WITHHELD)
        await self.links(post)

    async def links(self, post: Post) -> None:
        """Links that show a draft: one, and one that was revoked."""
        for number, by in enumerate(("Amman author", "Amman editor"), 1):
            link, _ = await create_preview_link(self.on("2026-03-06", by=by), post_id=post.id, revision=number)
        await revoke_preview_link(self.on("2026-03-07", by="Amman editor"), link_id=link.id)

    async def several_save(self, post: Post) -> None:
        """Two people in Dakar write at once: one save is brought together with another, and one is kept aside."""
        editor, admin = self.on("2026-03-06", by="Dakar editor"), self.on("2026-03-06", 10, by="Dakar admin")
        await posts.save_draft(editor, post_id=post.id, base_revision=1, title=f"Theirs {WITHHELD}")
        await posts.save_draft(admin, post_id=post.id, base_revision=1, summary=f"Mine {WITHHELD}")
        with suppress(posts.StaleRevision):
            await posts.save_draft(admin, post_id=post.id, base_revision=1, title=f"Mine {WITHHELD}")

    async def begin(self, change: Change, mission: Mission, kind: PostKind, title: str, **over: Any) -> Post:
        return await make_post(change, mission, kind=kind, title=title, **{"summary": "", **over})

    async def publish(self, post: Post, day: str, locale: str | None = None) -> None:
        await posts.publish_post(self.on(day, 12), post_id=post.id, locale=locale)

    async def file(self, post: Post, day: str, topics: list[Topic], tags: list[str]) -> None:
        topic_ids = [topic.id for topic in topics]
        await posts.set_topics(self.on(day, 11), post_id=post.id, topic_ids=topic_ids, tags=tags)

    async def redirect(self, post: Post, day: str, locale: str, path: str) -> None:
        translation = await posts.get_translation(self.change, post, locale)
        await posts.add_redirect(self.on(day, 13), translation_id=translation.id, path=path)
