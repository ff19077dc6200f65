"""What days come to: done, missed, bridged, in a row."""
