"""What each picture shows, by mission and file name."""

from collections.abc import Callable

from PIL import Image

from gateway.demo.scenes import halmere, harbour, islands, workshop

SCENES: dict[str, dict[str, Callable[[], Image.Image]]] = {
    "kestrane": {
        "minister-torvask-podium.jpg": halmere.podium,
        "ministry-front.jpg": halmere.front,
    },
    "murjan": {
        "workshop-achterveld.jpg": workshop.lectern,
        "workshop-okonrad.jpg": workshop.timeline,
        "workshop-harrast.jpg": workshop.panel,
        "workshop-nwamba.jpg": workshop.call,
        "workshop-talwazi.jpg": workshop.round_table,
        "library-reading-room.jpg": harbour.library,
        "mangrove-planting.jpg": harbour.planting,
        "mangrove-seedlings.jpg": harbour.seedlings,
        "charter-day-harbour.jpg": harbour.charter_day,
        "choir-on-the-quay.jpg": harbour.choir,
    },
    "port-amarante": {
        "consular-day-parasol.jpg": islands.parasol,
        "consulate-counter.jpg": islands.counter,
        "storm-shutters.jpg": islands.shutters,
    },
}
