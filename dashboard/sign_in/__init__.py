"""Who is looking: the sign-in in front of the pages, and what the pages know of the visitor."""
