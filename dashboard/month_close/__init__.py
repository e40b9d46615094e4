"""月度关账: a month from its ledgers to the signed documents, step by step."""
