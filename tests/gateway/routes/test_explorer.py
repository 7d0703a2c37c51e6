"""The explorer in a real browser: it asks nobody but us, breaks no rule of its own policy, and answers."""

import hashlib
import json
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import strawberry
import uvicorn
from graphql import NoSchemaIntrospectionCustomRule, OperationDefinitionNode, build_schema, parse, validate
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Request, expect, sync_playwright
from starlette.applications import Starlette
from starlette.requests import Request as Asked
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send
from strawberry.asgi import GraphQL
from strawberry.extensions import AddValidationRules

from gateway.routes.explorer import FOLDER, explorer_assets, explorer_page, wants_explorer

CHROMIUM = Path("/usr/bin/chromium")
SDL = Path(__file__).parents[3] / "schema" / "schema.graphql"
QUIET = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
SOURCES = Path(__file__).parents[3] / "web" / "explorer"

# What the stub was asked, newest last: the `authorization` and `graphql-require-preflight` headers, and the cookies.
asked: list[tuple[str | None, str | None, str | None]] = []


@strawberry.type
class Mission:
    name: str
    slug: str
    id: strawberry.ID = strawberry.ID("Mission:1")
    kind: str = "EMBASSY"
    languages: list[str] = strawberry.field(default_factory=lambda: ["en"])


@strawberry.type
class Missions:
    nodes: list[Mission]


def all_missions() -> Missions:
    return Missions(
        nodes=[Mission(name="Embassy in Lisbon", slug="lisbon"), Mission(name="السفارة في عمّان", slug="amman")]
    )


@strawberry.type
class Query:
    missions: Missions = strawberry.field(resolver=all_missions, description="Every mission, by name.")


class Stub:
    """A `/graphql` as the gateway has it: the explorer for a browser, answers for everyone else."""

    def __init__(self, schema: strawberry.Schema) -> None:
        self.graphql = GraphQL[object, object](schema, graphql_ide=None)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Asked(scope, receive)
        if wants_explorer(request):
            await explorer_page(request)(scope, receive, send)
            return
        headers = request.headers
        asked.append((headers.get("authorization"), headers.get("graphql-require-preflight"), headers.get("cookie")))
        await self.graphql(scope, receive, send)


async def gone(_request: Asked) -> Response:
    return Response("<h1>Bad gateway</h1>", 502, media_type="text/html")


def closed() -> AddValidationRules:
    return AddValidationRules([NoSchemaIntrospectionCustomRule])


APP = Starlette(
    routes=[
        Route("/graphql", Stub(strawberry.Schema(Query))),
        Route("/closed", Stub(strawberry.Schema(Query, extensions=[closed]))),
        Route("/broken", explorer_page, methods=["GET"]),
        Route("/broken", gone, methods=["POST"]),
        explorer_assets,
    ]
)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    server = uvicorn.Server(uvicorn.Config(APP, host="127.0.0.1", port=0, ws="none", log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the stub server did not start"
        time.sleep(0.01)
    host, port = server.servers[0].sockets[0].getsockname()
    yield f"http://{host}:{port}"
    server.should_exit = True
    thread.join(timeout=10)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.fail("These tests need a browser: apt-get install chromium", pytrace=False)
    with sync_playwright() as play:
        args = ["--no-sandbox", "--no-first-run", *QUIET]
        browser = play.chromium.launch(executable_path=CHROMIUM, args=args)
        yield browser
        browser.close()


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Callable[[str], Page]]:
    """Opens a page, and at the end finds that nothing went elsewhere and nothing was reported on the console."""
    requests: list[Request] = []
    complaints: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(message.text)

    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.add_cookies([{"name": "session", "value": "the desk's", "url": address}])
    context.on("request", lambda request: requests.append(request))

    def open_page(path: str) -> Page:
        page = context.new_page()
        page.on("console", hear)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(address + path)
        return page

    asked.clear()
    yield open_page
    context.close()
    elsewhere = [r.url for r in requests if urlsplit(r.url).scheme not in ("data", "blob")]
    assert {urlsplit(url).netloc for url in elsewhere} == {urlsplit(address).netloc}
    # Chromium reports a refused status by itself; everything else would be ours, or a breach of the policy.
    assert [text for text in complaints if "the server responded with a status of" not in text] == []


def editor(page: Page, name: str) -> Locator:
    return page.locator(f".graphiql-{name} .CodeMirror-code").first


def press_tab_until_in(page: Page, label: str) -> None:
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('aria-label')") == label:
            return
    pytest.fail(f"the Tab key never reaches “{label}”")


def test_a_query_runs_by_the_keyboard_alone(opened: Callable[[str], Page]) -> None:
    page = opened("/graphql")
    expect(page).to_have_title("GraphQL explorer · Communiqué")
    page.get_by_role("button", name="The missions").focus()
    page.keyboard.press("Enter")
    expect(editor(page, "query-editor")).to_contain_text("query Missions")

    press_tab_until_in(page, "Query")
    page.keyboard.press("Control+Enter")
    expect(editor(page, "response")).to_contain_text("Embassy in Lisbon")
    assert set(asked) == {(None, "1", None)}

    press_tab_until_in(page, "Variables, as JSON")  # the Tab key leaves the editor


def test_a_query_run_the_moment_it_is_chosen_is_the_one_chosen(opened: Callable[[str], Page]) -> None:
    page = opened("/graphql")
    expect(editor(page, "query-editor")).to_contain_text("query FrontPage")
    chosen, run = (page.get_by_role("button", name=name).element_handle() for name in ("The missions", "Execute query"))
    page.evaluate("([chosen, run]) => { chosen.click(); setTimeout(() => run.click()) }", [chosen, run])
    expect(editor(page, "response")).to_contain_text("Embassy in Lisbon")


def test_every_ready_query_has_its_tab_and_its_variables(opened: Callable[[str], Page]) -> None:
    page = opened("/graphql")
    expect(editor(page, "query-editor")).to_contain_text("query FrontPage")
    expect(page.get_by_role("tab")).to_have_count(len(list((FOLDER / "queries").glob("*.graphql"))))
    page.get_by_role("tab", name="Search").get_by_role("button", name="Search").click()
    expect(editor(page, "editor-tool")).to_contain_text('"text": "workshop"')
    page.get_by_role("button", name="Prettify").click()
    expect(editor(page, "query-editor")).to_contain_text("# Search")  # its heading survives


def test_a_token_is_sent_until_one_asks_as_a_visitor_again(opened: Callable[[str], Page]) -> None:
    page = opened("/graphql")
    page.get_by_label("Authorization").fill("abc.def")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("owner of this token")
    page.get_by_role("button", name="Execute query").click()
    page.wait_for_function("document.querySelector('.graphiql-response .CodeMirror-code').textContent.length > 1")
    assert asked.pop() == ("Bearer abc.def", "1", None)
    assert page.evaluate("JSON.stringify({...localStorage})") == "{}"

    page.reload()
    expect(page.get_by_label("Authorization")).to_have_value("abc.def")
    page.get_by_label("as a visitor").check()
    expect(page.get_by_role("status")).to_contain_text("what the public sees")
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        page.get_by_role("button", name="Re-fetch GraphQL schema").click()
    assert asked.pop() == (None, "1", None)


def test_dialogs_and_documentation_keep_to_the_policy(opened: Callable[[str], Page]) -> None:
    page = opened("/graphql")
    page.get_by_role("button", name="Show Documentation Explorer").click()
    page.get_by_role("link", name="Query").click()
    expect(page.get_by_text("Every mission, by name.")).to_be_visible()
    page.get_by_role("button", name="Open settings dialog").click()
    page.get_by_role("button", name="Dark", exact=True).click()
    expect(page.locator("body")).to_have_class("graphiql-dark")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


@pytest.mark.parametrize(("path", "reason"), [("/closed", "introspection"), ("/broken", "502 Bad Gateway")])
def test_a_server_that_keeps_its_schema_to_itself_is_told_in_a_sentence(
    opened: Callable[[str], Page], path: str, reason: str
) -> None:
    page = opened(path)
    expect(page.get_by_role("alert")).to_contain_text("did not describe its schema")
    expect(page.get_by_role("alert")).to_contain_text(reason)
    expect(page.get_by_role("button", name="Execute query")).to_be_visible()


def test_the_page_forbids_everything_it_does_not_need() -> None:
    with TestClient(APP) as client:
        first, second = (client.get("/graphql", headers={"accept": "text/html"}) for _ in range(2))
    rule = first.headers["content-security-policy"]
    assert "unsafe" not in rule
    assert "default-src 'none'" in rule
    assert "frame-ancestors 'none'" in rule
    assert rule != second.headers["content-security-policy"]
    assert first.headers["x-content-type-options"] == "nosniff"
    assert first.headers["referrer-policy"] == "no-referrer"
    assert first.headers["cache-control"] == "no-store"
    assert '<html lang="en">' in first.text


@pytest.mark.parametrize(
    ("address", "accept", "expected"),
    [
        ("/graphql", "text/html,application/xhtml+xml,*/*;q=0.8", True),
        ("/graphql", "*/*", False),
        ("/graphql?query={missions{name}}", "text/html", False),
    ],
)
def test_only_a_browser_that_asks_nothing_gets_the_page(address: str, accept: str, expected: bool) -> None:
    with TestClient(APP) as client:
        answer = client.get(address, headers={"accept": accept})
    assert answer.headers.get("content-type", "").startswith("text/html") is expected


@pytest.mark.parametrize(("coding", "expected"), [("gzip, br", "gzip"), ("identity", None)])
def test_assets_are_kept_for_good_and_packed_when_accepted(coding: str, expected: str | None) -> None:
    (script,) = (FOLDER / "bundle").glob("*.js")
    with TestClient(APP) as client:
        answer = client.get(f"/graphql/explorer/{script.name}", headers={"accept-encoding": coding})
    assert answer.content == script.read_bytes()
    assert answer.headers.get("content-encoding") == expected
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    assert "immutable" in answer.headers["cache-control"]


@pytest.mark.parametrize("name", ["index.html", "..%2fqueries%2f6_missions.graphql", "nothing.js"])
def test_nothing_but_the_assets_is_handed_out(name: str) -> None:
    with TestClient(APP) as client:
        assert client.get(f"/graphql/explorer/{name}").status_code == 404


def test_the_bundle_is_built_from_these_sources() -> None:
    names = [".npmrc", "index.html", "package-lock.json", "package.json", "tsconfig.json", "vite.config.ts"]
    names += [f"src/{path.name}" for path in (SOURCES / "src").iterdir()]
    digest = hashlib.sha256()
    for name in sorted(names):
        digest.update(name.encode() + b"\0" + (SOURCES / name).read_bytes() + b"\0")
    built_from = (FOLDER / "bundle" / "sources.sha256").read_text().strip()
    assert built_from == digest.hexdigest(), "stale: (cd web/explorer && npm ci --ignore-scripts && npm run build)"


@pytest.mark.parametrize("path", sorted((FOLDER / "queries").glob("*.graphql")), ids=lambda path: path.stem)
def test_a_ready_query_has_a_heading_a_name_and_the_variables_it_declares(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.startswith("# ")
    (operation,) = parse(text).definitions
    assert isinstance(operation, OperationDefinitionNode)
    assert operation.name
    declared = {definition.variable.name.value for definition in operation.variable_definitions or ()}
    variables = path.with_suffix(".json")
    given = json.loads(variables.read_text("utf-8")) if variables.exists() else {}
    assert set(given) == declared


def test_every_ready_query_fits_the_schema() -> None:
    schema = build_schema(SDL.read_text())
    for query in sorted((FOLDER / "queries").glob("*.graphql")):
        assert validate(schema, parse(query.read_text())) == [], query.name
