"""Every indicator computed a second time, in plain Python and from the definitions alone.

Nothing here knows how the product computes: it takes the clean rows of a published version, and what the version says
of its regions, calendar and submissions, and counts with dictionaries, sets and exact numbers. Where the two agree, two
readings of the definitions agree; the shared parts (rows, states, working days) have specifications of their own.
"""
