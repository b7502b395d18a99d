"""The site under a strict policy: no inline script but the theme's own, named by its hash."""

import base64
import hashlib
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Route, expect

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser
Begin = Callable[..., Visit]
INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def policy(page: str) -> str:
    """What a careful host would send with a page; Pagefind is WebAssembly in a worker."""
    digests = [hashlib.sha256(each.encode()).digest() for each in INLINE.findall(page)]
    hashes = " ".join(f"'sha256-{base64.b64encode(each).decode()}'" for each in digests)
    return (
        "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
        f"worker-src 'self' blob:; script-src 'self' 'wasm-unsafe-eval' {hashes}"
    )


def guarded(route: Route) -> None:
    """Answer as the server does, with the policy on pages."""
    answer = route.fetch()
    headers = dict(answer.headers)
    if "text/html" in headers.get("content-type", ""):
        headers["content-security-policy"] = policy(answer.text())
    route.fulfill(response=answer, headers=headers)


def test_filter_search_and_claim_page_work_under_a_strict_policy(visit: Begin) -> None:
    made = visit()
    made.page.route("**/*", guarded)
    page = made.open("claims/?rating=false")
    expect(page.locator(".cb-filter__status")).to_have_text("1 claim found")
    page.keyboard.press("/")
    page.keyboard.type("Disney")
    expect(page.locator("[data-cb-status]")).to_contain_text("“Disney”")
    page.locator("[data-cb-results] a").first.click()
    expect(page.locator("h1.cb-title")).to_be_visible()
    page.wait_for_load_state("networkidle")


def test_our_templates_hold_no_inline_script(visit: Begin) -> None:
    page = visit().open("claims/")
    content = (
        "els => els.filter(el => !el.src && el.type !== 'application/json').map(el => el.text)"
    )
    scripts = page.locator("script").evaluate_all(content)
    assert scripts
    assert [each for each in scripts if "cb-" in each or "claimbook" in each] == []
