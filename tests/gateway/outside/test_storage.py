"""Where files lie: under their content's name, whole or not at all, and never outside the folder."""

from hashlib import sha256
from pathlib import Path

import pytest

from gateway.outside.storage import LocalStorage, MemoryStorage, NotStored, NullStorage, Storage, key_of

CONTENT = b"a photo"
KEY = key_of(CONTENT, "image/jpeg")
NO_KEYS = (
    "",
    "..",
    "/etc/passwd",
    "../../etc/passwd",
    f"{KEY}/..",
    f"../{KEY}",
    KEY.upper(),
    KEY[3:],
    KEY + "\n",
    KEY.replace(".jpg", ".svg"),
    KEY.replace("/", "\\"),
    f"00/{KEY[3:]}",
)


@pytest.fixture(params=["folder", "memory"])
def storage(request: pytest.FixtureRequest, tmp_path: Path) -> Storage:
    return LocalStorage(tmp_path / "media") if request.param == "folder" else MemoryStorage()


async def test_what_was_put_is_read_again(storage: Storage) -> None:
    assert await storage.put(CONTENT, "image/jpeg") == (KEY, True)
    assert await storage.read(KEY) == CONTENT
    assert await storage.exists(KEY)


async def test_putting_the_same_again_changes_nothing(storage: Storage) -> None:
    await storage.put(CONTENT, "image/jpeg")
    assert await storage.put(CONTENT, "image/jpeg") == (KEY, False)


async def test_a_deleted_file_is_gone_and_deleting_it_again_is_no_fault(storage: Storage) -> None:
    await storage.put(CONTENT, "image/jpeg")
    await storage.delete(KEY)
    await storage.delete(KEY)
    assert not await storage.exists(KEY)
    with pytest.raises(NotStored):
        await storage.read(KEY)


@pytest.mark.parametrize("key", NO_KEYS)
async def test_what_is_no_key_is_not_there(storage: Storage, tmp_path: Path, key: str) -> None:
    await storage.put(CONTENT, "image/jpeg")
    assert not await storage.exists(key)
    await storage.delete(key)
    with pytest.raises(NotStored):
        await storage.read(key)
    assert await storage.read(KEY) == CONTENT


def files(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]


def test_a_key_is_the_digest_of_the_content_and_its_type() -> None:
    digest = sha256(CONTENT).hexdigest()
    assert f"{digest[:2]}/{digest}.jpg" == KEY
    assert key_of(CONTENT, "image/avif") == KEY.replace(".jpg", ".avif")
    with pytest.raises(KeyError):
        key_of(CONTENT, "image/svg+xml")


async def test_a_folder_holds_nothing_but_the_files(tmp_path: Path) -> None:
    storage = LocalStorage(tmp_path)
    await storage.put(CONTENT, "image/jpeg")
    assert files(tmp_path) == [KEY]
    assert storage.path(KEY).stat().st_mode & 0o777 == 0o644


async def test_a_write_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr("os.replace", fail)
    with pytest.raises(OSError, match="no space"):
        await LocalStorage(tmp_path).put(CONTENT, "image/jpeg")
    assert files(tmp_path) == []


async def test_a_file_that_was_cut_off_is_written_again(tmp_path: Path) -> None:
    storage = LocalStorage(tmp_path)
    storage.path(KEY).parent.mkdir(parents=True)
    storage.path(KEY).write_bytes(CONTENT[:3])
    assert await storage.put(CONTENT, "image/jpeg") == (KEY, True)
    assert await storage.read(KEY) == CONTENT


async def test_a_trial_keeps_nothing() -> None:
    storage = NullStorage()
    assert await storage.put(CONTENT, "image/jpeg") == (KEY, True)
    assert not await storage.exists(KEY)
