"""``claimbook preview``."""

import os
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import click

from claimbook import codes
from claimbook.alone import alone
from claimbook.assets import SCRIPT, STYLE
from claimbook.boundaries.hypertext import escaped
from claimbook.cli.completing import claim_ids
from claimbook.cli.project import current_day, project_option, project_root
from claimbook.compile import Compilation
from claimbook.decode import is_claim
from claimbook.diagnostics import Diagnostic, Severity, diagnose, did_you_mean
from claimbook.format import counted
from claimbook.fragment import Fragment, UrlStyle
from claimbook.live import LiveServer, Served, state_of
from claimbook.recent import Recent
from claimbook.render import Renderer
from claimbook.site import Site
from claimbook.text import FILE_START, Span
from claimbook.views.links import claim_location
from claimbook.wording import wording_of
from claimbook.workspace import CONFIG, Workspace, compile_workspace, load, settings_of

_PAUSE = 0.4
_KINDS = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".json": "application/json",
    ".woff2": "font/woff2",
    ".png": "image/png",
}
_HEAD = """<link rel="stylesheet" href="{style}">
{head}
<script type="module" src="{script}"></script>
<script src="{reload}" defer></script>"""


@click.command()
@click.argument("claim", shell_complete=claim_ids)
@click.option("--open", "is_opened", is_flag=True, help="Open the page in the browser.")
@click.option("--port", default=0, metavar="PORT", help="Default: any that is free.")
@project_option
@click.pass_context
def preview(
    ctx: click.Context, /, claim: str, is_opened: bool, port: int, project: str | None
) -> None:
    """Show the page of one claim, and show it anew whenever a file is saved.

    CLAIM is its id or its file; drafts are shown too. What is wrong with the claim stands on the
    page. Only this computer can see it. Ctrl+C ends it.

    \b
    Examples:
      claimbook preview disney-deal
      claimbook preview claims/drafts/disney-deal.yml --open
    """
    root = project_root(project)
    showing = _Showing(root)
    path = showing.path_of(claim)
    try:
        server = LiveServer(port)
    except (OSError, OverflowError) as error:
        raise click.UsageError(f"port {port} cannot be used: {error}") from error
    address = f"{server.address}{showing.place(path)}"
    server.show(showing.files(path, server.next_script))
    server.start()
    click.echo(f"{address}\nshows {path} and every change of it; Ctrl+C ends it")
    if is_opened:
        click.launch(address)
    try:
        showing.keep(server, path)
    except KeyboardInterrupt:
        click.echo("stopped")
        ctx.exit(0)
    finally:
        server.shutdown()


@dataclass(slots=True)
class _Showing:
    """A project of which one claim is shown."""

    root: Path
    recent: Recent = field(default_factory=Recent)

    def keep(self, server: LiveServer, path: str) -> None:
        """Show a claim anew whenever a file of the project has changed; never ends."""
        shown = self.state()
        while True:
            time.sleep(_PAUSE)
            now = self.state()
            if now != shown:
                shown = now
                server.show(self.files(path, server.next_script))

    def state(self) -> object:
        """What changes when anything of the project does."""
        return state_of(self.root / settings_of(self.root).claims_dir, self.root / CONFIG)

    def path_of(self, claim: str) -> str:
        """The file of the claim that an id or a path names; for nothing it is a usage error."""
        workspace = load(self.root)
        folder = workspace.settings.claims_dir
        paths = [each.path for each in workspace.files if is_claim(each.path, folder)]
        names = {Path(path).stem: path for path in paths}
        place = Path(os.path.relpath(claim, self.root)).as_posix()
        found = names.get(claim) or next((each for each in paths if each in {place, claim}), None)
        if found is None:
            hint = did_you_mean(claim, names) or "`claimbook new` writes one"
            raise click.UsageError(f"there is no claim `{claim}`: {hint}")
        return found

    def place(self, path: str) -> str:
        """Where below the site's root the page of a claim stands."""
        return UrlStyle().url(claim_location(Path(path).stem))

    def files(self, path: str, script: str) -> dict[str, Served]:
        """The page of a claim and what it needs, by paths."""
        workspace = load(self.root)
        compiled = compile_workspace(workspace, current_day(), recent=self.recent)
        site = _site(workspace, compiled)
        found = tuple(each for each in compiled.diagnostics if _concerns(each, path))
        name = Path(path).stem
        if name in site.corpus.claims and name not in compiled.refused:
            fragment, shown = site.claim_fragment(name), found
        else:
            reasons = found or _elsewhere(compiled, path)
            fragment, shown = site.problem_fragment(name, reasons), ()
        page = _page(fragment, shown, workspace.settings.publication.language, script)
        place = f"/{self.place(path)}"
        made = {f"/{name}": content for name, content in site.artifacts().items()}
        return {**_served(made), place: Served("text/html", page.encode())}


def _site(workspace: Workspace, compiled: Compilation) -> Site:
    """The site with drafts among its claims."""
    corpus = compiled.corpus
    claims = {**corpus.drafts, **corpus.claims}
    renderer = Renderer(wording=wording_of(workspace.settings.publication.language))
    shown = replace(corpus, claims=claims)
    return Site(shown, workspace.settings, UrlStyle(), renderer, current_day())


def _concerns(each: Diagnostic, path: str) -> bool:
    """Whether it is wrong in the file or in the settings, which concern all."""
    return any(span.path in {path, CONFIG} for span in each.spans)


def _elsewhere(compiled: Compilation, path: str) -> tuple[Diagnostic, ...]:
    """Why a claim whose file is sound cannot be shown: it rests on others, or is gone."""
    errors = tuple(each for each in compiled.diagnostics if each.severity is Severity.ERROR)
    if path in compiled.digests:
        return errors
    hint = "save it again, or end the preview with Ctrl+C"
    place = Span.of(path, FILE_START)
    return (diagnose(codes.UNREADABLE_FILE, place, "this file is gone", hint),)


def _page(fragment: Fragment, found: Iterable[Diagnostic], language: str, script: str) -> str:
    style = UrlStyle()
    head = _HEAD.format(
        style=style.link(fragment.location, STYLE),
        head=fragment.head,
        script=style.link(fragment.location, SCRIPT),
        reload=script,
    )
    body = f"{_problems([*found])}\n<main>{fragment.body}</main>"
    return alone(language, fragment.title, head=head, body=body)


def _problems(found: list[Diagnostic]) -> str:
    """What is wrong with a claim that can be shown all the same."""
    if not found:
        return ""
    items = "".join(
        f"<li><strong>{each.severity}</strong> {escaped(each.code.id)}, line {each.span.line}: "
        f"{escaped(each.message)}{f' <em>{escaped(each.hint)}</em>' if each.hint else ''}</li>"
        for each in found
    )
    title = escaped(counted(len(found), "problem"))
    head = f"<p><strong>{title}</strong></p>"
    return f'<section class="cb-sole-problems">{head}<ul>{items}</ul></section>'


def _served(files: Mapping[str, bytes]) -> dict[str, Served]:
    return {
        path: Served(_KINDS.get(Path(path).suffix, "application/octet-stream"), content)
        for path, content in files.items()
    }
