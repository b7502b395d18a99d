"""``claimbook cms-config``."""

from collections.abc import Iterator
from pathlib import Path

import click

from claimbook.cli.project import keeping_files, project_option, project_root
from claimbook.cli.vocabulary import given_by
from claimbook.cms import BACKENDS, CMS_VERSION, SCRIPT, CmsChoice, config_text, page_text
from claimbook.decode import filing_of
from claimbook.own_files import write_own
from claimbook.workspace import Workspace, load


@click.command("cms-config")
@click.option(
    "--output",
    type=click.Path(file_okay=False),
    default="site_src/admin",
    show_default=True,
    metavar="FOLDER",
    help="Where the page and its configuration are written.",
)
@click.option(
    "--backend",
    type=click.Choice(list(BACKENDS)),
    default="github",
    show_default=True,
    help="The forge that keeps the repository; test-repo keeps all in the browser.",
)
@project_option
@click.pass_context
def cms_config(ctx: click.Context, output: str, backend: str, project: str | None) -> None:
    """Write a configuration of Sveltia CMS, a form for claims in the browser.

    `index.html` and `config.yml` are made from the declarations of the fields, the scale and the
    topics. What they need besides is one script of Sveltia CMS, put beside them. It asks your forge
    for the files, and other hosts for its fonts and for news of later versions.

    \b
    Examples:
      claimbook cms-config
      claimbook cms-config --backend gitlab
      claimbook cms-config --backend test-repo --output build/try
    """
    workspace = load(project_root(project))
    given = given_by(ctx, workspace)
    folder = workspace.root / output
    choice = CmsChoice(backend, tuple(sorted(set(_folders(workspace)))))
    for name, text in (
        ("index.html", page_text(given.settings.publication.name)),
        ("config.yml", config_text(given, choice)),
    ):
        _write(workspace.root, folder / name, text)
    if not (folder / SCRIPT).exists():
        click.echo(_next(folder))


def _write(root: Path, place: Path, text: str) -> None:
    # A folder of the project may be a link that a stranger has put there.
    below = root if place.is_relative_to(root) else place.parent
    with keeping_files():
        write_own(below, place.relative_to(below).as_posix(), text)
    click.echo(f"wrote {place}")


def _folders(workspace: Workspace) -> Iterator[str]:
    """The folders below the claims folder that hold claims."""
    for file in workspace.files:
        inner = file.path.removeprefix(f"{workspace.settings.claims_dir}/")
        filing = filing_of(inner)
        if filing and filing.is_claim and "/" in inner:
            yield inner.rpartition("/")[0]


def _next(folder: Path) -> str:
    return (
        "Next, put the script of Sveltia CMS beside them:\n"
        f"  npm install --prefix build/cms @sveltia/cms@{CMS_VERSION}\n"
        f"  cp -r build/cms/node_modules/@sveltia/cms/dist/{{{SCRIPT},chunks}} {folder}/"
    )
