"""The text of an XML file line by line: decoded as what it really is, and repaired where it is not well-formed."""

import codecs
import io
import re
from collections.abc import Iterable, Iterator
from html import escape
from html.entities import html5
from typing import BinaryIO, NamedTuple

from gateway.importers.archive import Member
from gateway.importers.characters import UNUSABLE
from gateway.importers.report import LossReport

LINE_CHARACTERS = 16 * 1024**2
TERM_LINES = 500

KNOWN_PREFIXES = {
    "app": "http://www.w3.org/2007/app",
    "atom": "http://www.w3.org/2005/Atom",
    "blogger": "http://schemas.google.com/blogger/2018",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "excerpt": "http://wordpress.org/export/1.2/excerpt/",
    "gd": "http://schemas.google.com/g/2005",
    "georss": "http://www.georss.org/georss",
    "media": "http://search.yahoo.com/mrss/",
    "openSearch": "http://a9.com/-/spec/opensearchrss/1.0/",
    "thr": "http://purl.org/syndication/thread/1.0",
    "wfw": "http://wellformedweb.org/CommentAPI/",
    "wp": "http://wordpress.org/export/1.2/",
}
ENCODINGS = (
    "utf", "ascii", "iso8859", "cp", "koi8", "gb", "big5", "shift_jis", "euc", "mac", "tis", "iso2022",
)  # fmt: skip
BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF32_LE: "utf-32", codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16",
}  # fmt: skip
DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']""")
OPEN_TERM = re.compile(r"""<category\b[^<>]*\bterm\s*=\s*(?:(")[^"<]*|(')[^'<]*)$""")
ROOT_TAG = re.compile(r"<(?![?!])[^<>]*>")
USED_PREFIX = re.compile(r"</?([A-Za-z]\w*):")
CDATA_EDGE = re.compile(r"(<!\[CDATA\[|\]\]>)")
# Every ampersand but those of the five names that XML knows.
AMPERSAND = re.compile(
    r"&(?!(?:amp|lt|gt|quot|apos);)(?:(#(?:[0-9]{1,8}|x[0-9a-fA-F]{1,7}))|([A-Za-z][A-Za-z0-9]*))?(;?)"
)


class Line(NamedTuple):
    """A line with its ending; ``number`` counts from 1."""

    number: int
    text: str


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    """Read a byte that is not UTF-8 as what it most likely is."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("communique-windows-1252", _as_windows_1252)


def encoding_of(member: Member, report: LossReport) -> str:
    """The encoding the file is really in: its byte order mark, else UTF-8 where it is that, else what it declares."""
    with member.open() as stream:
        start = stream.read(4096)
        mark = next((mark for mark in BYTE_ORDER_MARKS if start.startswith(mark)), None)
        if mark is not None:
            return BYTE_ORDER_MARKS[mark]
        match = DECLARED.match(start)
        declared = match.group(1).decode("ascii") if match else "utf-8"
        known = _known_encoding(declared)
        is_utf8, is_ascii = _inspect(start, stream)
    if known is None:
        report.recovered(member.name, 1, f"the encoding “{declared}” is unknown; the file was read as UTF-8")
        return "utf-8"
    if is_utf8 and not is_ascii and known != "utf-8":
        report.recovered(member.name, 1, f"the file says it is {declared} but is UTF-8; it was read as UTF-8")
        return "utf-8"
    if known == "utf-8" and not is_utf8:
        report.recovered(member.name, 1, "bytes that are not UTF-8 were read as Windows-1252")
    return known


def _known_encoding(declared: str) -> str | None:
    try:
        name = codecs.lookup(declared).name
    except (LookupError, ValueError):
        return None
    return name if name.startswith(ENCODINGS) and name not in {"utf-7", "utf-8-sig"} else None


def _inspect(start: bytes, stream: BinaryIO) -> tuple[bool, bool]:
    """Whether the whole file is UTF-8, and whether it is plain ASCII."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    is_ascii = True
    piece = start
    try:
        while piece:
            is_ascii = is_ascii and piece.isascii()
            decoder.decode(piece)
            piece = stream.read(1024**2)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False, False
    return True, is_ascii


def decoded_lines(member: Member, encoding: str) -> Iterator[Line]:
    """Every line of the file; a line of absurd length comes in parts with the same number."""
    with member.open() as stream:
        text = io.TextIOWrapper(stream, encoding=encoding, errors="communique-windows-1252", newline="")
        number = 1
        while part := text.readline(LINE_CHARACTERS):
            yield Line(number, part)
            number += part.endswith(("\n", "\r"))


def joined_terms(lines: Iterable[Line]) -> Iterator[Line]:
    """Keep the line breaks inside ``<category term='…'>``, which XML would turn into spaces.

    Source:
        Exports exist that put all labels of a post into one term, a line each.
    """
    waiting: list[Line] = []
    quote = ""
    for line in lines:
        if waiting:
            waiting.append(line)
            if quote in line.text or len(waiting) > TERM_LINES:
                yield _joined(waiting, quote)
                waiting = []
        elif match := OPEN_TERM.search(line.text.rstrip("\r\n")):
            quote = match.group(1) or match.group(2)
            waiting.append(line)
        else:
            yield line
    yield from waiting


def _joined(lines: list[Line], quote: str) -> Line:
    """One line of several, its breaks written as ``&#10;`` up to the closing quote and repeated after it."""
    inside, closing, after = "".join(line.text for line in lines[1:]).partition(quote)
    breaks = "\n" * (len(lines) - 1)
    label_lines = [lines[0].text.rstrip("\r\n"), *inside.splitlines()]
    return Line(lines[0].number, "&#10;".join(label_lines) + closing + breaks + after)


def repaired(lines: Iterable[Line], name: str, report: LossReport) -> Iterator[Line]:
    """The lines as well-formed as rules can make them; each repair is noted with its line.

    Sections of CDATA come out as ordinary, escaped text, so that no tag in them is taken for one of the file's.
    """
    in_cdata = False
    unbound: set[str] = set()
    for line in _with_prefixes(lines, unbound):
        for prefix in sorted(unbound.intersection(USED_PREFIX.findall(line.text))):
            unbound.discard(prefix)
            if f"xmlns:{prefix}" not in line.text:
                report.recovered(name, line.number, f"the prefix {prefix}: was used without being declared")
        pieces: list[str] = []
        for piece in CDATA_EDGE.split(line.text):
            if piece in {"<![CDATA[", "]]>"} and in_cdata == (piece == "]]>"):
                in_cdata = not in_cdata
                continue
            clean, repairs = _clean(piece, in_cdata=in_cdata)
            pieces.append(clean)
            for what in repairs:
                report.recovered(name, line.number, what)
        yield Line(line.number, "".join(pieces))


def _with_prefixes(lines: Iterable[Line], unbound: set[str]) -> Iterator[Line]:
    """Declare every known prefix on the root element; ``unbound`` receives those that were not declared there."""
    waiting: list[str] = []
    is_done = False
    for line in lines:
        if is_done:
            yield line
            continue
        waiting.append(line.text)
        start = "".join(waiting)
        match = ROOT_TAG.search(start)
        if match or len(start) > 64 * 1024:
            is_done = True
            yield Line(1, _declare(start, match, unbound) if match else start)
    if not is_done:
        yield Line(1, "".join(waiting))


def _declare(start: str, root: re.Match[str], unbound: set[str]) -> str:
    unbound.update(prefix for prefix in KNOWN_PREFIXES if f"xmlns:{prefix}" not in root.group())
    declarations = "".join(f' xmlns:{prefix}="{KNOWN_PREFIXES[prefix]}"' for prefix in sorted(unbound))
    end = root.end() - (2 if root.group().endswith("/>") else 1)
    return start[:end] + declarations + start[end:]


def _clean(text: str, *, in_cdata: bool) -> tuple[str, list[str]]:
    """Text without what XML cannot hold, and a sentence for each sort of thing that was done."""
    repairs: list[str] = []
    text, count = UNUSABLE.subn("", text)
    if count:
        repairs.append("control characters were dropped")
    if in_cdata:
        return escape(text, quote=False), repairs
    if "&" not in text:
        return text, repairs

    def replace(match: re.Match[str]) -> str:
        replacement = _reference(match)
        if replacement != match.group():
            repairs.append(f"“{match.group()[:40]}” is not XML and was read as what it stands for")
        return replacement

    return AMPERSAND.sub(replace, text), repairs


def _reference(match: re.Match[str]) -> str:
    """What an ampersand and the name after it must be written as."""
    number, name, semicolon = match.groups()
    if number and semicolon:
        value = int(number[2:], 16) if number[1] == "x" else int(number[1:])
        is_usable = value <= 0x10FFFF and not UNUSABLE.match(chr(value))
        return match.group() if is_usable else ""
    character = html5.get(f"{name};") if name and semicolon else None
    return escape(character) if character else f"&amp;{match.group()[1:]}"
