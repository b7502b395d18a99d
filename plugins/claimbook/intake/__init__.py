"""Issue forms of a forge, and how their answers become drafts: one declaration for both."""
