"""``claimbook cite``."""

from collections.abc import Iterator

import click

from claimbook.citations.apa import cited_page
from claimbook.citations.everyway import LINES, line
from claimbook.citations.formats import FORMATS
from claimbook.citations.styles import APA, Cited, work_of_any
from claimbook.cli.completing import cited_ids
from claimbook.cli.project import current_day, project_option, project_root
from claimbook.cli.terminal import say
from claimbook.corpus import Corpus, FiledClaim, inline_sources, source_ids
from claimbook.diagnostics import did_you_mean
from claimbook.settings import Publication
from claimbook.views.footer import in_version
from claimbook.views.links import claim_address
from claimbook.wording import wording_of
from claimbook.workspace import compile_workspace, load


@click.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...", shell_complete=cited_ids)
@click.option(
    "--format",
    "form",
    type=click.Choice([*LINES, *FORMATS]),
    default=APA,
    show_default=True,
    help="How it is written.",
)
@click.option("--sources", "of_sources", is_flag=True, help="The sources of the claims instead.")
@project_option
def cite(ids: tuple[str, ...], form: str, of_sources: bool, project: str | None) -> None:
    """Write references to claims and sources, for papers, reference managers and Wikipedia.

    ID is that of a claim or of a file in `claims/sources/`.

    \b
    Examples:
      claimbook cite sora-2-launched-september-2025
      claimbook cite --format biblatex --sources sora-2-launched-september-2025 > sources.bib
      claimbook cite --format wikipedia bbc-openai-ends-disney-partnership
    """
    workspace = load(project_root(project))
    corpus = compile_workspace(workspace, current_day()).corpus
    publication = workspace.settings.publication
    cited = [each for name in ids for each in _cited(name, corpus, publication, of_sources)]
    wording = wording_of(publication.language)
    if form in LINES:
        say("".join(f"{line(form, each, wording)}\n" for _, each in cited))
    else:
        works = dict.fromkeys(work_of_any(name, each, publication.language) for name, each in cited)
        say(FORMATS[form](works))


def _cited(
    name: str, corpus: Corpus, publication: Publication, of_sources: bool
) -> Iterator[tuple[str, Cited]]:
    claim = corpus.claims.get(name)
    if claim and of_sources:
        yield from _sources_of(claim, corpus)
    elif claim:
        address = in_version(claim_address(publication.url, name), claim, corpus)
        yield name, cited_page(claim, publication.name, address)
    elif name in corpus.sources:
        yield name, corpus.sources[name].record
    else:
        known = [*corpus.claims, *corpus.sources]
        hint = did_you_mean(name, known) or "`claimbook check` lists what is wrong with a file"
        raise click.UsageError(f"no claim and no source has the id `{name}`: {hint}")


def _sources_of(claim: FiledClaim, corpus: Corpus) -> Iterator[tuple[str, Cited]]:
    for number, each in enumerate(inline_sources(claim.record), 1):
        yield f"{claim.id}-{each.id or number}", each
    for name in sorted(source_ids(claim.record)):
        if name in corpus.sources:
            yield name, corpus.sources[name].record
