"""Sources from other programs: BibTeX, RIS and CSL-JSON to files in ``claims/sources/``.

Each format becomes items as CSL-JSON has them; only one module knows what those mean to us.
"""
