"""What is refused before it costs anything."""

import pytest

from tests.client import Client


@pytest.mark.parametrize("words", ["-a " * 21, "w" * 201])
async def test_a_search_of_very_many_words_is_refused(client: Client, words: str) -> None:
    answer = await client.answer("query ($text: String!) { search(text: $text) { totalCount } }", {"text": words})
    assert answer["errors"][0]["extensions"]["code"] == "LIMIT_EXCEEDED"


@pytest.mark.parametrize("path", ["/media/%00", "/media/a%00.jpg", "/media/..%2f..%2fetc%2fpasswd"])
async def test_there_is_no_such_photo(client: Client, path: str) -> None:
    assert (await client.http.get(path)).status_code == 404
