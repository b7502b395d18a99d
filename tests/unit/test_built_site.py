"""Claim pages put into a site that another generator has built."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from claimbook.policy.directives import hashed

CLAIM = """\
claim: The bridge over the Exe was closed in March 2025.
claimant: Example Gazette
claimed: 2025-03-02
review:
  rating: true
  verdict: The county closed the bridge on 2 March 2025.
  reviewed: 2025-06-01
evidence:
  - stance: supports
    quote: The bridge was closed to traffic on 2 March 2025.
    source:
      title: Notice of closure
      publisher: Example County
      url: https://county.example.org/notice
      published: 2025-03-01
      standing: primary
"""
SHELL = """\
<!doctype html><html lang="en"><head><title>claimbook-title | Ours</title>
<meta name="description" content="claimbook-description">
<link rel="stylesheet" href="../style.css"><link rel="canonical" href="https://x.example/s/claimbook-shell/">
<script>var base = "..", name = "../../not-a-root"</script></head>
<body><nav><a href="..">Home</a> <a href="../about/">About</a></nav>
<h1 id="t">claimbook-title</h1><p>claimbook-content</p><p>Ours, since 2024</p></body></html>
"""


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A project with one claim and, beside it, a site with a shell page."""
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims/bridge-closed.yml").write_text(CLAIM)
    site = tmp_path / "public"
    (site / "claimbook-shell").mkdir(parents=True)
    (site / "claimbook-shell/index.html").write_text(SHELL)
    (site / "sitemap.xml").write_text(
        "<urlset><url><loc>https://x.example/s/</loc></url>"
        "<url><loc>https://x.example/s/claimbook-shell/</loc></url></urlset>"
    )
    return site


def _weave(site: Path, *options: str) -> str:
    from claimbook.cli.weave import weave

    arguments = [str(site), "--project", str(site.parent), "--no-search", *options]
    return CliRunner().invoke(weave, arguments).output


def test_a_claim_becomes_a_page_of_the_site(built: Path) -> None:
    assert "Wove 1 claim into" in _weave(built)
    page = (built / "claims/bridge-closed/index.html").read_text()
    assert "<title>The bridge over the Exe was closed in March 2025. | Ours</title>" in page
    assert '<a href="../..">Home</a> <a href="../../about/">About</a>' in page
    assert 'var base = "../..", name = "../../not-a-root"' in page
    assert 'href="https://x.example/s/claims/bridge-closed/"' in page
    assert 'href="../../assets/claimbook/claimbook.css"' in page
    assert '<meta property="og:description" name="description" content="True: ' in page
    assert page.count("<h1") == 1
    assert "claimbook-" not in re.sub(r"claimbook\.css|assets/claimbook", "", page)


def _policy(built: Path, path: str) -> str:
    page = (built / path).read_text()
    [found] = re.findall(r"<meta http-equiv=Content-Security-Policy content=\"([^\"]*)\">", page)
    return str(found)


def test_pages_have_a_policy_with_what_the_shell_holds_itself(built: Path) -> None:
    _weave(built)
    for path, root in (("claims/bridge-closed/index.html", "../.."), ("claims/index.html", "..")):
        own = hashed(f'var base = "{root}", name = "../../not-a-root"')
        assert f"script-src 'self' 'wasm-unsafe-eval' '{own}';" in _policy(built, path)


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("<script>var page = 'claimbook-title'</script>", "a script stands in the page itself"),
        ("<p onclick=x()>x</p>", "an element runs a script by `onclick`"),
        ("<script src=https://a.example/x.js></script>", "the page loads `https://a.example/x.js`"),
    ],
)
def test_a_shell_that_needs_more_leaves_the_site_as_it_was(
    built: Path, part: str, said: str
) -> None:
    shell = built / "claimbook-shell/index.html"
    shell.write_text(SHELL.replace("<nav>", f"<nav>{part}"))
    told = _weave(built)
    assert "CB814" in told
    assert said in told
    assert "claimbook-shell/index.html:5:" in told
    assert shell.exists()
    assert not (built / "claims").exists()
    settings = built.parent / "claimbook.toml"
    settings.write_text("[security]\nenforced = false\n")
    assert "Wove 1 claim" in _weave(built)
    assert "Content-Security" not in (built / "claims/bridge-closed/index.html").read_text()


def test_depths_have_their_own_way_to_the_root(built: Path) -> None:
    _weave(built)
    page = (built / "claims/index.html").read_text()
    assert '<a href="..">Home</a>' in page
    assert "../style.css" in page


def test_the_shell_is_gone_and_the_sitemap_is_right(built: Path) -> None:
    _weave(built)
    assert not (built / "claimbook-shell").exists()
    sitemap = (built / "sitemap.xml").read_text()
    assert "claimbook-shell" not in sitemap
    assert "<loc>https://x.example/s/claims/bridge-closed/</loc><lastmod>2025-06-01<" in sitemap


def test_a_wrong_epoch_is_wrong_usage(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    assert "Error: SOURCE_DATE_EPOCH is `soon`" in _weave(built)
    assert (built / "claimbook-shell").exists()


def test_without_a_shell_it_says_how_to_make_one(built: Path) -> None:
    (built / "claimbook-shell/index.html").unlink()
    assert "give the generator a page `claimbook-shell`" in _weave(built)


def test_a_shell_without_its_words_is_refused(built: Path) -> None:
    (built / "claimbook-shell/index.html").write_text("<title>claimbook-title</title>")
    assert "does not show the words" in _weave(built)


def test_a_page_of_the_generator_stays_where_a_list_would_stand(built: Path) -> None:
    (built / "ratings").mkdir()
    (built / "ratings/index.html").write_text("our own scale")
    _weave(built)
    assert (built / "ratings/index.html").read_text() == "our own scale"


def test_a_page_in_the_place_of_a_claim_is_refused_before_anything_is_written(
    built: Path,
) -> None:
    (built.parent / "claims/bridge-bent.yml").write_text(CLAIM.replace("closed in", "bent in"))
    (built / "claims/bridge-closed").mkdir(parents=True)
    (built / "claims/bridge-closed/index.html").write_text("ours")
    assert "stands where the page of the claim" in _weave(built)
    assert (built / "claims/bridge-closed/index.html").read_text() == "ours"
    assert not (built / "claims/bridge-bent").exists()
    assert (built / "claimbook-shell").exists()


def test_strictly_a_warning_leaves_the_site_as_it_was(built: Path) -> None:
    (built.parent / "claims/stray.txt").write_text("nothing reads this")
    assert "the site stays as it was" in _weave(built, "--strict")
    assert (built / "claimbook-shell").exists()
