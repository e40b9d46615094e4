"""Counties drawn at random, handed in as messy workbooks, and the reader held against what was written."""
