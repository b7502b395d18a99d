"""``claimbook cite``."""

from collections.abc import Iterator

import click

from claimbook.citations.apa import CitedPage, cited_page, page_citation, reference
from claimbook.citations.formats import FORMATS
from claimbook.citations.work import Work, work_of, work_of_check
from claimbook.cli.project import current_day, project_option, project_root
from claimbook.cli.terminal import say
from claimbook.corpus import Corpus, FiledClaim, inline_sources, source_ids
from claimbook.diagnostics import did_you_mean
from claimbook.records import Source
from claimbook.settings import Publication
from claimbook.views.links import claim_address
from claimbook.wording import Wording, wording_of
from claimbook.workspace import compile_workspace, load

_PLAIN = "apa"


@click.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option(
    "--format",
    "form",
    type=click.Choice([_PLAIN, *FORMATS]),
    default=_PLAIN,
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
    if form == _PLAIN:
        wording = wording_of(publication.language)
        say("".join(f"{_plain(each, wording)}\n" for _, each in cited))
    else:
        works = dict.fromkeys(_work(*each, publication) for each in cited)
        say(FORMATS[form](works))


Cited = tuple[str, CitedPage | Source]


def _cited(
    name: str, corpus: Corpus, publication: Publication, of_sources: bool
) -> Iterator[Cited]:
    claim = corpus.claims.get(name)
    if claim and of_sources:
        yield from _sources_of(claim, corpus)
    elif claim:
        yield name, cited_page(claim, publication.name, claim_address(publication.url, name))
    elif name in corpus.sources:
        yield name, corpus.sources[name].record
    else:
        known = [*corpus.claims, *corpus.sources]
        hint = did_you_mean(name, known) or "`claimbook check` lists what is wrong with a file"
        raise click.UsageError(f"no claim and no source has the id `{name}`: {hint}")


def _sources_of(claim: FiledClaim, corpus: Corpus) -> Iterator[Cited]:
    for number, each in enumerate(inline_sources(claim.record), 1):
        yield f"{claim.id}-{each.id or number}", each
    for name in sorted(source_ids(claim.record)):
        if name in corpus.sources:
            yield name, corpus.sources[name].record


def _work(name: str, cited: CitedPage | Source, publication: Publication) -> Work:
    if isinstance(cited, Source):
        return work_of(name, cited)
    return work_of_check(name, cited, publication.language)


def _plain(cited: CitedPage | Source, wording: Wording) -> str:
    if isinstance(cited, CitedPage):
        return page_citation(cited, wording)
    address = f" {cited.url.href}" if cited.url else ""
    return f"{reference(cited, wording).text}{address}"
