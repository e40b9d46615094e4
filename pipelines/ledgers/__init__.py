"""One file per ledger. A module here with a constant ``LEDGER`` is a ledger; nothing else registers it."""
