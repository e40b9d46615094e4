"""Queries that people write, keep, share and begin with."""
