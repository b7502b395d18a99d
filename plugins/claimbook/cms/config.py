"""The configuration file: which repository, which folders, which fields."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from claimbook.cms.block_yaml import block_yaml
from claimbook.cms.widgets import fields_of
from claimbook.generated import Given
from claimbook.records import Claim, Claimant, Source, Topic
from claimbook.shape import Json, Record, summary_of
from claimbook.values import SLUG_MAX, SLUG_PATTERN

# Which of them open a pull request for each change (Sveltia CMS, "Editorial workflow").
BACKENDS = {"github": True, "gitlab": True, "gitea": False, "test-repo": False}
_HOSTS = {"github": "github.com", "gitlab": "gitlab.com", "gitea": "gitea.com"}
_NAMED_BY: dict[type[Record], str] = {Claim: "claim", Source: "title", Claimant: "name"}
# What a file lacks is compared as the word `null`.
_IS_GIVEN = "^(?!null$)."
_NOBODY = "OWNER/REPOSITORY"
_MOST_SLUG = 60
_HEAD = """# Made by `claimbook cms-config` from the declarations of the fields; write it anew when
# they change.
"""


@dataclass(frozen=True, slots=True)
class CmsChoice:
    """What a publication decides about its CMS.

    ``backend`` is a key of :data:`BACKENDS`; ``folders`` are those below the claims folder that
    hold claims besides it.
    """

    backend: str = "github"
    folders: tuple[str, ...] = ()


def config_text(given: Given, choice: CmsChoice) -> str:
    """``config.yml``, always the same bytes for the same input."""
    return _HEAD + block_yaml(_config(given, choice))


def _config(given: Given, choice: CmsChoice) -> Any:  # noqa: ANN401 - a tree of JSON
    config: Json = {
        "backend": _backend(given, choice.backend),
        "app_title": given.settings.publication.name,
        # Claims have no pictures, but a folder has to be named.
        "media_folder": f"{given.settings.claims_dir}/snapshots",
        # What is empty is left out: an empty field is an error.
        "output": {"omit_empty_optional_fields": True},
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": _MOST_SLUG},
    }
    if BACKENDS[choice.backend]:
        config["publish_mode"] = "editorial_workflow"
    return {**config, "collections": [*_collections(given, choice.folders)]}


def _backend(given: Given, name: str) -> Json:
    if name == "test-repo":
        return {"name": name}
    publication = given.settings.publication
    address = urlsplit(publication.repository)
    repository = address.path.strip("/").removesuffix(".git") or _NOBODY
    backend = {"name": name, "repo": repository, "branch": publication.branch}
    if address.hostname and address.hostname != _HOSTS[name]:
        backend["base_url"] = f"https://{address.hostname}"
    return backend


def _collections(given: Given, folders: Iterable[str]) -> Iterator[Json]:
    root = given.settings.claims_dir
    # The scale and other lists lie in the same folder and have no claim.
    claims = {"filter": {"field": "claim", "pattern": _IS_GIVEN}}
    yield {**_folder("claims", "Claims", root, Claim, given), **claims}
    for each in folders:
        name = f"claims-{each.replace('/', '-')}"
        yield {**_folder(name, f"Claims in {each}", f"{root}/{each}", Claim, given), **claims}
    yield _folder("sources", "Sources", f"{root}/sources", Source, given)
    yield _folder("claimants", "Claimants", f"{root}/claimants", Claimant, given)
    yield {"name": "lists", "label": "Lists", "files": [_topics(given)]}


def _folder(name: str, label: str, folder: str, record: type[Record], given: Given) -> Json:
    named_by = _NAMED_BY[record]
    return {
        "name": name,
        "label": label,
        "label_singular": record.__name__,
        "description": summary_of(record),
        "folder": folder,
        "create": True,
        "extension": "yml",
        "format": "yaml",
        "identifier_field": named_by,
        "slug": {
            "template": f"{{{{{named_by}}}}}",
            "editable": ["create"],
            "hint": "The name of the file and its address; it stays.",
            "pattern": [f"^(?=.{{1,{SLUG_MAX}}}$){SLUG_PATTERN}$", "a-z, 0-9, single hyphens"],
        },
        "fields": fields_of(record, given),
    }


def _topics(given: Given) -> Json:
    """The list of topics, one group of fields for each: a form cannot invent keys."""
    fields = [
        {
            "name": name,
            "label": topic.label,
            "widget": "object",
            "required": False,
            "fields": fields_of(Topic, given),
        }
        for name, topic in given.topics.items()
    ]
    path = f"{given.settings.claims_dir}/topics.yml"
    return {"name": "topics", "label": "Topics", "file": path, "fields": fields}
