"""What the verbs of signing in are handed: keys from the setting `secret`, and the figures of the settings."""

from datetime import timedelta

from gateway.secrets import Seal
from gateway.settings import Settings
from schema.accounts.means import Rules, SigningIn, Window
from schema.accounts.passwords import Passwords


def signing_in(settings: Settings) -> SigningIn:
    """The means of one server; where a request comes from is added to each."""
    return SigningIn(
        passwords=Passwords(),
        seal=Seal(settings.secret, "second factors"),
        digest_key=settings.secret.get_secret_value().encode(),
        public_url=settings.public_url,
        rules=rules(settings),
    )


def rules(settings: Settings) -> Rules:
    """How long sessions last, and how often one may fail."""
    return Rules(
        idle=timedelta(hours=settings.session_idle_hours),
        lifetime=timedelta(days=settings.session_days),
        by_one=Window(settings.sign_in_failures_per_account, timedelta(minutes=15)),
        by_network=Window(settings.sign_in_failures_per_network, timedelta(hours=1)),
    )
