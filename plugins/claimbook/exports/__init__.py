"""What machines read: structured data made from the same records as the pages."""
