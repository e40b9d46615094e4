"""Files in, typed rows out: every sheet recognised, every cell read, every row accounted for."""
