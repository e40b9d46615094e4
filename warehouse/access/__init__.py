"""Who may read: people and their roles, and the log of what they did."""
