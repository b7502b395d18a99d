"""The page on which a claim is written: a form, what is wrong, how it will look, and the file."""

from collections.abc import Iterator
from dataclasses import dataclass

from claimbook.assets import BUILDER_SCRIPT, BUILDER_STYLE, STYLE
from claimbook.boundaries.script import safe_json
from claimbook.report.report import CODES_FOLDER
from claimbook.views.addresses import Subject, filled, patterns
from claimbook.views.catalogue import Catalogue
from claimbook.views.forges import forge_of
from claimbook.views.links import Link, Links
from claimbook.views.page import Desk, Page

PLACE = "contribute/new"
# What the page loads: the form, all that is known of the publication, the compiler.
FOLDER = "assets/claimbook/builder"
FORM, KNOWN, PROJECT = f"{FOLDER}/form.json", f"{FOLDER}/known.json", f"{FOLDER}/project.json"
COMPILER, ENGINE = f"{FOLDER}/compiler.zip", f"{FOLDER}/engine"
# What a service worker may answer for is decided by where a script stands.
OFFLINE, WORKER = f"{PLACE}/offline.js", f"{PLACE}/worker.js"
_FILES = {
    "form": FORM,
    "known": KNOWN,
    "project": PROJECT,
    "compiler": COMPILER,
    "engine": f"{ENGINE}/engine.json",
    "offline": OFFLINE,
    "worker": WORKER,
    "style": STYLE,
    "form_style": BUILDER_STYLE,
}
_WORDS = "builder.script_"


@dataclass(frozen=True, slots=True)
class NewClaimPage:
    """The page before its script has run; ``told`` is what the script has to know, as JSON.

    ``editors`` is where they are told of a claim without the form, where there is such a place.
    """

    title: str
    told: str
    script: str
    editors: Link | None


def new_claim_pages(desk: Desk) -> Iterator[Page]:
    """The page, where a publication offers it."""
    catalogue, say = desk.catalogue, desk.say
    if not catalogue.settings.exports.builder:
        return
    links, title = Links.of(catalogue.style, PLACE), say("builder.title")
    editors = _editors(desk, links)
    model = NewClaimPage(
        title=title,
        told=safe_json(_told(catalogue, links, editors)),
        script=links.file(BUILDER_SCRIPT),
        editors=editors,
    )
    yield Page(PLACE, title, say("builder.description"), "new-claim", model, BUILDER_STYLE)


def _editors(desk: Desk, links: Links) -> Link | None:
    """Where a reader tells the editors of a claim without this form."""
    publication, text = desk.catalogue.publication, desk.say("builder.editors")
    subject = Subject(PLACE, "new", desk.say("builder.title"))
    href = filled(patterns(publication).report, subject, desk.catalogue, links)
    return Link(text, href or publication.repository) if href or publication.repository else None


def _told(catalogue: Catalogue, links: Links, editors: Link | None) -> dict[str, object]:
    publication = catalogue.publication
    return {
        **{name: links.file(path) for name, path in _FILES.items()},
        "codes": links.file(CODES_FOLDER),
        "claims": links.file("claims"),
        "folder": catalogue.settings.claims_dir,
        "publication": publication.name,
        "repository": publication.repository,
        "editors": {"text": editors.text, "href": editors.href} if editors else None,
        "new_file": forge_of(publication.repository, publication.branch).new_file._asdict(),
        "language": catalogue.say.language,
        "words": catalogue.say.beginning(_WORDS),
    }
