"""The demo archive: three blogs of an invented ministry, in the shape Google Takeout gives them.

`make demo` creates these missions, people and topics and then lets the real importer read ``ARCHIVE``. Every country,
person, text and picture is ours: the prose stands in ``posts/``, ``write`` makes the feeds of it and ``draw`` the
pictures. The countries carry ISO 3166 codes from the user-assigned range, so they can never be taken for real ones.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

__all__ = ["ARCHIVE", "KINDS", "MISSIONS", "PEOPLE", "TOPICS", "Appointment", "Mission", "Person", "Topic"]

ARCHIVE = Path(__file__).parent / "takeout"
"""The folder to import: it holds ``Takeout/Blogger/Blogs`` and ``Takeout/Blogger/Albums``."""

Kind = Literal["headquarters", "embassy", "consulate", "permanent_mission"]
Texts = Mapping[str, str]
"""One text per BCP 47 tag."""


@dataclass(frozen=True, slots=True)
class Mission:
    """A mission to create before its blog is read."""

    slug: str
    names: Texts
    kind: Kind
    host_country: str
    host_country_name: Texts
    city: Texts
    time_zones: tuple[str, ...]
    languages: tuple[str, ...]
    """The first is the language of every post without a ``lang:`` label."""
    parent: str | None
    blog: str
    """The blog's folder below ``Blogs`` and ``Albums``, and its title."""
    address: str
    """Where the blog was served; links between its posts point there."""

    @property
    def name(self) -> str:
        """The name in the mission's own first language; a post by the whole mission is signed with it."""
        return self.names[self.languages[0]]


@dataclass(frozen=True, slots=True)
class Appointment:
    """An office at a mission, from a day until a day; ``until`` is the last day in office, None while it lasts."""

    mission: str
    office: Texts
    since: date
    until: date | None = None
    ad_interim: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who writes, or is shown and named in a caption; a guest holds no office at our missions."""

    slug: str
    names: Texts
    """``en`` is the form that bylines use; French writes it the same way."""
    appointments: tuple[Appointment, ...] = ()

    @property
    def name(self) -> str:
        """The form used in bylines."""
        return self.names["en"]


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic; its path of English names is how labels such as ``Digital diplomacy/Training`` point to it."""

    slug: str
    names: Texts
    parent: str | None = None


MISSIONS: list[Mission] = [
    Mission(
        slug="kestrane",
        names={
            "en": "Ministry of Foreign Affairs of Kestrane",
            "fr": "Ministère des Affaires étrangères de Kestrane",
            "ar": "وزارة الشؤون الخارجية لجمهورية كستران",
        },
        kind="headquarters",
        host_country="XA",
        host_country_name={"en": "Kestrane", "fr": "Kestrane", "ar": "كستران"},
        city={"en": "Halmere", "fr": "Halmere", "ar": "هالمير"},
        time_zones=("Europe/Dublin",),
        languages=("en", "fr", "ar"),
        parent=None,
        blog="From Halmere",
        address="https://halmere.kestrane.example",
    ),
    Mission(
        slug="murjan",
        names={
            "en": "Embassy of Kestrane in Murjan",
            "fr": "Ambassade de Kestrane au Mourjan",
            "ar": "سفارة كستران لدى جمهورية المرجان",
        },
        kind="embassy",
        host_country="XM",
        host_country_name={"en": "Murjan", "fr": "Mourjan", "ar": "المرجان"},
        city={"en": "Marsa al-Yamam", "fr": "Marsa el-Yamam", "ar": "مرسى اليمام"},
        time_zones=("Asia/Muscat",),
        languages=("en", "ar"),
        parent="kestrane",
        blog="Letters from Marsa al-Yamam",
        address="https://murjan.kestrane.example",
    ),
    Mission(
        slug="port-amarante",
        names={
            "fr": "Consulat de Kestrane à Port-Amarante",
            "en": "Consulate of Kestrane in Port-Amarante",
            "ar": "قنصلية كستران في بور أمارانت",
        },
        kind="consulate",
        host_country="XV",
        host_country_name={"fr": "Valdrenne", "en": "Valdrenne", "ar": "فالدرين"},
        city={"fr": "Port-Amarante", "en": "Port-Amarante", "ar": "بور أمارانت"},
        time_zones=("America/Martinique", "America/Cayenne"),
        languages=("fr", "en"),
        parent="kestrane",
        blog="Carnet de Port-Amarante",
        address="https://port-amarante.kestrane.example",
    ),
]

AMBASSADOR_SHE = {"en": "Ambassador", "fr": "Ambassadrice", "ar": "السفيرة"}
AMBASSADOR_HE = {"en": "Ambassador", "fr": "Ambassadeur", "ar": "السفير"}

PEOPLE: list[Person] = [
    Person(
        slug="ileana-torvask",
        names={"en": "Ileana Torvask", "fr": "Ileana Torvask", "ar": "إيليانا تورفاسك"},
        appointments=(
            Appointment(
                mission="kestrane",
                office={
                    "en": "Minister of Foreign Affairs",
                    "fr": "Ministre des Affaires étrangères",
                    "ar": "وزيرة الشؤون الخارجية",
                },
                since=date(2023, 1, 16),
            ),
        ),
    ),
    Person(
        slug="dorian-achterveld",
        names={"en": "Dorian Achterveld", "fr": "Dorian Achterveld", "ar": "دوريان أخترفيلد"},
        appointments=(
            Appointment(
                mission="kestrane",
                office={
                    "en": "Director of Communication",
                    "fr": "Directeur de la communication",
                    "ar": "مدير الاتصال",
                },
                since=date(2024, 2, 1),
            ),
        ),
    ),
    Person(
        slug="maren-quillade",
        names={"en": "Maren Quillade", "fr": "Maren Quillade", "ar": "مارن كيلاد"},
        appointments=(
            Appointment(mission="murjan", office=AMBASSADOR_SHE, since=date(2019, 9, 1), until=date(2023, 7, 31)),
            Appointment(
                mission="kestrane",
                office={
                    "en": "Inspector of Missions",
                    "fr": "Inspectrice des missions",
                    "ar": "مفتشة البعثات",
                },
                since=date(2023, 9, 1),
            ),
        ),
    ),
    Person(
        slug="corwin-estrabal",
        names={"en": "Corwin Estrabal", "fr": "Corwin Estrabal", "ar": "كوروين إسترابال"},
        appointments=(Appointment(mission="murjan", office=AMBASSADOR_HE, since=date(2023, 9, 15)),),
    ),
    Person(
        slug="hanne-vidrosky",
        names={"en": "Hanne Vidrosky", "fr": "Hanne Vidrosky", "ar": "هانه فيدروسكي"},
        appointments=(
            Appointment(
                mission="murjan",
                office={
                    "en": "Deputy Head of Mission",
                    "fr": "Cheffe de mission adjointe",
                    "ar": "نائبة رئيس البعثة",
                },
                since=date(2021, 2, 1),
            ),
            Appointment(
                mission="murjan",
                office={"en": "Chargée d’affaires", "fr": "Chargée d’affaires", "ar": "القائمة بالأعمال"},
                since=date(2023, 8, 1),
                until=date(2023, 9, 14),
                ad_interim=True,
            ),
        ),
    ),
    Person(
        slug="selma-okonrad",
        names={"en": "Selma Okonrad", "fr": "Selma Okonrad", "ar": "سلمى أوكونراد"},
        appointments=(
            Appointment(
                mission="kestrane",
                office={"en": "Press Attaché", "fr": "Attachée de presse", "ar": "الملحقة الصحفية"},
                since=date(2019, 3, 1),
                until=date(2022, 8, 31),
            ),
            Appointment(
                mission="murjan",
                office={"en": "Spokesperson", "fr": "Porte-parole", "ar": "المتحدثة الرسمية"},
                since=date(2022, 9, 1),
            ),
        ),
    ),
    Person(
        slug="samir-talwazi",
        names={"en": "Samir Talwazi", "fr": "Samir Talwazi", "ar": "سمير طلوازي"},
        appointments=(
            Appointment(
                mission="murjan",
                office={"en": "Press Officer", "fr": "Chargé de presse", "ar": "المسؤول الصحفي"},
                since=date(2020, 3, 1),
            ),
        ),
    ),
    Person(
        slug="apolline-desraviers",
        names={"en": "Apolline Desraviers", "fr": "Apolline Desraviers", "ar": "أبولين ديرافييه"},
        appointments=(
            Appointment(
                mission="port-amarante",
                office={"fr": "Consule", "en": "Consul", "ar": "القنصلة"},
                since=date(2024, 1, 8),
            ),
        ),
    ),
    Person(
        slug="teodric-nwamba",
        names={"en": "Teodric Nwamba", "fr": "Teodric Nwamba", "ar": "تيودريك نوامبا"},
        appointments=(
            Appointment(
                mission="port-amarante",
                office={"fr": "Vice-consul", "en": "Vice-Consul", "ar": "نائب القنصل"},
                since=date(2024, 8, 1),
            ),
        ),
    ),
    Person(
        slug="ludovine-harrast",
        names={"en": "Ludovine Harrast", "fr": "Ludovine Harrast", "ar": "لودوفين هاراست"},
    ),
]

TOPICS: list[Topic] = [
    Topic("press", {"en": "Press", "fr": "Presse", "ar": "الصحافة"}),
    Topic("statements", {"en": "Statements", "fr": "Déclarations", "ar": "بيانات"}, "press"),
    Topic("speeches", {"en": "Speeches", "fr": "Discours", "ar": "خطابات"}, "press"),
    Topic("digital-diplomacy", {"en": "Digital diplomacy", "fr": "Diplomatie numérique", "ar": "الدبلوماسية الرقمية"}),
    Topic("training", {"en": "Training", "fr": "Formation", "ar": "تدريب"}, "digital-diplomacy"),
    Topic("practice", {"en": "Practice", "fr": "Pratique", "ar": "ممارسة"}, "digital-diplomacy"),
    Topic(
        "bilateral-relations",
        {"en": "Bilateral relations", "fr": "Relations bilatérales", "ar": "العلاقات الثنائية"},
    ),
    Topic("culture", {"en": "Culture", "fr": "Culture", "ar": "ثقافة"}, "bilateral-relations"),
    Topic(
        "consular-services",
        {"en": "Consular services", "fr": "Services consulaires", "ar": "الخدمات القنصلية"},
    ),
    Topic("notices", {"en": "Notices", "fr": "Avis", "ar": "إعلانات"}, "consular-services"),
    Topic("environment", {"en": "Environment", "fr": "Environnement", "ar": "البيئة"}),
    Topic("coasts", {"en": "Coasts", "fr": "Littoral", "ar": "السواحل"}, "environment"),
]

KINDS: Mapping[str, Literal["statement", "speech", "notice"]] = {
    "/2026/01/statement-storm-murjan.html": "statement",
    "/2025/09/write-as-if-somebody-will-answer.html": "speech",
    "/2025/06/a-house-with-its-windows-open.html": "speech",
    "/2026/05/closed-on-charter-day.html": "notice",
    "/2026/02/opening-hours-during-ramadan.html": "notice",
    "/2026/05/saison-des-cyclones.html": "notice",
}
"""Blogger has no kinds: what each authentic post is, by file name; whatever is not listed is a blog post."""
