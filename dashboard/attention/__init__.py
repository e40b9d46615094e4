"""What belongs to the list of what needs attention."""
