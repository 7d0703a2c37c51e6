"""Signed statements for saving, and the public keys by which they are verified: for anybody, from any site."""

from collections.abc import Mapping
from typing import Any

import orjson
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from gateway.execution import Asked
from gateway.routes.graphql import STATUS_OF, network_of
from schema.context import VISITOR
from schema.statements.form import DOCUMENT_FORMAT
from schema.statements.verifying import as_jwk

KEYS_PATH = "/.well-known/communique-keys.json"
STATEMENT = """
    query ($post: ID!, $locale: String!, $revision: Int!) {
      statement(post: $post, locale: $locale, revision: $revision) {
        canonical sha256 issuer keyId signedAt signature
      }
    }
"""
KEYS = "{ signingKeys { keyId publicKey usedFrom usedUntil revokedFrom } }"
OPEN = {"access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin"}


async def statement(request: Request) -> Response:
    """One signed statement: its words while they are shown, its hash and signature as long as anything is public."""
    named = request.path_params
    variables = {"post": named["post"], "locale": named["locale"], "revision": named["revision"]}
    found = (await _asked(request, STATEMENT, variables))["statement"]
    if found is None or found["signature"] is None:
        raise HTTPException(404)
    signed = {"issuer": found["issuer"], "key_id": found["keyId"], "signed_at": found["signedAt"]}
    document = {"format": DOCUMENT_FORMAT, "canonical": found["canonical"], "sha256": found["sha256"], **signed}
    return _json({**document, "signature": found["signature"]}, "public, max-age=60")


async def keys(request: Request) -> Response:
    """Every public key of this server as a JWK set, those that sign no more included."""
    found = (await _asked(request, KEYS, {}))["signingKeys"]
    listed = [
        as_jwk(
            key_id=key["keyId"],
            x=key["publicKey"],
            used_from=key["usedFrom"],
            used_until=key["usedUntil"],
            revoked_from=key["revokedFrom"],
        )
        for key in found
    ]
    issuer = request.app.state.settings.public_url
    return _json({"issuer": issuer, "keys": listed}, "public, max-age=300")


async def _asked(request: Request, query: str, variables: Mapping[str, Any]) -> Any:
    """What a visitor is answered, by the road of every read."""
    asked = Asked(query, variables, None, may_write=False)
    answered = await request.app.state.execution.answer(asked, VISITOR, network_of(request))
    if answered.has_data:
        return orjson.loads(answered.body)["data"]
    raise HTTPException(STATUS_OF.get(answered.code or "", 404))


def _json(document: Any, cache_control: str) -> Response:
    headers = {**OPEN, "cache-control": cache_control}
    return Response(orjson.dumps(document, option=orjson.OPT_INDENT_2), headers=headers, media_type="application/json")
