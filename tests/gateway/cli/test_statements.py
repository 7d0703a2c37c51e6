import json
import shutil
import subprocess
from pathlib import Path

import pytest

from gateway.cli.endings import Exit
from tests.gateway.cli.typed import Type
from tests.makers.statements import ISSUER, key_id_of, make_key, message, unpadded


def test_keys_are_made_replaced_and_revoked(type_: Type, own_database: str) -> None:
    assert type_("keys", "list", "--json").json == {"keys": []}
    assert "There is no key yet" in type_("keys", "list").out
    first = type_("keys", "rotate", "--json").json
    second = type_("keys", "rotate", "--json").json
    assert [key["state"] for key in type_("keys", "list", "--json").json["keys"]] == ["signs", "replaced"]
    revoked = type_("keys", "revoke", first["key_id"], "--reason", "A laptop was lost.", "--json").json
    assert (revoked["state"], revoked["revoked_from"]) == ("revoked", first["used_from"])
    assert type_("keys", "revoke", "other", "--reason", "Lost.").code == Exit.FOUND
    ran = type_("keys", "revoke", second["key_id"], "--reason", "Lost.", "--since", "soon")
    assert (ran.code, "“soon” is no moment." in ran.err) == (Exit.WRONG, True)
    assert type_("sign", "--json").json == {"signed": 0}


def test_another_secret_cannot_sign(type_: Type, own_database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    blog = Path("tests/gateway/importers/archives/classic.xml")
    begin = ["--mission", "rabat", "--create-mission", "Embassy in Rabat", "--time-zone", "Africa/Casablanca"]
    assert type_("import", "blogger", blog, *begin, "--locale", "en").code == Exit.DONE
    assert type_("keys", "rotate").code == Exit.DONE
    monkeypatch.setenv("COMMUNIQUE_SECRET", "another secret of thirty-two characters")
    ran = type_("sign")
    assert (ran.code, "was kept under another `secret`" in ran.err) == (Exit.WRONG, True)
    assert type_("keys", "rotate").code == Exit.DONE
    assert type_("sign", "--json").json["signed"] > 0


@pytest.fixture
def saved(tmp_path: Path) -> tuple[Path, Path]:
    """A saved statement and the keys, made by hand."""
    said = {
        "format": "communique-statement/1", "post": "Post:1", "kind": "NOTICE", "locale": "en", "is_authentic": True,
        "mission": {"id": "Mission:1", "slug": "lisbon", "name": "Embassy in Lisbon"}, "slug": "hours", "revision": 2,
        "published_at": "2026-03-10T09:30:00.000000Z", "title": "Hours", "summary": "", "body": {"type": "doc"},
        "photos": [], "bylines": [], "notice": None,
    }  # fmt: skip
    words = json.dumps(said, sort_keys=True, separators=(",", ":"))
    from datetime import UTC, datetime
    from hashlib import sha256

    key, digest, at = make_key(1), sha256(words.encode()).hexdigest(), datetime(2026, 3, 10, 9, 30, tzinfo=UTC)
    signature = unpadded(key.sign(message(ISSUER, key_id_of(key), digest, at)))
    document = {"canonical": words, "sha256": digest, "issuer": ISSUER, "key_id": key_id_of(key)}
    (tmp_path / "saved.json").write_text(json.dumps({**document, "signed_at": at.isoformat(), "signature": signature}))
    jwk = {"kty": "OKP", "crv": "Ed25519", "x": unpadded(key.public_key().public_bytes_raw()), "kid": key_id_of(key)}
    (tmp_path / "keys.json").write_text(json.dumps({"issuer": ISSUER, "keys": [jwk]}))
    return tmp_path / "saved.json", tmp_path / "keys.json"


def test_a_saved_statement_is_verified_without_asking_anybody(type_: Type, saved: tuple[Path, Path]) -> None:
    ran = type_("verify", saved[0], "--keys", saved[1])
    assert ran.code == Exit.DONE
    for line in (
        "Embassy in Lisbon, at https://posts.example",
        "“Hours” (en), revision 2",
        "Valid: exactly this was signed.",
    ):
        assert line in ran.out
    document = type_("verify", saved[0], "--keys", saved[1], "--json").json
    assert (document["is_valid"], document["problems"], document["issuer"]) == (True, [], ISSUER)
    assert document["statement"]["title"] == "Hours"


def test_a_changed_one_is_not_valid(type_: Type, saved: tuple[Path, Path]) -> None:
    saved[0].write_text(saved[0].read_text().replace("Hours", "Hour"))
    ran = type_("verify", saved[0], "--keys", saved[1])
    assert ran.code == Exit.FOUND
    assert "The words were changed" in ran.out
    assert "Not valid." in ran.out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["nowhere.json"], "nowhere.json cannot be read"),
        (["README.md"], "README.md does not say who issued it."),
        (["README.md", "--keys", "README.md"], "There are no keys at README.md."),
        (["http://127.0.0.1:1/statements/Post:1/en/1"], "cannot be read"),
    ],
)
def test_what_cannot_be_read_is_said(type_: Type, words: list[str], says: str) -> None:
    ran = type_("verify", *words)
    assert ran.code == Exit.WRONG
    assert says in ran.err


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not here")
def test_openssl_says_the_same(saved: tuple[Path, Path], tmp_path: Path) -> None:
    """By nothing of ours, and by no library of ours."""
    import base64
    from datetime import datetime

    document = json.loads(saved[0].read_text())
    signed_at = datetime.fromisoformat(document["signed_at"])
    (tmp_path / "message").write_bytes(message(ISSUER, document["key_id"], document["sha256"], signed_at))
    (tmp_path / "signature").write_bytes(base64.urlsafe_b64decode(document["signature"] + "=="))
    x = base64.urlsafe_b64decode(json.loads(saved[1].read_text())["keys"][0]["x"] + "=")
    (tmp_path / "key.der").write_bytes(bytes.fromhex("302a300506032b6570032100") + x)
    verify = ["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", "key.der", "-keyform", "DER", "-rawin"]
    ran = subprocess.run([*verify, "-in", "message", "-sigfile", "signature"], cwd=tmp_path, capture_output=True)
    assert ran.returncode == 0, ran.stderr
