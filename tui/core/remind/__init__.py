"""When to call a person to stretch, and what the schedulers of a machine are told of it."""
