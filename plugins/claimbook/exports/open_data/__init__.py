"""All published claims as data for others: records as JSON, and tables."""
