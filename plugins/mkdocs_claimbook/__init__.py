"""Claimbook as a plugin for MkDocs."""
