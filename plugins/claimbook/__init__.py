"""Fact-checks as small YAML files, compiled into a site."""
