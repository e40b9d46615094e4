"""What the commands share: options, sentences, tables, the dashboard as a child."""
