"""The page of indicators: the catalogue, and of each one what it is, its figure and the rows behind it."""
