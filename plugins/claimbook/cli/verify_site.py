"""``claimbook verify-site``."""

from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

import click

from claimbook.boundaries.terminal import neutral
from claimbook.cli.project import format_option, project_option, project_root
from claimbook.cli.terminal import progress, say, say_error
from claimbook.data import json_lines
from claimbook.format import counted
from claimbook.manifest import MANIFEST, ManifestError, read
from claimbook.published_files import Differences, differences, files_of


@click.command()
@click.argument("site", required=False, type=click.Path(exists=True, file_okay=False))
@click.option(
    "--manifest",
    type=click.Path(exists=True, dir_okay=False),
    metavar="FILE",
    help=f"The list to hold the site to; default: `{MANIFEST}` in the site.",
)
@format_option("text", "json")
@project_option
@click.pass_context
def verify_site(
    ctx: click.Context, site: str | None, manifest: str | None, form: str, project: str | None
) -> None:
    """Name every file of a built site that was altered, added or is missing.

    SITE is the folder of the site; default: `site` in the project. Each build writes
    `SHA256SUMS` with the SHA-256 of all files of the site. Who can alter the site can alter that
    list, too: keep a copy elsewhere, and name it with `--manifest`. `sha256sum --check SHA256SUMS`
    says the same, but for what was added.

    \b
    Examples:
      claimbook verify-site
      claimbook verify-site public --manifest SHA256SUMS.published

    Exit code 1 where anything differs.
    """
    folder = Path(site) if site is not None else project_root(project) / "site"
    known = Path(manifest) if manifest is not None else folder / MANIFEST
    try:
        data = known.read_bytes()
        # A list cannot hold itself, but the one in the site has to be this one.
        listed = {**read(data), MANIFEST: sha256(data).digest()}
        found = files_of(folder)
    except FileNotFoundError:
        say_error(f"there is no `{known}`", "`claimbook build` writes one with each site")
        ctx.exit(2)
    except (ManifestError, OSError) as error:
        say_error(f"`{known}` cannot be used: {error}", "name the list with `--manifest`")
        ctx.exit(2)
    with progress("Comparing", len(found)) as step:
        told = differences(folder, listed, found, step)
    say(_json(told) if form == "json" else _text(told, len(found)))
    ctx.exit(1 if told else 0)


def _text(told: Differences, count: int) -> str:
    kinds = asdict(told)
    lines = [f"{kind}: {neutral(path)}" for kind, paths in kinds.items() for path in paths]
    wrong = ", ".join(f"{len(paths):,} {kind}" for kind, paths in kinds.items() if paths)
    looked = f"{counted(count, 'file')} compared"
    return "".join(f"{line}\n" for line in (*lines, f"{looked}: {wrong or 'all as published'}"))


def _json(told: Differences) -> str:
    return json_lines({kind: [*map(neutral, paths)] for kind, paths in asdict(told).items()}) + "\n"
