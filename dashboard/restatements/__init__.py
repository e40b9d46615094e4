"""重述登记: what was issued and is told otherwise now."""
