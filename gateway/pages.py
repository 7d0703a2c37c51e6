"""The page at /sign-in, as HTML: forms that work without a script; a script only for passkeys."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from starlette.responses import HTMLResponse, Response

STYLE = """
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { margin: 0 auto; max-width: 26rem; padding: 2rem 1rem }
label, input, button, .button { display: block; width: 100%; box-sizing: border-box; font: inherit }
input { margin: .25rem 0 1rem; padding: .5rem; border: 1px solid; border-radius: .25rem }
button, .button { margin: 0 0 1.5rem; padding: .6rem; border: 1px solid; border-radius: .25rem; text-align: center }
[role=alert], [role=status] { border-inline-start: .25rem solid; padding: .5rem 1rem }
:focus-visible { outline: 3px solid Highlight; outline-offset: 2px }
"""

PASSKEY_SCRIPT = """
const ask = async (query, variables) => {
  const answer = await fetch("/graphql", {
    method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ query, variables }),
  });
  return (await answer.json()).data;
};
const button = document.getElementById("passkey");
button.hidden = !window.PublicKeyCredential;
button.addEventListener("click", async () => {
  const say = (text) => { document.getElementById("said").textContent = text; };
  try {
    const asked = await ask("mutation { askPasskey(input: {}) { options } }");
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(asked.askPasskey.options);
    const made = await navigator.credentials.get({ publicKey });
    const done = await ask(
      `mutation ($input: CompleteSecondFactorInput!) {
        completeSecondFactor(input: $input) { state problems { message } }
      }`,
      { input: { proof: { passkey: made.toJSON() } } },
    );
    const { state, problems } = done.completeSecondFactor;
    if (state) location.replace(button.dataset.next); else say(problems[0].message);
  } catch (error) {
    say("The passkey could not be used. Try again, or use a code.");
  }
});
"""


@dataclass(frozen=True)
class Page:
    """One state of the page."""

    title: str
    main: str
    said: str = ""
    status: int = 200
    script: str = ""

    def response(self) -> Response:
        """The page with its headers: nothing from elsewhere, and nothing kept."""
        nonce = secrets.token_urlsafe(16)
        script = f'<script nonce="{nonce}">{self.script}</script>' if self.script else ""
        said = escape(self.said)
        body = (
            '<!doctype html><html lang="en"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            f'<title>{escape(self.title)}</title><style nonce="{nonce}">{STYLE}</style></head>'
            f'<body><main><h1>{escape(self.title)}</h1><p id="said" role="{"alert" if said else "status"}">{said}</p>'
            f"{self.main}</main>{script}</body></html>"
        )
        policy = (
            f"default-src 'none'; style-src 'nonce-{nonce}'; script-src 'nonce-{nonce}'; connect-src 'self';"
            " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        )
        headers = {
            "content-security-policy": policy,
            "cache-control": "no-store",
            "referrer-policy": "same-origin",
            "cross-origin-opener-policy": "same-origin",
        }
        return HTMLResponse(body, self.status, headers)


def sign_in_page(next: str, said: str = "", status: int = 200, providers: Sequence[str] = ()) -> Page:
    """Who are you?"""
    query = escape(quote(next, safe=""), quote=True)
    elsewhere = "".join(
        f'<a class="button" href="/sign-in/oidc/{name}?next={query}">Sign in at {name}</a>' for name in providers
    )
    return Page(
        "Sign in",
        _form(
            "password",
            next,
            '<label for="email">E-mail address</label>'
            '<input id="email" name="email" type="email" autocomplete="username" required>'
            '<label for="password">Password</label>'
            '<input id="password" name="password" type="password" autocomplete="current-password" required>'
            "<button>Sign in</button>",
        )
        + _form(
            "request",
            next,
            '<label for="address">No password at hand? Have a link sent to your e-mail address</label>'
            '<input id="address" name="email" type="email" autocomplete="username" required>'
            "<button>Send a link</button>",
        )
        + elsewhere,
        said,
        status,
    )


def link_page(secret: str, next: str) -> Page:
    """A link is used by a button: what only looks at links, such as a filter of e-mail, does not use it up."""
    hidden = f'<input type="hidden" name="link" value="{escape(secret, quote=True)}">'
    return Page("Sign in", _form("link", next, f"{hidden}<button>Sign in with this link</button>"))


def factor_page(next: str, said: str = "", status: int = 200) -> Page:
    """Prove it a second time."""
    return Page(
        "Second factor",
        _form(
            "factor",
            next,
            '<label for="code">The six digits your app shows, or a recovery code</label>'
            '<input id="code" name="code" autocomplete="one-time-code" required>'
            "<button>Continue</button>",
        )
        + f'<button id="passkey" hidden data-next="{escape(next, quote=True)}">Use a passkey</button>',
        said,
        status,
        PASSKEY_SCRIPT,
    )


def signed_in_page(next: str) -> Page:
    """Nothing more to do here."""
    return Page("You are signed in", _form("out", next, "<button>Sign out</button>"))


def _form(action: str, next: str, fields: str) -> str:
    hidden = f'<input type="hidden" name="next" value="{escape(next, quote=True)}">'
    return f'<form method="post" action="/sign-in/{action}">{hidden}{fields}</form>'
