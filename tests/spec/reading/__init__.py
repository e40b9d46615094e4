"""How files are read: given workbooks, the rows, problems and skips that come of them."""
