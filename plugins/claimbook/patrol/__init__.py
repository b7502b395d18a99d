"""What becomes of addresses that claims rest on: judged and noted here, visited elsewhere."""
