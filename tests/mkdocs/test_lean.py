"""What every page of Material would repeat stands in files of its own."""

import json
import re

import pytest

from mkdocs_claimbook.lean import PALETTE_SCRIPT, Lean
from mkdocs_claimbook.lean_navigation import navigated
from mkdocs_claimbook.lean_search import HEADER_SCRIPT, SearchBox
from mkdocs_claimbook.theme import MATERIAL_STYLE
from tests.mkdocs.project import Project

CLAIM = "claims/bridge-closed/index.html"
SWITCH = {"scheme": "default", "toggle": {"icon": "material/weather-night", "name": "Dark"}}
CONFIG = re.compile(r"<script id=__config type=application/json>(.*?)</script>")
OPENING = re.compile(r'insertAdjacentHTML\("beforebegin",(".*")\);')


def test_the_switch_of_colours_is_set_in_by_its_script(project: Project) -> None:
    project.config["theme"] |= {"palette": [SWITCH]}
    project.build(strict=True)
    page, script = project.page(CLAIM), project.page(PALETTE_SCRIPT)
    assert page.count(f'<script src="../../{PALETTE_SCRIPT}"></script>') == 1
    assert "__md_get" not in page
    assert "__palette" not in page
    form = json.loads(OPENING.findall(script)[0])
    assert form.startswith('<form class="md-header__option" data-md-component="palette">')
    assert 'title="Dark"' in form
    assert form.endswith("</form>")


def test_choices_are_kept_where_hand_written_pages_keep_them(project: Project) -> None:
    project.build(strict=True)
    begins = '__md_scope=new URL("../..",document.currentScript.src),'
    assert project.page(PALETTE_SCRIPT).startswith(begins)
    assert "document.currentScript.insertAdjacentHTML" not in project.page(PALETTE_SCRIPT)


def test_a_single_palette_needs_no_script(project: Project) -> None:
    project.config["theme"] |= {"palette": {"scheme": "slate"}}
    project.build(strict=True)
    assert PALETTE_SCRIPT not in project.page(CLAIM)
    assert "__md_scope" in project.page(CLAIM)
    assert not (project.site / PALETTE_SCRIPT).exists()


def test_what_is_used_earlier_stays_in_the_page(project: Project) -> None:
    project.config["theme"] |= {"features": ["announce.dismiss"], "custom_dir": "own"}
    own = project.root / "own"
    own.mkdir()
    (own / "main.html").write_text(
        '{% extends "base.html" %}{% block announce %}News{% endblock %}', encoding="utf-8"
    )
    project.build(strict=True)
    page = project.page(CLAIM)
    assert page.index("__md_scope=") < page.index("__md_get(") < page.index(PALETTE_SCRIPT)


@pytest.mark.parametrize("name", ["logo", "menu"])
def test_icons_are_drawn_by_the_style_sheet(project: Project, name: str) -> None:
    project.build(strict=True)
    assert f"<svg class=cb-icon-{name}></svg>" in project.page(CLAIM)
    assert re.search(rf"\.cb-icon-{name}\{{mask:url\(", project.page(MATERIAL_STYLE))


def test_material_is_told_only_what_it_asks_for(project: Project) -> None:
    project.config["theme"] |= {"features": ["content.code.copy"]}
    project.build(strict=True)
    found = re.search(
        r"<script id=__config type=application/json>(.*?)</script>", project.page(CLAIM)
    )
    assert found is not None
    told = json.loads(found[1])
    assert set(told) == {"base", "features", "translations"}
    assert set(told["translations"]) == {"clipboard.copy", "clipboard.copied"}


@pytest.mark.parametrize("kind", ["md-nav--primary", "md-nav--lifted"])
def test_sections_that_are_only_led_to_are_marked_beside_tabs_alone(kind: str) -> None:
    entry = '<li class="md-nav__item md-nav__item--pruned md-nav__item--nested">A</li>'
    page = Lean().page(f'<nav class="{kind}"><ul>{entry}{entry}</ul></nav>', "..")
    assert ("md-nav__item--nested" in page) == (kind == "md-nav--lifted")
    assert page.count("<li class=") == 2


def test_entries_of_the_navigation_end_where_the_next_begin(project: Project) -> None:
    project.build(strict=True)
    lists = re.findall(r"<ul class=md-nav__list\b.*?</ul></nav>", project.page(CLAIM), re.DOTALL)
    assert "".join(lists).count("<li") > len(lists)
    assert not re.search("</li> ?<li class=", "".join(lists))


ARROW = '<span class="md-nav__icon md-icon"></span>'
LINK = '<a href="../x/" class="md-nav__link">'
BESIDE = '<div class="md-sidebar md-sidebar--secondary"><nav>'
SECTION = '<label class="md-nav__link" for="a">'
CONTENTS = '<label class="md-nav__title" for="__toc">'
LOGO = (
    '<a href="../" title="N" class="md-nav__button md-logo" aria-label="N"'
    ' data-md-component="logo">'
)


@pytest.mark.parametrize(
    ("entry", "lean"),
    [
        (f'{LINK}<span class="md-ellipsis">A</span></a>', f"{LINK}A</a>"),
        (
            f'{LINK}<span class="md-ellipsis">A</span> {ARROW}</a>',
            f"{LINK.replace('link', 'link cb-to')}A</a>",
        ),
        (f'{LINK}<span class="md-ellipsis">A <b>B</b></span></a>', None),
        (f'{LINK}<svg></svg><span class="md-ellipsis">A</span></a>', None),
        (f'{LINK}<span class="md-ellipsis">A</span><i class="new"></i></a>', None),
        (
            f'{SECTION} <span class="md-ellipsis">A</span> {ARROW}</label>',
            f"{SECTION}A{ARROW}</label>",
        ),
        (f"{BESIDE}{CONTENTS}{ARROW} Contents", f"{BESIDE}{CONTENTS}Contents"),
        (f"{CONTENTS}{ARROW} Contents", None),
        (LOGO, LOGO.replace(' aria-label="N"', "")),
        (LOGO.replace('label="N"', 'label="M"'), None),
    ],
)
def test_the_navigation_is_made_of_less(entry: str, lean: str | None) -> None:
    assert navigated(entry) == (lean or entry)


def test_what_scripts_of_the_theme_ask_for_stays() -> None:
    box = f'{LINK}<span class="md-ellipsis">A</span></a>"content.tooltips"'
    assert navigated(box) == box
    instant = f'{LOGO}"navigation.instant"'
    assert "data-md-component=logo" in Lean().page(instant, "..")
    assert "data-md-component" not in Lean().page(LOGO, "..")


def test_the_style_sheet_draws_the_arrows_of_the_navigation(project: Project) -> None:
    project.build(strict=True)
    assert ".cb-to::after{" in project.page(MATERIAL_STYLE)


BUTTON = '<label class="md-header__button md-icon" for="__search"><svg>S</svg></label>'
PLACE = '<div class="md-search cb-search" role=search>'
BOX = "<form>F</form>"
SCRIPT = '{}("beforebegin","O")'.format("document.currentScript.insertAdjacentHTML")


@pytest.mark.parametrize("switch", ["", "<form>O</form>"])
def test_the_search_box_is_set_in_by_the_script_of_the_header(switch: str) -> None:
    lean = Lean(switch=switch, script=SCRIPT, search=SearchBox("<svg>S</svg>", BOX))
    page = lean.page(f"<nav>{switch}{BUTTON}{PLACE}{BOX}</div></nav>", "..")
    assert page == f'<nav>{PLACE}<script src="../{HEADER_SCRIPT}"></script></div></nav>'


@pytest.mark.parametrize(
    "header", [f"{BUTTON}<p>own</p>{PLACE}{BOX}", f"{BUTTON}{PLACE}own", f"own{PLACE}{BOX}"]
)
def test_an_owner_s_own_header_keeps_its_search_box(header: str) -> None:
    lean = Lean(script=SCRIPT, search=SearchBox("<svg>S</svg>", BOX))
    assert HEADER_SCRIPT not in lean.page(header, "..")


def test_one_script_sets_in_the_switch_of_colours_and_the_search_box(project: Project) -> None:
    project.config["theme"] |= {"palette": [SWITCH]}
    project.config["plugins"] = [{"claimbook": {"search": True}}]
    project.build()
    page, script = project.page(CLAIM), project.page(HEADER_SCRIPT)
    assert page.count(f'<script src="../../{HEADER_SCRIPT}"></script></div>') == 1
    assert PALETTE_SCRIPT not in page
    assert "data-cb-query" not in page
    parts = re.findall(r'(parentElement\.)?insertAdjacentHTML\("beforebegin",(".*")\);', script)
    assert [bool(parent) for parent, _ in parts] == [True, True, False]
    switch, button, box = (json.loads(html) for _, html in parts)
    assert 'title="Dark"' in switch
    assert button.startswith("<label ")
    assert "data-cb-query" in box
