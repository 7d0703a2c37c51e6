"""What can be looked at without a database: the settings and this machine."""

import difflib
import os
import shutil
import tempfile
import zoneinfo
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pydantic import SecretStr

from gateway.doctor.finding import Finding, fail, ok, warn
from gateway.settings import DEVELOPMENT_SECRET, Settings
from gateway.settings_reference import PREFIX, default, variable
from gateway.settings_types import Environment

GIBIBYTE = 2**30
LITTLE_BYTES = 5 * GIBIBYTE
NOTHING_BYTES = GIBIBYTE // 2
NEW_SECRET = 'COMMUNIQUE_SECRET="$(python -c "import secrets; print(secrets.token_urlsafe(32))")"'
OWN_HOSTS = ("localhost", "127.0.0.1", "::1", "0.0.0.0")


def settings_in_use(settings: Settings) -> Finding:
    """Every setting that is not the default, secrets masked; and variables that are no setting."""
    known = {variable(name) for name in Settings.model_fields}
    for stranger in sorted(name for name in os.environ if name.startswith(PREFIX) and name not in known):
        near = difflib.get_close_matches(stranger, known, 1)
        fix = f"Did you mean {near[0]}?" if near else "Remove it; docs/reference/settings.md lists all there are."
        return warn("settings", f"{stranger} is set, but is no setting.", fix)
    changed = [
        f"{name}={_shown(getattr(settings, name))}"
        for name, field in Settings.model_fields.items()
        if name in settings.model_fields_set and _shown(getattr(settings, name)) != default(field)
    ]
    return ok("settings", f"{', '.join(changed)}; the rest as they are by default." if changed else "All by default.")


def secret(settings: Settings) -> Finding:
    """Whether the secret can be guessed."""
    value = settings.secret.get_secret_value()
    if value == DEVELOPMENT_SECRET:
        message = "It is the one that everybody knows, which is refused in production."
        return warn("secret", message, NEW_SECRET)
    if len(set(value)) < 12:
        return warn("secret", f"It has only {len(set(value))} different characters.", NEW_SECRET)
    return ok("secret", f"It is your own, of {len(value)} characters.")


def public_url(settings: Settings) -> Finding:
    """Whether others can reach the address that every link begins with."""
    url = settings.public_url
    if settings.environment is not Environment.PRODUCTION:
        return ok("public url", f"{url}, for {settings.environment.value}.")
    if urlsplit(url).hostname in OWN_HOSTS:
        return fail("public url", f"{url} is this machine: links lead nowhere.", "COMMUNIQUE_PUBLIC_URL=https://…")
    if not url.startswith("https://"):
        fix = f"COMMUNIQUE_PUBLIC_URL=https://{urlsplit(url).netloc}, with a proxy that has a certificate."
        return fail("public url", f"{url} is not encrypted.", fix)
    return ok("public url", url)


def clocks_of_the_world(_: Settings) -> Finding:
    """Whether the rules of time zones are there; a mission's hours are shown in its own."""
    known = zoneinfo.available_timezones()
    if "Asia/Colombo" not in known:
        return fail("time zones", f"{len(known)} time zones are known here.", "apt-get install tzdata")
    return ok("time zones", f"{len(known)} are known.")


def disk(settings: Settings) -> Finding:
    """Whether there is room for what is written."""
    place = next(path for path in (settings.data_folder, *settings.data_folder.parents) if path.exists())
    free = shutil.disk_usage(place).free
    message = f"{free / GIBIBYTE:.1f} GiB are free for {settings.data_folder}."
    fix = "Delete what is not needed, or set COMMUNIQUE_DATA_FOLDER to a larger disk."
    if free < NOTHING_BYTES:
        return fail("disk", message, fix)
    return warn("disk", message, fix) if free < LITTLE_BYTES else ok("disk", message)


def media_folder(settings: Settings) -> Finding:
    """Whether a photo can be kept and read again."""
    folder = settings.media_folder
    existing = next(path for path in (folder, *folder.parents) if path.exists())
    try:
        with tempfile.NamedTemporaryFile(dir=existing, prefix=".doctor-") as file:
            Path(file.name).write_bytes(b"read me")
            is_same = Path(file.name).read_bytes() == b"read me"
    except OSError as error:
        fix = f"Give it to the user of the server: chown {_whoami()} {existing}"
        return fail("media folder", f"{existing} cannot be written: {error.strerror}.", fix)
    if not is_same:
        return fail("media folder", f"{existing} does not give back what was written.", "Take another disk.")
    if existing != folder:
        return ok("media folder", f"{folder} will be made with the first photo.")
    return ok("media folder", f"{folder} can be written and read.")


def _shown(value: Any) -> str:
    if isinstance(value, SecretStr):
        return "…"
    return ",".join(value) if isinstance(value, tuple) else str(getattr(value, "value", value))


def _whoami() -> str:
    return str(os.geteuid()) if hasattr(os, "geteuid") else "the user"
