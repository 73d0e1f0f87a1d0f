"""The report formats for three and more accounts: one file a format, as beside."""
