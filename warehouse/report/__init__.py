"""Figures in sentences: the annual report with its template and its proof, and the points to speak from."""
