"""The three operations that are measured, as a front end would ask them."""

from dataclasses import dataclass
from typing import Any

import orjson

MISSIONS = 200
SHOWN_POST = 5
"""Which of the newest posts is the page that is asked for: many photos, a long thread."""

COMMENT = "fragment Words on Comment { id authorName html writtenAt }"
PHOTO = "fragment Shown on Placement { captionHtml alternativeText credit photo { url width height } }"

PAGE = f"""
query Page($mission: String!, $slug: String!) {{
  post(mission: $mission, slug: $slug) {{
    title summary publishedAt locale direction
    mission {{ name slug }}
    bylines {{ role office subject {{ __typename ... on Person {{ name slug }} ... on Mission {{ name slug }} }} }}
    body {{
      blocks {{
        __typename
        ... on ParagraphBlock {{ id html }}
        ... on HeadingBlock {{ id level html }}
        ... on ListBlock {{ id html }}
        ... on QuoteBlock {{ id html }}
        ... on EmbedBlock {{ id url title }}
        ... on PhotoBlock {{ id placement {{ ...Shown }} }}
        ... on GalleryBlock {{ id placements {{ ...Shown }} }}
      }}
    }}
    topics {{ slug name }}
    commentCount
    comments(first: 20) {{
      pageInfo {{ hasNextPage endCursor }}
      nodes {{ ...Words replies(first: 10) {{ nodes {{ ...Words replies(first: 10) {{ nodes {{ ...Words }} }} }} }} }}
    }}
  }}
}}
{COMMENT}
{PHOTO}
"""

FRONT = """
query Front($first: Int!) {
  posts(first: $first) {
    pageInfo { hasNextPage endCursor }
    nodes {
      id kind title summary slug locale publishedAt commentCount
      mission { name slug }
      bylines { office subject { ... on Person { name } ... on Mission { name } } }
      placements { caption alternativeText photo { url width height } }
    }
  }
}
"""

TINY = "query Tiny($mission: String!, $slug: String!) { post(mission: $mission, slug: $slug) { title } }"


@dataclass(frozen=True)
class Operation:
    """An operation with its variables."""

    name: str
    field: str
    """The one field it asks for."""
    text: str
    variables: dict[str, Any]

    @property
    def request(self) -> bytes:
        """What a client sends."""
        return orjson.dumps({"query": self.text, "variables": self.variables})


SHOWN = {"mission": f"mission-{SHOWN_POST % MISSIONS}", "slug": f"post-{SHOWN_POST}-en"}
OPERATIONS = (
    Operation("page", "post", PAGE, SHOWN),
    Operation("front", "posts", FRONT, {"first": 20}),
    Operation("tiny", "post", TINY, SHOWN),
)
