"""Claim files in their usual form: fields in declared order, wrapped, quoted where YAML needs it.

Works on nodes and raw text. What a file says never changes, but for addresses that lose what only
follows visitors: the result is read again and compared before anybody sees it.
"""

from claimbook import codes
from claimbook.characters import decoded
from claimbook.decode import KINDS, Role
from claimbook.diagnostics import Outcome, diagnose
from claimbook.formatting.addresses import RULE, with_plain_addresses
from claimbook.formatting.comments import comments_of
from claimbook.formatting.layout import laid_out
from claimbook.formatting.notes import notes_of
from claimbook.formatting.places import place_of
from claimbook.formatting.preamble import Preamble, preamble_of
from claimbook.formatting.safety import is_same
from claimbook.schema import schema_path
from claimbook.text import FILE_START, SourceFile, Span
from claimbook.yaml_tree import DEFAULT_LIMITS, Document, Limits, parse

__all__ = ["RULE", "formatted", "schema_address", "site_of"]


def site_of(path: str, publication_url: str) -> str:
    """Where the schema of a file is looked for: in the published site, else in the project itself.

    Without an address it is the way from the file at ``path`` to the project's folder, in which
    ``claimbook generate`` keeps the schemas as a site does. Either ends with ``/``.
    """
    return publication_url or "../" * path.count("/")


def schema_address(site: str, role: Role) -> str:
    """Where a site keeps the schema of a role's files; empty without a site."""
    name = Role.CLAIM if role is Role.DRAFT else role
    return f"{site}{schema_path(name)}" if site else ""


def formatted(
    file: SourceFile,
    role: Role,
    site: str = "",
    limits: Limits = DEFAULT_LIMITS,
    *,
    keeps_addresses: bool = False,
) -> Outcome[str]:
    """The text of a file in its usual form.

    Addresses of pages lose what only follows visitors, unless it ``keeps_addresses``.

    None with diagnostics where the file cannot be read, or where (our bug, CB901) the form
    would say something else than the file does.
    """
    before = parse(file, limits)
    text = decoded(file).value
    if before.value is None or before.has_errors or text is None:
        return Outcome(None, before.diagnostics)
    meant = before.value
    if not keeps_addresses:
        meant = with_plain_addresses(meant, KINDS[role])
    after = _written(text, meant, role, schema_address(site, role))
    again = parse(SourceFile(file.path, after.encode()), limits)
    if again.value is None or not is_same(meant, text, again.value, after, role):
        return Outcome(None, (diagnose(codes.INTERNAL_ERROR, _head(file), _BUG, _REPORT),))
    return Outcome(after)


_BUG = "`claimbook fmt` would change what this file says; it is left as it is"
_REPORT = "this is a mistake in Claimbook: please report it with the file"


def _head(file: SourceFile) -> Span:
    return Span.of(file.path, FILE_START)


def _written(text: str, document: Document, role: Role, address: str) -> str:
    root = place_of(document.root, text)
    comments = comments_of(text, document.root)
    preamble: Preamble = preamble_of(comments, root, text)
    notes = notes_of(preamble.others, root)
    lines = [*preamble.lines(address), *laid_out(root, KINDS[role], notes)]
    return "\n".join(lines) + "\n"
