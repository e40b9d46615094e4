"""The pages. A module with ``PAGE`` and ``render`` is a page; nothing else registers it."""
