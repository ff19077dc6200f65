"""The command line: parses arguments, builds the adapters, hands them to a screen or a printer."""
