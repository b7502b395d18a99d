"""The registry of rules: explicit, in the order of their codes."""

from claimbook.rules.rule import Rule
from claimbook.rules.undefined_source import undefined_source

RULES: tuple[Rule, ...] = (undefined_source,)
