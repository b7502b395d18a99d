"""From "I saw a false claim" to a merged file, by each path. ``python -m tests.browser.walks``.

Everything on the page is done while it is written: in fresh clones of a repository that stands for
the project's own, in a terminal, in Chromium, in the language server of an editor. Whoever changes
a command, a message or the form makes the page anew, and sees in the difference what readers will.
"""

import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from claimbook.intake.form import NEW_CLAIM
from tests.browser.conftest import PHONE, chromium
from tests.browser.language_server import Editor
from tests.browser.serving import served
from tests.browser.test_builder import panel, ready, tab, write
from tests.browser.test_cms import FILES, PACKAGE, PUT, field, open_form, save
from tests.browser.walking import Forge, Walk, written
from tests.conftest import REPOSITORY
from tests.unit.intake.filling import body_of

GUIDE = REPOSITORY / "site_src" / "guide"
BRANCH = "exe-bridge"
NAME = "bridge-over-exe-closed-april-2025"
CLAIM = "The bridge over the Exe was closed in April 2025."
VERDICT = "The council closed the bridge on 3 May 2025."
QUOTE = "The bridge is closed from 3 May 2025."
TITLE = "Notice of closure of the Exe bridge"
ADDRESS = "https://example.org/notice"
SOURCE = {
    "Title": TITLE,
    "Publisher": "Exe Town Council",
    "When was it published?": "2025-05-02",
    "Web address": ADDRESS,
}
EVIDENCE = f"""evidence:
  - source:
      title: {TITLE}
      publisher: Exe Town Council
      published: 2025-05-02
      url: {ADDRESS}
      standing: primary
    stance: contradicts
    quote: {QUOTE}
"""
REVIEW = f"""review:
  rating: false
  verdict: {VERDICT}
  reviewed: 2026-11-23
"""
CHROME = {"width": 1000, "height": 620}
WIDE = {"width": 1280, "height": 720}
HEAD = """# From a false claim to a merged file

Five ways to bring a fact-check into the project, each walked from beginning to end. The example
is made up: *Example Gazette* writes that the bridge over the Exe was closed in April 2025, and
a notice of Exe Town Council says that it was closed in May. It was never published anywhere.

Nothing below was written by hand. `make walks` does every step in fresh clones of a repository
that stands for the project's own, and writes this page. The times were measured then, on a
machine with two processors that was busy with other work: they are those of commands, of pages
and of a script that answers and fills in. What a person needs to read, think and type comes on
top; the characters that have to be typed or pasted are counted, and come to three to five
minutes at two hundred a minute.

| way | time of the machine | characters |
| --- | --- | --- |
{rows}

Which way suits whom stands in `CONTRIBUTING.md` and on the page [Contribute](../contribute.md).
"""


def head(walks: list[Walk]) -> str:
    """The beginning of the page."""
    rows = (
        f"| [{each.title}](#{re.sub(r'[^a-z]+', '-', each.title.lower()).strip('-')}) "
        f"| {each.seconds:.0f} s | {each.typed:,} |"
        for each in walks
    )
    return HEAD.format(rows="\n".join(rows))


def merged(walk: Walk, forge: Forge, mine: Path, message: str) -> None:
    """Send a branch, and do what a maintainer does with it."""
    walk.say("Sent, as the forge does it for whoever uses its pages:")
    walk.shell(
        mine,
        "git add claims",
        f'git commit --quiet --message "{message}"',
        f"git push --quiet origin {BRANCH}",
    )
    reviewed(walk, forge)


def reviewed(walk: Walk, forge: Forge) -> None:
    """What a maintainer sees and does."""
    walk.say("A reviewer looks at what changes, and merges it:")
    theirs = forge.clone("Mo Reviewer")
    compared = f"claimbook diff main...origin/{BRANCH}"
    merging = f'git merge --quiet --no-ff --message "Take it" origin/{BRANCH}'
    said = walk.shell(theirs, compared, merging, "claimbook check --strict", "git push --quiet")
    assert "nothing to report" in said, said
    tree = subprocess.check_output(["git", "-C", forge.main, "ls-tree", "-r", "main"], text=True)
    assert NAME in tree


def terminal(walk: Walk, forge: Forge, browser: Browser) -> None:
    """With the command line."""
    ann = forge.clone("Ann Rivers")
    walk.say("Once, in a fresh clone (`…` is the folder):")
    walk.shell(ann, "make site", last=2)
    walk.say("The questions, with a date that is none:")
    walk.shell(
        ann,
        f"git switch --quiet --create {BRANCH}",
        f'claimbook dupes "{CLAIM}"',
        "claimbook new",
        answers=(CLAIM, "Example Gazette", "5 May", "2025-05-05", *[""] * 5),
    )
    path = ann / "claims" / "drafts" / f"{NAME}.yml"
    draft = path.read_text(encoding="utf-8")
    walk.file(f"claims/drafts/{NAME}.yml", draft)
    walk.say("Filled in, with two slips of the pen:")
    begun = draft[: draft.index("review:")]
    slips = (REVIEW + EVIDENCE).replace("false", "flase").replace("quote:", "qoute:")
    path.write_text(begun + slips, encoding="utf-8")
    walk.typed += len(slips)
    walk.file(f"claims/drafts/{NAME}.yml", begun + slips)
    walk.shell(ann, "claimbook check --changed-since main")
    path.write_text(begun + REVIEW + EVIDENCE, encoding="utf-8")
    walk.say("Mended, and looked at while it was written:")
    previewed(walk, ann, browser)
    walk.shell(
        ann,
        "claimbook check --changed-since main",
        f"mv claims/drafts/{NAME}.yml claims/",
        "claimbook fmt",
    )
    merged(walk, forge, ann, "Check when the bridge over the Exe was closed")


def previewed(walk: Walk, project: Path, browser: Browser) -> None:
    command = ["claimbook", "preview", f"claims/drafts/{NAME}.yml"]
    program = [str(REPOSITORY / ".venv/bin/claimbook"), *command[1:]]
    begun = time.monotonic()
    with subprocess.Popen(program, cwd=project, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        page = browser.new_page(viewport=CHROME)  # type: ignore[arg-type]
        page.goto(server.stdout.readline().strip())
        page.locator("h1", has_text=CLAIM).wait_for()
        walk.lines += ["```console", f"$ {' '.join(command)}", "```", ""]
        walk.took(time.monotonic() - begun, "The page was there after")
        walk.picture(page, "preview.png", "The page of the draft in a browser")
        page.close()
        server.terminate()


def builder(walk: Walk, forge: Forge, browser: Browser) -> None:
    """With the page of the site."""
    with served(REPOSITORY / "site") as address:
        page = browser.new_page(viewport=WIDE, reduced_motion="reduce")  # type: ignore[arg-type]
        with walk.timed("Loaded, and its checks ready after"):
            page.goto(f"{address}/contribute/new/")
            ready(page)
        walk.say("A date that is none:")
        with walk.timed("Filled in by a script, checks included, in"):
            text = filled_in(walk, page)
        walk.say("Without a mistake, the page as it will be:")
        tab(page, "Preview").click()
        frame = page.frame_locator("iframe")
        expect(frame.locator("h1")).to_have_text(CLAIM)
        page.evaluate("scrollTo(0, 0)")
        walk.picture(page, "builder-preview.png", "The preview beside the form")
        walk.say("On a phone, in the dark, the way to the file:")
        on_a_phone(walk, browser, address, text)
        page.close()
    walk.say("The file that it gives:")
    walk.file(f"{NAME}.yml", text)
    walk.say(
        "Where the site names a forge, that opens with the file filled in. This one names none,"
        " so the file is put into `claims/` of a clone:"
    )
    ann = forge.clone("Ann Rivers")
    (ann / "claims" / f"{NAME}.yml").write_text(text, encoding="utf-8")
    walk.shell(ann, f"git switch --quiet --create {BRANCH}", "claimbook check --changed-since main")
    merged(walk, forge, ann, "Check when the bridge over the Exe was closed")


def filled_in(walk: Walk, page: Page) -> str:
    write(page, "What is claimed?", CLAIM)
    page.get_by_role("group", name="Who claims it?").get_by_role("combobox").first.focus()
    page.keyboard.insert_text("Example Gazette")
    write(page, "When was it claimed?", "5 May 2025")
    expect(page.locator(".cb-new__field", has_text="When was it claimed?")).to_contain_text("CB106")
    walk.picture(page, "builder.png", "The form says what is wrong with a date")
    page.get_by_label("When was it claimed?").fill("2025-05-05")
    source = page.get_by_role("group", name="Source").first
    for label, text in SOURCE.items():
        source.get_by_label(re.compile(f"^{re.escape(label)}")).first.focus()
        page.keyboard.insert_text(text)
    write(page, "The very words", QUOTE)
    write(page, "Verdict", VERDICT)
    walk.typed += sum(
        map(len, (CLAIM, "Example Gazette", "5 May 2025", *SOURCE.values(), QUOTE, VERDICT))
    )
    page.get_by_label("How close to the matter?").select_option("primary")
    page.get_by_label("What does it do to the claim?").select_option("contradicts")
    page.get_by_label("Rating", exact=True).select_option("false")
    page.get_by_role("button", name="Today").last.press("Enter")
    expect(panel(page)).to_contain_text("No problems")
    tab(page, "File").click()
    return f"{panel(page).locator('code').inner_text().rstrip()}\n"


def on_a_phone(walk: Walk, browser: Browser, address: str, text: str) -> None:
    page = browser.new_page(viewport=PHONE, color_scheme="dark", reduced_motion="reduce")  # type: ignore[arg-type]
    page.goto(f"{address}/contribute/new/")
    ready(page)
    with page.expect_file_chooser() as waiting:
        page.get_by_role("button", name="Open a file").click()
    file = {"name": f"{NAME}.yml", "mimeType": "text/yaml", "buffer": text.encode()}
    waiting.value.set_files(file)  # type: ignore[arg-type]
    expect(page.get_by_label("What is claimed?")).to_have_value(CLAIM)
    page.locator(".cb-new__jump").click()
    tab(page, "Send").click()
    page.locator(".cb-new__aside").evaluate("each => each.scrollIntoView()")
    walk.picture(page, "builder-phone.png", "What to do with the file, on a phone")
    page.close()


def issue(walk: Walk, forge: Forge, _: Browser) -> None:
    """With the form for issues."""
    answers = {
        "claim": CLAIM,
        "claimant": "Example Gazette",
        "claimed": "2025-05-05",
        "evidence_url": ADDRESS,
        "evidence_title": TITLE,
        "publisher": "Exe Town Council",
        "stance": "contradicts",
        "evidence_quote": QUOTE,
    }
    walk.typed += sum(map(len, answers.values()))
    body = body_of(answers, NEW_CLAIM)
    walk.say("*New issue*, *Propose a claim*. What was answered, as GitHub hands it on:")
    mo = forge.clone("Tess Triager")
    (mo.parent / "body.md").write_text(body, encoding="utf-8")
    walk.file("body.md", body)
    walk.say(
        "Somebody reads it and gives it the label `accepted-for-drafting`. What the workflow"
        " runs then:"
    )
    walk.shell(
        mo, f"git switch --quiet --create {BRANCH}", "claimbook from-issue --file ../body.md"
    )
    path = mo / "claims" / "drafts" / f"{NAME}.yml"
    draft = path.read_text(encoding="utf-8")
    walk.file(f"claims/drafts/{NAME}.yml", draft)
    walk.say("An editor rates it, in the same branch, and moves it out of the drafts:")
    rated = re.sub(r"^review:\n(?:  .*\n)+", REVIEW, draft, flags=re.MULTILINE)
    path.write_text(rated, encoding="utf-8")
    walk.typed += len(REVIEW)
    walk.shell(
        mo,
        f"mv claims/drafts/{NAME}.yml claims/",
        "claimbook fmt",
        "claimbook check --changed-since main",
    )
    path = mo / "claims" / path.name
    named = path.read_text(encoding="utf-8")
    near = "      standing: primary\n"
    assert "publisher: Exe Town Council\n" in named, named
    path.write_text(named.replace("Town Council\n", f"Town Council\n{near}"), encoding="utf-8")
    walk.say("The notice is the council's own, which is what `standing: primary` says:")
    walk.typed += len(near)
    walk.shell(mo, "claimbook fmt", "claimbook check --changed-since main")
    merged(walk, forge, mo, "Check when the bridge over the Exe was closed")


def editor(walk: Walk, forge: Forge, _: Browser) -> None:
    """With an editor that knows YAML."""
    ann = forge.clone("Ann Rivers")
    path = f"claims/{NAME}.yml"
    walk.say(
        "The editor is asked through yaml-language-server, which is what Visual Studio Code's YAML"
        " extension runs, with the settings of this project. A file in"
        " which two words are mistyped:"
    )
    text = f"claim: {CLAIM}\nclaimant: Example Gazette\nclaimed: 5 May 2025\n{REVIEW}{EVIDENCE}"
    slips = text.replace("verdict:", "verdct:")
    walk.file(path, slips)
    with walk.timed("The editor answered within"), Editor(ann) as asked:
        found = sorted(asked.problems(path, slips))
        line = text[: text.index("stance:")].count("\n") + 1
        offered = asked.offered(path, line, len("    stance: ") + 1)
    walk.say("What it underlines:")
    walk.say("\n".join(f"- line {line}: {message}" for line, message in found))
    assert len(found) == 3, found
    walk.say(
        f"What Ctrl+Space offers after `stance:`: {', '.join(f'`{each}`' for each in offered)}."
    )
    assert "contradicts" in offered, offered
    walk.say("Mended, and sent as the editor's own Git does it:")
    (ann / path).write_text(text.replace("5 May 2025\n", "2025-05-05\n", 1), encoding="utf-8")
    walk.typed += len(text)
    walk.shell(ann, f"git switch --quiet --create {BRANCH}", "claimbook fmt")
    merged(walk, forge, ann, "Check when the bridge over the Exe was closed")


def cms(walk: Walk, forge: Forge, browser: Browser) -> None:
    """With Sveltia CMS."""
    ann = forge.clone("Ann Rivers")
    known = {
        path: text for path, text in FILES.items() if "older" not in path and "topics" not in path
    }
    for path, text in known.items():
        (ann / path).write_text(text, encoding="utf-8")
    walk.say(
        "The form picks sources and claimants from their files, so the notice and the newspaper"
        " have theirs before. Set up once by whoever runs the site; here with the backend that"
        " keeps all files in the browser:"
    )
    walk.shell(
        ann,
        f"git switch --quiet --create {BRANCH}",
        "claimbook cms-config --backend test-repo --output build/try",
    )
    shutil.copytree(PACKAGE / "dist", ann / "build/try", dirs_exist_ok=True)
    with served(ann / "build" / "try") as address:
        text = entered(walk, browser, address, known)
    walk.file(f"claims/{NAME}.yml", text)
    (ann / "claims" / f"{NAME}.yml").write_text(text, encoding="utf-8")
    walk.say("On a forge the form opens the pull request itself. The rest is as everywhere:")
    walk.shell(ann, "claimbook fmt", "claimbook check --changed-since main")
    merged(walk, forge, ann, "Check when the bridge over the Exe was closed")


def entered(walk: Walk, browser: Browser, address: str, known: dict[str, str]) -> str:
    context = browser.new_context(viewport={"width": 1000, "height": 3000})
    # Fonts, icons and news of versions, which it asks of another host.
    context.route(lambda url: not url.startswith(address), lambda route: route.abort())
    page = context.new_page()
    page.goto(address)
    page.evaluate(PUT, known)
    page.reload()
    page.get_by_role("button", name="Work with Test Repository").click()
    page.get_by_text("One checkable claim and its review.").wait_for()
    with walk.timed("Filled in by a script and saved in"):
        files = written_in(walk, page)
    context.close()
    (path,) = (each for each in files if NAME.partition("-")[0] in each)
    return files[path]


def written_in(walk: Walk, page: Page) -> dict[str, str]:
    at = open_form(page, "new")
    texts = {"claim": CLAIM, "review.verdict": VERDICT}
    for name, text in texts.items():
        at(name).locator("textarea").fill(text)
    days = {"claimed": "2025-05-05", "review.reviewed": "2026-11-23"}
    for name, text in days.items():
        at(name).locator("input").fill(text)
    at("claimant").get_by_role("radio").first.click()
    at("review.rating").get_by_role("combobox").click()
    page.get_by_role("option").filter(has_text=re.compile(r"^\W*False:")).first.click()
    at("evidence").get_by_role("button", name="Add").first.click()
    at("evidence.0.source").get_by_role("radio").first.click()
    at("evidence.0.stance").get_by_role("radio", name="contradicts:").click()
    at("evidence.0.quote").locator("textarea").fill(QUOTE)
    walk.typed += sum(map(len, (*texts.values(), *days.values(), QUOTE)))
    page.set_viewport_size(CHROME)  # type: ignore[arg-type]
    field(page, "claim")
    walk.picture(page, "cms.png", "The form of Sveltia CMS")
    walk.say("Words stand in the place of icons, which it fetches from another host.")
    page.set_viewport_size({"width": 1000, "height": 3000})
    return save(page)


WALKS: dict[str, Callable[[Walk, Forge, Browser], None]] = {
    "The claim builder": builder,
    "The issue form": issue,
    "An editor": editor,
    "A terminal": terminal,
    "Sveltia CMS": cms,
}


def main() -> None:
    """Write the page and its pictures."""
    guide = Path(sys.argv[1]) if len(sys.argv) > 1 else GUIDE
    pictures = guide / "walks"
    pictures.mkdir(parents=True, exist_ok=True)
    done = []
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        for title, act in WALKS.items():
            with tempfile.TemporaryDirectory() as folder:
                walk = Walk(title, pictures)
                act(walk, Forge(Path(folder)), browser)
                done.append(walk)
                sys.stderr.write(f"{title}: {walk.seconds:.1f} s\n")
        browser.close()
    (guide / "walks.md").write_text(written(done, head), encoding="utf-8")


if __name__ == "__main__":
    main()
