"""Random sequences of verbs under random policies, beside a small model that knows nothing of the code.

Nothing goes out that the policy in force did not allow, and what a reader is told beforehand is what the verb does.
"""

import json
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, replace
from random import Random
from typing import Any

import pytest
from sqlalchemy import literal

from gateway.reads.json_sql import write_sql
from gateway.reads.plan import ACTOR, viewer_of
from schema.change import Change
from schema.clearance.models import Clearance
from schema.clearance.services import set_clearance_policy
from schema.context import Actor, Role
from schema.errors import Refusal
from schema.missions.models import MissionKind
from schema.obstacles import answered
from schema.posts import obstacles, services
from schema.posts.models import PublicationState, Translation
from schema.posts.subject import Rule, asked
from tests.makers.accounts import as_actor, make_actor
from tests.makers.missions import make_mission
from tests.makers.posts import make_post

Verb = Callable[..., Coroutine[Any, Any, Any]]

SEEDS, STEPS = range(6), 70
EDITORS = ("editor", "second", "desk")


@dataclass
class Put:
    """A revision before somebody."""

    number: int
    by: str
    is_cleared: bool = False
    by_headquarters: bool = False


@dataclass
class Model:
    """What must be true of one text, in as few words as possible."""

    policy: Clearance = Clearance.FREE
    allows_emergency: bool = False
    newest: int = 1
    writer: str = "author"
    shown: int | None = None
    put: Put | None = None

    @property
    def waiting(self) -> Put | None:
        """What was said of the newest revision, if anybody was asked."""
        return self.put if self.put and self.put.number == self.newest else None

    @property
    def is_cleared(self) -> bool:
        put = self.waiting
        return bool(put and put.is_cleared and (put.by_headquarters or self.policy is not Clearance.HEADQUARTERS))

    def may_submit(self, who: str) -> bool:
        is_open = self.waiting is None or (self.waiting.is_cleared and not self.is_cleared)
        return self.shown != self.newest and is_open

    def may_return(self, who: str) -> bool:
        return who in EDITORS and self.waiting is not None

    def may_clear(self, who: str) -> bool:
        put = self.waiting
        if who not in EDITORS or put is None or self.is_cleared or put.by == who:
            return False
        return who == "desk" if self.policy is Clearance.HEADQUARTERS else who != self.writer

    def may_publish(self, who: str) -> bool:
        needs = self.policy in (Clearance.FOUR_EYES, Clearance.HEADQUARTERS)
        return who in EDITORS and self.shown != self.newest and (self.is_cleared or not needs)

    def may_publish_in_emergency(self, who: str) -> bool:
        return who in EDITORS and self.shown != self.newest and self.allows_emergency


class Play:
    """One text, those who work on it, and the model beside it."""

    def __init__(self, change: Change, people: dict[str, Actor], text: Translation, embassy_id: Any) -> None:
        self.change, self.people, self.text, self.embassy_id = change, people, text, embassy_id
        self.model = Model()

    async def told(self, rule: Rule, who: str) -> tuple[bool, str | None]:
        """What a reader is told, by the compiler of reads."""
        actor = self.people[who]
        key = literal(self.text.id, Translation.id.type)
        _, statement = asked(rule, viewer_of(actor.viewer_kind), lambda on: on.text.id == key, answered)
        written = write_sql(statement, lambda model: lambda row: None)
        values = [written.arriving[name].read({ACTOR: actor}) for name in written.positiontup or ()]
        connection = await (await self.change.db.connection()).get_raw_connection()
        row = await connection.driver_connection.fetchval(f"select ({written.string})::text", *values)
        said = json.loads(row)
        return said["allowed"], said.get("code")

    async def act(self, who: str, rule: Rule, may: Callable[[str], bool], verb: Verb, **given: Any) -> bool:
        """Do what a verb does, or be refused, as the model and the rule have said."""
        told, expected = await self.told(rule, who), may(who)
        post_id = self.text.post_id
        code = None
        try:
            await verb(as_actor(self.change, self.people[who]), post_id=post_id, **given)
        except Refusal as refusal:
            code = refusal.code()
        assert told == (code is None, code)
        assert expected == (code is None), (who, verb.__name__, code, self.model)
        return expected

    async def choose(self, random: Random) -> None:
        clearance, emergency = random.choice(list(Clearance)), random.random() < 0.3
        await set_clearance_policy(
            self.change, mission_id=self.embassy_id, kind=None, clearance=clearance, allows_emergency=emergency
        )
        self.model.policy, self.model.allows_emergency = clearance, emergency

    async def save(self, who: str, title: str) -> None:
        model, by = self.model, as_actor(self.change, self.people[who])
        assert (await self.told(obstacles.saving, who))[0]
        await services.save_draft(by, post_id=self.text.post_id, base_revision=model.newest, title=title)
        model.newest, model.writer = self.text.newest_revision_number, who

    async def step(self, who: str, what: str) -> None:
        model = self.model
        if what == "submit" and await self.act(who, obstacles.submitting, model.may_submit, services.submit_post):
            model.put = Put(model.newest, who)
        if what == "return" and await self.act(
            who, obstacles.returning, model.may_return, services.return_post, remarks="No."
        ):
            model.put = None
        if what == "clear" and await self.act(
            who, obstacles.clearing, model.may_clear, services.clear_post, revision=model.newest
        ):
            assert model.put is not None
            model.put.is_cleared, model.put.by_headquarters = True, model.policy is Clearance.HEADQUARTERS
        if what == "publish" and await self.act(who, obstacles.publishing, model.may_publish, services.publish_post):
            self.gone_out(who)
        if what == "emergency" and await self.act(
            who,
            obstacles.publishing_in_emergency,
            model.may_publish_in_emergency,
            services.publish_post,
            emergency="A storm.",
        ):
            self.gone_out(who)

    def gone_out(self, who: str) -> None:
        model = self.model
        model.newest = model.shown = self.text.newest_revision_number
        model.writer, model.put = who, None


async def begin(change: Change) -> Play:
    ministry = await make_mission(change, kind=MissionKind.HEADQUARTERS)
    embassy = await make_mission(change, parent_id=ministry.id)
    desk = await make_actor(change, Role.EDITOR, ministry)
    people = {
        "author": await make_actor(change, Role.AUTHOR, embassy),
        "editor": await make_actor(change, Role.EDITOR, embassy),
        "second": await make_actor(change, Role.EDITOR, embassy),
        "desk": replace(desk, roles={ministry.id: Role.EDITOR, embassy.id: Role.EDITOR}),
    }
    post = await make_post(as_actor(change, people["author"]), embassy)
    return Play(change, people, await services.get_translation(change, post, None), embassy.id)


@pytest.mark.parametrize("seed", SEEDS)
async def test_nothing_goes_out_that_the_policy_did_not_allow(change: Change, seed: int) -> None:
    random, play = Random(seed), await begin(change)
    done = set()
    for number in range(STEPS):
        who, chance = random.choice(list(play.people)), random.random()
        if chance < 0.12:
            await play.choose(random)
        elif chance < 0.3:
            await play.save(who, f"Title {number}")
        else:
            what = random.choice(["submit", "submit", "return", "clear", "clear", "publish", "publish", "emergency"])
            before = replace(play.model)
            await play.step(who, what)
            done |= {what} if play.model != before else set()
        shown = play.text.revision_number if play.text.state is PublicationState.LIVE else None
        assert shown == play.model.shown
    assert done >= {"submit", "publish"}
