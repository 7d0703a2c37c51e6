"""Entrances to people: root fields, filters, orders."""

import enum
from typing import Any

import strawberry
from sqlalchemy import select
from sqlalchemy.orm import aliased

from schema.declaring import connection, enum_type, field, input_type, object_type, option
from schema.paging import Connection
from schema.people import models
from schema.people.types import Person
from schema.sources import Filter, Row, among, any_readable, filtered, given, key, keys, one_by, sql


@enum_type
class PersonOrder(enum.Enum):
    """The order of a list of people."""

    NAME = "name"
    NEWEST = "newest"

    def keys(self, person: Row) -> tuple[Any, ...]:
        """What to order by."""
        return (person.name, person.id) if self is PersonOrder.NAME else (person.id.desc(),)


@input_type
class PersonFilter(Filter):
    """Which people. Every field that is given must hold."""

    id: list[strawberry.ID] | None = option("One of these.")
    mission: strawberry.ID | None = option("Holding or having held an office in this mission.")
    and_: list["PersonFilter"] | None = option("All of these hold.", name="and")
    or_: list["PersonFilter"] | None = option("At least one of these holds.", name="or")
    not_: "PersonFilter | None" = option("This does not hold.", name="not")

    def own_conditions(self, person: Row) -> list[Any]:
        """A condition per field."""
        return [
            among(person.id, keys("Person", self.id)) if given(self.id) else None,
            self._holds_office(person) if given(self.mission) else None,
        ]

    def _holds_office(self, person: Row) -> Any:
        appointment = aliased(models.Appointment)
        held = select(appointment).where(appointment.person_id == person.id)
        return any_readable(held.where(appointment.mission_id == key("Mission", self.mission)))


@object_type
class PersonQueries:
    """Root fields of people."""

    @field
    def person(self, id: strawberry.ID | None = None, slug: str | None = None) -> Person | None:
        """One person, by id or by slug."""
        return sql(one_by(models.Person, id=id, slug=slug))

    @connection
    def people(self, filter: PersonFilter | None = None, order: PersonOrder = PersonOrder.NAME) -> Connection[Person]:
        """Everyone who fits, by name unless another order is asked for."""
        person = aliased(models.Person)
        return sql(filtered(select(person), person, filter).order_by(*order.keys(person)))
