"""Which rows load: rules, duplicates, references, reach, superseding."""
