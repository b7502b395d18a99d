"""The page of a text under check: the text with everything that was found, where it stands."""
