"""What belongs to the page of points to speak from alone."""
