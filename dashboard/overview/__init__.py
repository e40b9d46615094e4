"""What belongs to the overview alone."""
