"""What belongs to the pages for administrators, and to everybody's own account."""
