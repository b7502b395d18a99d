"""The Markdown twin of a claim's page: the same in plain text, for programs and for quoting."""
