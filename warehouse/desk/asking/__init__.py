"""One question asked: in a child process of its own, of private copies, within limits."""
