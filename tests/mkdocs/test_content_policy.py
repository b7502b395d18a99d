"""Every page has its policy, and a build fails where one needs more."""

import re
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from claimbook.policy.directives import Policy, guarded, hashed
from mkdocs_claimbook.reloading import allowed
from tests.mkdocs.project import Project

POLICY = re.compile(r'<meta http-equiv="?Content-Security-Policy"? content="([^"]*)">')


def policies(site: Path) -> dict[str, list[str]]:
    """What each page says of itself, by its path."""
    pages = {each: each.read_text(encoding="utf-8") for each in sorted(site.rglob("*.html"))}
    return {at.relative_to(site).as_posix(): POLICY.findall(html) for at, html in pages.items()}


def test_every_page_has_one_strict_policy_and_hosts_are_told(project: Project) -> None:
    project.write("site_src/static.html", "<!doctype html><head></head><p>Mine</p>")
    project.write("site_src/table.md", "# Table\n\n| a | b |\n|--:|:-:|\n| 1 | 2 |\n")
    project.write("claimbook.toml", '[security]\nimages = ["https://pictures.example"]\n')
    project.config["markdown_extensions"] = ["tables"]
    project.build()
    found = policies(project.site)
    assert {at: each for at, each in found.items() if len(each) != 1} == {}
    said = "\n".join(each for (each,) in found.values())
    assert "unsafe-inline" not in said
    assert "'unsafe-eval'" not in said
    assert "img-src 'self' data: https://pictures.example" in said
    assert "sha256" not in found["claims/bridge-sold/index.html"][0]
    headers = {
        each: project.page(each)
        for each in ("_headers", "headers/nginx.conf", "headers/apache.conf")
    }
    for name, text in headers.items():
        assert "frame-ancestors 'self'" in text, name
        assert "frame-ancestors *" in text, name
        # What any page allows, the header does.
        for each in re.findall(r"'sha256-[^']*'", said):
            assert each in text, name


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("<script>steal()</script>", "a script stands in the page itself: `steal()`"),
        ("<style>p{}</style>", "a style sheet stands in the page itself"),
        ('<p style="color:red">x</p>', "an element has a style of its own"),
        ('<p onclick="x()">x</p>', "an element runs a script by `onclick`"),
        ('<a href="java&#10;script:x()">x</a>', "a link runs a script"),
        ('<object data="x"></object>', "the page holds an element `object`"),
        ('<script src="//a.example/x.js"></script>', "the page loads `//a.example/x.js`"),
        ('<img src="https://a.example/x.png">', "the page loads `https://a.example/x.png`"),
        ('<iframe src="https://a.example/"></iframe>', "the page loads `https://a.example/`"),
    ],
)
def test_a_page_that_needs_more_fails_the_build(project: Project, page: str, said: str) -> None:
    project.write("site_src/more.md", f"# More\n\n{page}\n")
    with pytest.raises(Abort):
        project.build()
    [found] = [each.getMessage() for each in project.log if "CB814" in each.getMessage()]
    assert found.startswith("claimbook: more/index.html:")
    assert said in found
    assert "hint:" in found


@pytest.mark.parametrize(
    ("path", "content", "said"),
    [
        ("old/static.HTM", b"<p onclick=x>", "an element runs a script by `onclick`"),
        ("wide.html", "\ufeff<p onclick=x>".encode("utf-16-le"), "runs a script by `onclick`"),
        ("wide.html", "\ufeff<p onclick=x>".encode("utf-16-be"), "runs a script by `onclick`"),
        ("a.css", b"p{}\n@import '//a.example/x.css'", "the page loads `//a.example/x.css`"),
    ],
)
def test_files_that_are_copied_are_looked_at(
    project: Project, path: str, content: bytes, said: str
) -> None:
    project.write(f"site_src/{path}", "")
    (project.root / "site_src" / path).write_bytes(content)
    with pytest.raises(Abort):
        project.build()
    [found] = [each.getMessage() for each in project.log if "CB814" in each.getMessage()]
    assert found.startswith(f"claimbook: {path}:")
    assert said in found


def test_copied_pages_have_their_policies_in_their_own_encoding(project: Project) -> None:
    project.write("site_src/a.htm", "<!-- <head> --><title>x</title>")
    project.write("site_src/b.html", "")
    (project.root / "site_src/b.html").write_bytes(
        "\ufeff<title>\u00e4</title>".encode("utf-16-le")
    )
    project.build()
    assert POLICY.search((project.site / "a.htm").read_text().partition("-->")[2])
    wide = (project.site / "b.html").read_bytes().decode("utf-16")
    assert POLICY.match(wide)
    assert wide.endswith("<title>\u00e4</title>")


def test_what_the_owner_allows_is_built(project: Project) -> None:
    script = "count()"
    project.write(
        "claimbook.toml",
        f'[security]\nscripts = ["{hashed(script)}", "https://a.example"]\napart = ["own"]\n',
    )
    inline = f"<script>{script}</script>"
    project.write("site_src/a.md", f"# A\n\n{inline}<script src='https://a.example/x'></script>\n")
    project.write("site_src/own/tool.html", "<head></head><script>anything()</script>")
    project.build()
    found = policies(project.site)
    assert f"'{hashed(script)}' https://a.example" in found["a/index.html"][0]
    assert found["own/tool.html"] == []
    assert '"~^/own/" "";' in project.page("headers/nginx.conf")


def test_a_template_that_forgets_to_escape_fails_the_build(project: Project) -> None:
    """Hashes are never those of what the page itself holds."""
    theme = project.root / "theme"
    project.write(
        "theme/claimbook/claim.html",
        '{% extends "core/claim.html" %}{% block verdict %}{{ page.verdict|safe }}{% endblock %}',
    )
    project.config["theme"]["custom_dir"] = str(theme)
    text = (project.root / "claims/bridge-sold.yml").read_text(encoding="utf-8")
    evil = text.replace("The county still owns the bridge.", "<script>steal()</script>")
    project.write("claims/bridge-sold.yml", evil)
    with pytest.raises(Abort):
        project.build()
    assert any("`steal()`" in each.getMessage() for each in project.log)


def test_without_policies_nothing_is_refused(project: Project) -> None:
    project.write("claimbook.toml", "[security]\nenforced = false\n")
    project.write("site_src/more.md", "# More\n\n<script>mine()</script>\n")
    project.build()
    assert not any(policies(project.site)["more/index.html"])
    assert "Content-Security" not in project.page("_headers")


def test_a_preview_allows_the_script_at_its_end_alone() -> None:
    theirs, ours = (
        "var livereload = steal()",
        "\n var livereload = function() {}; livereload(1, 2)\n",
    )
    page = guarded(
        f"<head></head><script>{theirs}</script><p>x</p><script>{ours}</script></body>",
        Policy().text,
    )
    [policy] = POLICY.findall(allowed(page.encode()).decode())
    assert hashed(ours) in policy
    assert hashed(theirs) not in policy
    assert "sha256" not in POLICY.findall(page)[0]
