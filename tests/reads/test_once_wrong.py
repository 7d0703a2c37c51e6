"""Reads that were answered wrongly once."""

from tests.client import Client


async def test_a_translation_says_its_id_wherever_it_is_met(client: Client) -> None:
    found = await client.ask(
        """{
          post(mission: "amman", slug: "workshop") { translation(locales: ["fr"]) { id } }
          search(text: "atelier") { nodes { translation { id } } }
        }"""
    )
    id = client.world.ids["Translation:workshop.fr"]
    assert found == {"post": {"translation": {"id": id}}, "search": {"nodes": [{"translation": {"id": id}}]}}


async def test_what_a_filter_leaves_out_does_not_count(client: Client) -> None:
    query = "query ($filter: PostFilter) { posts(filter: $filter) { totalCount } }"
    either = [{"missionSlug": ["dakar"]} for _ in range(60)]
    assert await client.ask(query, {"filter": {"or": either}}) == {"posts": {"totalCount": 2}}
    refused = await client.answer(query, {"filter": {"or": either * 2}})
    assert refused["errors"][0]["extensions"] == {"code": "LIMIT_EXCEEDED", "limit": 200, "figure": 241}


async def test_a_newer_draft_is_not_betrayed_by_its_number(client: Client) -> None:
    query = """{ post(mission: "amman", slug: "workshop") { translation(locales: ["en"]) {
        revisionNumber newestRevisionNumber } } }"""
    for by, number in ((None, 2), ("Dakar editor", 2), ("Amman reader", 3), ("Ministry admin", 3)):
        found = await client.ask(query, by=by)
        assert found == {"post": {"translation": {"revisionNumber": 2, "newestRevisionNumber": number}}}


async def test_a_long_search_is_refused(client: Client) -> None:
    query = "query ($text: String!) { search(text: $text) { totalCount nodes { snippet } } }"
    for text in ("-a " * 67, "word " * 20_000, "\ufdfa" * 201):
        answer = await client.answer(query, {"text": text})
        error = answer["errors"][0]["extensions"]
        assert (error["code"], error["limit"]) == ("LIMIT_EXCEEDED", 200)
    assert await client.ask(query, {"text": "\ufdfa" * 200}) == {"search": {"totalCount": 0, "nodes": []}}
