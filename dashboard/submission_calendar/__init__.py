"""What belongs to the calendar of submissions alone."""
