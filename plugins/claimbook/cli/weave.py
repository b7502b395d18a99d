"""``claimbook weave``."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from urllib.parse import urlsplit

import click

from claimbook.builder.publishing import builder_site_files
from claimbook.built_site import BuiltSite, BuiltSiteError, read_built_site
from claimbook.card_shelf import place_cards, with_possible_cards
from claimbook.cli.project import current_day, project_option, project_root
from claimbook.cli.reporting import report_on, show
from claimbook.cli.terminal import progress, say_error
from claimbook.diagnostics import Severity
from claimbook.exports.address import address_missing
from claimbook.format import counted
from claimbook.policy.headers import Hosted, header_files
from claimbook.render import Renderer
from claimbook.search.whole import index_site
from claimbook.settings import Settings
from claimbook.site import Site
from claimbook.tree import Tree
from claimbook.views.links import claim_location
from claimbook.wording import wording_of
from claimbook.workspace import Workspace, compile_workspace, load


@click.command()
@click.argument("site_dir", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--strict", is_flag=True, help="Warnings fail too, and nothing is written.")
@click.option("--no-search", is_flag=True, help="Leave the search index out.")
@project_option
@click.pass_context
def weave(
    ctx: click.Context, site_dir: Path, strict: bool, no_search: bool, project: str | None
) -> None:
    """Put the claim pages into a site another generator has built.

    The site needs one page called `claimbook-shell`, with the title `claimbook-title`, the
    description `claimbook-description` and the one paragraph `claimbook-content`. All pages of
    claims and lists are made in its likeness; the page itself is removed.

    \b
    Example:
      hugo && claimbook weave public
    """
    workspace = load(project_root(project))
    today = current_day()
    compilation = compile_workspace(workspace, today)
    found = compilation.diagnostics
    if found:
        show(report_on(workspace, found))
    failing = {Severity.ERROR, Severity.WARNING} if strict else set()
    if any(each.severity in failing for each in found):
        say_error("with --strict a warning fails; the site stays as it was")
        ctx.exit(1)
    try:
        built = read_built_site(site_dir)
        settings = _settled(workspace, built)
        if _is_blocked(built, settings, workspace):
            ctx.exit(1)
        publication = settings.publication
        renderer = Renderer(wording=wording_of(publication.language))
        site = Site(compilation.corpus, settings, built.style, renderer, today)
        claims = _published(built, site, workspace)
    except BuiltSiteError as error:
        say_error(str(error), error.hint)
        ctx.exit(1)
    if claims != len(compilation.corpus.claims):
        say_error(f"{len(compilation.corpus.claims)} claims were to be written, {claims} were")
        ctx.exit(1)
    if not no_search:
        _index(site_dir, workspace)
    click.echo(f"Wove {counted(claims, 'claim')} into {site_dir}.")


def _is_blocked(built: BuiltSite, settings: Settings, workspace: Workspace) -> bool:
    """Whether the pages around the claims need what their policy would not allow; says so."""
    blocked = built.blocked(settings.security)
    if blocked:
        show(report_on(workspace, blocked))
        message = "pages like these would not work under a Content-Security-Policy"
        hint = "or `[security]`, `enforced = false` in `claimbook.toml`: no page gets a policy then"
        say_error(f"{message}; the site stays as it was", hint)
    return bool(blocked)


def _published(built: BuiltSite, site: Site, workspace: Workspace) -> int:
    """Write everything; the number of claims."""
    files = chain(_files(site), builder_site_files(workspace, site))
    homes = {claim_location(each.id): each.path for each in site.corpus.claims.values()}
    claims = built.publish(site.fragments(), homes, files, site.settings)
    _draw_cards(site, built.folder, workspace.root)
    return claims


def _files(site: Site) -> Iterator[tuple[str, bytes]]:
    root = urlsplit(site.settings.publication.url).path or "/"
    # What other pages of the site need, only their generator knows.
    headers = header_files(Hosted(root, frozenset(), site.settings.exports.api), None)
    return chain(site.artifacts().items(), site.exports(), site.downloads(), headers)


def _settled(workspace: Workspace, built: BuiltSite) -> Settings:
    publication = workspace.settings.publication
    publication = replace(publication, url=publication.url or built.url)
    settings = replace(workspace.settings, publication=publication)
    possible = with_possible_cards(settings, workspace.root)
    found = (*possible.diagnostics, *address_missing(settings, workspace.root.resolve().name))
    if found:
        show(report_on(workspace, found))
    return possible.value or settings


def _draw_cards(site: Site, site_dir: Path, root: Path) -> None:
    if site.settings.has_cards:
        with progress("Drawing cards", len(site.corpus.claims)) as step:
            place_cards(site.card_faces(), Tree(site_dir).put, root, step)


def _index(site_dir: Path, workspace: Workspace) -> None:
    indexed = index_site(site_dir, workspace.settings.publication.language, progress)
    if indexed.diagnostics:
        show(report_on(workspace, indexed.diagnostics))
