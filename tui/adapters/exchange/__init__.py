"""Where foreign files are read and archives written."""
