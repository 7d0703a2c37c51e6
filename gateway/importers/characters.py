"""Which characters may pass from an archive into content, and onto an operator's screen."""

import re

# Not allowed in XML, not storable in Postgres (NUL), or halves of a character (lone surrogates).
UNUSABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
# Would move the cursor, colour the screen or turn the direction of what follows.
STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")
E_MAIL = re.compile(r"^\s*<?([^\s@<>]+)@[^\s@<>]+\.[^\s@<>]+>?\s*$")


def usable(text: str) -> str:
    """Text without characters that no document may hold."""
    return UNUSABLE.sub("", text)


def one_line(text: str) -> str:
    """Text safe to print: one line, nothing that steers a terminal."""
    return STEERING.sub(" ", text).rstrip()


def name_without_address(name: str) -> tuple[str, bool]:
    """A name that is really an e-mail address becomes what stands before the @; and whether it was one."""
    match = E_MAIL.match(name)
    return (match.group(1), True) if match else (" ".join(usable(name).split()), False)
