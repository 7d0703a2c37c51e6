"""What every letter says, in every language we write. A letter in another language is written in English.

The texts are ours, and `{name}` in them is filled with what the letter was given. Days and minutes come with their
unit: “7 days”, « 7 jours ».
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """One letter in one language."""

    subject: str
    before: tuple[str, ...]
    """The paragraphs before the link."""
    link: str
    """What is written on the link."""
    after: tuple[str, ...]


TEXTS: Mapping[str, Mapping[str, Words]] = {
    "invitation": {
        "en": Words(
            "Invitation to {mission}",
            ("{name},", "{inviter} has given you access to {mission}.", "The link works once, for {days}."),
            "Accept the invitation",
            ("If you do not expect this, do nothing. Without the link nobody can sign in as you.",),
        ),
        "fr": Words(
            "Invitation : {mission}",
            ("{name},", "{inviter} vous a donné accès à {mission}.", "Le lien sert une seule fois, pendant {days}."),
            "Accepter l’invitation",
            ("Si vous n’attendez rien de tel, ne faites rien. Sans ce lien, personne ne peut entrer en votre nom.",),
        ),
        "ar": Words(
            "دعوة إلى {mission}",
            ("{name}،", "منحك {inviter} صلاحية الدخول إلى {mission}.", "يعمل الرابط مرة واحدة، لمدة {days}."),
            "قبول الدعوة",
            ("إذا لم تكن تتوقع هذه الرسالة فلا تفعل شيئًا. لا يستطيع أحد الدخول باسمك من دون هذا الرابط.",),
        ),
    },
    "sign_in_link": {
        "en": Words(
            "Your link to sign in",
            ("{name},", "this link signs you in. It works once, for {minutes}."),
            "Sign in",
            ("If you did not ask for it, do nothing. Whoever did cannot read this letter.",),
        ),
        "fr": Words(
            "Votre lien de connexion",
            ("{name},", "ce lien vous connecte. Il sert une seule fois, pendant {minutes}."),
            "Se connecter",
            ("Si vous ne l’avez pas demandé, ne faites rien. Qui l’a demandé ne peut pas lire cette lettre.",),
        ),
        "ar": Words(
            "رابط تسجيل الدخول",
            ("{name}،", "هذا الرابط يسجّل دخولك. يعمل مرة واحدة، لمدة {minutes}."),
            "تسجيل الدخول",
            ("إذا لم تطلبه فلا تفعل شيئًا. من طلبه لا يستطيع قراءة هذه الرسالة.",),
        ),
    },
}
