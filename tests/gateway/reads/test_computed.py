"""What Python makes of what SQL selects: a small schema of its own, asked over the tables of the world."""

from collections.abc import AsyncIterator
from typing import Annotated, Any, ClassVar

import orjson
import pytest
import strawberry
from sqlalchemy import select
from sqlalchemy.orm import aliased

from gateway.database import open_database
from gateway.reads import execute
from gateway.reads.execute import Answer, CostExceeded, Reader
from gateway.settings import Limits, load_settings
from schema.context import VISITOR
from schema.declaring import column, computed, field, object_type
from schema.missions import models
from schema.people.models import Person as PersonRow
from schema.posts.models import Revision
from schema.sources import Computed, OneOf, one_by, sql
from tests.client import Client

LIMITS = load_settings().limits(is_editor=False)


def spelled(word: str, most: int = 3) -> list[Any]:
    """A word letter by letter; what is not a letter is nothing."""
    return [
        {"kind": "vowel" if letter in "aeiou" else "consonant", "letter": letter, "place_in_word": place}
        if letter.isalpha()
        else None
        for place, letter in enumerate(word[:most], 1)
    ]


def broken(word: str) -> dict[str, Any]:
    """A promise that is not kept."""
    return {"place_in_word": None, "letter": word[0], "kind": "vowel"}


@object_type
class Vowel:
    """A letter."""

    kind: ClassVar = "vowel"
    letter: str = column("It.")
    place_in_word: int = column("Where it stands.")


@object_type
class Consonant:
    """Another letter."""

    kind: ClassVar = "consonant"
    letter: str = column("It.")
    place_in_word: int = column("Where it stands.")


Letter = Annotated[Vowel | Consonant, strawberry.union("Letter")]


@object_type
class Mission:
    """A mission, read letter by letter."""

    name: str = column("Its name.")

    @computed
    def length(self) -> int:
        """How long its name is."""
        return sql(Computed(len_of, {"word": sql(self).name}))

    @computed
    def letters(self, most: int = 3) -> list[Letter | None]:
        """The first letters of its name."""
        return sql(Computed(spelled, {"word": sql(self).slug, "most": most}, rows=40))

    @computed
    def sure_letters(self) -> list[Vowel]:
        """The letters of its name, as if each were one."""
        return sql(Computed(spelled, {"word": sql(self).name, "most": 20}))

    @computed
    def wrong(self) -> Vowel:
        """What is not there."""
        return sql(Computed(broken, {"word": sql(self).slug}))

    @computed
    def perhaps_wrong(self) -> Vowel | None:
        """What is not there."""
        return sql(Computed(broken, {"word": sql(self).slug}))

    @computed
    def nothing(self) -> Vowel | None:
        """Nothing at all."""
        return sql(Computed(nothing, {}))

    @computed
    def forgetful(self) -> int:
        """What a visitor may not read, read without its rule."""
        revision = aliased(Revision)
        return sql(Computed(len_of, {"word": select(revision.title).limit(1).scalar_subquery()}))

    @field
    def undeclared(self) -> int:
        """Not said to be computed."""
        return sql(Computed(len_of, {"word": sql(self).name}))

    @computed
    def not_made(self) -> str:
        """Said to be computed, and it is not."""
        return sql(self).name


@object_type
class Person:
    """Somebody, of whom the same is asked under the same name."""

    @computed
    def length(self) -> int:
        """Twice how long their name is."""
        return sql(Computed(twice_len_of, {"word": sql(self).name}))


def len_of(word: str) -> int:
    """How long a word is."""
    return len(word)


def twice_len_of(word: str) -> int:
    """Twice how long a word is."""
    return 2 * len(word)


def nothing() -> None:
    """Nothing."""


Either = Annotated[Mission | Person, strawberry.union("Either")]


@object_type
class Query:
    """What the tests ask."""

    @field
    def mission(self, slug: str) -> Mission | None:
        """A mission."""
        return sql(one_by(models.Mission, id=None, slug=slug))

    @field
    def either(self, slug: str) -> Either | None:
        """A mission or a person."""
        mission, person = aliased(models.Mission), aliased(PersonRow)
        options = {
            "Person": select(person).where(person.slug == slug),
            "Mission": select(mission).where(mission.slug == slug),
        }
        return sql(OneOf(options))

    @field
    def missions(self) -> list[Mission]:
        """Every mission."""
        return sql(select(mission := aliased(models.Mission)).order_by(mission.slug))


@pytest.fixture
async def reader(client: Client) -> AsyncIterator[Reader]:
    async with open_database(client.url, read_timeout_ms=9_000) as database:
        yield Reader(strawberry.Schema(Query)._schema, database, "https://posts.example")


async def asked(reader: Reader, query: str, limits: Limits = LIMITS, **variables: Any) -> Answer:
    document = reader.documents.get(query, limits, suggests=True)
    operation = document.operation(None)
    values = document.coerce(operation, variables, suggests=True)
    return await reader.query(document, operation, values, VISITOR, limits, introspects=True)


async def data(reader: Reader, query: str, **variables: Any) -> Any:
    answer = await asked(reader, query, **variables)
    assert answer.errors == []
    return orjson.loads(answer.data)


async def test_what_is_made_is_projected_to_what_was_asked(reader: Reader) -> None:
    query = """query ($most: Int!) { mission(slug: "amman") { name long: length letters(most: $most) {
        __typename ... on Vowel { vowel: letter } ... Sound } } }
        fragment Sound on Consonant { at: placeInWord letter }"""
    vowel, consonant = {"__typename": "Vowel", "vowel": "a"}, {"__typename": "Consonant", "at": 2, "letter": "m"}
    for most, letters in ((2, [vowel, consonant]), (0, [])):
        found = await data(reader, query, most=most)
        assert found == {"mission": {"name": found["mission"]["name"], "long": 16, "letters": letters}}
        assert list(found["mission"]) == ["name", "long", "letters"]


async def test_nothing_is_made_where_nothing_is_read(reader: Reader) -> None:
    assert await data(reader, '{ mission(slug: "nowhere") { length } }') == {"mission": None}
    assert await data(reader, '{ mission(slug: "amman") { nothing { letter } } }') == {"mission": {"nothing": None}}


async def test_of_two_types_each_has_its_own_made(reader: Reader) -> None:
    query = "query ($slug: String!) { either(slug: $slug) { ... on Mission { length } ... on Person { length } } }"
    assert await data(reader, query, slug="amman") == {"either": {"length": 16}}
    person = await data(reader, query, slug="dorian-okonrad")
    assert person == {"either": {"length": 2 * len("Dorian Okonrad")}}


async def test_a_broken_promise_moves_up_to_where_null_may_stand(reader: Reader) -> None:
    query = '{ mission(slug: "amman") { a: perhapsWrong { placeInWord } b: perhapsWrong { letter } } }'
    answer = await asked(reader, query)
    assert orjson.loads(answer.data) == {"mission": {"a": None, "b": {"letter": "a"}}}
    assert [(error.path, error.message) for error in answer.errors] == [
        (["mission", "a", "placeInWord"], "Cannot return null for non-nullable field Vowel.placeInWord.")
    ]
    answer = await asked(reader, '{ mission(slug: "amman") { wrong { placeInWord } } }')
    assert orjson.loads(answer.data) == {"mission": None}


async def test_a_list_keeps_its_promise_for_each_item(reader: Reader) -> None:
    answer = await asked(reader, "{ missions { sureLetters { letter } } }")
    assert orjson.loads(answer.data) is None
    assert {error.message for error in answer.errors} == {
        "Cannot return null for non-nullable field Mission.sureLetters."
    }


async def test_what_is_made_is_counted_for_each_row_around_it(reader: Reader) -> None:
    assert (await asked(reader, '{ mission(slug: "amman") { letters { __typename } } }')).points == 4
    assert (await asked(reader, "{ missions { letters { __typename } } }")).points == -(-(5 + 5 * 40) // 10)
    with pytest.raises(CostExceeded):
        await asked(reader, "{ missions { letters { __typename } } }", limits=LIMITS._replace(cost_points=20))


@pytest.mark.parametrize("name", ["forgetful", "undeclared", "notMade"])
async def test_what_is_declared_wrongly_is_not_compiled(reader: Reader, name: str) -> None:
    with pytest.raises(LookupError, match=r"readable\(\)|declared by computed\(\)"):
        await asked(reader, f'{{ mission(slug: "amman") {{ {name} }} }}')


async def test_what_sql_answers_alone_is_not_read_again(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Any] = []
    monkeypatch.setattr(execute, "mend", lambda data, shape: (read.append(data), (data, []))[1])
    await asked(reader, '{ mission(slug: "amman") { name } }')
    assert read == []
    await asked(reader, '{ mission(slug: "amman") { name length } }')
    assert len(read) == 1
