"""What each mutation can be given in the world, so that it does something."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import UTC, datetime, timedelta
from typing import Any

from graphql import get_named_type

from tests.browsers import EMAIL, INVITATION, LINK, PASSWORD, RECOVERY_CODE
from tests.reads.walking import GRAPH
from tests.world import World

Input = dict[str, Any]
Place = tuple[str | int, ...]

INPUTS: Mapping[str, Input] = {
    "createPost": {
        "mission": "Mission:amman",
        "kind": "NOTICE",
        "locale": "en",
        "title": "Closed on Friday",
        "summary": "The counter is closed.",
        "slug": "closed",
        "commentPolicy": "CLOSED",
        "body": {"markdown": "We are closed."},
    },
    "saveDraft": {
        "post": "Post:budget-embargoed",
        "locale": "en",
        "baseRevision": 2,
        "title": "Budget",
        "summary": "In figures.",
        "body": {"html": "<p>More.</p>"},
    },
    "restoreRevision": {"post": "Post:budget-embargoed", "locale": "en", "revision": 1, "baseRevision": 2},
    "addTranslation": {
        "post": "Post:budget-embargoed",
        "locale": "fr",
        "title": "Le budget",
        "summary": "En chiffres.",
        "slug": "le-budget",
        "body": {"markdown": "Des millions."},
    },
    "confirmTranslation": {
        "post": "Post:workshop",
        "locale": "fr",
        "baseRevision": 2,
        "blocks": ["p1"],
        "sourceRevision": 3,
    },
    "setBylines": {
        "post": "Post:budget-embargoed",
        "bylines": [
            {"person": "Person:selma-harrast", "role": "AUTHOR"},
            {"mission": "Mission:amman", "role": "CONTRIBUTOR"},
        ],
    },
    "setTopics": {"post": "Post:budget-embargoed", "topics": ["Topic:culture"], "tags": ["Money", "#tools"]},
    "submitPost": {"post": "Post:budget-embargoed", "locale": "en"},
    "returnPost": {"post": "Post:workshop", "locale": "en", "remarks": "Name the speakers."},
    "clearPost": {"post": "Post:workshop", "locale": "en", "revision": 3, "remarks": "Agreed."},
    "reviewPost": {"post": "Post:mangroves", "locale": "en", "verdict": "OBJECT", "remarks": "Not in our name."},
    "publishPost": {"post": "Post:budget-embargoed", "locale": "en", "revision": 2},
    "unpublishPost": {"post": "Post:workshop", "locale": "fr", "reason": "A name was wrong."},
    "schedulePost": {
        "post": "Post:budget-embargoed",
        "locale": "en",
        "at": {"wall": {"date": "2030-10-26", "time": "07:00:00", "zone": "Asia/Amman", "occurrence": "FIRST"}},
    },
    "unschedulePost": {"post": "Post:budget-embargoed", "locale": "en"},
    "placeHold": {"mission": "Mission:amman", "includesMissionsBelow": True, "reason": "A state funeral"},
    "releaseHold": {
        "hold": "Hold:2",
        "retime": {"firstAt": "2030-10-26T07:00:00Z", "spacingMinutes": 30},
    },
    "createPreviewLink": {
        "post": "Post:budget-embargoed",
        "locale": "en",
        "revision": 2,
        "expiresAt": (datetime.now(UTC) + timedelta(days=1)).isoformat(),
    },
    "revokePreviewLink": {"previewLink": "PreviewLink:1"},
    "deletePost": {"post": "Post:empty-embargoed"},
    "deleteTranslation": {"post": "Post:workshop", "locale": "ar"},
    "changeSlug": {"post": "Post:budget-embargoed", "locale": "en", "slug": "The budget of 2026"},
    "featurePost": {"post": "Post:mangroves", "position": 2, "until": "2120-01-01T00:00:00Z"},
    "unfeaturePost": {"post": "Post:port-fees"},
    "correctPost": {
        "post": "Post:workshop",
        "locale": "en",
        "kind": "CORRECTION",
        "note": "It lasted two days, not three.",
        "revision": 3,
    },
    "addNotice": {"post": "Post:port-fees", "locale": "en", "note": "Children pay nothing."},
    "supersedePost": {
        "post": "Post:mangroves",
        "supersededBy": "Post:port-fees",
        "note": "See the fees.",
        "notes": [{"locale": "fr", "note": "Voir les droits."}],
    },
    "withdrawPost": {
        "post": "Post:library-opens",
        "locale": "en",
        "kind": "RETRACTION",
        "reason": "It does not open.",
        "reasons": [{"locale": "fr", "note": "Elle n’ouvre pas."}],
        "keepsTitle": True,
        "supersededBy": "Post:port-fees",
    },
    "restorePost": {
        "post": "Post:visa-rules",
        "locale": "en",
        "note": "The rules are in force again.",
        "notes": [{"locale": "fr", "note": "Les règles sont de nouveau en vigueur."}],
    },
    "addComment": {
        "post": "Post:workshop",
        "parent": "Comment:1",
        "authorName": "Amina",
        "text": "Thank you.\n\nhttps://example.org",
        "locale": "en",
    },
    "createMission": {
        "kind": "EMBASSY",
        "slug": "lisbon",
        "name": "Embaixada em Lisboa",
        "names": [{"locale": "en", "name": "Embassy in Lisbon"}],
        "parent": "Mission:ministry",
        "hostCountry": "PT",
        "city": "Lisbon",
        "timeZones": ["Europe/Lisbon"],
        "languages": ["pt", "en"],
    },
    "setClearancePolicy": {
        "mission": "Mission:amman",
        "kind": "STATEMENT",
        "clearance": "PUBLISH_THEN_REVIEW",
        "reviewWithinHours": 6,
        "allowsEmergency": True,
        "requiresStepUp": True,
        "allowedBelow": ["FOUR_EYES", "HEADQUARTERS"],
    },
    "removeClearancePolicy": {"mission": "Mission:amman", "kind": "BLOG_POST"},
    "createPerson": {
        "name": "Samir Talwazi",
        "names": [{"locale": "ar", "name": "سمير تلوازي"}],
        "slug": "samir",
        "mission": "Mission:amman",
    },
    "appoint": {
        "person": "Person:ludovine-achterveld",
        "mission": "Mission:amman",
        "office": "Attachée",
        "offices": [{"locale": "ar", "name": "ملحقة"}],
        "startsOn": "2026-02-01",
        "endsOn": "2026-12-31",
        "isAdInterim": True,
    },
    "createTopic": {
        "slug": "visas",
        "name": "Visas",
        "names": [{"locale": "fr", "name": "Visas"}],
        "parent": "Topic:diplomacy",
    },
    "createWebhook": {"mission": "Mission:amman", "url": "https://hook.example/new", "events": ["post.published"]},
    "changeWebhook": {"webhook": "Webhook:1", "url": "https://hook.example/other", "events": ["mission.created"]},
    "rotateWebhookSecret": {"webhook": "Webhook:1", "overlapHours": 2},
    "pauseWebhook": {"webhook": "Webhook:1"},
    "resumeWebhook": {"webhook": "Webhook:1"},
    "testWebhook": {"webhook": "Webhook:1"},
    "replayWebhook": {"webhook": "Webhook:1", "from": "Event:2"},
    "deleteWebhook": {"webhook": "Webhook:1"},
    "signIn": {"email": EMAIL.upper(), "password": PASSWORD},
    "completeSecondFactor": {"proof": {"recoveryCode": RECOVERY_CODE.lower()}},
    "stepUp": {"proof": {"password": PASSWORD}},
    "requestSignInLink": {"email": EMAIL, "locale": "fr"},
    "useSignInLink": {"link": LINK},
    "acceptInvitation": {"link": INVITATION, "password": "not needed any more"},
    "setPassword": {"password": "something quite new"},
    "signOut": {"idempotencyKey": "out"},
    "revokeSessions": {"account": "Account:Amman-head"},
    "enrolTotp": {"name": "Tablet"},
    "confirmTotp": {"factor": "Factor:New-telephone", "code": "000000"},
    "beginPasskey": {"idempotencyKey": "begin"},
    "askPasskey": {"idempotencyKey": "ask"},
    "addPasskey": {"name": "Blue key", "answer": {"id": "AAAA"}},
    "removeFactor": {"factor": "Factor:New-telephone"},
    "makeRecoveryCodes": {"idempotencyKey": "codes"},
    "inviteAccount": {
        "email": "samir@ministry.example",
        "name": "Samir",
        "role": "TRANSLATOR",
        "mission": "Mission:amman",
        "languages": ["ar"],
        "locale": "ar",
    },
    "deactivateAccount": {"account": "Account:Amman-intern"},
    "reactivateAccount": {"account": "Account:Amman-intern"},
    "grantRole": {
        "account": "Account:Amman-reader",
        "role": "TRANSLATOR",
        "mission": "Mission:amman",
        "languages": ["fr"],
    },
    "revokeRole": {"account": "Account:Amman-reader", "mission": "Mission:amman"},
    "createToken": {
        "account": "Account:Amman-administrator",
        "name": "Website",
        "scopes": ["READ"],
        "expiresAt": "2120-01-01T00:00:00Z",
    },
    "revokeToken": {"token": "ApiToken:11"},
}
"""By the name of the mutation, with the names of rows in place of their ids."""


def input_of(mutation: str, world: World) -> Input:
    """The input of a mutation with ids."""
    keyed: Input = _keyed(deepcopy(INPUTS[mutation]), world)
    return keyed


def document(mutation: str, below: str = "") -> str:
    """A mutation that asks for its problems, and for what stands in `below`."""
    type_ = input_type(mutation).name
    return f"mutation ($input: {type_}!) {{ {mutation}(input: $input) {{ problems {{ code message path }} {below} }} }}"


def input_type(mutation: str) -> Any:
    """The type of the input of a mutation."""
    assert GRAPH.mutation_type is not None
    return get_named_type(GRAPH.mutation_type.fields[mutation].args["input"].type)


def texts_in(value: Any, place: Place = ()) -> Iterator[Place]:
    """Where in an input a text stands."""
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, part in parts:
        yield from texts_in(part, (*place, step))
    if isinstance(value, str):
        yield place


def put(value: Any, place: Place, text: str) -> Any:
    """An input with another text in a place of it."""
    if not place:
        return text
    changed = deepcopy(value)
    changed[place[0]] = put(changed[place[0]], place[1:], text)
    return changed


def _keyed(value: Any, world: World) -> Any:
    if isinstance(value, dict):
        return {name: _keyed(part, world) for name, part in value.items()}
    if isinstance(value, list):
        return [_keyed(part, world) for part in value]
    return world.ids.get(value, value) if isinstance(value, str) else value
