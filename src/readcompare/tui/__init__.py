"""The terminal screen: two accounts in two columns, in step."""
