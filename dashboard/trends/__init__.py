"""What belongs to the page of trends alone."""
