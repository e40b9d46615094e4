"""What the desk may tell of people: counts of them, and the indicators that are sums of these."""
