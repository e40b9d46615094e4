"""What tells one figure from another: its indicator, its day and its region."""

CELL = ["indicator_id", "as_of_date", "region_code"]
"""The columns that make a line of figures the only one."""
NO_TOWNSHIP = "none"
"""The region of rows that name no township of the county."""
