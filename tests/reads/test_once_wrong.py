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
