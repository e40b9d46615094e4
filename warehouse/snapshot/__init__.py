"""Months that are frozen, and what has changed since."""
