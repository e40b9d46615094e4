"""The analysts' desk: asking in SQL, what comes of it, and the queries that people keep."""
