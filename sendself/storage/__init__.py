"""Where evaluations are kept: one row per saved field with its version, and a history that only grows."""
