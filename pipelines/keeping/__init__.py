"""A home over the years: backups, restoring them, and the format that it has."""
