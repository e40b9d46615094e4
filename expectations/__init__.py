"""What good data means: suites, rules between ledgers, and the gate that runs them."""
