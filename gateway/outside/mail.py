"""Sending e-mail: over SMTP, or nowhere."""

import asyncio
import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formatdate
from typing import Protocol

import structlog

from gateway.settings import Settings

log = structlog.get_logger()

TIMEOUT_SECONDS = 20.0


@dataclass(frozen=True)
class Mail:
    """One message to one person."""

    id: str
    """Begins the Message-ID: who gets the message twice can tell."""
    recipient: str
    locale: str
    subject: str
    text: str
    html: str


class NotSent(Exception):
    """A message was not taken; the reason names no address. `is_final` when it never will be."""

    def __init__(self, reason: str, *, is_final: bool = False) -> None:
        self.reason, self.is_final = reason, is_final
        super().__init__(reason)


class Mailer(Protocol):
    """Hands messages on."""

    async def send(self, mail: Mail) -> None:
        """Return once somebody else has taken responsibility for the message.

        Raises:
            NotSent.
        """


class NullMailer:
    """Sends nothing, and logs what it was about."""

    async def send(self, mail: Mail) -> None:
        log.info("mail_not_sent", id=mail.id, subject=mail.subject, reason="COMMUNIQUE_MAIL_HOST is not set")


class SmtpMailer:
    """Hands each message to the configured server, over a connection of its own."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    async def send(self, mail: Mail) -> None:
        """Hand it over in a thread: the library waits."""
        await asyncio.to_thread(self._send, message_of(mail, self._settings.mail_from))

    def _send(self, message: EmailMessage) -> None:
        try:
            with self._connected() as server:
                if self._settings.mail_security == "starttls":
                    server.starttls(context=ssl.create_default_context())
                if self._settings.mail_user and self._settings.mail_password:
                    server.login(self._settings.mail_user, self._settings.mail_password.get_secret_value())
                server.send_message(message)
        except smtplib.SMTPRecipientsRefused as refused:
            codes = sorted({code for code, _ in refused.recipients.values()})
            raise NotSent(f"the recipient was refused with {codes[0]}", is_final=codes[0] >= 500) from None
        except smtplib.SMTPResponseException as error:
            raise NotSent(f"the server answered {error.smtp_code} ({type(error).__name__})") from None
        except (smtplib.SMTPException, OSError) as error:
            raise NotSent(f"the server could not be reached ({type(error).__name__})") from None

    def _connected(self) -> smtplib.SMTP:
        host, port = str(self._settings.mail_host), self._settings.mail_port
        if self._settings.mail_security == "tls":
            return smtplib.SMTP_SSL(host, port, timeout=TIMEOUT_SECONDS, context=ssl.create_default_context())
        return smtplib.SMTP(host, port, timeout=TIMEOUT_SECONDS)


def mailer(settings: Settings) -> Mailer:
    """What the settings say: a server, or none."""
    return SmtpMailer(settings) if settings.mail_host else NullMailer()


def message_of(mail: Mail, sender: str) -> EmailMessage:
    """The message as it goes out: plain text, and the same as HTML."""
    message = EmailMessage(policy=SMTP)
    message["From"] = sender
    message["To"] = mail.recipient
    message["Subject"] = mail.subject
    message["Date"] = formatdate()
    message["Message-ID"] = f"<{mail.id}@{sender.rpartition('@')[2].rstrip('>')}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(mail.text)
    message.add_alternative(mail.html, subtype="html")
    message["Content-Language"] = mail.locale
    return message
