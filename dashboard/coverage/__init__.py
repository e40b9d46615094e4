"""What belongs to the page of coverage rates alone."""
