"""Adding missions to the network."""

from schema.change import Change
from tests.makers.missions import make_mission


async def test_a_mission_has_its_own_name_among_its_names(change: Change) -> None:
    mission = await make_mission(change, name="Embassy", names={"pt": "Embaixada"})
    assert mission.names == {"en": "Embassy", "pt": "Embaixada"}
