"""Whatever somebody types: every text that a field or a mutation takes is answered, or refused under a code."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from typing import Any

import orjson
import pytest
from graphql import GraphQLEnumType, GraphQLObjectType, get_named_type
from httpx2 import Response
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from structlog.testing import capture_logs

from tests.client import Client
from tests.gateway.test_wrong_requests import INSIDE
from tests.reads.routes import below, routes, ways
from tests.reads.walking import GRAPH, LOGIC, UNLIMITED
from tests.world import World
from tests.writes.inputs import INPUTS, Place, document, input_of, put, texts_in

SIGNS = "'\"\\%_&|!():*<>-+@\0\x1b\r\n\t{}[]$;`#/.,=~^?\u202e\u2066\u200b\u0085\ufeff\ufffe😀é"
TEXTS = st.one_of(st.text(max_size=80), st.text(SIGNS, max_size=40), st.text("a 'é<", min_size=2_000, max_size=4_000))
EXAMPLES = settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

NUL = "a\0b"
NO_ERROR = {"extensions": {"code": "answered"}}
IN_FORM = {
    ("createPost", "slug"),
    ("addTranslation", "slug"),
    *((mutation, "body") for mutation in ("createPost", "saveDraft", "addTranslation")),
}
"""Texts that are brought into form instead of refused."""

SECRET = {
    "signIn", "completeSecondFactor", "stepUp", "requestSignInLink", "useSignInLink", "acceptInvitation", "setPassword",
    "enrolTotp", "confirmTotp", "addPasskey",
}  # fmt: skip
"""Mutations that do not say which part was wrong, or ask for a session first."""


@dataclass(frozen=True)
class Asked:
    """A query one of whose arguments takes a text."""

    query: str
    variables: dict[str, Any]
    place: Place

    def saying(self, text: str) -> dict[str, Any]:
        changed: dict[str, Any] = put(self.variables, self.place, text)
        return changed


def asked(world: World) -> Iterator[Asked]:
    """Every text that a field of the schema takes, alone or in a filter."""
    for type_name, route in routes(world.ids).items():
        type_ = GRAPH.get_type(type_name)
        assert isinstance(type_, GraphQLObjectType)
        for field_name, field in type_.fields.items():
            for one in ways(field_name, field):
                query = f"query ({', '.join(one.declared('v'))}) {route.around(one.variable('v', below(field)))}"
                for name, value in one.values.items():
                    for place in texts_in(value):
                        if not _is_enum(one.types[name], place) and not set(place) & set(LOGIC):
                            variables = {f"v_{other}": known for other, known in one.values.items()}
                            alone = {place[0]: value[place[0]]} if isinstance(value, dict) else value
                            yield Asked(query, variables | {f"v_{name}": alone}, (f"v_{name}", *place))


def _is_enum(type_: Any, place: Place) -> bool:
    named = get_named_type(type_)
    for step in place:
        named = get_named_type(named.fields[step].type) if isinstance(step, str) else named
    return isinstance(named, GraphQLEnumType)


@pytest.fixture(scope="module")
async def gateway(client: Client) -> AsyncIterator[Client]:
    """A gateway over a world that these tests may change, with the logs switched off."""
    much = {"comments_per_minute": 1_000_000, "comments_per_minute_per_post": 1_000_000}
    async with client.on_a_copy(**UNLIMITED, **much) as gateway:
        with capture_logs():
            yield gateway


@pytest.fixture(scope="module")
def places(gateway: Client) -> list[Asked]:
    return list(asked(gateway.world))


async def test_no_text_of_a_query_may_hold_nul(gateway: Client, places: list[Asked]) -> None:
    said = set()
    for one in places:
        response = await gateway.send(one.query, one.saying(NUL))
        codes = [error["extensions"]["code"] for error in checked(response).get("errors", [NO_ERROR])]
        assert codes[0] in ("BAD_USER_INPUT", "BAD_ID", "UNKNOWN_LANGUAGE"), one
        said.add(one.place[-1] if isinstance(one.place[-1], str) else one.place[-2])
    assert {
        "v_slug",
        "v_text",
        "v_mission",
        "v_locales",
        "v_locale",
        "tag",
        "topicSlug",
        "credit",
        "hostCountry",
    } <= said


@EXAMPLES
@given(data=st.data(), text=TEXTS)
async def test_any_text_of_a_query_is_answered(
    gateway: Client, places: list[Asked], data: st.DataObject, text: str
) -> None:
    one = data.draw(st.sampled_from(places))
    checked(await gateway.send(one.query, one.saying(text)))


async def test_no_text_of_a_mutation_may_hold_nul(gateway: Client) -> None:
    for mutation in INPUTS:
        input = input_of(mutation, gateway.world)
        for place in texts_in(input):
            if (mutation, place[0]) in IN_FORM or mutation in SECRET:
                continue
            response = await gateway.send(document(mutation), {"input": put(input, place, NUL)}, by="Ministry admin")
            answer = checked(response)
            codes = [error["extensions"]["code"] for error in answer.get("errors", ())]
            if not codes:
                problems = answer["data"][mutation]["problems"]
                assert problems, (mutation, place)
                problem = problems[0]
                codes, path = [problem["code"]], tuple(problem["path"])
                assert path[:2] == ("input", str(place[0])), (mutation, problem)
            assert codes[0] in (
                "TEXT_UNSTORABLE", "ID_UNUSABLE", "UNKNOWN_LANGUAGE", "UNKNOWN_COUNTRY", "UNKNOWN_TIME_ZONE",
                "MISSION_SLUG_MALFORMED", "PERSON_SLUG_MALFORMED", "TOPIC_SLUG_MALFORMED", "BODY_INVALID",
                "BODY_NOT_KEPT", "BAD_USER_INPUT", "EMAIL_MALFORMED", "PART_UNKNOWN", "TIME_MALFORMED",
            ), (mutation, place, codes)  # fmt: skip


@EXAMPLES
@given(data=st.data(), text=TEXTS)
async def test_any_text_of_a_mutation_is_answered(gateway: Client, data: st.DataObject, text: str) -> None:
    mutation = data.draw(st.sampled_from(sorted(INPUTS)))
    input = input_of(mutation, gateway.world)
    place = data.draw(st.sampled_from(sorted(texts_in(input), key=str)))
    checked(await gateway.send(document(mutation), {"input": put(input, place, text)}, by="Ministry admin"))


def checked(response: Response) -> Any:
    """An answer that is no crash, and says nothing of the machine beyond what was sent."""
    answer = orjson.loads(response.content)
    for error in answer.get("errors", ()):
        assert error["extensions"]["code"] != "INTERNAL_SERVER_ERROR", answer
        assert not any(word in error["message"] for word in INSIDE), answer
    assert response.status_code in (200, 400), answer
    return answer
