"""Bodies from Markdown: CommonMark, with HTML in it shown as the text it is."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice, takewhile

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from schema.posts.body.addresses import provider_of
from schema.posts.body.conversion.fitting import heading_blocks, list_blocks, quote_blocks
from schema.posts.body.conversion.flow import Flow, Marks, storable
from schema.posts.body.conversion.losses import Converted, Losses, converted
from schema.posts.body.conversion.making import PhotoFor, Picture, embed, linked, photo, photo_link_loss, words
from schema.posts.body.grammar import Node

MAX_NESTING = 60
MAX_START = 1_000_000
LONE_ADDRESS = re.compile(r"<?(https?://[^\s<>]+)>?")

_parser = MarkdownIt("commonmark", {"html": False, "maxNesting": MAX_NESTING})
# Addresses are judged where links are made, so that one that is refused is a loss and not silently text.
_parser.validateLink = lambda url: True  # type: ignore[method-assign]


def from_markdown(text: str, photo_for: PhotoFor) -> Converted:
    """Read Markdown as a document for ``parse_body``.

    A picture becomes a photo: its alternative text describes it, its title is the caption. Headings of level 1 become
    level 2, those below 4 level 4. The address of a video alone in a paragraph becomes an embed. ``photo_for`` gives
    the photo in the library for the address of a picture; one without is left out and is a loss.
    """
    losses = Losses()
    tokens = _parser.parse(storable(text))
    if any(token.level >= MAX_NESTING - 1 for token in tokens):
        losses.add("markup", f"What is nested more than {MAX_NESTING} levels deep was left out.")
    return converted(Reader(photo_for, losses).blocks(SyntaxTreeNode(tokens).children), losses)


class Reader:
    """Reads the tokens of one Markdown text."""

    def __init__(self, photo_for: PhotoFor, losses: Losses) -> None:
        self._photo_for = photo_for
        self._losses = losses
        self._list_level = 0

    def blocks(self, nodes: Iterable[SyntaxTreeNode]) -> list[Node]:
        return [block for node in nodes for block in self._block(node)]

    def _block(self, node: SyntaxTreeNode) -> list[Node]:
        match node.type:
            case "paragraph":
                return self._paragraph(node)
            case "heading":
                return heading_blocks(int(node.tag[1:]), self._running(node))
            case "bullet_list" | "ordered_list":
                return self._list(node)
            case "blockquote":
                return quote_blocks(self.blocks(node.children), "", self._losses)
            case "hr":
                return [{"type": "divider"}]
            case _:
                return self._code(node)

    def _paragraph(self, node: SyntaxTreeNode) -> list[Node]:
        alone = LONE_ADDRESS.fullmatch(node.children[0].content.strip()) if node.children else None
        if alone is None:
            return self._running(node)
        if provider_of(alone[1]) and (made := embed(alone[1], "", self._losses)):
            return [made]
        flow = Flow()
        flow.text(alone[1], linked({}, alone[1], "", alone[1], self._losses))
        return flow.blocks()

    def _list(self, node: SyntaxTreeNode) -> list[Node]:
        self._list_level += 1
        items = [self.blocks(item.children) for item in node.children]
        self._list_level -= 1
        start = min(int(node.attrs.get("start", 1)), MAX_START)
        attrs = {"start": start} if node.type == "ordered_list" else None
        return list_blocks(attrs, items, self._list_level + 1, self._losses)

    def _code(self, node: SyntaxTreeNode) -> list[Node]:
        """Code as a paragraph, a line each."""
        self._losses.formatting("code")
        flow = Flow()
        for line in node.content.splitlines():
            flow.text(line, {})
            flow.line_break({})
        return flow.blocks()

    def _running(self, node: SyntaxTreeNode) -> list[Node]:
        """The running text of a node: paragraphs, and the photos that divide them."""
        flow = Flow()
        for inline in node.children:
            self._collect((inline.token and inline.token.children) or [], flow)
        return flow.blocks()

    def _collect(self, tokens: Sequence[Token], flow: Flow) -> None:
        standing: list[Marks] = [{}]
        for index, token in enumerate(tokens):
            marks = standing[-1]
            match token.type:
                case "strong_open":
                    standing.append({**marks, "strong": {}})
                case "em_open":
                    standing.append({**marks, "emphasis": {}})
                case "link_open":
                    standing.append(self._linked(tokens, index, marks))
                case "strong_close" | "em_close" | "link_close":
                    standing.pop()
                case "image":
                    self._picture(token, flow)
                case "hardbreak":
                    flow.line_break(marks)
                case "softbreak":
                    flow.text(" ", marks)
                case _:
                    self._text(token, flow, marks)

    def _text(self, token: Token, flow: Flow, marks: Marks) -> None:
        if token.type == "code_inline":
            self._losses.formatting("code")
        flow.text(token.content, marks)

    def _linked(self, tokens: Sequence[Token], start: int, marks: Marks) -> Marks:
        """The marks within the link that is opened at ``start``."""
        within = list(takewhile(lambda token: token.type != "link_close", islice(tokens, start + 1, None)))
        attrs, text = tokens[start].attrs, _plain(within)
        address, title = str(attrs.get("href", "")), str(attrs.get("title", ""))
        if not text.strip() and any(token.type == "image" for token in within):
            photo_link_loss(address, self._losses)
            return marks
        return linked(marks, address, title, text, self._losses)

    def _picture(self, token: Token, flow: Flow) -> None:
        picture = Picture(
            address=str(token.attrs.get("src", "")),
            alternative_text=_plain(token.children or []),
            caption=words(str(token.attrs.get("title", ""))),
        )
        if made := photo(picture, self._photo_for, self._losses):
            flow.block(made)


def _plain(tokens: Iterable[Token]) -> str:
    return "".join(
        " " if token.type in ("softbreak", "hardbreak") else token.content for token in tokens if token.type != "image"
    )
