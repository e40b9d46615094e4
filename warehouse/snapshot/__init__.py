"""Months frozen for good: what was reported, with everything that it was computed from, signed and verifiable."""
