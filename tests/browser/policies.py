"""A visit under the policies that the site asks its hosts to send."""

import re
from pathlib import Path

from playwright.sync_api import Page, Route

from tests.browser.conftest import Visit

_LISTEN = """
window.stopped = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.stopped.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
});
"""


def stopped(page: Page) -> list[str]:
    """What the policies have stopped on a page."""
    found: list[str] = page.evaluate("window.stopped")
    return found


def under_policies(made: Visit, site: Path) -> Visit:
    """Let a visit have the headers that nginx is told of, besides the policies in the pages."""
    rules = [
        (re.compile(pattern), policy)
        for pattern, policy in re.findall(
            r'"~(\S+)" "([^"]*)";', (site / "headers/nginx.conf").read_text("utf-8")
        )
    ]
    assert rules

    def guarded(route: Route) -> None:
        answer = route.fetch()
        path = "/" + route.request.url.partition("?")[0].split("/", 3)[3]
        policy = next((said for pattern, said in rules if pattern.search(path)), "")
        headers = {**answer.headers, **({"content-security-policy": policy} if policy else {})}
        route.fulfill(response=answer, headers=headers)

    made.context.add_init_script(_LISTEN)
    made.page.route(re.compile(r"(/|\.html)(\?.*)?$"), guarded)
    return made
