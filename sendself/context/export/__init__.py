"""A school's own export reduced to counts: pupil rows live in memory for that one step, and only counts come out."""
