"""Who wrote: people who are known here already, the mission itself, or new people. Nobody is given an office."""

from collections import Counter

from sqlalchemy import select

from gateway.importers.entries import NAMELESS
from gateway.importers.records import ForeignPerson
from gateway.importers.writing.memory import digest_of
from gateway.importers.writing.wording import fitted
from gateway.importers.writing.work import Work
from schema.people.models import Appointment, Person
from schema.people.services import create_person, find_people_named, get_person
from schema.posts.services import BylineDraft
from schema.texts import MAX_NAME


async def write_people(work: Work) -> None:
    """Find or add the author of each text that is to be written, and account for everybody else."""
    writing = {text.post.author_key for text in work.to_be_written}
    reading = {text.post.author_key for text in work.texts.values()}
    named = {person.key: _name(work, person) for person in work.blog.people}
    known = await _known(work, {named[person.key] for person in work.blog.people if person.key in writing})
    for person in work.blog.people:
        if person.key in writing:
            await _write(work, person, named[person.key], known)
        elif person.key in reading:
            work.report.unchanged("person")
        else:
            work.report.skipped("person", "nothing of theirs is imported")


async def _write(work: Work, person: ForeignPerson, name: str, known: dict[str, Person]) -> None:
    """The mission under its own name; who it was at the last import; who bears the name; else somebody new."""
    if name.casefold() in NAMELESS:
        work.report.skipped("person", "no name is given")
    elif name in {work.mission.name, *work.mission.names.values()}:
        work.authors[person.key] = BylineDraft(mission_id=work.mission.id)
        work.report.unchanged("person")
    elif record := work.memory.find("person", person.key):
        work.authors[person.key] = BylineDraft(person_id=(await get_person(work.change.db, record.subject_id)).id)
        work.report.unchanged("person")
    elif found := known.get(name):
        work.authors[person.key] = BylineDraft(person_id=found.id)
        work.memory.remember("person", person.key, found, digest_of({"name": name}))
        work.report.unchanged("person")
    else:
        made = await create_person(work.change, name=name, mission_id=work.mission.id)
        known[name] = made
        work.authors[person.key] = BylineDraft(person_id=made.id)
        work.memory.remember("person", person.key, made, digest_of({"name": name}))
        work.report.wrote("person")


def _name(work: Work, person: ForeignPerson) -> str:
    name, rest = fitted(person.name, MAX_NAME)
    if rest:
        work.report.lost("person", name, f"a name was cut to {MAX_NAME} characters", rest)
    return name


async def _known(work: Work, names: set[str]) -> dict[str, Person]:
    """The person each name means. Of several who share one, whoever held an office in this mission, else the first."""
    people = await find_people_named(work.change.db, names) if names else []
    if not people:
        return {}
    here = Appointment.mission_id == work.mission.id
    holders = set(
        await work.change.db.scalars(
            select(Appointment.person_id).where(here, Appointment.person_id.in_([person.id for person in people]))
        )
    )
    forms = [(name, person) for person in people for name in {person.name, *person.names.values()} & names]
    for name, number in Counter(name for name, _ in forms).items():
        if number > 1:
            work.report.warned(
                name, f"{number} people here bear this name; look whether the bylines name the right one"
            )
    forms.sort(key=lambda form: (form[1].id not in holders, form[1].id), reverse=True)
    return dict(forms)
