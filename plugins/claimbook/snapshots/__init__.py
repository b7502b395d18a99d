"""Saved texts of sources: read from whatever file somebody kept, and noted in claim files."""
