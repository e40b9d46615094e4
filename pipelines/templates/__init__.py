"""Blank workbooks of all ledgers, made from their declarations."""
