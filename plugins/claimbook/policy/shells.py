"""The policy of pages in a shell that is not ours: what stands in the shell itself is its owner's.

The shell is looked at before any claim stands in it, so that nothing of a claim is ever allowed.
"""

from claimbook.policy.directives import Policy, hashed
from claimbook.policy.inspection import inspected
from claimbook.policy.needs import Need
from claimbook.settings import Security
from claimbook.weave import SLOTS, Values


def shell_policy(page: str, marked: Values, allowed: Security) -> Policy:
    """The policy of a shell's pages, from the one that is ``marked`` where it is open.

    Elements are allowed that are the same in all pages; not those in which something is open.
    """
    words = [word for slot in SLOTS if (word := getattr(marked, slot))]
    scripts: list[str] = []
    styles: list[str] = []
    for each in inspected(page):
        if not any(word in each.what for word in words):
            if each.need is Need.INLINE_SCRIPT:
                scripts.append(hashed(each.what))
            elif each.need is Need.INLINE_STYLE:
                styles.append(hashed(each.what))
    return Policy(allowed).with_inline(scripts, styles)
