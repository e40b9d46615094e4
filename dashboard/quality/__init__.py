"""What belongs to the page of data quality alone."""
