"""Citation styles: how a source, and a page of ours, is written in a list of references."""
