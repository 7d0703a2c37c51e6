"""A body is the document of a post: an ordered list of named blocks, checked when written and rendered once.

It is ProseMirror JSON. It is not HTML, and it knows photos only by their id: where a file is served is told to it.
"""

from schema.posts.body.conversion.html import from_html
from schema.posts.body.conversion.losses import Converted, Loss
from schema.posts.body.conversion.markdown import from_markdown
from schema.posts.body.document import Document, PhotoUse, parse_body
from schema.posts.body.refusals import BlockProblem, BodyInvalid, PhotoNotFound
from schema.posts.body.rendering import PhotoFacts, Rendered, render

__all__ = [
    "BlockProblem",
    "BodyInvalid",
    "Converted",
    "Document",
    "Loss",
    "PhotoFacts",
    "PhotoNotFound",
    "PhotoUse",
    "Rendered",
    "from_html",
    "from_markdown",
    "parse_body",
    "render",
]
