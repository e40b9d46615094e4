"""变动对比: what a frozen month reported, what is said of it now, and why."""
