"""The claim builder in a browser: written, checked, seen, kept and taken away, by keys alone."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, Download, Locator, Page, expect

from claimbook.clock import today
from claimbook.compile import compile_claims
from claimbook.diagnostics import Severity
from claimbook.text import SourceFile
from claimbook.workspace import load
from tests.browser.conftest import PHONE, Visit, served
from tests.browser.policies import stopped, under_policies
from tests.conftest import REPOSITORY

ENGINE = REPOSITORY / "build" / "engine" / "stamp"
pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(not ENGINE.is_file(), reason="`make` found no Pyodide"),
]
Begin = Callable[..., Visit]
PLACE = "contribute/new/"
STATUS = ".cb-new__bar .cb-new__status"
CLAIM = "OpenAI closed the Sora application on 26 April 2026."


def ready(page: Page) -> Page:
    expect(page.locator(STATUS)).to_contain_text("ready", timeout=60_000)
    return page


def tab(page: Page, name: str) -> Locator:
    return page.get_by_role("tab", name=re.compile(f"^{name}"))


def panel(page: Page) -> Locator:
    return page.locator("[role=tabpanel]:not([hidden])")


def write(page: Page, label: str, text: str) -> None:
    field = page.get_by_label(label).first
    field.focus()
    page.keyboard.insert_text(text)
    page.keyboard.press("Tab")


def write_claim(page: Page) -> None:
    write(page, "What is claimed?", CLAIM)
    page.get_by_role("group", name="Who claims it?").get_by_role("combobox").first.fill("openai")
    write(page, "When was it claimed?", "2026-04")
    page.get_by_label("Rating", exact=True).select_option("unproven")
    write(page, "Verdict", "Nothing that we read tells the day.")
    page.get_by_role("button", name="Today").last.click()


@pytest.fixture(scope="module")
def started(browser: Browser, address: str) -> Iterator[Page]:
    """The page with its checks ready, which takes some seconds; nothing may be complained of."""
    page = browser.new_context().new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(f"{address}/{PLACE}")
    yield ready(page)
    page.context.close()
    assert [each for each in complaints if "allow-popups" not in each] == []


@pytest.fixture
def page(started: Page) -> Page:
    """The page with an empty form."""
    started.get_by_role("button", name="Start over").click()
    tab(started, "Problems").click()
    expect(started.get_by_label("What is claimed?")).to_have_value("")
    return started


def test_problems_show_while_writing_and_go_when_they_are_mended(page: Page) -> None:
    write(page, "What is claimed?", CLAIM)
    write(page, "When was it claimed?", "26.4.2026")
    problem = page.locator(".cb-new__field", has_text="When was it claimed?")
    expect(problem).to_contain_text("`26.4.2026`".strip("`"))
    expect(page.get_by_label("When was it claimed?")).to_have_attribute("aria-invalid", "true")
    expect(tab(page, "Problems")).to_contain_text("(")
    page.get_by_label("When was it claimed?").fill("2026-04-26")
    expect(page.locator("[aria-invalid]")).to_have_count(0)


def test_a_problem_leads_to_its_field_and_to_its_page(page: Page) -> None:
    write(page, "What is claimed?", CLAIM)
    page.get_by_role("button", name="Go to “Who claims it?”").click()
    expect(page.locator(":focus")).to_have_accessible_name("Name")
    href = panel(page).get_by_role("link").first.get_attribute("href") or ""
    assert page.request.get(page.url + href).ok


def test_a_finished_claim_is_one_for_the_command_line(page: Page, tmp_path: Path) -> None:
    write_claim(page)
    expect(panel(page)).to_contain_text("No problems")
    tab(page, "Send").click()
    expect(panel(page).get_by_role("link", name="Tell the editors")).to_be_visible()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download").click()
    text = saved(waiting.value, tmp_path)
    name = waiting.value.suggested_filename
    workspace = load(REPOSITORY)
    file = SourceFile(f"claims/{name}", text.encode())
    found = compile_claims([*workspace.files, file], workspace.settings, today())
    about = [each for each in found.diagnostics if each.span.path == file.path]
    assert [each for each in about if each.severity is not Severity.NOTE] == []
    assert f"claim: {CLAIM}" in text


def saved(download: Download, folder: Path) -> str:
    path = folder / download.suggested_filename
    download.save_as(path)
    return path.read_text(encoding="utf-8")


def test_the_page_is_seen_as_it_will_be(page: Page) -> None:
    write_claim(page)
    tab(page, "Preview").click()
    frame = page.frame_locator("iframe")
    expect(frame.locator("h1")).to_have_text(CLAIM)
    expect(frame.locator(".cb-claim")).to_contain_text("Nothing that we read tells the day.")


def test_nothing_that_is_written_runs(page: Page) -> None:
    hostile = (
        '"><img src=x onerror="parent.document.title=1"><script>parent.document.title=1</script>'
    )
    write(page, "What is claimed?", hostile)
    write(page, "Verdict", f"<svg onload=alert(1)> {hostile}")
    tab(page, "Preview").click()
    expect(page.frame_locator("iframe").locator("h1")).to_contain_text("<img src=x")
    assert page.locator("iframe").get_attribute("sandbox") == ""
    assert page.title() != "1"
    assert page.locator(".cb-new img").count() == 0


def test_a_draft_waits_until_it_is_thrown_away(page: Page) -> None:
    write(page, "What is claimed?", CLAIM)
    expect(tab(page, "Problems")).to_contain_text("(")
    page.reload()
    expect(page.get_by_label("What is claimed?")).to_have_value(CLAIM)
    page.get_by_role("button", name="Start over").click()
    expect(page.get_by_label("What is claimed?")).to_have_value("")


def test_it_works_without_a_connection_once_it_was_loaded(
    browser: Browser, built_site: Path
) -> None:
    server = served(built_site)
    page = browser.new_context().new_page()
    page.goto(f"{next(server)}/{PLACE}")
    expect(page.locator(STATUS)).to_contain_text("without a connection", timeout=60_000)
    # Nobody is there any more.
    next(server, None)
    page.reload()
    write(ready(page), "What is claimed?", CLAIM)
    expect(panel(page)).to_contain_text("claimant")
    page.context.close()


def test_a_claim_that_is_there_already_is_named(page: Page) -> None:
    write(page, "What is claimed?", "In 2024 Sora was launched by OpenAI.")
    expect(page.locator(".cb-new__alike")).to_contain_text("OpenAI launched Sora in 2024.")


def test_an_address_is_cleaned_and_a_known_source_offered(page: Page) -> None:
    known = next(iter(sorted((REPOSITORY / "claims" / "sources").glob("*.yml"))))
    found = re.search(r"^url: (\S+)$", known.read_text(encoding="utf-8"), re.MULTILINE)
    assert found
    write(page, "Web address", f"{found[1]}?utm_source=x")
    page.get_by_role("button", name=f"Use {known.stem}").click()
    tab(page, "File").click()
    expect(panel(page)).to_contain_text(f"source: {known.stem}")


def test_a_file_is_opened_and_comes_out_as_it_was(page: Page) -> None:
    path = REPOSITORY / "claims" / "sora" / "sora-launched-in-2024.yml"
    with page.expect_file_chooser() as waiting:
        page.get_by_role("button", name="Open a file").click()
    waiting.value.set_files(path)
    expect(page.get_by_label("Name of the file")).to_have_value(path.stem)
    tab(page, "File").click()
    expect(panel(page)).to_contain_text("evidence:")
    written = panel(page).locator("code").inner_text()
    assert values(written) == values(path.read_text(encoding="utf-8"))


def values(text: str) -> object:
    return yaml.load(text, Loader=yaml.BaseLoader)


FORGE = """([pattern, path, text]) => import(new URL(
  "../../assets/claimbook/builder-send.js", location
)).then(({ forgeAddress }) => forgeAddress({ pattern }, path, text))"""
PATTERN = "https://github.com/a/b/new/main?filename={path}&value={text}"


def test_a_forge_is_handed_the_file_or_only_its_name_where_it_is_long(page: Page) -> None:
    text = "claim: 50 % & more? #1 {path}\n"
    short = page.evaluate(FORGE, [PATTERN, "claims/a.yml", text])
    asked = parse_qs(urlsplit(short["address"]).query)
    assert short["isWhole"]
    assert asked == {"filename": ["claims/a.yml"], "value": [text]}
    long = page.evaluate(FORGE, [PATTERN, "claims/a.yml", text * 500])
    assert not long["isWhole"]
    assert parse_qs(urlsplit(long["address"]).query) == {"filename": ["claims/a.yml"]}


def test_lists_grow_and_shrink_by_keys(page: Page) -> None:
    add = page.get_by_role("button", name="Add topic")
    add.focus()
    page.keyboard.press("Enter")
    expect(page.locator(":focus")).to_have_js_property("tagName", "SELECT")
    page.get_by_role("button", name="Remove Topic 1").press("Enter")
    expect(page.get_by_role("group", name="Topics").locator("select")).to_have_count(0)


def test_panels_are_walked_with_arrow_keys(page: Page) -> None:
    tab(page, "Problems").focus()
    page.keyboard.press("ArrowRight")
    expect(tab(page, "Preview")).to_be_focused()
    expect(tab(page, "Preview")).to_have_attribute("aria-selected", "true")


def test_it_works_under_the_policies_of_the_site(visit: Begin, built_site: Path) -> None:
    page = ready(under_policies(visit(), built_site).open(PLACE))
    write_claim(page)
    expect(panel(page)).to_contain_text("No problems")
    assert stopped(page) == []


def test_a_phone_shows_all_of_it(visit: Begin) -> None:
    page = ready(visit(viewport=PHONE).open(PLACE))
    write(page, "What is claimed?", CLAIM)
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    jump = page.locator(".cb-new__jump")
    expect(jump).to_contain_text("Problems (")
    jump.click()
    expect(tab(page, "Problems")).to_be_in_viewport()


def test_without_scripts_it_says_what_else_there_is(visit: Begin) -> None:
    page = visit(java_script_enabled=False).open(PLACE)
    expect(page.get_by_text("written by hand")).to_be_visible()
    expect(page.get_by_role("link", name="Tell the editors")).to_be_visible()


def test_a_link_in_the_preview_leads_nowhere(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    write_claim(page)
    write(page, "Analysis", "See [there](https://elsewhere.example/) for more.")
    tab(page, "Preview").click()
    page.frame_locator("iframe").get_by_role("link", name="there", exact=True).click()
    expect(page.frame_locator("iframe").locator("h1")).to_have_text(CLAIM)
    assert [each for each in asked if "elsewhere.example" in each] == []


def test_the_preview_keeps_its_style(page: Page) -> None:
    write_claim(page)
    tab(page, "Preview").click()
    label = page.frame_locator("iframe").locator("article, .cb").first
    expect(label).not_to_have_css("font-family", "Times New Roman")


def opened(page: Page, content: bytes) -> None:
    with page.expect_file_chooser() as waiting:
        page.get_by_role("button", name="Open a file").click()
    waiting.value.set_files({"name": "a.yml", "mimeType": "text/yaml", "buffer": content})


def test_names_that_scripts_know_are_only_names(page: Page) -> None:
    opened(page, b"claim: A bridge was closed in 2024.\ntopics: [__proto__]\n")
    expect(panel(page)).to_contain_text("__proto__")
    tab(page, "File").click()
    expect(panel(page)).to_contain_text("- __proto__")


@pytest.mark.parametrize(
    ("content", "reason"), [(b"claim: \xff\xfe", "UTF-8"), (b"a: b\n" * 300_000, "1 MB")]
)
def test_what_is_no_claim_file_is_not_opened(page: Page, content: bytes, reason: str) -> None:
    write(page, "What is claimed?", CLAIM)
    opened(page, content)
    expect(page.locator(STATUS)).to_contain_text(reason)
    expect(page.get_by_label("What is claimed?")).to_have_value(CLAIM)


def test_nothing_is_lost_when_the_checks_die(visit: Begin) -> None:
    made = visit()
    made.page.add_init_script(
        "const Real = Worker; window.Worker = class extends Real {"
        " constructor(...given) { super(...given); window.worker = this; } };"
    )
    page = ready(made.open(PLACE))
    write(page, "What is claimed?", CLAIM)
    expect(tab(page, "Problems")).to_contain_text("(")
    page.evaluate("worker.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }))")
    write(page, "Verdict", "Written afterwards.")
    expect(page.locator(STATUS)).to_contain_text("out of memory")
    tab(page, "File").click()
    expect(panel(page)).to_contain_text("Written afterwards.")
