"""What belongs to the page of handing in alone."""
