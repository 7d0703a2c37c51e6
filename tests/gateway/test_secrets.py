import pytest
from pydantic import SecretStr

from gateway.secrets import NotUnsealed, Seal

SECRET = SecretStr("a secret of more than thirty-two characters")


def test_what_is_sealed_is_read_again_and_cannot_be_guessed_from() -> None:
    seal = Seal(SECRET, "keys")
    sealed = seal.close(b"private", "SigningKey:1")
    assert Seal(SECRET, "keys").open(sealed, "SigningKey:1") == b"private"
    assert b"private" not in sealed
    assert seal.close(b"private", "SigningKey:1") != sealed


@pytest.mark.parametrize(
    ("secret", "purpose", "place"),
    [("another secret of thirty-two characters", "keys", "here"), (None, "hooks", "here"), (None, "keys", "there")],
)
def test_nobody_else_reads_it(secret: str | None, purpose: str, place: str) -> None:
    sealed = Seal(SECRET, "keys").close(b"private", "here")
    with pytest.raises(NotUnsealed):
        Seal(SecretStr(secret) if secret else SECRET, purpose).open(sealed, place)


def test_what_was_altered_or_cut_off_is_not_read() -> None:
    seal = Seal(SECRET, "keys")
    sealed = seal.close(b"private", "here")
    altered = [bytes([*sealed[:place], sealed[place] ^ 1, *sealed[place + 1 :]]) for place in range(len(sealed))]
    for wrong in (*altered, *(sealed[:length] for length in range(len(sealed)))):
        with pytest.raises(NotUnsealed):
            seal.open(wrong, "here")
