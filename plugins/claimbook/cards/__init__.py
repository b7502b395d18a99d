"""Cards: the picture that other sites show beside a link to a claim. Drawing, and nothing else."""
