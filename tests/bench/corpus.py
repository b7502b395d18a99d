"""The generated corpus, where measuring scripts look for it."""

from claimbook.sample_corpus import write_corpus

__all__ = ["write_corpus"]
