"""A session in time: plan, phases, pausing, cues."""
