"""Words, numbers and faults as people read them."""
