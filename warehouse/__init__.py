"""One DuckDB file per published version, and every way to read it."""
