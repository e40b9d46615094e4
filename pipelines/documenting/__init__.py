"""Manuals that are written from the declarations: the data dictionary and the catalogue of indicators."""
