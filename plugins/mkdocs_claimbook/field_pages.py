"""Pages of all fields, one for each kind of file, beside the pages of codes."""

from collections.abc import Iterator

from claimbook.diagnostics import Code
from claimbook.fragment import Fragment, Layout, UrlStyle
from claimbook.reference import FIELD_PAGES, FieldPage, field_page, index_page
from mkdocs_claimbook.code_pages import code_locations, code_pages, html_of

_KIND = 'data-pagefind-filter="kind:field" data-pagefind-meta="kind:field"'
_CRUMBS = (
    '<div class="cb"><nav class="cb-crumbs" aria-label="Breadcrumb">'
    '<ol><li><a href="{}">All fields</a></li></ol></nav></div>'
)
_SUMMARY = "What a file may hold, field by field."


def reference_locations(codes: str) -> tuple[str, ...]:
    """Where the pages of codes stand, in the folder ``codes``, and those of fields beside it."""
    folder = _folder(codes)
    names = ("index", *(each.name for each in FIELD_PAGES))
    return (*code_locations(codes), *(f"{folder}/{name}" for name in names))


def reference_pages(codes: str, style: UrlStyle) -> Iterator[Fragment]:
    """All these pages; they are ours, so no Markdown of a stranger is rendered here."""
    yield from code_pages(codes, style)
    index = f"{_folder(codes)}/index"
    body, _ = html_of(index_page(lambda name: style.link(index, f"{_folder(codes)}/{name}")))
    yield Fragment(index, Layout.LIST, "Fields", _SUMMARY, "", _searchable(body))
    for each in FIELD_PAGES:
        yield _page(each, codes, style)


def _page(page: FieldPage, codes: str, style: UrlStyle) -> Fragment:
    location = f"{_folder(codes)}/{page.name}"

    def link(code: Code) -> str:
        return style.link(location, f"{codes}/{code.id.lower()}")

    body, toc = html_of(field_page(page, link))
    crumbs = _CRUMBS.format(style.link(location, f"{_folder(codes)}/index"))
    body = f"{crumbs}{_searchable(body)}"
    return Fragment(location, Layout.LIST, page.title, _SUMMARY, "", body, toc)


def _searchable(body: str) -> str:
    return f"<div data-pagefind-body {_KIND}>{body}</div>"


def _folder(codes: str) -> str:
    return f"{codes.rpartition('/')[0]}/fields".lstrip("/")
