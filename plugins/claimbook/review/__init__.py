"""What a change says, as a reviewer thinks: claims, ratings, evidence, sources; not lines."""
