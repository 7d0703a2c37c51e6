"""Reaching a host that a stranger has named, without being led into our own network.

A name is resolved once, every address it has must be a public one, and the connection goes to the address that was
checked: what the name means a moment later does not matter. The certificate is still checked against the name.
"""

import asyncio
import socket
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import SplitResult, urlsplit

import httpx2

# Ranges that Python takes for public ones: of IPv6 those that lead to an IPv4 address, and one that was given up; of
# IPv4 those that are kept for protocols.
TRANSLATED = tuple(map(IPv6Network, ("::/96", "64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32", "fec0::/10")))
KEPT = tuple(map(IPv4Network, ("192.0.0.0/24", "192.88.99.0/24")))
THIS_MACHINE = ("localhost", "127.0.0.1", "::1")

Address = IPv4Address | IPv6Address
Resolve = Callable[[str], Awaitable[list[Address]]]


class NotReached(Exception):
    """An address was not asked; the reason completes “it was not asked: …”."""


async def resolve(host: str) -> list[Address]:
    """Every address of a host, in the order the system prefers."""
    found = await asyncio.get_running_loop().getaddrinfo(host, 443, type=socket.SOCK_STREAM)
    return [ip_address(str(one[4][0]).partition("%")[0]) for one in found]


@dataclass(frozen=True)
class Reach:
    """Who may be asked: everybody on the public internet over https, and perhaps this machine."""

    resolve: Resolve = resolve
    allows_this_machine: bool = False
    """For development: then over http too."""

    def request(
        self,
        client: httpx2.AsyncClient,
        method: str,
        parts: SplitResult,
        *,
        target: Address,
        headers: Mapping[str, str] | None = None,
        content: bytes | None = None,
    ) -> httpx2.Request:
        """A request to an address that was checked, in the name of the host."""
        name = f"[{target}]" if target.version == 6 else str(target)
        port = f":{parts.port}" if parts.port else ""
        host = str(parts.hostname)
        ascii_host = host.encode("idna").decode() if not host.isascii() else host
        shown = f"[{ascii_host}]" if ":" in ascii_host else ascii_host
        return client.build_request(
            method,
            parts._replace(netloc=name + port, fragment="").geturl(),
            headers={**(headers or {}), "host": shown + port},
            content=content,
            extensions={"sni_hostname": ascii_host},
        )

    def parts(self, address: str) -> SplitResult:
        """The parts of an address that may be asked: https, a host, nobody's password.

        Raises:
            NotReached.
        """
        try:
            parts = urlsplit(address)
            port = parts.port
        except ValueError:
            raise NotReached("it cannot be read as an address") from None
        if not parts.hostname or parts.username is not None or parts.password is not None or port == 0:
            raise NotReached("it is not the plain address of a site")
        if parts.scheme != "https" and not (parts.scheme == "http" and self._is_this_machine(parts.hostname)):
            raise NotReached("only https:// is asked")
        return parts

    async def target(self, host: str) -> Address:
        """The address to connect to.

        Raises:
            NotReached.
        """
        try:
            found = await self.resolve(host)
        except (OSError, ValueError):
            found = []
        if not found:
            raise NotReached("there is no such host")
        is_here = self._is_this_machine(host)
        if not all(is_public(one) or (is_here and one.is_loopback) for one in found):
            raise NotReached("its host is not on the public internet")
        return found[0]

    def _is_this_machine(self, host: str) -> bool:
        return self.allows_this_machine and host in THIS_MACHINE


def is_public(address: Address) -> bool:
    """Whether an address is one of the public internet, and stands for itself."""
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is not None:
            return is_public(address.ipv4_mapped)
        if any(address in network for network in TRANSLATED):
            return False
    elif any(address in network for network in KEPT):
        return False
    return address.is_global and not address.is_multicast
