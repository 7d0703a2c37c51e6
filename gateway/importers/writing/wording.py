"""Words of a stranger's archive brought into what a field of ours can hold, with what had to be cut off."""

import re

from schema.texts import SPACES, UNSTORABLE, is_visible, stored

WORD_END = re.compile(r"\s+\S*$")


def fitted(text: str, limit: int) -> tuple[str, str]:
    """One line of at most ``limit`` characters, and the rest that had to be cut off; nothing if nothing can be seen."""
    line = SPACES.sub(" ", stored(UNSTORABLE.sub("", text), "The text", ())).strip()
    kept = line[:limit].rstrip()
    return (kept, line[limit:]) if is_visible(kept) else ("", "")


def first_words(text: str, limit: int) -> str:
    """The beginning of a text up to the end of a word, with “…” when there is more of it."""
    line, rest = fitted(text, limit)
    return f"{WORD_END.sub('', line)}…" if rest else line
