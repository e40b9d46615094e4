"""What belongs to the page of relief spending alone."""
