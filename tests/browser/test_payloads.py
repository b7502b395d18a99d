"""Hundreds of hostile texts in every position of Markdown, many on one page, in a browser.

Each defence is also taken away, one at a time: what then is not seen was never looked for.
"""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from claimbook import prose
from claimbook.policy.directives import Policy, guarded
from tests.browser.test_hostile import _CALLS, _FORBIDDEN, _HOOK
from tests.hostile.payloads import ELSEWHERE, POSITIONS, payloads

pytestmark = pytest.mark.browser
_HOST = "http://hostile.test"
_PER_PAGE = 4_000
# Nothing of prose has a name by which it could pass for a part of the site.
_NAMED = """() => [...document.querySelectorAll("article :is([id], [name], [class], [style])")]
  .map((each) => each.outerHTML.slice(0, 100))"""
Look = Callable[[list[str]], set[str]]


def rendered(texts: tuple[str, ...]) -> list[str]:
    """Every text in every position, as a claim page has it; also what a check would refuse."""
    documents = (position.replace("{}", text) for text in texts for position in POSITIONS)
    return [prose.prose_html(prose.read_prose(each)) for each in documents]


@pytest.fixture
def look(browser: Browser) -> Iterator[Callable[..., set[str]]]:
    """Show HTML in a browser, with or without the policy of a page; what happened, by kind."""
    context = browser.new_context()
    context.add_init_script(_HOOK)

    def run(parts: list[str], *, has_policy: bool = True) -> set[str]:
        seen: set[str] = set()
        for at in range(0, len(parts), _PER_PAGE):
            body = "\n".join(parts[at : at + _PER_PAGE])
            html = f"<!doctype html><html><head></head><body><article>{body}</article>"
            seen |= _seen(context.new_page(), guarded(html, Policy().text) if has_policy else html)
        return seen

    yield run
    context.close()


def _seen(page: Page, html: str) -> set[str]:
    foreign: list[str] = []
    page.on("request", lambda each: foreign.append(each.url))
    page.on("dialog", lambda each: each.dismiss())
    answers = {f"{_HOST}/": html}
    page.route(
        "**/*",
        lambda route: route.fulfill(
            body=answers.get(route.request.url, ""), content_type="text/html"
        ),
    )
    page.goto(f"{_HOST}/")
    page.wait_for_load_state("load")
    calls = page.evaluate(_CALLS)
    seen = {"ran"} if "ran" in calls else set()
    seen |= {"tried"} if any("-src" in each for each in calls) else set()
    seen |= {"forbidden"} if page.evaluate(_FORBIDDEN) else set()
    seen |= {"named"} if page.evaluate(_NAMED) else set()
    seen |= {"loaded"} if any(each.startswith(ELSEWHERE) for each in foreign) else set()
    page.close()
    return seen


def test_no_payload_does_anything(look: Look, is_whole: bool) -> None:
    texts = payloads()
    assert len(texts) > 600
    parts = rendered(texts if is_whole else texts[:: len(texts) // 60])
    assert look(parts) == set()


@pytest.fixture
def unclean(monkeypatch: pytest.MonkeyPatch) -> None:
    """No sanitiser."""
    monkeypatch.setattr(prose, "_cleaning", lambda: lambda html: html)


@pytest.mark.usefixtures("unclean")
def test_without_the_sanitiser_scripts_run_and_are_seen(look: Callable[..., set[str]]) -> None:
    script = "<script>window.ran=1</script>"
    parts = rendered((script, "<img src=https://elsewhere.example/x.png>", "<p id=x>y</p>"))
    assert look(parts, has_policy=False) >= {"ran", "loaded", "forbidden", "named"}


@pytest.mark.usefixtures("unclean")
def test_without_the_sanitiser_the_policy_stops_them_and_says_so(
    look: Callable[..., set[str]],
) -> None:
    seen = look(rendered(("<svg onload=window.ran=1>", "<script>window.ran=1</script>")))
    assert "tried" in seen
    assert "ran" not in seen


def test_without_the_check_of_addresses_it_is_seen(
    look: Callable[..., set[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prose, "_SCHEMES", {*prose._SCHEMES, "javascript"})
    monkeypatch.setattr(prose, "_why_unsafe", lambda _: "")
    prose._cleaning.cache_clear()
    try:
        assert "forbidden" in look(rendered(("[x](javascript:window.ran=1)",)))
    finally:
        prose._cleaning.cache_clear()


def test_without_escaping_it_is_seen(
    look: Callable[..., set[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is nested too deep is shown as it was written, by escaping alone."""
    text = "> " * 200 + "<img src=x onerror=window.ran=1>"
    assert look(rendered((text,)), has_policy=False) == set()
    monkeypatch.setattr(prose, "escaped", lambda each: each)
    assert "ran" in look(rendered((text,)), has_policy=False)


def test_raw_markup_is_refused_before_it_is_rendered() -> None:
    refused = [each for each in payloads() if prose.read_prose(each).problems]
    # The others are no markup to Markdown, or links that lead nowhere.
    assert len(refused) > 500
