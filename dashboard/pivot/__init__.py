"""What the page of pivots is made of."""
