"""What a policy stops in a browser, the build has told before."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route

from claimbook.policy.directives import Policy, guarded
from claimbook.policy.inspection import inspected
from tests.hostile.payloads import payloads

pytestmark = pytest.mark.browser
_HOST = "http://needs.test"
_RUN = "<script>window.ran=1</script>"
_LISTEN = """
window.stopped = [];
document.addEventListener("securitypolicyviolation",
  (event) => window.stopped.push(`${event.effectiveDirective} ${event.blockedURI}`));
"""
HIDDEN = (
    f"<!--> {_RUN} -->",
    f"<!-- a --!>{_RUN}",
    f'<p ">{_RUN}<p ">',
    f'<p title=a">{_RUN}<p ">',
    f'</p ">{_RUN}',
    f"<p title=`>{_RUN}`>",
    f"<xmp><!--</xmp>{_RUN}",
    f"<noembed><!-- </noembed>{_RUN}",
    f"<noframes><!-- </noframes>{_RUN}",
    f"<select>{_RUN}</select>",
    f"<svg><title>{_RUN}</title></svg>",
    f"<svg><xmp>{_RUN}</xmp></svg>",
    f"<svg a=b/><title>{_RUN}</title>",
    f"<svg><![CDATA[ <!-- ]]>{_RUN}",
    f"<svg><![CDATA[ > <!-- ]]>{_RUN}",
    f"<math><mtext><table><mglyph><style><!--</style>{_RUN}",
    f"<svg></p><style><a title='</style>{_RUN}'>",
    "<script><!--<script></script>window.ran=1//--></script>",
    "<img\x0bsrc=https://a.example/x>",
    "<img src=&#9;//a.example/x>",
    "<img src='/\\a.example/x'>",
    "<img srcset='/x 1x, https://a.example/x 2x'>",
    "<image src=https://a.example/x>",
    "<table background=//a.example/x>",
    "<svg><rect width=9 height=9 fill='url(https://a.example/x#y)'/></svg>",
    "<svg><filter id=f><feImage href=https://a.example/x /></filter></svg>",
    "<link rel=prefetch href=https://a.example/x>",
    "<link rel=preload as=fetch href=https://a.example/x>",
    "<link rel=modulepreload href=https://a.example/x>",
    "<link rel=stylesheet href=data:text/css,x>",
    "<script type=importmap>{}</script>",
    "<iframe src=data:text/html,x></iframe>",
    "<picture><source srcset=https://a.example/x><img src=x></picture>",
)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    context.add_init_script(_LISTEN)
    page = context.new_page()
    page.on("dialog", lambda each: each.dismiss())
    yield page
    context.close()


def test_what_is_stopped_was_found(page: Page, is_whole: bool) -> None:
    texts = (*HIDDEN, *payloads()) if is_whole else HIDDEN
    seen = {each: _seen(page, each) for each in texts if "http-equiv" not in each}
    assert {each for each, (stopped, is_found) in seen.items() if stopped and not is_found} == set()
    assert sum(bool(stopped) for stopped, _ in seen.values()) > len(HIDDEN) - 3


def _seen(page: Page, text: str) -> tuple[list[str], bool]:
    """What happened, or would have without the policy, and whether the build knows of anything."""
    head = "<!doctype html><html><head><meta charset=utf-8></head>"
    html = guarded(f"{head}<body>{text}</body></html>", Policy().text)
    elsewhere: list[str] = []

    def serve(route: Route) -> None:
        address = route.request.url
        if not address.startswith(_HOST):
            elsewhere.append(address)
        is_page = address == f"{_HOST}/"
        route.fulfill(body=html if is_page else "", content_type="text/html; charset=utf-8")

    page.unroute_all()
    page.route("**/*", serve)
    page.goto(f"{_HOST}/", wait_until="load")
    stopped: list[str] = page.evaluate("window.stopped.concat(window.ran ? ['ran'] : [])")
    return [*stopped, *elsewhere], any(inspected(html))
