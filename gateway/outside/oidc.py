"""Signing in at a ministry's own provider, by OpenID Connect: code flow with PKCE, state and nonce."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import httpx2
from authlib.integrations.base_client import OAuthError
from authlib.integrations.starlette_client import OAuth
from joserfc.errors import JoseError
from starlette.requests import Request
from starlette.responses import Response

from gateway.settings_types import OidcProvider

TIMEOUT_SECONDS = 10.0
ASYMMETRIC = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519")


class NotVouchedFor(Exception):
    """Whoever comes from a provider cannot be let in; its message says why, for them."""


@dataclass(frozen=True)
class Vouched:
    """Whom a provider vouches for."""

    email: str
    name: str | None


class Providers:
    """The providers of the settings, each asked for its metadata when it is first used."""

    def __init__(self, providers: Sequence[OidcProvider]) -> None:
        self.by_name = {provider.name: provider for provider in providers}
        self._oauth = OAuth()
        for provider in providers:
            self._oauth.register(
                provider.name,
                server_metadata_url=f"{provider.issuer.rstrip('/')}/.well-known/openid-configuration",
                client_id=provider.client_id,
                client_secret=provider.client_secret.get_secret_value(),
                client_kwargs={
                    "scope": "openid email profile",
                    "code_challenge_method": "S256",
                    "timeout": TIMEOUT_SECONDS,
                },
            )

    async def begin(self, request: Request, name: str, callback: str) -> Response:
        """Lead a browser to a provider; what it must bring back is put into `request.session`.

        Raises:
            NotVouchedFor: the provider cannot be reached.
        """
        try:
            response: Response = await self._oauth.create_client(name).authorize_redirect(request, callback)
        except (httpx2.HTTPError, RuntimeError, ValueError):
            raise NotVouchedFor("The sign-in of your ministry cannot be reached just now. Try again later.") from None
        return response

    async def finish(self, request: Request, name: str) -> Vouched:
        """Whom a provider vouches for, to a browser that comes back with what it was sent with.

        Raises:
            NotVouchedFor.
        """
        client, provider = self._oauth.create_client(name), self.by_name[name]
        try:
            metadata = await client.load_server_metadata()
            if metadata.get("issuer") != provider.issuer:
                raise NotVouchedFor("The sign-in of your ministry says that it is another one. Tell the operator.")
            offered = metadata.get("id_token_signing_alg_values_supported") or ["RS256"]
            metadata["id_token_signing_alg_values_supported"] = [one for one in offered if one in ASYMMETRIC]
            token = await client.authorize_access_token(request)
            claims: dict[str, Any] = dict(token.get("userinfo") or {})
            if claims and provider.email_claim not in claims:
                claims = await self._with_userinfo(client, token, claims)
        except (OAuthError, JoseError, httpx2.HTTPError, RuntimeError, ValueError, KeyError, TypeError):
            raise NotVouchedFor("Signing in at your ministry did not come to an end. Begin again.") from None
        return _vouched(claims, provider)

    async def _with_userinfo(self, client: Any, token: Any, claims: dict[str, Any]) -> dict[str, Any]:
        """A provider may keep the address out of the signed token; then it is asked, and must speak of the same one."""
        said: dict[str, Any] = dict(await client.userinfo(token=token))
        return {**said, **claims} if said.get("sub") == claims.get("sub") else claims


def _vouched(claims: dict[str, Any], provider: OidcProvider) -> Vouched:
    """Only an address that the provider says it has verified is somebody's."""
    email, name = claims.get(provider.email_claim), claims.get("name")
    if not isinstance(email, str) or claims.get("email_verified") is not True:
        raise NotVouchedFor("Your ministry does not vouch for your e-mail address. Ask its administrators.")
    return Vouched(email, name if isinstance(name, str) else None)
