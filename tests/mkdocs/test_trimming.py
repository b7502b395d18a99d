"""What the theme ships and no page asks for is not published."""

import re
from pathlib import Path

from tests.mkdocs.project import Project


def names(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}


def test_maps_and_the_other_search_are_left_out(project: Project) -> None:
    project.build()
    found = names(project.site)
    assert not [name for name in found if name.endswith(".map")]
    assert not [name for name in found if "/lunr/" in name or "/workers/" in name]
    assert not list(project.site.glob("assets/javascripts/*/"))
    assert list(project.site.glob("assets/javascripts/bundle.*.js"))


def test_nothing_speaks_of_a_map_that_is_gone(project: Project) -> None:
    project.build()
    files = [*project.site.glob("assets/**/*.js"), *project.site.glob("assets/**/*.css")]
    assert files
    assert [path.name for path in files if b"sourceMappingURL" in path.read_bytes()] == []


def test_every_file_a_page_refers_to_is_there(project: Project) -> None:
    project.build()
    for page in project.site.rglob("index.html"):
        html = page.read_text(encoding="utf-8")
        for href in re.findall(r'<(?:link|script)[^>]+(?:href|src)="([^"#:]+)"', html):
            assert (page.parent / href).exists(), f"{page}: {href}"


def test_what_the_owner_put_there_stays(project: Project) -> None:
    project.write("site_src/assets/javascripts/own.js.map", "{}")
    project.write("site_src/assets/javascripts/lunr/own.js", "own")
    project.build()
    assert {"assets/javascripts/own.js.map", "assets/javascripts/lunr/own.js"} <= names(
        project.site
    )


def test_only_the_chosen_colours_are_published(project: Project) -> None:
    palette = {"scheme": "slate", "primary": "teal", "accent": "indigo"}
    project.config["theme"] = {"name": "material", "font": False, "palette": palette}
    project.build()
    (styles,) = project.site.glob("assets/stylesheets/palette.*.css")
    text = styles.read_text(encoding="utf-8")
    assert set(re.findall(r"data-md-color-(?:primary|accent)=([\w-]+)", text)) == {"teal", "indigo"}
    assert "data-md-color-scheme=slate" in text
    assert text.count("{") == text.count("}")


def test_our_own_files_lose_their_comments(project: Project) -> None:
    project.build()
    files = [*project.site.glob("assets/claimbook/*.css")]
    assert files
    assert [path.name for path in files if "/*" in path.read_text(encoding="utf-8")] == []
