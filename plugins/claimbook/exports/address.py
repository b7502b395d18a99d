"""What cannot be offered while nobody has said where the site is published."""

from claimbook.codes import NO_ADDRESS
from claimbook.diagnostics import Diagnostic, diagnose
from claimbook.settings import Settings
from claimbook.text import FILE_START, Span

_MESSAGE = "nobody says where the site is published: what others fetch would lead nowhere"
_HINT = "write its address as `url` in `claimbook.toml`, or as the site generator's own"


def address_missing(settings: Settings, project: str) -> tuple[Diagnostic, ...]:
    """A note where the publication has no address; ``project`` is the name of its folder."""
    if settings.publication.url:
        return ()
    return (diagnose(NO_ADDRESS, Span.of(project, FILE_START), _MESSAGE, _HINT),)
