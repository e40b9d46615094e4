"""Departmental workbooks in, checked rows out."""
