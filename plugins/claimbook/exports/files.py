"""What exports are made of."""

# A path below the site's root, and what stands there.
File = tuple[str, bytes]
