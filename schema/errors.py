"""The tree of refusals: every expected "no", with the sentence a person reads.

    Refusal
    ├── NotFound      it does not exist, or this actor may not know that it does
    ├── NotAllowed    this actor may not do it
    ├── NotReady      it may be done, but not in this state
    ├── Invalid       the input cannot be used as it is
    └── Conflict      something else got there first

A noun's own refusals stand at the top of its ``services.py``, those of posts in ``posts/refusals.py`` and
those of a body in ``posts/body/refusals.py``. The docstring of a refusal is its message; ``{names}`` in it are filled
from the keyword arguments it is raised with.
"""

import inspect
import re
from collections.abc import Sequence
from typing import Any


class Refusal(Exception):
    """This cannot be done."""

    keeps_changes = False
    """Whether what was done before the refusal stays, because it saves somebody's work."""

    def __init__(self, *, path: Sequence[str | int] = (), **details: Any) -> None:
        """``path`` names the part of the input that is refused, from the input's root."""
        self.path = tuple(path)
        self.details = details
        super().__init__(self.message)

    @classmethod
    def code(cls) -> str:
        """The stable name of this refusal in the API: the class name in capitals."""
        return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", cls.__name__).upper()

    @classmethod
    def template(cls) -> str:
        """What it says, with ``{names}`` where its details belong."""
        first_paragraph = inspect.cleandoc(cls.__doc__ or "").split("\n\n")[0]
        return " ".join(first_paragraph.split())

    @property
    def message(self) -> str:
        """One or two sentences: what is wrong and what to do next."""
        return self.template().format_map(self.details)


class NotFound(Refusal):
    """There is no {noun} “{key}” here, or you may not see it. Check the id, or ask for access."""


class NotAllowed(Refusal):
    """You may not {verb}: it takes the role “{role}” in that mission. Ask one of its administrators."""


class NotReady(Refusal):
    """This cannot be done in its present state."""


class Invalid(Refusal):
    """{reason}"""


class Conflict(Refusal):
    """Something else was saved first. Read the current state and try again."""
