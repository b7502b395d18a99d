"""Material's navigation in fewer bytes: its entries stand in every page."""

import re

# A section that is only led to: nothing of its own lies below it, which two of its names are about.
_PRUNED = 'class="md-nav__item md-nav__item--pruned md-nav__item--nested"'
# Of a list beside tabs it matters whether any entry is a section.
_LIFTED = "md-nav--lifted"
# HTML ends an entry where the next begins; between these no white space is shown.
_ENTRY_ENDS = re.compile(r'</li> ?(?=<li class="md-nav__item\b)')
_ARROW = '<span class="md-nav__icon md-icon"></span>'
# An entry that is a word and no more, which boxes of its own change only where it is too long.
_ENTRY = re.compile(
    r'(<a href="[^"]*" class="md-nav__link)"> ?<span class="md-ellipsis">([^<]*)</span>'
    rf" ?({_ARROW})?</a>"
)
_SECTION = re.compile(
    r'(<label class="md-nav__link\b[^>]*>) ?<span class="md-ellipsis">([^<]*)</span> ?'
)
# Where contents have a place of their own beside the text, no arrow of theirs is ever shown.
_CONTENTS = re.compile(
    r'("md-sidebar md-sidebar--secondary".*?<label class="md-nav__title" for="__toc">) ?'
    rf"{_ARROW} ?",
    re.DOTALL,
)
# These ask for the boxes.
_TOOLTIPS = '"content.tooltips"'
_LEADING = "cb-to"
# It is named by its title, too.
_LOGO = re.compile(
    r'(<a href="[^"]*" title="(?P<name>[^"]*)" class="md-\w+__button md-logo")'
    r' aria-label="(?P=name)"'
)

# Arrows as Material draws them; and a word that is too long goes on below.
STYLE = (
    ".md-nav__link{overflow-wrap:anywhere}\n"
    f'.{_LEADING}::after{{content:"";flex-shrink:0;width:.9rem;height:.9rem;'
    "margin-inline-start:auto;background-color:currentcolor;"
    "mask:var(--md-nav-icon--next) center/contain no-repeat}\n"
    f"[dir=rtl] .{_LEADING}::after{{transform:scale(-1)}}\n"
    f".md-nav__item--section>.{_LEADING}::after{{display:none}}\n"
    "@media screen and (max-width:76.234375em)"
    f"{{.{_LEADING}::after{{width:1.2rem;height:1.2rem;margin-inline-end:-.2rem}}}}\n"
)


def navigated(page: str) -> str:
    """A slimmed page whose navigation looks the same, made of less."""
    if _LIFTED not in page:
        page = page.replace(_PRUNED, 'class="md-nav__item"')
    # White space is not shown within a link there, a row of boxes.
    page = page.replace(f"</span> {_ARROW}</a>", f"</span>{_ARROW}</a>")
    if _TOOLTIPS not in page:
        page = _SECTION.sub(r"\1\2", _ENTRY.sub(_entry, page))
    page = _LOGO.sub(r"\1", page)
    return _ENTRY_ENDS.sub("", _CONTENTS.sub(r"\1", page, count=1))


def _entry(found: re.Match[str]) -> str:
    return f'{found[1]}{f" {_LEADING}" if found[3] else ""}">{found[2]}</a>'
