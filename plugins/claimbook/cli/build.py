"""``claimbook build``."""

import os
import signal
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from types import FrameType

import click

from claimbook.cli.project import current_day, project_option, project_root
from claimbook.cli.reporting import report_on, show
from claimbook.cli.terminal import progress, say_error
from claimbook.codes import UNREADABLE_FILE
from claimbook.dask_crew import dask_crew
from claimbook.diagnostics import has_errors
from claimbook.format import counted
from claimbook.hosting import ENTRY_POINTS, Host, HostReport
from claimbook.joining import join
from claimbook.processes import CrewError, hired
from claimbook.publish import PublishError, publish, refuse_unsafe, staging_for
from claimbook.published_files import pages_among, pages_of
from claimbook.tree import Tree
from claimbook.workspace import load, settings_of

# A fifth, and more than somebody takes out by hand.
_MOST_LOST, _FEW = 0.2, 20


@click.command()
@click.option("--strict", is_flag=True, help="Warnings fail too.")
@click.option(
    "--site-dir",
    type=click.Path(),
    metavar="DIR",
    help="Where the site goes; default: `site` in the project.",
)
@click.option(
    "--host",
    "host_name",
    default="mkdocs",
    show_default=True,
    metavar="NAME",
    help="The site generator that makes the pages around the claims.",
)
@click.option(
    "--allow-shrinking",
    is_flag=True,
    help="Publish even if more than a fifth of the HTML files would be gone.",
)
@click.option(
    "--executor",
    metavar="ADDRESS",
    help="Workers elsewhere: `dask://HOST:PORT`. Default: the processors of this machine.",
)
@project_option
@click.pass_context
def build(  # noqa: PLR0913, PLR0917 - click hands options over by name
    ctx: click.Context,
    strict: bool,
    site_dir: str | None,
    host_name: str,
    allow_shrinking: bool,
    executor: str | None,
    project: str | None,
) -> None:
    """Build the whole site, published whole or not at all.

    The site is made beside the old one and takes its place when it is complete. When the build
    fails or is stopped, the old site stays as it was; so it does where the new one would have lost
    more than a fifth of its HTML files.

    \b
    Examples:
      claimbook build
      claimbook build --strict --site-dir public
    """
    began = time.monotonic()
    root = project_root(project)
    current_day()
    host = _host(host_name)
    target = Path(site_dir) if site_dir is not None else root / "site"
    sources = [root / settings_of(root).claims_dir]
    try:
        with _stopped_by_term(), _workers(executor), staging_for(target, root, sources) as staging:
            report = host(root, staging.host, strict=strict, progress=progress, tree=staging.tree)
            refuse_unsafe(target, root, report.sources)
            if not _may_publish(report, staging.host, target) or _is_shut_out(report, root, target):
                _say_diagnostics(report, root)
                ctx.exit(1)
            joined = join(staging, report, progress)
            if not (allow_shrinking or _is_as_large(joined.value or {}, staging.tree, target)):
                ctx.exit(1)
            report = replace(report, diagnostics=(*report.diagnostics, *joined.diagnostics))
            _say_diagnostics(report, root)
            publish(staging, target, joined.value or {})
    except (CrewError, PublishError) as error:
        say_error(str(error), error.hint)
        ctx.exit(2)
    _say_built(report, target, root, time.monotonic() - began)


def _host(name: str) -> Host:
    known = {each.name: each for each in entry_points(group=ENTRY_POINTS)}
    if name not in known:
        listed = ", ".join(f"`{each}`" for each in sorted(known)) or "none"
        raise click.UsageError(f"there is no host `{name}`; installed: {listed}")
    return _loaded(known[name])


def _loaded(entry: EntryPoint) -> Host:
    try:
        host: Host = entry.load()
    except ModuleNotFoundError as error:
        needed = f"`{error.name}` is not installed"
        remedy = f'pip install "claimbook[{entry.name}]"'
        message = f"the host `{entry.name}` needs more packages ({needed}): {remedy}"
        raise click.UsageError(message) from error
    return host


def _may_publish(report: HostReport, staging: Path, target: Path) -> bool:
    kept = f"`{_near(target)}` stays as it was" if target.exists() else "no site was published"
    if not report.succeeded:
        say_error(f"the build failed; {kept}")
        return False
    if not (staging / "index.html").is_file():
        say_error(f"the host built no home page; {kept}")
        return False
    return True


def _is_shut_out(report: HostReport, root: Path, target: Path) -> bool:
    """Whether a file or folder may not be read here: no claim file can say that of itself."""
    unreadable = {each.span.path for each in report.diagnostics if each.code is UNREADABLE_FILE}
    shut = [each for each in sorted(unreadable) if _is_shut(root / each)]
    if shut:
        kept = f"`{_near(target)}` stays as it was"
        say_error(f"`{shut[0]}` may not be read here, so claims would be missing; {kept}")
    return bool(shut)


def _is_shut(path: Path) -> bool:
    try:
        # Where a link leads, whoever made it has chosen.
        return not path.is_symlink() and not os.access(path, os.R_OK)
    except PermissionError:
        return True


def _is_as_large(files: Mapping[str, object], tree: Tree, target: Path) -> bool:
    """Whether the site keeps most of its pages: a folder that was not found loses many."""
    before, now = pages_among(tree.there) or pages_of(target), pages_among(files)
    if not target.exists() or before - now <= max(before * _MOST_LOST, _FEW):
        return True
    message = f"the site would shrink from {before:,} to {now:,} HTML files"
    say_error(
        f"{message}; `{_near(target)}` stays as it was", "if that is meant: `--allow-shrinking`"
    )
    return False


def _say_diagnostics(report: HostReport, root: Path) -> None:
    if report.diagnostics:
        show(report_on(report.workspace or load(root), report.diagnostics))


def _say_built(report: HostReport, target: Path, root: Path, seconds: float) -> None:
    shown = _near(target)
    built = f"{counted(report.claims, 'claim')}, {counted(report.pages, 'page')}"
    found = counted(len(report.diagnostics), "diagnostic")
    if has_errors(report.diagnostics):
        click.echo("Claims with errors were left out.")
    click.echo(f"Built {built} into {shown} in {seconds:.1f} s, {found}.")
    serve = "make serve, or " if (root / "Makefile").is_file() and _is_usual(target, root) else ""
    click.echo(f"Look at it: {serve}python3 -m http.server -d {shown}")


def _is_usual(target: Path, root: Path) -> bool:
    return target.absolute() == (root / "site").absolute()


def _near(path: Path) -> str:
    """A path as people would type it from here."""
    relative = os.path.relpath(path)
    return str(path.absolute()) if relative.startswith("..") else relative


@contextmanager
def _workers(address: str | None) -> Iterator[None]:
    """Let the workers at ``address`` do the work, if there is one."""
    if address is None:
        yield
        return
    with dask_crew(address) as crew, hired(crew):
        yield


@contextmanager
def _stopped_by_term() -> Iterator[None]:
    """Let a polite kill clean up as Ctrl+C does."""

    def stop(_: int, __: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
