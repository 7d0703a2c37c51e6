"""Signing what was published: the private keys are here and nowhere else, and only while something is signed."""

from datetime import UTC, datetime

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from gateway.secrets import NotUnsealed, Seal
from gateway.settings import Settings
from schema.change import Change, Sessions, begin_change
from schema.context import SYSTEM
from schema.statements import services
from schema.statements.form import signed_bytes, thumbprint
from schema.statements.models import SigningKey

AT_ONCE = 100


class KeyNotReadable(Exception):
    """The key that signs was kept under another `secret`. Set that one again, or make a new key: `keys rotate`."""

    def __init__(self) -> None:
        super().__init__(str(KeyNotReadable.__doc__))


class Signer:
    """Makes keys and signs with them, under the address that others know this server by."""

    def __init__(self, settings: Settings) -> None:
        self._seal = Seal(settings.secret, "signing keys")
        self._issuer = settings.public_url

    async def new_key(self, change: Change) -> SigningKey:
        """Make a key that signs from now on."""
        key = Ed25519PrivateKey.generate()
        public = key.public_key().public_bytes_raw()
        sealed = self._seal.close(key.private_bytes_raw(), thumbprint(public))
        return await services.rotate_key(change, public_key=public, sealed_private_key=sealed)

    async def sign_some(self, change: Change) -> int:
        """Sign statements that nobody has signed yet; how many they were. The first one needs a first key."""
        statements = await services.unsigned(change.db, AT_ONCE)
        if not statements:
            return 0
        key = await services.find_current_key(change.db) or await self._first_key(change)
        private = self._private(key)
        signed_at = datetime.now(UTC)
        rows = []
        for statement in statements:
            said = {"issuer": self._issuer, "key_id": key.key_id, "sha256": statement.sha256.hex()}
            signature = private.sign(signed_bytes(**said, signed_at=signed_at))
            place = {"statement_id": statement.id, "signing_key_id": key.id}
            rows.append({**place, "issuer": self._issuer, "signed_at": signed_at, "signature": signature})
        await services.keep_signatures(change.db, rows)
        return len(rows)

    async def _first_key(self, change: Change) -> SigningKey:
        """A new key, unless somebody else has made one meanwhile."""
        await services.lock_keys(change.db)
        return await services.find_current_key(change.db) or await self.new_key(change)

    def _private(self, key: SigningKey) -> Ed25519PrivateKey:
        try:
            return Ed25519PrivateKey.from_private_bytes(self._seal.open(key.sealed_private_key, key.key_id))
        except NotUnsealed:
            raise KeyNotReadable from None


async def sign_statements(sessions: Sessions, signer: Signer) -> int:
    """Sign everything that is not signed, in batches, each committed by itself; how many there were.

    Two may do it at once: what one has locked the other leaves alone, and no key signs a statement twice.
    """
    signed, some = 0, AT_ONCE
    while some == AT_ONCE:
        async with begin_change(sessions, SYSTEM) as change:
            some = await signer.sign_some(change)
        signed += some
    return signed
