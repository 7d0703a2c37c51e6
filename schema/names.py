"""Names in several languages, as inputs."""

from collections.abc import Sequence

from schema.declaring import column, input_type


@input_type
class NameInput:
    """A name in one language."""

    locale: str = column("The language, as a BCP 47 tag.")
    name: str = column("The name in that language.")


def by_locale(names: Sequence[NameInput] | None) -> dict[str, str] | None:
    """The names by language tag, as services take them."""
    return None if names is None else {name.locale: name.name for name in names}
