"""The page of the data dictionary: the ledgers of this version, their columns and what they feed."""
