"""Whether the pages stand that a publication names for its policies."""

from mkdocs.plugins import get_plugin_logger

from claimbook.exports.structured.organisation import policies_of
from claimbook.settings import OWN_PAGE
from mkdocs_claimbook.pages import Rooms
from mkdocs_claimbook.project import Project

log = get_plugin_logger("claimbook")
_MISSING = "claimbook.toml: the policy `%s` is to stand at `%s`, where there is no page"


def warn_of_missing_policies(project: Project, rooms: Rooms) -> None:
    """Warn of each policy whose page is neither hand-written nor one of our lists."""
    for name, where in policies_of(project.settings):
        own = OWN_PAGE.fullmatch(where)
        if own and not _stands(own["location"], project, rooms):
            log.warning(_MISSING, name, own["location"])


def _stands(location: str, project: Project, rooms: Rooms) -> bool:
    return location in rooms.taken or project.has_list(location)
