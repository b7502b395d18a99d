"""The data set for readers and for those who search for data sets."""

import io
import json
import re
from typing import Any

import pytest

from claimbook.exports.files import File
from claimbook.settings import Exports, Publication, Settings
from claimbook.site import Site
from tests.unit.exports.vocabulary import expanded, problems_of
from tests.unit.views.hostile import HOSTILE
from tests.unit.views.making import REPOSITORY, PageReader, claim_text, site_of

ALL = Exports(downloads=True)
LEDGER = Publication("The Ledger", "https://ledger.example/", licence="CC BY 4.0")


def site(exports: Exports = ALL, publication: Publication = LEDGER) -> Site:
    settings = Settings(publication=publication, exports=exports)
    return site_of({"bridge.yml": claim_text(review="  reviewed: 2026-03-01")}, settings)


def told(page: PageReader) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(page.one("script").text)
    return read


def published(made: Site) -> list[File]:
    beside = made.claim_fragment("bridge").beside
    return [*made.exports(), *made.downloads(), *beside]


def test_every_download_is_there() -> None:
    made = site()
    page = PageReader(made.embed("data", "", "data"))
    paths = {path for path, _ in published(made)}
    links = [each["href"].removeprefix("../") for each in page.links]
    assert len(links) == 9
    assert set(links) <= paths
    addresses = [each["contentUrl"] for each in told(page)["distribution"]]
    assert addresses == [f"https://ledger.example/{each}" for each in links]


def test_the_data_set_speaks_schema_org() -> None:
    data = told(PageReader(site().embed("data", "", "data")))
    assert list(problems_of(data)) == []
    assert expanded(data)["@type"] == ["https://schema.org/Dataset"]
    assert 50 <= len(data["description"]) <= 5000
    assert data["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert data["dateModified"] == "2026-03-01"


@pytest.mark.parametrize(
    ("exports", "count"),
    [(Exports(), 3), (Exports(api=False), 1), (Exports(api=False, data_feed=False), 0)],
)
def test_what_is_switched_off_is_not_offered(exports: Exports, count: int) -> None:
    page = PageReader(site(exports).embed("data", "", "data"))
    assert len([*page.links]) == count
    assert bool(page.find("script")) == bool(count)


def test_without_an_address_nothing_is_told_to_machines() -> None:
    page = PageReader(site(publication=Publication("L")).embed("data", "", "data"))
    assert [*page.links]
    assert not page.find("script")


def test_no_name_ends_the_script() -> None:
    page = PageReader(site(publication=Publication(HOSTILE, LEDGER.url)).embed("data", "", "data"))
    assert not page.problems
    assert HOSTILE in told(page)["name"]


def test_the_example_on_the_page_reads_all_claims(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What the page about the data shows in Python runs, and finds every page of the list."""
    page = (REPOSITORY / "site_src" / "data.md").read_text(encoding="utf-8")
    [code] = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    root = "https://sora-file.example/"
    files = {f"c{n:03}.yml": claim_text(f"The bridge opened on day {n}.") for n in range(205)}
    made = dict(site_of(files, Settings(publication=Publication("L", root))).exports())
    monkeypatch.setattr(
        "urllib.request.urlopen", lambda address: io.BytesIO(made[address.removeprefix(root)])
    )
    exec(compile(code, "data.md", "exec"), {})
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(files)
    assert lines[0] == f"true The bridge opened on day 0. {root}claims/c000/"
