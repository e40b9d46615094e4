"""Indicators declared, computed, compared, withheld, answered and traced."""
