"""What the value of a setting can be: a count, an origin, a folder; and the sentence that says so."""

import ipaddress
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, GetCoreSchemaHandler, SecretStr
from pydantic_core import CoreSchema, core_schema
from pydantic_settings import NoDecode


class Environment(Enum):
    """What a server is for."""

    PRODUCTION = "production"
    DEVELOPMENT = "development"
    DEMO = "demo"


class DoesNotFit(ValueError):
    """A setting is allowed by itself, but not together with another one."""

    def __init__(self, name: str, allowed: str) -> None:
        self.name, self.allowed = name, allowed
        super().__init__(allowed)


@dataclass(frozen=True)
class Rule:
    """A condition on a value, with the words that complete "Allowed: …"."""

    allowed: str
    holds: Callable[[Any], bool]

    def check(self, value: Any) -> Any:
        if not self.holds(value):
            raise ValueError(self.allowed)
        return value

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self.check, handler(source))


def is_origin(value: str) -> bool:
    """Whether a text is a scheme, a host and perhaps a port, and nothing else."""
    try:
        parts = urlsplit(value)
        return (
            parts.scheme in ("http", "https")
            and bool(parts.hostname)
            and "@" not in parts.netloc
            and (parts.port or 1) > 0
            and value == f"{parts.scheme}://{parts.netloc}"
        )
    except ValueError:
        return False


def _split(value: Any) -> Any:
    """A list in the environment is one text with commas."""
    return tuple(filter(None, map(str.strip, value.split(",")))) if isinstance(value, str) else value


def _is_network(value: str) -> bool:
    try:
        return bool(ipaddress.ip_network(value, strict=False))
    except ValueError:
        return False


def _is_postgres(value: SecretStr | None) -> bool:
    return value is None or value.get_secret_value().startswith(("postgresql://", "postgres://"))


def _is_template(value: str | None) -> bool:
    if value is None:
        return True
    scheme, there, rest = value.partition("://")
    host = rest.replace("?", "/").replace("#", "/").partition("/")[0]
    return bool(there) and is_origin(f"{scheme}://{host}") and value.count("{secret}") == 1 and "{secret}" not in host


RoleOfNewAccount = Literal["reader", "translator", "author", "editor", "head"] | None
Count = Annotated[int, Field(ge=1)]
Hours = Annotated[int, Field(ge=1, le=24 * 30)]
Days = Annotated[int, Field(ge=1, le=365)]
Port = Annotated[int, Field(ge=1, le=65_535)]
Seconds = Annotated[float, Field(gt=0)]
Folder = Annotated[Path, AfterValidator(lambda folder: folder.expanduser().absolute())]
Listed = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_split)]

Origin = Annotated[
    str,
    BeforeValidator(lambda value: value.rstrip("/") if isinstance(value, str) else value),
    Rule("http:// or https:// and a host, without a path", is_origin),
]
Origins = Annotated[
    Listed,
    Rule(
        "origins such as https://embassy.example, without a path and with commas between them, or *",
        lambda origins: all(origin == "*" or is_origin(origin) for origin in origins),
    ),
]
Hosts = Annotated[
    Listed,
    Rule(
        "host names such as www.embassy.example, without a scheme or a port and with commas between them",
        lambda hosts: all(re.fullmatch(r"[\w.-]+|[0-9a-fA-F:]+", host) for host in hosts),
    ),
]
Networks = Annotated[
    Listed,
    Rule(
        "addresses or networks such as 10.0.0.0/8, with commas between them",
        lambda networks: all(map(_is_network, networks)),
    ),
]
MailAddress = Annotated[
    str,
    Rule(
        "an address such as press@embassy.example",
        lambda address: re.fullmatch(r"[^\s@<>,;:\"]+@[\w.-]+", address) is not None,
    ),
]


class OidcProvider(BaseModel):
    """A provider of OpenID Connect, at which people of a ministry sign in."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    name: Annotated[str, Field(pattern=r"^[a-z0-9-]{1,40}$")]
    issuer: Annotated[str, Field(pattern=r"^https://|^http://(127\.0\.0\.1|localhost)[:/]")]
    client_id: str
    client_secret: SecretStr
    email_claim: str = "email"
    new_account_role: RoleOfNewAccount = None
    new_account_mission: str | None = None


OidcProviders = Annotated[
    tuple[OidcProvider, ...],
    Rule(
        "a JSON list of providers, each with name, issuer (https), client_id and client_secret, and, if wanted,"
        " email_claim, new_account_role and new_account_mission; no name twice",
        lambda providers: len({provider.name for provider in providers}) == len(providers),
    ),
]
PostgresUrl = Annotated[SecretStr | None, Rule("an address that begins with postgresql://", _is_postgres)]
Template = Annotated[
    str | None, Rule("an address that begins with http:// or https:// and holds {secret} once", _is_template)
]
Secret = Annotated[SecretStr, Rule("at least 32 characters", lambda secret: len(secret) >= 32)]
