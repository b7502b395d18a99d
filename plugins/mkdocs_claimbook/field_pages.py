"""Pages of all fields, one for each kind of file, beside the pages of codes."""

from collections.abc import Iterator

from claimbook.diagnostics import Code
from claimbook.fragment import Fragment, Layout, UrlStyle
from claimbook.reference import FIELD_PAGES, FieldPage, field_page, index_page, limits_page
from mkdocs_claimbook.code_pages import code_locations, code_pages, html_of

_KIND = 'data-pagefind-filter="kind:field" data-pagefind-meta="kind:field"'
_CRUMBS = (
    '<div class="cb"><nav class="cb-crumbs" aria-label="Breadcrumb">'
    '<ol><li><a href="{}">All fields</a></li></ol></nav></div>'
)
_SUMMARY = "What a file may hold, field by field."
_LIMITS, _LIMITS_TITLE = "limits", "What a file may hold"


def reference_locations(codes: str) -> tuple[str, ...]:
    """Where the pages of codes stand, in the folder ``codes``, and those of fields beside it."""
    folder = _folder(codes)
    names = ("index", _LIMITS, *(each.name for each in FIELD_PAGES))
    return (*code_locations(codes), *(f"{folder}/{name}" for name in names))


def reference_pages(codes: str, style: UrlStyle) -> Iterator[Fragment]:
    """All these pages; they are ours, so no Markdown of a stranger is rendered here."""
    yield from code_pages(codes, style)
    index = f"{_folder(codes)}/index"
    body, _ = html_of(index_page(lambda name: style.link(index, f"{_folder(codes)}/{name}")))
    yield Fragment(index, Layout.LIST, "Fields", _SUMMARY, "", _searchable(body))
    yield _limits(codes, style)
    for each in FIELD_PAGES:
        yield _page(each, codes, style)


def _limits(codes: str, style: UrlStyle) -> Fragment:
    folder = _folder(codes)
    location = f"{folder}/{_LIMITS}"

    def code_link(code: Code) -> str:
        return style.link(location, f"{codes}/{code.id.lower()}")

    def field_link(page: str, anchor: str) -> str:
        return f"{style.link(location, f'{folder}/{page}')}#{anchor}"

    markdown = limits_page(style.link(location, f"{codes}/index"), code_link, field_link)
    body, toc = html_of(markdown)
    body = f"{_crumbs(location, codes, style)}{_searchable(body)}"
    return Fragment(location, Layout.LIST, _LIMITS_TITLE, _SUMMARY, "", body, toc)


def _crumbs(location: str, codes: str, style: UrlStyle) -> str:
    return _CRUMBS.format(style.link(location, f"{_folder(codes)}/index"))


def _page(page: FieldPage, codes: str, style: UrlStyle) -> Fragment:
    location = f"{_folder(codes)}/{page.name}"

    def link(code: Code) -> str:
        return style.link(location, f"{codes}/{code.id.lower()}")

    body, toc = html_of(field_page(page, link))
    body = f"{_crumbs(location, codes, style)}{_searchable(body)}"
    return Fragment(location, Layout.LIST, page.title, _SUMMARY, "", body, toc)


def _searchable(body: str) -> str:
    return f"<div data-pagefind-body {_KIND}>{body}</div>"


def _folder(codes: str) -> str:
    return f"{codes.rpartition('/')[0]}/fields".lstrip("/")
