"""Values of BibTeX and BibLaTeX between braces (BibTeXing, section 2; The TeXbook, chapter 7)."""

import re
from functools import lru_cache

from claimbook.boundaries.one_line import one_line

# Characters that mean something to TeX, and how they are printed.
_TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "$": r"\$",
        "&": r"\&",
        "#": r"\#",
        "%": r"\%",
        "_": r"\_",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
    }
)
# Pairs that TeX prints as one sign: dashes, quotation marks, Spanish question marks.
_LIGATURE = re.compile(r"(['`\-<>,])(?=\1)|[?!](?=`)")
_SPECIAL = re.compile(r"[\\{}$&#%_^~'`<>,!?-]")
# In an address everything is taken as it is, so what would end it is written as its bytes.
_IN_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})


@lru_cache(maxsize=1024)
def tex(text: str) -> str:
    """A text on one line that TeX prints as it is, each sign for itself."""
    line = one_line(text)
    return _LIGATURE.sub(r"\g<0>{}", line.translate(_TEX)) if _SPECIAL.search(line) else line


def address(text: str) -> str:
    """An address, a DOI or an ISBN: taken as it is, with its braces balanced by having none."""
    return one_line(text).translate(_IN_ADDRESS)
