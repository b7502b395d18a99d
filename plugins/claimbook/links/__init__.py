"""Pages that claims rest on: fetched on a person's request, and what they say about themselves."""
