"""Corrections: errors of a source that nobody can mend there, put right as data with a reason and a guard."""
