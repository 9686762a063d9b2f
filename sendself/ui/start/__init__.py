"""Where an evaluation comes from: begun, opened from a file, joined with a copy, or taken from those kept here."""
