"""Which policy is in force where: the choice of the nearest mission that counts.

    the mission's own row for the kind, else its own for all kinds, else the same of the mission above it, and so on

A choice does not count while a mission above does not allow it, also when that was decided later; where nobody has
chosen, posts go out freely. It is worked out when it is asked, so that it changes with the tree and with every choice.
"""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    Text,
    and_,
    any_,
    case,
    cast,
    func,
    literal_column,
    or_,
    select,
)
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.orm import aliased
from sqlalchemy.sql import exists, true

from schema.clearance.models import Clearance, ClearancePolicy
from schema.missions.models import Mission
from schema.obstacles import weighed
from schema.sources import Row

HOURS = 24
"""Until when what went out first must be reviewed, where no policy says otherwise."""


def policy_in_force(mission_id: Any, kind: Any) -> Select[Any]:
    """The one row that says what holds for posts of a kind in a mission; a null kind asks for those nobody chose for.

    ``source_id`` is the mission whose choice it is, null where nobody has chosen; ``headquarters_id`` is the top of the
    tree.
    """
    mission: Row = aliased(Mission)
    near, far = _choices(mission, kind), _choices(mission, kind)
    forbids = exists().where(far.c.distance > near.c.distance, ~allows(far.c, near.c))
    nearest = select(near).where(~forbids).order_by(near.c.distance).limit(literal_column("1")).lateral()
    depth = func.cardinality(mission.lineage)
    # A mission that an older release added does not know what is above it: then nothing goes out unseen.
    unknown = case((depth > 0, Clearance.FREE.name), else_=Clearance.HEADQUARTERS.name)
    in_force = (
        select(
            cast(func.coalesce(nearest.c.clearance, unknown), ClearancePolicy.clearance.type).label("clearance"),
            func.coalesce(nearest.c.review_within_hours, HOURS).label("review_within_hours"),
            func.coalesce(nearest.c.allows_emergency, literal_column("false")).label("allows_emergency"),
            func.coalesce(nearest.c.requires_step_up, literal_column("false")).label("requires_step_up"),
            nearest.c.mission_id.label("source_id"),
            mission.lineage[depth].label("headquarters_id"),
        )
        .select_from(mission)
        .outerjoin(nearest, true())
        .where(mission.id == mission_id)
    )
    return weighed(in_force, mission)


def forbidding(mission_id: Any, kind: Any) -> Select[Any]:
    """The nearest choice above a mission, if any, that does not allow the mission's own: with `allowed_below`, …"""
    mission: Row = aliased(Mission)
    near, far = _choices(mission, kind), _choices(mission, kind)
    clash = and_(far.c.distance > near.c.distance, ~allows(far.c, near.c))
    found = select(far).select_from(mission).join(near, near.c.mission_id == mission.id).join(far, clash)
    return found.where(mission.id == mission_id).order_by(far.c.distance).limit(1)


def allows(above: Any, below: Any) -> ColumnElement[bool]:
    """Whether a choice lets a mission below choose: one that it names, and on terms that are no looser."""
    is_named = cast(below.clearance, Text) == any_(above.allowed_below)
    in_emergency = or_(~below.allows_emergency, above.allows_emergency)
    with_proof = or_(below.requires_step_up, ~above.requires_step_up)
    return or_(above.allowed_below.is_(None), and_(is_named, in_emergency, with_proof))


def _choices(mission: Row, kind: Any) -> FromClause:
    """What each mission from here to the top has chosen for a kind, with its distance from here."""
    policy: Row = aliased(ClearancePolicy)
    place = func.unnest(mission.lineage).table_valued("id", with_ordinality="distance").render_derived()
    is_theirs = and_(policy.mission_id == place.c.id, or_(policy.kind == kind, policy.kind.is_(None)))
    chosen = select(
        policy.mission_id, policy.clearance, policy.review_within_hours, policy.allows_emergency,
        policy.requires_step_up, policy.allowed_below, place.c.distance,
    )  # fmt: skip
    nearest_first = chosen.select_from(place).join(policy, is_theirs).ext(distinct_on(place.c.distance))
    return weighed(nearest_first.order_by(place.c.distance, policy.kind.nulls_last())).lateral()
