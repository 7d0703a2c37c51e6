"""What every table owes: a rule of visibility, an index for each key and each order, no loading behind one's back."""

import enum
import pkgutil
from collections.abc import Iterator
from importlib import import_module, reload
from typing import Any

import pytest
from sqlalchemy import Column, ForeignKey, Index, MetaData, PrimaryKeyConstraint, Table, UniqueConstraint, text
from sqlalchemy.orm import DeclarativeBase, Mapped, aliased, mapped_column, relationship
from sqlalchemy.sql import operators
from sqlalchemy.sql.elements import TextClause, UnaryExpression

import schema
from schema import tables
from schema.base import Base

Keys = tuple[tuple[str, bool], ...]
"""The columns of an index or of an order, each with whether it descends."""


def test_every_table_says_who_may_read_it() -> None:
    assert set(tables.MODELS.values()) == set(tables.VISIBILITY)
    assert len(tables.MODELS) == len(tables.metadata.tables)


def loaded_unasked(base: type[DeclarativeBase]) -> list[str]:
    """Relationships that ask the database when somebody looks at them."""
    relations = ((mapper.class_, relation) for mapper in base.registry.mappers for relation in mapper.relationships)
    return sorted(f"{model.__name__}.{relation.key}" for model, relation in relations if relation.lazy != "raise")


def test_every_relationship_must_be_loaded_on_purpose() -> None:
    assert loaded_unasked(Base) == []


def test_a_relationship_that_loads_itself_is_noticed() -> None:
    class Sample(DeclarativeBase):
        pass

    class Guest(Sample):
        __tablename__ = "guests"
        id: Mapped[int] = mapped_column(primary_key=True)
        host_id: Mapped[int] = mapped_column(ForeignKey("guests.id"))
        host: Mapped["Guest"] = relationship(remote_side="Guest.id", foreign_keys="Guest.host_id")
        shy: Mapped["Guest"] = relationship(
            remote_side="Guest.id", foreign_keys="Guest.host_id", lazy="raise", viewonly=True
        )

    assert loaded_unasked(Sample) == ["Guest.host"]


def leading_columns(table: Table) -> Iterator[str]:
    """The columns by which rows of a table can be found through an index, whatever else is asked."""
    for constraint in table.constraints:
        if isinstance(constraint, PrimaryKeyConstraint | UniqueConstraint):
            yield next(iter(constraint.columns)).name
    for index in table.indexes:
        first = next(iter(index.expressions))
        only = index.dialect_options["postgresql"]["where"]
        if isinstance(first, Column) and (only is None or str(only) == f"{first.name} is not null"):
            yield first.name


def keys_without_index(table: Table) -> list[str]:
    """Foreign keys by which a delete of what they name would read the whole table."""
    found = set(leading_columns(table))
    return [
        f"{table.name}.{column.name}" for column in table.columns if column.foreign_keys and column.name not in found
    ]


def test_every_foreign_key_is_indexed() -> None:
    assert [found for table in tables.metadata.sorted_tables for found in keys_without_index(table)] == []


def test_a_foreign_key_without_an_index_is_noticed() -> None:
    metadata = MetaData()
    Table("missions", metadata, Column("id", primary_key=True))
    mission_id: Column[Any] = Column("mission_id", ForeignKey("missions.id"))
    visits = Table("visits", metadata, Column("id", primary_key=True), mission_id, Column("at"))
    assert keys_without_index(visits) == ["visits.mission_id"]
    Index("on_some", visits.c.mission_id, postgresql_where=text("at > now()"))
    assert keys_without_index(visits) == ["visits.mission_id"]
    Index("on_all", visits.c.mission_id, visits.c.at)
    assert keys_without_index(visits) == []


def orders() -> list[tuple[str, Any, type[Base]]]:
    """Every order that a list of the API can be asked for in, and the table it orders."""
    found = []
    for module in pkgutil.walk_packages(schema.__path__, "schema."):
        for name, value in vars(import_module(module.name)).items():
            if isinstance(value, type) and issubclass(value, enum.Enum) and name.endswith("Order"):
                found += [(f"{name}.{order.name}", order, tables.MODELS[name.removesuffix("Order")]) for order in value]
    return list({name: (name, order, model) for name, order, model in found}.values())


def keys_of(clauses: Any) -> Keys:
    """The columns of an ORDER BY or of an index, each with whether it descends."""
    keys = []
    for clause in clauses:
        if isinstance(clause, TextClause):
            name, _, direction = clause.text.partition(" ")
            keys.append((name, direction == "desc"))
        elif isinstance(clause, UnaryExpression) and clause.modifier is operators.desc_op:
            keys.append((str(clause.element.key), True))
        else:
            keys.append((str(clause.key), False))
    return tuple(keys)


def serves(index: Keys, order: Keys) -> bool:
    """Whether an index yields rows in an order, read forwards or backwards."""
    backwards = tuple((name, not descends) for name, descends in order)
    return index[: len(order)] in (order, backwards)


def indexes(table: Table) -> Iterator[Keys]:
    """What a table is indexed by; an index of live rows only serves what visitors may read."""
    yield tuple((column.name, False) for column in table.primary_key.columns)
    yield from (keys_of(index.expressions) for index in table.indexes)


@pytest.mark.parametrize(("name", "order", "model"), [pytest.param(*one, id=one[0]) for one in orders()])
def test_every_order_is_indexed(name: str, order: Any, model: type[Base]) -> None:
    keys = keys_of(order.keys(aliased(model)))
    assert any(serves(index, keys) for index in indexes(tables.metadata.tables[model.__tablename__])), keys


@pytest.mark.parametrize(("name", "order", "model"), [pytest.param(*one, id=one[0]) for one in orders()])
def test_every_order_ends_in_the_key(name: str, order: Any, model: type[Base]) -> None:
    """Else two rows that are alike could stand on two pages, or on none."""
    assert keys_of(order.keys(aliased(model)))[-1][0] == "id"


def test_an_order_without_an_index_is_noticed() -> None:
    assert {name for name, _, _ in orders()} >= {"PostOrder.NEWEST", "CommentOrder.OLDEST", "MissionOrder.NAME"}
    by_name = (("name", False), ("id", False))
    assert serves(by_name, by_name)
    assert serves((("name", True), ("id", True)), by_name)
    assert not serves((("name", True), ("id", False)), by_name)
    assert not serves((("name", False),), by_name)


def test_a_table_without_a_rule_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    class Forgotten(Base):
        """A table that nobody has thought of."""

        __tablename__ = "forgotten"

    try:
        with pytest.raises(LookupError, match=r"tables without a visibility rule: \['Forgotten'\]"):
            reload(tables)
    finally:
        Base.registry._dispose_cls(Forgotten)
        Base.metadata.remove(Base.metadata.tables["forgotten"])
