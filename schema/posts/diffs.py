"""What became of a text between two revisions, as GraphQL."""

import enum

from schema.declaring import column, enum_type, object_type


@enum_type
class WordChange(enum.Enum):
    """What became of some words."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@enum_type
class BlockChange(enum.Enum):
    """What became of a block."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


@object_type
class DiffWords:
    """Some words that stayed, came or went. What is SAME or ADDED, joined in order, is the newer text."""

    kind: WordChange = column("What became of them.")
    text: str = column("The words with the spaces behind them, as text: escape them before you show them as HTML.")


@object_type
class DiffDetail:
    """What became of something that is not words: a mark, such as a link, or an attribute, such as a credit."""

    name: str = column("What it is: `link`, `language`, `strong`, `emphasis`, `type`, or an attribute of `Body.json`.")
    words: str | None = column("The words that have the mark; null for an attribute.")
    block: str | None = column("The photo of the gallery that it belongs to; null when it belongs to the block itself.")
    before: str | None = column("What it was; null when there was none.")
    after: str | None = column("What it is; null when there is none any more.")


@object_type
class BlockDiff:
    """What became of one block."""

    id: str = column("The block.")
    type: str = column("What sort of block it is, as in `Body.json`: `paragraph`, `photo` and so on.")
    kind: BlockChange = column("What became of it; a block that was moved and changed is CHANGED.")
    is_moved: bool = column("Whether it stands elsewhere among the others.")
    position: int = column("Its place in the newer text, 1 for the first; of one that is gone, its place in the older.")
    words: list[DiffWords] = column("Its words in order, and among them those that are gone.")
    details: list[DiffDetail] = column("What became of its marks and attributes, only where something did.")


@object_type
class TextDiff:
    """What became of a text between two revisions."""

    title: list[DiffWords] = column("The title.")
    summary: list[DiffWords] = column("The summary.")
    blocks: list[BlockDiff] = column("The blocks in the order of the newer text; those that are gone, where they were.")
    is_by_words: bool = column("False when so much was changed that a changed block is shown as gone and come.")
    added_word_count: int = column("How many words came.")
    removed_word_count: int = column("How many words went.")
