"""What belongs to the page of competition results alone."""
