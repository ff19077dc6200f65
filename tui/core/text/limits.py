"""The limits that more than one subject holds to."""

YEARS = range(1970, 2201)
"""Years of the days and instants that are kept; others are unlawful, and no arithmetic overflows in these."""
LOUDEST = 10
"""The highest volume; 0 is silence."""
