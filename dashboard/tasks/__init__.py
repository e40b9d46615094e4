"""What belongs to the page of key tasks alone."""
