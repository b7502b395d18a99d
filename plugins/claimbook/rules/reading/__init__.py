"""What rules read out of records: names, passages, numbers, quotations, addresses, days."""
