"""The schedulers that call the program, and the notification that a person sees."""
