"""The limits that more than one subject holds to; ranges are the lowest and the highest."""

YEARS = range(1970, 2201)
"""Years of the days and instants that are kept; others are unlawful, and no arithmetic overflows in these."""
REPS_RANGE = (1, 20)
"""Repetitions that a person may ask for."""
HOLD_RANGE = (0.1, 60.0)
"""Seconds that a hold may last."""
MOVE_RANGE = (0.1, 20.0)
"""Seconds that a movement may last."""
WAIT_RANGE = (0.0, 60.0)
"""Seconds to get ready, to rest between repetitions, and between two exercises."""
MOST_EXERCISES = 50
"""Exercises that one session may hold."""
MOST_COUNTED = 99
"""Units of a side that a session may hold; more than can be asked for, since hands and imports count, too."""
LONGEST_SESSION_S = 2 * 86_400.0
LONGEST_NOTE = 1000
"""Characters."""
LOUDEST = 10
"""The highest volume; 0 is silence."""
LATEST_DAY_START = 720
"""Minutes after midnight."""
