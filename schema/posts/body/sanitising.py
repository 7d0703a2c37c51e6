"""The last step of all HTML that leaves a body: an explicit list of what may be in it, whatever came before."""

import nh3

TAGS = {
    *("div", "p", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "footer", "cite", "hr"),
    *("figure", "figcaption", "img"),
    *("a", "span", "strong", "em", "br"),
}
IDENTIFIED = ("p", "h2", "h3", "h4", "ul", "ol", "blockquote", "hr", "figure", "div")
ATTRIBUTES = {
    **{tag: {"data-block"} for tag in IDENTIFIED},
    "a": {"href", "title"},
    "div": {"data-block", "lang", "dir"},
    "figure": {"data-block", "data-embed"},
    "img": {"src", "width", "height", "alt", "loading"},
    "ol": {"data-block", "start"},
    "span": {"lang", "dir"},
}
SCHEMES = {"http", "https", "mailto", "tel"}

_cleaner = nh3.Cleaner(
    tags=TAGS,
    attributes=ATTRIBUTES,
    allowed_classes={"span": {"credit"}, "div": {"gallery"}},
    url_schemes=SCHEMES,
    link_rel="noopener",
)


def sanitised(html: str) -> str:
    """The same HTML without anything that is not on the list; every link has ``rel="noopener"``."""
    return _cleaner.clean(html)
