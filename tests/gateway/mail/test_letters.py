import string
from typing import Any

import pytest

from gateway.mail.letters import UNITS, written
from gateway.mail.texts import TEXTS
from schema.languages import direction
from schema.mail.services import TEMPLATES

LINK = "https://ministry.example/in?t=1&u=2"


def filled(template: str, **over: Any) -> dict[str, Any]:
    """Something for every field of a template."""
    values = {name: 7 if name in UNITS else name.title() for name in TEMPLATES[template]}
    return {**values, "link": LINK, **over}


def letter(template: str, locale: str, **over: Any) -> Any:
    return written(template, locale, filled(template, **over), id="1", recipient="amina@ministry.example")


def test_every_letter_can_be_written_in_every_language() -> None:
    assert TEXTS.keys() == TEMPLATES.keys()
    assert {tuple(languages) for languages in TEXTS.values()} == {("en", "fr", "ar")}


@pytest.mark.parametrize("template", TEXTS)
@pytest.mark.parametrize("locale", ["en", "fr", "ar"])
def test_a_letter_says_all_it_was_given(template: str, locale: str) -> None:
    words = TEXTS[template][locale]
    parts = " ".join([words.subject, *words.before, *words.after])
    assert {name for _, name, _, _ in string.Formatter().parse(parts) if name} == TEMPLATES[template] - {"link"}
    made = letter(template, locale)
    assert f'<html lang="{locale}" dir="{direction(locale)}">' in made.html
    assert LINK in made.text
    assert LINK.replace("&", "&amp;") in made.html
    assert not {"{", "}"} & set(made.text + made.html + made.subject)


@pytest.mark.parametrize(
    ("asked", "subject"),
    [("fr-CA", "Votre lien de connexion"), ("ar", "رابط تسجيل الدخول"), ("pt", "Your link to sign in")],
)
def test_it_is_written_in_the_nearest_language(asked: str, subject: str) -> None:
    assert letter("sign_in_link", asked).subject == subject


def test_days_and_minutes_have_the_form_of_their_number() -> None:
    assert "for 1 day." in letter("invitation", "en", days=1).text
    assert "pendant 15 minutes." in letter("sign_in_link", "fr", minutes=15).text
    assert "لمدة 7 أيام." in letter("invitation", "ar").text


def test_what_a_letter_is_filled_with_is_text_and_nothing_else() -> None:
    name = "{link} {{7*7}} ${7*7} <script>alert(1)</script>\r\nBcc: all@ministry.example"
    made = letter("invitation", "en", name=name, mission=name)
    assert "<script>" not in made.html
    assert "{link} {{7*7}} ${7*7}" in made.text
    assert "\n" not in made.subject
    assert "\r" not in made.subject


def test_a_name_does_not_turn_the_sentence_around_it() -> None:
    assert "\u2068سلمى\u2069, this link" in letter("sign_in_link", "en", name="سلمى").text.replace(
        "\n\nthis link", " this link"
    )
    assert "\u2068Amina\u2069،" in letter("sign_in_link", "ar", name="Amina").text
    assert "\u2068" not in letter("sign_in_link", "en", name="Amina").text


def test_a_link_leads_to_a_site() -> None:
    with pytest.raises(LookupError):
        letter("sign_in_link", "en", link="javascript:alert(1)")
