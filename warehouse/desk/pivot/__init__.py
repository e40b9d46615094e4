"""Pivots for people without SQL: declared subjects, a choice of them, and the one SELECT that it stands for."""
