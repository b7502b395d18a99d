"""``claimbook generate``."""

from dataclasses import dataclass, replace
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from claimbook.boundaries.terminal import neutral
from claimbook.cli.project import keeping_files, project_option, project_root
from claimbook.cli.terminal import say
from claimbook.cli.vocabulary import given_by
from claimbook.diagnostics import did_you_mean
from claimbook.format import counted
from claimbook.generated import PRODUCTS, Given, Product, difference, named
from claimbook.own_files import own_text, write_own
from claimbook.workspace import load

_NAMES = tuple(dict.fromkeys(each.name for each in PRODUCTS))


@dataclass(frozen=True, slots=True)
class _Drift:
    """A file that is not what would be made."""

    product: Product
    before: str
    after: str


def _complete(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    return [CompletionItem(name) for name in _NAMES if name.startswith(incomplete)]


@click.command()
@click.argument("names", nargs=-1, metavar="[NAME]...", shell_complete=_complete)
@click.option("--check", "only_checks", is_flag=True, help="Write nothing; fail if anything would.")
@project_option
@click.pass_context
def generate(
    ctx: click.Context, names: tuple[str, ...], only_checks: bool, project: str | None
) -> None:
    """Write the files that are made from the fields' declarations.

    They help whoever writes claims: schemas and snippets for editors, issue forms. They stand in
    the repository, so that nothing has to be installed to use them. NAME picks some of them;
    without one, all are written. Files that are not generated are never touched.

    \b
    Examples:
      claimbook generate
      claimbook generate schemas
      claimbook generate --check

    Exit code 1 with --check when a file is not what would be written.
    """
    _refuse_unknown(names)
    workspace = load(project_root(project))
    drifted = _drifted(workspace.root, given_by(ctx, workspace), named(names))
    for each in drifted:
        _tell(each) if only_checks else _write(workspace.root, each)
    click.echo(_summary(len(drifted), len(named(names)), is_dry=only_checks))
    if only_checks and drifted:
        click.echo(_remedy(drifted), err=True)
        ctx.exit(1)


def _refuse_unknown(names: tuple[str, ...]) -> None:
    for name in names:
        if name not in _NAMES:
            hint = did_you_mean(name, _NAMES) or f"the names are {', '.join(_NAMES)}"
            raise click.UsageError(f"nothing that is generated is called `{name}`: {hint}")


def _drifted(root: Path, given: Given, products: tuple[Product, ...]) -> list[_Drift]:
    found: list[_Drift] = []
    for each in products:
        with keeping_files():
            before = own_text(root, each.path)
        after = each.make(replace(given, before=before or ""))
        if before != after:
            found.append(_Drift(each, before or "", after))
    return found


def _tell(drift: _Drift) -> None:
    click.echo(f"not as generated: {drift.product.path}")
    shown = difference(drift.product, drift.before, drift.after)
    say("".join(f"{neutral(line)}\n" for line in shown.splitlines()))


def _write(root: Path, drift: _Drift) -> None:
    with keeping_files():
        write_own(root, drift.product.path, drift.after)
    click.echo(f"wrote {drift.product.path}")


def _summary(drifted: int, files: int, *, is_dry: bool) -> str:
    if not drifted:
        return f"nothing to change ({counted(files, 'file')} compared)"
    verb = "not as generated" if is_dry else "written"
    return f"{counted(drifted, 'file')} {verb} ({counted(files, 'file')} compared)"


def _remedy(drifted: list[_Drift]) -> str:
    names = dict.fromkeys(each.product.name for each in drifted)
    return f"To mend it: claimbook generate {' '.join(names)}"
