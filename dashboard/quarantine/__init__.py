"""What belongs to the page of rejected rows alone."""
