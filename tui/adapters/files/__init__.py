"""Files that no crash leaves half written."""
