"""The time machine: a frozen month shown by the same pages as what is published now."""
