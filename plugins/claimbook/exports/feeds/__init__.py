"""Feeds: what is new and what was corrected, for the programs that readers follow sites with."""
