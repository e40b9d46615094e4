"""Pages to look at: every figure with its parts, its date, its completeness and its version."""
