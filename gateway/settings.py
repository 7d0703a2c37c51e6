"""Every setting: its type, unit, default and effect. Read once, at start.

Each is an environment variable, `COMMUNIQUE_` and its name in capitals, or a file of that name in /run/secrets. The
classes are the doors that use them, each adding to the one before; `Settings` is all of them together.
"""

import os
from pathlib import Path
from typing import Any, Literal, NamedTuple, Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from gateway.settings_reference import PREFIX, refusal
from gateway.settings_types import (
    Count,
    Days,
    DoesNotFit,
    Environment,
    Folder,
    Hosts,
    Hours,
    MailAddress,
    Networks,
    OidcProviders,
    Origin,
    Origins,
    Port,
    PostgresUrl,
    Seconds,
    Secret,
    Template,
)

SECRETS_FOLDER = Path("/run/secrets")
DEVELOPMENT_SECRET = "only-for-development-and-demonstration"
DEFAULT_PORT = 8000


class SettingRefused(Exception):
    """A setting cannot be used; its message is one line that names it, its value and what is allowed."""


class Limits(NamedTuple):
    """What one request may ask for."""

    tokens: int
    depth: int
    aliases: int
    fields: int
    root_fields: int
    root_mutations: int
    cost_points: int
    seconds: float


def _data_folder() -> Path:
    """Where this system keeps the data of a program: of one user, or of the machine if it is run by root."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return Path("/var/lib/communique")
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share") / "communique"


def _off_in_production(data: dict[str, Any]) -> bool:
    return data.get("environment") is not Environment.PRODUCTION


def _json_in_production(data: dict[str, Any]) -> Literal["json", "lines"]:
    return "lines" if _off_in_production(data) else "json"


def _at_this_machine(data: dict[str, Any]) -> str:
    return f"http://127.0.0.1:{data.get('port', DEFAULT_PORT)}"


class ServerSettings(BaseSettings):
    """Server."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        use_attribute_docstrings=True,
        extra="forbid",
        frozen=True,
        hide_input_in_errors=True,
        validate_default=True,
    )

    environment: Environment = Environment.DEVELOPMENT
    """What this server is for. `production` switches the explorer off, logs JSON and asks for a secret of your own;
    `demo` is set by `communique demo`. Change it on every server that others can reach."""

    host: str = "127.0.0.1"
    """The address of this machine to listen on. `0.0.0.0` in a container or behind a proxy on another machine."""

    port: Port = DEFAULT_PORT
    """The TCP port to listen on. Change it if another program has it."""

    public_url: Origin = Field(default_factory=_at_this_machine)
    """The address others reach this server at, scheme and host, without a path: it begins the address of every
    photo. By default `http://127.0.0.1` with the port. Set it to your domain; in production it begins with https://."""

    allowed_hosts: Hosts = ()
    """The host names a request may be addressed to, comma-separated; another one is answered 400. If empty, the host
    of the public URL. This machine's own names are always allowed. Change it if a server answers to several domains."""

    trusted_proxies: Networks = ()
    """The addresses of proxies whose X-Forwarded-For is believed, comma-separated. If empty, nobody's. Change it
    behind a proxy: without it every visitor seems to come from the proxy, and shares one comment limit."""

    secret: Secret = SecretStr(DEVELOPMENT_SECRET)
    """Keys the digests under which a visitor's network address is remembered, so that it is never stored in clear; at
    least 32 characters; and encrypts signing keys and second factors. Make one with
    `python -c "import secrets; print(secrets.token_urlsafe(32))"`. Changing it makes the server forget which requests
    of visitors it has already carried out, and what it keeps encrypted cannot be read any more: make a new key with
    `communique keys rotate`, and have apps that make codes set up again."""

    log_level: Literal["debug", "info", "warning", "error"] = "info"
    """The least important line that is logged. `debug` while looking for a fault."""

    log_format: Literal["json", "lines"] = Field(default_factory=_json_in_production)
    """`json` for programs that collect logs, `lines` for people. By default `json` in production, else `lines`."""


class DatabaseSettings(ServerSettings):
    """Database and files."""

    database_url: PostgresUrl = None
    """The Postgres 18 to use: `postgresql://user:password@host:5432/name`. If unset, one of our own is started in the
    data folder, which serves one machine. Change it when several servers share a database."""

    data_folder: Folder = Field(default_factory=_data_folder)
    """The folder of the embedded Postgres and of the media. By default `~/.local/share/communique`, or
    `/var/lib/communique` for root. Change it to a disk that is backed up."""

    media_folder: Folder = Field(default_factory=lambda data: data.get("data_folder", Path()) / "media")
    """The folder of photos as they were stored. By default `media` in the data folder."""

    read_pool_count: Count = 10
    """Connections kept for reading. Raise it when reads are answered 503 while Postgres has room; each costs it about
    10 MB."""

    write_pool_count: Count = 5
    """Connections kept for writing; reads never wait for them. Raise it when many people write at once."""

    preview_pool_count: Count = 2
    """Connections kept for preview links, each of which puts a draft in place, reads it and takes it back. Raise it
    when previews are answered 503 and nobody is saving the text."""

    pool_timeout_seconds: Seconds = 1.0
    """Seconds a request waits for a connection before it is answered 503 with Retry-After."""

    read_pool_count_for_editors: Count = 4
    """Connections kept for reading with a token; visitors never keep them waiting, however many come."""

    statement_timeout_seconds: Seconds = 1.5
    """Seconds after which Postgres gives a read up. Raise it with the read timeout, which must be longer."""

    read_timeout_seconds: Seconds = 2.0
    """Seconds by the clock after which a visitor's read is given up, waiting included."""

    statement_timeout_seconds_for_editors: Seconds = 8.0
    """The same as for visitors, for a read with a token."""

    read_timeout_seconds_for_editors: Seconds = 10.0
    """The same as for visitors, for a request with a token."""


class GraphQLSettings(DatabaseSettings):
    """GraphQL."""

    is_explorer_on: bool = Field(default_factory=_off_in_production)
    """Whether /graphql shows GraphiQL to a browser. By default in development and the demo only."""

    allows_introspection_by_visitors: bool = Field(default_factory=_off_in_production)
    """Whether the schema may be asked for without a token. By default in development and the demo only; the schema is
    public all the same, as schema/schema.graphql. Switch it on for the tools of strangers."""

    cross_origin_origins: Origins = ()
    """The origins whose pages may ask from a browser, comma-separated, such as `https://embassy.example`; `*` for all
    of them, without cookies. If empty, only this server's own pages."""

    body_limit_bytes: Count = 262_144
    """Bytes of the largest GraphQL request; a larger one is answered 413."""

    body_timeout_seconds: Seconds = 30.0
    """Seconds a client may take to send its request; a slower one is answered 408."""

    most_tokens: Count = 1_000
    """Tokens of the longest document of a visitor. The dearest check of a document grows with their square."""

    most_tokens_for_editors: Count = 4_000
    """The same for a request with a token."""

    most_depth: Count = 12
    """Levels of the deepest document of a visitor. A page of posts with photos and replies takes 11."""

    most_depth_for_editors: Count = 16
    """The same for a request with a token."""

    most_aliases: Count = 15
    """Aliases in a document of a visitor, fragments counted each time they are used."""

    most_aliases_for_editors: Count = 60
    """The same for a request with a token."""

    most_fields: Count = 300
    """Fields in a document of a visitor, fragments counted each time they are used."""

    most_fields_for_editors: Count = 1_000
    """The same for a request with a token."""

    most_root_fields: Count = 10
    """Fields at the top of a query."""

    most_root_mutations: Count = 5
    """Fields at the top of a mutation, each a transaction of its own."""

    most_cost_points: Count = 1_000
    """Points a visitor's query may cost: one for every ten rows of lists that it may read. An answer says its cost."""

    most_cost_points_for_editors: Count = 5_000
    """The same for a request with a token."""


class ContentSettings(GraphQLSettings):
    """Comments and previews."""

    preview_url_template: Template = None
    """The page of your site that shows previews, with `{secret}` where the secret of the link goes:
    `https://embassy.example/preview?token={secret}`. If unset, `createPreviewLink` answers the secret without an
    address."""

    comments_per_minute: Count = 5
    """Comments one network address may send in a minute. Raise it for an event where many share one."""

    comments_per_minute_per_post: Count = 60
    """Comments one post may receive in a minute, from everyone together."""


class WorkSettings(ContentSettings):
    """Worker, webhooks and e-mail."""

    runs_worker: bool = True
    """Whether a server also does the work that follows a change: delivering events, sending e-mail, clearing up. Switch
    it off on servers beside which `communique worker` runs."""

    worker_lease_seconds: Seconds = 60.0
    """Seconds for which a worker claims a piece of work. What a killed one had claimed is done by another after that;
    it must be longer than any one piece takes."""

    webhook_timeout_seconds: Seconds = 15.0
    """Seconds a webhook has to answer."""

    allows_local_webhooks: bool = False
    """Whether webhooks may be on this machine, over http:// too. For development; others must be on the public internet
    and use https://."""

    mail_host: str | None = None
    """The SMTP server that takes our e-mail. If unset, none is sent, and the log says what it would have been about."""

    mail_port: Port = 587
    """Its TCP port: 587 with STARTTLS, 465 with TLS."""

    mail_security: Literal["starttls", "tls", "none"] = "starttls"
    """How the connection to it is secured. `none` only for a server on this machine."""

    mail_user: str | None = None
    """The user to sign in with. If unset, nobody signs in."""

    mail_password: SecretStr | None = None
    """That user's password. It is not sent without STARTTLS or TLS."""

    mail_from: MailAddress = "communique@localhost"
    """Who our e-mail is from. Change it to an address of your domain, which the server may send for."""


class AccountSettings(WorkSettings):
    """Accounts."""

    session_idle_hours: Hours = 12
    """Hours after which a session ends that nobody has used."""

    session_days: Days = 7
    """Days after which a session ends, however much it is used."""

    oidc_providers: OidcProviders = ()
    """Where people may sign in besides here, by OpenID Connect. Register `/sign-in/oidc/` with the name and `/callback`
    at the provider. Only an address that it has verified counts. With `new_account_role`, whoever it vouches for gets
    an account with that role, in `new_account_mission` (a slug) or in every mission. Put it into a file of secrets."""

    sign_in_failures_per_account: Count = 5
    """Failed attempts on one account from one network address in 15 minutes, after which that address waits. Nobody
    else is kept out by them."""

    sign_in_failures_per_network: Count = 50
    """Failed attempts from one network address in an hour, whatever the account. Raise it where many share one."""


class Settings(AccountSettings):
    """Every setting of one server."""

    @model_validator(mode="after")
    def _fit_together(self) -> Self:
        if self.environment is Environment.PRODUCTION and self.secret.get_secret_value() == DEVELOPMENT_SECRET:
            raise DoesNotFit("secret", "one of your own in production, at least 32 characters")
        if self.statement_timeout_seconds > self.read_timeout_seconds:
            raise DoesNotFit("statement_timeout_seconds", f"at most the read timeout, {self.read_timeout_seconds:g}")
        if self.statement_timeout_seconds_for_editors > self.read_timeout_seconds_for_editors:
            limit = f"at most the read timeout, {self.read_timeout_seconds_for_editors:g}"
            raise DoesNotFit("statement_timeout_seconds_for_editors", limit)
        if self.worker_lease_seconds <= self.webhook_timeout_seconds:
            limit = f"more than the time a webhook has to answer, {self.webhook_timeout_seconds:g}"
            raise DoesNotFit("worker_lease_seconds", limit)
        if self.mail_password and self.mail_security == "none":
            raise DoesNotFit("mail_security", "starttls or tls, since there is a password")
        return self

    def limits(self, *, is_editor: bool) -> Limits:
        """What one request of a visitor, or one with a token, may ask for."""
        suffix = "_for_editors" if is_editor else ""
        tokens, depth, aliases, fields, points, seconds = (
            getattr(self, name + suffix)
            for name in (
                "most_tokens",
                "most_depth",
                "most_aliases",
                "most_fields",
                "most_cost_points",
                "read_timeout_seconds",
            )
        )
        return Limits(tokens, depth, aliases, fields, self.most_root_fields, self.most_root_mutations, points, seconds)

    @property
    def hosts(self) -> tuple[str, ...]:
        """The host names a request may be addressed to; this machine's own serve health checks."""
        wanted = self.allowed_hosts or (urlsplit(self.public_url).hostname or "localhost",)
        return tuple(dict.fromkeys((*wanted, "127.0.0.1", "localhost", "::1")))


GROUPS = (ServerSettings, DatabaseSettings, GraphQLSettings, ContentSettings, WorkSettings, AccountSettings)


def load_settings(**given: Any) -> Settings:
    """Read the settings; what is given here, such as an option of a command, wins over the environment.

    Raises:
        SettingRefused.
    """
    folder = SECRETS_FOLDER if SECRETS_FOLDER.is_dir() else None
    try:
        return Settings(**{"_secrets_dir": folder, **given})
    except ValidationError as error:
        raise SettingRefused(refusal(error, Settings.model_fields)) from None
