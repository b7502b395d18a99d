"""The search: Pagefind's indexes of the finished site, in parts, and kept up to date."""
